import type { Context, EcsOperation } from '../context.ts';
import { toIsoMinutes } from '../state/clock.ts';
import type { ElasticityAssurance } from '../state/rows/reservation.ts';
import { fault } from '../wire/fault.ts';
import { readIds } from './id-lists.ts';
import { endOfPeriod } from './instance-settings.ts';
import { pageByToken } from './paging.ts';
import { allocatedResources } from './private-pools.ts';
import {
  checkReservationTexts,
  readInstanceAmount,
  readMatchCriteria,
  readPlace,
  readStart,
} from './reservation-request.ts';
import { readTags, tagFilter, toTagList } from './tags.ts';

/** Periods that are sold (CreateElasticityAssurance metadata, Period). */
const soldPeriods: Readonly<Record<string, readonly number[]>> = {
  Day: Array.from({ length: 365 }, (_, at) => at + 1),
  Month: [1, 2, 3, 4, 5, 6, 7, 8, 9],
  Year: [1, 2, 3, 4, 5],
};

const day = 24 * 60 * 60_000;

/** @throws Fault InvalidParameter */
const readEnd = (startsAt: number, period: number, unit: string): number => {
  if (soldPeriods[unit]?.includes(period) !== true) {
    throw fault('InvalidParameter', { Parameter: 'Period', Reason: `${period} ${unit} is not offered` });
  }
  return unit === 'Day'
    ? startsAt + period * day
    : endOfPeriod(startsAt, { amount: period, unit: unit === 'Month' ? 'Month' : 'Year' });
};

/** Buys the right to instances of a type in a zone for a period. It cannot be given back. */
export const createElasticityAssurance: EcsOperation<'CreateElasticityAssurance'> = (request, context) => {
  const { privatePoolOptions = {}, description = '', assuranceTimes = 'Unlimited' } = request;
  const { name = '' } = privatePoolOptions;
  checkReservationTexts(name, description);
  if (assuranceTimes !== 'Unlimited') {
    throw fault('InvalidParameter', { Parameter: 'AssuranceTimes', Reason: 'it must be Unlimited' });
  }
  const start = readStart(request.startTime, context.now);
  const assurance = context.tables.elasticityAssurances.insert({
    ...start,
    ...readPlace(context, request.zoneId, request.instanceType[0] ?? ''),
    id: context.newId('eap'),
    accountId: context.accountId,
    regionId: context.regionId,
    status: start.startTimeType === 'Now' ? 'Active' : 'Prepared',
    name,
    description,
    matchCriteria: readMatchCriteria(privatePoolOptions.matchCriteria),
    instanceAmount: readInstanceAmount(request.instanceAmount ?? 1),
    assuranceTimes,
    endsAt: readEnd(start.startsAt, request.period ?? 1, request.periodUnit ?? 'Year'),
    resourceGroupId: request.resourceGroupId ?? '',
    tags: readTags(request.tag, context),
    createdAt: context.now,
  });
  if (start.startTimeType === 'Later') {
    context.scheduleAt(start.startsAt, 'elasticity-assurance.start', assurance.id);
  }
  context.scheduleAt(assurance.endsAt, 'elasticity-assurance.end', assurance.id);
  return { privatePoolOptionsId: assurance.id, orderId: newOrder(context) };
};

const newOrder = (context: Context): string => `2${String(context.randomInteger(1e13)).padStart(14, '0')}`;

/** Changes name, description and amount. */
export const modifyElasticityAssurance: EcsOperation<'ModifyElasticityAssurance'> = (request, context) => {
  const { privatePoolOptions, description, instanceAmount } = request;
  const before = requireAssurance(context, privatePoolOptions?.id ?? '');
  const name = privatePoolOptions?.name ?? '';
  checkReservationTexts(name, description ?? '');
  context.tables.elasticityAssurances.update(before.id, {
    name: name || before.name,
    description: description ?? before.description,
    instanceAmount: instanceAmount === undefined ? before.instanceAmount : readInstanceAmount(instanceAmount),
  });
  return {};
};

/** Prolongs assurances by a period. */
export const renewElasticityAssurances: EcsOperation<'RenewElasticityAssurances'> = (request, context) => {
  const ids = request.privatePoolOptions?.id ?? [];
  for (const id of ids) {
    const { endsAt } = requireAssurance(context, id);
    const renewed = context.tables.elasticityAssurances.update(id, {
      endsAt: readEnd(endsAt, request.period ?? 1, request.periodUnit ?? 'Year'),
    });
    context.scheduleAt(renewed.endsAt, 'elasticity-assurance.end', id);
  }
  return { orderId: newOrder(context), privatePoolOptionsIdSet: { privatePoolOptionsId: [...ids] } };
};

/** @throws Fault MissingParameter, Invalid.PrivatePoolOptions.Id, which the provider takes as gone */
const requireAssurance = (context: Context, id: string): ElasticityAssurance => {
  if (id === '') throw fault('MissingParameter', { Parameter: 'PrivatePoolOptions.Id' });
  const assurance = context.tables.elasticityAssurances.getOwn(id, context);
  if (assurance === undefined) throw fault('Invalid.PrivatePoolOptions.Id', { Id: id });
  return assurance;
};

const is = (wanted: string | undefined, value: string): boolean =>
  wanted === undefined || wanted === '' || wanted === value;

/** Lists assurances, newest first; without Status those that are not over. */
export const describeElasticityAssurances: EcsOperation<'DescribeElasticityAssurances'> = (
  request,
  context,
) => {
  const { status = '' } = request;
  const ids = request.privatePoolOptions?.ids ?? '';
  const wanted =
    ids === '' ? undefined : readIds(ids, () => fault('Invalid.PrivatePoolOptions.Id', { Id: ids }));
  const hasTags = tagFilter(request.tag);
  const isAsked = (row: ElasticityAssurance): boolean =>
    status === '' ? row.status !== 'Released' : status === 'All' || row.status === status;
  const found = [...context.tables.elasticityAssurances.list(context)].filter(
    (row) =>
      (wanted?.includes(row.id) ?? true) &&
      isAsked(row) &&
      is(request.instanceType, row.instanceType) &&
      is(request.zoneId, row.zoneId) &&
      is(request.resourceGroupId, row.resourceGroupId) &&
      (hasTags?.(row) ?? true),
  );
  const { items, info } = pageByToken(found, request, context);
  return {
    ...info,
    elasticityAssuranceSet: { elasticityAssuranceItem: items.map((row) => describe(row, context)) },
  };
};

const describe = (row: ElasticityAssurance, context: Context) => ({
  privatePoolOptionsId: row.id,
  privatePoolOptionsName: row.name,
  privatePoolOptionsMatchCriteria: row.matchCriteria,
  description: row.description,
  status: row.status,
  regionId: row.regionId,
  instanceChargeType: 'PostPaid',
  packageType: 'ElasticityAssurance',
  startTime: toIsoMinutes(row.startsAt),
  startTimeType: row.startTimeType,
  latestStartTime: '',
  endTime: toIsoMinutes(row.endsAt),
  totalAssuranceTimes: row.assuranceTimes,
  usedAssuranceTimes: 0,
  elasticityAssuranceOwnerId: row.accountId,
  allocatedResources: allocatedResources(context, row),
  resourceGroupId: row.resourceGroupId,
  tags: { tag: toTagList(row.tags) },
});
