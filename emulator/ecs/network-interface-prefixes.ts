/** Blocks of addresses that an interface holds beside its single ones, for containers that need many. */
import type { Context } from '../context.ts';
import type { NetworkInterface } from '../state/rows/network-interface.ts';
import type { VSwitch } from '../state/rows/network.ts';
import { blockOf, isBlockTaken, prefixMask, prefixSize, reservedBlocksIn } from '../vpc/addresses.ts';
import { containsBlock, formatAddress, parseCidr } from '../vpc/cidr.ts';
import type { CidrBlock } from '../vpc/cidr.ts';
import { fault } from '../wire/fault.ts';
import { vswitchOf } from './network-interface-lookup.ts';

/** Of AssignIpv6Addresses' metadata, Ipv6Prefix.N. */
const ipv6Mask = 80;
/** Most prefixes of one call. */
const maxPrefixes = 10;

/** What a call asks for: these prefixes, or so many. */
export interface WantedPrefixes {
  readonly prefixes?: readonly string[] | undefined;
  readonly count?: number | undefined;
}

/** @throws Fault InvalidParameter for both at once, for none and for too many */
const checkNumber = (parameter: string, { prefixes = [], count = 0 }: WantedPrefixes): void => {
  const wrong = (reason: string) => fault('InvalidParameter', { Parameter: parameter, Reason: reason });
  if (prefixes.length > 0 && count > 0) throw wrong('prefixes are named, or a number of them is');
  if (prefixes.length > maxPrefixes || count > maxPrefixes || count < 0) {
    throw wrong(`from 1 to ${maxPrefixes} at a time`);
  }
};

/**
 * Gives an interface prefixes of its VSwitch: free ones lie in its reserved blocks, where it has some.
 * @throws Fault InvalidParameter, InvalidVSwitchId.IpInvalid outside the VSwitch,
 *   InvalidPrivateIpAddress.Duplicated, InvalidVSwitchId.IpNotEnough
 */
export const addIpv4Prefixes = (
  context: Context,
  row: NetworkInterface,
  wanted: WantedPrefixes,
): NetworkInterface => {
  checkNumber('Ipv4Prefix', wanted);
  const vswitch = vswitchOf(context, row);
  let current = row;
  for (const text of [...(wanted.prefixes ?? []), ...Array.from({ length: wanted.count ?? 0 }, () => '')]) {
    const prefix = text === '' ? freeIpv4Prefix(context, vswitch) : checkIpv4Prefix(context, vswitch, text);
    // Put down at once, so that the next one is another one.
    current = context.tables.networkInterfaces.update(row.id, {
      ipv4Prefixes: [...(current.ipv4Prefixes ?? []), prefix],
    });
  }
  return current;
};

const outside = ({ id, cidrBlock, ipv6CidrBlock }: VSwitch, prefix: string) =>
  fault('InvalidVSwitchId.IpInvalid', {
    IpAddress: prefix,
    VSwitchId: id,
    CidrBlock: prefix.includes(':') ? ipv6CidrBlock : cidrBlock,
  });

const checkIpv4Prefix = (context: Context, vswitch: VSwitch, text: string): string => {
  const block = parseCidr(text);
  if (block?.mask !== prefixMask) {
    throw fault('InvalidParameter', {
      Parameter: 'Ipv4Prefix',
      Reason: `${text} is no block of /${prefixMask}`,
    });
  }
  if (!containsBlock(blockOf(vswitch), block)) throw outside(vswitch, text);
  if (isBlockTaken(context, vswitch, block)) {
    throw fault('InvalidPrivateIpAddress.Duplicated', { IpAddress: text, VSwitchId: vswitch.id });
  }
  return text;
};

const freeIpv4Prefix = (context: Context, vswitch: VSwitch): string => {
  const reserved = reservedBlocksIn(context, vswitch.id, ['Prefix']);
  for (const outer of reserved.length > 0 ? reserved : [blockOf(vswitch)]) {
    for (const block of prefixesIn(outer)) {
      if (!isBlockTaken(context, vswitch, block)) return `${formatAddress(block.first)}/${prefixMask}`;
    }
  }
  throw fault('InvalidVSwitchId.IpNotEnough', { VSwitchId: vswitch.id, CidrBlock: vswitch.cidrBlock });
};

function* prefixesIn(outer: CidrBlock): Generator<CidrBlock> {
  for (let { first } = outer; containsBlock(outer, { first, mask: prefixMask }); first += prefixSize) {
    yield { first, mask: prefixMask };
  }
}

/**
 * Gives an interface IPv6 prefixes of its VSwitch.
 * @throws Fault InvalidParameter, InvalidVSwitch.Ipv6NotTurnOn where the VSwitch has no IPv6 block, InvalidVSwitchId.IpInvalid
 *   for one outside it, InvalidIp.IpAssigned for one that an interface of the VSwitch has
 */
export const addIpv6Prefixes = (
  context: Context,
  row: NetworkInterface,
  wanted: WantedPrefixes,
): NetworkInterface => {
  const { prefixes = [], count = 0 } = wanted;
  checkNumber('Ipv6Prefix', wanted);
  if (prefixes.length + count === 0) return row;
  const vswitch = vswitchOf(context, row);
  if (vswitch.ipv6CidrBlock === '') throw fault('InvalidVSwitch.Ipv6NotTurnOn', { VSwitchId: vswitch.id });
  const network = vswitch.ipv6CidrBlock.replace(/::\/\d+$/, '');
  const taken = new Set(
    [...context.tables.networkInterfaces.by('vswitchId', vswitch.id)].flatMap(
      ({ ipv6Prefixes = [] }) => ipv6Prefixes,
    ),
  );
  for (const prefix of prefixes) {
    const isInside = prefix.startsWith(`${network}:`) && prefix.endsWith(`::/${ipv6Mask}`);
    if (!isInside) throw outside(vswitch, prefix);
    if (taken.has(prefix)) throw fault('InvalidIp.IpAssigned', { Address: prefix });
    taken.add(prefix);
  }
  const chosen = Array.from({ length: count }, () => freeIpv6Prefix(network, taken));
  return context.tables.networkInterfaces.update(row.id, {
    ipv6Prefixes: [...(row.ipv6Prefixes ?? []), ...prefixes, ...chosen],
  });
};

/** The first of the VSwitch's 65,535 that nothing has; 0 is where single addresses begin. */
const freeIpv6Prefix = (network: string, taken: Set<string>): string => {
  let group = 1;
  while (taken.has(`${network}:${group.toString(16)}::/${ipv6Mask}`)) group++;
  const prefix = `${network}:${group.toString(16)}::/${ipv6Mask}`;
  taken.add(prefix);
  return prefix;
};

/** As the replies about interfaces write them. */
export const prefixSetsOf = ({ ipv4Prefixes = [], ipv6Prefixes = [] }: NetworkInterface) => ({
  ipv4PrefixSets: { ipv4PrefixSet: ipv4Prefixes.map((ipv4Prefix) => ({ ipv4Prefix })) },
  ipv6PrefixSets: { ipv6PrefixSet: ipv6Prefixes.map((ipv6Prefix) => ({ ipv6Prefix })) },
});
