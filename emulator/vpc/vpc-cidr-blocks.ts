import type { Context, VpcOperation } from '../context.ts';
import type { Vpc } from '../state/rows/network.ts';
import { fault } from '../wire/fault.ts';
import { blocksOf, readVpcBlock, vswitchOutside } from './blocks.ts';
import { overlap, parseCidr } from './cidr.ts';
import { newVpcIpv6Block, readVpcIpv6Block } from './ipv6.ts';
import { requireVpc } from './lookup.ts';

/** Secondary IPv4 blocks of a VPC (VPC docs, Limits). */
const maxSecondaryBlocks = 5;

/** Adds a secondary IPv4 block, or an IPv6 block where the VPC has none. */
export const associateVpcCidrBlock: VpcOperation<'AssociateVpcCidrBlock'> = (request, context) => {
  const vpc = requireVpc(context, request.vpcId);
  const ipVersion = readIpVersion(request.ipVersion, request.secondaryCidrBlock);
  if (ipVersion === 'IPV6')
    return { cidrBlock: addIpv6Block(context, vpc, request.IPv6CidrBlock), ipVersion };
  const { secondaryCidrBlock } = request;
  if (secondaryCidrBlock === undefined) throw fault('MissingParameter', { Parameter: 'SecondaryCidrBlock' });
  const parsed = readVpcBlock(context, secondaryCidrBlock, 'SecondaryCidrBlock');
  if (context.enforces('vpc-cidr.no-overlap') && blocksOf(vpc).some((other) => overlap(other, parsed))) {
    throw fault('InvalidCidrBlock.Overlapped', {
      CidrBlock: secondaryCidrBlock,
      Other: `a block of ${vpc.id}`,
    });
  }
  if (context.enforces('vpc-cidr.limit') && vpc.secondaryCidrBlocks.length >= maxSecondaryBlocks) {
    throw fault('QuotaExceeded.SecondaryCidr', { Limit: maxSecondaryBlocks });
  }
  context.tables.vpcs.update(vpc.id, {
    secondaryCidrBlocks: [...vpc.secondaryCidrBlocks, secondaryCidrBlock],
  });
  return { cidrBlock: secondaryCidrBlock, ipVersion };
};

/** The provider writes IPV4, the API's page IPv4: both count. IPv4 where a secondary block is given. */
const readIpVersion = (ipVersion: string | undefined, secondary: string | undefined): 'IPV4' | 'IPV6' => {
  const version = (ipVersion ?? (secondary === undefined ? 'IPV6' : 'IPV4')).toUpperCase();
  if (version === 'IPV4' || version === 'IPV6') return version;
  throw fault('InvalidIpVersion.NotSupported', { IpVersion: ipVersion });
};

const addIpv6Block = (context: Context, vpc: Vpc, wanted: string | undefined): string => {
  if (vpc.ipv6CidrBlock !== '') {
    throw fault('InvalidParameter', {
      Parameter: 'IPv6CidrBlock',
      Reason: `the VPC has ${vpc.ipv6CidrBlock}`,
    });
  }
  const ipv6CidrBlock = wanted === undefined ? newVpcIpv6Block(context) : readVpcIpv6Block(wanted);
  context.tables.vpcs.update(vpc.id, { enabledIpv6: true, ipv6CidrBlock });
  return ipv6CidrBlock;
};

/** Takes a secondary block away in which no VSwitch lies. */
export const unassociateVpcCidrBlock: VpcOperation<'UnassociateVpcCidrBlock'> = (request, context) => {
  const vpc = requireVpc(context, request.vpcId);
  const { secondaryCidrBlock, IPv6CidrBlock } = request;
  if (secondaryCidrBlock !== undefined) removeBlock(context, vpc, secondaryCidrBlock);
  else if (IPv6CidrBlock !== undefined) removeIpv6Block(context, vpc, IPv6CidrBlock);
  else throw fault('MissingParameter', { Parameter: 'SecondaryCidrBlock' });
  return {};
};

const removeBlock = (context: Context, vpc: Vpc, cidrBlock: string): void => {
  if (!vpc.secondaryCidrBlocks.includes(cidrBlock)) {
    throw fault('InvalidCidrBlock.NotFound', { VpcId: vpc.id, CidrBlock: cidrBlock });
  }
  const secondaryCidrBlocks = vpc.secondaryCidrBlocks.filter((other) => other !== cidrBlock);
  const remaining = [vpc.cidrBlock, ...secondaryCidrBlocks].flatMap((text) => parseCidr(text) ?? []);
  const left = vswitchOutside(context, vpc, remaining);
  if (context.enforces('vpc-cidr.refused-while-used') && left !== undefined) {
    throw fault('OperationFailed.CidrInUse', { CidrBlock: cidrBlock, VSwitchId: left.id });
  }
  context.tables.vpcs.update(vpc.id, { secondaryCidrBlocks });
};

const removeIpv6Block = (context: Context, vpc: Vpc, cidrBlock: string): void => {
  if (vpc.ipv6CidrBlock !== cidrBlock) {
    throw fault('InvalidCidrBlock.NotFound', { VpcId: vpc.id, CidrBlock: cidrBlock });
  }
  const user = context.tables.vswitches
    .by('vpcId', vpc.id)
    .toArray()
    .find(({ ipv6CidrBlock }) => ipv6CidrBlock !== '');
  if (context.enforces('vpc-cidr.refused-while-used') && user !== undefined) {
    throw fault('OperationFailed.CidrInUse', { CidrBlock: cidrBlock, VSwitchId: user.id });
  }
  context.tables.vpcs.update(vpc.id, { enabledIpv6: false, ipv6CidrBlock: '' });
};
