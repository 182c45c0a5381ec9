import type { Emulator } from '../emulator.ts';
import { defaultQuotas } from '../state/quotas.ts';
import type { QuotaName } from '../state/quotas.ts';
import type { StateSnapshot } from '../state/state.ts';
import type { Row } from '../state/table.ts';
import { isSecret } from '../wire/secrets.ts';
import { kindOf, kinds, nameOf } from './kinds.ts';
import type { Kind } from './kind.ts';
import { ResourceIndex } from './links.ts';
import type { ResourceLink } from './links.ts';

/** Resources of one account in one region, counted by kind. */
export interface RegionCounts {
  readonly accountId: string;
  readonly regionId: string;
  readonly counts: Readonly<Record<string, number>>;
}

export interface KindSummary {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly isDeletable: boolean;
  readonly count: number;
}

export type CellValue = string | number | boolean | null | readonly string[];

/** A resource as a line of a table: its values stand as the columns of its kind. */
export interface ResourceLine {
  readonly id: string;
  readonly accountId: string;
  readonly regionId: string;
  readonly name: string;
  readonly values: readonly CellValue[];
}

export interface ResourceFilter {
  readonly kind: string;
  readonly accountId?: string | undefined;
  readonly regionId?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

export interface ResourceDetail {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  readonly accountId: string;
  readonly regionId: string;
  readonly isDeletable: boolean;
  /** The row; secrets are masked. */
  readonly row: Readonly<Record<string, unknown>>;
  readonly references: readonly ResourceLink[];
  readonly referrers: readonly ResourceLink[];
}

/** Looks into an emulator for people. What was worked out is kept until the state changes. */
export class Inspector {
  readonly #emulator: Emulator;
  #revision = -1;
  #view: StateSnapshot | undefined;
  #index: ResourceIndex | undefined;

  constructor(emulator: Emulator) {
    this.#emulator = emulator;
  }

  /** All kinds with how many there are, over all accounts. */
  kinds(): KindSummary[] {
    const { tables } = this.#look();
    return kinds.map((kind) => ({
      name: kind.name,
      title: kind.title,
      columns: kind.columns,
      isDeletable: kind.deletion !== undefined,
      count: tables[kind.name].length,
    }));
  }

  /** Where there is something. */
  regions(): RegionCounts[] {
    const { tables } = this.#look();
    const found = new Map<string, { accountId: string; regionId: string; counts: Record<string, number> }>();
    for (const { name } of kinds) {
      for (const { accountId, regionId } of tables[name]) {
        const key = `${accountId}/${regionId}`;
        const entry = found.get(key) ?? { accountId, regionId, counts: {} };
        found.set(key, entry);
        entry.counts[name] = (entry.counts[name] ?? 0) + 1;
      }
    }
    return [...found.values()];
  }

  /** A page of one kind, newest first; undefined where there is no such kind. */
  list(filter: ResourceFilter): { total: number; resources: ResourceLine[] } | undefined {
    const kind = kindOf(filter.kind);
    if (kind === undefined) return undefined;
    const { accountId, regionId, offset, limit } = filter;
    const rows = this.#look().tables[kind.name].filter(
      (row) =>
        (accountId === undefined || row.accountId === accountId) &&
        (regionId === undefined || row.regionId === regionId),
    );
    const page = rows.reverse().slice(offset, offset + limit);
    return { total: rows.length, resources: page.map((row) => lineOf(kind, row)) };
  }

  /** One resource with its links both ways. */
  detail(kindName: string, id: string): ResourceDetail | undefined {
    const { tables } = this.#look();
    this.#index ??= new ResourceIndex({ tables });
    const place = this.#index.find(id);
    if (place?.kind.name !== kindName) return undefined;
    const { kind, row } = place;
    return {
      kind: kind.name,
      id,
      name: nameOf(kind, row),
      accountId: row.accountId,
      regionId: row.regionId,
      isDeletable: kind.deletion !== undefined,
      row: maskedRow(row),
      references: this.#index.referencesOf(row),
      referrers: this.#index.referrersOf(new Set([id])),
    };
  }

  /** All limits of an account. */
  quotas(accountId: string): { name: QuotaName; value: number; default: number }[] {
    return (Object.keys(defaultQuotas) as QuotaName[]).map((name) => ({
      name,
      value: this.#emulator.quotaOf(accountId, name),
      default: defaultQuotas[name],
    }));
  }

  #look(): StateSnapshot {
    this.#emulator.settle();
    const revision = this.#emulator.revision();
    if (this.#view === undefined || revision !== this.#revision) {
      this.#view = this.#emulator.view();
      this.#index = undefined;
      this.#revision = revision;
    }
    return this.#view;
  }
}

const lineOf = (kind: Kind, row: Row): ResourceLine => {
  const members = row as unknown as Readonly<Record<string, unknown>>;
  return {
    id: row.id,
    accountId: row.accountId,
    regionId: row.regionId,
    name: nameOf(kind, row),
    values: kind.columns.map((name) => cellOf(members[name])),
  };
};

/** What a cell shows; lists of objects are counted. */
const cellOf = (value: unknown): CellValue => {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return items.every((item) => typeof item === 'string' || typeof item === 'number')
      ? items.map(String)
      : items.length;
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
};

const maskedRow = (row: Row): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      isSecret(name) && typeof value === 'string' && value !== '' ? '***' : (value as unknown),
    ]),
  );
