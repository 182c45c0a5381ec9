import type { Context } from '../context.ts';
import type { Disk } from '../state/rows/disk.ts';
import type { Instance } from '../state/rows/instance.ts';
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

/** An own instance by id, in whichever region. @throws Fault InvalidInstanceId.NotFound */
export const requireInstanceOfDisk = ({ tables, accountId }: Context, instanceId: string): Instance => {
  const instance = tables.instances.get(instanceId);
  if (instance?.accountId !== accountId)
    throw fault('InvalidInstanceId.NotFound', { InstanceId: instanceId });
  return instance;
};

/** @throws Fault IncorrectDiskStatus where the disk's status is none of these */
export const requireDiskStatus = (disk: Disk, allowed: readonly Disk['status'][]): void => {
  if (!allowed.includes(disk.status)) {
    throw fault('IncorrectDiskStatus', { DiskId: disk.id, Status: disk.status });
  }
};

/** @throws Fault IncorrectInstanceStatus where the instance's status is none of these */
export const requireInstanceStatus = (instance: Instance, allowed: readonly Instance['status'][]): void => {
  if (!allowed.includes(instance.status)) {
    throw fault('IncorrectInstanceStatus', { InstanceId: instance.id, Status: instance.status });
  }
};

/** @throws Fault InstanceLockedForSecurity */
export const requireUnlocked = (instance: Instance): void => {
  if (instance.operationLocks.some(({ lockReason }) => lockReason === 'security')) {
    throw fault('InstanceLockedForSecurity', { InstanceId: instance.id });
  }
};
