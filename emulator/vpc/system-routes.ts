import type { Context } from '../context.ts';
import type { RouteEntry, RouteTable, Vpc, VSwitch } from '../state/rows/network.ts';
import { serviceRange } from './blocks.ts';

/** Route entry ids are "rte-…"; a system route names no next hop. */
const systemRoute = (
  context: Context,
  destinationCidrBlock: string,
  nextHopType: 'local' | 'service',
  description: string,
): RouteEntry => ({
  id: context.newId('rte'),
  destinationCidrBlock,
  type: 'System',
  status: 'Available',
  nextHopType,
  nextHopId: '',
  name: '',
  description,
});

/** The route table that comes with a VPC, with its one route, to the cloud's services. */
export const newSystemRouteTable = (context: Context, vpc: Vpc): RouteTable => ({
  id: vpc.routeTableId,
  accountId: vpc.accountId,
  regionId: vpc.regionId,
  vpcId: vpc.id,
  vrouterId: vpc.vrouterId,
  routeTableType: 'System',
  routeTableName: '',
  description: '',
  status: 'Available',
  vswitchIds: [],
  entries: [routeToServices(context)],
  resourceGroupId: vpc.resourceGroupId,
  tags: {},
  createdAt: context.now,
});

/** The system routes of a further route table of a VPC: to its VSwitches and to the cloud's services. */
export const newSystemRoutes = (context: Context, vpc: Vpc): RouteEntry[] => [
  ...context.tables.vswitches
    .by('vpcId', vpc.id)
    .toArray()
    .map(({ cidrBlock }) => routeToVSwitch(context, cidrBlock)),
  routeToServices(context),
];

const routeToServices = (context: Context): RouteEntry =>
  systemRoute(context, serviceRange, 'service', 'Created by system.');

const routeToVSwitch = (context: Context, cidrBlock: string): RouteEntry =>
  systemRoute(context, cidrBlock, 'local', 'Created with VSwitch by system.');

/** Every route table of the VPC gets a route to a new VSwitch, which is bound to the system route table. */
export const addToTables = (context: Context, vpc: Vpc, vswitch: VSwitch): void => {
  const { routeTables } = context.tables;
  for (const table of routeTables.by('vpcId', vpc.id)) {
    const isSystem = table.id === vpc.routeTableId;
    routeTables.update(table.id, {
      vswitchIds: isSystem ? [vswitch.id, ...table.vswitchIds] : table.vswitchIds,
      entries: [routeToVSwitch(context, vswitch.cidrBlock), ...table.entries],
    });
  }
};

/** Takes a VSwitch and the routes to it out of every route table of its VPC. */
export const removeFromTables = ({ tables }: Context, vswitch: VSwitch): void => {
  for (const table of tables.routeTables.by('vpcId', vswitch.vpcId)) {
    tables.routeTables.update(table.id, {
      vswitchIds: table.vswitchIds.filter((id) => id !== vswitch.id),
      entries: table.entries.filter(
        ({ type, destinationCidrBlock }) => type !== 'System' || destinationCidrBlock !== vswitch.cidrBlock,
      ),
    });
  }
};

/** The route table that a VSwitch is bound to. */
export const routeTableOf = ({ tables }: Context, vswitch: VSwitch): RouteTable | undefined =>
  tables.routeTables
    .by('vpcId', vswitch.vpcId)
    .toArray()
    .find(({ vswitchIds }) => vswitchIds.includes(vswitch.id));
