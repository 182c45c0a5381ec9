/** A row at its place in the order of creation. */
export interface Entry<R> {
  row: R;
  readonly sequence: number;
}

/** Entries in the order of their creation, with cheap append, removal and paging from the newest. */
export class OrderedEntries<R> {
  readonly #entries: Entry<R>[];

  constructor(first: Entry<R>) {
    this.#entries = [first];
  }

  get size(): number {
    return this.#entries.length;
  }

  add(entry: Entry<R>): void {
    const last = this.#entries.at(-1);
    if (last === undefined || last.sequence < entry.sequence) this.#entries.push(entry);
    else this.#entries.splice(this.#find(entry.sequence), 0, entry);
  }

  remove(sequence: number): void {
    const at = this.#find(sequence);
    if (this.#entries[at]?.sequence === sequence) this.#entries.splice(at, 1);
  }

  /** Up to `length` rows, newest first, from the `start`-th on. */
  newest(start: number, length: number): R[] {
    const rows: R[] = [];
    const end = this.#entries.length - start;
    for (let at = end - 1; at >= Math.max(0, end - length); at--) {
      const entry = this.#entries[at];
      if (entry !== undefined) rows.push(entry.row);
    }
    return rows;
  }

  /** Place of the first sequence number that is not smaller. */
  #find(sequence: number): number {
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#entries[middle]?.sequence ?? Infinity) < sequence) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** What a key of an index leads to: most keys of most indexes to one row, for which a list would be large. */
export type Found<R> = Entry<R> | OrderedEntries<R>;

/** Puts an entry under a key. */
export const addTo = <R>(index: Map<string, Found<R>>, key: string, entry: Entry<R>): void => {
  const found = index.get(key);
  if (found === undefined) {
    index.set(key, entry);
  } else if (found instanceof OrderedEntries) {
    found.add(entry);
  } else {
    const entries = new OrderedEntries(found);
    entries.add(entry);
    index.set(key, entries);
  }
};

/** Takes an entry from under a key; nothing happens if it is not there. */
export const removeFrom = <R>(index: Map<string, Found<R>>, key: string, sequence: number): void => {
  const found = index.get(key);
  if (found instanceof OrderedEntries) {
    found.remove(sequence);
    if (found.size === 0) index.delete(key);
  } else if (found?.sequence === sequence) {
    index.delete(key);
  }
};

/** A view of rows, newest first. Counting and cutting out a page does not touch the other rows. */
export class Rows<R> implements Iterable<R> {
  readonly #found: Found<R> | undefined;

  constructor(found: Found<R> | undefined) {
    this.#found = found;
  }

  get count(): number {
    if (this.#found === undefined) return 0;
    return this.#found instanceof OrderedEntries ? this.#found.size : 1;
  }

  /** Up to `length` rows from the `start`-th on, counted from 0. */
  slice(start: number, length: number): R[] {
    if (this.#found === undefined) return [];
    if (this.#found instanceof OrderedEntries) return this.#found.newest(start, length);
    return start <= 0 && start + length > 0 ? [this.#found.row] : [];
  }

  toArray(): R[] {
    return this.slice(0, this.count);
  }

  *[Symbol.iterator](): Iterator<R> {
    yield* this.toArray();
  }
}
