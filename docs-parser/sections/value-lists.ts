import type { List, ListItem } from 'mdast';
import { isKnownFlag } from '../text/flags.ts';
import { oneLine, plainText } from '../text/plain-text.ts';
import { readBullet } from './bullets.ts';

/**
 * Does a list below a name hold its members? Flags behind a name say so; else the sentence before the list;
 * else the separator: a dash is a member's, a colon a value's (EDGE-CASES.md: a strong signal on real pages).
 * @param intro what stands before the list
 */
export const holdsMembers = (list: List, intro: string): boolean => {
  const named = list.children.flatMap((item) => readBullet(item) ?? []);
  if (named.length === 0 || named.every(({ name }) => literals.has(name))) return false;
  if (named.some(({ flags }) => flags !== null && isKnownFlag(flags))) return true;
  if (announcesValues(intro)) return false;
  const names = named.filter(({ name }) => /^[a-z][a-z0-9_]*$/.test(name));
  return announcesMembers(intro)
    ? names.length > 0
    : names.some(({ separator, flags }) => separator === 'dash' && flags === null);
};

const literals = new Set(['true', 'false', 'none', 'all']);

/** "… Valid values:", "Value range:", "The options are:" */
export const announcesValues = (intro: string): boolean =>
  /\b(?:values?|options?|items|enumerations?|one of)\b[^.]{0,80}[:：]?\s*$/i.test(lastSentence(intro));

/** "Each element contains the following attributes:", "It supports:" */
export const announcesMembers = (intro: string): boolean =>
  /\b(?:contains?|supports?|includes?|consists?|attributes|arguments|fields|parameters|properties)\b/i.test(
    lastSentence(intro),
  );

const lastSentence = (text: string): string =>
  text
    .trim()
    .split(/[.!?]\s+|\n\n/)
    .at(-1) ?? '';

/**
 * The values that a list below a name states; none where the list is remarks.
 * @param intro what stands before the list
 */
export const valuesIn = (list: List, intro: string): string[] => {
  const values = list.children.map(valueOf);
  const isAnnounced =
    announcesValues(intro) ||
    (/[:：]\s*$/.test(intro) && values.every((value) => value !== undefined)) ||
    list.children.every((item) => literals.has(readBullet(item)?.name ?? ''));
  return isAnnounced ? values.flatMap((value) => value ?? []) : [];
};

const valueOf = (item: ListItem): string | undefined => {
  const text = oneLine(
    item.children.map((child) => (child.type === 'list' ? '' : plainText(child))).join(' '),
  );
  const value = /^(?:`([^`]+)`|"([^"]+)"|([\w.:/-]+))\s*(?:[:：(-]|$)/.exec(text);
  return value?.[1] ?? value?.[2] ?? value?.[3];
};

/** A list's items as text, one a line, indented as they are nested: what a list says beyond its values. */
export const listText = (list: List, indent = ''): string =>
  list.children
    .map((item) =>
      [
        `${indent}- ${oneLine(item.children.map((child) => (child.type === 'list' ? '' : plainText(child))).join(' '))}`,
        ...item.children.flatMap((child) => (child.type === 'list' ? [listText(child, `${indent}  `)] : [])),
      ].join('\n'),
    )
    .join('\n');
