import { findDedicatedHostType } from '../catalog/dedicated-host-types.ts';
import type { EcsOperation } from '../context.ts';
import { fault } from '../wire/fault.ts';
import { requireHost } from './dedicated-host-lookup.ts';
import { readHostSettings } from './dedicated-host-request.ts';
import { hostCreationTime } from './dedicated-host-transitions.ts';
import { readIds } from './id-lists.ts';
import { endOfPeriod, readAutoReleaseTime, readPeriod } from './instance-settings.ts';
import { readTags } from './tags.ts';
import { zoneOf } from './zone-lookup.ts';

/** Makes 1 to 100 like hosts. */
export const allocateDedicatedHosts: EcsOperation<'AllocateDedicatedHosts'> = (request, context) => {
  const { dedicatedHostType, quantity = 1, chargeType = '' } = request;
  if (findDedicatedHostType(dedicatedHostType) === undefined) {
    throw fault('InvalidDedicatedHostType.ValueNotSupported', { Type: dedicatedHostType });
  }
  if (quantity < 1 || quantity > 100) {
    throw fault('InvalidParameter', { Parameter: 'Quantity', Reason: 'it must be from 1 to 100' });
  }
  const zoneId = zoneOf(context, request.zoneId);
  const settings = readHostSettings(context, request, dedicatedHostType, zoneId);
  const charge = readHostCharge(chargeType, request.period, request.periodUnit, context.now);
  const autoReleaseTime =
    charge.chargeType === 'PrePaid' ? '' : readAutoReleaseTime(request.autoReleaseTime ?? '', context.now);
  const tags = readTags(request.tag, context);
  const ids = Array.from({ length: quantity }, () => {
    const host = context.tables.dedicatedHosts.insert({
      ...settings,
      ...charge,
      id: context.newId('dh'),
      accountId: context.accountId,
      regionId: context.regionId,
      status: 'Creating',
      dedicatedHostType,
      zoneId,
      machineId: context.randomText(32),
      autoReleaseTime,
      resourceGroupId: request.resourceGroupId ?? '',
      tags,
      createdAt: context.now,
    });
    context.schedule(hostCreationTime, 'dedicated-host.available', host.id);
    return host.id;
  });
  return { dedicatedHostIdSets: { dedicatedHostId: ids } };
};

/** @throws Fault InvalidInstanceChargeType.NotFound, InvalidPeriod, InvalidPeriodType.ValueNotSupported */
const readHostCharge = (chargeType: string, period: number | undefined, unit = 'Month', now: number) => {
  if (chargeType === '' || chargeType === 'PostPaid') {
    return { chargeType: 'PostPaid' as const, saleCycle: '', expiresAt: null };
  }
  if (chargeType !== 'PrePaid') throw fault('InvalidInstanceChargeType.NotFound', { Value: chargeType });
  const paid = readPeriod(period, unit);
  return { chargeType: 'PrePaid' as const, saleCycle: paid.unit, expiresAt: endOfPeriod(now, paid) };
};

/** Changes what the request names. */
export const modifyDedicatedHostAttribute: EcsOperation<'ModifyDedicatedHostAttribute'> = (
  request,
  context,
) => {
  const host = requireHost(context, request.dedicatedHostId);
  context.tables.dedicatedHosts.update(
    host.id,
    readHostSettings(context, request, host.dedicatedHostType, host.zoneId, host),
  );
  return {};
};

/** Sets when a host that is paid as you go is released, or, with no time, that it is not. */
export const modifyDedicatedHostAutoReleaseTime: EcsOperation<'ModifyDedicatedHostAutoReleaseTime'> = (
  request,
  context,
) => {
  const host = requireHost(context, request.dedicatedHostId);
  if (host.chargeType === 'PrePaid') throw fault('ChargeTypeViolation', { InstanceId: host.id });
  context.tables.dedicatedHosts.update(host.id, {
    autoReleaseTime: readAutoReleaseTime(request.autoReleaseTime ?? '', context.now),
  });
  return {};
};

/** Pays hosts by a period, or as they go. */
export const modifyDedicatedHostsChargeType: EcsOperation<'ModifyDedicatedHostsChargeType'> = (
  request,
  context,
) => {
  const hosts = readHostIds(request.dedicatedHostIds, 20).map((id) => requireHost(context, id));
  const chargeType = request.dedicatedHostChargeType ?? 'PrePaid';
  for (const host of hosts) {
    if (chargeType === 'PrePaid' && host.autoReleaseTime !== '') {
      throw fault('ReleaseTimeHaveBeenSet', { Id: host.id });
    }
    context.tables.dedicatedHosts.update(
      host.id,
      readHostCharge(chargeType, request.period, request.periodUnit, context.now),
    );
  }
  return {
    orderId: `2${String(context.randomInteger(1e13)).padStart(14, '0')}`,
    feeOfInstances: {
      feeOfInstance: hosts.map(({ id }) => ({ instanceId: id, fee: '0', currency: 'CNY' })),
    },
  };
};

/** Prolongs hosts that are paid by a period. */
export const renewDedicatedHosts: EcsOperation<'RenewDedicatedHosts'> = (request, context) => {
  const period = readPeriod(request.period, request.periodUnit ?? 'Month');
  for (const id of readHostIds(request.dedicatedHostIds, 100)) {
    const host = requireHost(context, id);
    if (host.expiresAt === null) throw fault('ChargeTypeViolation', { InstanceId: id });
    context.tables.dedicatedHosts.update(id, {
      expiresAt: endOfPeriod(host.expiresAt, period),
      saleCycle: period.unit,
    });
  }
  return { orderId: `2${String(context.randomInteger(1e13)).padStart(14, '0')}` };
};

/** @throws Fault InvalidParameter.InstanceIds */
const readHostIds = (text: string, most: number): string[] => {
  const ids = text.trim().startsWith('dh-') ? text.split(',') : readIds(text, refusal);
  if (ids.length === 0 || ids.length > most) throw refusal();
  return ids;
};

const refusal = (): ReturnType<typeof fault> => fault('InvalidParameter.InstanceIds');

/** Releases a host that is empty and paid as you go, or whose period is given up. */
export const releaseDedicatedHost: EcsOperation<'ReleaseDedicatedHost'> = (request, context) => {
  const host = requireHost(context, request.dedicatedHostId);
  if (host.status === 'Creating') throw fault('IncorrectHostStatus.Initializing', { Id: host.id });
  const isEmpty = context.tables.instances.by('dedicatedHostId', host.id).count === 0;
  if (!isEmpty && context.enforces('dedicated-host.release-empty-only')) {
    throw fault('InstanceExist', { Id: host.id });
  }
  const isPaidFor = host.expiresAt !== null && host.expiresAt > context.now;
  if (isPaidFor && request.terminateSubscription !== true) {
    throw fault('ChargeTypeViolation', { InstanceId: host.id });
  }
  context.tables.dedicatedHosts.delete(host.id);
  return {};
};
