import type { Context, EcsOperation } from '../context.ts';
import type { Instance } from '../state/rows/instance.ts';
import { fault } from '../wire/fault.ts';
import { requireOwnInstance } from './instance-lookup.ts';
import { releaseInstance } from './instance-release.ts';

interface Release {
  readonly force?: boolean;
  readonly terminateSubscription?: boolean;
}

/** Releases an instance with its primary interface, its public address and the disks that go with it. */
export const deleteInstance: EcsOperation<'DeleteInstance'> = (request, context) => {
  release(context, requireOwnInstance(context, request.instanceId), request);
  return {};
};

const maxInstances = 100;

/** Releases up to 100 instances, all or none. */
export const deleteInstances: EcsOperation<'DeleteInstances'> = (request, context) => {
  if (request.instanceId.length > maxInstances) throw fault('InvalidInstanceIds.Malformed');
  for (const id of new Set(request.instanceId)) release(context, requireOwnInstance(context, id), request);
  return {};
};

const release = (context: Context, instance: Instance, request: Release): void => {
  checkReleasable(context, instance, request);
  releaseInstance(context, instance.id);
};

/** @throws Fault as DeleteInstance's page lists them (state-machines.json, DeleteInstance) */
const checkReleasable = (context: Context, instance: Instance, request: Release): void => {
  const { id, status } = instance;
  if (status === 'Pending') throw fault('IncorrectInstanceStatus.Initializing', { InstanceId: id });
  if (instance.deletionProtection && context.enforces('instance.deletion-protection')) {
    throw fault('InvalidOperation.DeletionProtection', { InstanceId: id });
  }
  const isPaidFor = instance.expiresAt !== null && instance.expiresAt > context.now;
  if (
    isPaidFor &&
    request.terminateSubscription !== true &&
    context.enforces('instance.subscription-release')
  ) {
    throw fault('ChargeTypeViolation', { InstanceId: id });
  }
  if (status !== 'Stopped' && request.force !== true && context.enforces('instance.delete-stopped-only')) {
    throw fault('IncorrectInstanceStatus', { InstanceId: id, Status: status });
  }
};
