import type { Context } from '../context.ts';
import type { Disk } from '../state/rows/disk.ts';
import { fault } from '../wire/fault.ts';

/**
 * An own disk by id, in whichever region: the actions on one disk take no RegionId.
 * @throws Fault InvalidDiskId.NotFound
 */
export const requireOwnDisk = ({ tables, accountId }: Context, diskId: string): Disk => {
  const disk = tables.disks.get(diskId);
  if (disk?.accountId !== accountId) throw fault('InvalidDiskId.NotFound', { DiskId: diskId });
  return disk;
};

/** @throws Fault IncorrectDiskStatus where the disk's status is none of these */
export const requireDiskStatus = (disk: Disk, allowed: readonly Disk['status'][]): void => {
  if (!allowed.includes(disk.status)) {
    throw fault('IncorrectDiskStatus', { DiskId: disk.id, Status: disk.status });
  }
};
