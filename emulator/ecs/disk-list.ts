import type { Context, EcsOperation } from '../context.ts';
import { toIsoMinutes, toIsoSeconds } from '../state/clock.ts';
import type { Disk } from '../state/rows/disk.ts';
import { diskCandidates, diskFilters, multiAttachOf } from './disk-filters.ts';
import { page } from './paging.ts';
import { toTagList } from './tags.ts';

/** Lists own disks of the region, newest first. */
export const describeDisks: EcsOperation<'DescribeDisks'> = (request, context) => {
  const filters = diskFilters(request, context);
  const candidates = diskCandidates(request, context);
  const limits = { minResults: 10, maxResults: 500 };
  const found =
    filters.length === 0
      ? candidates
      : [...candidates].filter((disk) => filters.every((filter) => filter(disk)));
  const { items, info } = page(found, request, context, limits);
  return { ...info, disks: { disk: items.map((disk) => describeDisk(disk, context)) } };
};

const timeOf = (milliseconds: number | null): string =>
  milliseconds === null ? '' : toIsoSeconds(milliseconds);

/** A disk that is not PrePaid never expires; ECS then answers a day in 2999. */
const neverExpires = '2999-09-08T16:00Z';

const describeDisk = (disk: Disk, { tables }: Context) => {
  const instance = disk.instanceId === '' ? undefined : tables.instances.get(disk.instanceId);
  const expiresAt = disk.diskChargeType === 'PrePaid' ? (instance?.expiresAt ?? null) : null;
  return {
    diskId: disk.id,
    diskName: disk.diskName,
    description: disk.description,
    status: disk.status,
    type: disk.type,
    category: disk.category,
    performanceLevel: disk.performanceLevel,
    size: disk.size,
    regionId: disk.regionId,
    zoneId: disk.zoneId,
    imageId: disk.imageId,
    sourceSnapshotId: disk.sourceSnapshotId,
    encrypted: disk.encrypted,
    KMSKeyId: disk.kmsKeyId,
    instanceId: disk.instanceId,
    device: disk.device,
    portable: disk.portable,
    deleteWithInstance: disk.deleteWithInstance,
    deleteAutoSnapshot: disk.deleteAutoSnapshot,
    enableAutoSnapshot: disk.enableAutoSnapshot,
    enableAutomatedSnapshotPolicy: disk.autoSnapshotPolicyId !== '',
    autoSnapshotPolicyId: disk.autoSnapshotPolicyId,
    diskChargeType: disk.diskChargeType,
    expiredTime: expiresAt === null ? neverExpires : toIsoMinutes(expiresAt),
    burstingEnabled: disk.burstingEnabled,
    provisionedIops: disk.provisionedIops,
    multiAttach: multiAttachOf(disk),
    serialNumber: disk.id.slice(2),
    storageSetId: '',
    productCode: '',
    bdfId: '',
    resourceGroupId: disk.resourceGroupId,
    creationTime: toIsoSeconds(disk.createdAt),
    attachedTime: disk.instanceId === '' ? '' : timeOf(disk.attachedAt),
    detachedTime: timeOf(disk.detachedAt),
    attachments: {
      attachment:
        disk.instanceId === ''
          ? []
          : [{ instanceId: disk.instanceId, device: disk.device, attachedTime: timeOf(disk.attachedAt) }],
    },
    mountInstances: { mountInstance: [] },
    operationLocks: {
      operationLock: (instance?.operationLocks ?? []).map(({ lockReason }) => ({ lockReason })),
    },
    tags: { tag: toTagList(disk.tags) },
  };
};
