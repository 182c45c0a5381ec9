import { expect, test } from './fixtures.ts';

// ECS 2014-05-26 had VPCs before the product VPC did; packer-plugin-alicloud 1.1.2 still calls these.
test('a VPC and a VSwitch made with the ECS API are those of the VPC API', async ({ owner, clock }) => {
  const vpc = await owner.call('CreateVpc', { VpcName: 'net', CidrBlock: '192.168.0.0/16' });
  const VpcId = vpc.text('VpcId');
  expect(vpc.text('VRouterId')).toMatch(/^vrt-/);
  clock.advance(10_000);
  const vswitch = await owner.call('CreateVSwitch', {
    VpcId,
    ZoneId: 'cn-hangzhou-h',
    CidrBlock: '192.168.0.0/24',
  });
  clock.advance(10_000);
  for (const product of ['Ecs', 'Vpc'] as const) {
    const vpcs = await owner.call('DescribeVpcs', { VpcId }, product);
    expect(vpcs.at('Vpcs.Vpc.0')).toMatchObject({ VpcId, VpcName: 'net', Status: 'Available' });
    const vswitches = await owner.call('DescribeVSwitches', { VpcId }, product);
    expect(vswitches.at('VSwitches.VSwitch.0')).toMatchObject({
      VSwitchId: vswitch.text('VSwitchId'),
      CidrBlock: '192.168.0.0/24',
      Status: 'Available',
    });
  }
  // What VPC added later is not in ECS's answer.
  const described = await owner.call('DescribeVpcs', { VpcId });
  expect(described.at('Vpcs.Vpc.0.OwnerId')).toBeUndefined();

  await owner.call('ModifyVpcAttribute', { VpcId, VpcName: 'renamed' });
  await owner.call('ModifyVSwitchAttribute', { VSwitchId: vswitch.text('VSwitchId'), VSwitchName: 'subnet' });
  expect((await owner.call('DescribeVpcs', { VpcId }, 'Vpc')).at('Vpcs.Vpc.0.VpcName')).toBe('renamed');
  expect((await owner.call('DescribeVSwitches', { VpcId }, 'Vpc')).at('VSwitches.VSwitch.0')).toMatchObject({
    VSwitchName: 'subnet',
  });

  await expect(owner.call('DeleteVpc', { VpcId })).rejects.toMatchObject({
    code: 'DependencyViolation.VSwitch',
  });
  await owner.call('DeleteVSwitch', { VSwitchId: vswitch.text('VSwitchId') });
  clock.advance(10_000);
  await owner.call('DeleteVpc', { VpcId });
  clock.advance(10_000);
  expect((await owner.call('DescribeVpcs', {}, 'Vpc')).at('TotalCount')).toBe(0);
});
