import { findRegion } from '../catalog/regions.ts';
import { isSoldIn } from '../catalog/supply.ts';
import type { Context } from '../context.ts';
import type { VSwitch } from '../state/rows/network.ts';
import type { SecurityGroup } from '../state/rows/security-group.ts';
import { fault } from '../wire/fault.ts';
import type { LaunchInterface, LaunchRequest } from './instance-launch-request.ts';

/** Where an instance goes: its VSwitch decides on zone and VPC. */
export interface Placement {
  readonly vswitch: VSwitch;
  readonly securityGroupIds: readonly string[];
  /** Empty where the caller leaves it to ECS. */
  readonly privateIpAddress: string;
  readonly ipv6Addresses: readonly string[];
  readonly ipv6AddressCount: number;
  /** The primary one of NetworkInterface.N, where it is given so. */
  readonly primaryInterface: LaunchInterface | undefined;
  /** The others. */
  readonly secondaryInterfaces: readonly LaunchInterface[];
}

/**
 * Finds VSwitch and security groups, given flat or as the primary of NetworkInterface.N.
 * @throws Fault InvalidVSwitchId.NotFound, IncorrectVSwitchStatus, InvalidSecurityGroupId.NotFound,
 *   InvalidParameter.Mismatch, InvalidZoneId.NotFound, InvalidInstanceType.ZoneNotSupported, …
 */
export const placeInstance = (context: Context, request: LaunchRequest, instanceType: string): Placement => {
  const { zoneId = '' } = request;
  if (zoneId !== '' && findRegion(context.regionId)?.zones.every((zone) => zone.zoneId !== zoneId)) {
    throw fault('InvalidZoneId.NotFound', { ZoneId: zoneId });
  }
  const primary = request.networkInterface?.find((entry) => entry.instanceType === 'Primary');
  if (primary !== undefined && (request.vSwitchId ?? '') + (request.securityGroupId ?? '') !== '') {
    throw fault('InvalidParameter.Conflict', {
      Reason: 'a primary NetworkInterface.N has its own VSwitchId and SecurityGroupId',
    });
  }
  const network = primary ?? request;
  const groups = requireGroups(context, network);
  const vswitch = findVSwitch(context, network.vSwitchId ?? '', zoneId, groups[0]?.vpcId ?? '');
  checkSupply(context, vswitch, zoneId, instanceType);
  checkGroups(context, vswitch, groups);
  return {
    vswitch,
    securityGroupIds: groups.map(({ id }) => id),
    privateIpAddress: (primary === undefined ? request.privateIpAddress : primary.primaryIpAddress) ?? '',
    ipv6Addresses: network.ipv6Address ?? [],
    ipv6AddressCount: network.ipv6AddressCount ?? 0,
    primaryInterface: primary,
    secondaryInterfaces: request.networkInterface?.filter((entry) => entry !== primary) ?? [],
  };
};

/** @throws Fault InvalidVSwitchId.NotFound, IncorrectVSwitchStatus */
export const requireVSwitch = (context: Context, vswitchId: string): VSwitch => {
  const vswitch = context.tables.vswitches.getOwn(vswitchId, context);
  if (vswitch === undefined) throw fault('InvalidVSwitchId.NotFound', { VSwitchId: vswitchId });
  if (vswitch.status !== 'Available') throw fault('IncorrectVSwitchStatus', { VSwitchId: vswitchId });
  return vswitch;
};

/** Without a VSwitchId, the account's default VSwitch of the zone serves, if there is one. */
const findVSwitch = (context: Context, vswitchId: string, zoneId: string, vpcId: string): VSwitch => {
  if (vswitchId !== '') return requireVSwitch(context, vswitchId);
  const standard = [...context.tables.vswitches.list(context)].find(
    (vswitch) =>
      vswitch.isDefault &&
      (zoneId === '' || vswitch.zoneId === zoneId) &&
      (vpcId === '' || vswitch.vpcId === vpcId),
  );
  if (standard === undefined) throw fault('MissingParameter', { Parameter: 'VSwitchId' });
  return standard;
};

const checkSupply = (context: Context, vswitch: VSwitch, zoneId: string, instanceType: string): void => {
  if (zoneId !== '' && zoneId !== vswitch.zoneId && context.enforces('instance.zone-of-vswitch')) {
    throw fault('InvalidParameter.Mismatch', {
      Reason: `the VSwitch ${vswitch.id} is in the zone ${vswitch.zoneId}, not ${zoneId}`,
    });
  }
  if (!isSoldIn(instanceType, vswitch.zoneId) && context.enforces('instance.type-in-zone')) {
    throw fault('InvalidInstanceType.ZoneNotSupported', {
      InstanceType: instanceType,
      ZoneId: vswitch.zoneId,
    });
  }
};

/** Security groups of a request, one or several; each once. @throws Fault MissingParameter, InvalidSecurityGroupId.NotFound */
export const requireGroups = (
  context: Context,
  request: { readonly securityGroupId?: string; readonly securityGroupIds?: readonly string[] },
): SecurityGroup[] => {
  const { securityGroupId = '', securityGroupIds = [] } = request;
  if (securityGroupId !== '' && securityGroupIds.length > 0) {
    throw fault('InvalidParameter.Conflict', { Reason: 'SecurityGroupId and SecurityGroupIds.N' });
  }
  const ids = securityGroupId === '' ? [...new Set(securityGroupIds)] : [securityGroupId];
  if (ids.length === 0) throw fault('MissingParameter', { Parameter: 'SecurityGroupId' });
  return ids.map((id) => {
    const group = context.tables.securityGroups.getOwn(id, context);
    if (group === undefined) throw fault('InvalidSecurityGroupId.NotFound', { SecurityGroupId: id });
    return group;
  });
};

/** @throws Fault InvalidParameter.Mismatch for another VPC's groups, JoinedGroupLimitExceed */
export const checkGroups = (context: Context, vswitch: VSwitch, groups: readonly SecurityGroup[]): void => {
  const foreign = groups.find(({ vpcId }) => vpcId !== vswitch.vpcId);
  if (foreign !== undefined && context.enforces('instance.same-vpc')) {
    throw fault('InvalidParameter.Mismatch', {
      Reason: `the security group ${foreign.id} is not in the VPC of the VSwitch ${vswitch.id}`,
    });
  }
  const limit = context.quota('securityGroupsPerInstance');
  if (groups.length > limit && context.enforces('instance.groups-limit')) {
    throw fault('JoinedGroupLimitExceed', { Limit: limit });
  }
};
