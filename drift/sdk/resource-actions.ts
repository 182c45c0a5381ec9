/**
 * Which actions carry a resource out, and which of their parameters an argument sets where the names alone do
 * not tell. Taken from the bindings in scenarios/bindings/, which do what the provider (v1.240.0) does; a test
 * compares the actions with the bindings' calls.
 */
export interface ResourceActions {
  readonly product: 'Ecs' | 'Vpc';
  /** Requests that carry arguments, in the order in which they are searched. */
  readonly write: readonly string[];
  /** The response that is read back, and the path to one item in it. */
  readonly read: { readonly action: string; readonly item: readonly string[] };
  /** Argument → wire name of its parameter, where it is another than the argument's own. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Arguments whose values the provider translates: they are not those of the parameter. */
  readonly translated: readonly string[];
  /** Arguments without a parameter of their own, with what they do instead. */
  readonly clientSide: Readonly<Record<string, string>>;
  /** Attribute → response field, where it is another than the attribute's own. */
  readonly fields: Readonly<Record<string, string>>;
}

const tags = { tags: 'Tag' } as const;
const output = { output_file: 'writes the result to a file' } as const;
const filtered = { name_regex: 'filters the answer', ids: 'filters the answer' } as const;

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
      private_ip: 'VpcAttributes',
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
  'data-source:alicloud_zones': {
    product: 'Ecs',
    write: ['DescribeZones', 'DescribeAvailableResource'],
    read: { action: 'DescribeZones', item: ['Zones', 'Zone'] },
    parameters: {
      available_disk_category: 'SystemDiskCategory',
      available_instance_type: 'InstanceType',
      available_resource_creation: 'DestinationResource',
      instance_charge_type: 'InstanceChargeType',
      network_type: 'NetworkCategory',
    },
    translated: ['available_resource_creation', 'network_type'],
    clientSide: {
      ...output,
      multi: 'combines zones',
      enable_details: 'adds details to the result',
      available_slb_address_type: 'asks another product',
      available_slb_address_ip_version: 'asks another product',
    },
    fields: { id: 'ZoneId', zones: 'ZoneId', slb_slave_zone_ids: 'ZoneId', multi_zone_ids: 'ZoneId' },
  },
  'data-source:alicloud_instance_types': {
    product: 'Ecs',
    write: ['DescribeInstanceTypes', 'DescribeAvailableResource', 'DescribeImageSupportInstanceTypes'],
    read: { action: 'DescribeInstanceTypes', item: ['InstanceTypes', 'InstanceType'] },
    parameters: {
      availability_zone: 'ZoneId',
      network_type: 'NetworkCategory',
      is_outdated: 'IoOptimized',
    },
    translated: ['network_type', 'is_outdated'],
    clientSide: {
      ...output,
      cpu_core_count: 'filters the answer',
      memory_size: 'filters the answer',
      gpu_amount: 'filters the answer',
      gpu_spec: 'filters the answer',
      eni_amount: 'filters the answer',
      sorted_by: 'sorts the answer',
      kubernetes_node_role: 'filters the answer',
      minimum_eni_ipv6_address_quantity: 'filters the answer',
      minimum_eni_private_ip_address_quantity: 'filters the answer',
    },
    fields: {
      id: 'InstanceTypeId',
      family: 'InstanceTypeFamily',
      price: 'InstanceTypeId',
      gpu: 'GPUAmount',
      burstable_instance: 'BaselineCredit',
      eni_amount: 'EniQuantity',
      local_storage: 'LocalStorageAmount',
      availability_zones: 'InstanceTypeId',
    },
  },
  'data-source:alicloud_images': {
    product: 'Ecs',
    write: ['DescribeImages'],
    read: { action: 'DescribeImages', item: ['Images', 'Image'] },
    parameters: {
      ...tags,
      owners: 'ImageOwnerAlias',
      image_owner_id: 'ImageOwnerId',
      action_type: 'ActionType',
      snapshot_id: 'SnapshotId',
      os_type: 'OSType',
    },
    translated: [],
    clientSide: { ...output, ...filtered, most_recent: 'keeps the newest of the answer' },
    fields: {
      id: 'ImageId',
      name: 'ImageName',
      os_name: 'OSName',
      os_name_en: 'OSNameEn',
      os_type: 'OSType',
      state: 'Status',
      disk_device_mappings: 'DiskDeviceMappings',
    },
  },
};
