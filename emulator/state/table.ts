import { OrderedIds } from './ordered-ids.ts';

/** What every row has. Rows are plain, immutable data: a change replaces the row. */
export interface Row {
  readonly id: string;
  readonly accountId: string;
  readonly regionId: string;
}

/** Index name → the keys under which a row is found. */
export type Indexes<R extends Row, Name extends string> = Readonly<
  Record<Name, (row: R) => string | readonly string[] | undefined>
>;

/** Called after each change, with what is needed to take it back. */
export type ChangeListener = (undo: () => void) => void;

const scopeKey = (accountId: string, regionId: string): string => `${accountId}/${regionId}`;

/**
 * Rows of one resource type, over all accounts and regions, found by id, by account and region, and by
 * the declared indexes. Every lookup costs as much as it answers, however many rows there are.
 */
export class Table<R extends Row, Name extends string = never> {
  readonly #rows = new Map<string, { row: R; sequence: number }>();
  readonly #scopes = new Map<string, OrderedIds>();
  readonly #indexes: Indexes<R, Name>;
  readonly #indexNames: readonly Name[];
  readonly #indexed = new Map<string, Map<string, OrderedIds>>();
  readonly #changed: ChangeListener;
  #sequence = 0;

  constructor(indexes: Indexes<R, Name>, changed: ChangeListener = () => undefined) {
    this.#indexes = indexes;
    this.#indexNames = Object.keys(indexes) as Name[];
    this.#changed = changed;
  }

  get size(): number {
    return this.#rows.size;
  }

  /** The row with this id, whoever owns it. */
  get(id: string): R | undefined {
    return this.#rows.get(id)?.row;
  }

  /** The row with this id if it belongs to this account in this region. */
  getOwn(id: string, scope: { readonly accountId: string; readonly regionId: string }): R | undefined {
    const row = this.get(id);
    return row?.accountId === scope.accountId && row.regionId === scope.regionId ? row : undefined;
  }

  /** All rows in the order of their creation. */
  *all(): IterableIterator<R> {
    for (const { row } of [...this.#rows.values()].sort((a, b) => a.sequence - b.sequence)) yield row;
  }

  /** Rows of an account in a region, newest first, as ECS lists them. */
  list(scope: { readonly accountId: string; readonly regionId: string }): Rows<R> {
    return this.#rowsOf(this.#scopes.get(scopeKey(scope.accountId, scope.regionId)));
  }

  /** Rows under a key of an index, newest first, over all accounts and regions. */
  by(index: Name, key: string): Rows<R> {
    return this.#rowsOf(this.#indexed.get(index)?.get(key));
  }

  /** @throws Error if the id is taken (a bug of the caller, never of a client) */
  insert(row: R): R {
    if (this.#rows.has(row.id)) throw new Error(`the id ${row.id} is taken`);
    this.#put(row, ++this.#sequence);
    this.#changed(() => this.#remove(row.id));
    return row;
  }

  /** Replaces the row's named members. @throws Error if there is no such row (a bug of the caller) */
  update(id: string, patch: Partial<Omit<R, keyof Row>>): R {
    const entry = this.#rows.get(id);
    if (entry === undefined) throw new Error(`there is no row ${id}`);
    const { row: before, sequence } = entry;
    const after: R = Object.assign({ ...before }, patch);
    this.#reindex(before, after, sequence);
    entry.row = after;
    this.#changed(() => {
      this.#remove(id);
      this.#put(before, sequence);
    });
    return after;
  }

  /** Takes the row away; nothing happens if there is none. */
  delete(id: string): void {
    const entry = this.#remove(id);
    if (entry !== undefined) this.#changed(() => this.#put(entry.row, entry.sequence));
  }

  #put(row: R, sequence: number): void {
    this.#rows.set(row.id, { row, sequence });
    addTo(this.#scopes, scopeKey(row.accountId, row.regionId), sequence, row.id);
    for (const name of this.#indexNames) {
      const keys = this.#indexes[name](row);
      if (keys === undefined) continue;
      const index = this.#indexOf(name);
      if (typeof keys === 'string') addTo(index, keys, sequence, row.id);
      else for (const key of once(keys)) addTo(index, key, sequence, row.id);
    }
  }

  #remove(id: string): { row: R; sequence: number } | undefined {
    const entry = this.#rows.get(id);
    if (entry === undefined) return undefined;
    const { row, sequence } = entry;
    this.#rows.delete(id);
    removeFrom(this.#scopes, scopeKey(row.accountId, row.regionId), sequence);
    for (const name of this.#indexNames) {
      const index = this.#indexed.get(name);
      if (index !== undefined) for (const key of this.#keysOf(name, row)) removeFrom(index, key, sequence);
    }
    return entry;
  }

  #reindex(before: R, after: R, sequence: number): void {
    for (const name of this.#indexNames) {
      // Nearly always: most changes are of a status.
      if (this.#indexes[name](before) === this.#indexes[name](after)) continue;
      const old = this.#keysOf(name, before);
      const now = this.#keysOf(name, after);
      if (old.length === now.length && old.every((key, at) => key === now[at])) continue;
      const index = this.#indexOf(name);
      for (const key of old) removeFrom(index, key, sequence);
      for (const key of now) addTo(index, key, sequence, after.id);
    }
  }

  #keysOf(name: Name, row: R): readonly string[] {
    const keys = this.#indexes[name](row);
    if (keys === undefined) return [];
    return typeof keys === 'string' ? [keys] : once(keys);
  }

  #indexOf(name: Name): Map<string, OrderedIds> {
    const known = this.#indexed.get(name);
    if (known !== undefined) return known;
    const index = new Map<string, OrderedIds>();
    this.#indexed.set(name, index);
    return index;
  }

  #rowsOf(ids: OrderedIds | undefined): Rows<R> {
    return new Rows(ids, (id) => this.get(id));
  }
}

/** Each key once. */
const once = (keys: readonly string[]): readonly string[] => (keys.length < 2 ? keys : [...new Set(keys)]);

const addTo = (map: Map<string, OrderedIds>, key: string, sequence: number, id: string): void => {
  let ids = map.get(key);
  if (ids === undefined) {
    ids = new OrderedIds();
    map.set(key, ids);
  }
  ids.add(sequence, id);
};

const removeFrom = (map: Map<string, OrderedIds>, key: string, sequence: number): void => {
  const ids = map.get(key);
  ids?.remove(sequence);
  if (ids?.size === 0) map.delete(key);
};

/** A view of rows, newest first. Counting and cutting out a page does not touch the other rows. */
export class Rows<R> implements Iterable<R> {
  readonly #ids: OrderedIds | undefined;
  readonly #get: (id: string) => R | undefined;

  constructor(ids: OrderedIds | undefined, get: (id: string) => R | undefined) {
    this.#ids = ids;
    this.#get = get;
  }

  get count(): number {
    return this.#ids?.size ?? 0;
  }

  /** Up to `length` rows from the `start`-th on, counted from 0. */
  slice(start: number, length: number): R[] {
    return this.#resolve(this.#ids?.newest(start, length) ?? []);
  }

  toArray(): R[] {
    return this.slice(0, this.count);
  }

  *[Symbol.iterator](): Iterator<R> {
    yield* this.toArray();
  }

  #resolve(ids: readonly string[]): R[] {
    return ids.flatMap((id) => {
      const row = this.#get(id);
      return row === undefined ? [] : [row];
    });
  }
}
