import type { List, ListItem } from 'mdast';
import { statesMember } from '../text/flags.ts';
import { oneLine, plainText } from '../text/plain-text.ts';
import { readBullet } from './bullets.ts';
import type { Bullet } from './bullets.ts';

/**
 * Does a list below a name hold its members? Flags behind a name say so; else the sentence before the list;
 * else the separator: a dash is a member's, a colon a value's (EDGE-CASES.md: a strong signal on real pages).
 * @param owner the name that the list stands below, and what stands before the list
 * @param kind of the section: an argument has flags, an attribute mostly none
 */
export const holdsMembers = (
  list: List,
  { intro, flags }: Pick<Bullet, 'intro' | 'flags'>,
  kind: 'arguments' | 'attributes',
): boolean => {
  const named = list.children.flatMap((item) => readBullet(item) ?? []);
  if (named.length === 0 || named.every(({ name }) => literals.has(name))) return false;
  if (named.some((one) => one.flags !== null && statesMember(one.flags))) return true;
  if (announcesValues(intro) || named.every(({ name }) => intro.includes(`\`${name}\``))) return false;
  const names = named.filter(({ name }) => /^[a-z][a-z0-9_]*$/.test(name));
  if (announcesMembers(intro)) return names.length > 0;
  // Below an argument with flags, names without any are cases ("`premium_version` - 20 at most").
  if (kind === 'arguments' && flags !== null && statesMember(flags)) return false;
  return names.some(({ separator }) => separator === 'dash');
};

/** Members without ticks, below a sentence that announces them: "Each item contains two field:", "key: The key". */
export const holdsBareMembers = (list: List, { intro }: Pick<Bullet, 'intro'>): boolean =>
  /\b(?:fields?|attributes|arguments|parameters|properties)\s*[:：]\s*$/i.test(intro) &&
  list.children.every((item) => /^[a-z][a-z0-9_]*\s*[:：]\s/.test(plainText(item.children[0] ?? item)));

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
    list.children.every(
      (item) => literals.has(readBullet(item)?.name ?? '') || explainsValue(itemText(item)),
    );
  return isAnnounced ? values.flatMap((value) => value ?? []) : [];
};

/** "`NoSpot`: A regular instance." A bracket or a number behind the colon is what another argument's value asks for. */
const explainsValue = (text: string): boolean => /^`[^`]+`\s*(?:\([^)]*\)\s*)?[:：]\s*[^\s[\d`]/.test(text);

/** The text of each item, without what is nested in it. */
export const itemTexts = (list: List): string[] => list.children.map(itemText);

const itemText = (item: ListItem): string =>
  oneLine(item.children.map((child) => (child.type === 'list' ? '' : plainText(child))).join(' '));

const valueOf = (item: ListItem): string | undefined => {
  const text = itemText(item);
  const [, quoted, ticked, words, bare] =
    /^(?:`"([^"`]+)"`|`([^`]+)`|"([^"]+)"|([\w.:/-]+))\s*(?:[:：(-]|$)/.exec(text) ?? [];
  // "`mode="slow"`: …" is about another argument's value.
  return quoted ?? (/^\w+\s*=\s*"/.test(ticked ?? '') ? undefined : ticked) ?? words ?? bare;
};

/** A list's items as text, one a line, indented as they are nested: what a list says beyond its values. */
export const listText = (list: List, indent = ''): string =>
  list.children
    .map((item) =>
      [
        `${indent}- ${itemText(item)}`,
        ...item.children.flatMap((child) => (child.type === 'list' ? [listText(child, `${indent}  `)] : [])),
      ].join('\n'),
    )
    .join('\n');
