import type { Heading, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { PageSpec, Position } from '../docs-parser/index.ts';
import { parseMarkdown } from '../docs-parser/markdown.ts';
import type { PageCache } from '../docs-parser/pages/page-cache.ts';
import { parsePageWithTree } from '../docs-parser/parse-page.ts';
import { placeOf } from '../docs-parser/place.ts';
import { readableSource } from '../docs-parser/readable-source.ts';
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
  /** The page's text; offsets of fixes count in it. */
  readonly text: string;
  /** Its lines, without line breaks. */
  readonly lines: readonly string[];
  readonly #lineStarts: readonly number[];
  #tree: Root | undefined;
  #headings: readonly PageHeading[] | undefined;

  /** @param tree of the text; it is made when a rule first needs it if it is left out */
  constructor(spec: PageSpec, text: string, tree?: Root) {
    this.spec = spec;
    this.text = text;
    this.#tree = tree;
    this.lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#lineStarts = starts;
  }

  get tree(): Root {
    this.#tree ??= parseMarkdown(this.text);
    return this.#tree;
  }

  get headings(): readonly PageHeading[] {
    this.#headings ??= headingsOf(this.tree);
    return this.#headings;
  }

  /** Lets go of the tree, the largest part of a page by far. It is made anew if it is needed again. */
  release(): void {
    this.#tree = undefined;
    this.#headings = undefined;
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
  return new LintedPage(page, text, tree);
};

/** Trees that are kept until their pages are linted; those of further pages are made anew then, to spare memory. */
const mostTrees = 200;

/**
 * Reads pages for linting, one after the other in the order of the files. It stays in this thread: the rules want the
 * tree, which takes as long to send as to make.
 * @param read gives a file's text
 * @param cache where specs of unchanged pages come from; null reads every page anew
 * @throws whatever `read` throws, and UnreadablePageError, at the page's turn
 */
export async function* readLintedPages(
  files: readonly string[],
  read: (file: string) => Promise<string>,
  cache: PageCache | null,
): AsyncGenerator<LintedPage, void, void> {
  for (const [at, file] of files.entries()) {
    const source = await read(file);
    const known = cache?.get(file, source);
    const page =
      known === undefined
        ? await readLintedPage(source, file)
        : new LintedPage(known, readableSource(source, file));
    if (known === undefined) cache?.set(file, source, page.spec);
    if (at >= mostTrees) page.release();
    yield page;
  }
}

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
