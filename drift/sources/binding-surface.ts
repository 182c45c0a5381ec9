/** What a binding knows of the provider: the arguments of its schema, and what its Go file states of them. */
import type { ArgumentFacts, ArgumentType, Binding } from '../../scenarios/bindings/binding.ts';
import type { Entry, NumberRange, Place, Stated, Surface, ValueType } from '../surface.ts';
import { bareEntry } from '../surface.ts';

/** A list of the binding may be a set of the provider: no type is claimed. */
const types: Readonly<Record<ArgumentType, ValueType | undefined>> = {
  string: 'string',
  number: 'number',
  bool: 'bool',
  map: 'map',
  list: undefined,
  blocks: undefined,
};

export const bindingSurface = (binding: Binding): Surface => {
  const kind = binding.kind === 'data' ? 'data-source' : 'resource';
  const place = (quote: string): Place => ({ file: '', position: null, quote });
  return {
    name: binding.type,
    kind,
    source: 'the SDK binding',
    place: place(`binding of ${binding.type}`),
    isPage: false,
    covers: { nested: false, attributes: false },
    deprecated: undefined,
    entries: new Map(
      Object.entries(binding.arguments).map(([name, facts]) => [
        name,
        entryOf(name, facts, place(`${name}: ${factsText(facts)}`), kind === 'resource'),
      ]),
    ),
    timeouts: undefined,
    id: undefined,
    import: undefined,
  };
};

const entryOf = (name: string, facts: ArgumentFacts, place: Place, isResource: boolean): Entry => {
  const { type, required, computed, deprecated, allowed, range } = facts;
  const limits: Stated<NumberRange> | null =
    range === undefined ? null : { value: { min: range[0], max: range[1] }, place };
  return {
    ...bareEntry([name], place),
    settable: true,
    required: required === true,
    computed: computed === true,
    forceNew: isResource ? forceNewOf(facts) : undefined,
    deprecated: deprecated === true,
    type: types[type],
    default: facts.default === undefined ? null : { value: plain(facts.default), place },
    validValues: allowed === undefined ? null : { value: allowed.map(plain), place },
    range: type === 'number' ? limits : null,
    length: type === 'string' ? limits : null,
  };
};

/**
 * Of blocks the facts are those of the whole: its members, which are not in them, may be ForceNew all the same. Of a
 * data source there is nothing to replace: pages call its arguments ForceNew, or do not.
 */
const forceNewOf = ({ type, forceNew }: ArgumentFacts): boolean | undefined =>
  forceNew === true ? true : type === 'blocks' ? undefined : false;

const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const factsText = (facts: ArgumentFacts): string =>
  JSON.stringify({
    ...facts,
    ...(facts.pattern === undefined ? {} : { pattern: facts.pattern.source }),
  });
