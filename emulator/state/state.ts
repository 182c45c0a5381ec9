import { Ids } from './ids.ts';
import { defaultQuotas } from './quotas.ts';
import type { QuotaName, Quotas } from './quotas.ts';
import { Scheduler } from './scheduler.ts';
import type { Task } from './scheduler.ts';
import { createTables } from './tables.ts';
import type { TableName, Tables } from './tables.ts';
import type { Row } from './table.ts';

/** The whole state as JSON: what is exported, saved and restored. */
export interface StateSnapshot {
  readonly schemaVersion: 1;
  readonly seed: number;
  readonly tables: Readonly<Record<TableName, readonly Row[]>>;
  readonly tasks: readonly Task[];
  /** Account → quotas that differ from the defaults. */
  readonly quotas: Readonly<Record<string, Quotas>>;
}

/** Everything that calls change: rows, tasks to come, quotas, the id generator. */
export class State {
  readonly tables: Tables;
  readonly ids: Ids;
  readonly scheduler = new Scheduler();
  readonly #quotas = new Map<string, Quotas>();
  readonly #generalQuotas: Quotas;
  #journal: (() => void)[] | null = null;
  #revision = 0;

  constructor(seed: number, quotas: Quotas = {}) {
    this.ids = new Ids(seed);
    this.#generalQuotas = quotas;
    this.tables = createTables((undo) => {
      this.#revision++;
      this.#journal?.push(undo);
    });
  }

  /** Grows with every change; equal numbers mean that nothing was changed in between. */
  get revision(): number {
    return this.#revision;
  }

  /** The account's limit: raised for it, raised for all, or the documented default. */
  quota(accountId: string, name: QuotaName): number {
    return this.#quotas.get(accountId)?.[name] ?? this.#generalQuotas[name] ?? defaultQuotas[name];
  }

  /** Sets a limit for one account, as a ticket would. */
  setQuota(accountId: string, name: QuotaName, value: number): void {
    this.#revision++;
    this.#quotas.set(accountId, { ...this.#quotas.get(accountId), [name]: value });
  }

  /** Has a change happen later. Taken back with everything else if the call fails. */
  schedule(dueAt: number, kind: string, target: string): void {
    this.#revision++;
    const task = this.scheduler.add(dueAt, kind, target);
    this.#journal?.push(() => this.scheduler.remove(task));
  }

  /**
   * Runs `change` wholly or not at all: if it throws, every row and task is as before, and the error goes
   * on to the caller. One may be part of another: what is taken back inside leaves the rest standing.
   */
  transaction<T>(change: () => T): T {
    const outer = this.#journal;
    const journal: (() => void)[] = [];
    this.#journal = journal;
    try {
      const result = change();
      if (outer !== null) for (const undo of journal) outer.push(undo);
      return result;
    } catch (error) {
      this.#journal = null;
      for (const undo of journal.reverse()) undo();
      throw error;
    } finally {
      this.#journal = outer;
    }
  }

  /** Forgets an account: its resources and its limits. What it shared with others is gone for them too. */
  forgetAccount(accountId: string): void {
    for (const table of Object.values<AnyTable>(this.tables)) {
      for (const row of [...table.all()]) if (row.accountId === accountId) table.delete(row.id);
    }
    this.#revision++;
    this.#quotas.delete(accountId);
  }

  /** The whole state, sharing its rows with this one: rows never change, so that it is a picture of now. */
  view(): StateSnapshot {
    const tables = Object.entries(this.tables).map(([name, table]) => [name, [...table.all()]]);
    return {
      schemaVersion: 1 as const,
      seed: this.ids.seed,
      tables: Object.fromEntries(tables) as StateSnapshot['tables'],
      tasks: [...this.scheduler.tasks],
      quotas: Object.fromEntries(this.#quotas),
    };
  }

  /** A copy of the whole state, which may be changed. */
  snapshot(): StateSnapshot {
    return structuredClone(this.view());
  }

  /** Fills an empty state from a snapshot. */
  restore(snapshot: StateSnapshot): void {
    this.adopt(structuredClone(snapshot));
  }

  /** Fills an empty state, sharing its rows with the snapshot: only for one that nobody changes. */
  adopt(snapshot: StateSnapshot): void {
    this.ids.seed = snapshot.seed;
    for (const [name, rows] of Object.entries(snapshot.tables)) {
      const table: { insert(row: Row): unknown } | undefined = (
        this.tables as Record<string, Pick<AnyTable, 'insert'>>
      )[name];
      for (const row of rows) table?.insert(row);
    }
    this.scheduler.restore(snapshot.tasks);
    for (const [accountId, quotas] of Object.entries(snapshot.quotas)) this.#quotas.set(accountId, quotas);
  }
}

interface AnyTable {
  insert(row: Row): unknown;
  all(): Iterable<Row>;
  delete(id: string): void;
}
