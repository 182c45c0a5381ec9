import { defineErrors } from './define.ts';

/**
 * Errors of VPCs, VSwitches, their addresses, and of the catalog's queries. Codes and statuses are those of
 * the VPC API's pages (CreateVpc, CreateVSwitch, DeleteVpc, …), misspellings included.
 */
export const vpcErrors = defineErrors({
  'InvalidVpcId.NotFound': [404, 'The VPC {VpcId} does not exist.'],
  'InvalidVSwitchId.NotFound': [404, 'The VSwitch {VSwitchId} does not exist.'],
  'InvalidRouteTableId.NotFound': [404, 'The route table {RouteTableId} does not exist.'],
  'InvalidZoneId.NotFound': [404, 'The zone {ZoneId} does not exist in this region.'],
  IncorrectVpcStatus: [400, 'The VPC {VpcId} is not Available.'],
  'InvalidVpcName.Malformed': [
    400,
    'A VPC name has 1 to 128 characters and does not begin with http:// or https://.',
  ],
  'InvalidVpcDiscription.Malformed': [
    400,
    'A description has 1 to 256 characters and does not begin with http:// or https://.',
  ],
  'InvalidVSwitchName.Malformed': [
    400,
    'A VSwitch name has 1 to 128 characters and does not begin with http:// or https://.',
  ],
  'InvalidVSwitchDiscription.Malformed': [
    400,
    'A description has 1 to 256 characters and does not begin with http:// or https://.',
  ],
  'InvalidRouteTableName.Malformed': [
    400,
    'A route table name has 1 to 128 characters and does not begin with http:// or https://.',
  ],
  'InvalidCidrBlock.Malformed': [400, '{CidrBlock} is no CIDR block.'],
  'InvalidCirdrBlock.MaskLength': [400, 'The mask of {CidrBlock} must have 16 to 29 bits.'],
  'InvalidCidrBlock.Overlapped': [400, 'The CIDR block {CidrBlock} overlaps {Other}.'],
  'InvalidCidrBlock.NotFound': [404, 'The VPC {VpcId} has no secondary CIDR block {CidrBlock}.'],
  'OperationFailed.CidrInUse': [400, 'The CIDR block {CidrBlock} holds the VSwitch {VSwitchId}.'],
  'InvalidUserCidr.Quota': [400, 'At most 3 user CIDR blocks can be given.'],
  'InvalidUserCidr.Malformed': [400, 'The user CIDR block {CidrBlock} must not overlap 100.64.0.0/10.'],
  'InvalidOperation.ExistDefaultVpc': [400, 'The account has a default VPC in the region already.'],
  'InvalidOperation.ExistDefaultVSwitch': [400, 'The default VPC has a default VSwitch in {ZoneId} already.'],
  'InvalidDefaultVpc.NotFound': [404, 'The account has no default VPC in the region.'],
  'QuotaExceeded.Vpc': [400, 'The account has {Limit} VPCs in the region already.'],
  'QuotaExceeded.VSwitch': [400, 'The VPC has {Limit} VSwitches already.'],
  'QuotaExceeded.SecondaryCidr': [400, 'The VPC has {Limit} secondary CIDR blocks already.'],
  /** 403 in ECS's own tables, which win there; 400 in VPC's. */
  DependencyViolation: [400, 'The resource is in use: {Details}.'],
  'DependencyViolation.VSwitch': [400, 'The VPC {VpcId} still has VSwitches.'],
  'DependencyViolation.SecurityGroup': [400, 'The VPC {VpcId} still has security groups.'],
  'DependencyViolation.RouteEntry': [400, 'The VPC {VpcId} still has custom routes.'],
  'DependencyViolation.NetworkInterface': [400, 'The VSwitch {VSwitchId} still has network interfaces.'],
  InvalidPrivateIpAddress: [
    400,
    'The address {IpAddress} is not one that {CidrBlock} of {VSwitchId} offers.',
  ],
  'InvalidPrivateIpAddress.Malformed': [400, 'The private IP address {IpAddress} is not valid here.'],
  'InvalidPrivateIpAddress.Duplicated': [400, 'The private IP address {IpAddress} is taken.'],
  'QuotaExceeded.PrivateIpAddress': [400, 'The VSwitch {VSwitchId} ({CidrBlock}) has no address left.'],
  'InvalidVSwitchId.IpInvalid': [
    403,
    'The address {IpAddress} is not one that {CidrBlock} of {VSwitchId} offers.',
  ],
  'InvalidVSwitchId.IpNotEnough': [403, 'The VSwitch {VSwitchId} ({CidrBlock}) has no address left.'],
  'InvalidIpVersion.NotSupported': [400, 'IpVersion is IPv4 or IPv6, not {IpVersion}.'],
  'Invalid.Param': [400, 'The value of {Parameter} is not valid: {Reason}.'],
  'Invalid.DestinationResource': [404, 'There is no destination resource {DestinationResource}.'],
  'Invalid.ResourceType': [404, 'There is no resource type {ResourceType}.'],
  'Invalid.InstanceChargeType': [400, 'There is no charge type {InstanceChargeType}.'],
  'Invalid.IoOptimized': [404, 'IoOptimized is none or optimized, not {IoOptimized}.'],
  'Invalid.NetworkCategory': [404, 'NetworkCategory is vpc or classic, not {NetworkCategory}.'],
  'Invalid.SpotStrategy': [404, 'There is no spot strategy {SpotStrategy}.'],
  'InvalidParam.TypeAndCpuMem.Conflict': [403, 'InstanceType excludes Cores and Memory.'],
  'InvalidInstanceChargeType.NotFound': [404, 'There is no charge type {InstanceChargeType}.'],
  InvalidSpotStrategy: [400, 'There is no spot strategy {SpotStrategy}.'],
  'InvalidAcceptLanguage.NotFound': [404, 'AcceptLanguage is zh-CN, en-US or ja, not {AcceptLanguage}.'],
});
