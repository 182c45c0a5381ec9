/** A value to try an argument with: the example's, one that the page states, or one of the form that its name means. */
import type { Argument } from '../../docs-parser/index.ts';
import type { GivenBlock, Value } from '../scenario.ts';
import type { Companions } from './companions.ts';
import { supplyOf } from './example.ts';
import type { Subject } from './example.ts';
import { targetTypes } from './reference-names.ts';
import { providerOf } from './values.ts';
import { wellKnown } from './well-known.ts';
import { newerName } from './newer-argument.ts';
import { copyOf } from './second-reference.ts';
import { isQuestion, worded } from './worded-value.ts';

/** A value with the further blocks that it needs. */
export interface Chosen {
  readonly value: Value;
  readonly given: readonly GivenBlock[];
}

const plain = (value: Value): Chosen => ({ value, given: [] });

/** @returns null where none can be told */
export const chosenValue = (argument: Argument, subject: Subject, companions: Companions): Chosen | null => {
  const given = subject.arguments[argument.name];
  return given === undefined || argument.path.length > 1
    ? stated(argument, subject, companions)
    : plain(given);
};

/** Of what the example does not set. */
const stated = (argument: Argument, subject: Subject, companions: Companions): Chosen | null => {
  const { constraints } = argument;
  // What a deprecated argument is called now has a value of the same form.
  const succeeding = subject.arguments[newerName(argument) ?? ''];
  if (succeeding !== undefined && typeof succeeding !== 'object') return plain(succeeding);
  if (isQuestion(argument) && constraints.validValues === null && constraints.default === null) {
    return plain(true);
  }
  const other = constraints.validValues?.values.find((value) => value !== constraints.default?.value);
  const value = other ?? constraints.default?.value ?? constraints.range?.min ?? null;
  if (value !== null) return plain(asList(argument, value));
  const reference = referenceFor(argument, subject, companions);
  if (reference !== null) return reference;
  const guess = worded(argument, subject);
  return guess === null ? null : plain(guess);
};

/** A list of one, where the page says that it is a list: "The ID of disk N" is the API's way to say that there are several. */
export const asList = ({ name, flags, text }: Argument, value: Value): Value =>
  /^(?:list|set)$/i.test(flags.type ?? '') ||
  /_ids$/.test(name) ||
  /^(?:a|the) list of\b|^the IDs? of (?:\w+ ){1,3}N\b/i.test(text)
    ? [value]
    : value;

/** Of two that are related one is not the other: `source_security_group_id` where `security_group_id` has the block. */
const isOtherSide = ({ name }: Argument, value: Value, { arguments: set }: Subject): boolean => {
  const one = /^(?:source|destination|target|peer)_(.+)$/.exec(name)?.[1];
  return one !== undefined && set[one] === value;
};

/** The id of what the argument is about: a block of the example, else what the example of its own page makes. */
const referenceFor = (argument: Argument, subject: Subject, companions: Companions): Chosen | null => {
  const types = targetTypes(argument.name, providerOf(subject.type)).filter((type) => type !== subject.type);
  const own = types.flatMap(
    (type) => subject.given.find(({ address }) => address.startsWith(`${type}.`)) ?? [],
  );
  const [standing] = own;
  if (standing !== undefined && isOtherSide(argument, `\${${standing.address}.id}`, subject)) {
    const other = copyOf(standing, subject);
    return { value: asList(argument, `\${${other.address}.id}`), given: [other] };
  }
  if (standing !== undefined) return plain(asList(argument, `\${${standing.address}.id}`));
  for (const type of types) {
    const supply = supplyOf(type, companions, {}, `-for-${argument.name.replaceAll('_', '-')}`);
    if (supply !== null) {
      return { value: asList(argument, `\${${supply.address}.id}`), given: supply.blocks };
    }
    const known = wellKnown[type];
    if (known === undefined) continue;
    const given = known.blocks.filter(({ address }) => subject.given.every((one) => one.address !== address));
    return { value: asList(argument, known.value), given };
  }
  return null;
};
