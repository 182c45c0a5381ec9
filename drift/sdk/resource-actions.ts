import { dataSourceActions } from './data-source-actions.ts';

/**
 * Which actions carry a resource out, and which of their parameters an argument sets where the names alone do
 * not tell. Taken from the bindings in scenarios/bindings/, which do what the provider (v1.240.0) does; a test
 * compares the actions with the bindings' calls.
 */
export interface ResourceActions {
  readonly product: 'Ecs' | 'Vpc';
  /** Requests that carry arguments, in the order in which they are searched. */
  readonly write: readonly string[];
  /** The response that is read back, and the path to one item in it; null where the item is another type's. */
  readonly read: { readonly action: string; readonly item: readonly string[] } | null;
  /** Argument → wire name of its parameter, where it is another than the argument's own. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Arguments whose values the provider translates: they are not those of the parameter. */
  readonly translated: readonly string[];
  /** Arguments without a parameter of their own, with what they do instead. */
  readonly clientSide: Readonly<Record<string, string>>;
  /** Attribute → response field or fields, where they are others than the attribute's own. */
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
}

const tags = { tags: 'Tag' } as const;

/** What is attached to instances reads what others are: nothing is said of the answer. */
const attachment = (
  type: string,
  action: string,
  parameter: string,
  names: readonly string[],
): Record<string, ResourceActions> => ({
  [`resource:${type}`]: {
    product: 'Ecs',
    write: [action],
    read: null,
    parameters: Object.fromEntries(names.map((name) => [name, parameter])),
    translated: [],
    clientSide: { force: 'restarts the instances' },
    fields: {},
  },
});

export const resourceActions: Readonly<Record<string, ResourceActions>> = {
  'resource:alicloud_vpc': {
    product: 'Vpc',
    write: [
      'CreateVpc',
      'ModifyVpcAttribute',
      'CreateDefaultVpc',
      'AssociateVpcCidrBlock',
      'ModifyRouteTableAttributes',
      'DeleteVpc',
      'DescribeVpcAttribute',
    ],
    read: { action: 'DescribeVpcAttribute', item: [] },
    parameters: {
      ...tags,
      name: 'VpcName',
      user_cidrs: 'UserCidr',
      secondary_cidr_blocks: 'SecondaryCidrBlock',
      system_route_table_name: 'RouteTableName',
      system_route_table_description: 'Description',
      force_delete: 'ForceDelete',
      dns_hostname_status: 'EnableDnsHostname',
    },
    translated: ['dns_hostname_status'],
    clientSide: {
      is_default: 'chooses CreateDefaultVpc',
      classic_link_enabled: 'is set by EnableVpcClassicLink and DisableVpcClassicLink',
    },
    fields: {
      create_time: 'CreationTime',
      enable_ipv6: 'EnabledIpv6',
      router_id: 'VRouterId',
      dns_hostname_status: 'DnsHostnameStatus',
      id: 'VpcId',
    },
  },
  'resource:alicloud_vswitch': {
    product: 'Vpc',
    write: ['CreateVSwitch', 'ModifyVSwitchAttribute', 'CreateDefaultVSwitch'],
    read: { action: 'DescribeVSwitchAttributes', item: [] },
    parameters: {
      ...tags,
      name: 'VSwitchName',
      availability_zone: 'ZoneId',
      ipv6_cidr_block_mask: 'Ipv6CidrBlock',
      enable_ipv6: 'EnableIPv6',
    },
    translated: [],
    clientSide: { is_default: 'chooses CreateDefaultVSwitch' },
    fields: {
      create_time: 'CreationTime',
      enable_ipv6: 'EnabledIpv6',
      ipv6_cidr_block_mask: 'Ipv6CidrBlock',
      id: 'VSwitchId',
    },
  },
  'resource:alicloud_security_group': {
    product: 'Ecs',
    write: [
      'CreateSecurityGroup',
      'ModifySecurityGroupAttribute',
      'ModifySecurityGroupPolicy',
      'JoinResourceGroup',
    ],
    read: { action: 'DescribeSecurityGroups', item: ['SecurityGroups', 'SecurityGroup'] },
    parameters: { ...tags, name: 'SecurityGroupName', inner_access: 'InnerAccessPolicy' },
    translated: [],
    clientSide: {},
    fields: { name: 'SecurityGroupName', create_time: 'CreationTime', id: 'SecurityGroupId' },
  },
  'resource:alicloud_instance': {
    product: 'Ecs',
    write: [
      ...[
        'RunInstances',
        'ModifyInstanceAttribute',
        'ModifyInstanceMaintenanceAttributes',
        'ModifyInstanceChargeType',
      ],
      ...[
        'ModifyInstanceNetworkSpec',
        'ModifyInstanceMetadataOptions',
        'ModifyInstanceVpcAttribute',
        'ModifyDiskAttribute',
      ],
      ...[
        'ModifyPrepayInstanceSpec',
        'ModifyInstanceSpec',
        'AssignPrivateIpAddresses',
        'ApplyAutoSnapshotPolicy',
      ],
      ...['StopInstance', 'ModifyInstanceAutoReleaseTime', 'ReplaceSystemDisk', 'ResizeDisk'],
    ],
    read: { action: 'DescribeInstances', item: ['Instances', 'Instance'] },
    parameters: {
      ...tags,
      volume_tags: 'Tag',
      availability_zone: 'ZoneId',
      key_name: 'KeyPairName',
      role_name: 'RamRoleName',
      security_groups: 'SecurityGroupIds',
      data_disks: 'DataDisk',
      network_interfaces: 'NetworkInterface',
      ipv6_addresses: 'Ipv6Address',
      private_ip: 'PrivateIpAddress',
      secondary_private_ips: 'PrivateIpAddress',
      maintenance_time: 'MaintenanceWindow',
      maintenance_notify: 'NotifyOnMaintenance',
      maintenance_action: 'ActionOnMaintenance',
      renewal_status: 'AutoRenew',
      is_outdated: 'IoOptimized',
      system_disk_name: 'SystemDisk.DiskName',
      system_disk_encrypt_algorithm: 'SystemDisk.EncryptAlgorithm',
      image_options: 'ImageOptions',
      enable_jumbo_frame: 'NetworkOptions.EnableJumboFrame',
      network_interface_traffic_mode: 'NetworkInterface.NetworkInterfaceTrafficMode',
      network_card_index: 'NetworkInterface.NetworkCardIndex',
      queue_pair_number: 'NetworkInterface.QueuePairNumber',
    },
    translated: ['renewal_status', 'is_outdated'],
    clientSide: {
      status: 'starts or stops it',
      force_delete: 'lets a PrePaid instance be released',
      allocate_public_ip: 'is deprecated and ignored',
      kms_encrypted_password: 'is decrypted by KMS first',
      kms_encryption_context: 'is given to KMS',
      internet_max_bandwidth_in: 'is deprecated',
    },
    fields: {
      availability_zone: 'ZoneId',
      key_name: 'KeyPairName',
      security_groups: 'SecurityGroupIds',
      private_ip: ['VpcAttributes', 'InnerIpAddress'],
      vpc_id: 'VpcAttributes',
      vswitch_id: 'VpcAttributes',
      public_ip: 'PublicIpAddress',
      network_interface_id: 'NetworkInterfaces',
      create_time: 'CreationTime',
      http_tokens: 'MetadataOptions',
      dedicated_host_id: 'DedicatedHostAttribute',
      id: 'InstanceId',
      secondary_private_ips: 'NetworkInterfaces',
      os_name: 'OSName',
      os_type: 'OSType',
    },
  },
  'resource:alicloud_ecs_instance_set': {
    product: 'Ecs',
    write: ['RunInstances', 'ModifyInstanceAttribute', 'DeleteInstances'],
    // The set reads of its instances only whether they are there.
    read: null,
    parameters: {
      ...tags,
      data_disks: 'DataDisk',
      network_interfaces: 'NetworkInterface',
      key_pair_name: 'KeyPairName',
      system_disk_name: 'SystemDisk.DiskName',
    },
    translated: [],
    clientSide: {
      exclude_instance_filter: 'chooses among the instances that are deleted',
      boot_check_os_with_assistant: 'waits for the assistant',
    },
    fields: {},
  },
  'resource:alicloud_image': {
    product: 'Ecs',
    write: ['CreateImage', 'ModifyImageAttribute', 'DeleteImage', 'JoinResourceGroup'],
    read: { action: 'DescribeImages', item: ['Images', 'Image'] },
    parameters: { ...tags, name: 'ImageName', disk_device_mapping: 'DiskDeviceMapping' },
    translated: [],
    clientSide: { delete_auto_snapshot: 'deletes the snapshots with the image' },
    fields: {
      create_time: 'CreationTime',
      disk_device_mapping: 'DiskDeviceMappings',
      name: 'ImageName',
      id: 'ImageId',
    },
  },
  'resource:alicloud_image_share_permission': {
    product: 'Ecs',
    write: ['ModifyImageSharePermission'],
    read: { action: 'DescribeImageSharePermission', item: [] },
    parameters: { account_id: 'AddAccount' },
    translated: [],
    clientSide: {},
    fields: { account_id: 'Accounts' },
  },
  'resource:alicloud_security_group_rule': {
    product: 'Ecs',
    write: [
      'AuthorizeSecurityGroup',
      'AuthorizeSecurityGroupEgress',
      'ModifySecurityGroupRule',
      'ModifySecurityGroupEgressRule',
    ],
    read: null,
    parameters: {
      cidr_ip: 'SourceCidrIp',
      ipv6_cidr_ip: 'Ipv6SourceCidrIp',
      source_security_group_id: 'SourceGroupId',
      prefix_list_id: 'SourcePrefixListId',
    },
    translated: [],
    clientSide: { type: 'chooses the action' },
    fields: {},
  },
  ...attachment('alicloud_ram_role_attachment', 'AttachInstanceRamRole', 'RamRoleName', ['role_name']),
  ...attachment('alicloud_ecs_key_pair_attachment', 'AttachKeyPair', 'KeyPairName', [
    'key_pair_name',
    'key_name',
  ]),
  ...attachment('alicloud_key_pair_attachment', 'AttachKeyPair', 'KeyPairName', [
    'key_pair_name',
    'key_name',
  ]),
  ...dataSourceActions,
};
