import type { List, ListItem } from 'mdast';
import { plainText } from '../text/plain-text.ts';

/** A list item that describes a name: "* `name` - (flags) text". */
export interface Bullet {
  readonly name: string;
  /** What stands in the parenthesis; null where there is none. */
  readonly flags: string | null;
  readonly text: string;
  readonly item: ListItem;
  /** Lists inside the item. */
  readonly lists: readonly List[];
}

const identifier = /^[a-z][a-z0-9_]*$/i;

/** Reads an item as a bullet; undefined where it names nothing, as a value or a remark does. */
export const readBullet = (item: ListItem): Bullet | undefined => {
  const [first, ...rest] = item.children;
  if (first?.type !== 'paragraph') return undefined;
  const [name, ...phrasing] = first.children;
  if (name?.type !== 'inlineCode' || !identifier.test(name.value.trim())) return undefined;
  const behind = phrasing.map((node) => plainText(node)).join('');
  const head = /^\s*[-–—:]?\s*/.exec(behind)?.[0] ?? '';
  const { inside, after } = takeParenthesis(behind.slice(head.length));
  // `name` alone, or `name` in running text, describes nothing.
  if (inside === null && !/[-–—:]/.test(head) && behind.trim() !== '') return undefined;
  const more = rest.filter((node) => node.type === 'paragraph').map((node) => plainText(node));
  return {
    name: name.value.trim(),
    flags: inside,
    text: [after.replace(/^\s*[-–—:]?\s*/, ''), ...more].join('\n\n').trim(),
    item,
    lists: rest.filter((node): node is List => node.type === 'list'),
  };
};

/** "(a (b), c) d" → inside "a (b), c", after " d". */
const takeParenthesis = (text: string): { inside: string | null; after: string } => {
  if (!text.startsWith('(')) return { inside: null, after: text };
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')') depth -= 1;
    if (depth === 0) return { inside: text.slice(1, at), after: text.slice(at + 1) };
  }
  return { inside: null, after: text };
};
