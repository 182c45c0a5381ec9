import type { Context, EcsOperation } from '../context.ts';
import type { Disk } from '../state/rows/disk.ts';
import type { Instance } from '../state/rows/instance.ts';
import { fault } from '../wire/fault.ts';
import { requireDiskStatus, requireOwnDisk } from './disk-lookup.ts';
import { inRegionOf, requireNotLocked, requireOwnInstance, requireStatus } from './instance-lookup.ts';
import { instanceDurations } from './instance-transitions.ts';
import { requireKeyPair } from './key-pair-lookup.ts';
import { isPassword } from './names.ts';
import { publicImage } from './public-image-rows.ts';
import { requireOwnSnapshot } from './snapshot-lookup.ts';
import { isBeingSnapshot } from './snapshot-rows.ts';
import { findVisibleImage } from './visible-images.ts';

/** Lifelike time that a disk takes to be written anew, in milliseconds. */
const writingTime = 10_000;

/**
 * Puts a disk back to what it was when it was made: a system disk to its image, a data disk to its
 * snapshot or to nothing. The image must still be there, and still be open to the account.
 */
export const reInitDisk: EcsOperation<'ReInitDisk'> = (request, context) => {
  const disk = requireOwnDisk(context, request.diskId);
  if (context.enforces('re-init.in-use-only')) requireDiskStatus(disk, ['In_use']);
  const instance = requireOwnInstance(context, disk.instanceId);
  if (context.enforces('re-init.stopped-only')) requireStatus(instance, ['Stopped']);
  requireNotLocked(context, instance);
  if (isBeingSnapshot(context, disk.id)) throw fault('DiskCreatingSnapshot', { DiskId: disk.id });
  if (disk.type === 'system') requireSourceImage(disk, context.inRegion(disk.regionId));
  else requireSourceSnapshot(disk, context);
  rewrite(disk, context);
  if (disk.type === 'system') setLogin(request, instance, context);
  if (request.autoStartInstance === true) {
    context.tables.instances.update(instance.id, { status: 'Starting' });
    context.schedule(writingTime + instanceDurations.starting, 'instance.running', instance.id);
  }
  return {};
};

/** Rolls a disk back to one of its own snapshots. */
export const resetDisk: EcsOperation<'ResetDisk'> = ({ diskId, snapshotId }, context) => {
  rollBack(diskId, snapshotId, context);
  return {};
};

/** Rolls several disks back; if one cannot be, none is. */
export const resetDisks: EcsOperation<'ResetDisks'> = ({ disk: entries }, context) => {
  for (const { diskId = '', snapshotId = '' } of entries) rollBack(diskId, snapshotId, context);
  return {
    operationProgressSet: {
      operationProgress: entries.map(({ diskId = '' }) => ({
        operationStatus: 'Success',
        relatedItemSet: { relatedItem: [{ name: 'DiskId', value: diskId }] },
      })),
    },
  };
};

type Login = Pick<Parameters<EcsOperation<'ReInitDisk'>>[0], 'password' | 'keyPairName'>;

/** A new password or key pair; without them the instance keeps what it has. */
const setLogin = ({ password = '', keyPairName = '' }: Login, instance: Instance, context: Context): void => {
  if (password !== '' && !isPassword(password, instance.osType)) throw fault('InvalidPassword.Malformed');
  if (keyPairName !== '') requireKeyPair(inRegionOf(context, instance), keyPairName);
  context.tables.instances.update(instance.id, {
    passwordSet: password !== '' || instance.passwordSet,
    keyPairName: keyPairName === '' ? instance.keyPairName : keyPairName,
  });
};

/**
 * @throws Fault InvalidDiskId.OperationNotSupported where the image is deleted, InvalidImageId.NotFound
 *   where it is there but not for this account (any more)
 */
const requireSourceImage = ({ id, imageId }: Disk, context: Context): void => {
  const exists = context.tables.images.get(imageId) ?? publicImage(context.regionId, imageId);
  if (exists === undefined) {
    if (!context.enforces('image-delete.blocks-reinit')) return;
    throw fault('InvalidDiskId.OperationNotSupported', { DiskId: id, ImageId: imageId });
  }
  if (findVisibleImage(context, imageId, 'image-unshare.blocks-reinit') === undefined) {
    throw fault('InvalidImageId.NotFound', { ImageId: imageId });
  }
};

/** A data disk of an image has a snapshot of the image's owner; it need not be the caller's. */
const requireSourceSnapshot = ({ sourceSnapshotId }: Disk, { tables }: Context): void => {
  if (sourceSnapshotId !== '' && tables.snapshots.get(sourceSnapshotId) === undefined) {
    throw fault('InvalidSourceSnapshot', { SnapshotId: sourceSnapshotId });
  }
};

const rollBack = (diskId: string, snapshotId: string, context: Context): void => {
  const disk = requireOwnDisk(context, diskId);
  const snapshot = requireOwnSnapshot(context, snapshotId);
  if (snapshot.sourceDiskId !== diskId) {
    throw fault('InvalidParameter.Mismatch', { DiskId: diskId, SnapshotId: snapshotId });
  }
  if (snapshot.status !== 'accomplished')
    throw fault('InvalidSnapshotId.NotReady', { SnapshotId: snapshotId });
  requireDiskStatus(disk, ['In_use']);
  const instance: Instance = requireOwnInstance(context, disk.instanceId);
  if (context.enforces('reset-disk.stopped-only')) requireStatus(instance, ['Stopped']);
  requireNotLocked(context, instance);
  rewrite(disk, context);
};

const rewrite = (disk: Disk, context: Context): void => {
  context.tables.disks.update(disk.id, { status: 'ReIniting', generation: disk.generation + 1 });
  context.schedule(writingTime, 'disk.in-use', disk.id);
};
