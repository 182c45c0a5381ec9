import type { Context, Transitions, VpcOperation } from '../context.ts';
import { readChoice } from '../ecs/choices.ts';
import { equals, matchesAll } from '../ecs/filters.ts';
import { page } from '../ecs/paging.ts';
import type { ForwardEntry, NatGateway } from '../state/rows/nat-gateway.ts';
import { becomes } from '../status-change.ts';
import { fault } from '../wire/fault.ts';
import { given } from './changes.ts';
import { parseAddress } from './cidr.ts';
import { found } from './lookup.ts';
import { readText } from './names.ts';

/** Lifelike time until an entry is Available; milliseconds. */
const changeTime = 2_000;

const available = 'forward-entry.available';

interface Named {
  readonly forwardTableId: string;
  readonly forwardEntryId: string;
}

/** The gateway whose table it is. @throws Fault InvalidForwardTableId.NotFound */
const gatewayOf = (context: Context, forwardTableId: string): NatGateway => {
  const [gateway] = context.tables.natGateways.by('forwardTableId', forwardTableId).toArray();
  const own = gateway === undefined ? undefined : context.tables.natGateways.getOwn(gateway.id, context);
  return found(own, 'InvalidForwardTableId.NotFound', forwardTableId);
};

/** An entry of the table that is named with it. @throws Fault InvalidForwardEntryId.NotFound */
const requireEntry = (context: Context, { forwardTableId, forwardEntryId }: Named): ForwardEntry => {
  const gateway = gatewayOf(context, forwardTableId);
  const entry = context.tables.forwardEntries.getOwn(forwardEntryId, context);
  const own = entry?.natGatewayId === gateway.id ? entry : undefined;
  return found(own, 'InvalidForwardEntryId.NotFound', forwardEntryId);
};

/** Forwards a port of a public address of the gateway to a private address. */
export const createForwardEntry: VpcOperation<'CreateForwardEntry'> = (request, context) => {
  const gateway = gatewayOf(context, request.forwardTableId);
  const { externalIp, internalIp } = request;
  checkExternal(context, gateway, externalIp);
  checkInternal(internalIp);
  const externalPort = readPort('ExternalPort', request.externalPort);
  const ipProtocol = readProtocol(request.ipProtocol);
  checkUntaken(context, gateway, { externalIp, externalPort, ipProtocol });
  const entry = context.tables.forwardEntries.insert({
    id: context.newId('fwd'),
    accountId: context.accountId,
    regionId: context.regionId,
    status: 'Pending',
    natGatewayId: gateway.id,
    forwardTableId: gateway.forwardTableId,
    forwardEntryName: readText('ForwardEntryName', request.forwardEntryName) ?? '',
    externalIp,
    externalPort,
    internalIp,
    internalPort: readPort('InternalPort', request.internalPort),
    ipProtocol,
  });
  context.schedule(changeTime, available, entry.id);
  return { forwardEntryId: entry.id };
};

/** A public gateway has its EIPs, one of the intranet its private address. @throws Fault InvalidIp.NotInNatgw */
const checkExternal = ({ tables }: Context, gateway: NatGateway, address: string): void => {
  const bound = tables.eips.by('instanceId', gateway.id).toArray();
  const isOwn =
    gateway.networkType === 'intranet'
      ? gateway.privateIpAddress === address
      : bound.some(({ ipAddress }) => ipAddress === address);
  if (!isOwn) throw fault('InvalidIp.NotInNatgw', { IpAddress: address, Id: gateway.id });
};

const checkInternal = (address: string): void => {
  if (parseAddress(address) === undefined) {
    throw fault('InvalidParameter', { Parameter: 'InternalIp', Reason: `${address} is no IPv4 address` });
  }
};

/** "80", "10/20" for a range, or "any". @throws Fault InvalidParameter */
const readPort = (parameter: string, port: string): string => {
  const numbers = port.split('/').map(Number);
  const isRange =
    numbers.length <= 2 &&
    numbers.every((number) => Number.isInteger(number) && number >= 1 && number <= 65535);
  if (isRange || port.toLowerCase() === 'any') return port;
  throw fault('InvalidParameter', { Parameter: parameter, Reason: `${port} is no port, and not any` });
};

const readProtocol = (protocol: string): string =>
  readChoice('IpProtocol', protocol.toLowerCase(), ['any', 'tcp', 'udp']);

type External = Pick<ForwardEntry, 'externalIp' | 'externalPort' | 'ipProtocol'>;

/** @throws Fault InvalidParameter where another entry of the gateway has this port already */
const checkUntaken = ({ tables }: Context, { id }: NatGateway, external: External, self = ''): void => {
  const entries = tables.forwardEntries.by('natGatewayId', id).toArray();
  const isSame = (entry: ForwardEntry): boolean =>
    entry.id !== self &&
    entry.externalIp === external.externalIp &&
    entry.externalPort === external.externalPort &&
    entry.ipProtocol === external.ipProtocol;
  if (entries.some(isSame)) {
    throw fault('InvalidParameter', {
      Parameter: 'ExternalPort',
      Reason: `there is an entry for port ${external.externalPort} of ${external.externalIp}`,
    });
  }
};

/** Changes what is named. */
export const modifyForwardEntry: VpcOperation<'ModifyForwardEntry'> = (request, context) => {
  const entry = requireEntry(context, request);
  const gateway = gatewayOf(context, request.forwardTableId);
  const { externalIp, externalPort, internalIp, internalPort, ipProtocol } = request;
  if (externalIp !== undefined) checkExternal(context, gateway, externalIp);
  if (internalIp !== undefined) checkInternal(internalIp);
  const changes = given({
    externalIp,
    internalIp,
    externalPort: externalPort === undefined ? undefined : readPort('ExternalPort', externalPort),
    internalPort: internalPort === undefined ? undefined : readPort('InternalPort', internalPort),
    ipProtocol: ipProtocol === undefined ? undefined : readProtocol(ipProtocol),
    forwardEntryName: readText('ForwardEntryName', request.forwardEntryName),
  });
  checkUntaken(context, gateway, { ...entry, ...changes }, entry.id);
  context.tables.forwardEntries.update(entry.id, { status: 'Modifying', ...changes });
  context.schedule(changeTime, available, entry.id);
  return {};
};

/** Takes an entry away. */
export const deleteForwardEntry: VpcOperation<'DeleteForwardEntry'> = (request, context) => {
  context.tables.forwardEntries.delete(requireEntry(context, request).id);
  return {};
};

/** Lists the entries of a table, or of a gateway. @throws Fault MissingParameter where neither is named */
export const describeForwardTableEntries: VpcOperation<'DescribeForwardTableEntries'> = (
  request,
  context,
) => {
  const { forwardTableId = '', natGatewayId = '' } = request;
  if (forwardTableId === '' && natGatewayId === '') {
    throw fault('MissingParameter', { Parameter: 'ForwardTableId' });
  }
  if (forwardTableId !== '') gatewayOf(context, forwardTableId);
  const matches = matchesAll<ForwardEntry>([
    equals(forwardTableId, (entry) => entry.forwardTableId),
    equals(natGatewayId, (entry) => entry.natGatewayId),
    equals(request.forwardEntryId, ({ id }) => id),
    equals(request.forwardEntryName, ({ forwardEntryName }) => forwardEntryName),
    equals(request.externalIp, ({ externalIp }) => externalIp),
    equals(request.externalPort, ({ externalPort }) => externalPort),
    equals(request.internalIp, ({ internalIp }) => internalIp),
    equals(request.internalPort, ({ internalPort }) => internalPort),
    equals(request.ipProtocol?.toLowerCase(), ({ ipProtocol }) => ipProtocol),
  ]);
  const rows = context.tables.forwardEntries.list(context).toArray().filter(matches);
  const { items, info } = page(rows, request, context, { maxPageSize: 50 });
  const forwardTableEntry = items.map((entry) => ({
    forwardEntryId: entry.id,
    forwardEntryName: entry.forwardEntryName,
    forwardTableId: entry.forwardTableId,
    natGatewayId: entry.natGatewayId,
    externalIp: entry.externalIp,
    externalPort: entry.externalPort,
    internalIp: entry.internalIp,
    internalPort: entry.internalPort,
    ipProtocol: entry.ipProtocol,
    status: entry.status,
  }));
  return { ...info, forwardTableEntries: { forwardTableEntry } };
};

export const forwardEntryTransitions: Transitions = {
  [available]: becomes(({ forwardEntries }) => forwardEntries, 'Available'),
};
