/** The data sources whose bindings are written out: see resource-actions.ts. */
import type { ResourceActions } from './resource-actions.ts';

const tags = { tags: 'Tag' } as const;
const output = { output_file: 'writes the result to a file' } as const;
const filtered = { name_regex: 'filters the answer', ids: 'filters the answer' } as const;

export const dataSourceActions: Readonly<Record<string, ResourceActions>> = {
  'data-source:alicloud_security_group_rules': {
    product: 'Ecs',
    write: ['DescribeSecurityGroupAttribute'],
    read: { action: 'DescribeSecurityGroupAttribute', item: ['Permissions', 'Permission'] },
    parameters: { group_id: 'SecurityGroupId' },
    translated: [],
    clientSide: { ...output, ip_protocol: 'filters the answer', policy: 'filters the answer' },
    fields: { source_group_owner_account: 'SourceGroupOwnerAccount' },
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
      gpu: ['GPUAmount', 'GPUSpec'],
      burstable_instance: ['InitialCredit', 'BaselineCredit'],
      eni_amount: 'EniQuantity',
      local_storage: ['LocalStorageAmount', 'LocalStorageCapacity', 'LocalStorageCategory'],
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
