import type { Context, EcsOperation } from '../context.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { StorageCapacityUnit } from '../state/rows/reservation.ts';
import { fault } from '../wire/fault.ts';
import { endOfPeriod } from './instance-settings.ts';
import { page } from './paging.ts';
import { checkReservationTexts, readStart } from './reservation-request.ts';
import { purchaseTime } from './reservation-transitions.ts';
import { readTags, tagFilter, toTagList } from './tags.ts';

/** GiB (PurchaseStorageCapacityUnit metadata, Capacity). */
const capacities: readonly number[] = [20, 40, 100, 200, 500, 1024, 2048, 5120, 10_240, 20_480, 51_200];

/** Periods by unit (PurchaseStorageCapacityUnit metadata, Period). */
const periods: Readonly<Record<string, readonly number[]>> = { Month: [1, 2, 3, 6], Year: [1, 3, 5] };

/** Buys 1 to 20 like units for a period. They cannot be given back. */
export const purchaseStorageCapacityUnit: EcsOperation<'PurchaseStorageCapacityUnit'> = (
  request,
  context,
) => {
  const { name = '', description = '', capacity, amount = 1, period = 1, periodUnit = 'Month' } = request;
  checkReservationTexts(name, description);
  if (!capacities.includes(capacity)) throw fault('InvalidParameter.Capacity', { Capacity: capacity });
  const sold = periods[periodUnit];
  if (sold === undefined) throw fault('InvalidParameter.PeriodUnit', { PeriodUnit: periodUnit });
  if (!sold.includes(period)) throw fault('InvalidParameter.Period', { Period: period });
  if (amount < 1 || amount > 20) {
    throw fault('InvalidParameter', { Parameter: 'Amount', Reason: 'it must be from 1 to 20' });
  }
  const { storageCapacityUnits } = context.tables;
  const limit = context.quota('storageCapacityUnitsPerRegion');
  const count = storageCapacityUnits.list(context).count + amount;
  if (count > limit && context.enforces('storage-capacity-unit.count-limit')) {
    throw fault('InvalidParameter.CapacityExceed', { Limit: limit });
  }
  const { startsAt } = readStart(request.startTime, context.now);
  const tags = readTags(request.tag, context);
  const ids = Array.from({ length: amount }, () => {
    const unit = storageCapacityUnits.insert({
      id: context.newId('scu'),
      accountId: context.accountId,
      regionId: context.regionId,
      status: 'Creating',
      name,
      description,
      capacity,
      startsAt,
      expiresAt: endOfPeriod(startsAt, { amount: period, unit: periodUnit === 'Year' ? 'Year' : 'Month' }),
      resourceGroupId: request.resourceGroupId ?? '',
      tags,
      createdAt: context.now,
    });
    context.schedule(purchaseTime, 'storage-capacity-unit.ready', unit.id);
    if (startsAt > context.now) context.scheduleAt(startsAt, 'storage-capacity-unit.ready', unit.id);
    context.scheduleAt(unit.expiresAt, 'storage-capacity-unit.expired', unit.id);
    return unit.id;
  });
  return {
    orderId: `2${String(context.randomInteger(1e13)).padStart(14, '0')}`,
    storageCapacityUnitIds: { storageCapacityUnitId: ids },
  };
};

export const modifyStorageCapacityUnitAttribute: EcsOperation<'ModifyStorageCapacityUnitAttribute'> = (
  request,
  context,
) => {
  const { name = '', description, storageCapacityUnitId: id } = request;
  const unit = context.tables.storageCapacityUnits.getOwn(id, context);
  if (unit === undefined) throw fault('InvalidStorageCapacityUnitId.NotFound', { Id: id });
  checkReservationTexts(name, description ?? '');
  context.tables.storageCapacityUnits.update(id, {
    name: name || unit.name,
    description: description ?? unit.description,
  });
  return {};
};

const allocationTypes: readonly string[] = ['', 'Normal', 'Shared'];

/** Lists units, newest first. Nobody shares units with others here. */
export const describeStorageCapacityUnits: EcsOperation<'DescribeStorageCapacityUnits'> = (
  request,
  context,
) => {
  const { storageCapacityUnitId: ids = [], name = '', status = [], allocationType = '' } = request;
  if (!allocationTypes.includes(allocationType)) {
    throw fault('InvalidAllocationType.ValueNotSupported', { Value: allocationType });
  }
  const hasTags = tagFilter(request.tag);
  const found = [...context.tables.storageCapacityUnits.list(context)].filter(
    (unit) =>
      allocationType !== 'Shared' &&
      (ids.length === 0 || ids.includes(unit.id)) &&
      (name === '' || unit.name === name) &&
      (status.length === 0 || status.includes(unit.status)) &&
      (request.capacity === undefined || unit.capacity === request.capacity) &&
      (hasTags?.(unit) ?? true),
  );
  const { items, info } = page(found, request, context);
  return {
    pageNumber: info.pageNumber,
    pageSize: info.pageSize,
    totalCount: info.totalCount,
    storageCapacityUnits: { storageCapacityUnit: items.map((unit) => describe(unit, context)) },
  };
};

const describe = (unit: StorageCapacityUnit, { regionId }: Context) => ({
  storageCapacityUnitId: unit.id,
  name: unit.name,
  description: unit.description,
  capacity: unit.capacity,
  regionId,
  status: unit.status,
  allocationStatus: '',
  creationTime: toIsoSeconds(unit.createdAt),
  startTime: toIsoSeconds(unit.startsAt),
  expiredTime: toIsoSeconds(unit.expiresAt),
  tags: { tag: toTagList(unit.tags) },
});
