import type { Context, Transitions, VpcOperation } from '../context.ts';
import { readChoice } from '../ecs/choices.ts';
import { equals, isOneOf, matchesAll } from '../ecs/filters.ts';
import { pageByToken } from '../ecs/paging.ts';
import { readTags, tagFilter } from '../ecs/tags.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { VSwitch } from '../state/rows/network.ts';
import type { VSwitchCidrReservation } from '../state/rows/vpc-options.ts';
import { becomes } from '../status-change.ts';
import { fault } from '../wire/fault.ts';
import { prefixMask, reservedBlocksIn } from './addresses.ts';
import { given } from './changes.ts';
import { addressCount, containsBlock, formatAddress, overlap, parseCidr } from './cidr.ts';
import type { CidrBlock } from './cidr.ts';
import { found, requireVSwitch } from './lookup.ts';
import { readText } from './names.ts';
import { newRow } from './new-row.ts';
import { toVpcTagList } from './vpc-tags.ts';

/** Lifelike time until a block is reserved; milliseconds. */
const creationTime = 2_000;

const assigned = 'vswitch-cidr-reservation.assigned';

type CreateRequest = Parameters<VpcOperation<'CreateVSwitchCidrReservation'>>[0];

/** Reserves a block of a VSwitch: the one that is named, or a free one of the asked-for mask. */
export const createVSwitchCidrReservation: VpcOperation<'CreateVSwitchCidrReservation'> = (
  request,
  context,
) => {
  const vswitch = requireVSwitch(context, request.vSwitchId);
  const ipVersion = readChoice('IpVersion', request.ipVersion, ['IPv4', 'IPv6']);
  const row = context.tables.vswitchCidrReservations.insert({
    ...newRow(context, 'vcr'),
    status: 'Assigning',
    vSwitchCidrReservationName:
      readText('VSwitchCidrReservationName', request.vSwitchCidrReservationName) ?? '',
    vSwitchCidrReservationDescription:
      readText('VSwitchCidrReservationDescription', request.vSwitchCidrReservationDescription) ?? '',
    vSwitchCidrReservationCidr:
      ipVersion === 'IPv4' ? ipv4Block(context, vswitch, request) : ipv6Block(vswitch, request),
    ipVersion,
    type: readChoice('VSwitchCidrReservationType', request.vSwitchCidrReservationType, [
      'Prefix',
      'Explicit',
    ]),
    vpcId: vswitch.vpcId,
    vswitchId: vswitch.id,
    tags: readTags(request.tag, context),
  });
  context.schedule(creationTime, assigned, row.id);
  return { vSwitchCidrReservationId: row.id };
};

/** @throws Fault InvalidParameter, InvalidCidrBlock.Overlapped */
const ipv4Block = (context: Context, vswitch: VSwitch, request: CreateRequest): string => {
  const { vSwitchCidrReservationCidr: wanted = '', vSwitchCidrReservationMask: maskText = '' } = request;
  const outer = parseCidr(vswitch.cidrBlock);
  const taken = reservedBlocksIn(context, vswitch.id);
  const isFree = (block: CidrBlock): boolean => !taken.some((other) => overlap(other, block));
  if (wanted !== '') {
    const block = parseCidr(wanted);
    if (
      block === undefined ||
      outer === undefined ||
      !containsBlock(outer, block) ||
      block.mask > prefixMask
    ) {
      throw fault('InvalidParameter', {
        Parameter: 'VSwitchCidrReservationCidr',
        Reason: `${wanted} is no block of at most ${prefixMask} bits in ${vswitch.cidrBlock}`,
      });
    }
    if (!isFree(block))
      throw fault('InvalidCidrBlock.Overlapped', { CidrBlock: wanted, Other: 'a reserved block' });
    return wanted;
  }
  const mask = Number(maskText);
  if (outer === undefined || !Number.isInteger(mask) || mask < outer.mask || mask > prefixMask) {
    throw fault('InvalidParameter', {
      Parameter: 'VSwitchCidrReservationMask',
      Reason: `it is from ${outer?.mask ?? 16} to ${prefixMask}`,
    });
  }
  for (
    let first = outer.first;
    containsBlock(outer, { first, mask });
    first += addressCount({ first, mask })
  ) {
    if (isFree({ first, mask })) return `${formatAddress(first)}/${mask}`;
  }
  throw fault('InvalidCidrBlock.Overlapped', { CidrBlock: vswitch.cidrBlock, Other: 'its reserved blocks' });
};

/** A /80 or so of the VSwitch's /64. @throws Fault InvalidParameter */
const ipv6Block = (vswitch: VSwitch, { vSwitchCidrReservationCidr: wanted = '' }: CreateRequest): string => {
  const prefix = vswitch.ipv6CidrBlock.replace(/::\/\d+$/, '');
  if (prefix !== '' && wanted.startsWith(prefix)) return wanted;
  throw fault('InvalidParameter', {
    Parameter: 'VSwitchCidrReservationCidr',
    Reason: `${wanted} is not in the IPv6 block of the VSwitch`,
  });
};

/** @throws Fault ResourceNotFound.VSwitchCidrReservation */
const requireReservation = (context: Context, id: string): VSwitchCidrReservation =>
  found(
    context.tables.vswitchCidrReservations.getOwn(id, context),
    'ResourceNotFound.VSwitchCidrReservation',
    id,
  );

/** Changes name and description. */
export const modifyVSwitchCidrReservationAttribute: VpcOperation<'ModifyVSwitchCidrReservationAttribute'> = (
  request,
  context,
) => {
  const { id } = requireReservation(context, request.vSwitchCidrReservationId);
  context.tables.vswitchCidrReservations.update(
    id,
    given({
      vSwitchCidrReservationName: readText('VSwitchCidrReservationName', request.vSwitchCidrReservationName),
      vSwitchCidrReservationDescription: readText(
        'VSwitchCidrReservationDescription',
        request.vSwitchCidrReservationDescription,
      ),
    }),
  );
  return {};
};

export const deleteVSwitchCidrReservation: VpcOperation<'DeleteVSwitchCidrReservation'> = (
  request,
  context,
) => {
  context.tables.vswitchCidrReservations.delete(
    requireReservation(context, request.vSwitchCidrReservationId).id,
  );
  return {};
};

/** Lists the caller's reserved blocks in the region, newest first. */
export const listVSwitchCidrReservations: VpcOperation<'ListVSwitchCidrReservations'> = (
  request,
  context,
) => {
  const matches = matchesAll<VSwitchCidrReservation>([
    isOneOf(request.vSwitchCidrReservationIds, ({ id }) => id),
    equals(request.vSwitchId, ({ vswitchId }) => vswitchId),
    equals(request.ipVersion, ({ ipVersion }) => ipVersion),
    equals(request.vSwitchCidrReservationType, ({ type }) => type),
    tagFilter(request.tags),
  ]);
  const rows = context.tables.vswitchCidrReservations.list(context).toArray().filter(matches);
  const { items, info } = pageByToken(rows, request, context);
  return { ...info, vSwitchCidrReservations: items.map(describe) };
};

const describe = (row: VSwitchCidrReservation) => ({
  vSwitchCidrReservationId: row.id,
  vSwitchCidrReservationName: row.vSwitchCidrReservationName,
  vSwitchCidrReservationDescription: row.vSwitchCidrReservationDescription,
  vSwitchCidrReservationCidr: row.vSwitchCidrReservationCidr,
  status: row.status,
  type: row.type,
  ipVersion: row.ipVersion,
  vpcId: row.vpcId,
  vSwitchId: row.vswitchId,
  creationTime: toIsoSeconds(row.createdAt),
  // No interface of this emulator takes a prefix.
  assignedCidrCount: 0,
  availableCidrCount: prefixesIn(row),
  tags: toVpcTagList(row.tags),
});

const prefixesIn = ({ vSwitchCidrReservationCidr }: VSwitchCidrReservation): number => {
  const block = parseCidr(vSwitchCidrReservationCidr);
  return block === undefined ? 0 : 2 ** (prefixMask - block.mask);
};

export const vswitchCidrReservationTransitions: Transitions = {
  [assigned]: becomes(({ vswitchCidrReservations }) => vswitchCidrReservations, 'Assigned'),
};
