/** What is on one side only, and what stands in another block. */
import type { Disagreement } from '../drift.ts';
import type { Entry, Surface } from '../surface.ts';
import { pathKey } from '../surface.ts';
import type { Pair, Rule } from './rule.ts';
import { list, named, parentOf, within } from './rule.ts';

/** Terraform's own arguments, which every block takes and no schema lists. */
const metaArguments: ReadonlySet<string> = new Set([
  ...['count', 'for_each', 'depends_on', 'provider', 'lifecycle', 'provisioner', 'connection', 'timeouts'],
]);

/** Where a report points on the side that lacks an entry: the block that it would stand in. */
const nearest = (surface: Surface, entry: Entry) =>
  surface.entries.get(pathKey(entry.path.slice(0, -1)))?.place;

export const documentedOnly: Rule = ({ from, against, entries }) =>
  entries.onlyFrom.flatMap((entry): Disagreement[] => {
    if (entry.removed || (entry.path.length === 1 && metaArguments.has(entry.path[0] ?? ''))) return [];
    const parent = against.entries.get(pathKey(entry.path.slice(0, -1)));
    // The keys of a map are the user's; a page may name some.
    if (parent?.type === 'map') return [];
    // Said once, of the block itself: see `nesting`.
    if (parent?.nested === false) return [];
    const what = entry.settable === false ? 'attribute' : 'argument';
    return [
      {
        kind: 'documented-only',
        path: pathKey(entry.path),
        message: `${from.source} describes the ${what} ${named(entry)}; ${against.source} has none of this name in ${parentOf(entry)}.`,
        suggestion: suggestName(entry, against) ?? `Take ${named(entry)} off, or correct its name.`,
        from: entry.place,
        against: parent?.place,
        breaking: false,
      },
    ];
  });

/** A name that is one edit away is most likely meant. */
const suggestName = (entry: Entry, against: Surface): string | undefined => {
  const name = entry.path.at(-1) ?? '';
  const parent = pathKey(entry.path.slice(0, -1));
  const near = [...against.entries.values()].find(
    ({ path }) => pathKey(path.slice(0, -1)) === parent && isOneEditAway(name, path.at(-1) ?? ''),
  );
  return near === undefined ? undefined : `Did you mean ${named(near)}?`;
};

/** Equal but for one letter that is added, left out or changed, or two that are swapped. */
const isOneEditAway = (a: string, b: string): boolean => {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
};

export const undocumented: Rule = (pair) => {
  const { from, against, entries } = pair;
  const missing = entries.onlyAgainst.filter((entry) => !isUnspoken(entry, from));
  const [inBareBlocks, single] = splitBareBlocks(missing, from);
  return [
    ...single.map((entry) =>
      entry.settable === true ? missingArgument(entry, pair) : missingAttribute(entry, pair),
    ),
    ...[...inBareBlocks].map(([key, members]) => missingMembers(key, members, pair)),
    ...entries.both.flatMap(({ from: page, against: other }) =>
      page.settable === false && other.settable === true && other.required !== undefined
        ? [
            {
              kind: 'undocumented' as const,
              path: pathKey(page.path),
              detail: 'attribute',
              message: `${from.source} lists ${named(page)} as an attribute only; ${within(against)} it can be set.`,
              suggestion: `Describe ${named(page)} as an argument too.`,
              from: page.place,
              against: other.place,
              breaking: true,
            },
          ]
        : [],
    ),
  ];
};

/** Nobody describes a data source's id: it is a hash that means nothing. */
const isUnspoken = (entry: Entry, from: Surface): boolean =>
  from.kind === 'data-source' && entry.path.length === 1 && entry.path[0] === 'id';

/** Blocks that a page names without describing anything in them: one finding each, not one a member. */
const splitBareBlocks = (missing: readonly Entry[], from: Surface): [Map<string, Entry[]>, Entry[]] => {
  const bare = new Map<string, Entry[]>();
  const single: Entry[] = [];
  for (const entry of missing) {
    const key = pathKey(entry.path.slice(0, -1));
    const parent = from.entries.get(key);
    if (parent === undefined || parent.nested === true) single.push(entry);
    else bare.set(key, [...(bare.get(key) ?? []), entry]);
  }
  return [bare, single];
};

const missingMembers = (key: string, members: readonly Entry[], { from, against }: Pair): Disagreement => {
  const canBeSet = members.some(({ settable }) => settable !== false);
  return {
    kind: canBeSet ? 'undocumented' : 'attribute-missing',
    path: key,
    detail: 'members',
    message: `${from.source} describes \`${key}\` without what is in it; ${against.source} has ${list(members.map(({ path }) => path.at(-1) ?? ''))} there.`,
    suggestion: `Describe what is in \`${key}\`.`,
    from: from.entries.get(key)?.place,
    against: against.entries.get(key)?.place,
    breaking: true,
  };
};

const missingArgument = (entry: Entry, { from, against }: Pair): Disagreement => {
  const isDeprecated = entry.deprecated === true;
  const state = entry.required === true ? 'required' : isDeprecated ? 'optional and deprecated' : 'optional';
  return {
    kind: 'undocumented',
    // What must be set and is not described cannot be used; what is deprecated is better not found.
    severity: entry.required === true ? 'error' : isDeprecated ? 'info' : 'warning',
    path: pathKey(entry.path),
    message: `${against.source} has the argument ${named(entry)} (${state}); ${from.source} does not describe it.`,
    suggestion: isDeprecated
      ? `Describe ${named(entry)} as Deprecated, with what replaces it.`
      : `Describe ${named(entry)} in the Argument Reference.`,
    from: nearest(from, entry),
    against: entry.place,
    breaking: true,
  };
};

const missingAttribute = (entry: Entry, { from, against }: Pair): Disagreement => ({
  kind: 'attribute-missing',
  path: pathKey(entry.path),
  message: `${against.source} has ${named(entry)}; ${from.source} does not describe it.`,
  suggestion: `Describe ${named(entry)} in the Attributes Reference.`,
  from: nearest(from, entry),
  against: entry.place,
  breaking: true,
});

export const nesting: Rule = ({ from, against, entries }) => [
  ...entries.moved.map(({ from: here, against: there }) => ({
    kind: 'nesting' as const,
    path: pathKey(here.path),
    message: `${from.source} has ${named(here)} in ${parentOf(here)}; ${within(against)} it is ${named(there)}, in ${parentOf(there)}.`,
    suggestion: `Describe \`${here.path.at(-1) ?? ''}\` in ${parentOf(there)}.`,
    from: here.place,
    against: there.place,
    breaking: true,
  })),
  ...entries.both.flatMap(({ from: here, against: there }): Disagreement[] =>
    here.nested === true && there.nested === false && there.type !== 'map'
      ? [
          {
            kind: 'nesting',
            path: pathKey(here.path),
            detail: 'flat',
            message: `${from.source} describes ${named(here)} as a block with arguments of its own; ${within(against)} it is a ${there.type ?? 'single value'}.`,
            suggestion: `Describe ${named(here)} as a ${there.type ?? 'single value'}.`,
            from: here.place,
            against: there.place,
            breaking: true,
          },
        ]
      : [],
  ),
];
