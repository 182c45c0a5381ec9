import type { Context, EcsOperation } from '../context.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { Disk } from '../state/rows/disk.ts';
import type { Snapshot } from '../state/rows/snapshot.ts';
import type { SnapshotGroup } from '../state/rows/snapshot-group.ts';
import { fault } from '../wire/fault.ts';
import { requireDiskStatus, requireOwnDisk } from './disk-lookup.ts';
import { requireNotLocked, requireOwnInstance, requireStatus, restingStatuses } from './instance-lookup.ts';
import { checkDescription, isResourceName } from './names.ts';
import { page } from './paging.ts';
import { checkSnapshotRetention, startSnapshot } from './snapshot-rows.ts';
import { readTags, tagFilter } from './tags.ts';

type NewGroup = Parameters<EcsOperation<'CreateSnapshotGroup'>>[0];

/** Snapshots of all or some disks of an instance, made at one moment. */
export const createSnapshotGroup: EcsOperation<'CreateSnapshotGroup'> = (request, context) => {
  const { name = '', description = '', instantAccess, instantAccessRetentionDays } = request;
  checkTexts(name, description);
  checkSnapshotRetention('InstantAccessRetentionDays', instantAccessRetentionDays);
  const tags = readTags(request.tag, context);
  const disks = disksOf(request, context);
  const snapshots = disks.map((disk) => {
    requireDiskStatus(disk, ['Available', 'In_use']);
    if (disk.attachedAt === null) throw fault('IncorrectDiskStatus.NeverAttached', { DiskId: disk.id });
    return startSnapshot(context, disk, {
      instantAccess: instantAccess ?? false,
      instantAccessRetentionDays: instantAccessRetentionDays ?? 0,
      resourceGroupId: request.resourceGroupId ?? '',
      tags,
    });
  });
  const group = context.tables.snapshotGroups.insert({
    id: context.newId('ssg'),
    accountId: context.accountId,
    regionId: context.regionId,
    name,
    description,
    instanceId: request.instanceId ?? '',
    snapshotIds: snapshots.map(({ id }) => id),
    resourceGroupId: request.resourceGroupId ?? '',
    tags,
    createdAt: context.now,
  });
  return { snapshotGroupId: group.id };
};

/** Most disks of a group (limits.json, CreateSnapshotGroup). */
const maxDisks = 16;

/** The disks of the instance, or those that are named; all of one instance, which is Running or Stopped. */
const disksOf = (request: NewGroup, context: Context): Disk[] => {
  const { instanceId = '', diskId: named = [], excludeDiskId: excluded = [] } = request;
  if (instanceId === '' && named.length === 0) throw fault('MissingParameter', { Parameter: 'InstanceId' });
  if (named.length > 0 && excluded.length > 0) {
    throw fault('InvalidParameter.Conflict', { Reason: 'DiskId.N and ExcludeDiskId.N' });
  }
  if (instanceId !== '') checkInstance(context, instanceId);
  const { disks } = context.tables;
  const asked = named.length > 0 ? named.map((id) => requireOwnDisk(context, id)) : null;
  const found =
    asked ?? [...disks.by('instanceId', instanceId)].filter(({ id }) => !excluded.includes(id)).reverse();
  const foreign = found.find((disk) => instanceId !== '' && disk.instanceId !== instanceId);
  if (foreign !== undefined || found.length === 0) {
    throw fault('InvalidDiskId.NotFound', { DiskId: foreign?.id ?? '(none)' });
  }
  if (found.length > maxDisks) {
    throw fault('InvalidParameter', { Parameter: 'DiskId', Reason: `a group has at most ${maxDisks} disks` });
  }
  return found;
};

const checkInstance = (context: Context, instanceId: string): void => {
  const instance = requireOwnInstance(context, instanceId);
  requireStatus(instance, restingStatuses);
  requireNotLocked(context, instance);
};

const checkTexts = (name: string, description: string): void => {
  if (name !== '' && !isResourceName(name)) throw fault('InvalidParameter.Name', { Name: name });
  checkDescription(description);
};

/** Changes a group's name or description. */
export const modifySnapshotGroup: EcsOperation<'ModifySnapshotGroup'> = (request, context) => {
  const group = requireGroup(context, request.snapshotGroupId);
  const { name = '', description = '' } = request;
  checkTexts(name, description);
  context.tables.snapshotGroups.update(group.id, {
    name: name === '' ? group.name : name,
    description: request.description ?? group.description,
  });
  return {};
};

/** Deletes a group with its snapshots; those that images were made from stay, and so the group. */
export const deleteSnapshotGroup: EcsOperation<'DeleteSnapshotGroup'> = (request, context) => {
  const group = requireGroup(context, request.snapshotGroupId);
  const { tables } = context;
  const progress = snapshotsOf(group, context).map((snapshot) => {
    const isUsed =
      context.enforces('snapshot-delete.refused-while-used') &&
      tables.images.by('snapshotId', snapshot.id).count > 0;
    if (!isUsed) tables.snapshots.delete(snapshot.id);
    return {
      operationStatus: isUsed ? 'Failed' : 'Success',
      errorCode: isUsed ? 'SnapshotCreatedImage' : '',
      errorMsg: isUsed ? 'Images were made from the snapshot.' : '',
      relatedItemSet: { relatedItem: [{ name: 'SnapshotId', value: snapshot.id }] },
    };
  });
  if (snapshotsOf(group, context).length === 0) tables.snapshotGroups.delete(group.id);
  return { operationProgressSet: { operationProgress: progress } };
};

/** @throws Fault InvalidSnapshotGroupId.NotFound */
const requireGroup = (context: Context, id: string): SnapshotGroup => {
  const group = context.tables.snapshotGroups.getOwn(id, context);
  if (group === undefined) throw fault('InvalidSnapshotGroupId.NotFound', { SnapshotGroupId: id });
  return group;
};

/** Snapshots of a group that are still there. */
const snapshotsOf = ({ snapshotIds }: SnapshotGroup, { tables }: Context): Snapshot[] =>
  snapshotIds.flatMap((id) => tables.snapshots.get(id) ?? []);

/** As its slowest snapshot: progressing until all are accomplished, failed if one is. */
const statusOf = (snapshots: readonly Snapshot[]): Snapshot['status'] => {
  if (snapshots.some(({ status }) => status === 'failed')) return 'failed';
  return snapshots.some(({ status }) => status === 'progressing') ? 'progressing' : 'accomplished';
};

/** Lists the region's groups, newest first. */
export const describeSnapshotGroups: EcsOperation<'DescribeSnapshotGroups'> = (request, context) => {
  const { snapshotGroups } = context.tables;
  const {
    snapshotGroupId: ids = [],
    name = '',
    instanceId = '',
    resourceGroupId = '',
    status = [],
  } = request;
  const unknown = status.find((value) => !['progressing', 'accomplished', 'failed'].includes(value));
  if (unknown !== undefined) throw fault('InvalidStatus.ValueNotSupported', { Status: unknown });
  const hasTags = tagFilter(request.tag);
  const asked =
    ids.length === 0
      ? [...snapshotGroups.list(context)]
      : ids.flatMap((id) => snapshotGroups.getOwn(id, context) ?? []);
  const found = asked.filter(
    (group) =>
      (name === '' || group.name === name) &&
      (instanceId === '' || group.instanceId === instanceId) &&
      (resourceGroupId === '' || group.resourceGroupId === resourceGroupId) &&
      (status.length === 0 || status.includes(statusOf(snapshotsOf(group, context)))) &&
      (hasTags?.(group) ?? true),
  );
  const { nextToken, maxResults = 10 } = request;
  const { items, info } = page(found, { maxResults, ...(nextToken && { nextToken }) }, context);
  return {
    nextToken: info.nextToken,
    snapshotGroups: { snapshotGroup: items.map((group) => describe(group, context)) },
  };
};

const toTags = (tags: Readonly<Record<string, string>>) => ({
  tag: Object.entries(tags).map(([key, value]) => ({ key, value })),
});

const describe = (group: SnapshotGroup, context: Context) => {
  const snapshots = snapshotsOf(group, context);
  return {
    snapshotGroupId: group.id,
    name: group.name,
    description: group.description,
    instanceId: group.instanceId,
    status: statusOf(snapshots),
    resourceGroupId: group.resourceGroupId,
    creationTime: toIsoSeconds(group.createdAt),
    tags: toTags(group.tags),
    snapshots: {
      snapshot: snapshots.map((snapshot) => ({
        snapshotId: snapshot.id,
        sourceDiskId: snapshot.sourceDiskId,
        sourceDiskType: snapshot.sourceDiskType,
        progress: `${snapshot.progress}%`,
        available: snapshot.status === 'accomplished',
        instantAccess: snapshot.instantAccess,
        instantAccessRetentionDays: snapshot.instantAccessRetentionDays,
        tags: toTags(snapshot.tags),
      })),
    },
  };
};
