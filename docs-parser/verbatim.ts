/** Text that Markdown hands on as it is: code between two fences at the first column, and the front matter. */
export interface Verbatim {
  /** The line that opens it, from 1. */
  readonly line: number;
  /** Offset of its first character. */
  readonly from: number;
  /** Offset of the line that closes it; the text ends one character before. */
  readonly to: number;
  /** How many lines it has. */
  readonly lines: number;
}

const opening = /^(`{3,})[^`]*$/;
const closing = /^ {0,3}(`{3,})[ \t]*$/;
const blank = /^[ \t]*$/;
const matter = /^---[ \t]*$/;

/** A fence that is indented, in a list or a quotation, or of tildes. */
const otherFence = /^[\s>*+\-\d.)]*(?:`{3}|~{3})/;

/** HTML that does not end at a blank line; a comment of one line does. */
const openHtml = /^[\s>*+\-\d.)]*<(?:[!?]|script|pre|style|textarea)/i;
const comment = /^<!-- [^>]* -->[ \t]*$/;

/** HTML that ends at a blank line. */
const html = /^ {0,3}</;

/**
 * The verbatim parts that a line-by-line look can be sure of: those before the first line from which on it takes a
 * Markdown parser to tell what a fence is.
 */
export const verbatimIn = (text: string): Verbatim[] => {
  if (text.includes('\r')) return [];
  const lines = text.split('\n');
  const found: Verbatim[] = [];
  let isHtml = false;
  let offset = 0;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const closed = at === 0 ? frontMatterEnd(lines) : fenceEnd(lines, at, isHtml);
    if (closed === undefined) {
      if (otherFence.test(line) || (openHtml.test(line) && !comment.test(line))) break;
      isHtml = !blank.test(line) && (isHtml || html.test(line));
      offset += line.length + 1;
      continue;
    }
    const from = offset + line.length + 1;
    let to = from;
    for (const inside of lines.slice(at + 1, closed)) to += inside.length + 1;
    if (to > from) found.push({ line: at + 1, from, to, lines: closed - at - 1 });
    offset = to + (lines[closed]?.length ?? 0) + 1;
    at = closed;
  }
  return found;
};

/** The line that closes the front matter; undefined where there is none. */
const frontMatterEnd = (lines: readonly string[]): number | undefined => {
  if (!matter.test(lines[0] ?? '')) return undefined;
  const end = lines.findIndex((line, at) => at > 0 && matter.test(line));
  return end === -1 ? undefined : end;
};

/** The line that closes the fence that a line opens; undefined where it opens none, or nothing closes it. */
const fenceEnd = (lines: readonly string[], at: number, isHtml: boolean): number | undefined => {
  const ticks = isHtml ? undefined : opening.exec(lines[at] ?? '')?.[1]?.length;
  if (ticks === undefined) return undefined;
  for (let end = at + 1; end < lines.length; end++)
    if ((closing.exec(lines[end] ?? '')?.[1]?.length ?? 0) >= ticks) return end;
  return undefined;
};
