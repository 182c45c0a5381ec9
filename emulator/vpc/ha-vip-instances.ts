import type { TransitionContext } from '../context.ts';
import type { HaVip } from '../state/rows/ha-vip.ts';

/** Takes an instance from an HAVIP; without any it has no type of instances either. */
export const removeInstance = ({ tables }: TransitionContext, haVip: HaVip, instanceId: string): void => {
  const left = haVip.associatedInstanceIds.filter((id) => id !== instanceId);
  tables.haVips.update(haVip.id, {
    associatedInstanceIds: left,
    ...(left.length === 0 ? { associatedInstanceType: '' as const } : {}),
  });
};

/** Gives an HAVIP the status that it has when nothing is happening to it. */
export const settleHaVip = ({ tables }: TransitionContext, id: string): void => {
  const haVip = tables.haVips.get(id);
  if (haVip === undefined) return;
  tables.haVips.update(id, { status: haVip.associatedInstanceIds.length > 0 ? 'InUse' : 'Available' });
};
