import { defineRules } from './define.ts';

/** Rules of VPCs and VSwitches. */
export const networkRules = defineRules({
  'vpc.quota': [
    'An account has up to 10 VPCs in a region.',
    'VPC docs, Limits; API page CreateVpc, QuotaExceeded.Vpc',
  ],
  'vpc.cidr-range': [
    'The block of a VPC has a mask of 8 to 28 bits and none of the reserved ranges.',
    'API page CreateVpc, CidrBlock; provider page vpc, cidr_block',
  ],
  'vpc.available-only': [
    'A VSwitch is made in a VPC that is Available.',
    'API page CreateVSwitch, error IncorrectVpcStatus',
  ],
  'vpc-delete.refused-while-vswitches': [
    'A VPC that has VSwitches cannot be deleted.',
    'API page DeleteVpc, error DependencyViolation.VSwitch',
  ],
  'vpc-delete.refused-while-security-groups': [
    'A VPC that has security groups cannot be deleted.',
    'API page DeleteVpc, error DependencyViolation.SecurityGroup',
  ],
  'vpc-delete.refused-while-routes': [
    'A VPC that has custom routes cannot be deleted.',
    'API page DeleteVpc, error DependencyViolation.RouteEntry',
  ],
  'vpc-cidr.no-overlap': [
    'The blocks of a VPC do not overlap.',
    'API page AssociateVpcCidrBlock, SecondaryCidrBlock',
  ],
  'vpc-cidr.refused-while-used': [
    'A block of a VPC stays while VSwitches lie in it.',
    'API pages UnassociateVpcCidrBlock, error OperationFailed.CidrInUse, and ModifyVpcAttribute, CidrBlock',
  ],
  'vpc-cidr.limit': [
    'A VPC has up to 5 secondary IPv4 blocks.',
    'VPC docs, Limits; API page AssociateVpcCidrBlock',
  ],
  'vswitch.quota': [
    'A VPC has up to 150 VSwitches.',
    'API page CreateVSwitch, limits and error QuotaExceeded.VSwitch',
  ],
  'vswitch.cidr-mask': [
    'The block of a VSwitch has a mask of 16 to 29 bits.',
    'API page CreateVSwitch, CidrBlock, error InvalidCirdrBlock.MaskLength',
  ],
  'vswitch.cidr-in-vpc': [
    'The block of a VSwitch lies in a block of its VPC.',
    'API page CreateVSwitch, CidrBlock, error InvalidParameter',
  ],
  'vswitch.cidr-overlap': [
    'The blocks of a VPC’s VSwitches and custom routes do not overlap.',
    'API page CreateVSwitch, error InvalidCidrBlock.Overlapped',
  ],
  'vswitch.reserved-addresses': [
    'The first address and the last three of a VSwitch are reserved.',
    'API page CreateVSwitch, limits',
  ],
  'vswitch.address-unique': [
    'A private address is used once in a VSwitch.',
    'API page RunInstances, error InvalidPrivateIpAddress.Duplicated',
  ],
  'vswitch-delete.refused-while-instances': [
    'A VSwitch that has instances cannot be deleted.',
    'API page DeleteVSwitch, error DependencyViolation',
  ],
  'vswitch-delete.refused-while-interfaces': [
    'A VSwitch that has network interfaces cannot be deleted.',
    'API page DeleteVSwitch, error DependencyViolation.NetworkInterface',
  ],
  'describe-vpcs.filters': ['DescribeVpcs lists what meets all of its filters.', 'API page DescribeVpcs'],
  'describe-vswitches.filters': [
    'DescribeVSwitches lists what meets all of its filters.',
    'API page DescribeVSwitches',
  ],
  'describe-instance-types.family-filter': [
    'DescribeInstanceTypes lists the types of the family that is asked for.',
    'API page DescribeInstanceTypes, InstanceTypeFamily',
  ],
  'zones.sold-types': [
    'DescribeAvailableResource lists the instance types that the zone sells.',
    'API page DescribeAvailableResource',
  ],
});
