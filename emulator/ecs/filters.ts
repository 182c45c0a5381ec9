/** A test for rows; undefined where the request asks for nothing. */
export type Filter<T> = ((row: T) => boolean) | undefined;

/** Whether a row passes all filters that are given. */
export const matchesAll =
  <T>(filters: readonly Filter<T>[]) =>
  (row: T): boolean =>
    filters.every((filter) => filter === undefined || filter(row));

/** A filter by one value, where it is given. */
export const equals = <T>(wanted: string | undefined, valueOf: (row: T) => string): Filter<T> =>
  wanted === undefined || wanted === '' ? undefined : (row) => valueOf(row) === wanted;

/** A filter by several values, of which a row has one; none given asks for nothing. */
export const isOneOf = <T>(wanted: readonly string[] | undefined, valueOf: (row: T) => string): Filter<T> => {
  const values = (wanted ?? []).filter((value) => value !== '');
  return values.length === 0 ? undefined : (row) => values.includes(valueOf(row));
};
