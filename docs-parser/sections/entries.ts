import type { List, ListItem, Nodes, RootContent } from 'mdast';
import type { Finding } from '../page-spec.ts';
import { placeOf } from '../place.ts';
import { finding } from '../rules.ts';
import { oneLine, plainText } from '../text/plain-text.ts';
import { BlockNames } from './block-names.ts';
import { readBullet, readUnlisted } from './bullets.ts';
import type { Bullet } from './bullets.ts';
import { announcesMembers, announcesValues, holdsMembers, listText, valuesIn } from './value-lists.ts';

/** One name of a section's lists, with the path that headings, paragraphs and indentation give it. */
export interface Entry {
  readonly path: readonly string[];
  readonly bullet: Bullet;
  /** Values that the bullet's own lists name, where they are no lists of members. */
  values: readonly string[];
  /** The bullet's text, and what its lists of values and remarks say. */
  text: string;
}

type Block = readonly (readonly string[])[];

const outermost: Block = [[]];

/** The names that a section's lists describe, nested ones included, in the order of the page. */
export const readEntries = (nodes: readonly RootContent[]): { entries: Entry[]; findings: Finding[] } => {
  const reader = new EntryReader();
  for (const node of nodes) reader.read(node);
  return reader;
};

class EntryReader {
  readonly entries: Entry[] = [];
  readonly findings: Finding[] = [];
  readonly #names = new BlockNames();
  #block: Block = outermost;
  /** A heading's block is not opened anew by the sentence below it. */
  #isHeaded = false;

  read(node: RootContent): void {
    if (node.type === 'heading') {
      const block = this.#names.ofHeading(plainText(node));
      this.#isHeaded = block.length > 0;
      this.#block = this.#isHeaded ? block : outermost;
    } else if (node.type === 'thematicBreak') {
      this.#block = outermost;
      this.#isHeaded = false;
    } else if (node.type === 'paragraph') this.#readParagraph(plainText(node), node);
    else if (node.type === 'code' && (node.lang ?? null) === null) this.#readParagraph(node.value, node);
    else if (node.type === 'list') {
      if (this.#continues(node)) return;
      for (const parent of this.#block) this.#readList(node, parent);
    }
  }

  #readParagraph(text: string, node: RootContent): void {
    if (node.type === 'paragraph' && !this.#isHeaded)
      this.#block = this.#names.ofParagraph(text) ?? this.#block;
    for (const bullet of readUnlisted(text, placeOf(node))) {
      this.findings.push(
        finding('bullet-unlisted', bullet.position, `The line about ${bullet.name} is not part of a list.`),
      );
      for (const parent of this.#block) this.#add([...parent, bullet.name], bullet);
    }
  }

  /** Values that another bullet character has cut off from their argument ("* `a` - …:", then "- `x`: …"). */
  #continues(list: List): boolean {
    const last = this.entries.at(-1);
    if (last === undefined || !announcesValues(last.bullet.intro) || holdsMembers(list, last.bullet.intro))
      return false;
    const values = valuesIn(list, last.bullet.intro);
    if (values.length < list.children.length) return false;
    last.values = [...last.values, ...values];
    last.text = `${last.text}\n${listText(list)}`;
    return true;
  }

  #add(path: readonly string[], bullet: Bullet): void {
    const others = bullet.lists.filter((inner) => !holdsMembers(inner, bullet.intro));
    this.#names.add(path, bullet.anchors, bullet.text);
    this.entries.push({
      path,
      bullet,
      values: others.flatMap((inner) => valuesIn(inner, bullet.intro)),
      text: [bullet.text, ...others.map((inner) => listText(inner))].filter((part) => part !== '').join('\n'),
    });
  }

  #readList(list: List, parent: readonly string[]): void {
    const margin = placeOf(list.children[0]).column;
    // One space is too little for CommonMark to nest an item; below "contains the following" it was meant to.
    let owner: readonly string[] | undefined;
    for (const item of list.children) {
      const bullet = readBullet(item);
      if (bullet === undefined || (bullet.separator === 'loose' && !/^[A-Z]|^$/.test(bullet.text))) {
        this.#leave(item, parent);
        continue;
      }
      const isOwned = owner !== undefined && bullet.position.column > margin;
      const path = [...(isOwned && owner !== undefined ? owner : parent), bullet.name];
      if (!isOwned) owner = announcesMembers(bullet.intro) && bullet.lists.length === 0 ? path : undefined;
      this.#add(path, bullet);
      for (const line of readUnlisted(plainText(item.children[0] ?? item), placeOf(item)).slice(1)) {
        this.findings.push(
          finding('bullet-unlisted', line.position, `The line about ${line.name} is not part of a list.`),
        );
        this.#add([...parent, line.name], line);
      }
      for (const inner of bullet.lists) if (holdsMembers(inner, bullet.intro)) this.#readList(inner, path);
    }
  }

  /** An item that names nothing; what its lists name stands in the block that the item stands in. */
  #leave(item: ListItem, parent: readonly string[]): void {
    this.findings.push(unclassified(item));
    for (const inner of item.children)
      if (inner.type === 'list') {
        if (holdsMembers(inner, '')) this.#readList(inner, parent);
        else for (const left of inner.children) this.#leave(left, parent);
      }
  }
}

/** The findings of the items in a part of the page that describes no names; those below other items included. */
export const unclassifiedWithin = (node: Nodes): Finding[] => [
  ...(node.type === 'listItem' ? [unclassified(node)] : []),
  ...('children' in node ? node.children.flatMap((child) => unclassifiedWithin(child)) : []),
];

/** The finding of an item that is neither argument, attribute, value nor timeout. */
const unclassified = (item: ListItem): Finding =>
  finding(
    'bullet-unclassified',
    placeOf(item),
    `Not understood: ${oneLine(plainText(item.children[0] ?? item)).slice(0, 80)}`,
  );
