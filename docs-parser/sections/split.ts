import type { Heading, Root, RootContent } from 'mdast';
import { oneLine, plainText } from '../text/plain-text.ts';

export type SectionKind =
  'introduction' | 'example' | 'arguments' | 'attributes' | 'timeouts' | 'import' | 'other';

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

/** Cuts the page at its h2 headings. A second "Argument Reference" whose text says "exported" is the attributes. */
export const splitSections = (root: Root): Section[] => {
  const cuts: { heading: Heading | null; nodes: RootContent[] }[] = [{ heading: null, nodes: [] }];
  for (const node of root.children) {
    if (node.type === 'heading' && node.depth === 2) cuts.push({ heading: node, nodes: [] });
    else cuts.at(-1)?.nodes.push(node);
  }
  return cuts.map(({ heading, nodes }): Section => {
    if (heading === null)
      return {
        kind: 'introduction',
        heading,
        title: '',
        nodes,
        shouldRead: null,
      };
    const title = oneLine(plainText(heading));
    const match = known.find(({ pattern }) => pattern.test(title));
    if (match === undefined) return { kind: 'other', heading, title, nodes, shouldRead: null };
    const kind = match.kind === 'arguments' && saysExported(nodes) ? 'attributes' : match.kind;
    return {
      kind,
      heading,
      title,
      nodes,
      shouldRead: match.right.test(title) ? null : match.title,
    };
  });
};

/** 257 data source pages head their attributes "Argument Reference"; their first paragraph tells. */
const saysExported = (nodes: readonly RootContent[]): boolean => {
  const first = nodes.find((node) => node.type === 'paragraph');
  return first !== undefined && /attributes are exported|are exported in addition/i.test(plainText(first));
};
