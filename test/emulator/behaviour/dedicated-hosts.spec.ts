import { createEmulator } from '../../../emulator/index.ts';
import { Account, sendDirectly } from '../api-client.ts';
import type { Parameters } from '../api-client.ts';
import { expect, test } from './fixtures.ts';
import { describe, makeNetwork, run, runOne, zoneId } from './instance-steps.ts';

const refused = (code: string, status: number) => ({ code, status });

const allocate = async (account: Account, more: Parameters = {}): Promise<string> =>
  (
    await account.call('AllocateDedicatedHosts', { DedicatedHostType: 'ddh.g6', ZoneId: zoneId, ...more })
  ).text('DedicatedHostIdSets.DedicatedHostId.0');

const hosts = async (account: Account, more: Parameters = {}) =>
  (await account.call('DescribeDedicatedHosts', more)).list('DedicatedHosts.DedicatedHost');

test('a host has what was asked for and what its type has', async ({ owner, other }) => {
  const id = await allocate(owner, {
    DedicatedHostName: 'own-server',
    Description: 'the first',
    ActionOnMaintenance: 'Stop',
    AutoPlacement: 'off',
    NetworkAttributes: { UdpTimeout: 60, SlbUdpTimeout: 70 },
    Tag: [{ Key: 'a', Value: 'b' }],
  });
  expect(id).toMatch(/^dh-bp1[a-z0-9]{17}$/);
  const [host] = await hosts(owner, { DedicatedHostIds: JSON.stringify([id]) });
  expect(host?.body).toMatchObject({
    DedicatedHostName: 'own-server',
    Description: 'the first',
    DedicatedHostType: 'ddh.g6',
    Status: 'Available',
    ZoneId: zoneId,
    ActionOnMaintenance: 'Stop',
    AutoPlacement: 'off',
    NetworkAttributes: { UdpTimeout: 60, SlbUdpTimeout: 70 },
    ChargeType: 'PostPaid',
    SaleCycle: '',
    ExpiredTime: '2999-09-08T16:00Z',
    Capacity: { TotalVcpus: 104, AvailableVcpus: 104, TotalMemory: 384, AvailableMemory: 384 },
    Cores: 52,
    SupportedInstanceTypeFamilies: { SupportedInstanceTypeFamily: ['ecs.c6', 'ecs.g6'] },
    Tags: { Tag: [{ TagKey: 'a', TagValue: 'b' }] },
  });
  expect(host?.at('SupportedInstanceTypesList.SupportedInstanceTypesList')).toContain('ecs.g6.large');
  expect(await hosts(other)).toEqual([]);
});

test('refuses what there is not', async ({ owner }) => {
  const cases: [Parameters, string, number][] = [
    [{ DedicatedHostType: 'ddh.x1' }, 'InvalidDedicatedHostType.ValueNotSupported', 403],
    [{ ZoneId: 'cn-hangzhou-z' }, 'InvalidZoneId.NotFound', 404],
    [{ DedicatedHostName: '1' }, 'InvalidDedicatedHostName.Malformed', 404],
    [{ Description: 'http://x' }, 'InvalidDescription.Malformed', 400],
    [{ NetworkAttributes: { UdpTimeout: 1 } }, 'InvalidParameter.UdpTimeout', 400],
    [{ AutoPlacement: 'maybe' }, 'InvalidParameter', 400],
    [{ Quantity: 101 }, 'InvalidParameter', 400],
    [{ ChargeType: 'PrePaid', Period: 99 }, 'InvalidPeriod', 400],
    [{ DedicatedHostClusterId: 'dc-none' }, 'InvalidDedicatedHostClusterId.NotFound', 404],
    [{ AutoReleaseTime: '2024-01-01T00:01:00Z' }, 'InvalidAutoReleaseTime.Malformed', 400],
  ];
  for (const [parameters, code, status] of cases) {
    await expect(allocate(owner, parameters), JSON.stringify(parameters)).rejects.toMatchObject(
      refused(code, status),
    );
  }
});

test('instances take room on a host, which is released when it is empty', async ({ owner }) => {
  const network = await makeNetwork(owner);
  const hostId = await allocate(owner, { DedicatedHostName: 'own-server' });
  const onHost = { DedicatedHostId: hostId };
  const large = { ...onHost, InstanceType: 'ecs.g6.13xlarge' };
  const instanceId = await runOne(owner, large, network);
  expect((await describe(owner, instanceId)).at('DedicatedHostAttribute')).toEqual({
    DedicatedHostId: hostId,
    DedicatedHostName: 'own-server',
    DedicatedHostClusterId: '',
  });
  const [host] = await hosts(owner);
  expect(host?.at('Capacity')).toMatchObject({ AvailableVcpus: 52, AvailableMemory: 192 });
  expect(host?.text('Instances.Instance.0.InstanceId')).toBe(instanceId);
  await expect(run(owner, { ...large, Amount: 2 }, network)).rejects.toMatchObject(
    refused('OperationDenied.NoStock', 403),
  );
  await expect(runOne(owner, { ...onHost, InstanceType: 'ecs.r6.large' }, network)).rejects.toMatchObject(
    refused('DedicatedHostType.Unmatched', 400),
  );
  await expect(runOne(owner, { DedicatedHostId: 'dh-none' }, network)).rejects.toMatchObject(
    refused('InvalidDedicatedHostId.NotFound', 400),
  );
  const elsewhere = await allocate(owner, { ZoneId: 'cn-hangzhou-i' });
  await expect(
    runOne(owner, { DedicatedHostId: elsewhere, InstanceType: 'ecs.g6.large' }, network),
  ).rejects.toMatchObject(refused('InvalidParameter.Mismatch', 400));

  const release = () => owner.call('ReleaseDedicatedHost', onHost);
  await expect(release()).rejects.toMatchObject(refused('InstanceExist', 403));
  const second = await allocate(owner);
  const move = { InstanceId: instanceId, DedicatedHostId: second };
  await expect(owner.call('ModifyInstanceDeployment', move)).rejects.toMatchObject(
    refused('OperationDenied.UnstoppedInstance', 400),
  );
  await owner.call('ModifyInstanceDeployment', { ...move, Force: true });
  await release();
  await expect(release()).rejects.toMatchObject(refused('InvalidDedicatedHostId.NotFound', 404));
});

test('is modified, prolonged and paid otherwise', async ({ owner }) => {
  const id = await allocate(owner);
  const host = { DedicatedHostId: id };
  await owner.call('ModifyDedicatedHostAttribute', { ...host, DedicatedHostName: 'renamed' });
  await owner.call('ModifyDedicatedHostAutoReleaseTime', {
    ...host,
    AutoReleaseTime: '2024-02-01T00:00:00Z',
  });
  expect((await hosts(owner))[0]?.body).toMatchObject({
    DedicatedHostName: 'renamed',
    AutoReleaseTime: '2024-02-01T00:00Z',
  });
  const several = { DedicatedHostIds: JSON.stringify([id]) };
  const paid = { ...several, DedicatedHostChargeType: 'PrePaid', Period: 1, PeriodUnit: 'Month' };
  await expect(owner.call('ModifyDedicatedHostsChargeType', paid)).rejects.toMatchObject(
    refused('ReleaseTimeHaveBeenSet', 400),
  );
  await expect(owner.call('RenewDedicatedHosts', { ...several, Period: 1 })).rejects.toMatchObject(
    refused('ChargeTypeViolation', 403),
  );
  await owner.call('ModifyDedicatedHostAutoReleaseTime', host);
  await owner.call('ModifyDedicatedHostsChargeType', paid);
  await owner.call('RenewDedicatedHosts', { ...several, Period: 1, PeriodUnit: 'Year' });
  expect((await hosts(owner))[0]?.body).toMatchObject({
    ChargeType: 'PrePaid',
    SaleCycle: 'Year',
    ExpiredTime: '2025-02-01T00:00Z',
  });
  await expect(owner.call('ReleaseDedicatedHost', host)).rejects.toMatchObject(
    refused('ChargeTypeViolation', 400),
  );
  await owner.call('ReleaseDedicatedHost', { ...host, TerminateSubscription: true });
});

test('hosts are in clusters of their zone', async ({ owner }) => {
  const cluster = await owner.call('CreateDedicatedHostCluster', {
    ZoneId: zoneId,
    DedicatedHostClusterName: 'servers',
    Tag: [{ Key: 'a', Value: 'b' }],
  });
  const clusterId = cluster.text('DedicatedHostClusterId');
  const hostId = await allocate(owner, { DedicatedHostClusterId: clusterId });
  await expect(
    allocate(owner, { DedicatedHostClusterId: clusterId, ZoneId: 'cn-hangzhou-i' }),
  ).rejects.toMatchObject(refused('InvalidParameter.Conflict', 400));
  const named = { DedicatedHostClusterId: clusterId };
  await owner.call('ModifyDedicatedHostClusterAttribute', { ...named, Description: 'ours' });
  const found = await owner.call('DescribeDedicatedHostClusters', { DedicatedHostClusterName: 'servers' });
  expect(found.at('DedicatedHostClusters.DedicatedHostCluster.0')).toMatchObject({
    DedicatedHostClusterId: clusterId,
    Description: 'ours',
    ZoneId: zoneId,
    DedicatedHostIds: { DedicatedHostId: [hostId] },
    DedicatedHostClusterCapacity: { TotalVcpus: 104, AvailableVcpus: 104 },
    Tags: { Tag: [{ TagKey: 'a', TagValue: 'b' }] },
  });
  await expect(owner.call('DeleteDedicatedHostCluster', named)).rejects.toMatchObject(
    refused('DependencyViolation', 403),
  );
  await owner.call('ReleaseDedicatedHost', { DedicatedHostId: hostId });
  await owner.call('DeleteDedicatedHostCluster', named);
  await expect(owner.call('DeleteDedicatedHostCluster', named)).rejects.toMatchObject(
    refused('InvalidDedicatedHostClusterId.NotFound', 404),
  );
  await expect(
    owner.call('CreateDedicatedHostCluster', { ZoneId: zoneId, DedicatedHostClusterName: '1' }),
  ).rejects.toMatchObject(refused('InvalidDedicatedHostClusterName.Malformed', 400));
});

test('lists hosts by their properties, and the types that take a family', async ({ owner }) => {
  const first = await allocate(owner, { DedicatedHostName: 'one', ResourceGroupId: 'rg-1' });
  const second = await allocate(owner, { DedicatedHostType: 'ddh.c6s', CpuOverCommitRatio: 2 });
  const found = async (filter: Parameters): Promise<string[]> =>
    (await hosts(owner, filter)).map((host) => host.text('DedicatedHostId'));
  expect(await found({})).toEqual([second, first]);
  expect(await found({ DedicatedHostName: 'one' })).toEqual([first]);
  expect(await found({ DedicatedHostType: 'ddh.c6s' })).toEqual([second]);
  expect(await found({ ResourceGroupId: 'rg-1' })).toEqual([first]);
  expect(await found({ Status: 'Redeploying' })).toEqual([]);
  expect(await found({ LockReason: 'security' })).toEqual([]);
  expect((await hosts(owner, { DedicatedHostType: 'ddh.c6s' }))[0]?.at('CpuOverCommitRatio')).toBe(2);
  await expect(hosts(owner, { Status: 'Gone' })).rejects.toMatchObject(
    refused('InvalidStatus.ValueNotSupported', 400),
  );
  const types = await owner.call('DescribeDedicatedHostTypes', { SupportedInstanceTypeFamily: 'ecs.g6' });
  expect(
    types.list('DedicatedHostTypes.DedicatedHostType').map((type) => type.text('DedicatedHostType')),
  ).toEqual(['ddh.g6', 'ddh.r6']);
});

test('a host that is being made is not released', async ({ clock }) => {
  const emulator = createEmulator({ clock, pace: 'real' });
  const owner = new Account(sendDirectly(emulator), 'owner', 'cn-hangzhou');
  const id = await allocate(owner);
  await expect(owner.call('ReleaseDedicatedHost', { DedicatedHostId: id })).rejects.toMatchObject(
    refused('IncorrectHostStatus.Initializing', 400),
  );
  clock.advance(60_000);
  await owner.call('ReleaseDedicatedHost', { DedicatedHostId: id });
});
