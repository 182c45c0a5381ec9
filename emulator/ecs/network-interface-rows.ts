import type { Context, TransitionContext } from '../context.ts';
import type { NetworkInterface } from '../state/rows/network-interface.ts';
import type { VSwitch } from '../state/rows/network.ts';
import { allocateAddress } from '../vpc/addresses.ts';
import { releaseAddressesOf } from '../vpc/released-addresses.ts';
import { fault } from '../wire/fault.ts';
import { vswitchOf } from './network-interface-lookup.ts';
import { addIpv4Prefixes, addIpv6Prefixes } from './network-interface-prefixes.ts';
import type { WantedPrefixes } from './network-interface-prefixes.ts';
import type { Tags } from './tags.ts';

/** What a new network interface is made of. */
export interface NewNetworkInterface {
  readonly type: NetworkInterface['type'];
  readonly isTrunk?: boolean;
  /** Empty for one that is not attached. */
  readonly instanceId: string;
  readonly vswitch: VSwitch;
  readonly securityGroupIds: readonly string[];
  /** The primary private address; empty for any. */
  readonly privateIpAddress?: string | undefined;
  readonly secondaryIpAddresses?: readonly string[] | undefined;
  readonly secondaryIpAddressCount?: number | undefined;
  readonly ipv6Addresses?: readonly string[] | undefined;
  readonly ipv6AddressCount?: number | undefined;
  readonly ipv4Prefixes?: WantedPrefixes | undefined;
  readonly ipv6Prefixes?: WantedPrefixes | undefined;
  readonly networkInterfaceName?: string | undefined;
  readonly description?: string | undefined;
  readonly queueNumber?: number | undefined;
  readonly networkInterfaceTrafficMode?: string | undefined;
  readonly queuePairNumber?: number | undefined;
  readonly networkCardIndex?: number | undefined;
  readonly deleteOnRelease?: boolean | undefined;
  readonly resourceGroupId?: string | undefined;
  readonly tags?: Tags | undefined;
}

/** As the wire writes it. */
export const shownTypeOf = ({ type, isTrunk }: NetworkInterface): 'Primary' | 'Secondary' | 'Trunk' =>
  isTrunk === true ? 'Trunk' : type;

/**
 * Makes a network interface with its addresses, at once there (and in use where it has an instance).
 * @throws Fault for addresses that are taken, outside the VSwitch, or not to be had
 */
export const createNetworkInterfaceRow = (
  context: Context,
  request: NewNetworkInterface,
): NetworkInterface => {
  const { vswitch, instanceId } = request;
  const wanted = request.privateIpAddress ?? '';
  const primary =
    wanted === '' ? allocateAddress(context, vswitch) : allocateAddress(context, vswitch, wanted);
  const row = context.tables.networkInterfaces.insert({
    id: context.newId('eni'),
    accountId: context.accountId,
    regionId: context.regionId,
    status: instanceId === '' ? 'Available' : 'InUse',
    type: request.type,
    isTrunk: request.isTrunk ?? false,
    networkInterfaceName: request.networkInterfaceName ?? '',
    description: request.description ?? '',
    vpcId: vswitch.vpcId,
    vswitchId: vswitch.id,
    zoneId: vswitch.zoneId,
    macAddress: macAddress(context),
    privateIpAddress: primary,
    privateIpAddresses: [primary],
    ipv6Addresses: newIpv6Addresses(context, vswitch, request.ipv6Addresses, request.ipv6AddressCount),
    securityGroupIds: request.securityGroupIds,
    instanceId,
    queueNumber: request.queueNumber ?? 1,
    trafficMode: readTrafficMode(request.networkInterfaceTrafficMode),
    queuePairNumber: request.queuePairNumber ?? 0,
    networkCardIndex: request.networkCardIndex ?? 0,
    deleteOnRelease: request.deleteOnRelease ?? true,
    resourceGroupId: request.resourceGroupId ?? '',
    tags: request.tags ?? {},
    createdAt: context.now,
  });
  const { secondaryIpAddresses, secondaryIpAddressCount, ipv4Prefixes, ipv6Prefixes } = request;
  const addressed = addPrivateAddresses(context, row, secondaryIpAddresses, secondaryIpAddressCount);
  const withIpv4 = ipv4Prefixes === undefined ? addressed : addIpv4Prefixes(context, addressed, ipv4Prefixes);
  return ipv6Prefixes === undefined ? withIpv4 : addIpv6Prefixes(context, withIpv4, ipv6Prefixes);
};

const readTrafficMode = (mode = 'Standard'): NetworkInterface['trafficMode'] => {
  if (mode === '' || mode === 'Standard') return 'Standard';
  if (mode === 'HighPerformance') return mode;
  throw fault('InvalidParameter', {
    Parameter: 'NetworkInterfaceTrafficMode',
    Reason: 'it must be Standard or HighPerformance',
  });
};

/** Gives an interface further private addresses: these, or as many as asked for. */
export const addPrivateAddresses = (
  context: Context,
  row: NetworkInterface,
  addresses: readonly string[] = [],
  count = 0,
): NetworkInterface => {
  const vswitch = vswitchOf(context, row);
  let current = row;
  for (const wanted of [...addresses, ...Array.from({ length: count }, () => '')]) {
    const address =
      wanted === '' ? allocateAddress(context, vswitch) : allocateAddress(context, vswitch, wanted);
    // Put down at once, so that the next one is another one.
    current = context.tables.networkInterfaces.update(row.id, {
      privateIpAddresses: [...current.privateIpAddresses, address],
    });
  }
  return current;
};

/** "00:16:3e" is the vendor's part that ECS uses. */
const macAddress = (context: Context): string => {
  const octet = (): string => context.randomInteger(256).toString(16).padStart(2, '0');
  return `00:16:3e:${octet()}:${octet()}:${octet()}`;
};

/** @throws Fault InvalidVSwitch.Ipv6NotTurnOn where the VSwitch has no IPv6 block */
export const newIpv6Addresses = (
  context: Context,
  vswitch: VSwitch,
  given: readonly string[] = [],
  count = 0,
): string[] => {
  if (given.length === 0 && count === 0) return [];
  if (vswitch.ipv6CidrBlock === '') throw fault('InvalidVSwitch.Ipv6NotTurnOn', { VSwitchId: vswitch.id });
  const prefix = vswitch.ipv6CidrBlock.replace(/::\/\d+$/, '');
  const group = (): string => (context.randomInteger(0xffff) + 1).toString(16);
  return given.length > 0
    ? [...given]
    : Array.from({ length: count }, () => `${prefix}:${group()}:${group()}:${group()}:${group()}`);
};

/** Takes an instance's interfaces away when it is released: those without DeleteOnRelease are kept. */
export const releaseNetworkInterfaces = (context: TransitionContext, instanceId: string): void => {
  const { networkInterfaces } = context.tables;
  for (const row of networkInterfaces.by('instanceId', instanceId)) {
    if (row.type === 'Primary' || row.deleteOnRelease) {
      releaseAddressesOf(context, row.id);
      networkInterfaces.delete(row.id);
    } else networkInterfaces.update(row.id, { status: 'Available', instanceId: '', networkCardIndex: 0 });
  }
};
