import type { Context, EcsOperation } from '../context.ts';
import { toIsoMinutes } from '../state/clock.ts';
import type { CapacityReservation } from '../state/rows/reservation.ts';
import { fault } from '../wire/fault.ts';
import { readIds } from './id-lists.ts';
import { endOfTime } from './instance-reply.ts';
import { pageByToken } from './paging.ts';
import { allocatedResources, usedAmount } from './private-pools.ts';
import {
  checkReservationTexts,
  readInstanceAmount,
  readMatchCriteria,
  readPlace,
  readStart,
  readTime,
} from './reservation-request.ts';
import { readTags, tagFilter, toTagList } from './tags.ts';

/** Keeps room for instances of a type in a zone, from now on or from a time on. */
export const createCapacityReservation: EcsOperation<'CreateCapacityReservation'> = (request, context) => {
  const { privatePoolOptions = {}, description = '', platform = 'Linux' } = request;
  const { name = '' } = privatePoolOptions;
  checkReservationTexts(name, description);
  const start = readStart(request.startTime, context.now);
  const reservation = context.tables.capacityReservations.insert({
    ...start,
    ...readPlace(context, request.zoneId, request.instanceType),
    id: context.newId('crp'),
    accountId: context.accountId,
    regionId: context.regionId,
    status: start.startTimeType === 'Now' ? 'Active' : 'Preparing',
    name,
    description,
    matchCriteria: readMatchCriteria(privatePoolOptions.matchCriteria),
    instanceAmount: readInstanceAmount(request.instanceAmount),
    platform: readPlatform(platform),
    endsAt: readEnd(request, start.startsAt),
    resourceGroupId: request.resourceGroupId ?? '',
    tags: readTags(request.tag, context),
    createdAt: context.now,
  });
  if (start.startTimeType === 'Later') {
    context.scheduleAt(start.startsAt, 'capacity-reservation.start', reservation.id);
  }
  scheduleEnd(context, reservation);
  return { privatePoolOptionsId: reservation.id };
};

const readPlatform = (platform: string): string => {
  if (['linux', 'windows'].includes(platform.toLowerCase())) return platform;
  throw fault('InvalidParameter', { Parameter: 'Platform', Reason: 'it must be Linux or Windows' });
};

/** Limited: at EndTime; Unlimited: when it is released. @throws Fault MissingParameter, InvalidParameter */
const readEnd = (
  { endTimeType = '', endTime = '' }: { readonly endTimeType?: string; readonly endTime?: string },
  startsAt: number,
): number | null => {
  if (endTimeType === '' || endTimeType === 'Unlimited') return null;
  if (endTime === '') throw fault('MissingParameter', { Parameter: 'EndTime' });
  const time = readTime(endTime);
  if (time !== undefined && time > startsAt) return time;
  throw fault('InvalidParameter', { Parameter: 'EndTime', Reason: 'it must be a UTC time behind the start' });
};

const scheduleEnd = (context: Context, { id, endsAt }: CapacityReservation): void => {
  if (endsAt !== null) context.scheduleAt(endsAt, 'capacity-reservation.end', id);
};

/** Changes what the request names; the amount never below what instances use. */
export const modifyCapacityReservation: EcsOperation<'ModifyCapacityReservation'> = (request, context) => {
  const { privatePoolOptions, description, instanceAmount, platform, endTime = '' } = request;
  const before = requireReservation(context, privatePoolOptions?.id ?? '');
  const name = privatePoolOptions?.name ?? '';
  checkReservationTexts(name, description ?? '');
  const used = usedAmount(context, before.id);
  if (instanceAmount !== undefined && instanceAmount < used) {
    throw fault('InvalidParameter', { Parameter: 'InstanceAmount', Reason: `${used} instances use it` });
  }
  // Another end of what ends anyway needs no type beside it.
  const { endTimeType = before.endsAt === null || endTime === '' ? '' : 'Limited' } = request;
  const after = context.tables.capacityReservations.update(before.id, {
    name: name || before.name,
    description: description ?? before.description,
    platform: platform === undefined ? before.platform : readPlatform(platform),
    instanceAmount: instanceAmount === undefined ? before.instanceAmount : readInstanceAmount(instanceAmount),
    endsAt: endTimeType === '' ? before.endsAt : readEnd({ endTimeType, endTime }, before.startsAt),
  });
  scheduleEnd(context, after);
  return {};
};

/** Gives the room back; instances that use it go on. */
export const releaseCapacityReservation: EcsOperation<'ReleaseCapacityReservation'> = (request, context) => {
  const { id } = requireReservation(context, request.privatePoolOptions?.id ?? '');
  context.tables.capacityReservations.delete(id);
  return {};
};

/** @throws Fault MissingParameter, Invalid.PrivatePoolOptions.Ids, which the provider takes as gone */
const requireReservation = (context: Context, id: string): CapacityReservation => {
  if (id === '') throw fault('MissingParameter', { Parameter: 'PrivatePoolOptions.Id' });
  const reservation = context.tables.capacityReservations.getOwn(id, context);
  if (reservation === undefined) throw fault('Invalid.PrivatePoolOptions.Ids', { Id: id });
  return reservation;
};

const is = (wanted: string | undefined, value: string): boolean =>
  wanted === undefined || wanted === '' || wanted.toLowerCase() === value.toLowerCase();

/** Lists reservations, newest first: Active ones unless Status says otherwise. Released ones are gone. */
export const describeCapacityReservations: EcsOperation<'DescribeCapacityReservations'> = (
  request,
  context,
) => {
  const { status = 'Active', platform = '' } = request;
  const ids = request.privatePoolOptions?.ids ?? '';
  const wanted =
    ids === '' ? undefined : readIds(ids, () => fault('Invalid.PrivatePoolOptions.Ids', { Id: ids }));
  const hasTags = tagFilter(request.tag);
  const found = [...context.tables.capacityReservations.list(context)].filter(
    (row) =>
      (wanted?.includes(row.id) ?? true) &&
      (status === 'All' || is(status, row.status)) &&
      (platform === 'all' || is(platform, row.platform)) &&
      is(request.instanceType, row.instanceType) &&
      is(request.zoneId, row.zoneId) &&
      is(request.instanceChargeType, 'PostPaid') &&
      is(request.resourceGroupId, row.resourceGroupId) &&
      (hasTags?.(row) ?? true),
  );
  const { items, info } = pageByToken(found, request, context);
  return {
    ...info,
    capacityReservationSet: { capacityReservationItem: items.map((row) => describe(row, context)) },
  };
};

const describe = (row: CapacityReservation, context: Context) => ({
  privatePoolOptionsId: row.id,
  privatePoolOptionsName: row.name,
  privatePoolOptionsMatchCriteria: row.matchCriteria,
  description: row.description,
  status: row.status,
  regionId: row.regionId,
  platform: row.platform.toLowerCase(),
  instanceChargeType: 'PostPaid',
  startTime: toIsoMinutes(row.startsAt),
  startTimeType: row.startTimeType,
  // The sample of DescribeCapacityReservations has one for Unlimited too, and the provider's tests expect it.
  endTime: row.endsAt === null ? endOfTime : toIsoMinutes(row.endsAt),
  endTimeType: row.endsAt === null ? 'Unlimited' : 'Limited',
  timeSlot: '',
  capacityReservationOwnerId: row.accountId,
  allocatedResources: allocatedResources(context, row),
  resourceGroupId: row.resourceGroupId,
  tags: { tag: toTagList(row.tags) },
});

/** Instances that use a reservation. */
export const describeCapacityReservationInstances: EcsOperation<'DescribeCapacityReservationInstances'> = (
  request,
  context,
) => {
  const { id } = requireReservation(context, request.privatePoolOptions?.id ?? '');
  const instances = [...context.tables.instances.by('privatePoolId', id)];
  const { items, info } = pageByToken(instances, request, context);
  return {
    ...info,
    capacityReservationItem: { instanceIdSet: items.map((instance) => ({ instanceId: instance.id })) },
  };
};
