import type { ResourceLine } from './api/types.ts';

/** What is searched of each resource, in small letters; made once, so that typing is quick. */
export const searchTexts = (lines: readonly ResourceLine[]): readonly string[] =>
  lines.map(({ id, name, accountId, regionId, values }) =>
    [id, name, accountId, regionId, ...values.map(String)].join(' ').toLowerCase(),
  );

/** Resources that have every word of the search. */
export const matching = (
  lines: readonly ResourceLine[],
  texts: readonly string[],
  search: string,
): readonly ResourceLine[] => {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return lines;
  return lines.filter((_, at) => words.every((word) => texts[at]?.includes(word) === true));
};
