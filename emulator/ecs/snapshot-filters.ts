import type { Context, EcsOperation } from '../context.ts';
import type { Snapshot } from '../state/rows/snapshot.ts';
import type { Rows } from '../state/table.ts';
import type { Tables } from '../state/tables.ts';
import { fault } from '../wire/fault.ts';
import { equals } from './filters.ts';
import { readIds } from './id-lists.ts';
import { creationTimeFilter, ownAmong } from './storage-filters.ts';
import { tagFilter } from './tags.ts';

type DescribeSnapshotsRequest = Parameters<EcsOperation<'DescribeSnapshots'>>[0];

type Filter = (snapshot: Snapshot) => boolean;

/** The rows that the request's ids leave: by snapshot, by disk, or all of the account's in the region. */
export const snapshotCandidates = (
  { snapshotIds = '', diskId = '' }: DescribeSnapshotsRequest,
  context: Context,
): Rows<Snapshot> | Snapshot[] => {
  const { snapshots } = context.tables;
  if (snapshotIds !== '') {
    const ids = readIds(snapshotIds, () => fault('InvalidSnapshotIds.Malformed'));
    if (ids.length > 100) throw fault('InvalidSnapshotIds.Malformed');
    return ids.flatMap((id) => snapshots.getOwn(id, context) ?? []);
  }
  if (diskId === '') return snapshots.list(context);
  return ownAmong(snapshots.by('sourceDiskId', diskId), context);
};

/** "image", "disk", "image_disk" or "none": what was made of a snapshot. */
export const snapshotUsage = ({ id }: Snapshot, { images, disks }: Tables): string => {
  const forImage = images.by('snapshotId', id).count > 0;
  const forDisk = disks.by('sourceSnapshotId', id).count > 0;
  if (forImage) return forDisk ? 'image_disk' : 'image';
  return forDisk ? 'disk' : 'none';
};

/** One test for each parameter that is given. @throws Fault for values that the parameters do not have */
export const snapshotFilters = (request: DescribeSnapshotsRequest, context: Context): Filter[] => {
  const { tables } = context;
  const filters: (Filter | undefined)[] = [
    choice(
      request.status,
      ['progressing', 'accomplished', 'failed'],
      'InvalidStatus.NotFound',
      'Status',
      (s) => s.status,
    ),
    choice(
      request.snapshotType,
      ['auto', 'user'],
      'InvalidSnapshotType.NotFound',
      'Type',
      (s) => s.snapshotType,
    ),
    choice(
      request.sourceDiskType,
      ['system', 'data'],
      'InvalidSourceDiskType',
      'Type',
      (s) => s.sourceDiskType,
    ),
    choice(
      request.category,
      ['standard', 'flash'],
      'InvalidSnapshotCategory.Malformed',
      'Category',
      (s) => s.category,
    ),
    choice(request.usage, ['image', 'disk', 'image_disk', 'none'], 'InvalidUsage', 'Usage', (s) =>
      snapshotUsage(s, tables),
    ),
    equals(request.snapshotName, (s) => s.snapshotName),
    equals(request.resourceGroupId, (s) => s.resourceGroupId),
    equals(request.KMSKeyId, (s) => s.kmsKeyId),
    equals(request.snapshotLinkId, (s) => `sl-${s.sourceDiskId.slice(2)}`),
    equals(request.instanceId, (s) => tables.disks.get(s.sourceDiskId)?.instanceId ?? ''),
    request.encrypted === undefined ? undefined : (s) => s.encrypted === request.encrypted,
    tagFilter(request.tag),
    ...(request.filter ?? []).map(creationTimeFilter),
  ];
  return filters.filter((filter) => filter !== undefined);
};

/** Values are taken in any case; "all" is no filter. */
const choice = (
  wanted: string | undefined,
  known: readonly string[],
  code:
    | 'InvalidStatus.NotFound'
    | 'InvalidSnapshotType.NotFound'
    | 'InvalidSourceDiskType'
    | 'InvalidSnapshotCategory.Malformed'
    | 'InvalidUsage',
  detail: string,
  read: (snapshot: Snapshot) => string,
): Filter | undefined => {
  const value = wanted?.toLowerCase() ?? '';
  if (value === '' || value === 'all') return undefined;
  if (!known.includes(value)) throw fault(code, { [detail]: wanted });
  return (snapshot) => read(snapshot) === value;
};
