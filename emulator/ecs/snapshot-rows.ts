import type { Context, TransitionContext } from '../context.ts';
import type { Disk } from '../state/rows/disk.ts';
import type { Snapshot } from '../state/rows/snapshot.ts';
import { fault } from '../wire/fault.ts';
import { progressInterval } from './image-transitions.ts';

type Details = Partial<
  Pick<
    Snapshot,
    | 'snapshotName'
    | 'description'
    | 'category'
    | 'instantAccess'
    | 'instantAccessRetentionDays'
    | 'retentionDays'
    | 'resourceGroupId'
    | 'tags'
  >
>;

/**
 * Begins a manual snapshot of a disk; it is progressing and then accomplished.
 * @throws Fault IncorrectDiskStatus.CreatingSnapshot, QuotaExceed.Snapshot
 */
export const startSnapshot = (context: Context, disk: Disk, details: Details = {}): Snapshot => {
  const manual = [...context.tables.snapshots.by('sourceDiskId', disk.id)].filter(
    ({ snapshotType }) => snapshotType === 'user',
  );
  if (manual.some(({ status }) => status === 'progressing')) {
    throw fault('IncorrectDiskStatus.CreatingSnapshot', { DiskId: disk.id });
  }
  const limit = context.quota('snapshotsPerDisk');
  if (context.enforces('snapshot.quota') && manual.length >= limit) {
    throw fault('QuotaExceed.Snapshot', { Limit: limit });
  }
  return insertSnapshot(context, disk, details);
};

/**
 * Puts a snapshot of a disk in place and has it progress.
 * @param details what differs from a manual snapshot with no name
 */
export const insertSnapshot = (
  context: TransitionContext,
  disk: Disk,
  details: Details & Partial<Pick<Snapshot, 'snapshotType'>>,
): Snapshot => {
  const snapshot = context.tables.snapshots.insert({
    id: context.newIdIn(disk.regionId, 's'),
    accountId: disk.accountId,
    regionId: disk.regionId,
    status: 'progressing',
    progress: 0,
    snapshotName: '',
    description: '',
    sourceDiskId: disk.id,
    sourceDiskSize: disk.size,
    sourceDiskType: disk.type,
    sourceImageId: disk.imageId,
    system: disk.system,
    snapshotType: 'user',
    category: 'standard',
    encrypted: disk.encrypted,
    kmsKeyId: disk.kmsKeyId,
    instantAccess: false,
    instantAccessRetentionDays: 0,
    retentionDays: 0,
    resourceGroupId: disk.resourceGroupId,
    tags: {},
    createdAt: context.now,
    ...details,
  });
  context.schedule(progressInterval, 'snapshot.progress', snapshot.id);
  return snapshot;
};

/** Whether a manual snapshot of the disk is being made. */
export const isBeingSnapshot = ({ tables }: Context, diskId: string): boolean =>
  [...tables.snapshots.by('sourceDiskId', diskId)].some(({ status }) => status === 'progressing');

/** @throws Fault InvalidParameter */
export const checkSnapshotRetention = (parameter: string, days: number | undefined): void => {
  if (days !== undefined && (days < 1 || days > 65536)) {
    throw fault('InvalidParameter', { Parameter: parameter, Reason: 'it must be from 1 to 65536 days' });
  }
};
