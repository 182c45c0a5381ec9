import type { Context, TransitionContext } from '../context.ts';
import type { AutoProvisioningGroup } from '../state/rows/auto-provisioning-group.ts';
import { fault } from '../wire/fault.ts';

/** Transition in which a group tries to reach its target. */
export const provisioning = 'auto-provisioning-group.provision';

/** Lifelike time until a group notices what it has to do, in milliseconds. */
export const provisioningDelay = 3000;

/** Sum of what the members count; of spot or other instances only, where that is asked. */
export const capacityOf = ({ members }: Pick<AutoProvisioningGroup, 'members'>, isSpot?: boolean): number =>
  members.reduce(
    (sum, member) => (isSpot === undefined || member.isSpot === isSpot ? sum + member.capacity : sum),
    0,
  );

/**
 * Takes a released instance out of its group. A group of the type maintain then makes another one
 * (CreateAutoProvisioningGroup metadata, AutoProvisioningGroupType).
 */
export const leaveAutoProvisioningGroup = (context: TransitionContext, instanceId: string): void => {
  const groups = context.tables.autoProvisioningGroups;
  for (const { id, groupType, status, members } of groups.by('instanceId', instanceId).toArray()) {
    groups.update(id, { members: members.filter((member) => member.instanceId !== instanceId) });
    if (groupType === 'maintain' && status === 'active')
      context.schedule(provisioningDelay, provisioning, id);
  }
};

/**
 * The caller's group.
 * @throws Fault MissingParameter, InvalidAutoProvisioningGroupId.NotFound
 *   (provider v1.240.0, resource_alicloud_auto_provisioning_group.go:325)
 */
export const requireGroup = (context: Context, id: string): AutoProvisioningGroup => {
  if (id === '') throw fault('MissingParameter', { Parameter: 'AutoProvisioningGroupId' });
  const group = context.tables.autoProvisioningGroups.getOwn(id, context);
  if (group === undefined) throw fault('InvalidAutoProvisioningGroupId.NotFound', { Id: id });
  return group;
};
