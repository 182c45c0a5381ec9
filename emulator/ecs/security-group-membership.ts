import type { Context, EcsOperation } from '../context.ts';
import type { NetworkInterface } from '../state/rows/network-interface.ts';
import { fault } from '../wire/fault.ts';
import {
  inRegionOf,
  requireNotLocked,
  requireOwnInstance,
  requireStatus,
  restingStatuses,
} from './instance-lookup.ts';
import { requireSecondaryInterface } from './network-interface-lookup.ts';
import { requireSecurityGroup } from './security-group-lookup.ts';
import { checkMembership, setSecurityGroups } from './security-group-membership-rows.ts';

/** Puts an instance, or a secondary network interface, into a security group. */
export const joinSecurityGroup: EcsOperation<'JoinSecurityGroup'> = (request, context) => {
  const { securityGroupId, networkInterfaceId = '' } = request;
  if (networkInterfaceId !== '') {
    joinByInterface(context, requireSecondaryInterface(context, networkInterfaceId), securityGroupId);
    return {};
  }
  const instance = requireMember(context, request.instanceId);
  const there = inRegionOf(context, instance);
  const group = requireSecurityGroup(there, securityGroupId);
  if (instance.securityGroupIds.includes(group.id)) throw fault('InvalidInstanceId.AlreadyExists');
  const groups = [...instance.securityGroupIds.map((id) => requireSecurityGroup(there, id)), group];
  setSecurityGroups(there, instance, groups);
  return {};
};

/** Takes an instance, or a secondary network interface, out of a security group; one is left. */
export const leaveSecurityGroup: EcsOperation<'LeaveSecurityGroup'> = (request, context) => {
  const { securityGroupId, networkInterfaceId = '' } = request;
  if (networkInterfaceId !== '') {
    const row = requireSecondaryInterface(context, networkInterfaceId);
    const securityGroupIds = withoutGroup(context, row.securityGroupIds, securityGroupId);
    context.tables.networkInterfaces.update(row.id, { securityGroupIds });
    return {};
  }
  const instance = requireMember(context, request.instanceId);
  const there = inRegionOf(context, instance);
  requireSecurityGroup(there, securityGroupId);
  const left = withoutGroup(there, instance.securityGroupIds, securityGroupId);
  const groups = left.map((id) => requireSecurityGroup(there, id));
  setSecurityGroups(there, instance, groups);
  return {};
};

const requireMember = (context: Context, instanceId = '') => {
  if (instanceId === '') throw fault('MissingParameter', { Parameter: 'InstanceId' });
  const instance = requireOwnInstance(context, instanceId);
  requireNotLocked(context, instance);
  requireStatus(instance, restingStatuses);
  return instance;
};

const joinByInterface = (context: Context, row: NetworkInterface, securityGroupId: string): void => {
  const group = requireSecurityGroup(context, securityGroupId);
  if (row.securityGroupIds.includes(group.id)) throw fault('InvalidInstanceId.AlreadyExists');
  const groups = [...row.securityGroupIds.map((id) => requireSecurityGroup(context, id)), group];
  checkMembership(context, row.vpcId, groups);
  context.tables.networkInterfaces.update(row.id, { securityGroupIds: groups.map(({ id }) => id) });
};

const withoutGroup = (context: Context, ids: readonly string[], securityGroupId: string): string[] => {
  if (!ids.includes(securityGroupId)) {
    throw fault('InstanceNotInSecurityGroup', { SecurityGroupId: securityGroupId });
  }
  if (ids.length === 1 && context.enforces('security-group.last-group')) {
    throw fault('InstanceLastSecurityGroup');
  }
  return ids.filter((id) => id !== securityGroupId);
};
