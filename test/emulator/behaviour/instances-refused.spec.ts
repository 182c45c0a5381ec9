import { expect, test } from './fixtures.ts';
import { describe, find, makeNetwork, makeSecurityGroup, run, runOne } from './instance-steps.ts';

const refusals: readonly [string, Record<string, string | number>, string, number][] = [
  ['no instance type', { InstanceType: '' }, 'MissingParameter', 400],
  ['an unknown instance type', { InstanceType: 'ecs.none' }, 'InvalidInstanceType.ValueNotSupported', 400],
  [
    'a type that the zone does not sell',
    { InstanceType: 'ecs.t1.small' },
    'InvalidInstanceType.ZoneNotSupported',
    403,
  ],
  ['no image', { ImageId: '' }, 'MissingParameter', 400],
  ['an unknown image', { ImageId: 'm-none' }, 'InvalidImageId.NotFound', 404],
  ['an unknown image family', { ImageId: '', ImageFamily: 'none' }, 'InvalidImageId.NotFound', 404],
  ['no VSwitch', { VSwitchId: '' }, 'MissingParameter', 400],
  ['an unknown VSwitch', { VSwitchId: 'vsw-none' }, 'InvalidVSwitchId.NotFound', 404],
  ['no security group', { SecurityGroupId: '' }, 'MissingParameter', 400],
  ['an unknown security group', { SecurityGroupId: 'sg-none' }, 'InvalidSecurityGroupId.NotFound', 400],
  ['an unknown zone', { ZoneId: 'cn-nowhere-a' }, 'InvalidZoneId.NotFound', 404],
  ["a zone other than the VSwitch's", { ZoneId: 'cn-hangzhou-i' }, 'InvalidParameter.Mismatch', 400],
  ['a name that begins with a digit', { InstanceName: '1web' }, 'InvalidInstanceName.Malformed', 400],
  ['a name that is a URL', { InstanceName: 'http://web' }, 'InvalidInstanceName.Malformed', 400],
  ['a description of one character', { Description: 'x' }, 'InvalidDescription.Malformed', 400],
  ['a host name with a blank', { HostName: 'a b' }, 'InvalidHostName.Malformed', 400],
  ['a weak password', { Password: 'password' }, 'InvalidPassword.Malformed', 400],
  ['user data that is no Base64', { UserData: '#!/bin/sh\n*' }, 'InvalidUserData.NotSupported', 400],
  ['too much user data', { UserData: 'A'.repeat(30_000) }, 'InvalidUserData.SizeExceeded', 400],
  ['an amount of 101', { Amount: 101 }, 'InvalidParam.Amount', 403],
  ['a MinAmount above Amount', { Amount: 2, MinAmount: 3 }, 'InvalidMinAmount.Malformed', 400],
  ['an unknown charge type', { InstanceChargeType: 'Free' }, 'InvalidInstanceChargeType.NotFound', 404],
  ['PrePaid without a period', { InstanceChargeType: 'PrePaid' }, 'InvalidPeriod', 400],
  [
    'a bandwidth above 100',
    { InternetMaxBandwidthOut: 101 },
    'InvalidInternetMaxBandwidthOut.Malformed',
    400,
  ],
  ['an unknown spot strategy', { SpotStrategy: 'Cheap' }, 'InvalidSpotStrategy', 400],
  ['a spot limit of nothing', { SpotStrategy: 'SpotWithPriceLimit' }, 'InvalidSpotPriceLimit', 400],
  [
    'credits for a type without',
    { CreditSpecification: 'Standard' },
    'InvalidParameter.CreditSpecification',
    400,
  ],
  ['an unknown metadata mode', { HttpTokens: 'no' }, 'InvalidHttpTokens.NotSupported', 400],
  [
    'a release in the past',
    { AutoReleaseTime: '2020-01-01T00:00:00Z' },
    'InvalidAutoReleaseTime.Malformed',
    400,
  ],
  ['a launch template', { LaunchTemplateId: 'lt-1' }, 'InvalidLaunchTemplate.NotFound', 404],
  ['a deployment set', { DeploymentSetId: 'ds-1' }, 'DeploymentSet.NotFound', 404],
  ['an address outside the VSwitch', { PrivateIpAddress: '10.0.0.1' }, 'InvalidPrivateIpAddress', 400],
];

for (const [what, parameters, code, status] of refusals) {
  test(`RunInstances refuses ${what}`, async ({ owner }) => {
    await expect(run(owner, parameters)).rejects.toMatchObject({ code, status });
    expect(await find(owner, {})).toEqual([]);
  });
}

test('a private address is taken once', async ({ owner }) => {
  const network = await makeNetwork(owner);
  const launch = { PrivateIpAddress: '172.16.0.9' };
  const first = await runOne(owner, launch, network);
  await expect(run(owner, launch, network)).rejects.toMatchObject({
    code: 'InvalidPrivateIpAddress.Duplicated',
  });
  await owner.call('DeleteInstance', { InstanceId: first, Force: true });
  await runOne(owner, launch, network);
});

test('security groups are of the VPC, and at most five', async ({ owner }) => {
  const network = await makeNetwork(owner);
  const elsewhere = await makeNetwork(owner, '10.0.0.0/16');
  await expect(run(owner, { SecurityGroupId: elsewhere.securityGroupId }, network)).rejects.toMatchObject({
    code: 'InvalidParameter.Mismatch',
  });
  const groups: string[] = [];
  for (let at = 0; at < 6; at++) groups.push(await makeSecurityGroup(owner, { VpcId: network.vpcId }));
  const several = { SecurityGroupId: '', SecurityGroupIds: groups };
  await expect(run(owner, several, network)).rejects.toMatchObject({ code: 'JoinedGroupLimitExceed' });
  const id = await runOne(owner, { SecurityGroupId: '', SecurityGroupIds: groups.slice(0, 5) }, network);
  expect((await describe(owner, id)).at('SecurityGroupIds.SecurityGroupId')).toEqual(groups.slice(0, 5));
});
