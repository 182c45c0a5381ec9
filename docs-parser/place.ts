import type { Node } from 'unist';
import type { Position } from './position.ts';

const start: Position = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** A node's place; the start of the page for a node that has none. */
export const placeOf = (node: Node | null | undefined): Position => {
  const position = node?.position;
  return position === undefined
    ? start
    : {
        line: position.start.line,
        column: position.start.column,
        endLine: position.end.line,
        endColumn: position.end.column,
      };
};

/** Turns offsets of the page's source into places. */
export class Places {
  readonly #lineStarts: number[] = [0];

  constructor(source: string) {
    for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1))
      this.#lineStarts.push(at + 1);
  }

  /** @param from first offset @param to offset behind the last character */
  between(from: number, to: number): Position {
    const [line, column] = this.#at(from);
    const [endLine, endColumn] = this.#at(to);
    return { line, column, endLine, endColumn };
  }

  #at(offset: number): [line: number, column: number] {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#lineStarts[middle] ?? Infinity) <= offset) low = middle;
      else high = middle - 1;
    }
    return [low + 1, offset - (this.#lineStarts[low] ?? 0) + 1];
  }
}
