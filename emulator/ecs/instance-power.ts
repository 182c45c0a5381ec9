import type { Context, EcsOperation } from '../context.ts';
import type { RuleId } from '../rules/index.ts';
import type { Instance, InstanceStatus } from '../state/rows/instance.ts';
import { Fault, fault } from '../wire/fault.ts';
import { requireNotLocked, requireOwnInstance, requireStatus } from './instance-lookup.ts';
import { instanceDurations } from './instance-transitions.ts';

/** Starts a Stopped instance. */
export const startInstance: EcsOperation<'StartInstance'> = ({ instanceId }, context) => {
  start(context, instanceId);
  return {};
};

/** Stops a Running instance. */
export const stopInstance: EcsOperation<'StopInstance'> = ({ instanceId, stoppedMode }, context) => {
  stop(context, instanceId, stoppedMode);
  return {};
};

/** Restarts a Running instance. */
export const rebootInstance: EcsOperation<'RebootInstance'> = ({ instanceId }, context) => {
  reboot(context, instanceId);
  return {};
};

/** Starts up to 100 instances. */
export const startInstances: EcsOperation<'StartInstances'> = (request, context) =>
  forEachInstance(request, context, (id) => start(context, id));

/** Stops up to 100 instances. */
export const stopInstances: EcsOperation<'StopInstances'> = (request, context) =>
  forEachInstance(request, context, (id) => stop(context, id, request.stoppedMode));

/** Restarts up to 100 instances. */
export const rebootInstances: EcsOperation<'RebootInstances'> = (request, context) =>
  forEachInstance(request, context, (id) => reboot(context, id));

const start = (context: Context, instanceId: string): void => {
  const instance = ready(context, instanceId, 'Stopped', 'instance.start-stopped-only');
  context.tables.instances.update(instance.id, { status: 'Starting' });
  context.schedule(instanceDurations.starting, 'instance.running', instance.id);
};

const stop = (context: Context, instanceId: string, stoppedMode: string | undefined): void => {
  const instance = ready(context, instanceId, 'Running', 'instance.stop-running-only');
  context.tables.instances.update(instance.id, {
    status: 'Stopping',
    stoppedMode: readStoppedMode(instance, stoppedMode),
  });
  context.schedule(instanceDurations.stopping, 'instance.stopped', instance.id);
};

const reboot = (context: Context, instanceId: string): void => {
  const instance = ready(context, instanceId, 'Running', 'instance.reboot-running-only');
  context.tables.instances.update(instance.id, { status: 'Starting' });
  context.schedule(instanceDurations.starting, 'instance.running', instance.id);
};

const ready = (context: Context, instanceId: string, status: InstanceStatus, rule: RuleId): Instance => {
  const instance = requireOwnInstance(context, instanceId);
  requireNotLocked(context, instance);
  if (context.enforces(rule)) requireStatus(instance, [status]);
  return instance;
};

/**
 * Only what is paid as you go can stop to be charged; it is unless asked for (StopInstance.md, StoppedMode).
 * "Not-applicable" is what DescribeInstances says of a running instance, and the provider sends it back
 * (resource_alicloud_instance.go, v1.240.0).
 */
const readStoppedMode = ({ instanceChargeType }: Instance, mode = ''): Instance['stoppedMode'] => {
  if (!['', 'StopCharging', 'KeepCharging', 'Not-applicable'].includes(mode)) {
    throw fault('InvalidParameter', {
      Parameter: 'StoppedMode',
      Reason: 'it must be StopCharging or KeepCharging',
    });
  }
  return mode === 'StopCharging' && instanceChargeType === 'PostPaid' ? mode : 'KeepCharging';
};

interface BatchRequest {
  readonly instanceId: readonly string[];
  readonly batchOptimization?: string;
}

const maxInstances = 100;

/**
 * AllTogether, the default: if one instance refuses, nothing happens to any. SuccessFirst: each answers for
 * itself (StartInstances.md, BatchOptimization).
 */
const forEachInstance = (
  { instanceId: ids, batchOptimization: optimization = '' }: BatchRequest,
  context: Context,
  change: (instanceId: string) => void,
) => {
  if (ids.length > maxInstances) throw fault('InvalidInstanceIds.Malformed');
  if (!['', 'AllTogether', 'SuccessFirst'].includes(optimization)) {
    throw fault('InvalidParameter', {
      Parameter: 'BatchOptimization',
      Reason: 'it must be AllTogether or SuccessFirst',
    });
  }
  const statusOf = (id: string): string => {
    const instance = context.tables.instances.get(id);
    return instance?.accountId === context.accountId ? instance.status : '';
  };
  const instanceResponse = ids.map((id) => {
    const previousStatus = statusOf(id);
    const refusal = attempt(() => change(id));
    if (refusal !== undefined && optimization !== 'SuccessFirst') throw refusal;
    return {
      instanceId: id,
      previousStatus,
      currentStatus: statusOf(id),
      code: refusal?.code ?? '200',
      message: refusal?.message ?? 'success',
    };
  });
  return { instanceResponses: { instanceResponse } };
};

/** A refusal comes before any change, so nothing needs to be taken back. */
const attempt = (change: () => void): Fault | undefined => {
  try {
    change();
    return undefined;
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
};
