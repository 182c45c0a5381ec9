import type { List, ListItem, Nodes, Paragraph } from 'mdast';
import { placeOf } from '../place.ts';
import type { Position } from '../position.ts';
import { plainText } from '../text/plain-text.ts';
import { readHead, withoutNotes } from './head.ts';
import type { Head } from './head.ts';
import { ownLines } from './unlisted.ts';

/** A list item that describes a name: "* `name` - (flags) text". */
export interface Bullet extends Head {
  readonly position: Position;
  /** Lists inside the item. */
  readonly lists: readonly List[];
  /** Paragraphs that stand between the name's own and a list. */
  readonly leads: ReadonlyMap<List, string>;
  /** Headings that it links to, without "#". */
  readonly anchors: readonly string[];
}

declare module 'mdast' {
  interface ListItemData {
    /** What it was read as; null where it names nothing. */
    bullet?: Bullet | null;
  }
}

/**
 * Reads an item as a bullet; undefined where it names nothing, as a value or a remark does.
 * @param isBare do names stand without ticks in its list?
 */
export const readBullet = (item: ListItem, isBare = false): Bullet | undefined => {
  if (isBare) return bulletOf(item, true);
  // Whether a list holds members, what it holds and whose notes they are is asked of each item several times.
  const data = (item.data ??= {});
  if (data.bullet === undefined) data.bullet = bulletOf(item, false) ?? null;
  return data.bullet ?? undefined;
};

const bulletOf = (item: ListItem, isBare: boolean): Bullet | undefined => {
  const [first, ...rest] = item.children;
  if (first?.type !== 'paragraph') return undefined;
  const head = readHead(ownLines(headText(first)), isBare);
  if (head === undefined) return undefined;
  const anchors: string[] = [];
  addAnchors(first, anchors);
  const position = placeOf(item);
  // Most items have nothing but their line.
  if (rest.length === 0) return { ...head, position, lists: [], leads: none, anchors };
  const more = rest.filter((node) => node.type === 'paragraph').map((node) => plainText(node));
  return {
    ...head,
    text: [head.text, ...more.map(withoutNotes)].filter((part) => part !== '').join('\n\n'),
    wording: [head.wording, ...more].join('\n\n').trim(),
    position,
    lists: rest.filter((node): node is List => node.type === 'list'),
    leads: leadsIn(rest),
    anchors,
  };
};

/** The paragraph's text; a name that stands in bold in front of a dash, colon or flags is as good as one in ticks. */
const headText = (paragraph: Paragraph): string => {
  const text = plainText(paragraph);
  const [first] = paragraph.children;
  if (first?.type !== 'strong') return text;
  const bold = plainText(first);
  const behind = text.slice(bold.length);
  return /^[a-z][a-z0-9_.]*$/.test(bold) && /^\s*(?:[-–—:：]\s|\()/.test(behind)
    ? `\`${bold}\`${behind}`
    : text;
};

const none: ReadonlyMap<List, string> = new Map();

const leadsIn = (nodes: ListItem['children']): Map<List, string> =>
  new Map(
    nodes.flatMap((node, at) => {
      const before = nodes[at - 1];
      return node.type === 'list' && before?.type === 'paragraph' ? [[node, plainText(before)]] : [];
    }),
  );

const addAnchors = (node: Nodes, anchors: string[]): void => {
  if (node.type === 'link') {
    if (node.url.startsWith('#')) anchors.push(node.url.slice(1).toLowerCase());
  } else if ('children' in node) for (const child of node.children) addAnchors(child, anchors);
};
