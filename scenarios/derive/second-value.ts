import type { Argument } from '../../docs-parser/index.ts';
import type { GivenBlock, Value } from '../scenario.ts';
import type { Context } from './arrange.ts';
import { chosenValue } from './chosen-value.ts';
import { membersOf } from './nested-value.ts';
import { secondReference } from './second-reference.ts';
import { secondBase64, secondText } from './second-text.ts';
import { wellKnown } from './well-known.ts';

/** Another value for an argument, with the further blocks that it needs. */
export interface SecondValue {
  readonly value: Value;
  readonly given: readonly GivenBlock[];
  /** The value to change from, where it is not the one asked about: what is given would change that one. */
  readonly before?: Value;
}

/**
 * A second valid value of the same form: another of the stated values, a copy of the block referred to, or
 * a changed literal.
 * @returns null where none can be told
 */
export const secondValue = (value: Value, argument: Argument, context: Context): SecondValue | null => {
  if (argument.constraints.validValues !== null && !Array.isArray(value)) {
    return stated(value, argument.constraints.validValues.values);
  }
  if (Array.isArray(value)) return secondList(value, argument, context);
  if (typeof value === 'boolean') return plain(!value);
  if (typeof value === 'number') return secondNumber(value, argument);
  if (typeof value === 'object' && value !== null) return secondObject(value, argument, context);
  if (typeof value !== 'string') return null;
  const day = /^\$\{day\.(\d+)\}$/.exec(value)?.[1];
  if (day !== undefined) return plain(`\${day.${Number(day) + 1}}`);
  if (value.startsWith('${')) return secondReference(value, argument, context);
  // What comes from another region would have to be there.
  if (/^source_region/.test(argument.name)) return null;
  if (value.endsWith('.vhd')) return wellKnownImage;
  if (/\bbase64/i.test(argument.text)) return plain(secondBase64(value) ?? `${value}-second`);
  const text = isOfLettersAlone(value, argument) ? `${value}second` : secondText(value);
  return text === null ? null : plain(text);
};

/** "It can be composed of numbers or letters", and of nothing else. */
const isOfLettersAlone = (value: string, { text }: Argument): boolean =>
  /^[A-Za-z]+$/.test(value) &&
  /\b(?:numbers|digits) (?:or|and) letters\b|\bletters (?:or|and) (?:numbers|digits)\b/i.test(text) &&
  !/hyphen|underscore/i.test(text);

const { alicloud_images: image } = wellKnown;
const wellKnownImage = image === undefined ? null : { value: image.value, given: image.blocks };

/** The second value of what holds the value. */
const around = ({ value, given, before }: SecondValue, holding: (value: Value) => Value): SecondValue => ({
  value: holding(value),
  given,
  ...(before === undefined ? {} : { before: holding(before) }),
});

const plain = (value: Value): SecondValue => ({ value, given: [] });

/** The one behind the present value, else the one before it: lists often begin with what is outdated. */
const stated = (value: Value, values: readonly string[]): SecondValue | null => {
  const at = values.findIndex((candidate) => candidate === value || candidate === JSON.stringify(value));
  const other = values[at + 1] ?? values[at - 1];
  return other === undefined ? null : plain(other);
};

const secondList = (value: readonly Value[], argument: Argument, context: Context): SecondValue | null => {
  const [first, ...others] = value;
  // What has a member in common with the former would still be found by it.
  const isOfBlocks = value.every((one) => typeof one === 'string' && one.startsWith('${'));
  if (others.length > 0 && argument.flags.forceNew && isOfBlocks && first !== undefined) {
    return { value: others, given: [], before: [first] };
  }
  if (others.length > 0) return plain(value.slice(0, -1));
  const second = first === undefined ? null : secondValue(first, argument, context);
  return second === null ? null : around(second, (one) => [one]);
};

/** A map has one entry more; a block another value of a member. */
const secondObject = (
  value: Readonly<Record<string, Value>>,
  argument: Argument,
  context: Context,
): SecondValue | null => {
  const members = membersOf(argument, context.page);
  if (members.length === 0) {
    const isMapOfTexts = Object.values(value).every((one) => typeof one === 'string');
    return isMapOfTexts ? plain({ ...value, Second: 'alimock' }) : null;
  }
  const isSet = ({ name }: Argument): boolean => value[name] !== undefined && value[name] !== null;
  const isReference = ({ name }: Argument): boolean => JSON.stringify(value[name]).includes('${');
  const set = members.filter(isSet);
  // A literal is changed before what refers to other blocks.
  for (const member of [...set.filter((one) => !isReference(one)), ...set.filter(isReference)]) {
    const second = secondValue(value[member.name] ?? null, member, context);
    if (second !== null) return around(second, (one) => ({ ...value, [member.name]: one }));
  }
  for (const member of members.filter((one) => !isSet(one))) {
    const chosen = chosenValue(member, context.subject, context.companions);
    if (chosen !== null) return { value: { ...value, [member.name]: chosen.value }, given: chosen.given };
  }
  return null;
};

const secondNumber = (value: number, { constraints: { range } }: Argument): SecondValue => {
  const larger = value + 1;
  return plain(larger > (range?.max ?? Infinity) ? value - 1 : larger);
};
