/**
 * Ids in the order of their creation, with cheap append, removal and paging from the newest. Kept as two
 * parallel arrays sorted by sequence number.
 */
export class OrderedIds {
  #sequences: number[] = [];
  #ids: string[] = [];

  get size(): number {
    return this.#ids.length;
  }

  add(sequence: number, id: string): void {
    const last = this.#sequences.at(-1);
    if (last === undefined) {
      // Most keys of most indexes have one id: an array that grew would have room for 17.
      this.#sequences = [sequence];
      this.#ids = [id];
      return;
    }
    if (last < sequence) {
      this.#sequences.push(sequence);
      this.#ids.push(id);
      return;
    }
    const at = this.#find(sequence);
    this.#sequences.splice(at, 0, sequence);
    this.#ids.splice(at, 0, id);
  }

  remove(sequence: number): void {
    const at = this.#find(sequence);
    if (this.#sequences[at] !== sequence) return;
    this.#sequences.splice(at, 1);
    this.#ids.splice(at, 1);
  }

  /** Up to `length` ids, newest first, from the `start`-th on. */
  newest(start: number, length: number): string[] {
    const end = this.#ids.length - start;
    return this.#ids.slice(Math.max(0, end - length), Math.max(0, end)).reverse();
  }

  /** Place of the first sequence number that is not smaller. */
  #find(sequence: number): number {
    let low = 0;
    let high = this.#sequences.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#sequences[middle] ?? Infinity) < sequence) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
