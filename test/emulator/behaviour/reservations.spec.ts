import { expect, test } from './fixtures.ts';
import type { Account, Answer, Parameters } from '../api-client.ts';
import { describe, makeNetwork, run, runOne, zoneId } from './instance-steps.ts';

const refused = (code: string, status: number) => ({ code, status });

const day = 24 * 60 * 60_000;
const type = { InstanceType: 'ecs.g6.large' };

const reserve = async (account: Account, more: Parameters = {}): Promise<string> =>
  (
    await account.call('CreateCapacityReservation', {
      ...type,
      ZoneId: [zoneId],
      InstanceAmount: 2,
      PrivatePoolOptions: { Name: 'room', MatchCriteria: 'Open' },
      ...more,
    })
  ).text('PrivatePoolOptionsId');

const reservations = async (account: Account, more: Parameters = {}): Promise<Answer[]> =>
  (await account.call('DescribeCapacityReservations', more)).list(
    'CapacityReservationSet.CapacityReservationItem',
  );

test('a capacity reservation has what was asked for', async ({ owner, other }) => {
  const id = await reserve(owner, { Description: 'for later', Platform: 'Windows', ResourceGroupId: 'rg-1' });
  expect(id).toMatch(/^crp-bp1[a-z0-9]{17}$/);
  const [row] = await reservations(owner, { PrivatePoolOptions: { Ids: JSON.stringify([id]) } });
  expect(row?.body).toMatchObject({
    PrivatePoolOptionsName: 'room',
    PrivatePoolOptionsMatchCriteria: 'Open',
    Description: 'for later',
    Status: 'Active',
    Platform: 'windows',
    InstanceChargeType: 'PostPaid',
    StartTime: '2024-01-01T00:00Z',
    StartTimeType: 'Now',
    EndTimeType: 'Unlimited',
    EndTime: '2099-12-31T15:59Z',
    ResourceGroupId: 'rg-1',
  });
  expect(row?.at('AllocatedResources.AllocatedResource')).toEqual([
    { ...type, zoneId, TotalAmount: 2, UsedAmount: 0, AvailableAmount: 2 },
  ]);
  expect(await reservations(owner, { Platform: 'linux' })).toEqual([]);
  expect(await reservations(other)).toEqual([]);
  const cases: [Parameters, string, number][] = [
    [{ InstanceType: 'ecs.none' }, 'InvalidInstanceType.NotSupported', 403],
    [{ ZoneId: ['cn-hangzhou-z'] }, 'InvalidZoneId.NotFound', 404],
    [{ InstanceAmount: 0 }, 'InvalidParameter', 400],
    [{ PrivatePoolOptions: { Name: '1' } }, 'InvalidParameter.Name', 400],
    [{ PrivatePoolOptions: { MatchCriteria: 'Any' } }, 'InvalidParameter', 400],
    [{ StartTime: 'soon' }, 'InvalidStartTime.MalFormed', 400],
    [{ StartTime: '2024-12-31T00:00Z' }, 'InvalidStartTime.NotSupported', 400],
    [{ EndTimeType: 'Limited' }, 'MissingParameter', 400],
    [{ EndTimeType: 'Limited', EndTime: '2023-01-01T00:00Z' }, 'InvalidParameter', 400],
  ];
  for (const [parameters, code, status] of cases) {
    await expect(reserve(owner, parameters), JSON.stringify(parameters)).rejects.toMatchObject(
      refused(code, status),
    );
  }
});

test('instances take from a reservation, and it is modified and released', async ({ owner }) => {
  const network = await makeNetwork(owner);
  const open = await reserve(owner, { InstanceAmount: 1 });
  const target = await reserve(owner, { PrivatePoolOptions: { MatchCriteria: 'Target' }, InstanceAmount: 1 });
  const first = await runOne(owner, type, network);
  expect((await describe(owner, first)).text('EcsCapacityReservationAttr.CapacityReservationId')).toBe(open);
  const second = await runOne(owner, type, network);
  expect((await describe(owner, second)).text('EcsCapacityReservationAttr.CapacityReservationId')).toBe('');
  const named = { PrivatePoolOptions: { Id: target, MatchCriteria: 'Target' } };
  const third = await runOne(owner, { ...type, ...named }, network);
  const users = await owner.call('DescribeCapacityReservationInstances', {
    PrivatePoolOptions: { Id: target },
  });
  expect(users.at('CapacityReservationItem.InstanceIdSet')).toEqual([{ InstanceId: third }]);
  await expect(run(owner, { ...type, ...named }, network)).rejects.toMatchObject(
    refused('OperationDenied.NoStock', 403),
  );
  await expect(
    run(owner, { ...type, PrivatePoolOptions: { Id: 'crp-none', MatchCriteria: 'Target' } }, network),
  ).rejects.toMatchObject(refused('Invalid.PrivatePoolOptionsId', 400));
  await expect(
    run(owner, { ...type, PrivatePoolOptions: { MatchCriteria: 'Target' } }, network),
  ).rejects.toMatchObject(refused('MissingParameter.PrivatePoolOptionsId', 400));

  const modify = (more: Parameters) =>
    owner.call('ModifyCapacityReservation', { PrivatePoolOptions: { Id: open, Name: 'renamed' }, ...more });
  await expect(modify({ InstanceAmount: 0 })).rejects.toMatchObject(refused('InvalidParameter', 400));
  await modify({ InstanceAmount: 5 });
  const [, row] = await reservations(owner);
  expect(row?.body).toMatchObject({ PrivatePoolOptionsName: 'renamed' });
  expect(row?.at('AllocatedResources.AllocatedResource.0.AvailableAmount')).toBe(4);
  const release = { PrivatePoolOptions: { Id: open } };
  await owner.call('ReleaseCapacityReservation', release);
  await expect(owner.call('ReleaseCapacityReservation', release)).rejects.toMatchObject(
    refused('Invalid.PrivatePoolOptions.Ids', 404),
  );
});

test('a capacity reservation begins and ends at its times', async ({ owner, clock }) => {
  await reserve(owner, {
    StartTime: '2024-01-02T00:00Z',
    EndTimeType: 'Limited',
    EndTime: '2024-01-03T00:00Z',
  });
  expect(await reservations(owner)).toEqual([]);
  expect((await reservations(owner, { Status: 'All' }))[0]?.text('Status')).toBe('Preparing');
  clock.advance(day);
  const [active] = await reservations(owner);
  expect(active?.text('Status')).toBe('Active');
  // It ends anyway: another time needs no type.
  await owner.call('ModifyCapacityReservation', {
    PrivatePoolOptions: { Id: active?.text('PrivatePoolOptionsId') ?? '' },
    EndTime: '2024-01-04T00:00Z',
  });
  clock.advance(day);
  expect((await reservations(owner))[0]?.text('EndTime')).toBe('2024-01-04T00:00Z');
  clock.advance(day);
  expect(await reservations(owner, { Status: 'All' })).toEqual([]);
});

const assure = async (account: Account, more: Parameters = {}): Promise<string> =>
  (
    await account.call('CreateElasticityAssurance', {
      InstanceType: ['ecs.g6.large'],
      ZoneId: [zoneId],
      InstanceAmount: 3,
      Period: 1,
      PeriodUnit: 'Month',
      PrivatePoolOptions: { Name: 'sure' },
      ...more,
    })
  ).text('PrivatePoolOptionsId');

const assurances = async (account: Account, more: Parameters = {}): Promise<Answer[]> =>
  (await account.call('DescribeElasticityAssurances', more)).list(
    'ElasticityAssuranceSet.ElasticityAssuranceItem',
  );

test('an elasticity assurance is bought for a period, and ends with it unless it is renewed', async ({
  owner,
  clock,
}) => {
  const id = await assure(owner);
  expect(id).toMatch(/^eap-bp1[a-z0-9]{17}$/);
  const ids = { PrivatePoolOptions: { Ids: JSON.stringify([id]) } };
  expect((await assurances(owner, ids))[0]?.body).toMatchObject({
    PrivatePoolOptionsName: 'sure',
    Status: 'Active',
    StartTimeType: 'Now',
    EndTime: '2024-02-01T00:00Z',
    TotalAssuranceTimes: 'Unlimited',
    UsedAssuranceTimes: 0,
    AllocatedResources: { AllocatedResource: [{ TotalAmount: 3, InstanceType: 'ecs.g6.large' }] },
  });
  await owner.call('ModifyElasticityAssurance', {
    PrivatePoolOptions: { Id: id, Name: 'renamed' },
    InstanceAmount: 4,
  });
  await owner.call('RenewElasticityAssurances', {
    PrivatePoolOptions: { Id: [id] },
    Period: 1,
    PeriodUnit: 'Month',
  });
  clock.advance(40 * day);
  expect((await assurances(owner))[0]?.body).toMatchObject({
    PrivatePoolOptionsName: 'renamed',
    EndTime: '2024-03-01T00:00Z',
  });
  clock.advance(21 * day);
  expect(await assurances(owner)).toEqual([]);
  expect((await assurances(owner, { Status: 'Released' }))[0]?.text('Status')).toBe('Released');
  await assure(owner, { StartTime: '2024-05-01T00:00Z' });
  expect((await assurances(owner))[0]?.text('Status')).toBe('Prepared');
  await expect(assure(owner, { Period: 7, PeriodUnit: 'Year' })).rejects.toMatchObject(
    refused('InvalidParameter', 400),
  );
  await expect(
    owner.call('ModifyElasticityAssurance', { PrivatePoolOptions: { Id: 'eap-none' } }),
  ).rejects.toMatchObject(refused('Invalid.PrivatePoolOptions.Id', 404));
});

test('storage capacity units are bought for a period', async ({ owner, clock, emulator }) => {
  const bought = await owner.call('PurchaseStorageCapacityUnit', {
    Capacity: 20,
    Name: 'space',
    Amount: 2,
    Period: 1,
    PeriodUnit: 'Month',
  });
  const ids = bought.list('StorageCapacityUnitIds.StorageCapacityUnitId').map(({ body }) => String(body));
  expect(ids[0]).toMatch(/^scu-bp1[a-z0-9]{17}$/);
  const units = async (more: Parameters = {}): Promise<Answer[]> =>
    (await owner.call('DescribeStorageCapacityUnits', more)).list('StorageCapacityUnits.StorageCapacityUnit');
  expect(await units()).toHaveLength(2);
  const [first = ''] = ids;
  await owner.call('ModifyStorageCapacityUnitAttribute', { StorageCapacityUnitId: first, Name: 'renamed' });
  const named = { StorageCapacityUnitId: [first] };
  expect((await units(named))[0]?.body).toMatchObject({
    Name: 'renamed',
    Capacity: 20,
    Status: 'Active',
    StartTime: '2024-01-01T00:00:00Z',
    ExpiredTime: '2024-02-01T00:00:00Z',
  });
  clock.advance(31 * day);
  expect(await units({ Status: ['Expired'] })).toHaveLength(2);
  expect(await units({ AllocationType: 'Shared' })).toEqual([]);
  const cases: [Parameters, string, number][] = [
    [{ Capacity: 21 }, 'InvalidParameter.Capacity', 400],
    [{ Capacity: 20, Period: 9 }, 'InvalidParameter.Period', 400],
    [{ Capacity: 20, PeriodUnit: 'Day' }, 'InvalidParameter.PeriodUnit', 400],
    [{ Capacity: 20, Name: '1' }, 'InvalidParameter.Name', 400],
  ];
  for (const [parameters, code, status] of cases) {
    await expect(owner.call('PurchaseStorageCapacityUnit', parameters)).rejects.toMatchObject(
      refused(code, status),
    );
  }
  emulator.setQuota(await owner.id(), 'storageCapacityUnitsPerRegion', 2);
  await expect(owner.call('PurchaseStorageCapacityUnit', { Capacity: 20 })).rejects.toMatchObject(
    refused('InvalidParameter.CapacityExceed', 400),
  );
});

test('reserved instances are bought for a region or a zone, and renew themselves if they are to', async ({
  owner,
  clock,
}) => {
  const buy = async (more: Parameters): Promise<string> =>
    (await owner.call('PurchaseReservedInstancesOffering', { ...type, ...more })).text(
      'ReservedInstanceIdSets.ReservedInstanceId.0',
    );
  const id = await buy({
    ReservedInstanceName: 'discount',
    Scope: 'Zone',
    ZoneId: zoneId,
    Period: 1,
    PeriodUnit: 'Month',
    OfferingType: 'All Upfront',
    AutoRenew: true,
  });
  expect(id).toMatch(/^ecsri-bp1[a-z0-9]{17}$/);
  const found = async (more: Parameters = {}): Promise<Answer[]> =>
    (await owner.call('DescribeReservedInstances', more)).list('ReservedInstances.ReservedInstance');
  const one = { ReservedInstanceId: [id] };
  expect((await found(one))[0]?.body).toMatchObject({
    ReservedInstanceName: 'discount',
    Status: 'Active',
    Scope: 'Zone',
    ZoneId: zoneId,
    OfferingType: 'All Upfront',
    InstanceAmount: 1,
    Platform: 'Linux',
    ExpiredTime: '2024-02-01T00:00Z',
  });
  const renewal = async (): Promise<unknown> =>
    (await owner.call('DescribeReservedInstanceAutoRenewAttribute', one)).at(
      'ReservedInstanceRenewAttributes.ReservedInstanceRenewAttribute.0',
    );
  expect(await renewal()).toMatchObject({ RenewalStatus: 'AutoRenewal', Duration: 1, PeriodUnit: 'Month' });
  await owner.call('ModifyReservedInstanceAutoRenewAttribute', { ...one, RenewalStatus: 'Normal' });
  expect(await renewal()).toMatchObject({ RenewalStatus: 'Normal' });
  await owner.call('ModifyReservedInstanceAttribute', { ReservedInstanceId: id, Description: 'changed' });
  expect((await found({ InstanceTypeFamily: 'ecs.g6' }))[0]?.text('Description')).toBe('changed');
  clock.advance(31 * day);
  expect(await found({ Status: ['Active'] })).toEqual([]);
  const cases: [Parameters, string, number][] = [
    [{ Scope: 'Zone' }, 'MissingParameter', 400],
    [{ Scope: 'World' }, 'InvalidParameter', 400],
    [{ OfferingType: 'Never' }, 'InvalidParameter', 400],
    [{ Period: 2 }, 'InvalidPeriod', 400],
    [{ PeriodUnit: 'Day' }, 'InvalidPeriodUnit.ValueNotSupported', 400],
    [{ InstanceAmount: 51 }, 'InvalidParameter', 400],
    [{ InstanceType: 'ecs.none' }, 'InvalidInstanceType.ValueNotSupported', 400],
  ];
  for (const [parameters, code, status] of cases) {
    await expect(buy(parameters), JSON.stringify(parameters)).rejects.toMatchObject(refused(code, status));
  }
  await expect(
    owner.call('ModifyReservedInstanceAttribute', { ReservedInstanceId: 'ecsri-none' }),
  ).rejects.toMatchObject(refused('InvalidReservedInstanceId.NotFound', 404));
});
