import type { InstanceType } from '../catalog/instance-types.ts';
import type { Context } from '../context.ts';
import type { NetworkInterface } from '../state/rows/network-interface.ts';
import { fault } from '../wire/fault.ts';
import type { LaunchInterface } from './instance-launch-request.ts';
import { checkGroups, requireGroups, requireVSwitch } from './instance-placement.ts';
import type { Placement } from './instance-placement.ts';
import { createNetworkInterfaceRow } from './network-interface-rows.ts';

/**
 * Makes, or attaches, the secondary interfaces of a new instance: those of NetworkInterface.N.
 * @returns their ids
 * @throws Fault InvalidInstanceType.ElasticNetworkInterfaceNotSupported where the type takes fewer
 */
export const instanceSecondaryInterfaces = (
  context: Context,
  instanceId: string,
  type: InstanceType,
  { secondaryInterfaces: entries, vswitch, securityGroupIds }: Placement,
): string[] => {
  if (
    entries.length + 1 > type.eniQuantity &&
    entries.length > 0 &&
    context.enforces('network-interface.limit')
  ) {
    throw fault('InvalidInstanceType.ElasticNetworkInterfaceNotSupported', {
      InstanceType: type.id,
      Limit: type.eniQuantity,
    });
  }
  return entries.map((entry) => {
    if ((entry.networkInterfaceId ?? '') !== '')
      return attach(context, instanceId, type, entry, vswitch.zoneId).id;
    const own = entry.vSwitchId ?? '';
    const target = own === '' ? vswitch : requireVSwitch(context, own);
    if (target.zoneId !== vswitch.zoneId) throw fault('InvalidOperation.AvailabilityZoneMismatch');
    return createNetworkInterfaceRow(context, {
      type: 'Secondary',
      instanceId,
      vswitch: target,
      securityGroupIds: groupsOf(context, entry, target.id, securityGroupIds),
      privateIpAddress: entry.primaryIpAddress,
      secondaryIpAddressCount: entry.secondaryPrivateIpAddressCount,
      ipv6Addresses: entry.ipv6Address,
      ipv6AddressCount: entry.ipv6AddressCount,
      networkInterfaceName: entry.networkInterfaceName,
      description: entry.description,
      queueNumber: entry.queueNumber,
      networkInterfaceTrafficMode: entry.networkInterfaceTrafficMode,
      queuePairNumber: entry.queuePairNumber,
      networkCardIndex: readNetworkCardIndex(entry.networkCardIndex, type),
      deleteOnRelease: entry.deleteOnRelease,
    }).id;
  });
};

/** @throws Fault InvalidParameter for a card that the instance type does not have */
export const readNetworkCardIndex = (index = 0, type: InstanceType | undefined): number => {
  const cards = type?.networkCards ?? 1;
  if (index >= 0 && index < cards) return index;
  throw fault('InvalidParameter', {
    Parameter: 'NetworkCardIndex',
    Reason: `the instance type has the network cards 0 to ${cards - 1}`,
  });
};

/** An interface without groups of its own is in those of the instance. */
const groupsOf = (
  context: Context,
  entry: LaunchInterface,
  vswitchId: string,
  otherwise: readonly string[],
): readonly string[] => {
  if ((entry.securityGroupId ?? '') === '' && (entry.securityGroupIds ?? []).length === 0) return otherwise;
  const groups = requireGroups(context, entry);
  checkGroups(context, requireVSwitch(context, vswitchId), groups);
  return groups.map(({ id }) => id);
};

const attach = (
  context: Context,
  instanceId: string,
  type: InstanceType,
  { networkInterfaceId = '', deleteOnRelease, networkCardIndex }: LaunchInterface,
  zoneId: string,
): NetworkInterface => {
  const row = context.tables.networkInterfaces.getOwn(networkInterfaceId, context);
  if (row === undefined) throw fault('InvalidEniId.NotFound', { NetworkInterfaceId: networkInterfaceId });
  if (row.status !== 'Available') {
    throw fault('InvalidOperation.InvalidEniState', { NetworkInterfaceId: row.id, Status: row.status });
  }
  if (row.zoneId !== zoneId) throw fault('InvalidOperation.AvailabilityZoneMismatch');
  return context.tables.networkInterfaces.update(row.id, {
    status: 'InUse',
    instanceId,
    networkCardIndex: readNetworkCardIndex(networkCardIndex, type),
    deleteOnRelease: deleteOnRelease ?? row.deleteOnRelease,
  });
};
