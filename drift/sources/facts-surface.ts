/** What the provider's own schema says of a type, with ForceNew, defaults and checks, as a surface. */
import type { ArgumentType } from '../../scenarios/bindings/binding.ts';
import { entriesOf } from '../../scenarios/bindings/derived/facts.ts';
import type { Entries, Entry as Fact } from '../../scenarios/bindings/derived/facts.ts';
import type { Value } from '../../scenarios/scenario.ts';
import type { Entry, NumberRange, Place, Stated, SubjectKind, Surface, ValueType } from '../surface.ts';
import { bareEntry, pathKey } from '../surface.ts';

/** A list of the facts may be a set of the provider: no type is claimed. */
export const typesOfFacts: Readonly<Record<ArgumentType, ValueType | undefined>> = {
  string: 'string',
  number: 'number',
  bool: 'bool',
  map: 'map',
  list: undefined,
  blocks: undefined,
};

const place = (quote: string): Place => ({ file: '', position: null, quote });

/** @throws Error if there are no facts of the type */
export const factsSurface = (kind: SubjectKind, type: string): Surface => ({
  name: type,
  kind,
  source: 'the SDK binding',
  place: place(`binding of ${type}`),
  isPage: false,
  covers: { nested: true, attributes: true },
  deprecated: undefined,
  entries: new Map([
    // Terraform gives every type an id, which no provider's schema lists.
    ['id', entryOf(['id'], { type: 'string', computed: true }, kind === 'resource', false)],
    ...entriesIn(entriesOf(kind === 'resource' ? 'resource' : 'data', type), [], kind === 'resource', false),
  ]),
  timeouts: undefined,
  id: undefined,
  import: undefined,
});

const entriesIn = (
  facts: Entries,
  path: readonly string[],
  isResource: boolean,
  isReplacedWhole: boolean,
): [string, Entry][] =>
  Object.entries(facts).flatMap(([name, fact]) => {
    const own = [...path, name];
    const entry = entryOf(own, fact, isResource, isReplacedWhole);
    const members = entry.settable === true ? (fact.members ?? {}) : readOnly(fact.members ?? {});
    return [
      [pathKey(own), entry],
      ...entriesIn(members, own, isResource, isReplacedWhole || fact.forceNew === true),
    ];
  });

/** What stands in a block that can only be read can only be read, whatever its own flags say. */
const readOnly = (members: Entries): Entries =>
  Object.fromEntries(
    Object.entries(members).map(([name, { required: _, optional: __, ...fact }]) => [
      name,
      { ...fact, computed: true as const },
    ]),
  );

const entryOf = (
  path: readonly string[],
  fact: Fact,
  isResource: boolean,
  isReplacedWhole: boolean,
): Entry => {
  const { type, required, optional, computed, deprecated, allowed, range, members } = fact;
  const at = place(`${pathKey(path)}: ${factText(fact)}`);
  const limits: Stated<NumberRange> | null =
    range === undefined ? null : { value: { min: range[0], max: range[1] }, place: at };
  return {
    ...bareEntry(path, at),
    settable: required === true || optional === true,
    required: required === true,
    computed: computed === true,
    forceNew: isResource ? forceNewOf(fact, isReplacedWhole) : undefined,
    deprecated: deprecated === true,
    type: typesOfFacts[type],
    nested: members !== undefined,
    default: fact.default === undefined ? null : { value: plain(fact.default), place: at },
    // An empty text is as good as none.
    validValues:
      allowed === undefined ? null : { value: allowed.map(plain).filter((value) => value !== ''), place: at },
    range: type === 'number' ? limits : null,
    length: type === 'string' ? limits : null,
  };
};

/**
 * Pages flag a block, its members or both. So of a block whose members are ForceNew, and of a member whose block
 * is, nothing is said. Of a data source there is nothing to replace: pages call its arguments ForceNew, or do not.
 */
const forceNewOf = ({ forceNew, members }: Fact, isReplacedWhole: boolean): boolean | undefined => {
  if (forceNew === true) return true;
  return isReplacedWhole || hasForceNew(members ?? {}) ? undefined : false;
};

const hasForceNew = (members: Entries): boolean =>
  Object.values(members).some(
    ({ forceNew, members: inner }) => forceNew === true || hasForceNew(inner ?? {}),
  );

const plain = (value: Value): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** The facts of one entry; those of its members stand at the members. */
const factText = (fact: Fact): string =>
  JSON.stringify({ ...fact, ...(fact.members === undefined ? {} : { members: Object.keys(fact.members) }) });
