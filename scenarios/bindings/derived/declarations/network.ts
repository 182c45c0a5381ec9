/** Network interfaces and prefix lists. */
import type { Value } from '../../../scenario.ts';
import type { ResourceDeclaration } from '../declaration.ts';
import { heldItems } from '../take.ts';
import type { Item } from '../take.ts';

/** Addresses beside the first, which has an attribute of its own. */
export const secondaryAddresses = (item: Item): Value[] =>
  heldItems(item, 'privateIpSets', 'privateIpSet')
    .filter(({ primary }) => primary !== true)
    .flatMap(({ privateIpAddress: address }) => address ?? []);

const networkInterface: ResourceDeclaration = {
  type: 'alicloud_ecs_network_interface',
  aliases: ['alicloud_network_interface'],
  id: 'NetworkInterfaceId',
  key: 'NetworkInterfaceId',
  parameters: {
    name: 'NetworkInterfaceName',
    primary_ip_address: 'PrimaryIpAddress',
    private_ip: 'PrimaryIpAddress',
    private_ip_addresses: 'PrivateIpAddress',
    private_ips: 'PrivateIpAddress',
    private_ips_count: 'SecondaryPrivateIpAddressCount',
    ipv6_addresses: 'Ipv6Address',
    ipv4_prefixes: 'Ipv4Prefix',
    security_groups: 'SecurityGroupIds',
  },
  fields: {
    name: 'NetworkInterfaceName',
    mac: 'MacAddress',
    primary_ip_address: 'PrivateIpAddress',
    private_ip: 'PrivateIpAddress',
    instance_type: 'Type',
    security_groups: 'SecurityGroupIds',
    private_ips: 'PrivateIpSets',
    private_ip_addresses: 'PrivateIpSets',
    ipv6_addresses: 'Ipv6Sets',
    ipv4_prefixes: 'Ipv4PrefixSets',
  },
  create: ['CreateNetworkInterface'],
  read: {
    action: 'DescribeNetworkInterfaces',
    by: 'NetworkInterfaceId',
    item: 'NetworkInterfaceSets.NetworkInterfaceSet',
  },
  update: [
    {
      action: 'UnassignPrivateIpAddresses',
      for: ['private_ip_addresses', 'private_ips', 'ipv4_prefixes'],
      sends: 'removed',
    },
    {
      action: 'AssignPrivateIpAddresses',
      sends: 'added',
      for: [
        ...['private_ip_addresses', 'private_ips', 'secondary_private_ip_address_count', 'private_ips_count'],
        ...['ipv4_prefixes', 'ipv4_prefix_count'],
      ],
    },
    {
      action: 'ModifyNetworkInterfaceAttribute',
      parameters: { security_group_ids: 'SecurityGroupId', security_groups: 'SecurityGroupId' },
    },
  ],
  delete: 'DeleteNetworkInterface',
  tags: 'eni',
  ready: { field: 'Status', values: ['Available'] },
  also: (item) => {
    const addresses = secondaryAddresses(item);
    const ipv6 = heldItems(item, 'ipv6Sets', 'ipv6Set').flatMap(({ ipv6Address }) => ipv6Address ?? []);
    const prefixes = heldItems(item, 'ipv4PrefixSets', 'ipv4PrefixSet').flatMap(
      ({ ipv4Prefix }) => ipv4Prefix ?? [],
    );
    return {
      private_ips: addresses,
      private_ip_addresses: addresses,
      private_ips_count: addresses.length,
      secondary_private_ip_address_count: addresses.length,
      ipv6_addresses: ipv6,
      ipv6_address_count: ipv6.length,
      ipv4_prefixes: prefixes,
      ipv4_prefix_count: prefixes.length,
    };
  },
};

const attachment: ResourceDeclaration = {
  type: 'alicloud_ecs_network_interface_attachment',
  aliases: ['alicloud_network_interface_attachment'],
  id: '<network_interface_id>:<instance_id>',
  create: ['AttachNetworkInterface'],
  read: {
    action: 'DescribeNetworkInterfaces',
    item: 'NetworkInterfaceSets.NetworkInterfaceSet',
    omit: ['instance_id'],
    match: { instance_id: 'InstanceId' },
  },
  delete: 'DetachNetworkInterface',
};

const permission: ResourceDeclaration = {
  type: 'alicloud_ecs_network_interface_permission',
  id: 'NetworkInterfacePermission.NetworkInterfacePermissionId',
  key: 'NetworkInterfacePermissionId',
  fields: { status: 'PermissionState' },
  create: ['CreateNetworkInterfacePermission'],
  read: {
    action: 'DescribeNetworkInterfacePermissions',
    by: 'NetworkInterfacePermissionId',
    item: 'NetworkInterfacePermissions.NetworkInterfacePermission',
  },
  delete: { action: 'DeleteNetworkInterfacePermission', set: { Force: true } },
  goneWhen: { field: 'PermissionState', values: ['Revoked'] },
};

const prefixList: ResourceDeclaration = {
  type: 'alicloud_ecs_prefix_list',
  id: 'PrefixListId',
  key: 'PrefixListId',
  fields: { entry: 'Entries' },
  create: ['CreatePrefixList'],
  read: { action: 'DescribePrefixListAttributes', by: 'PrefixListId', item: '' },
  update: [
    { action: 'ModifyPrefixList', for: ['description', 'prefix_list_name'] },
    { action: 'ModifyPrefixList', for: ['entry'], parameters: { entry: 'RemoveEntry' }, sends: 'removed' },
    { action: 'ModifyPrefixList', for: ['entry'], parameters: { entry: 'AddEntry' }, sends: 'added' },
  ],
  delete: 'DeletePrefixList',
};

export const network: readonly ResourceDeclaration[] = [networkInterface, attachment, permission, prefixList];
