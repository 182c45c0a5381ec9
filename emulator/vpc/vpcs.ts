import type { VpcOperation, Context } from '../context.ts';
import type { Vpc } from '../state/rows/network.ts';
import { readTags } from '../ecs/tags.ts';
import { defaultResourceGroupId } from '../resource-manager/group-lookup.ts';
import { fault } from '../wire/fault.ts';
import { readUserCidrs, readVpcBlock, vswitchOutside } from './blocks.ts';
import { parseCidr } from './cidr.ts';
import { newVpcIpv6Block, readVpcIpv6Block } from './ipv6.ts';
import { requireVpc } from './lookup.ts';
import { checkDescription, checkName } from './names.ts';
import { newSystemRouteTable } from './system-routes.ts';

/** What a VPC has where CreateVpc names no block. */
const defaultBlock = '172.16.0.0/12';

/** Lifelike time until a VPC is Available; milliseconds. */
const creationTime = 2_000;

/** Makes a VPC with its router and its system route table. */
export const createVpc: VpcOperation<'CreateVpc'> = (request, context) => {
  checkQuota(context);
  const cidrBlock = request.cidrBlock ?? defaultBlock;
  readVpcBlock(context, cidrBlock);
  const vpc: Vpc = context.tables.vpcs.insert({
    id: context.newId('vpc'),
    accountId: context.accountId,
    regionId: context.regionId,
    status: 'Pending',
    vpcName: checkName(request.vpcName, 'InvalidVpcName.Malformed'),
    description: checkDescription(request.description, 'InvalidVpcDiscription.Malformed'),
    cidrBlock,
    secondaryCidrBlocks: [],
    userCidrs: readUserCidrs(request.userCidr),
    enabledIpv6: request.enableIpv6 === true,
    ipv6CidrBlock: ipv6BlockOf(request, context),
    isDefault: false,
    vrouterId: context.newId('vrt'),
    routeTableId: context.newId('vtb'),
    classicLinkEnabled: false,
    dnsHostnameEnabled: request.enableDnsHostname === true,
    resourceGroupId: request.resourceGroupId ?? defaultResourceGroupId(context.accountId),
    tags: readTags(request.tag, context),
    createdAt: context.now,
  });
  context.tables.routeTables.insert(newSystemRouteTable(context, vpc));
  context.schedule(creationTime, 'vpc.available', vpc.id);
  return {
    vpcId: vpc.id,
    VRouterId: vpc.vrouterId,
    routeTableId: vpc.routeTableId,
    resourceGroupId: vpc.resourceGroupId,
  };
};

const checkQuota = (context: Context): void => {
  const limit = context.quota('vpcsPerRegion');
  if (context.enforces('vpc.quota') && context.tables.vpcs.list(context).count >= limit) {
    throw fault('QuotaExceeded.Vpc', { Limit: limit });
  }
};

const ipv6BlockOf = (
  { enableIpv6, ipv6CidrBlock }: { readonly enableIpv6?: boolean; readonly ipv6CidrBlock?: string },
  context: Context,
): string => {
  if (enableIpv6 !== true) return '';
  return ipv6CidrBlock === undefined ? newVpcIpv6Block(context) : readVpcIpv6Block(ipv6CidrBlock);
};

/** Changes what is named; a new block must still hold the VPC's VSwitches. */
export const modifyVpcAttribute: VpcOperation<'ModifyVpcAttribute'> = (request, context) => {
  const vpc = requireVpc(context, request.vpcId);
  const { vpcName, description, cidrBlock, enableIPv6, enableDnsHostname } = request;
  if (cidrBlock !== undefined) checkNewBlock(context, vpc, cidrBlock);
  const ipv6 =
    enableIPv6 === undefined || enableIPv6 === vpc.enabledIpv6
      ? {}
      : {
          enabledIpv6: enableIPv6,
          ipv6CidrBlock: ipv6BlockOf({ ...request, enableIpv6: enableIPv6 }, context),
        };
  context.tables.vpcs.update(vpc.id, {
    ...(vpcName === undefined ? {} : { vpcName: checkName(vpcName, 'InvalidVpcName.Malformed') }),
    ...(description === undefined
      ? {}
      : { description: checkDescription(description, 'InvalidVpcDiscription.Malformed') }),
    ...(cidrBlock === undefined ? {} : { cidrBlock }),
    ...(enableDnsHostname === undefined ? {} : { dnsHostnameEnabled: enableDnsHostname }),
    ...ipv6,
  });
  return {};
};

const checkNewBlock = (context: Context, vpc: Vpc, cidrBlock: string): void => {
  const secondary = vpc.secondaryCidrBlocks.flatMap((text) => parseCidr(text) ?? []);
  const remaining = [readVpcBlock(context, cidrBlock), ...secondary];
  const left = vswitchOutside(context, vpc, remaining);
  if (context.enforces('vpc-cidr.refused-while-used') && left !== undefined) {
    throw fault('OperationFailed.CidrInUse', { CidrBlock: vpc.cidrBlock, VSwitchId: left.id });
  }
};

/** Lets instances of the classic network reach the VPC. There are none here: it is kept for what reads it. */
export const enableVpcClassicLink: VpcOperation<'EnableVpcClassicLink'> = ({ vpcId }, context) => {
  context.tables.vpcs.update(requireVpc(context, vpcId).id, { classicLinkEnabled: true });
  return {};
};

export const disableVpcClassicLink: VpcOperation<'DisableVpcClassicLink'> = ({ vpcId }, context) => {
  context.tables.vpcs.update(requireVpc(context, vpcId).id, { classicLinkEnabled: false });
  return {};
};

/** Deletes an empty VPC with its router and route tables. */
export const deleteVpc: VpcOperation<'DeleteVpc'> = ({ vpcId }, context) => {
  const vpc = requireVpc(context, vpcId);
  if (vpc.status !== 'Available') throw fault('IncorrectVpcStatus', { VpcId: vpcId });
  checkNothingDepends(context, vpc);
  const { vpcs, routeTables } = context.tables;
  for (const table of routeTables.by('vpcId', vpc.id)) routeTables.delete(table.id);
  vpcs.delete(vpc.id);
  return {};
};

const checkNothingDepends = (context: Context, { id }: Vpc): void => {
  const { vswitches, securityGroups, routeTables, natGateways } = context.tables;
  const { ipv4Gateways, ipv6Gateways } = context.tables;
  if (natGateways.by('vpcId', id).count > 0) throw fault('DependencyViolation.NatGateway', { Id: id });
  if (ipv4Gateways.by('vpcId', id).count > 0 || ipv6Gateways.by('vpcId', id).count > 0) {
    throw fault('DependencyViolation.Gateway', { Id: id });
  }
  if (context.enforces('vpc-delete.refused-while-vswitches') && vswitches.by('vpcId', id).count > 0) {
    throw fault('DependencyViolation.VSwitch', { VpcId: id });
  }
  const groups = securityGroups.by('vpcId', id).count;
  if (context.enforces('vpc-delete.refused-while-security-groups') && groups > 0) {
    throw fault('DependencyViolation.SecurityGroup', { VpcId: id });
  }
  const hasCustomRoutes = routeTables
    .by('vpcId', id)
    .toArray()
    .some(({ entries }) => entries.some(({ type }) => type === 'Custom'));
  if (context.enforces('vpc-delete.refused-while-routes') && hasCustomRoutes) {
    throw fault('DependencyViolation.RouteEntry', { VpcId: id });
  }
};
