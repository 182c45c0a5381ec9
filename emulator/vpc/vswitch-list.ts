import type { Context, VpcOperation } from '../context.ts';
import { page } from '../ecs/paging.ts';
import { tagFilter } from '../ecs/tags.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { VSwitch } from '../state/rows/network.ts';
import { availableAddressCount } from './addresses.ts';
import { requireVSwitch } from './lookup.ts';
import { routeTableOf } from './system-routes.ts';
import { toVpcTagList } from './vpc-tags.ts';

type DescribeVSwitchesRequest = Parameters<VpcOperation<'DescribeVSwitches'>>[0];

/** Lists the caller's VSwitches in the region, newest first. */
export const describeVSwitches: VpcOperation<'DescribeVSwitches'> = (request, context) => {
  const filter = context.enforces('describe-vswitches.filters') ? filterOf(request, context) : undefined;
  const rows = candidates(request, context);
  const { items, info } = page(filter === undefined ? rows : [...rows].filter(filter), request, context, {
    maxPageSize: 50,
  });
  const { pageNumber, pageSize, totalCount } = info;
  return {
    pageNumber,
    pageSize,
    totalCount,
    vSwitches: { vSwitch: items.map((vswitch) => describe(vswitch, context)) },
  };
};

/** By id and by VPC without looking at the others; ids are separated by commas. */
const candidates = ({ vSwitchId = '', vpcId = '' }: DescribeVSwitchesRequest, context: Context) => {
  const { vswitches, vpcs } = context.tables;
  if (vSwitchId !== '') {
    const ids = [...new Set(vSwitchId.split(',').map((id) => id.trim()))];
    return ids.flatMap((id) => vswitches.getOwn(id, context) ?? []);
  }
  if (vpcId === '' || !context.enforces('describe-vswitches.filters')) return vswitches.list(context);
  return vpcs.getOwn(vpcId, context) === undefined ? [] : vswitches.by('vpcId', vpcId);
};

const filterOf = (
  request: DescribeVSwitchesRequest,
  context: Context,
): ((vswitch: VSwitch) => boolean) | undefined => {
  const { vpcId = '', zoneId, vSwitchName, isDefault, resourceGroupId, enableIpv6, routeTableId } = request;
  const { vSwitchId = '', vSwitchOwnerId } = request;
  const filters: (((vswitch: VSwitch) => boolean) | undefined)[] = [
    // Where no id is given, the candidates are those of the VPC already.
    vpcId === '' || vSwitchId === '' ? undefined : (vswitch) => vswitch.vpcId === vpcId,
    zoneId === undefined ? undefined : (vswitch) => vswitch.zoneId === zoneId,
    vSwitchName === undefined ? undefined : (vswitch) => vswitch.vswitchName === vSwitchName,
    isDefault === undefined ? undefined : (vswitch) => vswitch.isDefault === isDefault,
    resourceGroupId === undefined ? undefined : (vswitch) => vswitch.resourceGroupId === resourceGroupId,
    enableIpv6 === undefined ? undefined : (vswitch) => (vswitch.ipv6CidrBlock !== '') === enableIpv6,
    routeTableId === undefined ? undefined : (vswitch) => routeTableOf(context, vswitch)?.id === routeTableId,
    vSwitchOwnerId === undefined ? undefined : () => vSwitchOwnerId === Number(context.accountId),
    tagFilter(request.tag),
  ];
  const given = filters.filter((filter) => filter !== undefined);
  return given.length === 0 ? undefined : (vswitch) => given.every((filter) => filter(vswitch));
};

/** All that is known of one VSwitch. */
export const describeVSwitchAttributes: VpcOperation<'DescribeVSwitchAttributes'> = (
  { vSwitchId },
  context,
) => describe(requireVSwitch(context, vSwitchId), context);

const describe = (vswitch: VSwitch, context: Context) => {
  const routeTable = routeTableOf(context, vswitch);
  return {
    vSwitchId: vswitch.id,
    vSwitchName: vswitch.vswitchName,
    description: vswitch.description,
    status: vswitch.status,
    vpcId: vswitch.vpcId,
    zoneId: vswitch.zoneId,
    cidrBlock: vswitch.cidrBlock,
    availableIpAddressCount: availableAddressCount(context, vswitch),
    creationTime: toIsoSeconds(vswitch.createdAt),
    enabledIpv6: vswitch.ipv6CidrBlock !== '',
    ipv6CidrBlock: vswitch.ipv6CidrBlock,
    isDefault: vswitch.isDefault,
    networkAclId: vswitch.networkAclId ?? '',
    ownerId: Number(context.accountId),
    resourceGroupId: vswitch.resourceGroupId,
    routeTable: { routeTableId: routeTable?.id ?? '', routeTableType: routeTable?.routeTableType ?? '' },
    shareType: '',
    tags: { tag: toVpcTagList(vswitch.tags) },
  };
};
