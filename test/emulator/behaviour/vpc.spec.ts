import { expect, test } from './fixtures.ts';
import { paced } from './image-steps.ts';
import { createVpc, createVSwitch, listIds } from './vpc-steps.ts';

test('a VPC comes with a router and a system route table', async ({ owner }) => {
  const created = await owner.call(
    'CreateVpc',
    {
      VpcName: 'net',
      Description: 'a network',
      CidrBlock: '10.0.0.0/8',
      'Tag.1.Key': 'env',
      'Tag.1.Value': 'test',
    },
    'Vpc',
  );
  const vpcId = created.text('VpcId');
  expect(vpcId).toMatch(/^vpc-bp1[a-z0-9]+$/);
  const vpc = await owner.call('DescribeVpcAttribute', { VpcId: vpcId }, 'Vpc');
  expect(vpc.body).toMatchObject({
    VpcId: vpcId,
    Status: 'Available',
    VpcName: 'net',
    Description: 'a network',
    CidrBlock: '10.0.0.0/8',
    RegionId: 'cn-hangzhou',
    IsDefault: false,
    ClassicLinkEnabled: false,
    DnsHostnameStatus: 'DISABLED',
    VRouterId: created.text('VRouterId'),
    Tags: { Tag: [{ Key: 'env', Value: 'test' }] },
    SecondaryCidrBlocks: { SecondaryCidrBlock: [] },
    VSwitchIds: { VSwitchId: [] },
  });
  const tables = await owner.call('DescribeRouteTableList', { VpcId: vpcId }, 'Vpc');
  // The provider takes no list of route tables without it for an answer, in its data source alicloud_vpcs.
  expect(tables.body).toMatchObject({ Code: '200', Success: true });
  expect(tables.at('RouterTableList.RouterTableListType')).toMatchObject([
    {
      RouteTableId: created.text('RouteTableId'),
      RouteTableType: 'System',
      RouterId: created.text('VRouterId'),
      RouterType: 'VRouter',
      VpcId: vpcId,
    },
  ]);
});

test('without a block, a VPC has 172.16.0.0/12', async ({ owner }) => {
  const vpcId = await createVpc(owner);
  const vpc = await owner.call('DescribeVpcAttribute', { VpcId: vpcId }, 'Vpc');
  expect(vpc.text('CidrBlock')).toBe('172.16.0.0/12');
});

paced('a VPC is Pending at first when time passes as in life', async ({ clock, owner: account }) => {
  const vpcId = await createVpc(account);
  const status = async (): Promise<string> =>
    (await account.call('DescribeVpcAttribute', { VpcId: vpcId }, 'Vpc')).text('Status');
  expect(await status()).toBe('Pending');
  await expect(createVSwitch(account, vpcId, '172.16.0.0/24')).rejects.toMatchObject({
    code: 'IncorrectVpcStatus',
  });
  await expect(account.call('DeleteVpc', { VpcId: vpcId }, 'Vpc')).rejects.toMatchObject({
    code: 'IncorrectVpcStatus',
  });
  clock.advance(10_000);
  expect(await status()).toBe('Available');
});

for (const block of [
  '10.0.0.0',
  '10.0.0.1/16',
  '10.0.0.0/7',
  '10.0.0.0/29',
  '300.0.0.0/16',
  '100.64.0.0/16',
  '224.0.0.0/8',
]) {
  test(`a VPC cannot have the block ${block}`, async ({ owner }) => {
    await expect(createVpc(owner, { CidrBlock: block })).rejects.toMatchObject({
      code: 'InvalidParameter',
      status: 400,
    });
    expect(await listIds(owner, 'DescribeVpcs')).toEqual([]);
  });
}

test('names, descriptions and user blocks are checked', async ({ owner }) => {
  const refused: [Record<string, string>, string][] = [
    [{ VpcName: 'http://x' }, 'InvalidVpcName.Malformed'],
    [{ VpcName: 'x'.repeat(129) }, 'InvalidVpcName.Malformed'],
    [{ Description: 'https://x' }, 'InvalidVpcDiscription.Malformed'],
    [{ UserCidr: '10.0.0.0/8,11.0.0.0/8,12.0.0.0/8,13.0.0.0/8' }, 'InvalidUserCidr.Quota'],
    [{ UserCidr: '100.64.0.0/16' }, 'InvalidUserCidr.Malformed'],
    [{ UserCidr: 'nonsense' }, 'InvalidParameter'],
  ];
  for (const [parameters, code] of refused) {
    await expect(createVpc(owner, parameters), JSON.stringify(parameters)).rejects.toMatchObject({ code });
  }
  const vpcId = await createVpc(owner, { UserCidr: '10.0.0.0/8,11.0.0.0/8' });
  const vpc = await owner.call('DescribeVpcAttribute', { VpcId: vpcId }, 'Vpc');
  expect(vpc.at('UserCidrs.UserCidr')).toEqual(['10.0.0.0/8', '11.0.0.0/8']);
});

test('a region holds 10 VPCs until the quota is raised', async ({ owner, emulator }) => {
  for (let count = 0; count < 10; count++) await createVpc(owner);
  await expect(createVpc(owner)).rejects.toMatchObject({ code: 'QuotaExceeded.Vpc', status: 400 });
  await createVpc(owner.in('cn-beijing'));
  emulator.setQuota(await owner.id(), 'vpcsPerRegion', 11);
  await createVpc(owner);
});

test('attributes are changed, the rest stays', async ({ owner }) => {
  const vpcId = await createVpc(owner, { VpcName: 'before', Description: 'stays', CidrBlock: '10.0.0.0/16' });
  await owner.call('ModifyVpcAttribute', { VpcId: vpcId, VpcName: 'after', EnableDnsHostname: true }, 'Vpc');
  const vpc = await owner.call('DescribeVpcAttribute', { VpcId: vpcId }, 'Vpc');
  expect(vpc.body).toMatchObject({ VpcName: 'after', Description: 'stays', DnsHostnameStatus: 'ENABLED' });
  await expect(
    owner.call('ModifyVpcAttribute', { VpcId: 'vpc-none', VpcName: 'x' }, 'Vpc'),
  ).rejects.toMatchObject({ code: 'InvalidVpcId.NotFound', status: 404 });
});

test('a new block must hold the VSwitches', async ({ owner }) => {
  const vpcId = await createVpc(owner, { CidrBlock: '10.0.0.0/16' });
  await createVSwitch(owner, vpcId, '10.0.1.0/24');
  await expect(
    owner.call('ModifyVpcAttribute', { VpcId: vpcId, CidrBlock: '10.1.0.0/16' }, 'Vpc'),
  ).rejects.toMatchObject({ code: 'OperationFailed.CidrInUse' });
  await owner.call('ModifyVpcAttribute', { VpcId: vpcId, CidrBlock: '10.0.0.0/8' }, 'Vpc');
  const vpc = await owner.call('DescribeVpcAttribute', { VpcId: vpcId }, 'Vpc');
  expect(vpc.text('CidrBlock')).toBe('10.0.0.0/8');
});

test('IPv6 is switched on and off', async ({ owner }) => {
  const vpcId = await createVpc(owner, { EnableIpv6: true });
  const read = () => owner.call('DescribeVpcAttribute', { VpcId: vpcId }, 'Vpc');
  expect((await read()).text('Ipv6CidrBlock')).toMatch(/^[0-9a-f:]+00::\/56$/);
  await owner.call('ModifyVpcAttribute', { VpcId: vpcId, EnableIPv6: false }, 'Vpc');
  expect((await read()).body).toMatchObject({ EnabledIpv6: false, Ipv6CidrBlock: '' });
});

test('a VPC is deleted when nothing depends on it', async ({ owner, other }) => {
  const vpcId = await createVpc(owner);
  const vswitchId = await createVSwitch(owner, vpcId, '172.16.0.0/24');
  const remove = (account = owner) => account.call('DeleteVpc', { VpcId: vpcId }, 'Vpc');
  await expect(remove()).rejects.toMatchObject({ code: 'DependencyViolation.VSwitch', status: 400 });
  await owner.call('DeleteVSwitch', { VSwitchId: vswitchId }, 'Vpc');
  const group = await owner.call('CreateSecurityGroup', { VpcId: vpcId });
  await expect(remove()).rejects.toMatchObject({ code: 'DependencyViolation.SecurityGroup', status: 400 });
  await owner.call('DeleteSecurityGroup', { SecurityGroupId: group.text('SecurityGroupId') });
  await expect(remove(other)).rejects.toMatchObject({ code: 'InvalidVpcId.NotFound', status: 404 });
  await remove();
  expect(await listIds(owner, 'DescribeVpcs')).toEqual([]);
  await expect(remove()).rejects.toMatchObject({ code: 'InvalidVpcId.NotFound', status: 404 });
  const tables = await owner.call('DescribeRouteTableList', {}, 'Vpc');
  expect(tables.at('TotalCount')).toBe(0);
});

test('a dry run checks and changes nothing', async ({ owner }) => {
  await expect(createVpc(owner, { DryRun: true })).rejects.toMatchObject({ code: 'DryRunOperation' });
  expect(await listIds(owner, 'DescribeVpcs')).toEqual([]);
});

test('VPCs are listed by every filter', async ({ owner, other }) => {
  const named = await createVpc(owner, { VpcName: 'named', 'Tag.1.Key': 'a', 'Tag.1.Value': '1' });
  const grouped = await createVpc(owner, { ResourceGroupId: 'rg-1', EnableIpv6: true });
  await createVpc(other, { VpcName: 'named' });
  const ids = (parameters: Record<string, string | boolean | number>) =>
    listIds(owner, 'DescribeVpcs', parameters);
  expect(await ids({})).toEqual([grouped, named]);
  expect(await ids({ VpcId: named })).toEqual([named]);
  expect(await ids({ VpcId: `${named},${grouped}` })).toEqual([named, grouped]);
  expect(await ids({ VpcId: 'vpc-none' })).toEqual([]);
  expect(await ids({ VpcName: 'named' })).toEqual([named]);
  expect(await ids({ VpcName: 'name' })).toEqual([]);
  expect(await ids({ ResourceGroupId: 'rg-1' })).toEqual([grouped]);
  expect(await ids({ EnableIpv6: true })).toEqual([grouped]);
  expect(await ids({ IsDefault: true })).toEqual([]);
  expect(await ids({ 'Tag.1.Key': 'a' })).toEqual([named]);
  expect(await ids({ 'Tag.1.Key': 'a', 'Tag.1.Value': '2' })).toEqual([]);
  expect(await ids({ VpcOwnerId: await owner.id() })).toEqual([grouped, named]);
  expect(await ids({ VpcOwnerId: await other.id() })).toEqual([]);
  expect(await ids({ DhcpOptionsSetId: 'dopt-1' })).toEqual([]);
  expect(await listIds(owner.in('cn-beijing'), 'DescribeVpcs')).toEqual([]);
});

test('VPCs are paged', async ({ owner }) => {
  const made: string[] = [];
  for (let count = 0; count < 5; count++) made.unshift(await createVpc(owner));
  const second = await owner.call('DescribeVpcs', { PageNumber: 2, PageSize: 2 }, 'Vpc');
  expect(second.body).toMatchObject({ TotalCount: 5, PageNumber: 2, PageSize: 2 });
  expect(second.list('Vpcs.Vpc').map((vpc) => vpc.text('VpcId'))).toEqual(made.slice(2, 4));
  expect((await owner.call('DescribeVpcs', { PageSize: 100 }, 'Vpc')).at('PageSize')).toBe(50);
});

test('secondary blocks come and go', async ({ owner }) => {
  const vpcId = await createVpc(owner, { CidrBlock: '10.0.0.0/16' });
  const associate = (block: string) =>
    owner.call(
      'AssociateVpcCidrBlock',
      { VpcId: vpcId, SecondaryCidrBlock: block, IpVersion: 'IPV4' },
      'Vpc',
    );
  const unassociate = (block: string) =>
    owner.call('UnassociateVpcCidrBlock', { VpcId: vpcId, SecondaryCidrBlock: block }, 'Vpc');
  await associate('192.168.0.0/16');
  await expect(associate('192.168.1.0/24')).rejects.toMatchObject({ code: 'InvalidCidrBlock.Overlapped' });
  await expect(associate('10.0.0.0/24')).rejects.toMatchObject({ code: 'InvalidCidrBlock.Overlapped' });
  await expect(associate('nonsense')).rejects.toMatchObject({ code: 'InvalidParameter' });
  const vswitchId = await createVSwitch(owner, vpcId, '192.168.1.0/24');
  await expect(unassociate('192.168.0.0/16')).rejects.toMatchObject({ code: 'OperationFailed.CidrInUse' });
  await owner.call('DeleteVSwitch', { VSwitchId: vswitchId }, 'Vpc');
  await unassociate('192.168.0.0/16');
  await expect(unassociate('192.168.0.0/16')).rejects.toMatchObject({ status: 404 });
  for (const block of ['11.0.0.0/16', '12.0.0.0/16', '13.0.0.0/16', '14.0.0.0/16', '15.0.0.0/16']) {
    await associate(block);
  }
  await expect(associate('16.0.0.0/16')).rejects.toMatchObject({ code: 'QuotaExceeded.SecondaryCidr' });
});

test('a VPC and all in it moves to another resource group', async ({ owner }) => {
  const vpcId = await createVpc(owner, { ResourceGroupId: 'rg-old' });
  const vswitchId = await createVSwitch(owner, vpcId, '172.16.0.0/24');
  const move = (type: string) =>
    owner.call(
      'MoveResourceGroup',
      { ResourceId: vpcId, ResourceType: type, NewResourceGroupId: 'rg-new' },
      'Vpc',
    );
  await expect(move('nonsense')).rejects.toMatchObject({ code: 'InvalidResourceType.NotFound' });
  await move('VPC');
  expect(await listIds(owner, 'DescribeVpcs', { ResourceGroupId: 'rg-new' })).toEqual([vpcId]);
  expect(await listIds(owner, 'DescribeVSwitches', { ResourceGroupId: 'rg-new' })).toEqual([vswitchId]);
});
