import type { Context, EcsOperation } from '../context.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { Snapshot } from '../state/rows/snapshot.ts';
import { fault } from '../wire/fault.ts';
import { requireDiskStatus, requireOwnDisk } from './disk-lookup.ts';
import { requireOwnInstance, requireStatus, requireNotLocked } from './instance-lookup.ts';
import { isResourceDescription, isResourceName } from './names.ts';
import { page } from './paging.ts';
import { snapshotCandidates, snapshotFilters, snapshotUsage } from './snapshot-filters.ts';
import { requireOwnSnapshot } from './snapshot-lookup.ts';
import { checkSnapshotRetention, startSnapshot } from './snapshot-rows.ts';
import { readTags, toTagList } from './tags.ts';

/** Makes a snapshot of a disk that was attached at least once. */
export const createSnapshot: EcsOperation<'CreateSnapshot'> = (request, context) => {
  const {
    snapshotName = '',
    description = '',
    category = '',
    retentionDays,
    instantAccessRetentionDays,
  } = request;
  checkSnapshotTexts(snapshotName, description);
  if (!['', 'standard', 'flash'].includes(category.toLowerCase())) {
    throw fault('InvalidSnapshotCategory.Malformed', { Category: category });
  }
  checkSnapshotRetention('RetentionDays', retentionDays);
  checkSnapshotRetention('InstantAccessRetentionDays', instantAccessRetentionDays);
  const tags = readTags(request.tag, context);
  const disk = requireOwnDisk(context, request.diskId);
  requireDiskStatus(disk, ['Available', 'In_use']);
  if (disk.attachedAt === null) throw fault('IncorrectDiskStatus.NeverAttached', { DiskId: disk.id });
  if (disk.instanceId !== '') {
    const instance = requireOwnInstance(context, disk.instanceId);
    requireStatus(instance, ['Running', 'Stopped']);
    requireNotLocked(context, instance);
  }
  const snapshot = startSnapshot(context, disk, {
    snapshotName,
    description,
    category: category === '' ? 'standard' : category.toLowerCase(),
    instantAccess: request.instantAccess ?? false,
    instantAccessRetentionDays: instantAccessRetentionDays ?? 0,
    retentionDays: retentionDays ?? 0,
    resourceGroupId: request.resourceGroupId ?? '',
    tags,
  });
  return { snapshotId: snapshot.id };
};

/** Lists own snapshots of the region, newest first. */
export const describeSnapshots: EcsOperation<'DescribeSnapshots'> = (request, context) => {
  const filters = snapshotFilters(request, context);
  const candidates = snapshotCandidates(request, context);
  const { items, info } =
    filters.length === 0
      ? page(candidates, request, context)
      : page(
          [...candidates].filter((snapshot) => filters.every((filter) => filter(snapshot))),
          request,
          context,
        );
  return { ...info, snapshots: { snapshot: items.map((snapshot) => describeSnapshot(snapshot, context)) } };
};

/**
 * Deletes a snapshot, unless an image was made from it. Disks that were made from it stand in the way
 * without Force; with it they go on, but cannot be initialised again.
 */
export const deleteSnapshot: EcsOperation<'DeleteSnapshot'> = ({ snapshotId, force }, context) => {
  const { tables } = context;
  requireOwnSnapshot(context, snapshotId);
  if (context.enforces('snapshot-delete.refused-while-used')) {
    if (tables.images.by('snapshotId', snapshotId).count > 0) {
      throw fault('SnapshotCreatedImage', { SnapshotId: snapshotId });
    }
    const madeFrom = [...tables.disks.by('sourceSnapshotId', snapshotId)];
    if (force !== true && madeFrom.some(({ type }) => type === 'data')) {
      throw fault('SnapshotCreatedDisk', { SnapshotId: snapshotId });
    }
  }
  tables.snapshots.delete(snapshotId);
  return {};
};

/** Changes a snapshot's name, description, retention, or ends its instant access. */
export const modifySnapshotAttribute: EcsOperation<'ModifySnapshotAttribute'> = (request, context) => {
  const { snapshotName, description, disableInstantAccess, retentionDays } = request;
  const snapshot = requireOwnSnapshot(context, request.snapshotId);
  const names = [snapshotName, description, disableInstantAccess, retentionDays];
  if (names.every((value) => value === undefined)) throw fault('NoAttributeToModify');
  checkSnapshotTexts(snapshotName ?? '', description ?? '');
  checkSnapshotRetention('RetentionDays', retentionDays);
  context.tables.snapshots.update(snapshot.id, {
    snapshotName: snapshotName ?? snapshot.snapshotName,
    description: description ?? snapshot.description,
    retentionDays: retentionDays ?? snapshot.retentionDays,
    instantAccess: disableInstantAccess === true ? false : snapshot.instantAccess,
  });
  return {};
};

/** A name cannot begin with "auto": that is for automatic snapshots (CreateSnapshot.md, SnapshotName). */
const checkSnapshotTexts = (snapshotName: string, description: string): void => {
  if (snapshotName !== '' && (!isResourceName(snapshotName) || snapshotName.startsWith('auto'))) {
    throw fault('InvalidSnapshotName.Malformed', { Name: snapshotName });
  }
  if (description !== '' && !isResourceDescription(description)) throw fault('InvalidDescription.Malformed');
};

const describeSnapshot = (snapshot: Snapshot, { tables }: Context) => ({
  snapshotId: snapshot.id,
  snapshotName: snapshot.snapshotName,
  snapshotSN: snapshot.id.slice(2),
  snapshotType: snapshot.snapshotType,
  snapshotLinkId: snapshot.sourceDiskId === '' ? '' : `sl-${snapshot.sourceDiskId.slice(2)}`,
  description: snapshot.description,
  status: snapshot.status,
  progress: `${snapshot.progress}%`,
  available: snapshot.status === 'accomplished',
  usage: snapshotUsage(snapshot, tables),
  category: snapshot.category,
  creationTime: toIsoSeconds(snapshot.createdAt),
  lastModifiedTime: toIsoSeconds(snapshot.createdAt),
  remainTime: snapshot.status === 'progressing' ? 100 - snapshot.progress : 0,
  encrypted: snapshot.encrypted,
  KMSKeyId: snapshot.kmsKeyId,
  instantAccess: snapshot.instantAccess,
  instantAccessRetentionDays: snapshot.instantAccessRetentionDays,
  retentionDays: snapshot.retentionDays === 0 ? undefined : snapshot.retentionDays,
  productCode: '',
  regionId: snapshot.regionId,
  resourceGroupId: snapshot.resourceGroupId,
  sourceDiskId: snapshot.sourceDiskId,
  sourceDiskSize: String(snapshot.sourceDiskSize),
  sourceDiskType: snapshot.sourceDiskType,
  sourceStorageType: 'disk',
  tags: { tag: toTagList(snapshot.tags) },
});
