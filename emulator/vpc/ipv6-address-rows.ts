import { findRegion } from '../catalog/regions.ts';
import type { Context } from '../context.ts';
import type { Tags } from '../ecs/tags.ts';
import type { Ipv6Address } from '../state/rows/gateways.ts';
import type { NetworkInterface } from '../state/rows/network-interface.ts';
import { found } from './lookup.ts';

/** An IPv6 address, whether it was allocated by itself or came with a network interface. */
export interface KnownIpv6Address {
  readonly id: string;
  readonly ipv6Address: string;
  readonly name: string;
  readonly description: string;
  readonly addressType: Ipv6Address['addressType'];
  readonly vpcId: string;
  readonly vswitchId: string;
  readonly associatedInstanceId: string;
  readonly associatedInstanceType: '' | 'EcsInstance' | 'NetworkInterface';
  readonly resourceGroupId: string;
  readonly tags: Tags;
  readonly createdAt: number;
}

/** Every IPv6 address of the caller's in the region, newest first. */
export const ipv6AddressesOf = (context: Context): KnownIpv6Address[] => {
  const { ipv6Addresses, networkInterfaces } = context.tables;
  return [
    ...ipv6Addresses.list(context).toArray().map(ofRow),
    ...networkInterfaces
      .list(context)
      .toArray()
      .flatMap((row) => row.ipv6Addresses.map((address) => ofInterface(row, address))),
  ];
};

const ofRow = (row: Ipv6Address): KnownIpv6Address => ({
  ...row,
  name: row.ipv6AddressName,
  description: row.ipv6AddressDescription,
  associatedInstanceId: '',
  associatedInstanceType: '',
});

const ofInterface = (row: NetworkInterface, address: string): KnownIpv6Address => ({
  id: idOf(row.regionId, address),
  ipv6Address: address,
  name: '',
  description: '',
  addressType: 'IPv6Address',
  vpcId: row.vpcId,
  vswitchId: row.vswitchId,
  associatedInstanceId: row.instanceId === '' ? row.id : row.instanceId,
  associatedInstanceType: row.instanceId === '' ? 'NetworkInterface' : 'EcsInstance',
  resourceGroupId: row.resourceGroupId,
  tags: {},
  createdAt: row.createdAt,
});

/** Largest prime below 36¹⁷, which is as many ids as 17 letters and digits make. */
const idRange = 286511799958070431838109691n;

/** An address that an interface has is found under the same id as long as it has it. */
const idOf = (regionId: string, address: string): string => {
  const groups = address.split('::');
  const head = (groups[0] ?? '').split(':').filter((group) => group !== '');
  const tail = (groups[1] ?? '').split(':').filter((group) => group !== '');
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0');
  const hex = [...head, ...zeros, ...tail].map((group) => group.padStart(4, '0')).join('');
  const digits = (BigInt(`0x${hex}`) % idRange).toString(36).padStart(17, '0');
  return `ipv6-${findRegion(regionId)?.idCode ?? '000'}${digits}`;
};

/** @throws Fault ResourceNotFound.Ipv6Address */
export const requireIpv6Address = (context: Context, id: string): KnownIpv6Address =>
  found(
    ipv6AddressesOf(context).find((address) => address.id === id),
    'ResourceNotFound.Ipv6Address',
    id,
  );
