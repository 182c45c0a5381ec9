import type { Nodes, Root, RootContent } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Point } from 'unist';
import { verbatimIn } from './verbatim.ts';
import type { Verbatim } from './verbatim.ts';

const processor = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).freeze();

/**
 * The Markdown tree of a page, exactly as remark makes it. A quarter of most pages is example code and front matter,
 * which remark reads only to hand on: here it sees them empty, and they and the places behind them are put right
 * afterwards.
 */
export const parseMarkdown = (text: string): Root => {
  const parts = verbatimIn(text);
  if (parts.length === 0) return processor.parse(text);
  const tree = processor.parse(without(text, parts));
  const places = new CutPlaces(parts);
  for (const node of tree.children) {
    restore(node, places);
    const part = places.cutFrom(node);
    if (part !== undefined && 'value' in node) node.value = text.slice(part.from, part.to - 1);
  }
  places.restore(tree.position?.end);
  return tree;
};

const without = (text: string, parts: readonly Verbatim[]): string => {
  let at = 0;
  let kept = '';
  for (const { from, to } of parts) {
    kept += text.slice(at, from);
    at = to;
  }
  return kept + text.slice(at);
};

const restore = (node: Nodes, places: CutPlaces): void => {
  places.restore(node.position?.start);
  places.restore(node.position?.end);
  if ('children' in node) for (const child of node.children) restore(child, places);
};

/** Moves places of the text that remark has seen to where they are on the page. */
class CutPlaces {
  /** From this line on of what remark has seen, so much is to be added. */
  readonly #shifts: { readonly line: number; readonly lines: number; readonly characters: number }[] = [];
  /** By the line of the page that opens them. */
  readonly #parts = new Map<number, Verbatim>();

  constructor(parts: readonly Verbatim[]) {
    let [lines, characters] = [0, 0];
    for (const part of parts) {
      this.#parts.set(part.line, part);
      const line = part.line + 1 - lines;
      lines += part.lines;
      characters += part.to - part.from;
      this.#shifts.push({ line, lines, characters });
    }
  }

  /** What was taken out of a node; its place is put right already. */
  cutFrom({ type, position }: RootContent): Verbatim | undefined {
    return type === 'code' || type === 'yaml' ? this.#parts.get(position?.start.line ?? 0) : undefined;
  }

  restore(point: Point | undefined): void {
    if (point === undefined) return;
    const shift = this.#before(point.line);
    if (shift === undefined) return;
    point.line += shift.lines;
    if (point.offset !== undefined) point.offset += shift.characters;
  }

  /** The last shift at or before a line. */
  #before(line: number): { readonly lines: number; readonly characters: number } | undefined {
    let [low, high] = [-1, this.#shifts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#shifts[middle]?.line ?? Infinity) <= line) low = middle;
      else high = middle - 1;
    }
    return this.#shifts[low];
  }
}
