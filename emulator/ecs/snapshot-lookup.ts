import type { Context } from '../context.ts';
import type { Snapshot } from '../state/rows/snapshot.ts';
import { fault } from '../wire/fault.ts';

/**
 * An own snapshot by id, in whichever region: the actions on one snapshot take no RegionId.
 * @throws Fault InvalidSnapshotId.NotFound
 */
export const requireOwnSnapshot = ({ tables, accountId }: Context, snapshotId: string): Snapshot => {
  const snapshot = tables.snapshots.get(snapshotId);
  if (snapshot?.accountId !== accountId)
    throw fault('InvalidSnapshotId.NotFound', { SnapshotId: snapshotId });
  return snapshot;
};
