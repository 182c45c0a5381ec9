import { expect, test } from './fixtures.ts';
import {
  describe,
  find,
  instanceType,
  launchOf,
  makeNetwork,
  run,
  runOne,
  statusOf,
  zoneId,
} from './instance-steps.ts';

test('a new instance runs, and DescribeInstances tells all of it', async ({ owner }) => {
  const network = await makeNetwork(owner);
  const launch = await launchOf(owner, network);
  await owner.call('CreateKeyPair', { KeyPairName: 'key' });
  const id = await runOne(
    owner,
    {
      InstanceName: 'web-1',
      Description: 'The first one',
      HostName: 'web1',
      KeyPairName: 'key',
      DeletionProtection: true,
      ResourceGroupId: 'rg-1',
      Tag: [{ Key: 'team', Value: 'a' }],
      InternetChargeType: 'PayByBandwidth',
      InternetMaxBandwidthOut: 5,
      PrivateIpAddress: '172.16.0.77',
      SystemDisk: { Category: 'cloud_ssd', Size: 60 },
      DataDisk: [{ Category: 'cloud_efficiency', Size: 100 }],
    },
    network,
  );
  expect(id).toMatch(/^i-bp1[a-z0-9]{17}$/);
  const row = await describe(owner, id);
  expect(row.body).toMatchObject({
    InstanceId: id,
    InstanceName: 'web-1',
    Description: 'The first one',
    HostName: 'web1',
    KeyPairName: 'key',
    Status: 'Running',
    StoppedMode: 'Not-applicable',
    RegionId: 'cn-hangzhou',
    ZoneId: zoneId,
    ImageId: launch['ImageId'],
    InstanceType: instanceType,
    InstanceTypeFamily: 'ecs.sn1ne',
    Cpu: 2,
    Memory: 4096,
    CpuOptions: { CoreCount: 1, ThreadsPerCore: 2 },
    OSType: 'linux',
    IoOptimized: true,
    InstanceNetworkType: 'vpc',
    InstanceChargeType: 'PostPaid',
    ExpiredTime: '2099-12-31T15:59Z',
    CreationTime: '2024-01-01T00:00Z',
    StartTime: '2024-01-01T00:00Z',
    DeletionProtection: true,
    ResourceGroupId: 'rg-1',
    Tags: { Tag: [{ TagKey: 'team', TagValue: 'a' }] },
    InternetChargeType: 'PayByBandwidth',
    InternetMaxBandwidthOut: 5,
    InternetMaxBandwidthIn: 10,
    SpotStrategy: 'NoSpot',
    SpotPriceLimit: 0,
    GPUAmount: 0,
    SecurityGroupIds: { SecurityGroupId: [network.securityGroupId] },
    VpcAttributes: {
      VpcId: network.vpcId,
      VSwitchId: network.vswitchId,
      PrivateIpAddress: { IpAddress: ['172.16.0.77'] },
    },
    EipAddress: { AllocationId: '', IpAddress: '' },
    OperationLocks: { LockReason: [] },
  });
  expect(row.text('PublicIpAddress.IpAddress.0')).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
  expect(row.at('NetworkInterfaces.NetworkInterface.0')).toMatchObject({
    Type: 'Primary',
    PrimaryIpAddress: '172.16.0.77',
    PrivateIpSets: { PrivateIpSet: [{ PrivateIpAddress: '172.16.0.77', Primary: true }] },
  });
  const disks = (await owner.call('DescribeDisks', { InstanceId: id })).list('Disks.Disk');
  expect(disks.map((disk) => [disk.text('Type'), disk.at('Size')]).sort()).toEqual([
    ['data', 100],
    ['system', 60],
  ]);
});

test('what is not given has its documented default', async ({ owner }) => {
  const id = await runOne(owner);
  const row = await describe(owner, id, { 'AdditionalAttributes.1': 'META_OPTIONS' });
  expect(row.body).toMatchObject({
    InstanceName: id,
    HostName: `iZ${id.slice(2)}Z`,
    InternetChargeType: 'PayByTraffic',
    InternetMaxBandwidthOut: 0,
    PublicIpAddress: { IpAddress: [] },
    DeletionProtection: false,
    MetadataOptions: { HttpEndpoint: 'enabled', HttpTokens: 'optional', HttpPutResponseHopLimit: 1 },
  });
  expect(row.text('VpcAttributes.PrivateIpAddress.IpAddress.0')).toMatch(/^172\.16\.0\./);
});

test('metadata options are told only if asked for', async ({ owner }) => {
  const id = await runOne(owner, { HttpTokens: 'required' });
  expect((await describe(owner, id)).at('MetadataOptions')).toEqual({ HttpEndpoint: '', HttpTokens: '' });
});

test('an amount of instances gets ordered names, a suffix, or one name', async ({ owner }) => {
  const network = await makeNetwork(owner);
  const names = async (parameters: Record<string, string | number | boolean>): Promise<string[]> => {
    const ids = await run(owner, parameters, network);
    const rows = await owner.call('DescribeInstances', { InstanceIds: JSON.stringify(ids) });
    return rows.list('Instances.Instance').map((row) => row.text('InstanceName'));
  };
  expect(await names({ InstanceName: 'web[8,3]-a', Amount: 3 })).toEqual([
    'web008-a',
    'web009-a',
    'web010-a',
  ]);
  expect(await names({ InstanceName: 'app', Amount: 2, UniqueSuffix: true })).toEqual(['app001', 'app002']);
  expect(await names({ InstanceName: 'same', Amount: 2 })).toEqual(['same', 'same']);
});

test('each instance of an amount has an address and an interface of its own', async ({ owner }) => {
  const ids = await run(owner, { Amount: 20, InternetMaxBandwidthOut: 1 });
  const rows = (
    await owner.call('DescribeInstances', { InstanceIds: JSON.stringify(ids), PageSize: 100 })
  ).list('Instances.Instance');
  expect(new Set(rows.map((row) => row.text('VpcAttributes.PrivateIpAddress.IpAddress.0'))).size).toBe(20);
  expect(new Set(rows.map((row) => row.text('PublicIpAddress.IpAddress.0'))).size).toBe(20);
  expect(new Set(rows.map((row) => row.text('NetworkInterfaces.NetworkInterface.0.MacAddress'))).size).toBe(
    20,
  );
});

test('DryRun makes every check and nothing else', async ({ owner }) => {
  await expect(run(owner, { DryRun: true })).rejects.toMatchObject({ code: 'DryRunOperation' });
  await expect(run(owner, { DryRun: true, ImageId: 'm-none' })).rejects.toMatchObject({
    code: 'InvalidImageId.NotFound',
  });
  expect(await find(owner, {})).toEqual([]);
});

test('CreateInstance makes one that stays Stopped, without a public address', async ({ owner }) => {
  const launch = await launchOf(owner, await makeNetwork(owner));
  const id = (await owner.call('CreateInstance', { ...launch, InternetMaxBandwidthOut: 5 })).text(
    'InstanceId',
  );
  const row = await describe(owner, id);
  expect(row.text('Status')).toBe('Stopped');
  expect(row.at('PublicIpAddress.IpAddress')).toEqual([]);
  await owner.call('StartInstance', { InstanceId: id });
  expect(await statusOf(owner, id)).toBe('Running');
});

test("an instance's image is its own, shared, or public", async ({ owner, other }) => {
  const id = await runOne(owner);
  const imageId = (await owner.call('CreateImage', { InstanceId: id })).text('ImageId');
  await runOne(owner, { ImageId: imageId });
  await expect(run(other, { ImageId: imageId })).rejects.toMatchObject({ code: 'InvalidImageId.NotFound' });
  await owner.call('ModifyImageSharePermission', { ImageId: imageId, AddAccount: [await other.id()] });
  const theirs = await runOne(other, { ImageId: imageId });
  await owner.call('ModifyImageSharePermission', { ImageId: imageId, RemoveAccount: [await other.id()] });
  expect((await describe(other, theirs)).text('ImageId')).toBe(imageId);
  expect(await statusOf(other, theirs)).toBe('Running');
});

test('instances of other accounts and regions are not seen', async ({ owner, other }) => {
  const id = await runOne(owner);
  const ids = { InstanceIds: JSON.stringify([id]) };
  expect(await find(other, ids)).toEqual([]);
  expect(await find(owner.in('cn-beijing'), ids)).toEqual([]);
  await expect(other.call('StopInstance', { InstanceId: id })).rejects.toMatchObject({
    code: 'InvalidInstanceId.NotFound',
    status: 404,
  });
});

test('DescribeInstanceStatus, DescribeInstanceAttribute and the full status agree', async ({ owner }) => {
  const network = await makeNetwork(owner);
  const [first = '', second = ''] = await run(owner, { Amount: 2 }, network);
  await owner.call('StopInstance', { InstanceId: second });
  const statuses = await owner.call('DescribeInstanceStatus', { ZoneId: zoneId });
  expect(statuses.at('InstanceStatuses.InstanceStatus')).toEqual([
    { InstanceId: second, Status: 'Stopped' },
    { InstanceId: first, Status: 'Running' },
  ]);
  const one = await owner.call('DescribeInstanceStatus', { InstanceId: [first] });
  expect(one.at('TotalCount')).toBe(1);
  await expect(owner.call('DescribeInstanceStatus', { InstanceId: ['i-none'] })).rejects.toMatchObject({
    code: 'InvalidInstanceId.NotFound',
  });
  const full = await owner.call('DescribeInstancesFullStatus', { Status: 'Stopped' });
  expect(full.at('InstanceFullStatusSet.InstanceFullStatusType')).toMatchObject([
    { InstanceId: second, Status: { Name: 'Stopped' }, HealthStatus: { Name: 'Ok' } },
  ]);
  const attribute = await owner.call('DescribeInstanceAttribute', { InstanceId: first });
  expect(attribute.body).toMatchObject({
    InstanceId: first,
    Status: 'Running',
    InstanceType: instanceType,
    IoOptimized: 'optimized',
    EnableJumboFrame: false,
    VpcAttributes: { VSwitchId: network.vswitchId },
  });
});
