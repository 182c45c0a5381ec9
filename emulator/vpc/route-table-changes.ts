import type { Context, Transitions, VpcOperation } from '../context.ts';
import { readChoice } from '../ecs/choices.ts';
import { readTags } from '../ecs/tags.ts';
import type { RouteTable } from '../state/rows/network.ts';
import { becomes } from '../status-change.ts';
import { fault } from '../wire/fault.ts';
import { given } from './changes.ts';
import { requireIpv4Gateway, requireRouteTable, requireVpc, requireVSwitch } from './lookup.ts';
import { checkDescription, checkName, readText } from './names.ts';
import { newRow } from './new-row.ts';
import { newSystemRoutes, routeTableOf } from './system-routes.ts';

/** Lifelike time until a change of a route table is done; milliseconds. */
const changeTime = 2_000;

const available = 'route-table.available';

/** Route tables of a VPC, the system route table left out (VPC docs, Limits). */
const maxTables = 9;

/** Makes a route table for VSwitches of a VPC, or for its gateway. */
export const createRouteTable: VpcOperation<'CreateRouteTable'> = (request, context) => {
  const vpc = requireVpc(context, request.vpcId);
  const { routeTables } = context.tables;
  if (routeTables.by('vpcId', vpc.id).count > maxTables) {
    throw fault('QuotaExceeded.RouteTable', { Limit: maxTables });
  }
  const table = routeTables.insert({
    ...newRow(context, 'vtb'),
    vpcId: vpc.id,
    vrouterId: vpc.vrouterId,
    routeTableType: 'Custom',
    routeTableName: readText('RouteTableName', request.routeTableName) ?? '',
    description: readText('Description', request.description) ?? '',
    status: 'Pending',
    associateType: readChoice('AssociateType', request.associateType, ['VSwitch', 'Gateway']),
    vswitchIds: [],
    gatewayIds: [],
    entries: newSystemRoutes(context, vpc),
    resourceGroupId: vpc.resourceGroupId,
    tags: readTags(request.tag, context),
  });
  context.schedule(changeTime, available, table.id);
  return { routeTableId: table.id };
};

/** Names and describes a route table; the system route table of a VPC too. */
export const modifyRouteTableAttributes: VpcOperation<'ModifyRouteTableAttributes'> = (request, context) => {
  const table = requireRouteTable(context, request.routeTableId);
  const { routeTableName, description } = request;
  context.tables.routeTables.update(
    table.id,
    given({
      routeTableName:
        routeTableName === undefined
          ? undefined
          : checkName(routeTableName, 'InvalidRouteTableName.Malformed'),
      description:
        description === undefined
          ? undefined
          : checkDescription(description, 'InvalidVpcDiscription.Malformed'),
    }),
  );
  return {};
};

/** Deletes a route table that nothing is bound to. */
export const deleteRouteTable: VpcOperation<'DeleteRouteTable'> = ({ routeTableId }, context) => {
  const table = requireCustomTable(context, routeTableId);
  if (table.vswitchIds.length > 0 || (table.gatewayIds ?? []).length > 0) {
    throw fault('DependencyViolation.RouteTable', { Id: table.id });
  }
  if (table.entries.some(({ type }) => type === 'Custom')) {
    throw fault('DependencyViolation.RouteEntry', { VpcId: table.vpcId });
  }
  context.tables.routeTables.delete(table.id);
  return {};
};

/** @throws Fault InvalidRouteTableId.NotFound, OperationDenied.SystemRouteTable */
const requireCustomTable = (context: Context, routeTableId: string): RouteTable => {
  const table = requireRouteTable(context, routeTableId);
  if (table.routeTableType === 'System') throw fault('OperationDenied.SystemRouteTable', { Id: table.id });
  return table;
};

/** Binds a VSwitch of the VPC to a route table in place of the system route table. */
export const associateRouteTable: VpcOperation<'AssociateRouteTable'> = (request, context) => {
  const table = requireCustomTable(context, request.routeTableId);
  requireAvailable(table);
  const vswitch = requireVSwitch(context, request.vSwitchId);
  if (vswitch.vpcId !== table.vpcId || table.associateType === 'Gateway') {
    throw fault('InvalidVSwitchId.NotFound', { VSwitchId: vswitch.id });
  }
  const current = routeTableOf(context, vswitch);
  if (current?.routeTableType === 'Custom') throw fault('OperationDenied.VSwitchBound', { Id: vswitch.id });
  if (current !== undefined) unbind(context, current, vswitch.id);
  bind(context, table, vswitch.id);
  return {};
};

/** @throws Fault IncorrectStatus.RouteTable */
const requireAvailable = ({ id, status }: RouteTable): void => {
  if (status !== 'Available') throw fault('IncorrectStatus.RouteTable', { Id: id, Status: status });
};

const bind = (context: Context, { id, vswitchIds }: RouteTable, vswitchId: string): void => {
  const { routeTables } = context.tables;
  const isSystem = routeTables.get(id)?.routeTableType === 'System';
  routeTables.update(id, {
    vswitchIds: [vswitchId, ...vswitchIds],
    ...(isSystem ? {} : { status: 'Pending' as const }),
  });
  if (!isSystem) context.schedule(changeTime, available, id);
};

const unbind = ({ tables }: Context, { id, vswitchIds }: RouteTable, vswitchId: string): void => {
  tables.routeTables.update(id, { vswitchIds: vswitchIds.filter((other) => other !== vswitchId) });
};

/** Binds a VSwitch to the system route table again. */
export const unassociateRouteTable: VpcOperation<'UnassociateRouteTable'> = (request, context) => {
  const table = requireCustomTable(context, request.routeTableId);
  requireAvailable(table);
  const { vSwitchId } = request;
  if (!table.vswitchIds.includes(vSwitchId)) {
    throw fault('InvalidVSwitchId.NotFound', { VSwitchId: vSwitchId });
  }
  unbind(context, table, vSwitchId);
  const vpc = requireVpc(context, table.vpcId);
  bind(context, requireRouteTable(context, vpc.routeTableId), vSwitchId);
  return {};
};

/** Binds a route table of the type Gateway to the IPv4 gateway of its VPC. */
export const associateRouteTableWithGateway: VpcOperation<'AssociateRouteTableWithGateway'> = (
  request,
  context,
) => {
  const table = requireCustomTable(context, request.routeTableId);
  const gateway = requireIpv4Gateway(context, request.gatewayId);
  if (table.vpcId !== gateway.vpcId || table.associateType !== 'Gateway') {
    throw fault('InvalidParameter', {
      Parameter: 'RouteTableId',
      Reason: 'the table must be one for gateways, of the VPC of the gateway',
    });
  }
  if (gateway.routeTableId !== '') throw fault('InvalidAssociation.Duplicated', { InstanceId: gateway.id });
  context.tables.routeTables.update(table.id, { gatewayIds: [gateway.id] });
  context.tables.ipv4Gateways.update(gateway.id, { routeTableId: table.id });
  return {};
};

/** Takes a route table from the gateway. */
export const dissociateRouteTableFromGateway: VpcOperation<'DissociateRouteTableFromGateway'> = (
  request,
  context,
) => {
  const table = requireCustomTable(context, request.routeTableId);
  const gateway = requireIpv4Gateway(context, request.gatewayId);
  if (gateway.routeTableId !== table.id) throw fault('InvalidAssociation.NotExists', { Id: gateway.id });
  context.tables.routeTables.update(table.id, { gatewayIds: [] });
  context.tables.ipv4Gateways.update(gateway.id, { routeTableId: '' });
  return {};
};

export const routeTableTransitions: Transitions = {
  [available]: becomes(({ routeTables }) => routeTables, 'Available'),
};
