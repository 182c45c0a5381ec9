/** Ends of a range; null where it has none. */
export interface Ends {
  readonly min: number | null;
  readonly max: number | null;
}

const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const numeral = '(-?\\d[\\d,]*(?:\\.\\d+)?)';
const counted = `(\\d[\\d,]*|${words.slice(1).join('|')})`;

const numberOf = (text: string): number => {
  const word = words.indexOf(text.toLowerCase());
  return word === -1 ? Number(text.replaceAll(',', '').replace('−', '-')) : word;
};

/** "2 to 128", "[2, 128]", "`2` - `128`" between what stands before and behind. */
const span = (before: string, behind: string): RegExp =>
  new RegExp(
    `${before}\\s*[\`[(]?${numeral}\`?\\s*(?:to|~|-|–|and|,)\\s*\`?${numeral}[\`\\])]?${behind}`,
    'i',
  );

const ends = (pattern: RegExp, text: string): Ends | null => {
  const match = pattern.exec(text);
  return match?.[1] === undefined || match[2] === undefined
    ? null
    : { min: numberOf(match[1]), max: numberOf(match[2]) };
};

const charactersBetween = span('', '\\s*(?:\\w+\\s+){0,3}characters');
const lengthBetween = span('length[^.\\d]{0,40}', '');
const most = '(?:up to|at most|no more than|(?:a )?maximum of|cannot exceed|must not exceed)';
const mostCharacters = new RegExp(`\\b${most}\\s+\`?${counted}\`?\\s+(?:\\w+\\s+){0,2}characters`, 'gi');
const leastCharacters = new RegExp(`\\bat least\\s+\`?${counted}\`?\\s+(?:\\w+\\s+){0,2}characters`, 'i');

/** "2 to 128 characters", "2 to 256 English or Chinese characters", "length must be 2-128", "up to 128 characters" */
export const lengthRange = (text: string): Ends | null => {
  if (!/character|length/i.test(text)) return null;
  const both = ends(charactersBetween, text) ?? ends(lengthBetween, text);
  if (both !== null) return both;
  const least = leastCharacters.exec(text)?.[1];
  // Several of them are cases: so many on Windows, so many on Linux.
  const [longest, ...others] = new Set([...text.matchAll(mostCharacters)].map((match) => match[1] ?? ''));
  const max = longest === undefined || others.length > 0 ? null : numberOf(longest);
  return least === undefined && max === null
    ? null
    : { min: least === undefined ? null : numberOf(least), max };
};

const namedRange = span('(?:values?|range[s]?|between|from)[^.\\d-]{0,40}', '');
const bracketedRange = span('(?=\\[)', '(?<=\\])');
const greatest = new RegExp(
  `(?:at most|no more than|maximum (?:value )?(?:is|of)|up to)\\s*\`?${numeral}`,
  'i',
);
const smallest = new RegExp(`(?:at least|no less than|minimum (?:value )?(?:is|of))\\s*\`?${numeral}`, 'i');
const above = /\binteger (?:greater|larger) than\s*`?(-?\d+)/i;

/** "Valid values: 1 to 100", "range from 0 to 5", "between 1 and 10", "[1, 100]", "an integer greater than 0" */
export const numberRange = (text: string): Ends | null => {
  if (!/\d/.test(text)) return null;
  const range = ends(namedRange, text) ?? ends(bracketedRange, text);
  if (range !== null) return range;
  const max = greatest.exec(text)?.[1];
  const min = smallest.exec(text)?.[1];
  const exclusive = above.exec(text)?.[1];
  if (max === undefined && min === undefined && exclusive === undefined) return null;
  const least = min ?? (exclusive === undefined ? undefined : String(Number(exclusive) + 1));
  return {
    min: least === undefined ? null : numberOf(least),
    max: max === undefined ? null : numberOf(max),
  };
};

const items = new RegExp(
  `\\b(?:up to|at most|maximum of)\\s*\`?${counted}\`?\\s+((?:[a-z]+\\s+){0,3}?[a-z]+s)\\b`,
  'i',
);

/** What is measured rather than listed. */
const measures =
  /\b(?:characters?|letters|digits|places|decimals?|bits?|bytes|minutes|seconds|hours|days|weeks|months|years)\b/i;

/** "up to 5 security groups", "at most 20 tags" */
export const maxItems = (text: string): number | null => {
  const match = items.exec(text);
  return match?.[1] === undefined || measures.test(match[2] ?? '') ? null : numberOf(match[1]);
};

/** "Unit: GiB", "its unit of measurement is GiB", "measured in minutes" */
export const unitOf = (text: string): string | null =>
  /\b(?:unit(?:\s+of\s+measurement)?|measured in)\s*(?:is|:|：)?\s*`?([A-Za-z/]+)`?/i.exec(text)?.[1] ?? null;
