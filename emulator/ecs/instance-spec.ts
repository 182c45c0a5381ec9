import { findInstanceType } from '../catalog/instance-types.ts';
import { isSoldIn } from '../catalog/supply.ts';
import type { Context, EcsOperation } from '../context.ts';
import type { Instance } from '../state/rows/instance.ts';
import { fault } from '../wire/fault.ts';
import {
  readInstanceIds,
  requireNotLocked,
  requireOwnInstance,
  requireStatus,
  restingStatuses,
} from './instance-lookup.ts';
import { newPublicAddress } from './instance-public-address.ts';
import {
  checkBandwidthIn,
  checkBandwidthOut,
  endOfPeriod,
  readChargeType,
  readCredit,
  readInternetChargeType,
  readPeriod,
} from './instance-settings.ts';

/** Changes the type of a Stopped instance that is paid as you go, or its bandwidth to the internet. */
export const modifyInstanceSpec: EcsOperation<'ModifyInstanceSpec'> = (request, context) => {
  const instance = requireOwnInstance(context, request.instanceId);
  requireNotLocked(context, instance);
  const {
    instanceType = '',
    internetMaxBandwidthIn: bandwidthIn,
    internetMaxBandwidthOut: bandwidthOut,
  } = request;
  if (instanceType !== '') {
    if (instance.instanceChargeType === 'PrePaid')
      throw fault('ChargeTypeViolation', { InstanceId: instance.id });
    changeType(context, instance, instanceType);
  }
  changeBandwidth(context, instance, { bandwidthIn, bandwidthOut });
  return {};
};

/** Changes the type of a Stopped subscription. */
export const modifyPrepayInstanceSpec: EcsOperation<'ModifyPrepayInstanceSpec'> = (request, context) => {
  const instance = requireOwnInstance(context, request.instanceId);
  requireNotLocked(context, instance);
  if (instance.instanceChargeType === 'PostPaid')
    throw fault('ChargeTypeViolation', { InstanceId: instance.id });
  changeType(context, instance, request.instanceType);
  return { orderId: '' };
};

const changeType = (context: Context, instance: Instance, instanceType: string): void => {
  const type = findInstanceType(instanceType);
  const isSold = isSoldIn(instanceType, instance.zoneId) || !context.enforces('instance.type-in-zone');
  if (type === undefined || !isSold) {
    throw fault('InvalidInstanceType.ValueNotSupported', { InstanceType: instanceType });
  }
  if (instance.status !== 'Stopped' && context.enforces('instance.type-change-stopped-only')) {
    throw fault('InvalidInstanceStatus.NotStopped', { InstanceId: instance.id, Status: instance.status });
  }
  context.tables.instances.update(instance.id, {
    instanceType,
    creditSpecification: readCredit(instance.creditSpecification === '' ? '' : 'Standard', type),
  });
};

interface Bandwidth {
  readonly bandwidthIn: number | undefined;
  readonly bandwidthOut: number | undefined;
}

const changeBandwidth = (context: Context, { id, ...instance }: Instance, asked: Bandwidth): void => {
  const { bandwidthIn, bandwidthOut } = asked;
  context.tables.instances.update(id, {
    internetMaxBandwidthIn:
      bandwidthIn === undefined ? instance.internetMaxBandwidthIn : checkBandwidthIn(bandwidthIn),
    internetMaxBandwidthOut:
      bandwidthOut === undefined ? instance.internetMaxBandwidthOut : checkBandwidthOut(bandwidthOut),
  });
};

/** Changes bandwidth to the internet and how it is charged; with AllocatePublicIp an address as well. */
export const modifyInstanceNetworkSpec: EcsOperation<'ModifyInstanceNetworkSpec'> = (request, context) => {
  const instance = requireOwnInstance(context, request.instanceId);
  requireNotLocked(context, instance);
  requireStatus(instance, restingStatuses);
  const { networkChargeType = '' } = request;
  const internetChargeType =
    networkChargeType === '' ? instance.internetChargeType : readInternetChargeType(networkChargeType);
  changeBandwidth(context, instance, {
    bandwidthIn: request.internetMaxBandwidthIn,
    bandwidthOut: request.internetMaxBandwidthOut,
  });
  const after = context.tables.instances.update(instance.id, { internetChargeType });
  if (
    request.allocatePublicIp === true &&
    after.internetMaxBandwidthOut > 0 &&
    after.publicIpAddress === null
  ) {
    context.tables.instances.update(instance.id, { publicIpAddress: newPublicAddress(context) });
  }
  return { orderId: '' };
};

/** Gives an instance a public address; it has one at most. */
export const allocatePublicIpAddress: EcsOperation<'AllocatePublicIpAddress'> = ({ instanceId }, context) => {
  const instance = requireOwnInstance(context, instanceId);
  requireNotLocked(context, instance);
  requireStatus(instance, restingStatuses);
  if (instance.publicIpAddress !== null || instance.eipAddress !== null) {
    throw fault('AllocatedAlready', { InstanceId: instanceId });
  }
  const publicIpAddress = newPublicAddress(context);
  context.tables.instances.update(instanceId, { publicIpAddress });
  return { ipAddress: publicIpAddress };
};

/** Makes subscriptions of what is paid as you go, and the other way round, with their disks if asked for. */
export const modifyInstanceChargeType: EcsOperation<'ModifyInstanceChargeType'> = (request, context) => {
  const asked = request.instanceChargeType ?? '';
  const chargeType = readChargeType(asked === '' ? 'PrePaid' : asked);
  const ids = readInstanceIds(request.instanceIds, 'InvalidParameter.InstanceIds');
  for (const id of ids) {
    const instance = requireOwnInstance(context, id);
    requireStatus(instance, restingStatuses);
    if (instance.instanceChargeType === chargeType) continue;
    const period = chargeType === 'PrePaid' ? readPeriod(request.period, request.periodUnit) : null;
    context.tables.instances.update(id, {
      instanceChargeType: chargeType,
      period,
      autoRenew: period === null ? null : { enabled: false, duration: 1 },
      expiresAt: period === null ? null : endOfPeriod(context.now, period),
      deletionProtection: period === null && instance.deletionProtection,
    });
    for (const disk of context.tables.disks.by('instanceId', id)) {
      if (disk.type === 'system' || request.includeDataDisks === true || chargeType === 'PostPaid') {
        context.tables.disks.update(disk.id, { diskChargeType: chargeType });
      }
    }
  }
  return {
    orderId: '',
    feeOfInstances: { feeOfInstance: ids.map((instanceId) => ({ instanceId, fee: '0', currency: 'CNY' })) },
  };
};
