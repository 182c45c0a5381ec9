import { addTo, removeFrom, Rows } from './ordered-entries.ts';
import type { Entry, Found } from './ordered-entries.ts';

export { Rows } from './ordered-entries.ts';

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
  readonly #rows = new Map<string, Entry<R>>();
  readonly #scopes = new Map<string, Found<R>>();
  readonly #indexes: Indexes<R, Name>;
  readonly #indexNames: readonly Name[];
  readonly #indexed = new Map<string, Map<string, Found<R>>>();
  readonly #changed: ChangeListener;
  readonly #copy: (row: R) => R;
  #sequence = 0;

  /**
   * @param copy copies a row. A large table brings its own: V8 copies an object fast only where the place in the
   *   code meets few kinds of objects
   */
  constructor(
    indexes: Indexes<R, Name>,
    changed: ChangeListener = () => undefined,
    copy: (row: R) => R = (row) => ({ ...row }),
  ) {
    this.#indexes = indexes;
    this.#indexNames = Object.keys(indexes) as Name[];
    this.#changed = changed;
    this.#copy = copy;
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
    return new Rows(this.#scopes.get(scopeKey(scope.accountId, scope.regionId)));
  }

  /** Rows under a key of an index, newest first, over all accounts and regions. */
  by(index: Name, key: string): Rows<R> {
    return new Rows(this.#indexed.get(index)?.get(key));
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
    const after: R = Object.assign(this.#copy(before), patch);
    this.#reindex(before, after, entry);
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
    const entry = { row, sequence };
    this.#rows.set(row.id, entry);
    addTo(this.#scopes, scopeKey(row.accountId, row.regionId), entry);
    for (const name of this.#indexNames) {
      const keys = this.#indexes[name](row);
      if (keys === undefined) continue;
      const index = this.#indexOf(name);
      if (typeof keys === 'string') addTo(index, keys, entry);
      else for (const key of once(keys)) addTo(index, key, entry);
    }
  }

  #remove(id: string): Entry<R> | undefined {
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

  #reindex(before: R, after: R, entry: Entry<R>): void {
    for (const name of this.#indexNames) {
      // Nearly always: most changes are of a status.
      if (this.#indexes[name](before) === this.#indexes[name](after)) continue;
      const old = this.#keysOf(name, before);
      const now = this.#keysOf(name, after);
      if (old.length === now.length && old.every((key, at) => key === now[at])) continue;
      const index = this.#indexOf(name);
      for (const key of old) removeFrom(index, key, entry.sequence);
      for (const key of now) addTo(index, key, entry);
    }
  }

  #keysOf(name: Name, row: R): readonly string[] {
    const keys = this.#indexes[name](row);
    if (keys === undefined) return [];
    return typeof keys === 'string' ? [keys] : once(keys);
  }

  #indexOf(name: Name): Map<string, Found<R>> {
    const known = this.#indexed.get(name);
    if (known !== undefined) return known;
    const index = new Map<string, Found<R>>();
    this.#indexed.set(name, index);
    return index;
  }
}

/** Each key once. */
const once = (keys: readonly string[]): readonly string[] => (keys.length < 2 ? keys : [...new Set(keys)]);
