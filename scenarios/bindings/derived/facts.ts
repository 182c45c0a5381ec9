/** The provider's schema, as test/real-tools/provider/facts prints it. */
import type { Value } from '../../scenario.ts';
import type { ArgumentFacts, ArgumentRules, ArgumentType, Timeouts } from '../binding.ts';
import { providerFacts, providerTimeouts } from './facts.generated.ts';

export interface Entry {
  readonly type: ArgumentType;
  /** Type of a list's items, where they are no texts. */
  readonly items?: ArgumentType;
  readonly required?: true;
  readonly optional?: true;
  readonly computed?: true;
  readonly forceNew?: true;
  readonly deprecated?: true;
  readonly default?: Value;
  readonly allowed?: readonly Value[];
  readonly range?: readonly [number, number];
  readonly conflicting?: readonly string[];
  readonly exactlyOneOf?: readonly string[];
  readonly atLeastOneOf?: readonly string[];
  readonly members?: Entries;
}

export type Entries = Readonly<Record<string, Entry>>;

/** @throws Error if the generated table has no such type */
export const entriesOf = (kind: 'resource' | 'data', type: string): Entries => {
  const entries = providerFacts[kind][type];
  if (entries === undefined) throw new Error(`facts.generated.ts lacks the ${kind} ${type}`);
  return entries;
};

/** Timeouts of a resource's operations, as the provider's schema has them. */
export const timeoutsOf = (type: string): Timeouts => providerTimeouts[type] ?? {};

const isSettable = ({ required, optional }: Entry): boolean => required === true || optional === true;

/** @param isWriteOnly tells an argument that is never read back */
export const argumentFacts = (
  entries: Entries,
  isWriteOnly: (name: string) => boolean,
): Record<string, ArgumentFacts> =>
  Object.fromEntries(
    Object.entries(entries)
      .filter(([, entry]) => isSettable(entry))
      .map(([name, entry]) => {
        const { type, required, forceNew, computed, deprecated, allowed, range } = entry;
        return [
          name,
          {
            type,
            ...(required && { required }),
            ...(forceNew && { forceNew }),
            ...(computed && { computed }),
            ...(deprecated && { deprecated }),
            ...(entry.default === undefined ? {} : { default: entry.default }),
            ...(allowed && { allowed }),
            ...(range && { range }),
            ...(entry.members && { members: argumentFacts(entry.members, () => false) }),
            ...(isWriteOnly(name) && { writeOnly: true as const }),
          },
        ];
      }),
  );

/** Rules over several arguments, each once. */
export const argumentRules = (entries: Entries): ArgumentRules => {
  const groups = (of: (entry: Entry, name: string) => readonly string[] | undefined): string[][] => {
    const found = Object.entries(entries).flatMap(([name, entry]) => {
      const group = of(entry, name);
      return group === undefined ? [] : [[...new Set(group)].sort()];
    });
    return [...new Map(found.map((group) => [group.join(' '), group])).values()];
  };
  const pairs = Object.entries(entries).flatMap(([name, { conflicting = [] }]) =>
    conflicting.map((other) => [name, other].sort()),
  );
  return {
    exactlyOneOf: groups(({ exactlyOneOf }) => exactlyOneOf),
    atLeastOneOf: groups(({ atLeastOneOf }) => atLeastOneOf),
    conflicting: [...new Map(pairs.map((pair) => [pair.join(' '), pair])).values()],
  };
};

/** The newer name of a deprecated argument: the one that it conflicts with. */
export const newerName = (name: string, entries: Entries): string | undefined => {
  const entry = entries[name];
  return entry?.deprecated === true ? entry.conflicting?.[0] : undefined;
};
