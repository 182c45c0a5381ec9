import type { Tables } from './state/tables.ts';
import type { Transitions } from './context.ts';

interface TableWithStatus<Status> {
  get(id: string): unknown;
  update(id: string, patch: { status?: Status }): unknown;
}

/**
 * What happens to a row when its change of status falls due: it has the new status, unless it was deleted meanwhile.
 * @param tableOf the table of the row
 */
export const becomes =
  <Status extends string>(
    tableOf: (tables: Tables) => TableWithStatus<Status>,
    status: NoInfer<Status>,
  ): Transitions[string] =>
  (id, { tables }) => {
    const table = tableOf(tables);
    if (table.get(id) !== undefined) table.update(id, { status });
  };
