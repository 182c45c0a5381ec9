import type { Context, Transitions, VpcOperation } from '../context.ts';
import type { NextHop, RouteEntry, RouteTable } from '../state/rows/network.ts';
import { fault } from '../wire/fault.ts';
import { given } from './changes.ts';
import { parseCidr } from './cidr.ts';
import { found, requireRouteTable } from './lookup.ts';
import { readText } from './names.ts';
import { checkNextHop } from './next-hops.ts';

/** Lifelike time until a route is Available; milliseconds. */
const changeTime = 3_000;

const settled = 'route-entry.settled';

type CreateRequest = Parameters<VpcOperation<'CreateRouteEntry'>>[0];

/** Adds a route to a next hop, or to several that share the traffic. */
export const createRouteEntry: VpcOperation<'CreateRouteEntry'> = (request, context) => {
  const table = requireRouteTable(context, request.routeTableId);
  const { destinationCidrBlock } = request;
  checkDestination(table, destinationCidrBlock);
  const entry: RouteEntry = {
    id: context.newId('rte'),
    destinationCidrBlock,
    type: 'Custom',
    status: 'Pending',
    ...readNextHops(request, context, table),
    name: readText('RouteEntryName', request.routeEntryName) ?? '',
    description: readText('Description', request.description) ?? '',
  };
  context.tables.routeTables.update(table.id, { entries: [entry, ...table.entries] });
  context.schedule(changeTime, settled, `${table.id}/${entry.id}`);
  return { routeEntryId: entry.id };
};

/** @throws Fault InvalidParameter, RouterEntryConflict.Duplicated */
const checkDestination = ({ entries }: RouteTable, destination: string): void => {
  if (parseCidr(destination) === undefined && !/^[0-9a-f:]+\/\d{1,3}$/i.test(destination)) {
    throw fault('InvalidParameter', {
      Parameter: 'DestinationCidrBlock',
      Reason: `${destination} is no CIDR block`,
    });
  }
  if (entries.some(({ destinationCidrBlock }) => destinationCidrBlock === destination)) {
    throw fault('RouterEntryConflict.Duplicated', { CidrBlock: destination });
  }
};

/** @throws Fault MissingParameter, InvalidParameter, and as {@link checkNextHop} */
const readNextHops = (
  { nextHopId = '', nextHopType = 'Instance', nextHopList = [] }: CreateRequest,
  context: Context,
  table: RouteTable,
): Pick<RouteEntry, 'nextHopId' | 'nextHopType' | 'nextHops'> => {
  if (nextHopList.length === 0) {
    if (nextHopId === '') throw fault('MissingParameter', { Parameter: 'NextHopId' });
    checkNextHop(context, table.vpcId, nextHopType, nextHopId);
    return { nextHopType, nextHopId };
  }
  if (nextHopList.length > 4) {
    throw fault('InvalidParameter', { Parameter: 'NextHopList', Reason: 'there can be up to 4 next hops' });
  }
  const nextHops = nextHopList.map((hop): NextHop => {
    const { nextHopId: id = '', nextHopType: type = 'RouterInterface', weight = 100 } = hop;
    checkNextHop(context, table.vpcId, type, id);
    return { nextHopId: id, nextHopType: type, weight };
  });
  return { nextHopType: 'Ecmp', nextHopId: '', nextHops };
};

interface Named {
  readonly routeEntryId?: string;
  readonly routeTableId?: string;
  readonly destinationCidrBlock?: string;
  readonly nextHopId?: string;
}

interface Place {
  readonly table: RouteTable;
  readonly entry: RouteEntry;
}

/** A route by its id, or by its table and destination. @throws Fault InvalidRouteEntry.NotFound */
const requireEntry = (context: Context, named: Named): Place => {
  const { routeEntryId = '', routeTableId = '', destinationCidrBlock = '', nextHopId = '' } = named;
  if (routeEntryId === '' && destinationCidrBlock === '') {
    throw fault('MissingParameter', { Parameter: 'RouteEntryId' });
  }
  const isMeant = (entry: RouteEntry): boolean =>
    (routeEntryId === '' || entry.id === routeEntryId) &&
    (destinationCidrBlock === '' || entry.destinationCidrBlock === destinationCidrBlock) &&
    (nextHopId === '' || entry.nextHopId === nextHopId);
  const tables =
    routeTableId === ''
      ? context.tables.routeTables.list(context).toArray()
      : [requireRouteTable(context, routeTableId)];
  const places = tables.flatMap((table) => table.entries.filter(isMeant).map((entry) => ({ table, entry })));
  const place = found(places[0], 'InvalidRouteEntry.NotFound', routeEntryId || destinationCidrBlock);
  if (place.entry.type === 'System') throw fault('OperationDenied.SystemRoute', { Id: place.entry.id });
  return place;
};

/** Changes a route's name, description or next hop. */
export const modifyRouteEntry: VpcOperation<'ModifyRouteEntry'> = (request, context) => {
  const { table, entry } = requireEntry(context, request);
  const { newNextHopId, newNextHopType = entry.nextHopType } = request;
  if (newNextHopId !== undefined) checkNextHop(context, table.vpcId, newNextHopType, newNextHopId);
  const changed: RouteEntry = {
    ...entry,
    ...given({
      name: readText('RouteEntryName', request.routeEntryName),
      description: readText('Description', request.description),
    }),
    ...(newNextHopId === undefined
      ? {}
      : { nextHopId: newNextHopId, nextHopType: newNextHopType, status: 'Modifying' }),
  };
  replaceEntry(context, table, changed);
  context.schedule(changeTime, settled, `${table.id}/${entry.id}`);
  return {};
};

const replaceEntry = (
  { tables }: Pick<Context, 'tables'>,
  { id, entries }: RouteTable,
  changed: RouteEntry,
): void => {
  tables.routeTables.update(id, {
    entries: entries.map((entry) => (entry.id === changed.id ? changed : entry)),
  });
};

/** Takes a route away. */
export const deleteRouteEntry: VpcOperation<'DeleteRouteEntry'> = (request, context) => {
  const { table, entry } = requireEntry(context, request);
  context.tables.routeTables.update(table.id, {
    entries: table.entries.filter(({ id }) => id !== entry.id),
  });
  return {};
};

export const routeEntryTransitions: Transitions = {
  [settled]: (target, context) => {
    const [tableId = '', entryId = ''] = target.split('/');
    const table = context.tables.routeTables.get(tableId);
    const entry = table?.entries.find(({ id }) => id === entryId);
    if (table !== undefined && entry !== undefined) {
      replaceEntry(context, table, { ...entry, status: 'Available' });
    }
  },
};
