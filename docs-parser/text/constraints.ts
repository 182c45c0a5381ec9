import type { Constraints } from '../page-spec.ts';
import type { Position } from '../position.ts';

export const noConstraints = (): Constraints => ({
  validValues: null,
  default: null,
  range: null,
  length: null,
  maxItems: null,
  conflictsWith: null,
  requiredWhen: null,
  immutable: null,
  unit: null,
});

/**
 * Reads what the text of an argument states about its values.
 * @param text plain text with inline code in backticks
 * @param position place of the text; the constraints carry it
 * @param values values that sub-bullets list
 */
export const readConstraints = (
  text: string,
  position: Position,
  values: readonly string[] = [],
): Constraints => {
  const inline = validValues(text);
  const listed = values.length > 0 ? [...values] : inline;
  const standard = defaultValue(text);
  const length = lengthRange(text);
  const range = length === null ? numberRange(text) : null;
  const items = maxItems(text);
  const conflicts = conflictingArguments(text);
  const condition = requiredWhen(text);
  const unit = unitOf(text);
  return {
    validValues: listed.length === 0 ? null : { values: listed, position },
    default: standard === null ? null : { value: standard, position },
    range: range === null ? null : { ...range, position },
    length: length === null ? null : { ...length, position },
    maxItems: items === null ? null : { value: items, position },
    conflictsWith: conflicts.length === 0 ? null : { arguments: conflicts, position },
    requiredWhen: condition === null ? null : { condition, position },
    immutable: /can(?:not|'t) be (?:changed|modified|updated)|immutable/i.test(text) ? { position } : null,
    unit: unit === null ? null : { value: unit, position },
  };
};

const unquote = (text: string): string => text.trim().replace(/^[`"'*]+|[`"'*.]+$/g, '');

/** "Valid values: `a`, `b` and `c`.", "Valid values: [a, b]" */
const validValues = (text: string): string[] => {
  const after =
    /\b(?:(?:valid|possible|allowed|available|optional|supported)\s+(?:values?|items|options)|value\s+(?:range|options))(?:\s+(?:are|is|include))?\s*[:：]?\s*/i.exec(
      text,
    );
  if (after === null) return [];
  const rest = text.slice(after.index + after[0].length);
  const bracketed = /^\[([^\]]*)\]/.exec(rest)?.[1];
  // "Value range: [1, 200]" names the ends of a range, no values.
  if (bracketed !== undefined && /\brange\b/i.test(after[0]) && /^[^,]*\d[^,]*,[^,]*\d[^,]*$/.test(bracketed))
    return [];
  if (bracketed !== undefined)
    return bracketed
      .split(',')
      .map(unquote)
      .filter((value) => value !== '');
  const coded = /^(?:`[^`]*`(?:\s*\([^)]*\))?(?:\s*[,，;|]?\s*(?:and|or)?\s*))+/i.exec(rest)?.[0];
  if (coded !== undefined) return [...coded.matchAll(/`([^`]*)`/g)].map((match) => unquote(match[1] ?? ''));
  const sentence = /^[^.\n]*/.exec(rest)?.[0] ?? '';
  const words = sentence
    .split(/\s*(?:,|，|\||\band\b|\bor\b)\s*/)
    .map(unquote)
    .filter((word) => word !== '');
  return words.length > 1 && words.every((word) => /^[\w.:/-]+$/.test(word)) ? words : [];
};

/**
 * "Default value: `x`", "Defaults to x.", "The default value is `x`", "`x` (default)"; none where it depends on others
 * ("Default value: If …, the default value is `x`. Otherwise, …").
 */
const defaultValue = (text: string): string | null => {
  const match =
    /\bdefaults?(?:\s+values?)?(?:\s+is|\s+to|\s*[:：=])\s*(`[^`]*`|"[^"]*"|'[^']*'|[\w.:/+-]+)/i.exec(
      text,
    )?.[1] ?? /(`[^`\n]+`)\s*\(default\)/i.exec(text)?.[1];
  return match === undefined || /^(?:if|when)$/i.test(match) ? null : unquote(match);
};

const number = (text: string): number => Number(text.replaceAll(',', '').replace('−', '-'));
const numeral = '(-?\\d[\\d,]*(?:\\.\\d+)?)';

const between = (text: string, before: string, after: string): { min: number; max: number } | null => {
  const pattern = new RegExp(
    `${before}\\s*[\`[(]?${numeral}\`?\\s*(?:to|~|-|–|and|,)\\s*\`?${numeral}[\`\\])]?${after}`,
    'i',
  );
  const match = pattern.exec(text);
  return match?.[1] === undefined || match[2] === undefined
    ? null
    : { min: number(match[1]), max: number(match[2]) };
};

/** "2 to 128 characters", "2 to 256 English or Chinese characters", "length must be 2-128" */
const lengthRange = (text: string): { min: number | null; max: number | null } | null =>
  between(text, '', '\\s*(?:\\w+\\s+){0,3}characters') ?? between(text, 'length[^.\\d]{0,40}', '');

/** "Valid values: 1 to 100", "range from 0 to 5", "between 1 and 10", "[1, 100]" */
const numberRange = (text: string): { min: number | null; max: number | null } | null => {
  const range =
    between(text, '(?:values?|range[s]?|between|from)[^.\\d-]{0,40}', '') ??
    between(text, '(?=\\[)', '(?<=\\])');
  if (range !== null) return range;
  const most = new RegExp(
    `(?:at most|no more than|maximum (?:value )?(?:is|of)|up to)\\s*\`?${numeral}`,
    'i',
  ).exec(text)?.[1];
  const least = new RegExp(
    `(?:at least|no less than|minimum (?:value )?(?:is|of))\\s*\`?${numeral}`,
    'i',
  ).exec(text)?.[1];
  if (most === undefined && least === undefined) return null;
  return {
    min: least === undefined ? null : number(least),
    max: most === undefined ? null : number(most),
  };
};

/** "up to 5 security groups", "at most 20 tags" */
const maxItems = (text: string): number | null => {
  const match = new RegExp(
    `(?:up to|at most|maximum of)\\s*\`?${numeral}\`?\\s+(?:[a-z]+\\s+){0,3}[a-z]+s\\b`,
    'i',
  ).exec(text)?.[1];
  return match === undefined ? null : number(match);
};

/**
 * "It conflicts with `a`", "cannot be set at the same time as the `a` parameter", "One of `a` and `b` must be set but
 * can not be set at the same time"
 */
const conflictingArguments = (text: string): string[] => {
  const sentence =
    /\bconflicts?(?:ing)?\s+with\s+([^.\n]*)/i.exec(text)?.[1] ??
    /\bcan\s?not be (?:set|specified|used) (?:at the same time (?:as|with)|together with)\s+([^.\n]*)/i.exec(
      text,
    )?.[1] ??
    /\bone of\s+([^.\n]*?)\s+must be (?:set|specified),?\s+but (?:can\s?not|not) (?:be (?:set|specified) )?(?:at the same time|together)/i.exec(
      text,
    )?.[1] ??
    /\bmust be (?:set|specified),?\s+but not (?:together )?with\s+([^.\n]*)/i.exec(text)?.[1];
  return sentence === undefined
    ? []
    : [...sentence.matchAll(/`([a-z][a-z0-9_]*)`/g)].map((match) => match[1] ?? '');
};

const requiredWhen = (text: string): string | null =>
  /\b(?:is |must be |are )?(?:required|valid|takes effect|effective)\s+(?:only\s+)?(?:when|if)\s+([^.\n]+)/i
    .exec(text)?.[1]
    ?.trim() ?? null;

const unitOf = (text: string): string | null =>
  /\b(?:unit(?:\s+of\s+measurement)?|measured in)\s*(?:is|:|：)?\s*`?([A-Za-z/]+)`?/i.exec(text)?.[1] ?? null;
