import { expect, test } from './fixtures.ts';
import { runOne } from './instance-steps.ts';

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

test('elastic IP addresses and routes of the ECS API are those of the VPC API', async ({ owner }) => {
  const instanceId = await runOne(owner);
  const eip = await owner.call('AllocateEipAddress', { Bandwidth: '5' });
  const named = { AllocationId: eip.text('AllocationId'), InstanceId: instanceId };
  await owner.call('AssociateEipAddress', named);
  for (const product of ['Ecs', 'Vpc'] as const) {
    const listed = await owner.call('DescribeEipAddresses', { AllocationId: named.AllocationId }, product);
    expect(listed.at('EipAddresses.EipAddress.0')).toMatchObject({ InstanceId: instanceId, Status: 'InUse' });
  }
  await owner.call('UnassociateEipAddress', named);
  await owner.call('ReleaseEipAddress', { AllocationId: named.AllocationId });
  const vpc = await owner.call('DescribeInstances', { InstanceIds: JSON.stringify([instanceId]) });
  const VpcId = vpc.text('Instances.Instance.0.VpcAttributes.VpcId');
  const tables = await owner.call('DescribeRouteTableList', { VpcId }, 'Vpc');
  const table = { RouteTableId: tables.text('RouterTableList.RouterTableListType.0.RouteTableId') };
  const route = { ...table, DestinationCidrBlock: '10.0.0.0/8', NextHopId: instanceId };
  await owner.call('CreateRouteEntry', route);
  const routes = await owner.call('DescribeRouteTables', table);
  expect(routes.at('RouteTables.RouteTable.0.RouteEntrys.RouteEntry.0')).toMatchObject({
    DestinationCidrBlock: '10.0.0.0/8',
    InstanceId: instanceId,
  });
  await owner.call('DeleteRouteEntry', route);
});
