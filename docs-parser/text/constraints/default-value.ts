import { unquote } from './valid-values.ts';

/** A value, and what it is no value with: "max{40, ImageSize}" is a formula. */
const value = '(`[^`]*`|"[^"]*"|\'[^\']*\'|[\\w.:/+-]+)(?![{(\\w])';

/** "Default value: `x`", "Defaults to x.", "The default value is `x`"; a break lost before it does no harm ("YearDefault value:"). */
const stated = new RegExp(
  `(?:\\bd|(?<=[a-z.])D)efaults?(?:\\s+values?)?(?:\\s+is|\\s+to|\\s*[:：=])\\s*[:：]?\\s*${value}`,
  'i',
);

/** "a default name is `x`" */
const named = /\bdefault\s+\w+\s+is\s+(`[^`]*`)/i;

/** "`x` (default)", "-false (default):", ", default IPv4." */
const marked = /(?:^|\s|[.:]-?)(`[^`\n]+`|[\w-]+)\s*\((?:the )?default(?: value)?\)/i;
const appended = /[,，]\s*default\s+(`[^`]*`|\w+)\s*[.;]?\s*$/im;

/**
 * The default that a text states; null where it states none, or one that depends on others ("Default value: If …, the
 * default value is `x`. Otherwise, …").
 * @param items what its lists say, one text an item
 */
export const defaultValue = (text: string, items: readonly string[] = []): string | null => {
  if (!/default/i.test(text) && !items.some((item) => /default/i.test(item))) return null;
  const match = (stated.exec(text) ?? named.exec(text) ?? marked.exec(text) ?? appended.exec(text))?.[1];
  if (match !== undefined) return isCondition(match) ? null : unquote(match);
  return /\bdefault value\b/i.test(text) ? null : defaultIn(items);
};

/** One item of a list is marked as the default, or holds the sentence that states it. */
const defaultIn = (items: readonly string[]): string | null => {
  const found = items.flatMap((item) => {
    const own =
      /^(`[^`]+`|"[^"]+"|[\w.-]+)\s*(?:\((?:the )?default(?: value)?\)|[:：-]\s*(?:the )?default value\b)/i.exec(
        item,
      );
    if (own?.[1] !== undefined) return [own[1]];
    const sentence = isCondition(item) ? undefined : stated.exec(item)?.[1];
    return sentence === undefined || isCondition(sentence) ? [] : [sentence];
  });
  const [only] = found;
  return only === undefined || found.length > 1 ? null : unquote(only);
};

const isCondition = (text: string): boolean => /^(?:if|when|for|the)\b/i.test(text);
