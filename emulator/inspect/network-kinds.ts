import { byId } from './kind.ts';
import type { Kind } from './kind.ts';

/** What the console shows of networks, in its order. */
export const networkKinds: readonly Kind[] = [
  {
    name: 'vpcs',
    title: 'VPCs',
    nameMember: 'vpcName',
    columns: ['status', 'cidrBlock', 'isDefault', 'createdAt'],
    deletion: byId('DeleteVpc', 'VpcId', { product: 'Vpc' }),
  },
  {
    name: 'vswitches',
    title: 'VSwitches',
    nameMember: 'vswitchName',
    columns: ['status', 'cidrBlock', 'zoneId', 'vpcId', 'createdAt'],
    deletion: byId('DeleteVSwitch', 'VSwitchId', { product: 'Vpc' }),
  },
  {
    name: 'routeTables',
    title: 'Route tables',
    nameMember: 'routeTableName',
    columns: ['status', 'routeTableType', 'vpcId', 'createdAt'],
  },
  {
    name: 'eips',
    title: 'Elastic IP addresses',
    nameMember: 'name',
    columns: ['status', 'ipAddress', 'bandwidth', 'association', 'createdAt'],
    deletion: byId('ReleaseEipAddress', 'AllocationId', { product: 'Vpc' }),
  },
  {
    name: 'natGateways',
    title: 'NAT gateways',
    nameMember: 'name',
    columns: ['status', 'networkType', 'vswitchId', 'vpcId', 'createdAt'],
    deletion: byId('DeleteNatGateway', 'NatGatewayId', { product: 'Vpc', takesForce: true }),
  },
  {
    name: 'haVips',
    title: 'HAVIPs',
    nameMember: 'name',
    columns: ['status', 'ipAddress', 'associatedInstanceIds', 'vswitchId', 'createdAt'],
    deletion: byId('DeleteHaVip', 'HaVipId', { product: 'Vpc' }),
  },
  {
    name: 'networkAcls',
    title: 'Network ACLs',
    nameMember: 'networkAclName',
    columns: ['status', 'vpcId', 'vswitchIds', 'createdAt'],
    deletion: byId('DeleteNetworkAcl', 'NetworkAclId', { product: 'Vpc' }),
  },
  {
    name: 'ipv4Gateways',
    title: 'IPv4 gateways',
    nameMember: 'ipv4GatewayName',
    columns: ['status', 'enabled', 'vpcId', 'createdAt'],
    deletion: byId('DeleteIpv4Gateway', 'Ipv4GatewayId', { product: 'Vpc' }),
  },
  {
    name: 'ipv6Gateways',
    title: 'IPv6 gateways',
    nameMember: 'name',
    columns: ['status', 'vpcId', 'createdAt'],
    deletion: byId('DeleteIpv6Gateway', 'Ipv6GatewayId', { product: 'Vpc' }),
  },
  {
    name: 'securityGroups',
    title: 'Security groups',
    nameMember: 'securityGroupName',
    columns: ['securityGroupType', 'vpcId', 'rules', 'createdAt'],
    deletion: byId('DeleteSecurityGroup', 'SecurityGroupId'),
  },
  {
    name: 'networkInterfaces',
    title: 'Network interfaces',
    nameMember: 'networkInterfaceName',
    columns: [
      'status',
      'type',
      'privateIpAddress',
      'instanceId',
      'vswitchId',
      'securityGroupIds',
      'createdAt',
    ],
    deletion: byId('DeleteNetworkInterface', 'NetworkInterfaceId'),
  },
  {
    name: 'networkInterfacePermissions',
    title: 'Network interface permissions',
    nameMember: '',
    columns: ['networkInterfaceId', 'grantedTo', 'permission'],
  },
];
