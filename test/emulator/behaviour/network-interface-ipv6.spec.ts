import { expect, test } from './fixtures.ts';
import { makeNetwork } from './instance-steps.ts';

const refused = (code: string, status: number) => ({ code, status });

test('IPv6 addresses are assigned and unassigned', async ({ owner }) => {
  const vpc = await owner.call('CreateVpc', { CidrBlock: '172.16.0.0/16', EnableIpv6: true }, 'Vpc');
  const VpcId = vpc.text('VpcId');
  const vswitch = await owner.call(
    'CreateVSwitch',
    { VpcId, ZoneId: 'cn-hangzhou-h', CidrBlock: '172.16.0.0/24', Ipv6CidrBlock: 1 },
    'Vpc',
  );
  const group = await owner.call('CreateSecurityGroup', { VpcId });
  const made = await owner.call('CreateNetworkInterface', {
    VSwitchId: vswitch.text('VSwitchId'),
    SecurityGroupId: group.text('SecurityGroupId'),
  });
  const named = { NetworkInterfaceId: made.text('NetworkInterfaceId') };
  const assigned = await owner.call('AssignIpv6Addresses', { ...named, Ipv6AddressCount: 2 });
  const addresses = assigned.list('Ipv6Sets.Ipv6Address').map(({ body }) => String(body));
  expect(addresses).toHaveLength(2);
  const [first = '', second = ''] = addresses;
  const assign = (more: object) => owner.call('AssignIpv6Addresses', { ...named, ...more });
  await expect(assign({ Ipv6Address: [first] })).rejects.toMatchObject(refused('InvalidIp.IpAssigned', 403));
  await expect(assign({ Ipv6AddressCount: 11 })).rejects.toMatchObject(
    refused('InvalidOperation.Ipv6CountExceeded', 403),
  );
  await expect(assign({})).rejects.toMatchObject(refused('MissingParameter', 403));
  await owner.call('UnassignIpv6Addresses', { ...named, Ipv6Address: [first] });
  await expect(owner.call('UnassignIpv6Addresses', { ...named, Ipv6Address: [first] })).rejects.toMatchObject(
    refused('InvalidIp.IpUnassigned', 403),
  );
  const listed = await owner.call('DescribeNetworkInterfaces', {
    'NetworkInterfaceId.1': named.NetworkInterfaceId,
  });
  expect(listed.at('NetworkInterfaceSets.NetworkInterfaceSet.0.Ipv6Sets.Ipv6Set')).toEqual([
    { Ipv6Address: second },
  ]);
});

test('a VSwitch without an IPv6 block has none to assign', async ({ owner }) => {
  const { vswitchId, securityGroupId } = await makeNetwork(owner);
  const made = await owner.call('CreateNetworkInterface', {
    VSwitchId: vswitchId,
    SecurityGroupId: securityGroupId,
  });
  await expect(
    owner.call('AssignIpv6Addresses', {
      NetworkInterfaceId: made.text('NetworkInterfaceId'),
      Ipv6AddressCount: 1,
    }),
  ).rejects.toMatchObject({ code: 'InvalidVSwitch.Ipv6NotTurnOn' });
});
