import type { Context } from '../context.ts';
import type { Instance } from '../state/rows/instance.ts';
import type { SecurityGroup } from '../state/rows/security-group.ts';
import { fault } from '../wire/fault.ts';

/**
 * Puts an instance, and so its primary interface, into these groups instead of those that it is in.
 * @throws Fault InvalidInstanceId.Mismatch for groups of another VPC, InstanceSecurityGroupLimitExceeded
 */
export const setSecurityGroups = (
  context: Context,
  instance: Instance,
  groups: readonly SecurityGroup[],
): void => {
  checkMembership(context, instance.vpcId, groups);
  const securityGroupIds = groups.map(({ id }) => id);
  context.tables.instances.update(instance.id, { securityGroupIds });
  const [primaryId = ''] = instance.networkInterfaceIds;
  if (context.tables.networkInterfaces.get(primaryId) !== undefined) {
    context.tables.networkInterfaces.update(primaryId, { securityGroupIds });
  }
};

/** @throws Fault InvalidInstanceId.Mismatch, InstanceSecurityGroupLimitExceeded */
export const checkMembership = (context: Context, vpcId: string, groups: readonly SecurityGroup[]): void => {
  if (groups.some((group) => group.vpcId !== vpcId) && context.enforces('instance.same-vpc')) {
    throw fault('InvalidInstanceId.Mismatch');
  }
  const limit = context.quota('securityGroupsPerInstance');
  if (groups.length > limit && context.enforces('instance.groups-limit')) {
    throw fault('InstanceSecurityGroupLimitExceeded', { Limit: limit });
  }
};
