import { findInstanceType } from '../catalog/instance-types.ts';
import type { Context, EcsOperation } from '../context.ts';
import type { Disk } from '../state/rows/disk.ts';
import { fault } from '../wire/fault.ts';
import { requireDiskStatus } from './disk-lookup.ts';
import { inRegionOf, requireOwnInstance, requireStatus, requireNotLocked } from './instance-lookup.ts';
import { diskCreationTime, removeDisk, systemDiskSize } from './disk-rows.ts';
import { supportsInstanceType } from './image-support.ts';
import { systemOf } from './image-system.ts';
import { requireKeyPair } from './key-pair-lookup.ts';
import { isPassword } from './names.ts';
import { isBeingSnapshot } from './snapshot-rows.ts';
import { requireUsableImage } from './visible-images.ts';

/**
 * Gives a stopped instance a new system disk, made from an image. The old disk is released, the new one
 * has an id of its own and the old one's category.
 */
export const replaceSystemDisk: EcsOperation<'ReplaceSystemDisk'> = (request, context) => {
  const { instanceId, imageId = '', password = '', keyPairName = '' } = request;
  const instance = requireOwnInstance(context, instanceId);
  if (context.enforces('replace-system-disk.stopped-only')) requireStatus(instance, ['Stopped']);
  requireNotLocked(context, instance);
  if (imageId === '') throw fault('MissingParameter', { Parameter: 'ImageId' });
  if (password !== '' && !isPassword(password, instance.osType)) throw fault('InvalidPassword.Malformed');
  const there = inRegionOf(context, instance);
  const image = requireUsableImage(there, imageId, 'replace-system-disk.image-visible');
  if (keyPairName !== '') requireKeyPair(there, keyPairName);
  const type = findInstanceType(instance.instanceType);
  if (type !== undefined && !supportsInstanceType(image, type)) {
    throw fault('ImageNotSupportInstanceType', { ImageId: imageId, InstanceType: instance.instanceType });
  }
  const old = systemDiskOf(there, instanceId);
  requireDiskStatus(old, ['In_use']);
  if (isBeingSnapshot(there, old.id)) throw fault('DiskCreatingSnapshot', { DiskId: old.id });
  const size = systemDiskSize(
    there,
    request.systemDisk?.size,
    image.size,
    old.category,
    old.performanceLevel,
  );
  removeDisk(there, old);
  const mapping = image.diskMappings.find(({ type }) => type === 'system');
  const disk = there.tables.disks.insert({
    ...old,
    id: there.newId('d'),
    status: 'Creating',
    size,
    imageId: image.id,
    system: systemOf(image),
    sourceSnapshotId: mapping?.snapshotId ?? '',
    encrypted: request.encrypted ?? mapping?.encrypted ?? false,
    kmsKeyId: request.KMSKeyId ?? mapping?.kmsKeyId ?? '',
    createdAt: there.now,
    attachedAt: there.now,
    generation: 0,
  });
  there.schedule(diskCreationTime, 'disk.in-use', disk.id);
  there.tables.instances.update(instanceId, {
    imageId: image.id,
    osName: image.osName,
    osNameEn: image.osNameEn,
    osType: image.osType,
    passwordSet: password !== '' || (request.passwordInherit === true && instance.passwordSet),
    keyPairName: keyPairName === '' ? instance.keyPairName : keyPairName,
  });
  return { diskId: disk.id };
};

const systemDiskOf = ({ tables }: Context, instanceId: string): Disk => {
  const disk = [...tables.disks.by('instanceId', instanceId)].find(({ type }) => type === 'system');
  if (disk === undefined) throw fault('InvalidInstance.NotFoundSystemDisk', { InstanceId: instanceId });
  return disk;
};
