/** Entries of two surfaces side by side: what both have, what has moved, and what one side lacks. */
import type { Entry, Surface } from '../surface.ts';
import { pathKey } from '../surface.ts';

export interface EntryPair {
  readonly from: Entry;
  readonly against: Entry;
}

export interface Alignment {
  readonly both: readonly EntryPair[];
  /** The same name under another parent, where that is the only one without a partner on either side. */
  readonly moved: readonly EntryPair[];
  /** Outermost entries that the other side lacks; what is in them is not listed again. */
  readonly onlyFrom: readonly Entry[];
  readonly onlyAgainst: readonly Entry[];
}

export const align = (from: Surface, against: Surface): Alignment => {
  const both = [...from.entries].flatMap(([key, entry]) => {
    const partner = against.entries.get(key);
    return partner === undefined ? [] : [{ from: entry, against: partner }];
  });
  const onlyFrom = outermost(from, against).filter((entry) => isCovered(entry, against));
  const onlyAgainst = outermost(against, from).filter((entry) => isCovered(entry, from));
  const moved = movedEntries(onlyFrom, onlyAgainst);
  const isMoved = new Set(moved.flatMap(({ from: old, against: now }) => [old, now]));
  return {
    both,
    moved,
    onlyFrom: onlyFrom.filter((entry) => !isMoved.has(entry)),
    onlyAgainst: onlyAgainst.filter((entry) => !isMoved.has(entry)),
  };
};

/** What a source does not cover cannot be missing from it. */
const isCovered = ({ path, settable }: Entry, { covers }: Surface): boolean =>
  (covers.nested || path.length === 1) && (covers.attributes || settable === true);

const outermost = (here: Surface, there: Surface): Entry[] =>
  [...here.entries].flatMap(([key, entry]) => {
    const parent = entry.path.slice(0, -1);
    const hasParent = parent.length === 0 || there.entries.has(pathKey(parent));
    return !there.entries.has(key) && hasParent ? [entry] : [];
  });

/** `id` and other names are in many blocks: only a name that is unmatched once on each side has moved. */
const movedEntries = (onlyFrom: readonly Entry[], onlyAgainst: readonly Entry[]): EntryPair[] => {
  const there = byName(onlyAgainst);
  return [...byName(onlyFrom)].flatMap(([name, entries]) => {
    const partners = there.get(name) ?? [];
    const [from, against] = [entries[0], partners[0]];
    if (entries.length !== 1 || partners.length !== 1 || from === undefined || against === undefined)
      return [];
    // A read-only member is not where a settable argument of the same name went.
    return from.settable === true && against.settable === false ? [] : [{ from, against }];
  });
};

const byName = (entries: readonly Entry[]): Map<string, Entry[]> => {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const name = entry.path.at(-1) ?? '';
    groups.set(name, [...(groups.get(name) ?? []), entry]);
  }
  return groups;
};
