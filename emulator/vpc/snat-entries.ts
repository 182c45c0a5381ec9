import type { Context, Transitions, VpcOperation } from '../context.ts';
import { equals, matchesAll } from '../ecs/filters.ts';
import { page } from '../ecs/paging.ts';
import type { NatGateway, SnatEntry } from '../state/rows/nat-gateway.ts';
import { becomes } from '../status-change.ts';
import { fault } from '../wire/fault.ts';
import { given } from './changes.ts';
import { parseCidr } from './cidr.ts';
import { found, requireVSwitch } from './lookup.ts';
import { readText } from './names.ts';

/** Lifelike time until an entry is Available; milliseconds. */
const changeTime = 2_000;

const available = 'snat-entry.available';

/** The gateway whose table it is. @throws Fault InvalidSnatTableId.NotFound */
const gatewayOf = (context: Context, snatTableId: string): NatGateway => {
  const [gateway] = context.tables.natGateways.by('snatTableId', snatTableId).toArray();
  const own = gateway === undefined ? undefined : context.tables.natGateways.getOwn(gateway.id, context);
  return found(own, 'InvalidSnatTableId.NotFound', snatTableId);
};

/** An entry of the table that is named with it. @throws Fault InvalidSnatEntryId.NotFound */
const requireEntry = (context: Context, { snatTableId, snatEntryId }: Named): SnatEntry => {
  const gateway = gatewayOf(context, snatTableId);
  const entry = context.tables.snatEntries.getOwn(snatEntryId, context);
  return found(
    entry?.natGatewayId === gateway.id ? entry : undefined,
    'InvalidSnatEntryId.NotFound',
    snatEntryId,
  );
};

interface Named {
  readonly snatTableId: string;
  readonly snatEntryId: string;
}

type CreateRequest = Parameters<VpcOperation<'CreateSnatEntry'>>[0];

/** Translates the traffic of a VSwitch, or of a CIDR block, to public addresses of the gateway. */
export const createSnatEntry: VpcOperation<'CreateSnatEntry'> = (request, context) => {
  const gateway = gatewayOf(context, request.snatTableId);
  const source = sourceOf(request, context);
  checkUntaken(context, gateway, source.sourceCidr);
  const entry = context.tables.snatEntries.insert({
    id: context.newId('snat'),
    accountId: context.accountId,
    regionId: context.regionId,
    status: 'Pending',
    natGatewayId: gateway.id,
    snatTableId: gateway.snatTableId,
    snatEntryName: readText('SnatEntryName', request.snatEntryName) ?? '',
    snatIp: readAddresses(context, gateway, request.snatIp ?? ''),
    ...source,
    eipAffinity: request.eipAffinity ?? 0,
  });
  context.schedule(changeTime, available, entry.id);
  return { snatEntryId: entry.id };
};

/** @throws Fault MissingParameter, InvalidParameter, InvalidVSwitchId.NotFound */
const sourceOf = (
  { sourceVSwitchId = '', sourceCIDR = '' }: CreateRequest,
  context: Context,
): Pick<SnatEntry, 'sourceCidr' | 'sourceVSwitchId'> => {
  if (sourceVSwitchId !== '') {
    const { id, cidrBlock } = requireVSwitch(context, sourceVSwitchId);
    return { sourceVSwitchId: id, sourceCidr: cidrBlock };
  }
  if (sourceCIDR === '') throw fault('MissingParameter', { Parameter: 'SourceVSwitchId' });
  if (parseCidr(sourceCIDR) === undefined) {
    throw fault('InvalidParameter', { Parameter: 'SourceCIDR', Reason: `${sourceCIDR} is no CIDR block` });
  }
  return { sourceVSwitchId: '', sourceCidr: sourceCIDR };
};

/** @throws Fault InvalidParameter where another entry of the gateway has the same source */
const checkUntaken = ({ tables }: Context, { id }: NatGateway, sourceCidr: string): void => {
  const entries = tables.snatEntries.by('natGatewayId', id).toArray();
  if (entries.some((entry) => entry.sourceCidr === sourceCidr)) {
    throw fault('InvalidParameter', {
      Parameter: 'SourceCIDR',
      Reason: `there is an entry for ${sourceCidr}`,
    });
  }
};

/**
 * Public addresses are those of the gateway; a gateway of the intranet translates to its private one.
 * @throws Fault MissingParameter, EIP_NOT_IN_GATEWAY
 */
const readAddresses = ({ tables }: Context, gateway: NatGateway, text: string): string => {
  const addresses = text.split(',').map((address) => address.trim());
  if (text === '') throw fault('MissingParameter', { Parameter: 'SnatIp' });
  const bound = new Set(
    tables.eips
      .by('instanceId', gateway.id)
      .toArray()
      .map(({ ipAddress }) => ipAddress),
  );
  if (gateway.networkType === 'intranet') bound.add(gateway.privateIpAddress);
  const other = addresses.find((address) => !bound.has(address));
  if (other !== undefined) throw fault('EIP_NOT_IN_GATEWAY', { IpAddress: other, Id: gateway.id });
  return addresses.join(',');
};

/** Changes an entry's addresses and its name. */
export const modifySnatEntry: VpcOperation<'ModifySnatEntry'> = (request, context) => {
  const entry = requireEntry(context, request);
  const gateway = gatewayOf(context, request.snatTableId);
  const { snatIp } = request;
  context.tables.snatEntries.update(entry.id, {
    status: 'Modifying',
    ...given({
      snatIp: snatIp === undefined ? undefined : readAddresses(context, gateway, snatIp),
      snatEntryName: readText('SnatEntryName', request.snatEntryName),
      eipAffinity: request.eipAffinity,
    }),
  });
  context.schedule(changeTime, available, entry.id);
  return {};
};

/** Takes an entry away. */
export const deleteSnatEntry: VpcOperation<'DeleteSnatEntry'> = (request, context) => {
  context.tables.snatEntries.delete(requireEntry(context, request).id);
  return {};
};

/** Lists the entries of a table, or of a gateway. @throws Fault MissingParameter where neither is named */
export const describeSnatTableEntries: VpcOperation<'DescribeSnatTableEntries'> = (request, context) => {
  const { snatTableId = '', natGatewayId = '' } = request;
  if (snatTableId === '' && natGatewayId === '')
    throw fault('MissingParameter', { Parameter: 'SnatTableId' });
  if (snatTableId !== '') gatewayOf(context, snatTableId);
  const matches = matchesAll<SnatEntry>([
    equals(snatTableId, (entry) => entry.snatTableId),
    equals(natGatewayId, (entry) => entry.natGatewayId),
    equals(request.snatEntryId, ({ id }) => id),
    equals(request.snatEntryName, ({ snatEntryName }) => snatEntryName),
    equals(request.snatIp, ({ snatIp }) => snatIp),
    equals(request.sourceCIDR, ({ sourceCidr }) => sourceCidr),
    equals(request.sourceVSwitchId, ({ sourceVSwitchId }) => sourceVSwitchId),
  ]);
  const rows = context.tables.snatEntries.list(context).toArray().filter(matches);
  const { items, info } = page(rows, request, context, { maxPageSize: 50 });
  const snatTableEntry = items.map((entry) => ({
    snatEntryId: entry.id,
    snatEntryName: entry.snatEntryName,
    snatTableId: entry.snatTableId,
    natGatewayId: entry.natGatewayId,
    snatIp: entry.snatIp,
    sourceCIDR: entry.sourceCidr,
    sourceVSwitchId: entry.sourceVSwitchId,
    eipAffinity: String(entry.eipAffinity),
    status: entry.status,
  }));
  return { ...info, snatTableEntries: { snatTableEntry } };
};

export const snatEntryTransitions: Transitions = {
  [available]: becomes(({ snatEntries }) => snatEntries, 'Available'),
};
