import { expect, test } from './fixtures.ts';
import type { Parameters } from '../api-client.ts';
import {
  allInstances,
  create,
  groups,
  history,
  instancesOf,
  minute,
  prepare,
} from './auto-provisioning-steps.ts';

const refused = (code: string, status: number) => ({ code, status });

test('a group makes spot and other instances of its template until they count enough', async ({
  owner,
  other,
}) => {
  const { base, pool } = await prepare(owner);
  const id = await create(owner, {
    ...base,
    AutoProvisioningGroupName: 'crowd',
    MaxSpotPrice: 1.5,
    ResourceGroupId: 'rg-1',
    Tag: [{ Key: 'a', Value: 'b' }],
  });
  expect(id).toMatch(/^apg-bp1[a-z0-9]{17}$/);
  const [group] = await groups(owner, { AutoProvisioningGroupId: [id] });
  expect(group?.body).toMatchObject({
    AutoProvisioningGroupName: 'crowd',
    AutoProvisioningGroupType: 'maintain',
    Status: 'active',
    State: 'fulfilled',
    LaunchTemplateId: base.LaunchTemplateId,
    LaunchTemplateVersion: '1',
    LaunchTemplateConfigs: { LaunchTemplateConfig: [{ ...pool, Priority: 0 }] },
    MaxSpotPrice: 1.5,
    ExcessCapacityTerminationPolicy: 'no-termination',
    TerminateInstances: false,
    TargetCapacitySpecification: {
      TotalTargetCapacity: 4,
      PayAsYouGoTargetCapacity: 1,
      SpotTargetCapacity: 2,
      DefaultTargetCapacityType: 'Spot',
    },
    CapacitySpecification: { TotalCapacity: 4, PayAsYouGoCapacity: 2, SpotCapacity: 2 },
    SpotOptions: {
      AllocationStrategy: 'lowest-price',
      InstanceInterruptionBehavior: 'terminate',
      InstancePoolsToUseCount: 1,
    },
    PayAsYouGoOptions: { AllocationStrategy: 'lowest-price' },
    ValidFrom: '2024-01-01T00:00:00Z',
    ValidUntil: '2099-12-31T23:59:59Z',
    ResourceGroupId: 'rg-1',
  });
  const instances = await instancesOf(owner, id);
  expect(instances.map((instance) => instance.at('IsSpot'))).toEqual([true, false]);
  expect(instances[0]?.body).toMatchObject({
    InstanceType: 'ecs.g6.xlarge',
    Status: 'Running',
    CPU: 4,
    Memory: 16384,
    NetworkType: 'vpc',
    OsType: 'linux',
  });
  const made = await allInstances(owner);
  expect(made.map((instance) => instance.text('SpotStrategy')).sort()).toEqual([
    'NoSpot',
    'SpotWithPriceLimit',
  ]);
  // The lower one of the group's limit and the pool's.
  expect(made.map((instance) => instance.at('SpotPriceLimit'))).toContain(1.5);
  const [activity] = await history(owner, id);
  expect(activity?.text('Status')).toBe('success');
  expect(
    activity?.list('ActivityDetails.ActivityDetail.0.CreatedInstanceIds.CreatedInstanceId'),
  ).toHaveLength(2);
  expect(await groups(owner, { Tag: [{ Key: 'a', Value: 'c' }] })).toEqual([]);
  expect(await groups(owner, { AutoProvisioningGroupStatus: ['submitted'] })).toEqual([]);
  expect(await groups(owner, { AutoProvisioningGroupTypes: ['request'] })).toEqual([]);
  expect(await groups(owner, { AutoProvisioningGroupName: 'crowd', ResourceGroupId: 'rg-1' })).toHaveLength(
    1,
  );
  expect(await groups(other)).toEqual([]);
});

test('what is asked for is checked', async ({ owner }) => {
  const { base, pool } = await prepare(owner);
  const cases: [Parameters, string, number][] = [
    [{ LaunchTemplateId: 'lt-none' }, 'InvalidLaunchTemplate.NotFound', 404],
    [{ LaunchTemplateVersion: '9' }, 'InvalidLaunchTemplateVersion.NotFound', 404],
    [{ LaunchTemplateId: '' }, 'MissingParameter', 400],
    [{ TotalTargetCapacity: '0' }, 'InvalidParameter', 400],
    [{ TotalTargetCapacity: '2' }, 'InvalidParameter', 400],
    [{ SpotTargetCapacity: 'some' }, 'InvalidParameter', 400],
    [{ AutoProvisioningGroupType: 'sometimes' }, 'InvalidParameter', 400],
    [{ AutoProvisioningGroupName: '1' }, 'InvalidParameter', 400],
    [{ DefaultTargetCapacityType: 'Gift' }, 'InvalidParameter', 400],
    [{ SpotAllocationStrategy: 'dice' }, 'InvalidParameter', 400],
    [{ PayAsYouGoAllocationStrategy: 'dice' }, 'InvalidParameter', 400],
    [{ SpotInstanceInterruptionBehavior: 'cry' }, 'InvalidParameter', 400],
    [{ SpotInstancePoolsToUseCount: 2 }, 'InvalidParameter', 400],
    [{ ValidFrom: 'soon' }, 'InvalidParameter', 400],
    [{ ValidUntil: '2023-01-01T00:00:00Z' }, 'InvalidParameter', 400],
    [
      { ExcessCapacityTerminationPolicy: 'maybe' },
      'InvalidFleetExcessCapacityTerminationPolicy.ValueNotSupported',
      400,
    ],
    [{ LaunchTemplateConfig: [{ ...pool, WeightedCapacity: 0 }] }, 'InvalidParameter', 400],
    [{ LaunchTemplateConfig: [{ ...pool, VSwitchId: '' }] }, 'MissingParameter', 400],
    [{ LaunchTemplateConfig: [{ VSwitchId: pool.VSwitchId }] }, 'MissingParameter', 400],
  ];
  for (const [parameters, code, status] of cases) {
    await expect(create(owner, { ...base, ...parameters }), JSON.stringify(parameters)).rejects.toMatchObject(
      refused(code, status),
    );
  }
  for (const action of [
    'ModifyAutoProvisioningGroup',
    'DeleteAutoProvisioningGroup',
    'DescribeAutoProvisioningGroupInstances',
    'DescribeAutoProvisioningGroupHistory',
  ]) {
    await expect(owner.call(action, { AutoProvisioningGroupId: 'apg-none' })).rejects.toMatchObject(
      refused('InvalidAutoProvisioningGroupId.NotFound', 404),
    );
  }
});

test('a group that maintains its capacity makes another instance for one that was released', async ({
  owner,
}) => {
  const { base } = await prepare(owner);
  const kept = await create(owner, base);
  const once = await create(owner, { ...base, AutoProvisioningGroupType: 'request' });
  for (const id of [kept, once]) {
    const [first] = await instancesOf(owner, id);
    await owner.call('DeleteInstance', { InstanceId: first?.text('InstanceId') ?? '', Force: true });
  }
  expect(await instancesOf(owner, kept)).toHaveLength(2);
  expect(await instancesOf(owner, once)).toHaveLength(1);
  const [latest] = await history(owner, kept);
  expect(latest?.list('ActivityDetails.ActivityDetail.0.CreatedInstanceIds.CreatedInstanceId')).toHaveLength(
    1,
  );
});

test('another target makes the group grow or shrink', async ({ owner }) => {
  const { base } = await prepare(owner);
  const id = await create(owner, base);
  const named = { AutoProvisioningGroupId: id };
  const modify = (more: Parameters) => owner.call('ModifyAutoProvisioningGroup', { ...named, ...more });
  await modify({
    TotalTargetCapacity: '8',
    DefaultTargetCapacityType: 'PayAsYouGo',
    AutoProvisioningGroupName: 'renamed',
    ExcessCapacityTerminationPolicy: 'termination',
    TerminateInstancesWithExpiration: true,
    MaxSpotPrice: 3,
  });
  const [group] = await groups(owner, { AutoProvisioningGroupId: [id] });
  expect(group?.body).toMatchObject({
    AutoProvisioningGroupName: 'renamed',
    State: 'fulfilled',
    MaxSpotPrice: 3,
    TerminateInstancesWithExpiration: true,
    CapacitySpecification: { TotalCapacity: 8, PayAsYouGoCapacity: 6, SpotCapacity: 2 },
  });
  await modify({ TotalTargetCapacity: '4' });
  expect(await instancesOf(owner, id)).toHaveLength(2);
  expect(await allInstances(owner)).toHaveLength(2);
  const [shrunk] = await history(owner, id);
  expect(
    shrunk?.list('ActivityDetails.ActivityDetail.0.DestroyedInstanceIds.DestroyedInstanceId'),
  ).toHaveLength(2);
  // Without termination they only leave the group.
  await modify({ TotalTargetCapacity: '8' });
  await modify({ TotalTargetCapacity: '4', ExcessCapacityTerminationPolicy: 'no-termination' });
  expect(await instancesOf(owner, id)).toHaveLength(2);
  expect(await allInstances(owner)).toHaveLength(4);
  await expect(modify({ TotalTargetCapacity: '1' })).rejects.toMatchObject(refused('InvalidParameter', 400));
});

test('deleting a group releases its instances or leaves them', async ({ owner }) => {
  const { base } = await prepare(owner);
  const left = await create(owner, base);
  await owner.call('DeleteAutoProvisioningGroup', { AutoProvisioningGroupId: left });
  expect(await groups(owner)).toEqual([]);
  expect(await allInstances(owner)).toHaveLength(2);
  const gone = await create(owner, { ...base, TerminateInstances: true });
  expect(await allInstances(owner)).toHaveLength(4);
  await owner.call('DeleteAutoProvisioningGroup', { AutoProvisioningGroupId: gone });
  expect(await allInstances(owner)).toHaveLength(2);
});

test('a group begins and ends at its times', async ({ owner, clock }) => {
  const { base } = await prepare(owner);
  const id = await create(owner, {
    ...base,
    ValidFrom: '2024-01-01T01:00:00Z',
    ValidUntil: '2024-01-01T02:00:00Z',
    TerminateInstancesWithExpiration: true,
  });
  const [waiting] = await groups(owner);
  expect(waiting?.body).toMatchObject({
    Status: 'submitted',
    State: 'provision-in-progress',
    ValidFrom: '2024-01-01T01:00:00Z',
  });
  expect(await instancesOf(owner, id)).toEqual([]);
  clock.advance(60 * minute);
  expect(await instancesOf(owner, id)).toHaveLength(2);
  expect(await history(owner, id, { StartTime: '2024-01-01T01:30:00Z' })).toEqual([]);
  clock.advance(60 * minute);
  expect(await groups(owner)).toEqual([]);
  expect(await allInstances(owner)).toEqual([]);
});
