/** Disks, snapshots and their policies. */
import { textOf } from '../../argument-values.ts';
import type { ResourceDeclaration } from '../declaration.ts';

const chargeType = { payment_type: 'DiskChargeType' } as const;

/** A disk joins an instance when it is made, or is made in a zone. */
const disk: ResourceDeclaration = {
  translated: { payment_type: { PayAsYouGo: 'PostPaid', Subscription: 'PrePaid' } },
  type: 'alicloud_ecs_disk',
  aliases: ['alicloud_disk'],
  id: 'DiskId',
  key: 'DiskId',
  parameters: { name: 'DiskName', category: 'DiskCategory', ...chargeType },
  fields: {
    ...chargeType,
    name: 'DiskName',
    category: 'Category',
    // The API's Type tells a system disk from a data disk; the argument says how to resize.
    type: null,
    snapshot_id: 'SourceSnapshotId',
    dedicated_block_storage_cluster_id: 'StorageClusterId',
  },
  create: [
    {
      action: 'CreateDisk',
      parameters: { dedicated_block_storage_cluster_id: 'StorageClusterId' },
      // A disk that is made for an instance stands in its zone.
      set: {
        ZoneId: (values) =>
          textOf(values, 'instance_id') === undefined
            ? (textOf(values, 'zone_id') ?? textOf(values, 'availability_zone'))
            : undefined,
      },
      omit: ['zone_id', 'availability_zone'],
    },
  ],
  read: { action: 'DescribeDisks', by: 'DiskIds', item: 'Disks.Disk' },
  update: [
    {
      action: 'ResizeDisk',
      parameters: { size: 'NewSize' },
      for: ['size'],
      set: { Type: (values) => textOf(values, 'type') },
    },
    { action: 'ModifyDiskSpec', for: ['category', 'performance_level', 'provisioned_iops'] },
    {
      action: 'ModifyDiskChargeType',
      for: ['payment_type'],
      set: { InstanceId: (values) => textOf(values, 'instance_id') },
    },
    'ModifyDiskAttribute',
  ],
  delete: { action: 'DeleteDisk' },
  tags: 'disk',
  group: 'disk',
  // A subscription disk is attached to its instance at once.
  ready: { field: 'Status', values: ['Available', 'In_use'] },
};

const diskAttachment: ResourceDeclaration = {
  type: 'alicloud_ecs_disk_attachment',
  aliases: ['alicloud_disk_attachment'],
  id: '<disk_id>:<instance_id>',
  create: [{ action: 'AttachDisk' }],
  read: {
    action: 'DescribeDisks',
    item: 'Disks.Disk',
    omit: ['instance_id', 'disk_id'],
    set: { DiskIds: ({ disk_id: id }) => [id ?? ''] },
    match: { instance_id: 'InstanceId' },
  },
  delete: { action: 'DetachDisk', parameters: { disk_id: 'DiskId', instance_id: 'InstanceId' } },
};

const snapshot: ResourceDeclaration = {
  type: 'alicloud_ecs_snapshot',
  aliases: ['alicloud_snapshot'],
  id: 'SnapshotId',
  key: 'SnapshotId',
  parameters: { name: 'SnapshotName' },
  fields: { name: 'SnapshotName', disk_id: 'SourceDiskId' },
  create: ['CreateSnapshot'],
  read: { action: 'DescribeSnapshots', by: 'SnapshotIds', item: 'Snapshots.Snapshot' },
  update: [{ action: 'ModifySnapshotAttribute' }],
  delete: 'DeleteSnapshot',
  tags: 'snapshot',
  group: 'snapshot',
  ready: { field: 'Status', values: ['accomplished'] },
};

const snapshotGroup: ResourceDeclaration = {
  type: 'alicloud_ecs_snapshot_group',
  id: 'SnapshotGroupId',
  key: 'SnapshotGroupId',
  parameters: { snapshot_group_name: 'Name' },
  fields: { snapshot_group_name: 'Name' },
  create: ['CreateSnapshotGroup'],
  read: { action: 'DescribeSnapshotGroups', item: 'SnapshotGroups.SnapshotGroup', by: 'SnapshotGroupId' },
  update: ['ModifySnapshotGroup'],
  delete: 'DeleteSnapshotGroup',
  tags: 'snapshotgroup',
  ready: { field: 'Status', values: ['accomplished'] },
};

const jsonList = (text: string | undefined): string[] => {
  const list: unknown = text === undefined || text === '' ? [] : JSON.parse(text);
  return Array.isArray(list) ? list.map(String) : [];
};

const policy: ResourceDeclaration = {
  type: 'alicloud_ecs_auto_snapshot_policy',
  aliases: ['alicloud_snapshot_policy'],
  id: 'AutoSnapshotPolicyId',
  key: 'AutoSnapshotPolicyId',
  parameters: { name: 'autoSnapshotPolicyName' },
  fields: { name: 'AutoSnapshotPolicyName' },
  create: ['CreateAutoSnapshotPolicy'],
  read: {
    action: 'DescribeAutoSnapshotPolicyEx',
    by: 'AutoSnapshotPolicyId',
    item: 'AutoSnapshotPolicies.AutoSnapshotPolicy',
  },
  update: ['ModifyAutoSnapshotPolicyEx'],
  delete: 'DeleteAutoSnapshotPolicy',
  tags: 'snapshotpolicy',
  group: 'snapshotpolicy',
  // The API answers these three as texts that hold JSON.
  also: (item) =>
    Object.fromEntries(
      (
        [
          ['repeat_weekdays', 'repeatWeekdays'],
          ['time_points', 'timePoints'],
          ['target_copy_regions', 'targetCopyRegions'],
        ] as const
      ).map(([name, field]) => [name, jsonList(textOf(item, field))]),
    ),
};

const policyAttachment: ResourceDeclaration = {
  type: 'alicloud_ecs_auto_snapshot_policy_attachment',
  id: '<auto_snapshot_policy_id>:<disk_id>',
  create: [
    {
      action: 'ApplyAutoSnapshotPolicy',
      set: { diskIds: ({ disk_id: id }) => [id ?? ''] },
      omit: ['disk_id'],
    },
  ],
  read: {
    action: 'DescribeDisks',
    item: 'Disks.Disk',
    omit: ['auto_snapshot_policy_id', 'disk_id'],
    set: { DiskIds: ({ disk_id: id }) => [id ?? ''] },
    match: { auto_snapshot_policy_id: 'AutoSnapshotPolicyId' },
  },
  delete: {
    action: 'CancelAutoSnapshotPolicy',
    set: { diskIds: ({ disk_id: id }) => [id ?? ''] },
    omit: ['disk_id'],
  },
};

export const storage: readonly ResourceDeclaration[] = [
  disk,
  diskAttachment,
  snapshot,
  snapshotGroup,
  policy,
  policyAttachment,
];
