/** "Valid values:", "Possible values are", "Value options:"; else "Value:", "The values are:" */
const announcements: readonly RegExp[] = [
  /\b(?:(?:valid|possible|allowed|available|optional|supported)\s+(?:values?|items|options)|value\s+(?:range|options))(?:\s+(?:are|is|include))?\s*[:：]?\s*/i,
  /(?<!default\s)\bvalues?\s*(?:is|are)?\s*[:：]\s*/i,
];

/** `a`, `b` (the second) and `c` */
const ticked = /^(?:`[^`]*`(?:\s*\([^)]*\))?(?:\s*[,，;|/]?\s*(?:and|or)?\s*))+/i;

/** Values that a text names in a row: "Valid values: `a`, `b` and `c`.", "[a, b]", "It must be `a` or `b`." */
export const validValues = (text: string): string[] => {
  for (const announcement of announcements) {
    const after = announcement.exec(text);
    if (after !== null)
      return announcedValues(text.slice(after.index + after[0].length), /\brange\b/i.test(after[0]));
  }
  return impliedValues(text);
};

const announcedValues = (rest: string, isRange: boolean): string[] => {
  const bracketed = /^\[([^\]]*)\]/.exec(rest)?.[1];
  if (bracketed !== undefined) {
    // "Value range: [1, 200]" names the ends of a range, no values.
    const isEnds = isRange && /^[^,]*\d[^,]*,[^,]*\d[^,]*$/.test(bracketed);
    return isEnds ? [] : bracketed.split(',').map(unquote).filter(isWritten);
  }
  const glossed = glossedValues(rest);
  if (glossed.length > 1) return glossed;
  const coded = ticked.exec(rest)?.[0];
  if (coded !== undefined) return tickedIn(coded);
  const explained = explainedValues(rest);
  if (explained.length > 1) return explained;
  const sentence = /^[^.\n]*/.exec(rest)?.[0] ?? '';
  const words = sentence
    .split(/\s*(?:,|，|\||\band\b|\bor\b)\s*/)
    .map(unquote)
    .filter(isWritten);
  return words.length > 1 && words.every((word) => /^[\w.:/-]+$/.test(word)) ? words : [];
};

/** Each with what it means behind it, in one sentence or several: "`a`: the first; `b`: the second." */
const glossedValues = (rest: string): string[] =>
  /^`[^`]+`(?:\s*\([^)]*\))?\s*[:：]/.test(rest)
    ? [...rest.matchAll(/(?:^|[,;.，；。]\s*(?:and\s|or\s)?\s*)`([^`]+)`(?:\s*\([^)]*\))?\s*[:：]/gi)].map(
        (match) => unquote(match[1] ?? ''),
      )
    : [];

/** A list that has lost its line breaks: "Open: the first.Target: the second.", "-true: yes.-false (default): no." */
const explainedValues = (rest: string): string[] =>
  [...rest.matchAll(/(?:^|[.。]-?|-)([A-Za-z]\w*)(?:\s*\(default\))?\s*[:：]\s/gi)]
    .map((match) => match[1] ?? '')
    .filter((word) => !/^(?:note|default|unit|example)$/i.test(word));

/** "can be either `a` or `b`", "It must be `a` or `b`"; one value alone only where the text speaks of the value. */
const impliedValues = (text: string): string[] => {
  const several = /(?:^|[^`\s]\s+)(?:can|must|should)\s+be\s+(?:either\s+|one\s+of\s+)?(?=`)/i.exec(text);
  if (several !== null) {
    const values = tickedIn(ticked.exec(text.slice(several.index + several[0].length))?.[0] ?? '');
    if (values.length > 1) return values;
  }
  const single = /\b(?:the value (?:can|must) be|only supports?)\s+(`[^`]+`)(?!\s*(?:,|or|and)\s*`)/i.exec(
    text,
  );
  return single?.[1] === undefined ? [] : [unquote(single[1])];
};

const tickedIn = (text: string): string[] =>
  [...text.matchAll(/`([^`]*)`/g)].map((match) => unquote(match[1] ?? ''));

const isWritten = (value: string): boolean => value !== '';

/** A value without its ticks, quotes or stars, and without the full stop behind it. */
export const unquote = (text: string): string => text.trim().replace(/^[`"'*]+|[`"'*.]+$/g, '');
