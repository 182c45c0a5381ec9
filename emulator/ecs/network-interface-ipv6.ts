import type { EcsOperation } from '../context.ts';
import { fault } from '../wire/fault.ts';
import { requireNetworkInterface, vswitchOf } from './network-interface-lookup.ts';
import { addIpv6Prefixes } from './network-interface-prefixes.ts';
import { newIpv6Addresses } from './network-interface-rows.ts';

/** Most addresses of one call (AssignIpv6Addresses metadata, Ipv6Address.N and Ipv6AddressCount). */
const maxAddresses = 10;

/** Gives an interface IPv6 addresses, or prefixes of them: these, or as many as asked for. */
export const assignIpv6Addresses: EcsOperation<'AssignIpv6Addresses'> = (request, context) => {
  const row = requireNetworkInterface(context, request.networkInterfaceId);
  const { ipv6Address: given = [], ipv6AddressCount: count = 0 } = request;
  const { ipv6Prefix: prefixes = [], ipv6PrefixCount: prefixCount = 0 } = request;
  if (given.length + count + prefixes.length + prefixCount === 0)
    throw fault('MissingParameter', { Parameter: 'Ipv6Address.1' });
  if (given.length > maxAddresses || count > maxAddresses) {
    throw fault('InvalidOperation.Ipv6CountExceeded', { Limit: maxAddresses });
  }
  const taken = given.find((address) => row.ipv6Addresses.includes(address));
  if (taken !== undefined) throw fault('InvalidIp.IpAssigned', { Address: taken });
  const added = newIpv6Addresses(context, vswitchOf(context, row), given, count);
  const addressed = context.tables.networkInterfaces.update(row.id, {
    ipv6Addresses: [...row.ipv6Addresses, ...added],
  });
  const { ipv6Prefixes = [] } = addIpv6Prefixes(context, addressed, { prefixes, count: prefixCount });
  return {
    networkInterfaceId: row.id,
    ipv6Sets: { ipv6Address: added },
    ipv6PrefixSets: { ipv6Prefix: ipv6Prefixes.slice(row.ipv6Prefixes?.length ?? 0) },
  };
};

/** Takes IPv6 addresses away. @throws Fault InvalidIp.IpUnassigned for one that the interface does not have */
export const unassignIpv6Addresses: EcsOperation<'UnassignIpv6Addresses'> = (request, context) => {
  const row = requireNetworkInterface(context, request.networkInterfaceId);
  const { ipv6Address: goes = [], ipv6Prefix: prefixesGo = [] } = request;
  if (goes.length + prefixesGo.length === 0) throw fault('MissingParameter', { Parameter: 'Ipv6Address.1' });
  const { ipv6Prefixes = [] } = row;
  const unknown =
    goes.find((address) => !row.ipv6Addresses.includes(address)) ??
    prefixesGo.find((prefix) => !ipv6Prefixes.includes(prefix));
  if (unknown !== undefined) throw fault('InvalidIp.IpUnassigned', { Address: unknown });
  context.tables.networkInterfaces.update(row.id, {
    ipv6Addresses: row.ipv6Addresses.filter((address) => !goes.includes(address)),
    ipv6Prefixes: ipv6Prefixes.filter((prefix) => !prefixesGo.includes(prefix)),
  });
  return {};
};
