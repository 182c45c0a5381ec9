import { expect, test } from './fixtures.ts';
import { createVpc, createVSwitch, listIds } from './vpc-steps.ts';

test('a VSwitch is made in a zone and a block of its VPC', async ({ owner }) => {
  const vpcId = await createVpc(owner);
  const vswitchId = await createVSwitch(owner, vpcId, '172.16.1.0/24', {
    VSwitchName: 'switch',
    Description: 'one',
    'Tag.1.Key': 'env',
    'Tag.1.Value': 'test',
  });
  expect(vswitchId).toMatch(/^vsw-bp1[a-z0-9]+$/);
  const vswitch = await owner.call('DescribeVSwitchAttributes', { VSwitchId: vswitchId }, 'Vpc');
  expect(vswitch.body).toMatchObject({
    VSwitchId: vswitchId,
    VpcId: vpcId,
    Status: 'Available',
    ZoneId: 'cn-hangzhou-h',
    CidrBlock: '172.16.1.0/24',
    AvailableIpAddressCount: 252,
    VSwitchName: 'switch',
    Description: 'one',
    IsDefault: false,
    RouteTable: { RouteTableType: 'System' },
    Tags: { Tag: [{ Key: 'env', Value: 'test' }] },
  });
  const vpc = await owner.call('DescribeVpcAttribute', { VpcId: vpcId }, 'Vpc');
  expect(vpc.at('VSwitchIds.VSwitchId')).toEqual([vswitchId]);
});

const refusedBlocks: [block: string, code: string][] = [
  ['172.16.1.1/24', 'InvalidCidrBlock.Malformed'],
  ['172.16.1.0', 'InvalidCidrBlock.Malformed'],
  ['nonsense', 'InvalidCidrBlock.Malformed'],
  ['172.16.0.0/15', 'InvalidCirdrBlock.MaskLength'],
  ['172.16.0.0/30', 'InvalidCirdrBlock.MaskLength'],
  ['192.168.0.0/24', 'InvalidParameter'],
  ['172.16.2.0/24', 'InvalidCidrBlock.Overlapped'],
  ['172.16.2.128/25', 'InvalidCidrBlock.Overlapped'],
  ['172.16.0.0/16', 'InvalidCidrBlock.Overlapped'],
];
for (const [block, code] of refusedBlocks) {
  test(`a VSwitch cannot have the block ${block}: ${code}`, async ({ owner }) => {
    const vpcId = await createVpc(owner);
    await createVSwitch(owner, vpcId, '172.16.2.0/24');
    await expect(createVSwitch(owner, vpcId, block)).rejects.toMatchObject({ code, status: 400 });
    expect(await listIds(owner, 'DescribeVSwitches')).toHaveLength(1);
  });
}

for (const block of ['172.16.0.0/16', '172.17.0.0/29']) {
  test(`masks reach from 16 to 29 bits: ${block}`, async ({ owner }) => {
    await createVSwitch(owner, await createVpc(owner), block);
  });
}

test('the same block in another VPC is free', async ({ owner }) => {
  await createVSwitch(owner, await createVpc(owner), '172.16.0.0/24');
  await createVSwitch(owner, await createVpc(owner), '172.16.0.0/24');
});

test('zone, VPC, name and quota are checked', async ({ owner, other, emulator }) => {
  const vpcId = await createVpc(owner);
  const create = (parameters: Record<string, string>) =>
    createVSwitch(owner, vpcId, '172.16.0.0/24', parameters);
  await expect(create({ ZoneId: 'cn-beijing-a' })).rejects.toMatchObject({
    code: 'InvalidZoneId.NotFound',
    status: 404,
  });
  await expect(create({ VpcId: 'vpc-none' })).rejects.toMatchObject({
    code: 'InvalidVpcId.NotFound',
    status: 404,
  });
  await expect(createVSwitch(other, vpcId, '172.16.0.0/24')).rejects.toMatchObject({
    code: 'InvalidVpcId.NotFound',
  });
  await expect(create({ VSwitchName: 'http://x' })).rejects.toMatchObject({
    code: 'InvalidVSwitchName.Malformed',
  });
  await expect(create({ Description: 'http://x' })).rejects.toMatchObject({
    code: 'InvalidVSwitchDiscription.Malformed',
  });
  emulator.setQuota(await owner.id(), 'vswitchesPerVpc', 1);
  await create({});
  await expect(createVSwitch(owner, vpcId, '172.16.1.0/24')).rejects.toMatchObject({
    code: 'QuotaExceeded.VSwitch',
  });
});

test('VSwitches are listed by every filter', async ({ owner }) => {
  const vpcId = await createVpc(owner, { EnableIpv6: true });
  const otherVpc = await createVpc(owner);
  const one = await createVSwitch(owner, vpcId, '172.16.0.0/24', { VSwitchName: 'one', Ipv6CidrBlock: 7 });
  const two = await createVSwitch(owner, vpcId, '172.16.1.0/24', {
    ZoneId: 'cn-hangzhou-i',
    'Tag.1.Key': 'a',
  });
  const three = await createVSwitch(owner, otherVpc, '172.16.0.0/24');
  const ids = (parameters: Record<string, string | boolean>) =>
    listIds(owner, 'DescribeVSwitches', parameters);
  expect(await ids({})).toEqual([three, two, one]);
  expect(await ids({ VpcId: vpcId })).toEqual([two, one]);
  expect(await ids({ VpcId: 'vpc-none' })).toEqual([]);
  expect(await ids({ VSwitchId: one })).toEqual([one]);
  expect(await ids({ VSwitchId: one, VpcId: otherVpc })).toEqual([]);
  expect(await ids({ VSwitchName: 'one' })).toEqual([one]);
  expect(await ids({ ZoneId: 'cn-hangzhou-i' })).toEqual([two]);
  expect(await ids({ 'Tag.1.Key': 'a' })).toEqual([two]);
  expect(await ids({ IsDefault: true })).toEqual([]);
  expect(await ids({ EnableIpv6: true })).toEqual([one]);
  expect(await ids({ VSwitchOwnerId: '1' })).toEqual([]);
  const table = await owner.call('DescribeRouteTableList', { VpcId: otherVpc }, 'Vpc');
  const routeTableId = table.text('RouterTableList.RouterTableListType.0.RouteTableId');
  expect(await ids({ RouteTableId: routeTableId })).toEqual([three]);
  const paged = await owner.call('DescribeVSwitches', { PageNumber: 2, PageSize: 2 }, 'Vpc');
  expect(paged.body).toMatchObject({
    TotalCount: 3,
    PageSize: 2,
    VSwitches: { VSwitch: [{ VSwitchId: one }] },
  });
});

test('IPv6 takes the part of the VPC’s block that is asked for', async ({ owner }) => {
  const vpcId = await createVpc(owner, { EnableIpv6: true });
  const block = (await owner.call('DescribeVpcAttribute', { VpcId: vpcId }, 'Vpc')).text('Ipv6CidrBlock');
  const vswitchId = await createVSwitch(owner, vpcId, '172.16.0.0/24', { Ipv6CidrBlock: 18 });
  const read = async () =>
    (await owner.call('DescribeVSwitchAttributes', { VSwitchId: vswitchId }, 'Vpc')).text('Ipv6CidrBlock');
  expect(await read()).toBe(block.replace('00::/56', '12::/64'));
  await owner.call('ModifyVSwitchAttribute', { VSwitchId: vswitchId, EnableIPv6: false }, 'Vpc');
  expect(await read()).toBe('');
  await expect(
    createVSwitch(owner, await createVpc(owner), '172.16.0.0/24', { Ipv6CidrBlock: 1 }),
  ).rejects.toMatchObject({ code: 'InvalidParameter' });
  await expect(createVSwitch(owner, vpcId, '172.16.1.0/24', { Ipv6CidrBlock: 256 })).rejects.toMatchObject({
    code: 'InvalidParameter',
  });
});

test('name and description are changed', async ({ owner }) => {
  const vswitchId = await createVSwitch(owner, await createVpc(owner), '172.16.0.0/24', {
    VSwitchName: 'before',
  });
  await owner.call('ModifyVSwitchAttribute', { VSwitchId: vswitchId, Description: 'changed' }, 'Vpc');
  const vswitch = await owner.call('DescribeVSwitchAttributes', { VSwitchId: vswitchId }, 'Vpc');
  expect(vswitch.body).toMatchObject({ VSwitchName: 'before', Description: 'changed' });
  await expect(
    owner.call('ModifyVSwitchAttribute', { VSwitchId: 'vsw-none', Description: 'x' }, 'Vpc'),
  ).rejects.toMatchObject({ code: 'InvalidVSwitchId.NotFound', status: 404 });
});

test('a deleted VSwitch is gone, and deleting it again is refused', async ({ owner, other }) => {
  const vpcId = await createVpc(owner);
  const vswitchId = await createVSwitch(owner, vpcId, '172.16.0.0/24');
  const remove = (account = owner) => account.call('DeleteVSwitch', { VSwitchId: vswitchId }, 'Vpc');
  await expect(remove(other)).rejects.toMatchObject({ code: 'InvalidVSwitchId.NotFound', status: 404 });
  await remove();
  await expect(remove()).rejects.toMatchObject({ code: 'InvalidVSwitchId.NotFound', status: 404 });
  await expect(
    owner.call('DescribeVSwitchAttributes', { VSwitchId: vswitchId }, 'Vpc'),
  ).rejects.toMatchObject({ code: 'InvalidVSwitchId.NotFound', status: 404 });
  await createVSwitch(owner, vpcId, '172.16.0.0/24');
});

test('an instance takes an address and keeps its VSwitch from being deleted', async ({ owner }) => {
  const vpcId = await createVpc(owner);
  const vswitchId = await createVSwitch(owner, vpcId, '172.16.0.0/24');
  const group = await owner.call('CreateSecurityGroup', { VpcId: vpcId });
  const run = async () =>
    owner.call('RunInstances', {
      ImageId: 'ubuntu_22_04_x64_20G_alibase_20241016.vhd',
      InstanceType: 'ecs.sn1ne.large',
      VSwitchId: vswitchId,
      SecurityGroupId: group.text('SecurityGroupId'),
      PrivateIpAddress: '172.16.0.9',
    });
  const instanceId = (await run()).text('InstanceIdSets.InstanceIdSet.0');
  const vswitch = await owner.call('DescribeVSwitchAttributes', { VSwitchId: vswitchId }, 'Vpc');
  expect(vswitch.at('AvailableIpAddressCount')).toBe(251);
  await expect(run()).rejects.toMatchObject({ code: 'InvalidPrivateIpAddress.Duplicated', status: 400 });
  const remove = () => owner.call('DeleteVSwitch', { VSwitchId: vswitchId }, 'Vpc');
  await expect(remove()).rejects.toMatchObject({ code: 'DependencyViolation', status: 400 });
  await owner.call('DeleteInstance', { InstanceId: instanceId, Force: true });
  await remove();
});
