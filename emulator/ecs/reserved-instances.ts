import { findInstanceType } from '../catalog/instance-types.ts';
import type { Context, EcsOperation } from '../context.ts';
import { toIsoMinutes } from '../state/clock.ts';
import type { ReservedInstance } from '../state/rows/reservation.ts';
import { fault } from '../wire/fault.ts';
import { endOfPeriod } from './instance-settings.ts';
import { page } from './paging.ts';
import { checkReservationTexts, readStart } from './reservation-request.ts';
import { purchaseTime } from './reservation-transitions.ts';
import { readTags, tagFilter, toTagList } from './tags.ts';
import { zoneOf } from './zone-lookup.ts';

const offeringTypes: readonly string[] = ['All Upfront', 'Partial Upfront', 'No Upfront'];

type Purchase = Parameters<EcsOperation<'PurchaseReservedInstancesOffering'>>[0];

/** Buys a reserved instance for a period. It cannot be given back. */
export const purchaseReservedInstancesOffering: EcsOperation<'PurchaseReservedInstancesOffering'> = (
  request,
  context,
) => {
  const { reservedInstanceName = '', description = '', instanceAmount = 1 } = request;
  checkReservationTexts(reservedInstanceName, description);
  const { startsAt } = readStart(request.startTime, context.now);
  const period = readPeriod(request);
  const id = context.newId('ecsri');
  const row = context.tables.reservedInstances.insert({
    ...readOffer(context, request),
    id,
    accountId: context.accountId,
    regionId: context.regionId,
    status: 'Creating',
    reservedInstanceName: reservedInstanceName || `ri${id.slice('ecsri-'.length)}`,
    description,
    instanceAmount: readAmount(instanceAmount),
    startsAt,
    expiresAt: endOfPeriod(startsAt, period),
    renewal: {
      enabled: request.autoRenew ?? false,
      duration: request.autoRenewPeriod ?? 1,
      unit: period.unit,
    },
    resourceGroupId: request.resourceGroupId ?? '',
    tags: readTags(request.tag, context),
    createdAt: context.now,
  });
  context.schedule(purchaseTime, 'reserved-instance.ready', id);
  context.scheduleAt(row.expiresAt, 'reserved-instance.expired', id);
  return {
    orderId: `2${String(context.randomInteger(1e13)).padStart(14, '0')}`,
    reservedInstanceIdSets: { reservedInstanceId: [id] },
  };
};

const readAmount = (amount: number): number => {
  if (amount >= 1 && amount <= 50) return amount;
  throw fault('InvalidParameter', { Parameter: 'InstanceAmount', Reason: 'it must be from 1 to 50' });
};

/** One month, or one, three or five years (provider page reserved_instance, period). */
const readPeriod = ({ period = 1, periodUnit = 'Year' }: Purchase) => {
  if (periodUnit !== 'Year' && periodUnit !== 'Month') {
    throw fault('InvalidPeriodUnit.ValueNotSupported', { PeriodUnit: periodUnit });
  }
  if (!(periodUnit === 'Year' ? [1, 3, 5] : [1]).includes(period)) {
    throw fault('InvalidPeriod', { Period: period, PeriodUnit: periodUnit });
  }
  return { amount: period, unit: periodUnit } as const;
};

/** What is bought: type, scope and zone, payment and platform. */
const readOffer = (context: Context, request: Purchase) => {
  const { instanceType, offeringType: offering = '', platform = 'Linux', zoneId = '' } = request;
  const scope = request.scope === undefined || request.scope === '' ? 'Region' : request.scope;
  if (findInstanceType(instanceType) === undefined) {
    throw fault('InvalidInstanceType.ValueNotSupported', { InstanceType: instanceType });
  }
  if (scope !== 'Region' && scope !== 'Zone') {
    throw fault('InvalidParameter', { Parameter: 'Scope', Reason: 'it must be Region or Zone' });
  }
  if (scope === 'Zone' && zoneId === '') throw fault('MissingParameter', { Parameter: 'ZoneId' });
  const offeringType = offering === '' || offering === 'All' ? 'All Upfront' : offering;
  if (!offeringTypes.includes(offeringType)) {
    throw fault('InvalidParameter', {
      Parameter: 'OfferingType',
      Reason: `it must be ${offeringTypes.join(', ')}`,
    });
  }
  return {
    instanceType,
    offeringType,
    platform,
    scope,
    zoneId: scope === 'Zone' ? zoneOf(context, zoneId) : '',
  } as const;
};

export const modifyReservedInstanceAttribute: EcsOperation<'ModifyReservedInstanceAttribute'> = (
  request,
  context,
) => {
  const { reservedInstanceName = '', description } = request;
  const row = requireReserved(context, request.reservedInstanceId);
  checkReservationTexts(reservedInstanceName, description ?? '');
  context.tables.reservedInstances.update(row.id, {
    reservedInstanceName: reservedInstanceName || row.reservedInstanceName,
    description: description ?? row.description,
  });
  return { code: '200', httpStatusCode: 200, message: '' };
};

/** Has reserved instances renew themselves, or not. */
export const modifyReservedInstanceAutoRenewAttribute: EcsOperation<
  'ModifyReservedInstanceAutoRenewAttribute'
> = (request, context) => {
  const { reservedInstanceId: ids = [], renewalStatus = '', period, periodUnit } = request;
  if (!['', 'AutoRenewal', 'Normal'].includes(renewalStatus)) {
    throw fault('InvalidParameter', {
      Parameter: 'RenewalStatus',
      Reason: 'it must be AutoRenewal or Normal',
    });
  }
  for (const id of ids) {
    const { renewal } = requireReserved(context, id);
    context.tables.reservedInstances.update(id, {
      renewal: {
        enabled: renewalStatus === '' ? renewal.enabled : renewalStatus === 'AutoRenewal',
        duration: period ?? renewal.duration,
        unit: periodUnit === 'Year' || periodUnit === 'Month' ? periodUnit : renewal.unit,
      },
    });
  }
  return {};
};

export const describeReservedInstanceAutoRenewAttribute: EcsOperation<
  'DescribeReservedInstanceAutoRenewAttribute'
> = ({ reservedInstanceId: ids = [] }, context) => ({
  reservedInstanceRenewAttributes: {
    reservedInstanceRenewAttribute: ids.map((id) => {
      const { renewal } = requireReserved(context, id);
      return {
        reservedInstanceId: id,
        renewalStatus: renewal.enabled ? 'AutoRenewal' : 'Normal',
        duration: renewal.duration,
        periodUnit: renewal.unit,
      };
    }),
  },
});

/** @throws Fault InvalidReservedInstanceId.NotFound */
const requireReserved = (context: Context, id: string): ReservedInstance => {
  const row = context.tables.reservedInstances.getOwn(id, context);
  if (row === undefined) throw fault('InvalidReservedInstanceId.NotFound', { Id: id });
  return row;
};

const is = (wanted: string | undefined, value: string): boolean =>
  wanted === undefined || wanted === '' || wanted === value;

/** Lists reserved instances, newest first. Nobody shares any with others here. */
export const describeReservedInstances: EcsOperation<'DescribeReservedInstances'> = (request, context) => {
  const { reservedInstanceId: ids = [], status = [], allocationType = '', lockReason = '' } = request;
  if (!['', 'Normal', 'Shared'].includes(allocationType)) {
    throw fault('InvalidAllocationType.ValueNotSupported', { Value: allocationType });
  }
  const hasTags = tagFilter(request.tag);
  const found = [...context.tables.reservedInstances.list(context)].filter(
    (row) =>
      allocationType !== 'Shared' &&
      lockReason === '' &&
      (ids.length === 0 || ids.includes(row.id)) &&
      (status.length === 0 || status.includes(row.status)) &&
      is(request.reservedInstanceName, row.reservedInstanceName) &&
      is(request.instanceType, row.instanceType) &&
      is(request.instanceTypeFamily, findInstanceType(row.instanceType)?.family ?? '') &&
      is(request.offeringType, row.offeringType) &&
      is(request.scope, row.scope) &&
      is(request.zoneId, row.zoneId) &&
      (hasTags?.(row) ?? true),
  );
  const { items, info } = page(found, request, context);
  return {
    pageNumber: info.pageNumber,
    pageSize: info.pageSize,
    totalCount: info.totalCount,
    reservedInstances: { reservedInstance: items.map(describe) },
  };
};

const describe = (row: ReservedInstance) => ({
  reservedInstanceId: row.id,
  reservedInstanceName: row.reservedInstanceName,
  description: row.description,
  instanceType: row.instanceType,
  instanceAmount: row.instanceAmount,
  offeringType: row.offeringType,
  platform: row.platform,
  regionId: row.regionId,
  zoneId: row.zoneId,
  scope: row.scope,
  status: row.status,
  allocationStatus: '',
  creationTime: toIsoMinutes(row.createdAt),
  startTime: toIsoMinutes(row.startsAt),
  expiredTime: toIsoMinutes(row.expiresAt),
  operationLocks: { operationLock: [] },
  resourceGroupId: row.resourceGroupId,
  tags: { tag: toTagList(row.tags) },
});
