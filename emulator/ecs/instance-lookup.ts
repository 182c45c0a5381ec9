import type { Context } from '../context.ts';
import type { Instance, InstanceStatus } from '../state/rows/instance.ts';
import { fault } from '../wire/fault.ts';
import type { ErrorCode } from '../wire/fault.ts';
import { readIds } from './id-lists.ts';

/** An own instance, in whichever region: most actions on one instance take no RegionId. */
export const findOwnInstance = ({ tables, accountId }: Context, instanceId: string): Instance | undefined => {
  const instance = tables.instances.get(instanceId);
  return instance?.accountId === accountId ? instance : undefined;
};

/** @throws Fault InvalidInstanceId.NotFound */
export const requireOwnInstance = (context: Context, instanceId: string): Instance => {
  const instance = findOwnInstance(context, instanceId);
  if (instance === undefined) throw fault('InvalidInstanceId.NotFound', { InstanceId: instanceId });
  return instance;
};

/** @throws Fault IncorrectInstanceStatus where the instance's status is none of these */
export const requireStatus = (instance: Instance, allowed: readonly InstanceStatus[]): void => {
  if (!allowed.includes(instance.status)) {
    throw fault('IncorrectInstanceStatus', { InstanceId: instance.id, Status: instance.status });
  }
};

/** What an instance that is neither starting nor stopping has. */
export const restingStatuses: readonly InstanceStatus[] = ['Running', 'Stopped'];

/** @throws Fault InstanceLockedForSecurity */
export const requireNotLocked = (context: Context, instance: Instance): void => {
  const isLocked = instance.operationLocks.some(({ lockReason }) => lockReason === 'security');
  if (isLocked && context.enforces('instance.locked')) {
    throw fault('InstanceLockedForSecurity', { InstanceId: instance.id });
  }
};

const maxIds = 100;

/**
 * InstanceIds: a JSON list of up to 100 ids.
 * @param code the error that the action's page names for anything else
 */
export const readInstanceIds = (text: string, code: ErrorCode = 'InvalidInstanceIds.Malformed'): string[] => {
  const ids = readIds(text, () => fault(code));
  if (ids.length > maxIds) throw fault(code);
  return ids;
};

/** Further actions of a call are in the instance's own region, whatever host was called. */
export const inRegionOf = (context: Context, instance: Instance): Context =>
  context.inRegion(instance.regionId);
