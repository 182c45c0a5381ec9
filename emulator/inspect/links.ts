import type { StateSnapshot } from '../state/state.ts';
import type { TableName } from '../state/tables.ts';
import type { Row } from '../state/table.ts';
import { kinds, nameOf } from './kinds.ts';
import type { Kind } from './kind.ts';

/** A resource, as a link shows it. */
export interface ResourceLink {
  readonly kind: TableName;
  readonly id: string;
  readonly name: string;
  readonly accountId: string;
  readonly regionId: string;
  /** Member that names the other, e.g. "rules.sourceGroupId". */
  readonly member: string;
}

interface Place {
  readonly kind: Kind;
  readonly row: Row;
}

/** Every resource by id, over all kinds that are shown. */
export class ResourceIndex {
  readonly #places = new Map<string, Place>();

  constructor({ tables }: Pick<StateSnapshot, 'tables'>) {
    for (const kind of kinds) for (const row of tables[kind.name]) this.#places.set(row.id, { kind, row });
  }

  find(id: string): Place | undefined {
    return this.#places.get(id);
  }

  /** What a resource names. */
  referencesOf(row: Row): ResourceLink[] {
    return idsIn(row).flatMap(({ id, member }) => {
      const place = this.#places.get(id);
      return place === undefined || id === row.id ? [] : [linkTo(place, member)];
    });
  }

  /** Resources that name one of these ids. */
  referrersOf(ids: ReadonlySet<string>): ResourceLink[] {
    const links: ResourceLink[] = [];
    for (const place of this.#places.values()) {
      if (ids.has(place.row.id)) continue;
      for (const { id, member } of idsIn(place.row)) if (ids.has(id)) links.push(linkTo(place, member));
    }
    return links;
  }
}

/** The resource with the member that names another, or that is named. */
export const linkTo = ({ kind, row }: Place, member: string): ResourceLink => ({
  kind: kind.name,
  id: row.id,
  name: nameOf(kind, row),
  accountId: row.accountId,
  regionId: row.regionId,
  member,
});

interface NamedId {
  readonly id: string;
  readonly member: string;
}

/** Members that name a row of which the id is made of account, region and name. */
const namedMembers: ReadonlySet<string> = new Set(['keyPairName']);
const ownMembers: ReadonlySet<string> = new Set(['id', 'accountId', 'regionId', 'tags']);

/**
 * Every text in a row that may be another's id. Read from the data and not from a list of members, so that a
 * new kind of resource has its links at once.
 */
const idsIn = (row: Row): NamedId[] => {
  const found = new Map<string, NamedId>();
  const walk = (value: unknown, member: string): void => {
    if (typeof value === 'string') {
      if (value !== '') found.set(`${member} ${value}`, { id: value, member });
    } else if (Array.isArray(value)) {
      for (const item of value as readonly unknown[]) walk(item, member);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) walk(inner, `${member}.${name}`);
    }
  };
  for (const [name, value] of Object.entries(row)) {
    if (ownMembers.has(name)) continue;
    walk(namedMembers.has(name) ? `${row.accountId}/${row.regionId}/${String(value)}` : value, name);
  }
  return [...found.values()];
};
