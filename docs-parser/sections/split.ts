import type { Heading, Root, RootContent } from 'mdast';
import { oneLine, plainText } from '../text/plain-text.ts';
import { nameInTitle } from './block-names.ts';
import { readBullet } from './bullets.ts';

export type SectionKind =
  'introduction' | 'example' | 'arguments' | 'attributes' | 'schema' | 'timeouts' | 'import' | 'other';

/** What stands under one h2, or before the first. */
export interface Section {
  readonly kind: SectionKind;
  /** Null for the introduction. */
  readonly heading: Heading | null;
  readonly title: string;
  readonly nodes: readonly RootContent[];
  /** How the heading ought to read, where it is a slip of the pen; null where it is right. */
  readonly shouldRead: string | null;
}

interface Known {
  readonly kind: SectionKind;
  readonly pattern: RegExp;
  readonly right: RegExp;
  readonly title: string;
}

/** Headings that mean a section, slips included ("Attributes Reference0"), and how they are written right. */
const known: readonly Known[] = [
  {
    kind: 'example',
    pattern: /^examples?( usages?)?\b/i,
    right: /^Example Usage/,
    title: 'Example Usage',
  },
  {
    kind: 'arguments',
    pattern: /^arguments?( reference)?\d*$/i,
    right: /^Argument Reference$/,
    title: 'Argument Reference',
  },
  {
    kind: 'attributes',
    pattern: /^attributes?( references?)?\d*$/i,
    right: /^Attributes? Reference$/,
    title: 'Attributes Reference',
  },
  {
    // Arguments and attributes as tfplugindocs writes them.
    kind: 'schema',
    pattern: /^schema$/i,
    right: /^Schema$/,
    title: 'Schema',
  },
  {
    kind: 'timeouts',
    pattern: /^timeouts?$/i,
    right: /^Timeouts$/,
    title: 'Timeouts',
  },
  {
    kind: 'import',
    pattern: /^imports?$/i,
    right: /^Import$/,
    title: 'Import',
  },
];

/**
 * Cuts the page at its h2 headings, and at deeper ones that can mean nothing but a section ("### Timeouts").
 * A second "Argument Reference" whose text says "exported" is the attributes.
 */
export const splitSections = (root: Root): Section[] => {
  const cuts: { heading: Heading | null; nodes: RootContent[] }[] = [{ heading: null, nodes: [] }];
  for (const node of root.children) {
    const last = cuts.at(-1);
    if (node.type === 'heading' && opensSection(node) && !(last && describesBlock(node, last)))
      cuts.push({ heading: node, nodes: [] });
    else last?.nodes.push(node);
  }
  const sections = cuts.map(({ heading, nodes }) => sectionOf(heading, nodes));
  return sections.map((section, at) => {
    if (section.kind !== 'arguments' || !saysExported(section.nodes)) return section;
    // Some first sections say "exported" by mistake: the attributes are then those of a later section.
    const isFirst = !sections.slice(0, at).some(({ kind }) => kind === 'arguments');
    const isFollowed = sections
      .slice(at + 1)
      .some(({ kind }) => kind === 'arguments' || kind === 'attributes');
    return isFirst && isFollowed ? section : { ...section, kind: 'attributes' };
  });
};

const sectionOf = (heading: Heading | null, nodes: readonly RootContent[]): Section => {
  if (heading === null) return { kind: 'introduction', heading, title: '', nodes, shouldRead: null };
  const title = oneLine(plainText(heading));
  const match = known.find(({ pattern }) => pattern.test(title));
  if (match === undefined) return { kind: 'other', heading, title, nodes, shouldRead: null };
  return {
    kind: match.kind,
    heading,
    title,
    nodes,
    shouldRead: match.right.test(title) ? null : match.title,
  };
};

/** "## Entry Block" and "## Block servers" describe a block of the section before them, and open none. */
const opensSection = (heading: Heading): boolean => {
  const title = oneLine(plainText(heading));
  if (heading.depth === 2) return !/^block\s+\S+$|^[\w ]{1,60}\sblock$/i.test(title);
  return (
    heading.depth >= 3 && /^(?:timeouts|import|arguments? reference|attributes? reference)$/i.test(title)
  );
};

/** "## Supported `x`" below a list that has `x`: what is in the block, and no section. */
const describesBlock = (
  heading: Heading,
  { heading: before, nodes }: { readonly heading: Heading | null; readonly nodes: readonly RootContent[] },
): boolean => {
  const title = oneLine(plainText(heading));
  const name = nameInTitle(title);
  if (name === undefined || before === null || known.some(({ pattern }) => pattern.test(title))) return false;
  const { kind } = sectionOf(before, nodes);
  if (kind !== 'arguments' && kind !== 'attributes') return false;
  return nodes.some(
    (node) => node.type === 'list' && node.children.some((item) => readBullet(item)?.name === name),
  );
};

/** 257 data source pages head their attributes "Argument Reference"; their first paragraph tells. */
const saysExported = (nodes: readonly RootContent[]): boolean => {
  const first = nodes.find((node) => node.type === 'paragraph');
  return first !== undefined && /attributes are exported|are exported in addition/i.test(plainText(first));
};
