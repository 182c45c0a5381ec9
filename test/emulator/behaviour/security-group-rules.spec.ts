import type { Account, Answer, Parameters } from '../api-client.ts';
import { expect, test } from './fixtures.ts';
import { makeNetwork, makeSecurityGroup } from './instance-steps.ts';

const rulesOf = async (account: Account, id: string, more: Parameters = {}): Promise<Answer[]> =>
  (await account.call('DescribeSecurityGroupAttribute', { SecurityGroupId: id, ...more })).list(
    'Permissions.Permission',
  );

const groupOf = async (account: Account): Promise<string> => (await makeNetwork(account)).securityGroupId;

const ssh = { IpProtocol: 'tcp', PortRange: '22/22', SourceCidrIp: '10.0.0.0/8' };

test('an ingress rule has its defaults and an id', async ({ owner }) => {
  const id = await groupOf(owner);
  await owner.call('AuthorizeSecurityGroup', { SecurityGroupId: id, ...ssh, Description: 'ssh' });
  const rules = await rulesOf(owner, id);
  expect(rules.map(({ body }) => body)).toEqual([
    {
      SecurityGroupRuleId: expect.stringMatching(/^sgr-/),
      Direction: 'ingress',
      IpProtocol: 'TCP',
      PortRange: '22/22',
      SourcePortRange: '',
      Policy: 'Accept',
      Priority: '1',
      NicType: 'intranet',
      SourceCidrIp: '10.0.0.0/8',
      DestCidrIp: '',
      Ipv6SourceCidrIp: '',
      Ipv6DestCidrIp: '',
      SourceGroupId: '',
      SourceGroupName: '',
      SourceGroupOwnerAccount: '',
      DestGroupId: '',
      DestGroupName: '',
      DestGroupOwnerAccount: '',
      SourcePrefixListId: '',
      SourcePrefixListName: '',
      DestPrefixListId: '',
      DestPrefixListName: '',
      Description: 'ssh',
      CreateTime: '2024-01-01T00:00:00Z',
    },
  ]);
});

test('the same rule again changes nothing', async ({ owner }) => {
  const id = await groupOf(owner);
  for (let time = 0; time < 2; time++)
    await owner.call('AuthorizeSecurityGroup', { SecurityGroupId: id, ...ssh });
  await owner.call('AuthorizeSecurityGroup', { SecurityGroupId: id, ...ssh, Priority: 2 });
  expect(await rulesOf(owner, id)).toHaveLength(2);
});

test('Permissions.N adds several, all or none; directions are told apart', async ({ owner }) => {
  const id = await groupOf(owner);
  await owner.call('AuthorizeSecurityGroup', {
    SecurityGroupId: id,
    Permissions: [ssh, { ...ssh, PortRange: '80/443', Policy: 'drop', Priority: '100' }],
  });
  await owner.call('AuthorizeSecurityGroupEgress', {
    SecurityGroupId: id,
    Permissions: [{ IpProtocol: 'all', PortRange: '-1/-1', DestCidrIp: '0.0.0.0/0' }],
  });
  await expect(
    owner.call('AuthorizeSecurityGroup', {
      SecurityGroupId: id,
      Permissions: [
        { ...ssh, PortRange: '5/5' },
        { ...ssh, PortRange: 'x' },
      ],
    }),
  ).rejects.toMatchObject({ code: 'InvalidIpProtocol.Malformed' });
  expect(await rulesOf(owner, id)).toHaveLength(3);
  expect(await rulesOf(owner, id, { Direction: 'ingress' })).toHaveLength(2);
  const [egress] = await rulesOf(owner, id, { Direction: 'egress' });
  expect(egress?.body).toMatchObject({ IpProtocol: 'ALL', DestCidrIp: '0.0.0.0/0', Direction: 'egress' });
  await expect(rulesOf(owner, id, { Direction: 'sideways' })).rejects.toMatchObject({
    code: 'InvalidParameter',
  });
  // What the Terraform provider sends where nic_type is not set.
  expect(await rulesOf(owner, id, { NicType: '<nil>' })).toHaveLength(3);
});

const refusals = [
  [{ IpProtocol: 'ftp' }, 'InvalidIpProtocol.ValueNotSupported', 400],
  [{ IpProtocol: '' }, 'InvalidIpProtocol.ValueNotSupported', 400],
  [{ PortRange: '200/1' }, 'InvalidIpProtocol.Malformed', 400],
  [{ PortRange: '0/70000' }, 'InvalidIpProtocol.Malformed', 400],
  [{ PortRange: '-1/-1' }, 'OperationDenied', 400],
  [{ IpProtocol: 'icmp' }, 'OperationDenied', 400],
  [{ SourceCidrIp: '' }, 'MissingParameter.Source', 400],
  [{ SourceCidrIp: '10.0.0.256' }, 'InvalidParam.SourceIp', 400],
  [{ SourceCidrIp: '10.0.0.0/33' }, 'InvalidParam.SourceIp', 400],
  [{ Ipv6SourceCidrIp: '2001::db8::1' }, 'InvalidParam.Ipv6SourceCidrIp', 400],
  [{ Policy: 'maybe' }, 'InvalidPolicy.Malformed', 400],
  [{ Priority: 'high' }, 'InvalidPriority.Malformed', 400],
  [{ Priority: 101 }, 'InvalidPriority.ValueNotSupported', 400],
  [{ SourcePortRange: '9' }, 'InvalidSourcePortRange.Malformed', 400],
  [{ SourceGroupId: 'sg-none' }, 'InvalidSourceGroupId.NotFound', 404],
  [{ SourcePrefixListId: 'pl-none' }, 'InvalidPrefixListId.NotFound', 404],
  [{ SecurityGroupId: 'sg-none' }, 'InvalidSecurityGroupId.NotFound', 404],
  [{ Description: 'x'.repeat(513) }, 'InvalidSecurityGroupDiscription.Malformed', 400],
] as const;

for (const [parameters, code, status] of refusals) {
  test(`a rule with ${JSON.stringify(parameters).slice(0, 60)} is refused`, async ({ owner }) => {
    const id = await groupOf(owner);
    await expect(
      owner.call('AuthorizeSecurityGroup', { SecurityGroupId: id, ...ssh, ...parameters }),
    ).rejects.toMatchObject({ code, status });
  });
}

test('an egress rule needs a destination', async ({ owner }) => {
  const id = await groupOf(owner);
  await expect(
    owner.call('AuthorizeSecurityGroupEgress', { SecurityGroupId: id, ...ssh }),
  ).rejects.toMatchObject({ code: 'MissingParameter.Dest' });
});

test('icmp is for IPv4 and icmpv6 for IPv6', async ({ owner }) => {
  const id = await groupOf(owner);
  const ping = { SecurityGroupId: id, PortRange: '-1/-1' };
  await owner.call('AuthorizeSecurityGroup', { ...ping, IpProtocol: 'icmp', SourceCidrIp: '10.0.0.1' });
  await owner.call('AuthorizeSecurityGroup', {
    ...ping,
    IpProtocol: 'icmpv6',
    Ipv6SourceCidrIp: '2001:db8::/32',
  });
  await expect(
    owner.call('AuthorizeSecurityGroup', { ...ping, IpProtocol: 'icmp', Ipv6SourceCidrIp: '::1' }),
  ).rejects.toMatchObject({ code: 'InvalidParam.Ipv4ProtocolConflictWithIpv6Address' });
  await expect(
    owner.call('AuthorizeSecurityGroup', { ...ping, IpProtocol: 'icmpv6', SourceCidrIp: '10.0.0.1' }),
  ).rejects.toMatchObject({ code: 'InvalidParam.Ipv6ProtocolConflictWithIpv4Address' });
});

test('a rule names another group of the same VPC, or of the account it names', async ({ owner, other }) => {
  const network = await makeNetwork(owner);
  const { securityGroupId: id } = network;
  const rule = { SecurityGroupId: id, IpProtocol: 'tcp', PortRange: '22/22' };
  const peer = await makeSecurityGroup(owner, { VpcId: network.vpcId, SecurityGroupName: 'peer' });
  await owner.call('AuthorizeSecurityGroup', { ...rule, SourceGroupId: peer });
  expect((await rulesOf(owner, id)).map(({ body }) => body)).toMatchObject([
    { SourceGroupId: peer, SourceGroupName: 'peer' },
  ]);
  await expect(owner.call('AuthorizeSecurityGroup', { ...rule, SourceGroupId: id })).rejects.toMatchObject({
    code: 'InvalidParamter.Conflict',
  });
  const elsewhere = await makeNetwork(owner, '10.0.0.0/16');
  await expect(
    owner.call('AuthorizeSecurityGroup', { ...rule, SourceGroupId: elsewhere.securityGroupId }),
  ).rejects.toMatchObject({ code: 'InvalidSourceGroupId.Mismatch' });
  const theirs = await groupOf(other);
  await expect(
    owner.call('AuthorizeSecurityGroup', { ...rule, SourceGroupId: theirs }),
  ).rejects.toMatchObject({
    code: 'InvalidSourceGroupId.NotFound',
  });
  await owner.call('AuthorizeSecurityGroup', {
    ...rule,
    SourceGroupId: theirs,
    SourceGroupOwnerId: await other.id(),
  });
});

test('rules are revoked by what they say, or by their ids', async ({ owner }) => {
  const id = await groupOf(owner);
  const rule = { SecurityGroupId: id, ...ssh };
  await owner.call('AuthorizeSecurityGroup', rule);
  await owner.call('AuthorizeSecurityGroup', { ...rule, PortRange: '80/80' });
  // Nothing like it: no error, and nothing changes.
  await owner.call('RevokeSecurityGroup', { ...rule, Policy: 'drop' });
  expect(await rulesOf(owner, id)).toHaveLength(2);
  await owner.call('RevokeSecurityGroup', rule);
  const [left] = await rulesOf(owner, id);
  const ruleId = left?.text('SecurityGroupRuleId') ?? '';
  await expect(
    owner.call('RevokeSecurityGroupEgress', { SecurityGroupId: id, SecurityGroupRuleId: [ruleId] }),
  ).rejects.toMatchObject({ code: 'InvalidSecurityGroupRuleId.NotFound' });
  await owner.call('RevokeSecurityGroup', { SecurityGroupId: id, SecurityGroupRuleId: [ruleId] });
  expect(await rulesOf(owner, id)).toHaveLength(0);
});

test('a rule is modified by its id, or its description by what it says', async ({ owner }) => {
  const id = await groupOf(owner);
  await owner.call('AuthorizeSecurityGroup', { SecurityGroupId: id, ...ssh });
  await owner.call('ModifySecurityGroupRule', { SecurityGroupId: id, ...ssh, Description: 'new' });
  const [rule] = await rulesOf(owner, id);
  expect(rule?.text('Description')).toBe('new');
  const byId = { SecurityGroupId: id, SecurityGroupRuleId: rule?.text('SecurityGroupRuleId') ?? '' };
  await owner.call('ModifySecurityGroupRule', { ...byId, PortRange: '23/23', Policy: 'drop' });
  expect((await rulesOf(owner, id))[0]?.body).toMatchObject({
    ...{ PortRange: '23/23', Policy: 'Drop', SourceCidrIp: '10.0.0.0/8', Description: 'new' },
    SecurityGroupRuleId: byId.SecurityGroupRuleId,
  });
  await owner.call('ModifySecurityGroupRule', { ...byId, Ipv6SourceCidrIp: '::/0' });
  expect((await rulesOf(owner, id))[0]?.body).toMatchObject({ SourceCidrIp: '', Ipv6SourceCidrIp: '::/0' });
  await expect(
    owner.call('ModifySecurityGroupRule', { SecurityGroupId: id, ...ssh, Description: 'x' }),
  ).rejects.toMatchObject({ code: 'SecurityGroupRule.NotFound', status: 404 });
  await owner.call('AuthorizeSecurityGroupEgress', {
    SecurityGroupId: id,
    IpProtocol: 'gre',
    DestCidrIp: '0.0.0.0/0',
  });
  const [egress] = await rulesOf(owner, id, { Direction: 'egress' });
  await owner.call('ModifySecurityGroupEgressRule', {
    SecurityGroupId: id,
    SecurityGroupRuleId: egress?.text('SecurityGroupRuleId') ?? '',
    Priority: 7,
  });
  expect((await rulesOf(owner, id, { Direction: 'egress' }))[0]?.text('Priority')).toBe('7');
});

test('a group has 200 rules, more by ticket', async ({ owner, emulator }) => {
  const id = await groupOf(owner);
  const many = (from: number, count: number) => ({
    SecurityGroupId: id,
    Permissions: Array.from({ length: count }, (_, at) => ({
      ...ssh,
      PortRange: `${from + at}/${from + at}`,
    })),
  });
  await owner.call('AuthorizeSecurityGroup', many(1, 100));
  await owner.call('AuthorizeSecurityGroup', many(101, 100));
  await expect(owner.call('AuthorizeSecurityGroup', many(201, 1))).rejects.toMatchObject({
    code: 'AuthorizationLimitExceed',
    status: 403,
  });
  emulator.setQuota(await owner.id(), 'rulesPerSecurityGroup', 201);
  await owner.call('AuthorizeSecurityGroup', many(201, 1));
  expect(await rulesOf(owner, id)).toHaveLength(201);
});
