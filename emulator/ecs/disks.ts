import { findRegion } from '../catalog/regions.ts';
import type { Context, EcsOperation } from '../context.ts';
import type { Disk } from '../state/rows/disk.ts';
import { fault } from '../wire/fault.ts';
import {
  defaultPerformanceLevel,
  isDiskCategory,
  isPerformanceLevel,
  sizeRangeOf,
} from './disk-categories.ts';
import { requireOwnDisk } from './disk-lookup.ts';
import { requireOwnInstance, requireStatus, requireNotLocked } from './instance-lookup.ts';
import { attachableDevice } from './disk-places.ts';
import { checkDataSnapshot, diskCreationTime, removeDisk } from './disk-rows.ts';
import { readIds } from './id-lists.ts';
import { isResourceDescription, isResourceName } from './names.ts';
import { requireOwnSnapshot } from './snapshot-lookup.ts';
import { isBeingSnapshot } from './snapshot-rows.ts';
import { readTags } from './tags.ts';

type CreateDiskRequest = Parameters<EcsOperation<'CreateDisk'>>[0];

/** Makes a data disk in a zone, or on an instance, with which it is then In_use. */
export const createDisk: EcsOperation<'CreateDisk'> = (request, context) => {
  const { diskName = '', description = '', KMSKeyId = '', encrypted, snapshotId = '' } = request;
  checkDiskTexts(diskName, description);
  if (KMSKeyId !== '' && encrypted !== true) throw fault('InvalidParameter.EncryptedIllegal');
  const category =
    request.diskCategory === undefined || request.diskCategory === '' ? 'cloud' : request.diskCategory;
  if (!isDiskCategory(category)) throw fault('InvalidDiskCategory.ValueNotSupported', { Category: category });
  const performanceLevel = levelOf(category, request.performanceLevel);
  const multiAttach = readMultiAttach(request, category);
  const tags = readTags(request.tag, context);
  const snapshot = snapshotId === '' ? undefined : requireOwnSnapshot(context, snapshotId);
  if (snapshot !== undefined) checkDataSnapshot(snapshot);
  const size = newDiskSize(request.size, snapshot?.sourceDiskSize, category, performanceLevel, context);
  const place = placeOf(request, context);
  const disk = context.tables.disks.insert({
    id: context.newId('d'),
    accountId: context.accountId,
    regionId: context.regionId,
    status: 'Creating',
    ...place,
    diskName,
    description,
    type: 'data',
    category,
    performanceLevel,
    size,
    imageId: '',
    system: null,
    sourceSnapshotId: snapshotId,
    encrypted: encrypted ?? snapshot?.encrypted ?? false,
    kmsKeyId: KMSKeyId === '' ? (snapshot?.kmsKeyId ?? '') : KMSKeyId,
    portable: true,
    deleteWithInstance: false,
    deleteAutoSnapshot: false,
    enableAutoSnapshot: true,
    autoSnapshotPolicyId: '',
    multiAttach,
    burstingEnabled: request.burstingEnabled ?? false,
    provisionedIops: request.provisionedIops ?? 0,
    resourceGroupId: request.resourceGroupId ?? '',
    tags,
    createdAt: context.now,
    detachedAt: null,
    generation: 0,
  });
  context.schedule(diskCreationTime, disk.instanceId === '' ? 'disk.available' : 'disk.in-use', disk.id);
  return { diskId: disk.id };
};

/** @throws Fault for another value, and for disks that cannot be for several instances (CreateDisk, MultiAttach) */
const readMultiAttach = (
  { multiAttach = '', instanceId = '' }: CreateDiskRequest,
  category: string,
): boolean => {
  if (multiAttach === '' || multiAttach === 'Disabled') return false;
  if (multiAttach !== 'Enabled') throw fault('InvalidParameter.MultiAttach', { MultiAttach: multiAttach });
  if (instanceId !== '') throw fault('InvalidParameter.MultiAttachAndInstanceIdConflict');
  if (category !== 'cloud_essd') {
    throw fault('InvalidParameter.DiskCategoryAndMultiAttachNotMatch', { Category: category });
  }
  return true;
};

/** Changes texts and switches of one disk or of up to 100. */
export const modifyDiskAttribute: EcsOperation<'ModifyDiskAttribute'> = (request, context) => {
  const { diskId = '', diskIds = [], diskName, description } = request;
  const ids = diskId === '' ? diskIds : [diskId];
  if (ids.length === 0) throw fault('MissingParameter', { Parameter: 'DiskId' });
  if (ids.length > 100) throw fault('InvalidDiskIds.Malformed');
  const { deleteWithInstance, deleteAutoSnapshot, enableAutoSnapshot, burstingEnabled } = request;
  const changes = [
    diskName,
    description,
    deleteWithInstance,
    deleteAutoSnapshot,
    enableAutoSnapshot,
    burstingEnabled,
  ];
  if (changes.every((change) => change === undefined)) throw fault('NoAttributeToModify');
  checkDiskTexts(diskName ?? '', description ?? '');
  for (const disk of ids.map((id) => requireOwnDisk(context, id))) {
    if (deleteWithInstance === false && !disk.portable) throw fault('DiskNotPortable', { DiskId: disk.id });
    context.tables.disks.update(disk.id, {
      diskName: diskName ?? disk.diskName,
      description: description ?? disk.description,
      deleteWithInstance: deleteWithInstance ?? disk.deleteWithInstance,
      deleteAutoSnapshot: deleteAutoSnapshot ?? disk.deleteAutoSnapshot,
      enableAutoSnapshot: enableAutoSnapshot ?? disk.enableAutoSnapshot,
      burstingEnabled: burstingEnabled ?? disk.burstingEnabled,
    });
  }
  return {};
};

/** Deletes a disk that is not attached; an unknown one is gone already, which is no error. */
export const deleteDisk: EcsOperation<'DeleteDisk'> = ({ diskId }, context) => {
  const disk = context.tables.disks.get(diskId);
  if (disk?.accountId !== context.accountId) return {};
  if (context.enforces('disk.delete-detached-only') && disk.instanceId !== '') {
    throw fault('DiskStillAttached', { DiskId: diskId, InstanceId: disk.instanceId });
  }
  if (isBeingSnapshot(context, diskId)) throw fault('DiskCreatingSnapshot', { DiskId: diskId });
  removeDisk(context, disk);
  return {};
};

/** Makes a disk larger; the system sees the new size at once in the API, whatever Type is. */
export const resizeDisk: EcsOperation<'ResizeDisk'> = ({ diskId, newSize, type = 'offline' }, context) => {
  if (type !== '' && type !== 'offline' && type !== 'online')
    throw fault('InvalidParam.Type', { Type: type });
  const disk = requireOwnDisk(context, diskId);
  if (disk.status !== 'Available' && disk.status !== 'In_use') {
    throw fault('IncorrectDiskStatus', { DiskId: diskId, Status: disk.status });
  }
  if (disk.instanceId !== '') {
    const instance = requireOwnInstance(context, disk.instanceId);
    requireNotLocked(context, instance);
    if (type === 'online' && instance.status !== 'Running') throw fault('InvalidInstanceStatus.NotRunning');
    requireStatus(instance, ['Running', 'Stopped']);
  }
  if (isBeingSnapshot(context, diskId)) throw fault('DiskCreatingSnapshot', { DiskId: diskId });
  const { max } = sizeRangeOf(disk.type, disk.category, disk.performanceLevel);
  if (context.enforces('disk.grows-only') && newSize < disk.size) {
    throw fault('InvalidDiskSize.TooSmall', { Size: newSize, Least: disk.size });
  }
  if (context.enforces('disk.size-range') && newSize > max) {
    throw fault('InvalidDiskSize.TooLarge', { Size: newSize, Most: max });
  }
  context.tables.disks.update(diskId, { size: newSize });
  return { orderId: '' };
};

/** Changes category, performance level or provisioned IOPS. */
export const modifyDiskSpec: EcsOperation<'ModifyDiskSpec'> = (request, context) => {
  const { diskCategory = '', performanceLevel = '', provisionedIops } = request;
  const disk = requireOwnDisk(context, request.diskId);
  if (diskCategory === '' && performanceLevel === '' && provisionedIops === undefined) {
    throw fault('NoAttributeToModify');
  }
  const category = diskCategory === '' ? disk.category : diskCategory;
  if (!isDiskCategory(category)) throw fault('InvalidDiskCategory.ValueNotSupported', { Category: category });
  const level = levelOf(category, performanceLevel === '' ? disk.performanceLevel : performanceLevel);
  checkSize(disk.size, disk.type, category, level, context);
  context.tables.disks.update(disk.id, {
    category,
    performanceLevel: level,
    provisionedIops: provisionedIops ?? disk.provisionedIops,
  });
  return { orderId: '', taskId: '' };
};

/** Changes how the disks of an instance are paid for (ModifyDiskChargeType.md: up to 16 at a time). */
export const modifyDiskChargeType: EcsOperation<'ModifyDiskChargeType'> = (request, context) => {
  const { diskChargeType = 'PrePaid' } = request;
  if (diskChargeType !== 'PrePaid' && diskChargeType !== 'PostPaid') {
    throw fault('InvalidDiskChargeType.NotFound', { Type: diskChargeType });
  }
  const instance = requireOwnInstance(context, request.instanceId);
  const ids = readIds(request.diskIds, () => fault('InvalidParameter.DiskIds'));
  if (ids.length > 16) throw fault('InvalidDiskIds.Malformed');
  for (const disk of ids.map((id) => requireOwnDisk(context, id))) {
    if (disk.instanceId !== instance.id) {
      throw fault('DependencyViolation', {
        Details: `the disk ${disk.id} is not attached to ${instance.id}`,
      });
    }
    context.tables.disks.update(disk.id, { diskChargeType });
  }
  return { orderId: '' };
};

const checkDiskTexts = (diskName: string, description: string): void => {
  if (diskName !== '' && !isResourceName(diskName))
    throw fault('InvalidDiskName.Malformed', { Name: diskName });
  if (description !== '' && !isResourceDescription(description)) throw fault('InvalidDescription.Malformed');
};

const levelOf = (category: string, performanceLevel = ''): string => {
  const usual = defaultPerformanceLevel(category);
  if (usual === '' || performanceLevel === '') return usual;
  if (!isPerformanceLevel(performanceLevel))
    throw fault('InvalidPerformanceLevel.Malformed', { Level: performanceLevel });
  return performanceLevel;
};

/** The larger of Size and the snapshot's size (CreateDisk.md, Size). */
const newDiskSize = (
  asked: number | undefined,
  snapshotSize: number | undefined,
  category: string,
  performanceLevel: string,
  context: Context,
): number => {
  if (asked === undefined && snapshotSize === undefined)
    throw fault('MissingParameter', { Parameter: 'Size or SnapshotId' });
  const size = Math.max(asked ?? 0, snapshotSize ?? 0);
  checkSize(size, 'data', category, performanceLevel, context);
  return size;
};

const checkSize = (
  size: number,
  type: Disk['type'],
  category: string,
  performanceLevel: string,
  context: Context,
): void => {
  const { min, max } = sizeRangeOf(type, category, performanceLevel);
  if (context.enforces('disk.size-range') && (size < min || size > max)) {
    throw fault('InvalidSize.ValueNotSupported', { Size: size, Min: min, Max: max });
  }
};

/** Either a zone, or an instance on which the disk is then attached. */
const placeOf = ({ zoneId = '', instanceId = '' }: CreateDiskRequest, context: Context) => {
  if (instanceId === '') {
    if (zoneId === '') throw fault('MissingParameter', { Parameter: 'ZoneId' });
    const zones = findRegion(context.regionId)?.zones ?? [];
    if (zones.every((zone) => zone.zoneId !== zoneId))
      throw fault('InvalidZoneId.NotFound', { ZoneId: zoneId });
    return { zoneId, instanceId, device: '', diskChargeType: 'PostPaid', attachedAt: null } as const;
  }
  const instance = requireOwnInstance(context, instanceId);
  return {
    zoneId: instance.zoneId,
    instanceId,
    device: attachableDevice(context, instance),
    diskChargeType: instance.instanceChargeType,
    attachedAt: context.now,
  };
};
