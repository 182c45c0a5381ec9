import type { List, ListItem, Nodes } from 'mdast';
import { placeOf } from '../place.ts';
import type { Position } from '../position.ts';
import { isKnownFlag } from '../text/flags.ts';
import { plainText } from '../text/plain-text.ts';

/** A list item that describes a name: "* `name` - (flags) text". */
export interface Bullet {
  readonly name: string;
  /** What stands in the parenthesis; null where there is none. */
  readonly flags: string | null;
  /** Its own words: notes and lists left out. */
  readonly text: string;
  /** The first paragraph's words: they tell what a list below it holds. */
  readonly intro: string;
  /** All its words, notes included: what is read for constraints. */
  readonly wording: string;
  /** What stands between name and text; "loose" is nothing at all. */
  readonly separator: 'dash' | 'colon' | 'loose';
  readonly position: Position;
  /** Lists inside the item. */
  readonly lists: readonly List[];
  /** Headings that it links to, without "#". */
  readonly anchors: readonly string[];
}

/** Reads an item as a bullet; undefined where it names nothing, as a value or a remark does. */
export const readBullet = (item: ListItem): Bullet | undefined => {
  const [first, ...rest] = item.children;
  if (first?.type !== 'paragraph') return undefined;
  const head = readHead(plainText(first));
  if (head === undefined) return undefined;
  const more = rest.filter((node) => node.type === 'paragraph').map((node) => plainText(node));
  return {
    ...head,
    text: [head.text, ...more.map(withoutNotes)].filter((part) => part !== '').join('\n\n'),
    wording: [head.wording, ...more].join('\n\n').trim(),
    position: placeOf(item),
    lists: rest.filter((node): node is List => node.type === 'list'),
    anchors: anchorsIn(first),
  };
};

const unlisted = /^\s*(?:[-*+●•]\s*)?(?=`[a-z]\w*`\s*(?:-\s*)?\()/;

/**
 * Bullets in lines that CommonMark takes for running text: no space behind the dash, no dash at all, or a dot
 * of another script (GRAMMAR.md, section 2: "Not seen by CommonMark").
 * @param place of the text's first line
 */
export const readUnlisted = (text: string, place: Position): Bullet[] => {
  const lines = text.split('\n');
  const starts = lines.flatMap((line, at) => (unlisted.test(line) ? [at] : []));
  return starts.flatMap((start, at) => {
    const end = starts[at + 1] ?? lines.length;
    const head = readHead(lines.slice(start, end).join('\n').replace(unlisted, ''));
    if (head?.flags === null || head === undefined) return [];
    const position = {
      line: place.line + start,
      column: start === 0 ? place.column : 1,
      endLine: place.line + end - 1,
      endColumn: (lines[end - 1]?.length ?? 0) + 1,
    };
    return [{ ...head, position, lists: [], anchors: [] }];
  });
};

type Head = Omit<Bullet, 'position' | 'lists' | 'anchors'>;

/** "`name` - (flags) text" */
const readHead = (line: string): Head | undefined => {
  const named = /^`\s*([a-z][a-z0-9_]*)\s*`/i.exec(line);
  if (named?.[1] === undefined) return undefined;
  const behind = line.slice(named[0].length);
  const gap = /^\s*([-–—:：]?)\s*/.exec(behind);
  const mark = gap?.[1] ?? '';
  const { flags, after } = takeFlags(behind.slice(gap?.[0].length ?? 0));
  const wording = after.replace(/^\s*[-–—:：]?\s*/, '').trim();
  return {
    name: named[1],
    flags,
    text: withoutNotes(wording),
    intro: withoutNotes(wording),
    wording,
    separator: separatorOf(mark, flags, after),
  };
};

const separatorOf = (mark: string, flags: string | null, after: string): Bullet['separator'] => {
  if (mark === ':' || mark === '：') return 'colon';
  if (mark !== '') return 'dash';
  if (flags !== null) return /^\s*[:：]/.test(after) ? 'colon' : 'dash';
  return 'loose';
};

/** Text up to its first "-> **NOTE:**" line. */
const withoutNotes = (text: string): string => (text.split(/^[ \t]*[-~!]>/m)[0] ?? '').trim();

/** Takes the parentheses that state flags; a page may use two of them. */
const takeFlags = (text: string): { flags: string | null; after: string } => {
  const first = takeParenthesis(text);
  if (first === null || !(isKnownFlag(first.inside) || first.inside.length <= 40))
    return { flags: null, after: text };
  const second = takeParenthesis(first.after.trimStart());
  return second !== null && isKnownFlag(second.inside)
    ? { flags: `${first.inside}, ${second.inside}`, after: second.after }
    : { flags: first.inside, after: first.after };
};

/** "(a (b), c) d" → inside "a (b), c", after " d"; null where none opens, or it never closes. */
const takeParenthesis = (text: string): { inside: string; after: string } | null => {
  if (!text.startsWith('(')) return null;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')') depth -= 1;
    if (depth === 0) return { inside: text.slice(1, at), after: text.slice(at + 1) };
  }
  return null;
};

const anchorsIn = (node: Nodes): string[] => {
  if (node.type === 'link') return node.url.startsWith('#') ? [node.url.slice(1).toLowerCase()] : [];
  return 'children' in node ? node.children.flatMap((child) => anchorsIn(child)) : [];
};
