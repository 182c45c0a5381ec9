import type { Context, EcsOperation } from '../context.ts';
import type { Instance } from '../state/rows/instance.ts';
import type { VSwitch } from '../state/rows/network.ts';
import { allocateAddress } from '../vpc/addresses.ts';
import { fault } from '../wire/fault.ts';
import { inRegionOf, requireNotLocked, requireOwnInstance, requireStatus } from './instance-lookup.ts';
import { checkGroups, requireGroups, requireVSwitch } from './instance-placement.ts';

type ModifyRequest = Parameters<EcsOperation<'ModifyInstanceVpcAttribute'>>[0];

/** Moves a Stopped instance to another VSwitch of its zone, to another VPC, or to another address. */
export const modifyInstanceVpcAttribute: EcsOperation<'ModifyInstanceVpcAttribute'> = (request, context) => {
  const instance = requireOwnInstance(context, request.instanceId);
  requireNotLocked(context, instance);
  if (context.enforces('instance.vpc-change-stopped-only')) requireStatus(instance, ['Stopped']);
  const there = inRegionOf(context, instance);
  const vswitch = requireTarget(there, instance, request);
  const groups = groupsAfter(there, instance, vswitch, request);
  move(there, instance, vswitch, groups, request.privateIpAddress ?? '');
  return {};
};

/** Without a VpcId, the VSwitch is one of the instance's VPC. */
const requireTarget = (
  context: Context,
  instance: Instance,
  { vSwitchId, vpcId = '' }: ModifyRequest,
): VSwitch => {
  const vswitch = requireVSwitch(context, vSwitchId);
  if (vswitch.vpcId !== (vpcId === '' ? instance.vpcId : vpcId)) {
    throw fault('InvalidVSwitchId.NotFound', { VSwitchId: vSwitchId });
  }
  if (vswitch.zoneId !== instance.zoneId) throw fault('InvalidVSwitchId.Mismatch', { VSwitchId: vSwitchId });
  return vswitch;
};

/** Another VPC needs groups of its own (ModifyInstanceVpcAttribute.md, VpcId and SecurityGroupId). */
const groupsAfter = (
  context: Context,
  instance: Instance,
  vswitch: VSwitch,
  { securityGroupId: ids = [] }: ModifyRequest,
): readonly string[] => {
  if (vswitch.vpcId === instance.vpcId) return instance.securityGroupIds;
  const groups = requireGroups(context, { securityGroupIds: ids });
  checkGroups(context, vswitch, groups);
  return groups.map(({ id }) => id);
};

const move = (
  context: Context,
  instance: Instance,
  vswitch: VSwitch,
  securityGroupIds: readonly string[],
  wanted: string,
): void => {
  const [primaryId = ''] = instance.networkInterfaceIds;
  const isSamePlace = vswitch.id === instance.vswitchId;
  if (isSamePlace && (wanted === '' || wanted === instance.privateIpAddress)) return;
  const address =
    wanted === '' ? allocateAddress(context, vswitch) : allocateAddress(context, vswitch, wanted);
  context.tables.networkInterfaces.update(primaryId, {
    vpcId: vswitch.vpcId,
    vswitchId: vswitch.id,
    privateIpAddress: address,
    privateIpAddresses: [address],
    securityGroupIds,
  });
  context.tables.instances.update(instance.id, {
    vpcId: vswitch.vpcId,
    vswitchId: vswitch.id,
    privateIpAddress: address,
    securityGroupIds,
  });
};
