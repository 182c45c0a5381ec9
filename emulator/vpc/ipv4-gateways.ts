import type { Context, Transitions, VpcOperation } from '../context.ts';
import { equals, matchesAll } from '../ecs/filters.ts';
import { pageByToken } from '../ecs/paging.ts';
import { readTags, tagFilter } from '../ecs/tags.ts';
import { defaultResourceGroupId } from '../resource-manager/group-lookup.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { Ipv4Gateway } from '../state/rows/gateways.ts';
import { becomes } from '../status-change.ts';
import { fault } from '../wire/fault.ts';
import { given } from './changes.ts';
import { requireIpv4Gateway, requireRouteTable, requireVpc } from './lookup.ts';
import { readText } from './names.ts';
import { newRow } from './new-row.ts';
import { toVpcTagList } from './vpc-tags.ts';

/** Lifelike time until a gateway is Created, and until it is in use; milliseconds. */
const changeTime = 3_000;

const created = 'ipv4-gateway.created';

/** Makes the IPv4 gateway of a VPC; there is one in a VPC. */
export const createIpv4Gateway: VpcOperation<'CreateIpv4Gateway'> = (request, context) => {
  const vpc = requireVpc(context, request.vpcId);
  const { ipv4Gateways } = context.tables;
  if (ipv4Gateways.by('vpcId', vpc.id).count > 0)
    throw fault('ResourceAlreadyExist.Ipv4Gateway', { Id: vpc.id });
  const gateway = ipv4Gateways.insert({
    ...newRow(context, 'ipv4gw'),
    status: 'Creating',
    ipv4GatewayName: readText('Ipv4GatewayName', request.ipv4GatewayName) ?? '',
    ipv4GatewayDescription: readText('Ipv4GatewayDescription', request.ipv4GatewayDescription) ?? '',
    vpcId: vpc.id,
    enabled: false,
    routeTableId: '',
    resourceGroupId: request.resourceGroupId ?? defaultResourceGroupId(context.accountId),
    tags: readTags(request.tag, context),
  });
  context.schedule(changeTime, created, gateway.id);
  return { ipv4GatewayId: gateway.id, resourceGroupId: gateway.resourceGroupId };
};

/** Has the traffic of the VPC go through the gateway; the route tables that are named get a default route to it. */
export const enableVpcIpv4Gateway: VpcOperation<'EnableVpcIpv4Gateway'> = (request, context) => {
  const gateway = requireIpv4Gateway(context, request.ipv4GatewayId);
  if (gateway.status !== 'Created') {
    throw fault('IncorrectStatus.Ipv4Gateway', { Id: gateway.id, Status: gateway.status });
  }
  for (const id of request.routeTableList ?? []) routeToGateway(context, gateway, id);
  context.tables.ipv4Gateways.update(gateway.id, { status: 'Activating', enabled: true });
  context.schedule(changeTime, created, gateway.id);
  return {};
};

/** @throws Fault InvalidRouteTableId.NotFound, RouterEntryConflict.Duplicated */
const routeToGateway = (context: Context, gateway: Ipv4Gateway, routeTableId: string): void => {
  const table = requireRouteTable(context, routeTableId);
  const destinationCidrBlock = '0.0.0.0/0';
  if (table.entries.some((entry) => entry.destinationCidrBlock === destinationCidrBlock)) {
    throw fault('RouterEntryConflict.Duplicated', { CidrBlock: destinationCidrBlock });
  }
  context.tables.routeTables.update(table.id, {
    entries: [
      {
        id: context.newId('rte'),
        destinationCidrBlock,
        type: 'Custom',
        status: 'Available',
        nextHopType: 'Ipv4Gateway',
        nextHopId: gateway.id,
        name: '',
        description: '',
      },
      ...table.entries,
    ],
  });
};

/** Changes name and description. */
export const updateIpv4GatewayAttribute: VpcOperation<'UpdateIpv4GatewayAttribute'> = (request, context) => {
  const { id } = requireIpv4Gateway(context, request.ipv4GatewayId);
  context.tables.ipv4Gateways.update(
    id,
    given({
      ipv4GatewayName: readText('Ipv4GatewayName', request.ipv4GatewayName),
      ipv4GatewayDescription: readText('Ipv4GatewayDescription', request.ipv4GatewayDescription),
    }),
  );
  return {};
};

/** Deletes a gateway to which no route goes. */
export const deleteIpv4Gateway: VpcOperation<'DeleteIpv4Gateway'> = ({ ipv4GatewayId }, context) => {
  const { id, vpcId, routeTableId } = requireIpv4Gateway(context, ipv4GatewayId);
  if (routeTableId !== '') throw fault('DependencyViolation.RouteTable', { Id: routeTableId });
  const tables = context.tables.routeTables.by('vpcId', vpcId).toArray();
  if (tables.some(({ entries }) => entries.some(({ nextHopId }) => nextHopId === id))) {
    throw fault('DependencyViolation.RouteEntry', { VpcId: vpcId });
  }
  context.tables.ipv4Gateways.delete(id);
  return {};
};

/** All that is known of one gateway. */
export const getIpv4GatewayAttribute: VpcOperation<'GetIpv4GatewayAttribute'> = (
  { ipv4GatewayId },
  context,
) => {
  const gateway = requireIpv4Gateway(context, ipv4GatewayId);
  return { ...describe(gateway), createTime: toIsoSeconds(gateway.createdAt) };
};

const describe = (gateway: Ipv4Gateway) => ({
  ipv4GatewayId: gateway.id,
  ipv4GatewayName: gateway.ipv4GatewayName,
  ipv4GatewayDescription: gateway.ipv4GatewayDescription,
  ipv4GatewayRouteTableId: gateway.routeTableId,
  status: gateway.status,
  enabled: gateway.enabled,
  vpcId: gateway.vpcId,
  resourceGroupId: gateway.resourceGroupId,
  tags: toVpcTagList(gateway.tags),
});

/** Lists the caller's IPv4 gateways in the region, newest first. */
export const listIpv4Gateways: VpcOperation<'ListIpv4Gateways'> = (request, context) => {
  const matches = matchesAll<Ipv4Gateway>([
    equals(request.ipv4GatewayId, ({ id }) => id),
    equals(request.ipv4GatewayName, ({ ipv4GatewayName }) => ipv4GatewayName),
    equals(request.vpcId, ({ vpcId }) => vpcId),
    equals(request.resourceGroupId, ({ resourceGroupId }) => resourceGroupId),
    tagFilter(request.tags),
  ]);
  const rows = context.tables.ipv4Gateways.list(context).toArray().filter(matches);
  const { items, info } = pageByToken(rows, request, context);
  return {
    nextToken: info.nextToken,
    totalCount: String(info.totalCount),
    ipv4GatewayModels: items.map((gateway) => ({
      ...describe(gateway),
      gmtCreate: toIsoSeconds(gateway.createdAt),
    })),
  };
};

export const ipv4GatewayTransitions: Transitions = {
  [created]: becomes(({ ipv4Gateways }) => ipv4Gateways, 'Created'),
};
