import type { Context, VpcOperation } from '../context.ts';
import { equals, matchesAll } from '../ecs/filters.ts';
import { page } from '../ecs/paging.ts';
import { tagFilter } from '../ecs/tags.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { NextHop, RouteEntry, RouteTable } from '../state/rows/network.ts';
import { requireRouteTable } from './lookup.ts';
import { toVpcTagList } from './vpc-tags.ts';

/** The route tables that a VPC's or a table's id leaves to look at. */
const candidates = (
  { routeTableId = '', vpcId = '' }: { readonly routeTableId?: string; readonly vpcId?: string },
  context: Context,
): RouteTable[] => {
  const { routeTables, vpcs } = context.tables;
  if (routeTableId !== '') return [routeTables.getOwn(routeTableId, context) ?? []].flat();
  if (vpcId === '') return routeTables.list(context).toArray();
  return vpcs.getOwn(vpcId, context) === undefined ? [] : routeTables.by('vpcId', vpcId).toArray();
};

/** Said by this list alone; the SDK's models do not know it. */
const successful = { code: '200', message: 'Successful', success: true } as const;

/** Lists route tables; the provider finds a VPC's system route table so. */
export const describeRouteTableList: VpcOperation<'DescribeRouteTableList'> = (request, context) => {
  const matches = matchesAll<RouteTable>([
    equals(request.vpcId, ({ vpcId }) => vpcId),
    equals(request.routeTableName, ({ routeTableName }) => routeTableName),
    equals(request.routeTableType, ({ routeTableType }) => routeTableType),
    equals(request.routerId, ({ vrouterId }) => vrouterId),
    equals(request.routerType, () => 'VRouter'),
    equals(request.resourceGroupId, ({ resourceGroupId }) => resourceGroupId),
    tagFilter(request.tag),
  ]);
  const { items, info } = page(candidates(request, context).filter(matches), request, context, {
    maxPageSize: 50,
  });
  const { pageNumber, pageSize, totalCount } = info;
  const routerTableListType = items.map((table) => ({
    routeTableId: table.id,
    routeTableName: table.routeTableName,
    routeTableType: table.routeTableType,
    description: table.description,
    routerId: table.vrouterId,
    routerType: 'VRouter',
    vpcId: table.vpcId,
    vSwitchIds: { vSwitchId: table.vswitchIds },
    gatewayIds: { gatewayIds: [...(table.gatewayIds ?? [])] },
    associateType: table.associateType ?? 'VSwitch',
    status: table.status,
    routePropagationEnable: true,
    ownerId: Number(table.accountId),
    resourceGroupId: table.resourceGroupId,
    creationTime: toIsoSeconds(table.createdAt),
    tags: { tag: toVpcTagList(table.tags) },
  }));
  return { ...successful, pageNumber, pageSize, totalCount, routerTableList: { routerTableListType } };
};

/** Lists route tables with their routes. */
export const describeRouteTables: VpcOperation<'DescribeRouteTables'> = (request, context) => {
  const matches = matchesAll<RouteTable>([
    equals(request.VRouterId ?? request.routerId, ({ vrouterId }) => vrouterId),
    equals(request.routerType, () => 'VRouter'),
    equals(request.routeTableName, ({ routeTableName }) => routeTableName),
    equals(request.resourceGroupId, ({ resourceGroupId }) => resourceGroupId),
    equals(request.type, ({ routeTableType }) => routeTableType),
  ]);
  const { items, info } = page(candidates(request, context).filter(matches), request, context, {
    maxPageSize: 50,
  });
  const { pageNumber, pageSize, totalCount } = info;
  const routeTable = items.map((table) => ({
    routeTableId: table.id,
    routeTableType: table.routeTableType,
    VRouterId: table.vrouterId,
    vSwitchIds: { vSwitchId: table.vswitchIds },
    status: table.status,
    resourceGroupId: table.resourceGroupId,
    creationTime: toIsoSeconds(table.createdAt),
    routeEntrys: { routeEntry: table.entries.map((entry) => describeEntry(table, entry)) },
  }));
  return { pageNumber, pageSize, totalCount, routeTables: { routeTable } };
};

const describeEntry = (table: RouteTable, entry: RouteEntry) => ({
  routeTableId: table.id,
  routeEntryId: entry.id,
  routeEntryName: entry.name,
  description: entry.description,
  destinationCidrBlock: entry.destinationCidrBlock,
  type: entry.type,
  status: entry.status,
  nextHopType: entry.nextHopType,
  instanceId: entry.nextHopId,
  nextHops: { nextHop: (entry.nextHops ?? []).map((hop) => ({ ...hop, enabled: 1 })) },
});

/** As the wire writes it. */
const ipVersionOf = (cidrBlock: string): 'ipv4' | 'ipv6' => (cidrBlock.includes(':') ? 'ipv6' : 'ipv4');

const hopsOf = ({ nextHops, nextHopType, nextHopId }: RouteEntry): readonly NextHop[] =>
  nextHops ?? [{ nextHopType, nextHopId, weight: 0 }];

/** Lists the routes of a route table, by NextToken and MaxResult. */
export const describeRouteEntryList: VpcOperation<'DescribeRouteEntryList'> = (request, context) => {
  const table = requireRouteTable(context, request.routeTableId);
  const { destCidrBlockList = [], maxResult, nextToken, ipVersion } = request;
  const matches = matchesAll<RouteEntry>([
    equals(request.routeEntryId, ({ id }) => id),
    equals(request.routeEntryName, ({ name }) => name),
    equals(request.routeEntryType, ({ type }) => type),
    equals(request.destinationCidrBlock, ({ destinationCidrBlock }) => destinationCidrBlock),
    equals(request.nextHopId, ({ nextHopId }) => nextHopId),
    equals(request.nextHopType, ({ nextHopType }) => nextHopType),
    equals(request.serviceType, ({ nextHopType }) => (nextHopType === 'service' ? 'TR' : '')),
    equals(ipVersion?.toLowerCase(), ({ destinationCidrBlock }) =>
      ipVersionOf(destinationCidrBlock).toLowerCase(),
    ),
    destCidrBlockList.length === 0
      ? undefined
      : ({ destinationCidrBlock }) => destCidrBlockList.includes(destinationCidrBlock),
  ]);
  const { items, info } = page(
    table.entries.filter(matches),
    { maxResults: maxResult ?? 50, ...(nextToken === undefined ? {} : { nextToken }) },
    context,
    { maxResults: 100 },
  );
  const routeEntry = items.map((entry) => ({
    routeTableId: table.id,
    routeEntryId: entry.id,
    routeEntryName: entry.name,
    description: entry.description,
    destinationCidrBlock: entry.destinationCidrBlock,
    ipVersion: ipVersionOf(entry.destinationCidrBlock),
    type: entry.type,
    status: entry.status,
    nextHops: {
      nextHop: hopsOf(entry).map((hop) => ({ ...hop, nextHopRegionId: table.regionId, enabled: 1 })),
    },
  }));
  return { totalCount: info.totalCount, nextToken: info.nextToken, routeEntrys: { routeEntry } };
};
