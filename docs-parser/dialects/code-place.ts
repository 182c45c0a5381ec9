import type { Position } from '../position.ts';

/** Where the first character of the code stands on the page. */
export interface CodeStart {
  readonly line: number;
  readonly column: number;
}

/** A stretch of code, by character. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Gives the places on the page of stretches of code. */
export class CodePlaces {
  readonly #start: CodeStart;
  /** Where each line of the code begins. */
  readonly #lines: number[] = [0];

  constructor(code: string, start: CodeStart) {
    this.#start = start;
    for (let at = code.indexOf('\n'); at !== -1; at = code.indexOf('\n', at + 1)) this.#lines.push(at + 1);
  }

  /** A stretch's place. A fence's lines all begin at the column of the first. */
  of({ start, end }: Span): Position {
    const [first, last] = [this.#lineAt(start), this.#lineAt(end)];
    return {
      line: this.#start.line + first,
      column: this.#start.column + start - (this.#lines[first] ?? 0),
      endLine: this.#start.line + last,
      endColumn: this.#start.column + end - (this.#lines[last] ?? 0),
    };
  }

  /** The index of the line that a character stands on: the last that begins at or before it. */
  #lineAt(offset: number): number {
    let [low, high] = [0, this.#lines.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lines[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
