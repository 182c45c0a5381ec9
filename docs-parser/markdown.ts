import type { Code, Nodes, Root } from 'mdast';
import { remark } from 'remark';
import remarkFrontmatter from 'remark-frontmatter';
import type { Point } from 'unist';
import { fencesOf } from './fences.ts';
import type { Fence } from './fences.ts';

const processor = remark().use(remarkFrontmatter, ['yaml']).freeze();

/**
 * The Markdown tree of a page, exactly as remark makes it. Remark reads a fifth of most pages, the example code, only
 * to hand it on: here it sees empty fences, and the code and the places behind it are put right afterwards.
 */
export const parseMarkdown = (text: string): Root => {
  const fences = fencesOf(text);
  if (fences.length === 0) return processor.parse(text);
  const tree = processor.parse(withoutCode(text, fences));
  const places = new CutPlaces(fences);
  const codes = fences.values();
  for (const node of tree.children) {
    restore(node, places);
    if (node.type !== 'code' || !places.isCut(node)) continue;
    const fence = codes.next().value;
    if (fence !== undefined) node.value = text.slice(fence.from, fence.to - 1);
  }
  places.restore(tree.position?.end);
  return tree;
};

const withoutCode = (text: string, fences: readonly Fence[]): string => {
  let at = 0;
  const kept = fences.map(({ from, to }) => {
    const part = text.slice(at, from);
    at = to;
    return part;
  });
  return kept.join('') + text.slice(at);
};

const restore = (node: Nodes, places: CutPlaces): void => {
  places.restore(node.position?.start);
  places.restore(node.position?.end);
  if ('children' in node) for (const child of node.children) restore(child, places);
};

/** Moves places of the text without code to where they are on the page. */
class CutPlaces {
  /** From the line on that closes a fence, in the text without code, so much is to be added. */
  readonly #shifts: { readonly line: number; readonly lines: number; readonly characters: number }[] = [];
  /** The lines that open the fences, on the page. */
  readonly #opened = new Set<number>();

  constructor(fences: readonly Fence[]) {
    let [lines, characters] = [0, 0];
    for (const fence of fences) {
      this.#opened.add(fence.line);
      const line = fence.line + 1 - lines;
      lines += fence.lines;
      characters += fence.to - fence.from;
      this.#shifts.push({ line, lines, characters });
    }
  }

  /** Is it a fence whose code was taken out? Its place is put right already. */
  isCut(code: Code): boolean {
    return this.#opened.has(code.position?.start.line ?? 0);
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
