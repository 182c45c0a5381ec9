import type { VpcOperation } from '../context.ts';
import { fault } from '../wire/fault.ts';
import { given } from './changes.ts';
import type { CidrBlock } from './cidr.ts';
import { containsBlock, formatAddress, overlap, parseCidr } from './cidr.ts';
import { createVpc } from './vpcs.ts';
import { createVSwitch } from './vswitches.ts';

/** What a default VPC has, and the mask of the default VSwitches in it (VPC docs, Default VPC). */
const defaultVpcBlock = '172.16.0.0/12';
const defaultVSwitchMask = 20;

/** Makes the region's default VPC, of which there is one. */
export const createDefaultVpc: VpcOperation<'CreateDefaultVpc'> = (request, context) => {
  const { vpcs } = context.tables;
  if ([...vpcs.list(context)].some(({ isDefault }) => isDefault))
    throw fault('InvalidOperation.ExistDefaultVpc');
  const { enableIpv6, ipv6CidrBlock, resourceGroupId } = request;
  const made = createVpc(
    {
      ...given({ enableIpv6, ipv6CidrBlock, resourceGroupId }),
      cidrBlock: defaultVpcBlock,
      regionId: context.regionId,
    },
    context,
  );
  if (made.vpcId !== undefined) vpcs.update(made.vpcId, { isDefault: true });
  return made;
};

/** Makes the default VSwitch of a zone in the default VPC, in the first block that is free. */
export const createDefaultVSwitch: VpcOperation<'CreateDefaultVSwitch'> = (request, context) => {
  const { vpcs, vswitches } = context.tables;
  const vpc = [...vpcs.list(context)].find(({ isDefault }) => isDefault);
  if (vpc === undefined) throw fault('InvalidDefaultVpc.NotFound');
  const inside = vswitches.by('vpcId', vpc.id).toArray();
  if (inside.some(({ isDefault, zoneId }) => isDefault && zoneId === request.zoneId)) {
    throw fault('InvalidOperation.ExistDefaultVSwitch', { ZoneId: request.zoneId });
  }
  const cidrBlock = firstFree(
    vpc.cidrBlock,
    inside.map((vswitch) => vswitch.cidrBlock),
  );
  const { zoneId, ipv6CidrBlock } = request;
  const made = createVSwitch({ ...given({ ipv6CidrBlock }), zoneId, vpcId: vpc.id, cidrBlock }, context);
  if (made.vSwitchId !== undefined) vswitches.update(made.vSwitchId, { isDefault: true });
  return made;
};

/** @throws Fault InvalidCidrBlock.Overlapped where none is left */
const firstFree = (outer: string, taken: readonly string[]): string => {
  const whole = parseCidr(outer);
  const blocks = taken.flatMap((text) => parseCidr(text) ?? []);
  const size = 2 ** (32 - defaultVSwitchMask);
  const fits = (block: CidrBlock): boolean => whole !== undefined && containsBlock(whole, block);
  for (let first = whole?.first ?? 0; fits({ first, mask: defaultVSwitchMask }); first += size) {
    const block = { first, mask: defaultVSwitchMask };
    if (!blocks.some((other) => overlap(block, other)))
      return `${formatAddress(first)}/${defaultVSwitchMask}`;
  }
  throw fault('InvalidCidrBlock.Overlapped', { CidrBlock: outer, Other: 'all of its VSwitches' });
};
