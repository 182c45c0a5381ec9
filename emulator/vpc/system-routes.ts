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
  entries: [systemRoute(context, serviceRange, 'service', 'Created by system.')],
  resourceGroupId: vpc.resourceGroupId,
  tags: {},
  createdAt: context.now,
});

/** A new VSwitch is in the system route table, which gets a route to it. */
export const addToSystemTable = (context: Context, vpc: Vpc, vswitch: VSwitch): void => {
  const table = context.tables.routeTables.get(vpc.routeTableId);
  if (table === undefined) return;
  context.tables.routeTables.update(table.id, {
    vswitchIds: [vswitch.id, ...table.vswitchIds],
    entries: [
      systemRoute(context, vswitch.cidrBlock, 'local', 'Created with VSwitch by system.'),
      ...table.entries,
    ],
  });
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
