import type { List, ListItem, Nodes, RootContent } from 'mdast';
import type { Finding } from '../page-spec.ts';
import { placeOf } from '../place.ts';
import { finding } from '../rules.ts';
import { oneLine, plainText } from '../text/plain-text.ts';
import { BlockNames } from './block-names.ts';
import { readBullet } from './bullets.ts';
import type { Bullet } from './bullets.ts';
import { readUnlisted } from './unlisted.ts';
import {
  announcesMembers,
  announcesValues,
  holdsBareMembers,
  holdsMembers,
  itemTexts,
  listText,
  valuesIn,
} from './value-lists.ts';

/** One name of a section's lists, with the path that headings, paragraphs and indentation give it. */
export interface Entry {
  readonly path: readonly string[];
  readonly bullet: Bullet;
  /** Values that the bullet's own lists name, where they are no lists of members. */
  values: readonly string[];
  /** What these lists say, one text an item. */
  items: readonly string[];
  /** The bullet's text, and what its lists of values and remarks say. */
  text: string;
}

type Block = readonly (readonly string[])[];

const outermost: Block = [[]];

/**
 * The names that a section's lists describe, nested ones included, in the order of the page.
 * @param source the page's Markdown
 */
export const readEntries = (
  nodes: readonly RootContent[],
  source: string,
  kind: 'arguments' | 'attributes',
): { entries: Entry[]; findings: Finding[] } => {
  const reader = new EntryReader(source, kind);
  for (const node of nodes) reader.read(node);
  return reader;
};

class EntryReader {
  readonly entries: Entry[] = [];
  readonly findings: Finding[] = [];
  readonly #source: string;
  readonly #kind: 'arguments' | 'attributes';
  readonly #names = new BlockNames();
  #block: Block = outermost;
  /** A heading's block is not opened anew by the sentence below it. */
  #isHeaded = false;

  constructor(source: string, kind: 'arguments' | 'attributes') {
    this.#source = source;
    this.#kind = kind;
  }

  read(node: RootContent): void {
    if (node.type === 'heading') {
      const block = this.#names.ofHeading(plainText(node));
      this.#isHeaded = block.length > 0;
      this.#block = this.#isHeaded ? block : outermost;
    } else if (node.type === 'thematicBreak') {
      this.#block = outermost;
      this.#isHeaded = false;
    } else if (node.type === 'paragraph') {
      if (!this.#isHeaded) this.#block = this.#names.ofParagraph(plainText(node)) ?? this.#block;
      for (const parent of this.#block) this.#addUnlisted(node, { path: parent, column: 0 });
    } else if (node.type === 'code' && (node.lang ?? null) === null) {
      for (const parent of this.#block) this.#addUnlisted(node, { path: parent, column: 0 });
    } else if (node.type === 'list') {
      if (this.#continues(node)) return;
      for (const parent of this.#block) this.#readList(node, parent);
    }
  }

  /** Values that another bullet character has cut off from their argument ("* `a` - …:", then "- `x`: …"). */
  #continues(list: List): boolean {
    const last = this.entries.at(-1);
    if (
      last === undefined ||
      !announcesValues(last.bullet.intro) ||
      holdsMembers(list, last.bullet, this.#kind)
    )
      return false;
    const values = valuesIn(list, last.bullet.intro);
    if (values.length < list.children.length) return false;
    last.values = [...last.values, ...values];
    last.items = [...last.items, ...itemTexts(list)];
    last.text = `${last.text}\n${listText(list)}`;
    return true;
  }

  #add(path: readonly string[], bullet: Bullet): void {
    const others = bullet.lists.filter((inner) => !this.#isMembers(inner, bullet));
    this.#names.add(path, bullet.anchors, bullet.text);
    this.entries.push({
      path,
      bullet,
      values: others.flatMap((inner) => valuesIn(inner, announcementOf(inner, bullet))),
      items: others.flatMap(itemTexts),
      text: [bullet.text, ...others.map((inner) => listText(inner))].filter((part) => part !== '').join('\n'),
    });
    for (const inner of others) this.#addUnlistedWithin(inner, path.slice(0, -1));
  }

  #isMembers(list: List, owner: Bullet): boolean {
    return holdsMembers(list, owner, this.#kind) || holdsBareMembers(list, owner);
  }

  /**
   * @param owner the name whose list it is, where there is one
   */
  #readList(list: List, parent: readonly string[], owner?: Bullet): void {
    const isBare = owner !== undefined && holdsBareMembers(list, owner);
    const margins = new Margins({ path: parent, column: 0 });
    for (const item of list.children) {
      const bullet = readBullet(item, isBare);
      if (bullet === undefined || (bullet.separator === 'loose' && !/^[A-Z]|^$/.test(bullet.text))) {
        this.#leave(item, parent);
        continue;
      }
      const { column } = bullet.position;
      const path = [...margins.ownerAt(column), ...bullet.parents, bullet.name];
      if (announcesMembers(bullet.intro) && bullet.lists.length === 0) margins.open(path, column);
      this.#add(path, bullet);
      const [first] = item.children;
      if (first?.type === 'paragraph') this.#addUnlisted(first, { path, column }, true);
      for (const inner of bullet.lists)
        if (this.#isMembers(inner, bullet)) this.#readList(inner, path, bullet);
    }
  }

  /**
   * Bullets in a paragraph's lines; deeper ones belong to what stands above them.
   * @param above the name that they stand below, and the column of its mark
   */
  #addUnlisted(node: Nodes, above: Owner, isItem = false): void {
    const [from, to] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    const margins = new Margins(isItem ? { path: above.path.slice(0, -1), column: 0 } : above);
    if (isItem) margins.open(above.path, above.column);
    for (const { bullet, column } of readUnlisted(this.#source.slice(from, to), placeOf(node), isItem)) {
      this.findings.push(
        finding('bullet-unlisted', bullet.position, `The line about ${bullet.name} is not part of a list.`),
      );
      const path = [...margins.ownerAt(column), ...bullet.parents, bullet.name];
      margins.open(path, column);
      this.#add(path, bullet);
    }
  }

  /** Bullets in the lines of remarks below a name; they stand beside the name (log_oss_shipper). */
  #addUnlistedWithin(list: List, parent: readonly string[]): void {
    for (const child of list.children.flatMap((item) => item.children)) {
      if (child.type === 'paragraph') this.#addUnlisted(child, { path: parent, column: 0 });
      else if (child.type === 'list') this.#addUnlistedWithin(child, parent);
    }
  }

  /** An item that names nothing; what its lists name stands in the block that the item stands in. */
  #leave(item: ListItem, parent: readonly string[]): void {
    this.findings.push(unclassified(item));
    for (const inner of item.children)
      if (inner.type === 'list') {
        if (holdsMembers(inner, { intro: '', flags: null }, this.#kind)) this.#readList(inner, parent);
        else for (const left of inner.children) this.#leave(left, parent);
      } else if (inner.type === 'paragraph') this.#addUnlisted(inner, { path: parent, column: 0 });
  }
}

/** What announces a list: its own paragraph ("Value range:"), else the name's. */
const announcementOf = (list: List, { leads, intro }: Bullet): string => {
  const lead = leads.get(list);
  return lead !== undefined && announcesValues(lead) ? lead : intro;
};

interface Owner {
  readonly path: readonly string[];
  readonly column: number;
}

/**
 * Which name owns what begins in a column. Markdown wants two spaces to nest an item and at most three more; pages
 * that use one, or a tab too many, meant to nest it all the same.
 */
class Margins {
  readonly #owners: Owner[];

  constructor(outermost: Owner) {
    this.#owners = [outermost];
  }

  ownerAt(column: number): readonly string[] {
    while (this.#owners.length > 1 && (this.#owners.at(-1)?.column ?? 0) >= column) this.#owners.pop();
    return this.#owners.at(-1)?.path ?? [];
  }

  open(path: readonly string[], column: number): void {
    this.#owners.push({ path, column });
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
