import { expect, test } from './fixtures.ts';
import { describe, makeNetwork, makeSecurityGroup, makeVSwitch, runOne, statusOf } from './instance-steps.ts';

test('ModifyInstanceAttribute changes what is given and leaves the rest', async ({ owner }) => {
  const network = await makeNetwork(owner);
  const id = await runOne(owner, { InstanceName: 'before', Description: 'As it was' }, network);
  const group = await makeSecurityGroup(owner, { VpcId: network.vpcId });
  const userData = Buffer.from('#!/bin/sh').toString('base64');
  await owner.call('ModifyInstanceAttribute', {
    InstanceId: id,
    InstanceName: 'after',
    HostName: 'host-1',
    Password: 'Secret-123',
    UserData: userData,
    SecurityGroupIds: [group],
    EnableJumboFrame: true,
  });
  const row = await describe(owner, id);
  expect(row.body).toMatchObject({
    InstanceName: 'after',
    Description: 'As it was',
    HostName: 'host-1',
    SecurityGroupIds: { SecurityGroupId: [group] },
  });
  expect((await owner.call('DescribeUserData', { InstanceId: id })).body).toMatchObject({
    InstanceId: id,
    RegionId: 'cn-hangzhou',
    UserData: userData,
  });
  const attribute = await owner.call('DescribeInstanceAttribute', { InstanceId: id });
  expect(attribute.at('EnableJumboFrame')).toBe(true);
  const interfaces = await owner.call('DescribeNetworkInterfaces', { InstanceId: id });
  expect(
    interfaces.at('NetworkInterfaceSets.NetworkInterfaceSet.0.SecurityGroupIds.SecurityGroupId'),
  ).toEqual([group]);
});

const refusals = [
  [{ InstanceName: '1' }, 'InvalidInstanceName.Malformed', 400],
  [{ Description: 'http://x' }, 'InvalidDescription.Malformed', 400],
  [{ HostName: '-' }, 'InvalidHostName.Malformed', 400],
  [{ Password: 'short' }, 'InvalidPassword.Malformed', 400],
  [{ 'SecurityGroupIds.1': 'sg-none' }, 'InvalidSecurityGroupId.NotFound', 404],
  [{ InstanceId: 'i-none' }, 'InvalidInstanceId.NotFound', 404],
] as const;

for (const [parameters, code, status] of refusals) {
  test(`ModifyInstanceAttribute refuses ${JSON.stringify(parameters)}`, async ({ owner }) => {
    const id = await runOne(owner);
    await expect(
      owner.call('ModifyInstanceAttribute', { InstanceId: id, ...parameters }),
    ).rejects.toMatchObject({ code, status });
  });
}

test('the type changes only while the instance is Stopped', async ({ owner }) => {
  const id = await runOne(owner);
  const change = { InstanceId: id, InstanceType: 'ecs.g6.large' };
  await expect(owner.call('ModifyInstanceSpec', change)).rejects.toMatchObject({
    code: 'InvalidInstanceStatus.NotStopped',
    status: 400,
  });
  await owner.call('StopInstance', { InstanceId: id });
  await owner.call('ModifyInstanceSpec', change);
  expect((await describe(owner, id)).body).toMatchObject({ InstanceType: 'ecs.g6.large', Memory: 8192 });
  await expect(
    owner.call('ModifyInstanceSpec', { InstanceId: id, InstanceType: 'ecs.none' }),
  ).rejects.toMatchObject({ code: 'InvalidInstanceType.ValueNotSupported' });
  await expect(owner.call('ModifyPrepayInstanceSpec', change)).rejects.toMatchObject({
    code: 'ChargeTypeViolation',
  });
});

test('bandwidth to the internet grows, and then there is an address', async ({ owner }) => {
  const id = await runOne(owner);
  await owner.call('ModifyInstanceNetworkSpec', {
    InstanceId: id,
    InternetMaxBandwidthOut: 10,
    NetworkChargeType: 'PayByBandwidth',
  });
  const address = (await owner.call('AllocatePublicIpAddress', { InstanceId: id })).text('IpAddress');
  expect((await describe(owner, id)).body).toMatchObject({
    InternetMaxBandwidthOut: 10,
    InternetChargeType: 'PayByBandwidth',
    PublicIpAddress: { IpAddress: [address] },
  });
  await expect(owner.call('AllocatePublicIpAddress', { InstanceId: id })).rejects.toMatchObject({
    code: 'AllocatedAlready',
    status: 403,
  });
});

test('an instance changes to a subscription and back', async ({ owner }) => {
  const id = await runOne(owner);
  const ids = JSON.stringify([id]);
  await owner.call('ModifyInstanceChargeType', {
    InstanceIds: ids,
    InstanceChargeType: 'PrePaid',
    Period: 1,
  });
  expect((await describe(owner, id)).body).toMatchObject({
    InstanceChargeType: 'PrePaid',
    ExpiredTime: '2024-02-01T00:00Z',
  });
  await owner.call('ModifyInstanceAutoRenewAttribute', {
    InstanceId: id,
    RenewalStatus: 'AutoRenewal',
    Duration: 2,
    PeriodUnit: 'Month',
  });
  const renewal = await owner.call('DescribeInstanceAutoRenewAttribute', { InstanceId: id });
  expect(renewal.at('InstanceRenewAttributes.InstanceRenewAttribute')).toMatchObject([
    {
      InstanceId: id,
      AutoRenewEnabled: true,
      RenewalStatus: 'AutoRenewal',
      Duration: 2,
      PeriodUnit: 'Month',
    },
  ]);
  await expect(
    owner.call('ModifyInstanceAutoReleaseTime', { InstanceId: id, AutoReleaseTime: '2024-03-01T00:00:00Z' }),
  ).rejects.toMatchObject({ code: 'ChargeTypeViolation' });
  await owner.call('ModifyInstanceChargeType', { InstanceIds: ids, InstanceChargeType: 'PostPaid' });
  expect((await describe(owner, id)).text('InstanceChargeType')).toBe('PostPaid');
  await owner.call('ModifyInstanceAutoReleaseTime', {
    InstanceId: id,
    AutoReleaseTime: '2024-03-01T00:00:00Z',
  });
  expect((await describe(owner, id)).text('AutoReleaseTime')).toBe('2024-03-01T00:00Z');
});

test('a Stopped instance moves to another VSwitch of its zone', async ({ owner }) => {
  const network = await makeNetwork(owner);
  const id = await runOne(owner, {}, network);
  const target = await makeVSwitch(owner, network.vpcId, '172.16.9.0/24');
  const elsewhere = await makeVSwitch(owner, network.vpcId, '172.16.10.0/24', 'cn-hangzhou-i');
  const move = { InstanceId: id, VSwitchId: target, PrivateIpAddress: '172.16.9.9' };
  await expect(owner.call('ModifyInstanceVpcAttribute', move)).rejects.toMatchObject({
    code: 'IncorrectInstanceStatus',
    status: 400,
  });
  await owner.call('StopInstance', { InstanceId: id });
  await owner.call('ModifyInstanceVpcAttribute', move);
  const row = await describe(owner, id);
  expect(row.at('VpcAttributes')).toMatchObject({
    VSwitchId: target,
    PrivateIpAddress: { IpAddress: ['172.16.9.9'] },
  });
  expect(row.text('NetworkInterfaces.NetworkInterface.0.PrimaryIpAddress')).toBe('172.16.9.9');
  await expect(
    owner.call('ModifyInstanceVpcAttribute', { InstanceId: id, VSwitchId: elsewhere }),
  ).rejects.toMatchObject({ code: 'InvalidVSwitchId.Mismatch' });
});

test('an instance moves to another VPC with a group of that', async ({ owner }) => {
  const id = await runOne(owner);
  const other = await makeNetwork(owner, '10.0.0.0/16');
  await owner.call('StopInstance', { InstanceId: id });
  const move = { InstanceId: id, VSwitchId: other.vswitchId, VpcId: other.vpcId };
  await expect(owner.call('ModifyInstanceVpcAttribute', move)).rejects.toMatchObject({
    code: 'MissingParameter',
  });
  await owner.call('ModifyInstanceVpcAttribute', { ...move, SecurityGroupId: [other.securityGroupId] });
  expect((await describe(owner, id)).body).toMatchObject({
    VpcAttributes: { VpcId: other.vpcId, VSwitchId: other.vswitchId },
    SecurityGroupIds: { SecurityGroupId: [other.securityGroupId] },
  });
});

test('metadata options, maintenance, RAM role and resource group change', async ({ owner }) => {
  const id = await runOne(owner);
  await owner.call('ModifyInstanceMetadataOptions', {
    InstanceId: id,
    HttpEndpoint: 'enabled',
    HttpTokens: 'required',
  });
  const row = await describe(owner, id, { 'AdditionalAttributes.1': 'META_OPTIONS' });
  expect(row.at('MetadataOptions')).toMatchObject({ HttpEndpoint: 'enabled', HttpTokens: 'required' });
  await owner.call('ModifyInstanceMaintenanceAttributes', {
    InstanceId: [id],
    ActionOnMaintenance: 'Stop',
    NotifyOnMaintenance: true,
    MaintenanceWindow: [{ StartTime: '02:00:00', EndTime: '03:00:00' }],
  });
  const maintenance = await owner.call('DescribeInstanceMaintenanceAttributes', { InstanceId: [id] });
  expect(maintenance.at('MaintenanceAttributes.MaintenanceAttribute')).toMatchObject([
    {
      InstanceId: id,
      NotifyOnMaintenance: true,
      ActionOnMaintenance: { Value: 'Stop', DefaultValue: 'AutoRecover' },
      MaintenanceWindows: { MaintenanceWindow: [{ StartTime: '02:00:00', EndTime: '03:00:00' }] },
    },
  ]);
  const ids = { InstanceIds: JSON.stringify([id]) };
  await owner.call('AttachInstanceRamRole', { ...ids, RamRoleName: 'reader' });
  const roles = await owner.call('DescribeInstanceRamRole', ids);
  expect(roles.at('InstanceRamRoleSets.InstanceRamRoleSet')).toEqual([
    { InstanceId: id, RamRoleName: 'reader' },
  ]);
  const second = await owner.call('AttachInstanceRamRole', { ...ids, RamRoleName: 'writer' });
  expect(second.at('FailCount')).toBe(1);
  await owner.call('DetachInstanceRamRole', { ...ids, RamRoleName: 'reader' });
  const without = await owner.call('DescribeInstanceRamRole', ids);
  expect(without.at('InstanceRamRoleSets.InstanceRamRoleSet')).toEqual([{ InstanceId: id, RamRoleName: '' }]);
  const byRole = await owner.call('DescribeInstanceRamRole', { RamRoleName: 'reader' });
  expect(byRole.at('TotalCount')).toBe(0);
  await owner.call('JoinResourceGroup', {
    ResourceType: 'instance',
    ResourceId: id,
    ResourceGroupId: 'rg-2',
  });
  expect((await describe(owner, id)).text('ResourceGroupId')).toBe('rg-2');
});

test('an instance joins and leaves security groups, and keeps one', async ({ owner }) => {
  const network = await makeNetwork(owner);
  const id = await runOne(owner, {}, network);
  const second = await makeSecurityGroup(owner, { VpcId: network.vpcId });
  const both = { InstanceId: id, SecurityGroupId: second };
  await owner.call('JoinSecurityGroup', both);
  await expect(owner.call('JoinSecurityGroup', both)).rejects.toMatchObject({
    code: 'InvalidInstanceId.AlreadyExists',
    status: 403,
  });
  expect((await describe(owner, id)).at('SecurityGroupIds.SecurityGroupId')).toEqual([
    network.securityGroupId,
    second,
  ]);
  await owner.call('LeaveSecurityGroup', { InstanceId: id, SecurityGroupId: network.securityGroupId });
  await expect(
    owner.call('LeaveSecurityGroup', { InstanceId: id, SecurityGroupId: network.securityGroupId }),
  ).rejects.toMatchObject({ code: 'InstanceNotInSecurityGroup', status: 403 });
  await expect(owner.call('LeaveSecurityGroup', both)).rejects.toMatchObject({
    code: 'InstanceLastSecurityGroup',
    status: 403,
  });
  const foreign = await makeNetwork(owner, '10.0.0.0/16');
  await expect(
    owner.call('JoinSecurityGroup', { InstanceId: id, SecurityGroupId: foreign.securityGroupId }),
  ).rejects.toMatchObject({ code: 'InvalidInstanceId.Mismatch' });
  for (let at = 0; at < 4; at++) {
    const group = await makeSecurityGroup(owner, { VpcId: network.vpcId });
    await owner.call('JoinSecurityGroup', { InstanceId: id, SecurityGroupId: group });
  }
  await expect(
    owner.call('JoinSecurityGroup', { InstanceId: id, SecurityGroupId: network.securityGroupId }),
  ).rejects.toMatchObject({ code: 'InstanceSecurityGroupLimitExceeded' });
  expect(await statusOf(owner, id)).toBe('Running');
});
