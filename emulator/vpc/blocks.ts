import type { Context } from '../context.ts';
import type { Vpc, VSwitch } from '../state/rows/network.ts';
import { fault } from '../wire/fault.ts';
import { containsBlock, overlap, parseCidr } from './cidr.ts';
import type { CidrBlock } from './cidr.ts';

const block = (text: string): CidrBlock => {
  const parsed = parseCidr(text);
  if (parsed === undefined) throw new Error(`${text} is no CIDR block`);
  return parsed;
};

/** Ranges that no VPC can have (API page CreateVpc, CidrBlock). */
const reservedRanges = ['100.64.0.0/10', '224.0.0.0/4', '127.0.0.0/8', '169.254.0.0/16'].map(block);

/** 100.64.0.0/10 is the cloud's own: services are reached there. */
export const serviceRange = '100.64.0.0/10';

/**
 * Reads the block of a VPC, primary or secondary: a mask of 8 to 28 bits, outside the reserved ranges.
 * @throws Fault InvalidParameter
 */
export const readVpcBlock = (context: Context, text: string, parameter = 'CidrBlock'): CidrBlock => {
  const refuse = (reason: string): never => {
    throw fault('InvalidParameter', { Parameter: parameter, Reason: `${text} ${reason}` });
  };
  const parsed = parseCidr(text) ?? refuse('is no CIDR block');
  if (!context.enforces('vpc.cidr-range')) return parsed;
  if (parsed.mask < 8 || parsed.mask > 28) return refuse('must have a mask of 8 to 28 bits');
  if (reservedRanges.some((range) => overlap(range, parsed))) return refuse('is in a reserved range');
  return parsed;
};

/** Every IPv4 block of a VPC, the primary one first. */
export const blocksOf = (vpc: Vpc): CidrBlock[] => [vpc.cidrBlock, ...vpc.secondaryCidrBlocks].map(block);

/** A VSwitch of the VPC that lies in none of these blocks. */
export const vswitchOutside = (
  { tables }: Context,
  vpc: Vpc,
  blocks: readonly CidrBlock[],
): VSwitch | undefined =>
  tables.vswitches
    .by('vpcId', vpc.id)
    .toArray()
    .find(({ cidrBlock }) => !blocks.some((outer) => containsBlock(outer, block(cidrBlock))));

/**
 * Reads and checks the block of a new VSwitch (API page CreateVSwitch, CidrBlock).
 * @throws Fault InvalidCidrBlock.Malformed, InvalidCirdrBlock.MaskLength, InvalidParameter,
 *   InvalidCidrBlock.Overlapped
 */
export const checkVSwitchBlock = (context: Context, vpc: Vpc, text: string): void => {
  const parsed = parseCidr(text);
  if (parsed === undefined) throw fault('InvalidCidrBlock.Malformed', { CidrBlock: text });
  if (context.enforces('vswitch.cidr-mask') && (parsed.mask < 16 || parsed.mask > 29)) {
    throw fault('InvalidCirdrBlock.MaskLength', { CidrBlock: text });
  }
  const isInside = blocksOf(vpc).some((outer) => containsBlock(outer, parsed));
  if (context.enforces('vswitch.cidr-in-vpc') && !isInside) {
    throw fault('InvalidParameter', {
      Parameter: 'CidrBlock',
      Reason: `${text} is not in a block of the VPC (${[vpc.cidrBlock, ...vpc.secondaryCidrBlocks].join(', ')})`,
    });
  }
  if (!context.enforces('vswitch.cidr-overlap')) return;
  const other = neighbourOverlapping(context, vpc, parsed);
  if (other !== undefined) throw fault('InvalidCidrBlock.Overlapped', { CidrBlock: text, Other: other });
};

/** A VSwitch that overlaps the block, or a custom route that goes to it or to a part of it. */
const neighbourOverlapping = ({ tables }: Context, vpc: Vpc, parsed: CidrBlock): string | undefined => {
  for (const { id, cidrBlock } of tables.vswitches.by('vpcId', vpc.id)) {
    if (overlap(block(cidrBlock), parsed)) return `${cidrBlock} of ${id}`;
  }
  for (const { entries } of tables.routeTables.by('vpcId', vpc.id)) {
    const route = entries.find(
      ({ type, destinationCidrBlock }) =>
        type === 'Custom' && containsBlock(parsed, parseCidr(destinationCidrBlock) ?? parsed),
    );
    if (route !== undefined) return `the route to ${route.destinationCidrBlock}`;
  }
  return undefined;
};

/**
 * Reads UserCidr, "10.0.0.0/8,192.168.0.0/16".
 * @throws Fault InvalidUserCidr.Quota, InvalidUserCidr.Malformed, InvalidParameter
 */
export const readUserCidrs = (text: string | undefined): string[] => {
  const blocks = (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (blocks.length > 3) throw fault('InvalidUserCidr.Quota');
  for (const userBlock of blocks) {
    const parsed = parseCidr(userBlock);
    if (parsed === undefined) {
      throw fault('InvalidParameter', { Parameter: 'UserCidr', Reason: `${userBlock} is no CIDR block` });
    }
    if (overlap(parsed, block(serviceRange)))
      throw fault('InvalidUserCidr.Malformed', { CidrBlock: userBlock });
  }
  return blocks;
};
