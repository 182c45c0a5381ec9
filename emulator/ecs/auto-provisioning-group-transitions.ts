import type { TransitionContext, Transitions } from '../context.ts';
import type {
  AutoProvisioningGroup,
  ProvisionedInstance,
  ProvisioningActivity,
} from '../state/rows/auto-provisioning-group.ts';
import { deliver } from './auto-provisioning-group-launch.ts';
import type { LaunchFailure } from './auto-provisioning-group-launch.ts';
import { capacityOf, provisioning } from './auto-provisioning-group-members.ts';
import { releaseInstance } from './instance-release.ts';

/** A group of the type maintain that could not be filled tries again; real time, whatever the pace. */
const retryInterval = 10 * 60_000;

const retrying = 'auto-provisioning-group.retry';

/** Activities that a group remembers. */
const rememberedActivities = 100;

/** Auto provisioning groups: they fill up, and end with their time or by being deleted. */
export const autoProvisioningGroupTransitions: Transitions = {
  [provisioning]: (id, context) => {
    const group = context.tables.autoProvisioningGroups.get(id);
    if (group === undefined || group.status === 'deleted-running') return;
    provision(context, group);
  },
  [retrying]: (id, context) => {
    const group = context.tables.autoProvisioningGroups.get(id);
    // What was done in the meantime has a retry of its own, or needs none.
    if (group?.status === 'active' && group.retryAt === context.now) provision(context, group);
  },
  'auto-provisioning-group.expired': (id, context) => {
    const group = context.tables.autoProvisioningGroups.get(id);
    if (group?.validUntil === context.now) dissolve(context, group, group.terminateInstancesWithExpiration);
  },
  'auto-provisioning-group.deleted': (id, context) => {
    const group = context.tables.autoProvisioningGroups.get(id);
    if (group?.status === 'deleted-running') dissolve(context, group, group.terminateInstances);
  },
};

/** The group is gone; its instances go with it or live on. */
const dissolve = (context: TransitionContext, group: AutoProvisioningGroup, terminates: boolean): void => {
  context.tables.autoProvisioningGroups.delete(group.id);
  if (!terminates) return;
  for (const { instanceId } of group.members) releaseInstance(context, instanceId);
};

/**
 * One task of a group: makes what is missing, takes out what is too much, and writes down what became of it.
 * @returns what stood in the way
 */
export const provision = (
  context: TransitionContext,
  group: AutoProvisioningGroup,
): readonly LaunchFailure[] => {
  const { autoProvisioningGroups } = context.tables;
  const { kept, removed } = scaleIn(group);
  const { made, failures } = scaleOut(context, { ...group, members: kept });
  const members = [...kept, ...made];
  const state = stateOf(members, group.target.total);
  const retries = group.groupType === 'maintain' && state !== 'fulfilled';
  const retryAt = retries ? context.now + retryInterval : null;
  autoProvisioningGroups.update(group.id, { members, state, retryAt, status: 'active' });
  if (retryAt !== null) context.scheduleAt(retryAt, retrying, group.id);
  const destroys = group.excessCapacityTerminationPolicy === 'termination';
  if (destroys) for (const { instanceId } of removed) releaseInstance(context, instanceId);
  if (made.length + removed.length + failures.length > 0) {
    remember(context, group, {
      createdInstanceIds: made.map(({ instanceId }) => instanceId),
      destroyedInstanceIds: destroys ? removed.map(({ instanceId }) => instanceId) : [],
      errors: failures.map(({ code, message }) => ({ code, message })),
      status: failures.length > 0 && made.length === 0 ? 'failed' : 'success',
    });
  }
  return failures;
};

const stateOf = (members: readonly ProvisionedInstance[], target: number): AutoProvisioningGroup['state'] => {
  if (capacityOf({ members }) >= target) return 'fulfilled';
  return members.length > 0 ? 'partial-fulfilled' : 'under-fulfilled';
};

/** Newest members leave as long as the total and what is asked of their sort are still there without them. */
const scaleIn = (group: AutoProvisioningGroup) => {
  let kept = [...group.members];
  const removed: ProvisionedInstance[] = [];
  for (const member of [...group.members].reverse()) {
    const without = { members: kept.filter((other) => other !== member) };
    const wanted = member.isSpot ? group.target.spot : group.target.payAsYouGo;
    if (capacityOf(without) < group.target.total || capacityOf(without, member.isSpot) < wanted) continue;
    kept = without.members;
    removed.push(member);
  }
  return { kept, removed };
};

/** What is asked of each sort, and then the difference to the total with the default sort. */
const scaleOut = (context: TransitionContext, group: AutoProvisioningGroup) => {
  const { total, payAsYouGo, spot, defaultType } = group.target;
  const made: ProvisionedInstance[] = [];
  const failures: LaunchFailure[] = [];
  const add = (missing: number, isSpot: boolean): void => {
    if (missing <= 0) return;
    const delivery = deliver(context, group, missing, isSpot);
    made.push(...delivery.made);
    failures.push(...delivery.failures);
  };
  add(payAsYouGo - capacityOf(group, false), false);
  add(spot - capacityOf(group, true), true);
  add(total - capacityOf(group) - capacityOf({ members: made }), defaultType === 'Spot');
  return { made, failures };
};

const remember = (
  context: TransitionContext,
  { id, regionId, activities }: AutoProvisioningGroup,
  activity: Omit<ProvisioningActivity, 'taskId' | 'startedAt' | 'endedAt'>,
): void => {
  const { now } = context;
  const taskId = context.newIdIn(regionId, 'apg-task');
  context.tables.autoProvisioningGroups.update(id, {
    activities: [...activities, { ...activity, taskId, startedAt: now, endedAt: now }].slice(
      -rememberedActivities,
    ),
  });
};
