import { expect, test } from './fixtures.ts';
import {
  allInstances,
  create,
  groups,
  history,
  instancesOf,
  minute,
  prepare,
} from './auto-provisioning-steps.ts';
import { makeNetwork, makeVSwitch, publicImage } from './instance-steps.ts';

const refused = (code: string, status: number) => ({ code, status });

test('a pool that gives nothing is passed over, and a group without any says why and tries again', async ({
  owner,
  clock,
}) => {
  const { base, pool } = await prepare(owner);
  const unsold = { ...pool, InstanceType: 'ecs.t1.small', WeightedCapacity: 1 };
  const mixed = await create(owner, { ...base, LaunchTemplateConfig: [unsold, pool] });
  expect((await groups(owner))[0]?.text('State')).toBe('fulfilled');
  expect(await instancesOf(owner, mixed)).toHaveLength(2);
  const empty = await create(owner, { ...base, LaunchTemplateConfig: [unsold] });
  expect((await groups(owner))[0]?.text('State')).toBe('under-fulfilled');
  const [failed] = await history(owner, empty);
  expect(failed?.text('Status')).toBe('failed');
  expect(failed?.at('ActivityDetails.ActivityDetail.0.ErrorMessages.ErrorMessage.0.Code')).toBe(
    'InvalidInstanceType.ZoneNotSupported',
  );
  await owner.call('ModifyAutoProvisioningGroup', {
    AutoProvisioningGroupId: empty,
    LaunchTemplateConfig: [pool],
  });
  expect((await groups(owner))[0]?.text('State')).toBe('fulfilled');
  await owner.call('DeleteLaunchTemplate', { LaunchTemplateId: base.LaunchTemplateId });
  const [first] = await instancesOf(owner, empty);
  await owner.call('DeleteInstance', { InstanceId: first?.text('InstanceId') ?? '', Force: true });
  expect((await groups(owner))[0]?.text('State')).toBe('partial-fulfilled');
  const before = (await history(owner, empty)).length;
  clock.advance(10 * minute);
  expect((await history(owner, empty)).length).toBe(before + 1);
});

test('spot instances are spread evenly, others come by priority', async ({ owner }) => {
  const { base, pool, network } = await prepare(owner);
  const second = await makeVSwitch(owner, network.vpcId, '172.16.1.0/24', 'cn-hangzhou-i');
  const here = { ...pool, WeightedCapacity: 1, Priority: 1 };
  const there = { ...here, VSwitchId: second, Priority: 0 };
  const id = await create(owner, {
    ...base,
    TotalTargetCapacity: '7',
    PayAsYouGoTargetCapacity: '3',
    SpotTargetCapacity: '4',
    SpotAllocationStrategy: 'diversified',
    PayAsYouGoAllocationStrategy: 'prioritized',
    LaunchTemplateConfig: [here, there],
  });
  const placed = (await instancesOf(owner, id)).map(
    (instance) => `${instance.text('ZoneId')} ${String(instance.at('IsSpot'))}`,
  );
  expect(placed.sort()).toEqual([
    'cn-hangzhou-h true',
    'cn-hangzhou-h true',
    'cn-hangzhou-i false',
    'cn-hangzhou-i false',
    'cn-hangzhou-i false',
    'cn-hangzhou-i true',
    'cn-hangzhou-i true',
  ]);
});

test('an instant group answers with what it made, and needs no template', async ({ owner }) => {
  const { pool, network } = await prepare(owner);
  const unsold = { ...pool, InstanceType: 'ecs.t1.small', WeightedCapacity: 1 };
  const answer = await owner.call('CreateAutoProvisioningGroup', {
    AutoProvisioningGroupType: 'instant',
    TotalTargetCapacity: '4',
    DefaultTargetCapacityType: 'PayAsYouGo',
    LaunchConfiguration: {
      ImageId: await publicImage(owner),
      SecurityGroupId: network.securityGroupId,
      InstanceName: 'quick',
      SystemDiskCategory: 'cloud_essd',
      SystemDiskSize: 60,
    },
    LaunchTemplateConfig: [unsold, pool],
  });
  const results = answer.list('LaunchResults.LaunchResult');
  expect(results[0]?.body).toMatchObject({
    InstanceType: 'ecs.g6.xlarge',
    ZoneId: 'cn-hangzhou-h',
    SpotStrategy: 'NoSpot',
    Amount: 2,
  });
  expect(results[0]?.list('InstanceIds.InstanceId')).toHaveLength(2);
  expect(results[1]?.body).toMatchObject({
    InstanceType: 'ecs.t1.small',
    ErrorCode: 'InvalidInstanceType.ZoneNotSupported',
  });
  const [instance] = await allInstances(owner);
  expect(instance?.text('InstanceName')).toBe('quick');
  const disks = await owner.call('DescribeDisks', { InstanceId: instance?.text('InstanceId') ?? '' });
  expect(disks.at('Disks.Disk.0')).toMatchObject({ Category: 'cloud_essd', Size: 60 });
});

test.describe('in lifelike time', () => {
  test.use({ settings: { withoutRules: [], pace: 'real' } });

  test('a group is submitted, then active, and deleted after a while', async ({ owner, clock }) => {
    const network = await makeNetwork(owner, '172.16.0.0/16', () => clock.advance(minute));
    const configuration = { ImageId: await publicImage(owner), SecurityGroupId: network.securityGroupId };
    const id = await create(owner, {
      TotalTargetCapacity: '1',
      LaunchConfiguration: { ...configuration },
      LaunchTemplateConfig: [{ InstanceType: 'ecs.g6.large', VSwitchId: network.vswitchId, MaxPrice: 1 }],
    });
    const status = async (): Promise<string[]> => (await groups(owner)).map((group) => group.text('Status'));
    expect(await status()).toEqual(['submitted']);
    clock.advance(minute);
    expect(await status()).toEqual(['active']);
    await owner.call('ModifyAutoProvisioningGroup', {
      AutoProvisioningGroupId: id,
      TotalTargetCapacity: '2',
    });
    expect(await status()).toEqual(['modifying']);
    clock.advance(minute);
    await owner.call('DeleteAutoProvisioningGroup', { AutoProvisioningGroupId: id });
    expect(await status()).toEqual(['deleted-running']);
    await expect(
      owner.call('ModifyAutoProvisioningGroup', { AutoProvisioningGroupId: id, TotalTargetCapacity: '3' }),
    ).rejects.toMatchObject(refused('OperationDenied', 400));
    clock.advance(minute);
    expect(await status()).toEqual([]);
  });
});
