import type { Context, VpcOperation } from '../context.ts';
import { page } from '../ecs/paging.ts';
import { tagFilter } from '../ecs/tags.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { Vpc } from '../state/rows/network.ts';
import { requireVpc } from './lookup.ts';
import { toVpcTagList } from './vpc-tags.ts';

type DescribeVpcsRequest = Parameters<VpcOperation<'DescribeVpcs'>>[0];

/** PageSize of the VPC API: 10 unless given, at most 50. */
const pageLimits = { maxPageSize: 50 };

/** Lists the caller's VPCs in the region, newest first. */
export const describeVpcs: VpcOperation<'DescribeVpcs'> = (request, context) => {
  const filter = context.enforces('describe-vpcs.filters') ? filterOf(request, context) : undefined;
  const rows = candidates(request, context);
  const { items, info } = page(
    filter === undefined ? rows : [...rows].filter(filter),
    request,
    context,
    pageLimits,
  );
  const { pageNumber, pageSize, totalCount } = info;
  return {
    pageNumber,
    pageSize,
    totalCount,
    vpcs: { vpc: items.map((vpc) => ({ ...describe(vpc, context), ...listsOf(vpc, context) })) },
  };
};

/** Ids are found by id, at most 20 of them in one request, separated by commas. */
const candidates = ({ vpcId = '' }: DescribeVpcsRequest, context: Context) => {
  const { vpcs } = context.tables;
  if (vpcId === '') return vpcs.list(context);
  const ids = [...new Set(vpcId.split(',').map((id) => id.trim()))];
  return ids.flatMap((id) => vpcs.getOwn(id, context) ?? []);
};

const filterOf = (
  { vpcName, isDefault, resourceGroupId, vpcOwnerId, enableIpv6, dhcpOptionsSetId, tag }: DescribeVpcsRequest,
  { accountId }: Context,
): ((vpc: Vpc) => boolean) | undefined => {
  const filters: (((vpc: Vpc) => boolean) | undefined)[] = [
    vpcName === undefined ? undefined : (vpc) => vpc.vpcName === vpcName,
    isDefault === undefined ? undefined : (vpc) => vpc.isDefault === isDefault,
    resourceGroupId === undefined ? undefined : (vpc) => vpc.resourceGroupId === resourceGroupId,
    enableIpv6 === undefined ? undefined : (vpc) => vpc.enabledIpv6 === enableIpv6,
    dhcpOptionsSetId === undefined ? undefined : (vpc) => (vpc.dhcpOptionsSetId ?? '') === dhcpOptionsSetId,
    // All of them are the caller's.
    vpcOwnerId === undefined ? undefined : () => vpcOwnerId === Number(accountId),
    tagFilter(tag),
  ];
  const given = filters.filter((filter) => filter !== undefined);
  return given.length === 0 ? undefined : (vpc) => given.every((filter) => filter(vpc));
};

/** All that is known of one VPC. */
export const describeVpcAttribute: VpcOperation<'DescribeVpcAttribute'> = ({ vpcId }, context) => {
  const vpc = requireVpc(context, vpcId);
  return {
    ...describe(vpc, context),
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the provider reads it
    classicLinkEnabled: vpc.classicLinkEnabled,
    ipv4GatewayId: context.tables.ipv4Gateways.by('vpcId', vpc.id).toArray()[0]?.id ?? '',
    supportIpv4Gateway: true,
    associatedCens: { associatedCen: [] },
    associatedPropagationSources: { associatedPropagationSources: [] },
    cloudResources: { cloudResourceSetType: resourcesIn(vpc, context) },
  };
};

/** What DescribeVpcs and DescribeVpcAttribute have in common. */
const describe = (vpc: Vpc, { tables, accountId }: Context) => ({
  vpcId: vpc.id,
  vpcName: vpc.vpcName,
  description: vpc.description,
  status: vpc.status,
  regionId: vpc.regionId,
  cidrBlock: vpc.cidrBlock,
  creationTime: toIsoSeconds(vpc.createdAt),
  isDefault: vpc.isDefault,
  ownerId: Number(accountId),
  resourceGroupId: vpc.resourceGroupId,
  VRouterId: vpc.vrouterId,
  enabledIpv6: vpc.enabledIpv6,
  ipv6CidrBlock: vpc.ipv6CidrBlock,
  ipv6CidrBlocks: {
    ipv6CidrBlock: vpc.ipv6CidrBlock === '' ? [] : [{ ipv6CidrBlock: vpc.ipv6CidrBlock, ipv6Isp: 'BGP' }],
  },
  dhcpOptionsSetId: vpc.dhcpOptionsSetId ?? '',
  dhcpOptionsSetStatus: (vpc.dhcpOptionsSetId ?? '') === '' ? '' : 'InUse',
  dnsHostnameStatus: vpc.dnsHostnameEnabled ? 'ENABLED' : 'DISABLED',
  secondaryCidrBlocks: { secondaryCidrBlock: vpc.secondaryCidrBlocks },
  userCidrs: { userCidr: vpc.userCidrs },
  vSwitchIds: {
    vSwitchId: tables.vswitches
      .by('vpcId', vpc.id)
      .toArray()
      .map(({ id }) => id),
  },
  tags: { tag: toVpcTagList(vpc.tags) },
});

const listsOf = (vpc: Vpc, { tables }: Context) => ({
  cenStatus: '',
  natGatewayIds: {
    natGatewayIds: tables.natGateways
      .by('vpcId', vpc.id)
      .toArray()
      .map(({ id }) => id),
  },
  routerTableIds: {
    routerTableIds: tables.routeTables
      .by('vpcId', vpc.id)
      .toArray()
      .map(({ id }) => id),
  },
});

/** Counts of what is in the VPC, by type; types with none are left out. */
const resourcesIn = ({ id }: Vpc, { tables }: Context) =>
  [
    { resourceType: 'VSwitch', resourceCount: tables.vswitches.by('vpcId', id).count },
    { resourceType: 'VRouter', resourceCount: 1 },
    { resourceType: 'RouteTable', resourceCount: tables.routeTables.by('vpcId', id).count },
    { resourceType: 'SecurityGroup', resourceCount: tables.securityGroups.by('vpcId', id).count },
    { resourceType: 'NatGateway', resourceCount: tables.natGateways.by('vpcId', id).count },
    { resourceType: 'EcsInstance', resourceCount: tables.instances.by('vpcId', id).count },
  ].filter(({ resourceCount }) => resourceCount > 0);
