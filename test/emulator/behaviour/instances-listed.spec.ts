import { expect, test } from './fixtures.ts';
import {
  describe,
  find,
  instanceType,
  makeNetwork,
  makeVSwitch,
  publicImage,
  run,
  runOne,
  zoneId,
} from './instance-steps.ts';

test('DescribeInstances finds by each of its filters', async ({ owner }) => {
  const network = await makeNetwork(owner);
  const second = await makeVSwitch(owner, network.vpcId, '172.16.1.0/24', 'cn-hangzhou-i');
  const windows = await publicImage(owner, 'windows');
  await owner.call('CreateKeyPair', { KeyPairName: 'key' });
  const a = await runOne(
    owner,
    {
      InstanceName: 'web-a',
      KeyPairName: 'key',
      InternetMaxBandwidthOut: 1,
      ResourceGroupId: 'rg-1',
      'Tag.1.Key': 'team',
      'Tag.1.Value': 'a',
    },
    network,
  );
  const b = await runOne(
    owner,
    {
      InstanceName: 'db-b',
      VSwitchId: second,
      InstanceType: 'ecs.g6.large',
      ImageId: windows,
      InternetChargeType: 'PayByBandwidth',
      InstanceChargeType: 'PrePaid',
      Period: 1,
      HttpTokens: 'required',
    },
    network,
  );
  await owner.call('StopInstance', { InstanceId: b });
  const rowA = await describe(owner, a);
  const onlyA = [
    { InstanceName: 'web-*' },
    { InstanceName: 'web-a' },
    { VSwitchId: network.vswitchId },
    { ZoneId: zoneId },
    { ImageId: rowA.text('ImageId') },
    { InstanceType: instanceType },
    { InstanceTypeFamily: 'ecs.sn1ne' },
    { KeyPairName: 'key' },
    { ResourceGroupId: 'rg-1' },
    { Status: 'Running' },
    { InstanceChargeType: 'PostPaid' },
    { InternetChargeType: 'PayByTraffic' },
    { 'Tag.1.Key': 'team' },
    { PrivateIpAddresses: JSON.stringify([rowA.text('VpcAttributes.PrivateIpAddress.IpAddress.0')]) },
    { PublicIpAddresses: JSON.stringify([rowA.text('PublicIpAddress.IpAddress.0')]) },
    { HttpTokens: 'optional' },
  ];
  for (const filter of onlyA) expect(await find(owner, filter), JSON.stringify(filter)).toEqual([a]);
  const both = [
    { VpcId: network.vpcId },
    { SecurityGroupId: network.securityGroupId },
    { InstanceNetworkType: 'vpc' },
    { 'Filter.1.Key': 'CreationStartTime', 'Filter.1.Value': '2023-01-01T00:00Z' },
    { InstanceIds: JSON.stringify([b, a]) },
  ];
  for (const filter of both) expect(await find(owner, filter), JSON.stringify(filter)).toEqual([b, a]);
  const none = [
    { InstanceName: 'web' },
    { InstanceNetworkType: 'classic' },
    { InnerIpAddresses: '["10.0.0.1"]' },
    { IoOptimized: false },
    { LockReason: 'security' },
    { 'Filter.1.Key': 'CreationEndTime', 'Filter.1.Value': '2023-01-01T00:00Z' },
    { InstanceIds: JSON.stringify([a]), Status: 'Stopped' },
  ];
  for (const filter of none) expect(await find(owner, filter), JSON.stringify(filter)).toEqual([]);
});

test('DescribeInstances refuses filters that make no sense', async ({ owner }) => {
  const refused = [
    [{ Status: 'Dancing' }, 'InvalidStatus.NotFound'],
    [{ InstanceChargeType: 'Free' }, 'InvalidInstanceChargeType.NotFound'],
    [{ InstanceNetworkType: 'moon' }, 'InvalidNetworkType.NotFound'],
    [{ LockReason: 'bored' }, 'InvalidLockReason.NotFound'],
    [{ 'Filter.1.Key': 'Colour', 'Filter.1.Value': '2023-01-01T00:00Z' }, 'InvalidFilterKey.NotFound'],
    [{ InstanceIds: '[1' }, 'InvalidInstanceIds.Malformed'],
    [
      { InstanceIds: JSON.stringify(Array.from({ length: 101 }, (_, at) => `i-${at}`)) },
      'InvalidInstanceIds.Malformed',
    ],
  ] as const;
  for (const [filter, code] of refused) {
    await expect(owner.call('DescribeInstances', filter), code).rejects.toMatchObject({ code });
  }
});

test('pages are cut by number and by token', async ({ owner }) => {
  const ids = await run(owner, { Amount: 25 });
  const newestFirst = [...ids].reverse();
  expect(await find(owner, { PageSize: 10, PageNumber: 3 })).toEqual(newestFirst.slice(20));
  const first = await owner.call('DescribeInstances', { MaxResults: 20 });
  expect(first.list('Instances.Instance')).toHaveLength(20);
  expect(await find(owner, { MaxResults: 20, NextToken: first.text('NextToken') })).toEqual(
    newestFirst.slice(20),
  );
  // MaxResults below 10 counts as 10.
  expect(await find(owner, { MaxResults: 1 })).toHaveLength(10);
  expect((await owner.call('DescribeInstances', { PageSize: 100 })).at('TotalCount')).toBe(25);
});
