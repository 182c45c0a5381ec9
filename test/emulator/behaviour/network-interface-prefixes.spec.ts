import type { Account } from '../api-client.ts';
import { expect, test } from './fixtures.ts';

/** A VSwitch with a reserved block, and an interface in it. */
const makeInterface = async (owner: Account, more: object = {}) => {
  const vpc = await owner.call('CreateVpc', { CidrBlock: '172.16.0.0/16', EnableIpv6: true }, 'Vpc');
  const VpcId = vpc.text('VpcId');
  const vswitch = await owner.call(
    'CreateVSwitch',
    { VpcId, ZoneId: 'cn-hangzhou-h', CidrBlock: '172.16.0.0/20', Ipv6CidrBlock: 1 },
    'Vpc',
  );
  const VSwitchId = vswitch.text('VSwitchId');
  await owner.call(
    'CreateVSwitchCidrReservation',
    { VSwitchId, VSwitchCidrReservationCidr: '172.16.10.0/27' },
    'Vpc',
  );
  const group = await owner.call('CreateSecurityGroup', { VpcId });
  const SecurityGroupId = group.text('SecurityGroupId');
  const made = await owner.call('CreateNetworkInterface', { VSwitchId, SecurityGroupId, ...more });
  return { VSwitchId, SecurityGroupId, made, NetworkInterfaceId: made.text('NetworkInterfaceId') };
};

const prefixesOf = async (owner: Account, NetworkInterfaceId: string) => {
  const listed = await owner.call('DescribeNetworkInterfaces', { NetworkInterfaceId: [NetworkInterfaceId] });
  const [row] = listed.list('NetworkInterfaceSets.NetworkInterfaceSet');
  return {
    ipv4: row?.list('Ipv4PrefixSets.Ipv4PrefixSet').map((item) => item.text('Ipv4Prefix')),
    ipv6: row?.list('Ipv6PrefixSets.Ipv6PrefixSet').map((item) => item.text('Ipv6Prefix')),
  };
};

test('an interface is given IPv4 prefixes by name or by number, and gives them back', async ({ owner }) => {
  const { NetworkInterfaceId } = await makeInterface(owner);
  const assign = (more: object) => owner.call('AssignPrivateIpAddresses', { NetworkInterfaceId, ...more });
  const named = await assign({ Ipv4Prefix: ['172.16.10.16/28'] });
  expect(named.at('AssignedPrivateIpAddressesSet.Ipv4PrefixSet.Ipv4Prefixes')).toEqual(['172.16.10.16/28']);
  // What is chosen lies in the reserved block, which then is used up.
  const chosen = await assign({ Ipv4PrefixCount: 1 });
  expect(chosen.at('AssignedPrivateIpAddressesSet.Ipv4PrefixSet.Ipv4Prefixes')).toEqual(['172.16.10.0/28']);
  expect((await prefixesOf(owner, NetworkInterfaceId)).ipv4).toEqual(['172.16.10.16/28', '172.16.10.0/28']);
  await expect(assign({ Ipv4PrefixCount: 1 })).rejects.toMatchObject({
    code: 'InvalidVSwitchId.IpNotEnough',
  });

  const give = () =>
    owner.call('UnassignPrivateIpAddresses', { NetworkInterfaceId, Ipv4Prefix: ['172.16.10.16/28'] });
  await give();
  expect((await prefixesOf(owner, NetworkInterfaceId)).ipv4).toEqual(['172.16.10.0/28']);
  await expect(give()).rejects.toMatchObject({ code: 'InvalidIp.IpUnassigned', status: 403 });
});

test('the addresses of a prefix are taken, and a prefix takes no address that is', async ({ owner }) => {
  const prefix = '172.16.10.0/28';
  const { VSwitchId, SecurityGroupId, made } = await makeInterface(owner, { Ipv4Prefix: [prefix] });
  expect(made.at('Ipv4PrefixSets.Ipv4PrefixSet')).toEqual([{ Ipv4Prefix: prefix }]);
  const create = (more: object) =>
    owner.call('CreateNetworkInterface', { VSwitchId, SecurityGroupId, ...more });
  const taken = { code: 'InvalidPrivateIpAddress.Duplicated', status: 400 };
  await expect(create({ PrimaryIpAddress: '172.16.10.7' })).rejects.toMatchObject(taken);
  await create({ PrimaryIpAddress: '172.16.10.20' });
  await expect(create({ Ipv4Prefix: ['172.16.10.16/28'] })).rejects.toMatchObject(taken);
  await expect(create({ Ipv4Prefix: ['172.17.0.0/28'] })).rejects.toMatchObject({
    code: 'InvalidVSwitchId.IpInvalid',
  });
  for (const wrong of [{ Ipv4Prefix: ['172.16.10.0/27'] }, { Ipv4PrefixCount: 11 }]) {
    await expect(create(wrong)).rejects.toMatchObject({ code: 'InvalidParameter' });
  }
  const vswitches = await owner.call('DescribeVSwitches', { VSwitchId }, 'Vpc');
  // 4,096, less 4 of the system's, the two interfaces' own and the prefix's 16.
  expect(vswitches.at('VSwitches.VSwitch.0.AvailableIpAddressCount')).toBe(4096 - 4 - 2 - 16);
});

test('an interface is given IPv6 prefixes', async ({ owner }) => {
  const { NetworkInterfaceId, made } = await makeInterface(owner, { Ipv6PrefixCount: 1 });
  const first = made.text('Ipv6PrefixSets.Ipv6PrefixSet.0.Ipv6Prefix');
  expect(first).toMatch(/::\/80$/);
  const assign = (more: object) => owner.call('AssignIpv6Addresses', { NetworkInterfaceId, ...more });
  const assigned = await assign({ Ipv6PrefixCount: 2 });
  const added = assigned.list('Ipv6PrefixSets.Ipv6Prefix').map(({ body }) => String(body));
  expect((await prefixesOf(owner, NetworkInterfaceId)).ipv6).toEqual([first, ...added]);
  expect(new Set([first, ...added]).size).toBe(3);
  await expect(assign({ Ipv6Prefix: [first] })).rejects.toMatchObject({ code: 'InvalidIp.IpAssigned' });
  await owner.call('UnassignIpv6Addresses', { NetworkInterfaceId, Ipv6Prefix: added });
  expect((await prefixesOf(owner, NetworkInterfaceId)).ipv6).toEqual([first]);
});
