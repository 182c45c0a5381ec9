import type { EcsOperation } from '../context.ts';
import { fault } from '../wire/fault.ts';
import { requireNetworkInterface } from './network-interface-lookup.ts';
import { addIpv4Prefixes } from './network-interface-prefixes.ts';
import { addPrivateAddresses } from './network-interface-rows.ts';

/** Gives an interface further private addresses, or prefixes of them: these, or as many as asked for. */
export const assignPrivateIpAddresses: EcsOperation<'AssignPrivateIpAddresses'> = (request, context) => {
  const row = requireNetworkInterface(context, request.networkInterfaceId);
  const { privateIpAddress: addresses = [], secondaryPrivateIpAddressCount: count = 0 } = request;
  const { ipv4Prefix: prefixes = [], ipv4PrefixCount: prefixCount = 0 } = request;
  if (addresses.length + count + prefixes.length + prefixCount === 0) {
    throw fault('MissingParameter', { Parameter: 'PrivateIpAddress.1' });
  }
  const addressed = addPrivateAddresses(context, row, addresses, count);
  const after = addIpv4Prefixes(context, addressed, { prefixes, count: prefixCount });
  return {
    assignedPrivateIpAddressesSet: {
      networkInterfaceId: row.id,
      privateIpSet: {
        privateIpAddress: after.privateIpAddresses.filter(
          (address) => !row.privateIpAddresses.includes(address),
        ),
      },
      ipv4PrefixSet: {
        ipv4Prefixes: (after.ipv4Prefixes ?? []).slice(row.ipv4Prefixes?.length ?? 0),
      },
    },
  };
};

/** Takes secondary private addresses and prefixes away. */
export const unassignPrivateIpAddresses: EcsOperation<'UnassignPrivateIpAddresses'> = (request, context) => {
  const row = requireNetworkInterface(context, request.networkInterfaceId);
  const { privateIpAddress: addresses = [], ipv4Prefix: prefixes = [] } = request;
  if (addresses.includes(row.privateIpAddress)) {
    throw fault('InvalidParameter', {
      Parameter: 'PrivateIpAddress.N',
      Reason: 'the primary address stays with its interface',
    });
  }
  const foreign = prefixes.find((prefix) => row.ipv4Prefixes?.includes(prefix) !== true);
  if (foreign !== undefined) throw fault('InvalidIp.IpUnassigned', { Address: foreign });
  context.tables.networkInterfaces.update(row.id, {
    privateIpAddresses: row.privateIpAddresses.filter((address) => !addresses.includes(address)),
    ipv4Prefixes: (row.ipv4Prefixes ?? []).filter((prefix) => !prefixes.includes(prefix)),
  });
  return {};
};
