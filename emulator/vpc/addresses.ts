import type { Context } from '../context.ts';
import type { VSwitch } from '../state/rows/network.ts';
import type { VSwitchCidrReservation } from '../state/rows/vpc-options.ts';
import { fault } from '../wire/fault.ts';
import type { ErrorCode } from '../wire/fault.ts';
import {
  addressCount,
  addressesIn,
  containsAddress,
  formatAddress,
  parseAddress,
  parseCidr,
} from './cidr.ts';
import type { CidrBlock } from './cidr.ts';

/** The first address and the last three are the system's (API page CreateVSwitch). */
const reservedFirst = 1;
const reservedLast = 3;
const reserved = reservedFirst + reservedLast;

/** The actions that make instances name these faults otherwise than those of network interfaces. */
const instanceActions: ReadonlySet<string> = new Set([
  'RunInstances',
  'CreateInstance',
  'ModifyInstanceVpcAttribute',
]);

const codeFor = ({ action }: Context, ofInstances: ErrorCode, ofInterfaces: ErrorCode): ErrorCode =>
  instanceActions.has(action) ? ofInstances : ofInterfaces;

/**
 * Chooses a private address of a VSwitch. It is taken as soon as the row of a network interface, a NAT
 * gateway or an HAVIP has it; nothing is stored here. Cost does not grow with the number of instances.
 * @param wanted an address to be had; a free one is chosen where none is given
 * @throws Fault InvalidPrivateIpAddress.Malformed, InvalidPrivateIpAddress.Duplicated; where the address is
 *   outside or reserved InvalidPrivateIpAddress (instances) or InvalidVSwitchId.IpInvalid (interfaces); where
 *   none is left QuotaExceeded.PrivateIpAddress or InvalidVSwitchId.IpNotEnough (error tables of
 *   RunInstances, CreateNetworkInterface, AssignPrivateIpAddresses)
 */
export const allocateAddress = (context: Context, vswitch: VSwitch, wanted = ''): string => {
  const block = blockOf(vswitch);
  return wanted === '' ? freeAddress(context, vswitch, block) : checkAddress(context, vswitch, block, wanted);
};

/** Addresses that nothing has taken; the reserved four are none. */
export const availableAddressCount = ({ tables }: Context, vswitch: VSwitch): number => {
  const { networkInterfaces, natGateways, haVips } = tables;
  let used = 0;
  for (const table of [networkInterfaces, natGateways, haVips])
    used += table.by('vswitchId', vswitch.id).count;
  for (const { privateIpAddresses, ipv4Prefixes = [] } of networkInterfaces.by(
    'severalAddressesIn',
    vswitch.id,
  )) {
    used += privateIpAddresses.length - 1 + ipv4Prefixes.length * prefixSize;
  }
  return Math.max(0, addressCount(blockOf(vswitch)) - reserved - used);
};

const blocks = new WeakMap<VSwitch, CidrBlock>();

export const blockOf = (vswitch: VSwitch): CidrBlock => {
  const known = blocks.get(vswitch);
  if (known !== undefined) return known;
  const { id, cidrBlock } = vswitch;
  const block = parseCidr(cidrBlock);
  if (block === undefined) throw new Error(`VSwitch ${id} has the CIDR block ${cidrBlock}`);
  blocks.set(vswitch, block);
  return block;
};

/** Mask of the prefixes that interfaces take (AssignPrivateIpAddresses metadata, Ipv4Prefix.N). */
export const prefixMask = 28;

/** Addresses of such a prefix. */
export const prefixSize = addressCount({ first: 0, mask: prefixMask });

/** The prefix that an address lies in, whether or not somebody has it: "172.16.10.16/28". */
const prefixAround = (address: number): string =>
  `${formatAddress(address - (address % prefixSize))}/${prefixMask}`;

const isTaken = ({ tables }: Context, vswitch: VSwitch, address: number): boolean =>
  [tables.networkInterfaces, tables.natGateways, tables.haVips].some(
    (table) => table.by('address', `${vswitch.id}/${formatAddress(address)}`).count > 0,
  ) || tables.networkInterfaces.by('ipv4Prefix', `${vswitch.id}/${prefixAround(address)}`).count > 0;

/** Blocks of IPv4 that a VSwitch keeps, of one type or of both. */
export const reservedBlocksIn = (
  { tables }: Context,
  vswitchId: string,
  types: readonly VSwitchCidrReservation['type'][] = ['Prefix', 'Explicit'],
): CidrBlock[] =>
  tables.vswitchCidrReservations
    .by('vswitchId', vswitchId)
    .toArray()
    .flatMap(({ type, vSwitchCidrReservationCidr: block }) =>
      types.includes(type) ? (parseCidr(block) ?? []) : [],
    );

/** Whether something has one of a block's addresses. */
export const isBlockTaken = (context: Context, vswitch: VSwitch, block: CidrBlock): boolean =>
  addressesIn(block).some((address) => isTaken(context, vswitch, address));

const isReserved = (block: CidrBlock, address: number): boolean => {
  const offset = address - block.first;
  return offset < reservedFirst || offset >= addressCount(block) - reservedLast;
};

const checkAddress = (context: Context, vswitch: VSwitch, block: CidrBlock, wanted: string): string => {
  const details = { IpAddress: wanted, VSwitchId: vswitch.id, CidrBlock: vswitch.cidrBlock };
  const address = parseAddress(wanted);
  if (address === undefined) throw fault('InvalidPrivateIpAddress.Malformed', details);
  const isOutside = !containsAddress(block, address);
  if (isOutside || (context.enforces('vswitch.reserved-addresses') && isReserved(block, address))) {
    throw fault(codeFor(context, 'InvalidPrivateIpAddress', 'InvalidVSwitchId.IpInvalid'), details);
  }
  if (context.enforces('vswitch.address-unique') && isTaken(context, vswitch, address)) {
    throw fault('InvalidPrivateIpAddress.Duplicated', details);
  }
  return wanted;
};

/** Starts anywhere and takes the first free address from there on; those of a reserved block are for who names them. */
const freeAddress = (context: Context, vswitch: VSwitch, block: CidrBlock): string => {
  const usable = addressCount(block) - reserved;
  const kept = reservedBlocksIn(context, vswitch.id);
  const start = availableAddressCount(context, vswitch) === 0 ? undefined : context.randomInteger(usable);
  for (let step = 0; start !== undefined && step < usable; step++) {
    const address = block.first + reservedFirst + ((start + step) % usable);
    if (isTaken(context, vswitch, address)) continue;
    if (!kept.some((other) => containsAddress(other, address))) return formatAddress(address);
  }
  throw fault(codeFor(context, 'QuotaExceeded.PrivateIpAddress', 'InvalidVSwitchId.IpNotEnough'), {
    VSwitchId: vswitch.id,
    CidrBlock: vswitch.cidrBlock,
  });
};
