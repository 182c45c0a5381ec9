import type { TransitionContext, Transitions } from '../context.ts';
import type { AutoSnapshotPolicy } from '../state/rows/snapshot-policy.ts';
import { insertSnapshot } from './snapshot-rows.ts';

const hour = 60 * 60_000;
const day = 24 * hour;

/** The cloud's policies run by UTC+8 (CreateAutoSnapshotPolicy.md, timePoints). */
const offset = 8 * hour;

/** Most automatic snapshots of a disk; the oldest makes room (limits page). */
const maxAutomatic = 1000;

/** When a policy runs next after a time; milliseconds. */
export const nextRunOf = (
  { timePoints, repeatWeekdays }: Pick<AutoSnapshotPolicy, 'timePoints' | 'repeatWeekdays'>,
  after: number,
): number => {
  const today = Math.floor((after + offset) / day) * day;
  for (let days = 0; days <= 7; days++) {
    const midnight = today + days * day;
    const weekday = ((new Date(midnight).getUTCDay() + 6) % 7) + 1;
    if (!repeatWeekdays.includes(weekday)) continue;
    const next = Math.min(
      ...timePoints.map((point) => midnight + point * hour - offset).filter((time) => time > after),
    );
    if (Number.isFinite(next)) return next;
  }
  return after + 7 * day;
};

/** Has a policy run at its next time on the clock. */
export const scheduleNextRun = (
  policy: AutoSnapshotPolicy,
  context: Pick<TransitionContext, 'now' | 'scheduleAt'>,
): void => {
  context.scheduleAt(nextRunOf(policy, context.now), 'snapshot-policy.run', policy.id);
};

export const snapshotPolicyTransitions: Transitions = {
  'snapshot-policy.run': (policyId, context) => {
    const policy = context.tables.snapshotPolicies.get(policyId);
    if (policy === undefined || !isDue(policy, context.now)) return;
    for (const disk of context.tables.disks.by('autoSnapshotPolicyId', policyId)) {
      if (disk.enableAutoSnapshot && (disk.status === 'In_use' || disk.status === 'Available')) {
        makeSnapshot(policy, disk.id, context);
      }
    }
    scheduleNextRun(policy, context);
  },
  'snapshot.expired': (snapshotId, { tables }) => tables.snapshots.delete(snapshotId),
};

/** A run that was scheduled before the policy was changed is none any more. */
const isDue = (policy: AutoSnapshotPolicy, now: number): boolean => nextRunOf(policy, now - 1) === now;

const makeSnapshot = (policy: AutoSnapshotPolicy, diskId: string, context: TransitionContext): void => {
  const { snapshots, disks } = context.tables;
  const disk = disks.get(diskId);
  if (disk === undefined) return;
  const automatic = [...snapshots.by('sourceDiskId', diskId)].filter(
    ({ snapshotType }) => snapshotType === 'auto',
  );
  if (automatic.some(({ createdAt }) => createdAt === context.now)) return;
  const oldest = automatic[maxAutomatic - 1];
  if (oldest !== undefined) snapshots.delete(oldest.id);
  const snapshot = insertSnapshot(context, disk, {
    // "auto" in front is for automatic snapshots (CreateSnapshot.md, SnapshotName).
    snapshotName: `auto2.0_${compactDay(context.now)}_${policy.id}`,
    snapshotType: 'auto',
    retentionDays: Math.max(0, policy.retentionDays),
  });
  if (policy.retentionDays > 0) {
    context.scheduleAt(context.now + policy.retentionDays * day, 'snapshot.expired', snapshot.id);
  }
};

const compactDay = (time: number): string =>
  new Date(time + offset).toISOString().slice(0, 10).replaceAll('-', '');
