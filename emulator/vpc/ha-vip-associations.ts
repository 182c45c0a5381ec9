import type { Context, Transitions, VpcOperation } from '../context.ts';
import { readChoice } from '../ecs/choices.ts';
import type { HaVip } from '../state/rows/ha-vip.ts';
import { fault } from '../wire/fault.ts';
import { removeInstance, settleHaVip } from './ha-vip-instances.ts';
import { requireHaVip } from './lookup.ts';

/** Lifelike time until an instance is bound or free; milliseconds. */
const associationTime = 2_000;

/** Instances that one HAVIP is bound to (VPC docs, Limits). */
const maxInstances = 10;

const settled = 'ha-vip.settled';

const instanceTypes = ['EcsInstance', 'NetworkInterface'] as const;

/** Binds an HAVIP to an instance or a network interface of its VSwitch; all that it is bound to is of one type. */
export const associateHaVip: VpcOperation<'AssociateHaVip'> = (request, context) => {
  const haVip = requireResting(context, request.haVipId);
  const { instanceId } = request;
  const type = readChoice('InstanceType', request.instanceType, instanceTypes);
  checkTarget(context, haVip, instanceId, type);
  const bound = haVip.associatedInstanceIds;
  if (bound.includes(instanceId)) throw fault('InvalidAssociation.Duplicated', { InstanceId: instanceId });
  if (bound.length >= maxInstances) throw fault('QuotaExceeded.HaVipInstance', { Limit: maxInstances });
  if (bound.length > 0 && haVip.associatedInstanceType !== type) {
    throw fault('InvalidParameter', {
      Parameter: 'InstanceType',
      Reason: `the HAVIP is bound to the type ${haVip.associatedInstanceType}`,
    });
  }
  context.tables.haVips.update(haVip.id, {
    status: 'Associating',
    associatedInstanceType: type,
    associatedInstanceIds: [...bound, instanceId],
  });
  context.schedule(associationTime, settled, haVip.id);
  return {};
};

/** @throws Fault IncorrectHaVipStatus while something is happening to it */
const requireResting = (context: Context, haVipId: string): HaVip => {
  const haVip = requireHaVip(context, haVipId);
  if (haVip.status !== 'Available' && haVip.status !== 'InUse') {
    throw fault('IncorrectHaVipStatus', { Id: haVip.id, Status: haVip.status });
  }
  return haVip;
};

/** @throws Fault InvalidInstanceId.NotFound, IncorrectInstanceStatus, InvalidVSwitchId.NotFound */
const checkTarget = (
  context: Context,
  haVip: HaVip,
  instanceId: string,
  type: (typeof instanceTypes)[number],
): void => {
  const { instances, networkInterfaces } = context.tables;
  const table = type === 'EcsInstance' ? instances : networkInterfaces;
  const target = table.getOwn(instanceId, context);
  if (target === undefined) throw fault('InvalidInstanceId.NotFound', { InstanceId: instanceId });
  if (target.vswitchId !== haVip.vswitchId) {
    throw fault('InvalidVSwitchId.NotFound', { VSwitchId: target.vswitchId });
  }
  const status = instances.get(instanceId)?.status ?? 'Running';
  if (status !== 'Running' && status !== 'Stopped') {
    throw fault('IncorrectInstanceStatus', { InstanceId: instanceId, Status: status });
  }
};

/** Takes an instance from an HAVIP. @throws Fault InvalidAssociation.NotExists */
export const unassociateHaVip: VpcOperation<'UnassociateHaVip'> = ({ haVipId, instanceId }, context) => {
  const haVip = requireResting(context, haVipId);
  if (!haVip.associatedInstanceIds.includes(instanceId)) {
    throw fault('InvalidAssociation.NotExists', { Id: haVip.id });
  }
  removeInstance(context, haVip, instanceId);
  context.tables.haVips.update(haVip.id, { status: 'Unassociating' });
  context.schedule(associationTime, settled, haVip.id);
  return {};
};

export const haVipAssociationTransitions: Transitions = {
  [settled]: (id, context) => settleHaVip(context, id),
};
