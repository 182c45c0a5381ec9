import { expect, test } from './fixtures.ts';
import { makeNetwork, makeSecurityGroup, runOne } from './instance-steps.ts';

test('a security group is made, read, changed and deleted', async ({ owner }) => {
  const { vpcId } = await makeNetwork(owner);
  const id = await makeSecurityGroup(owner, {
    VpcId: vpcId,
    SecurityGroupName: 'web',
    Description: 'For the web',
    ResourceGroupId: 'rg-1',
    'Tag.1.Key': 'team',
    'Tag.1.Value': 'a',
  });
  expect(id).toMatch(/^sg-bp1[a-z0-9]{17}$/);
  const group = await owner.call('DescribeSecurityGroups', { SecurityGroupId: id });
  expect(group.body).toMatchObject({ TotalCount: 1, PageNumber: 1, PageSize: 10, RegionId: 'cn-hangzhou' });
  expect(group.at('SecurityGroups.SecurityGroup.0')).toMatchObject({
    SecurityGroupId: id,
    SecurityGroupName: 'web',
    Description: 'For the web',
    VpcId: vpcId,
    SecurityGroupType: 'normal',
    ResourceGroupId: 'rg-1',
    CreationTime: '2024-01-01T00:00:00Z',
    Tags: { Tag: [{ TagKey: 'team', TagValue: 'a' }] },
  });
  await owner.call('ModifySecurityGroupAttribute', { SecurityGroupId: id, SecurityGroupName: 'db' });
  await owner.call('ModifySecurityGroupPolicy', { SecurityGroupId: id, InnerAccessPolicy: 'Drop' });
  expect((await owner.call('DescribeSecurityGroupAttribute', { SecurityGroupId: id })).body).toMatchObject({
    SecurityGroupName: 'db',
    Description: 'For the web',
    InnerAccessPolicy: 'Drop',
    VpcId: vpcId,
    Permissions: { Permission: [] },
  });
  await owner.call('DeleteSecurityGroup', { SecurityGroupId: id });
  await expect(owner.call('DescribeSecurityGroupAttribute', { SecurityGroupId: id })).rejects.toMatchObject({
    code: 'InvalidSecurityGroupId.NotFound',
    status: 404,
  });
  await expect(owner.call('DeleteSecurityGroup', { SecurityGroupId: id })).rejects.toMatchObject({
    code: 'InvalidSecurityGroupId.NotFound',
    status: 404,
  });
});

test('an enterprise group keeps its members apart', async ({ owner }) => {
  const { vpcId } = await makeNetwork(owner);
  const id = await makeSecurityGroup(owner, { VpcId: vpcId, SecurityGroupType: 'enterprise' });
  const attribute = await owner.call('DescribeSecurityGroupAttribute', { SecurityGroupId: id });
  expect(attribute.text('InnerAccessPolicy')).toBe('Drop');
  await expect(
    owner.call('ModifySecurityGroupPolicy', { SecurityGroupId: id, InnerAccessPolicy: 'Accept' }),
  ).rejects.toMatchObject({ code: 'InvalidOperation.SecurityGroupNotSupported' });
});

const refusals = [
  [{ SecurityGroupName: '1web' }, 'InvalidSecurityGroupName.Malformed', 400],
  [{ SecurityGroupName: 'http://a' }, 'InvalidSecurityGroupName.Malformed', 400],
  [{ Description: 'https://a' }, 'InvalidSecurityGroupDiscription.Malformed', 400],
  [{ VpcId: 'vpc-none' }, 'InvalidVpcId.NotFound', 404],
  [{ SecurityGroupType: 'huge' }, 'InvalidSecurityGroupType.ValueNotSupported', 400],
  [{ 'Tag.1.Key': 'acs:a' }, 'InvalidTagKey.Malformed', 400],
] as const;

for (const [parameters, code, status] of refusals) {
  test(`CreateSecurityGroup refuses ${JSON.stringify(parameters)}`, async ({ owner }) => {
    await expect(owner.call('CreateSecurityGroup', parameters)).rejects.toMatchObject({ code, status });
  });
}

test('an account has 100 groups in a region, more by ticket', async ({ owner, emulator }) => {
  for (let at = 0; at < 100; at++) await makeSecurityGroup(owner, {});
  await expect(makeSecurityGroup(owner, {})).rejects.toMatchObject({
    code: 'QuotaExceed.SecurityGroup',
    status: 403,
  });
  emulator.setQuota(await owner.id(), 'securityGroupsPerRegion', 101);
  await makeSecurityGroup(owner, {});
});

test('DescribeSecurityGroups finds by each of its filters', async ({ owner, other }) => {
  const { vpcId, securityGroupId: plain } = await makeNetwork(owner);
  const id = await makeSecurityGroup(owner, {
    VpcId: vpcId,
    SecurityGroupName: 'web-front',
    SecurityGroupType: 'enterprise',
    ResourceGroupId: 'rg-1',
    'Tag.1.Key': 'team',
    'Tag.1.Value': 'a',
  });
  const classic = await makeSecurityGroup(owner, { SecurityGroupName: 'classic' });
  const find = async (parameters: Record<string, string | number | boolean>): Promise<string[]> =>
    (await owner.call('DescribeSecurityGroups', parameters))
      .list('SecurityGroups.SecurityGroup')
      .map((group) => group.text('SecurityGroupId'));
  const onlyThis = [
    { SecurityGroupId: id },
    { SecurityGroupIds: JSON.stringify([id]) },
    { SecurityGroupName: 'web-front' },
    { SecurityGroupName: 'front', FuzzyQuery: true },
    { SecurityGroupType: 'enterprise' },
    { ResourceGroupId: 'rg-1' },
    { 'Tag.1.Key': 'team', 'Tag.1.Value': 'a' },
  ];
  for (const filter of onlyThis) expect(await find(filter), JSON.stringify(filter)).toEqual([id]);
  expect(await find({ VpcId: vpcId })).toEqual([id, plain]);
  expect(await find({ NetworkType: 'classic' })).toEqual([classic]);
  expect(await find({ NetworkType: 'vpc' })).toEqual([id, plain]);
  expect(await find({ SecurityGroupName: 'front' })).toEqual([]);
  expect(await find({ PageSize: 1, PageNumber: 2 })).toEqual([id]);
  expect((await other.call('DescribeSecurityGroups')).at('TotalCount')).toBe(0);
});

test('a group with members, or named by another group, is not deleted', async ({ owner }) => {
  const network = await makeNetwork(owner);
  const instance = await runOne(owner, {}, network);
  const { securityGroupId: id } = network;
  const refused = { code: 'DependencyViolation', status: 403 };
  await expect(owner.call('DeleteSecurityGroup', { SecurityGroupId: id })).rejects.toMatchObject(refused);
  await owner.call('DeleteInstance', { InstanceId: instance, Force: true });
  const second = await makeSecurityGroup(owner, { VpcId: network.vpcId });
  const rule = { SecurityGroupId: second, IpProtocol: 'tcp', PortRange: '22/22', SourceGroupId: id };
  await owner.call('AuthorizeSecurityGroup', rule);
  const references = await owner.call('DescribeSecurityGroupReferences', { SecurityGroupId: [id, second] });
  expect(references.at('SecurityGroupReferences.SecurityGroupReference')).toEqual([
    {
      SecurityGroupId: id,
      ReferencingSecurityGroups: {
        ReferencingSecurityGroup: [{ AliUid: await owner.id(), SecurityGroupId: second }],
      },
    },
  ]);
  await expect(owner.call('DeleteSecurityGroup', { SecurityGroupId: id })).rejects.toMatchObject(refused);
  await owner.call('RevokeSecurityGroup', rule);
  await owner.call('DeleteSecurityGroup', { SecurityGroupId: id });
});
