import type { Heading, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { PageSpec, Position } from '../docs-parser/index.ts';
import { parsePageWithTree } from '../docs-parser/parse-page.ts';
import { placeOf } from '../docs-parser/place.ts';
import { plainText } from '../docs-parser/text/plain-text.ts';

/** A heading of a page. */
export interface PageHeading {
  readonly depth: number;
  readonly text: string;
  readonly position: Position;
}

/** A page as the rules see it: what it promises, and how it is written. */
export class LintedPage {
  readonly spec: PageSpec;
  readonly tree: Root;
  /** The page's text; offsets of fixes count in it. */
  readonly text: string;
  /** Its lines, without line breaks. */
  readonly lines: readonly string[];
  readonly headings: readonly PageHeading[];
  readonly #lineStarts: readonly number[];

  constructor(spec: PageSpec, tree: Root, text: string) {
    this.spec = spec;
    this.tree = tree;
    this.text = text;
    this.lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#lineStarts = starts;
    this.headings = headingsOf(tree);
  }

  /** "r/vpc.html.markdown" names a resource, "d/vpcs.html.markdown" a data source. */
  get isResource(): boolean {
    return this.spec.kind === 'resource';
  }

  /** The line at a number, from 1; empty behind the end. */
  line(number: number): string {
    return this.lines[number - 1] ?? '';
  }

  /** Offset of a place in the page's text. */
  offsetOf(line: number, column: number): number {
    return (this.#lineStarts[line - 1] ?? this.text.length) + column - 1;
  }

  /** The position of a part of a line. @param from first column @param to column behind the last character */
  within(line: number, from: number, to: number): Position {
    return { line, column: from, endLine: line, endColumn: to };
  }

  /** What stands at a position, its first line at most. */
  quote({ line, column, endLine, endColumn }: Position): string {
    const text = this.line(line);
    return (line === endLine ? text.slice(column - 1, endColumn - 1) : text.slice(column - 1)).trim();
  }
}

/**
 * Reads a page for linting.
 * @throws UnreadablePageError if the text is no text, or far larger than any page
 */
export const readLintedPage = async (source: string, file: string): Promise<LintedPage> => {
  const { page, tree, text } = await parsePageWithTree(source, { file });
  return new LintedPage(page, tree, text);
};

const headingsOf = (tree: Root): PageHeading[] => {
  const headings: PageHeading[] = [];
  visit(tree, 'heading', (node: Heading) => {
    headings.push({ depth: node.depth, text: plainText(node).trim(), position: placeOf(node) });
  });
  return headings;
};

/** Every node of a type, with its place. */
export const nodesOf = <Type extends Nodes['type']>(
  page: LintedPage,
  type: Type,
): Extract<Nodes, { type: Type }>[] => {
  const found: Extract<Nodes, { type: Type }>[] = [];
  visit(page.tree, (node) => {
    if (node.type === type) found.push(node as Extract<Nodes, { type: Type }>);
  });
  return found;
};
