import type { Position } from '../position.ts';
import { textOfSource } from '../text/raw-text.ts';
import { statesMember } from '../text/flags.ts';
import type { Bullet } from './bullets.ts';
import { readHead } from './head.ts';

/** A bullet in a line that CommonMark takes for running text. */
export interface UnlistedBullet {
  readonly bullet: Bullet;
  /** Column that its mark or name stands in; a tab goes to the next column that is 1 more than a multiple of 4. */
  readonly column: number;
}

/**
 * How such a line begins: "-`a` (", "● `a` - (", "`a` - (" with no mark at all; or with a mark and a space, where
 * the line is indented so far that Markdown sees no list in it.
 */
const start =
  /^[ \t]*(?:[-*+●•][ \t]*)?(?=`[a-z]\w*`[ \t]*(?:-[ \t]*)?\()|^[ \t]*[-*+][ \t]+(?=`[a-z]\w*`[ \t]+-[ \t])/;

/** The lines of a text before the first that is a bullet of its own; the first line always counts. */
export const ownLines = (text: string): string => {
  if (!text.includes('\n')) return text;
  const lines = text.split('\n');
  const end = lines.findIndex((line, at) => at > 0 && startsBullet(line));
  return end === -1 ? text : lines.slice(0, end).join('\n');
};

/**
 * Bullets in lines that CommonMark takes for running text: no space behind the dash, no dash at all, a dot of
 * another script, or too far indented (GRAMMAR.md, section 2: "Not seen by CommonMark").
 * @param raw the paragraph's Markdown @param place of its first line
 * @param isItem is the first line a list item's own?
 */
export const readUnlisted = (raw: string, place: Position, isItem = false): UnlistedBullet[] => {
  if (!raw.includes('`') || (isItem && !raw.includes('\n'))) return [];
  const lines = raw.split('\n');
  const starts = lines.flatMap((line, at) => (!(isItem && at === 0) && startsBullet(line) ? [at] : []));
  return starts.flatMap((from, at) => {
    const end = starts[at + 1] ?? lines.length;
    const own = lines.slice(from, end).map((line) => line.trim());
    const head = readHead(textOfSource(own.join('\n')).replace(start, ''));
    if (head === undefined) return [];
    const column = from === 0 ? place.column : columnOf(lines[from] ?? '');
    const position = {
      line: place.line + from,
      column: from === 0 ? place.column : 1,
      endLine: place.line + end - 1,
      endColumn: (lines[end - 1]?.length ?? 0) + 1,
    };
    return [{ column, bullet: { ...head, position, lists: [], leads: new Map(), anchors: [] } }];
  });
};

/** With a mark and a dash it needs no flags; without, the flags must say how the name is set. */
const startsBullet = (line: string): boolean => {
  const mark = start.exec(line)?.[0];
  if (mark === undefined) return false;
  const flags = readHead(line.slice(mark.length))?.flags ?? null;
  return flags === null ? /[-*+]/.test(mark) : statesMember(flags);
};

const columnOf = (line: string): number => {
  let column = 1;
  for (const character of /^[ \t]*/.exec(line)?.[0] ?? '')
    column = character === '\t' ? column + 4 - ((column - 1) % 4) : column + 1;
  return column;
};
