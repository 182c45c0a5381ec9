import type { TableName } from '../state/tables.ts';
import type { Row } from '../state/table.ts';
import type { ProductName } from '../wire/products.ts';

/** How a resource is deleted: by an action of the API, as any client does it. */
export interface Deletion {
  readonly product: ProductName;
  readonly action: string;
  /** Parameters that name the row. */
  readonly parameters: (row: Row) => Readonly<Record<string, string>>;
  /** Whether the action takes Force. */
  readonly takesForce: boolean;
}

/** A sort of resource, as people look at it. */
export interface Kind {
  readonly name: TableName;
  readonly title: string;
  /** Member that holds the name that a user gave. */
  readonly nameMember: string;
  /** Further members that a table shows. */
  readonly columns: readonly string[];
  /** Undefined where the API has no action for it, or it goes with another resource. */
  readonly deletion?: Deletion;
}

/** A member of a row that is a text; empty where it is none. */
export const member = (row: Row, name: string): string => {
  const value: unknown = Object.hasOwn(row, name) ? (row as unknown as Record<string, unknown>)[name] : '';
  return typeof value === 'string' ? value : '';
};

/** A deletion that needs the row's id alone. */
export const byId = (
  action: string,
  parameter: string,
  { product = 'Ecs', takesForce = false }: { product?: ProductName; takesForce?: boolean } = {},
): Deletion => ({ product, action, takesForce, parameters: (row) => ({ [parameter]: row.id }) });
