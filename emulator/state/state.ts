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

  constructor(seed: number, quotas: Quotas = {}) {
    this.ids = new Ids(seed);
    this.#generalQuotas = quotas;
    this.tables = createTables((undo) => this.#journal?.push(undo));
  }

  /** The account's limit: raised for it, raised for all, or the documented default. */
  quota(accountId: string, name: QuotaName): number {
    return this.#quotas.get(accountId)?.[name] ?? this.#generalQuotas[name] ?? defaultQuotas[name];
  }

  /** Sets a limit for one account, as a ticket would. */
  setQuota(accountId: string, name: QuotaName, value: number): void {
    this.#quotas.set(accountId, { ...this.#quotas.get(accountId), [name]: value });
  }

  /** Has a change happen later. Taken back with everything else if the call fails. */
  schedule(dueAt: number, kind: string, target: string): void {
    const task = this.scheduler.add(dueAt, kind, target);
    this.#journal?.push(() => this.scheduler.remove(task));
  }

  /**
   * Runs `change` wholly or not at all: if it throws, every row and task is as before, and the error goes
   * on to the caller.
   */
  transaction<T>(change: () => T): T {
    const journal: (() => void)[] = [];
    this.#journal = journal;
    try {
      return change();
    } catch (error) {
      this.#journal = null;
      for (const undo of journal.reverse()) undo();
      throw error;
    } finally {
      this.#journal = null;
    }
  }

  snapshot(): StateSnapshot {
    const tables = Object.entries(this.tables).map(([name, table]) => [name, [...table.all()]]);
    return structuredClone({
      schemaVersion: 1 as const,
      seed: this.ids.seed,
      tables: Object.fromEntries(tables) as StateSnapshot['tables'],
      tasks: this.scheduler.tasks,
      quotas: Object.fromEntries(this.#quotas),
    });
  }

  /** Fills an empty state from a snapshot. */
  restore(snapshot: StateSnapshot): void {
    const copy = structuredClone(snapshot);
    this.ids.seed = copy.seed;
    for (const [name, rows] of Object.entries(copy.tables)) {
      const table: { insert(row: Row): unknown } | undefined = (
        this.tables as Record<string, Pick<AnyTable, 'insert'>>
      )[name];
      for (const row of rows) table?.insert(row);
    }
    this.scheduler.restore(copy.tasks);
    for (const [accountId, quotas] of Object.entries(copy.quotas)) this.#quotas.set(accountId, quotas);
  }
}

interface AnyTable {
  insert(row: Row): unknown;
}
