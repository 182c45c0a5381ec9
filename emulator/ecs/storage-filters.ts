import type { Context } from '../context.ts';
import { fault } from '../wire/fault.ts';

/** Of rows found by an index, those that are the caller's, in the region of the call. */
export const ownAmong = <Row extends { readonly accountId: string; readonly regionId: string }>(
  rows: Iterable<Row>,
  context: Context,
): Row[] =>
  [...rows].filter(
    ({ accountId, regionId }) => accountId === context.accountId && regionId === context.regionId,
  );

/**
 * Filter.N of DescribeDisks and DescribeSnapshots: CreationStartTime and CreationEndTime.
 * @throws Fault for another key, and for a value that is no time
 */
export const creationTimeFilter = ({
  key = '',
  value = '',
}: {
  readonly key?: string;
  readonly value?: string;
}): ((row: { readonly createdAt: number }) => boolean) => {
  if (key !== 'CreationStartTime' && key !== 'CreationEndTime')
    throw fault('InvalidFilterKey.NotFound', { Key: key });
  const time = Date.parse(value);
  if (Number.isNaN(time)) throw fault('InvalidFilterValue', { Key: key, Value: value });
  return ({ createdAt }) => (key === 'CreationStartTime' ? createdAt >= time : createdAt <= time);
};
