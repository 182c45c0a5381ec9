import type { Context, EcsOperation } from '../context.ts';
import type { Disk } from '../state/rows/disk.ts';
import type { Rows } from '../state/table.ts';
import { fault } from '../wire/fault.ts';
import { isDiskCategory } from './disk-categories.ts';
import { equals } from './filters.ts';
import { readIds } from './id-lists.ts';
import { wildcard } from './image-filters.ts';
import { creationTimeFilter, ownAmong } from './storage-filters.ts';
import { tagFilter } from './tags.ts';

type DescribeDisksRequest = Parameters<EcsOperation<'DescribeDisks'>>[0];

type Filter = (disk: Disk) => boolean;

/** The rows that the request's ids leave: by disk, by instance, or all of the account's in the region. */
export const diskCandidates = (
  { diskIds = '', instanceId = '' }: DescribeDisksRequest,
  context: Context,
): Rows<Disk> | Disk[] => {
  const { disks } = context.tables;
  if (diskIds !== '') {
    const ids = readIds(diskIds, () => fault('InvalidParameter.DiskIds'));
    if (ids.length > 100) throw fault('InvalidDiskIds.Malformed');
    const found = ids.flatMap((id) => disks.getOwn(id, context) ?? []);
    return instanceId === '' ? found : found.filter((disk) => disk.instanceId === instanceId);
  }
  if (instanceId === '') return disks.list(context);
  return ownAmong(disks.by('instanceId', instanceId), context);
};

const statuses = ['in_use', 'available', 'attaching', 'detaching', 'creating', 'reiniting'];

const localCategories = ['local_ssd_pro', 'local_hdd_pro', 'ephemeral', 'ephemeral_ssd'];

/** One test for each parameter that is given. @throws Fault for values that the parameters do not have */
export const diskFilters = (request: DescribeDisksRequest, { tables }: Context): Filter[] => {
  const filters: (Filter | undefined)[] = [
    statusFilter(request.status),
    typeFilter(request.diskType),
    categoryFilter(request.category),
    chargeTypeFilter(request.diskChargeType),
    lockFilter(request.lockReason, (disk) => tables.instances.get(disk.instanceId)?.operationLocks ?? []),
    nameFilter(request.diskName),
    equals(request.zoneId, (disk) => disk.zoneId),
    equals(request.snapshotId, (disk) => disk.sourceSnapshotId),
    equals(request.resourceGroupId, (disk) => disk.resourceGroupId),
    equals(request.autoSnapshotPolicyId, (disk) => disk.autoSnapshotPolicyId),
    equals(request.KMSKeyId, (disk) => disk.kmsKeyId),
    equals(request.multiAttach, multiAttachOf),
    flag(request.portable, (disk) => disk.portable),
    flag(request.deleteWithInstance, (disk) => disk.deleteWithInstance),
    flag(request.deleteAutoSnapshot, (disk) => disk.deleteAutoSnapshot),
    flag(request.enableAutoSnapshot, (disk) => disk.enableAutoSnapshot),
    flag(request.enableAutomatedSnapshotPolicy, (disk) => disk.autoSnapshotPolicyId !== ''),
    flag(request.encrypted, (disk) => disk.encrypted),
    flag(request.enableShared, () => false),
    tagFilter(request.tag),
    ...(request.filter ?? []).map(creationTimeFilter),
  ];
  return filters.filter((filter) => filter !== undefined);
};

/** As the wire writes it. */
export const multiAttachOf = ({ multiAttach }: Disk): 'Enabled' | 'Disabled' =>
  multiAttach === true ? 'Enabled' : 'Disabled';

const flag = (wanted: boolean | undefined, read: (disk: Disk) => boolean): Filter | undefined =>
  wanted === undefined ? undefined : (disk) => read(disk) === wanted;

const isAll = (value: string): boolean => value === '' || value.toLowerCase() === 'all';

const statusFilter = (status = ''): Filter | undefined => {
  if (isAll(status)) return undefined;
  const wanted = status.toLowerCase();
  if (!statuses.includes(wanted)) throw fault('InvalidStatus.ValueNotSupported', { Status: status });
  return (disk) => disk.status.toLowerCase() === wanted;
};

const typeFilter = (type = ''): Filter | undefined => {
  if (isAll(type)) return undefined;
  if (type !== 'system' && type !== 'data') throw fault('InvalidDiskType.ValueNotSupported', { Type: type });
  return (disk) => disk.type === type;
};

const categoryFilter = (category = ''): Filter | undefined => {
  if (isAll(category)) return undefined;
  if (!isDiskCategory(category) && !localCategories.includes(category)) {
    throw fault('InvalidCategory.ValueNotSupported', { Category: category });
  }
  return (disk) => disk.category === category;
};

const chargeTypeFilter = (type = ''): Filter | undefined => {
  if (type === '') return undefined;
  if (type !== 'PrePaid' && type !== 'PostPaid')
    throw fault('InvalidDiskChargeType.NotFound', { Type: type });
  return (disk) => disk.diskChargeType === type;
};

const lockReasons = ['financial', 'security', 'recycling', 'dedicatedhostfinancial'];

const lockFilter = (
  reason = '',
  locksOf: (disk: Disk) => readonly { readonly lockReason: string }[],
): Filter | undefined => {
  if (reason === '') return undefined;
  const wanted = reason.toLowerCase();
  if (!lockReasons.includes(wanted)) throw fault('InvalidLockReason.NotFound', { Reason: reason });
  return (disk) => locksOf(disk).some(({ lockReason }) => lockReason.toLowerCase() === wanted);
};

/** "*" stands for any text (DescribeDisks metadata, DiskName). */
const nameFilter = (pattern = ''): Filter | undefined => {
  if (pattern === '') return undefined;
  const expression = wildcard(pattern);
  return (disk) => expression.test(disk.diskName);
};
