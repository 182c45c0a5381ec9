import type { Account } from '../api-client.ts';
import { expect, test } from './fixtures.ts';
import { describe, makeNetwork, makeVSwitch, runOne } from './instance-steps.ts';
import type { Network } from './instance-steps.ts';

const makeInterface = async (account: Account, network: Network, more = {}): Promise<string> =>
  (
    await account.call('CreateNetworkInterface', {
      VSwitchId: network.vswitchId,
      SecurityGroupId: network.securityGroupId,
      ...more,
    })
  ).text('NetworkInterfaceId');

const row = async (account: Account, id: string) => {
  const answer = await account.call('DescribeNetworkInterfaces', { NetworkInterfaceId: [id] });
  const [found] = answer.list('NetworkInterfaceSets.NetworkInterfaceSet');
  if (found === undefined) throw new Error(`there is no network interface ${id}`);
  return found;
};

test('the primary interface of an instance is told', async ({ owner }) => {
  const network = await makeNetwork(owner);
  const instance = await runOne(owner, {}, network);
  const id = (await describe(owner, instance)).text(
    'NetworkInterfaces.NetworkInterface.0.NetworkInterfaceId',
  );
  expect((await row(owner, id)).body).toMatchObject({
    NetworkInterfaceId: id,
    Type: 'Primary',
    Status: 'InUse',
    InstanceId: instance,
    VpcId: network.vpcId,
    VSwitchId: network.vswitchId,
    OwnerId: await owner.id(),
    SecurityGroupIds: { SecurityGroupId: [network.securityGroupId] },
    Ipv6Sets: { Ipv6Set: [] },
    Attachment: { InstanceId: instance },
  });
  await expect(
    owner.call('DetachNetworkInterface', { NetworkInterfaceId: id, InstanceId: instance }),
  ).rejects.toMatchObject({ code: 'InvalidOperation.DetachPrimaryEniNotAllowed' });
  await expect(owner.call('DeleteNetworkInterface', { NetworkInterfaceId: id })).rejects.toMatchObject({
    code: 'InvalidOperation.InvalidEniType',
  });
});

test('a secondary interface is made, attached, detached and deleted', async ({ owner }) => {
  const network = await makeNetwork(owner);
  const instance = await runOne(owner, {}, network);
  const id = await makeInterface(owner, network, {
    NetworkInterfaceName: 'second',
    PrimaryIpAddress: '172.16.0.50',
  });
  expect((await row(owner, id)).body).toMatchObject({
    Type: 'Secondary',
    Status: 'Available',
    NetworkInterfaceName: 'second',
    PrivateIpAddress: '172.16.0.50',
  });
  const attachment = { NetworkInterfaceId: id, InstanceId: instance };
  await owner.call('AttachNetworkInterface', attachment);
  expect((await row(owner, id)).body).toMatchObject({ Status: 'InUse', InstanceId: instance });
  expect((await describe(owner, instance)).list('NetworkInterfaces.NetworkInterface')).toHaveLength(2);
  await expect(owner.call('DeleteNetworkInterface', { NetworkInterfaceId: id })).rejects.toMatchObject({
    code: 'InvalidOperation.InvalidEniState',
  });
  // ecs.sn1ne.large takes two.
  const third = await makeInterface(owner, network);
  await expect(
    owner.call('AttachNetworkInterface', { NetworkInterfaceId: third, InstanceId: instance }),
  ).rejects.toMatchObject({ code: 'EniPerInstanceLimitExceeded', status: 403 });
  await owner.call('DetachNetworkInterface', attachment);
  await owner.call('DeleteNetworkInterface', { NetworkInterfaceId: id });
  await expect(owner.call('DeleteNetworkInterface', { NetworkInterfaceId: id })).rejects.toMatchObject({
    code: 'InvalidEniId.NotFound',
    status: 404,
  });
});

test('an interface is not attached to an instance that is not there', async ({ owner }) => {
  const id = await makeInterface(owner, await makeNetwork(owner));
  await expect(
    owner.call('AttachNetworkInterface', { NetworkInterfaceId: id, InstanceId: 'i-none' }),
  ).rejects.toMatchObject({ code: 'InvalidEcsId.NotFound', status: 404 });
});

test('interfaces of another zone do not fit', async ({ owner }) => {
  const network = await makeNetwork(owner);
  const instance = await runOne(owner, {}, network);
  const vswitchId = await makeVSwitch(owner, network.vpcId, '172.16.5.0/24', 'cn-hangzhou-i');
  const id = await makeInterface(owner, { ...network, vswitchId });
  await expect(
    owner.call('AttachNetworkInterface', { NetworkInterfaceId: id, InstanceId: instance }),
  ).rejects.toMatchObject({ code: 'InvalidOperation.AvailabilityZoneMismatch', status: 403 });
});

test('what was attached goes with its instance, unless it is to stay', async ({ owner }) => {
  const network = await makeNetwork(owner);
  const instance = await runOne(
    owner,
    {
      VSwitchId: '',
      SecurityGroupId: '',
      NetworkInterface: [
        {
          InstanceType: 'Primary',
          VSwitchId: network.vswitchId,
          SecurityGroupIds: [network.securityGroupId],
          PrimaryIpAddress: '172.16.0.20',
        },
        { InstanceType: 'Secondary', VSwitchId: network.vswitchId, DeleteOnRelease: false },
      ],
    },
    network,
  );
  const interfaces = (await describe(owner, instance)).list('NetworkInterfaces.NetworkInterface');
  expect(interfaces.map(({ body }) => body)).toMatchObject([
    { Type: 'Primary', PrimaryIpAddress: '172.16.0.20' },
    { Type: 'Secondary' },
  ]);
  await owner.call('DeleteInstance', { InstanceId: instance, Force: true });
  const left = (await owner.call('DescribeNetworkInterfaces')).list(
    'NetworkInterfaceSets.NetworkInterfaceSet',
  );
  expect(left.map(({ body }) => body)).toMatchObject([
    { Type: 'Secondary', Status: 'Available', InstanceId: '' },
  ]);
});

test('an interface gets further addresses and gives them back', async ({ owner }) => {
  const network = await makeNetwork(owner);
  const id = await makeInterface(owner, network);
  const primary = (await row(owner, id)).text('PrivateIpAddress');
  await owner.call('AssignPrivateIpAddresses', { NetworkInterfaceId: id, SecondaryPrivateIpAddressCount: 2 });
  await owner.call('AssignPrivateIpAddresses', { NetworkInterfaceId: id, PrivateIpAddress: ['172.16.0.99'] });
  expect((await row(owner, id)).list('PrivateIpSets.PrivateIpSet')).toHaveLength(4);
  await expect(
    owner.call('AssignPrivateIpAddresses', { NetworkInterfaceId: id, PrivateIpAddress: ['172.16.0.99'] }),
  ).rejects.toMatchObject({ code: 'InvalidPrivateIpAddress.Duplicated' });
  await owner.call('UnassignPrivateIpAddresses', {
    NetworkInterfaceId: id,
    PrivateIpAddress: ['172.16.0.99'],
  });
  expect((await row(owner, id)).list('PrivateIpSets.PrivateIpSet')).toHaveLength(3);
  await expect(
    owner.call('UnassignPrivateIpAddresses', { NetworkInterfaceId: id, PrivateIpAddress: [primary] }),
  ).rejects.toMatchObject({ code: 'InvalidParameter' });
});

test('DescribeNetworkInterfaces finds by each of its filters', async ({ owner }) => {
  const network = await makeNetwork(owner);
  const instance = await runOne(owner, {}, network);
  const id = await makeInterface(owner, network, {
    NetworkInterfaceName: 'web-1',
    PrimaryIpAddress: '172.16.0.50',
    ResourceGroupId: 'rg-1',
    'Tag.1.Key': 'team',
    'Tag.1.Value': 'a',
  });
  const find = async (parameters: Record<string, string>): Promise<string[]> =>
    (await owner.call('DescribeNetworkInterfaces', parameters))
      .list('NetworkInterfaceSets.NetworkInterfaceSet')
      .map((found) => found.text('NetworkInterfaceId'));
  const onlyThis = [
    { Type: 'Secondary' },
    { Status: 'Available' },
    { NetworkInterfaceName: 'web-*' },
    { PrimaryIpAddress: '172.16.0.50' },
    { 'PrivateIpAddress.1': '172.16.0.50' },
    { ResourceGroupId: 'rg-1' },
    { 'Tag.1.Key': 'team' },
    { 'NetworkInterfaceId.1': id },
  ];
  for (const filter of onlyThis) expect(await find(filter), JSON.stringify(filter)).toEqual([id]);
  expect(await find({ InstanceId: instance })).toHaveLength(1);
  expect(await find({ VpcId: network.vpcId })).toHaveLength(2);
  expect(await find({ VSwitchId: network.vswitchId })).toHaveLength(2);
  expect(await find({ SecurityGroupId: network.securityGroupId })).toHaveLength(2);
});

test('ModifyNetworkInterfaceAttribute changes what is given', async ({ owner }) => {
  const network = await makeNetwork(owner);
  const id = await makeInterface(owner, network, { Description: 'As it was' });
  await owner.call('ModifyNetworkInterfaceAttribute', {
    NetworkInterfaceId: id,
    NetworkInterfaceName: 'new-name',
  });
  expect((await row(owner, id)).body).toMatchObject({
    NetworkInterfaceName: 'new-name',
    Description: 'As it was',
  });
});

test('an interface that carries others is a trunk, and is listed as one', async ({ owner }) => {
  const { vswitchId, securityGroupId } = await makeNetwork(owner);
  const request = { VSwitchId: vswitchId, SecurityGroupId: securityGroupId };
  await owner.call('CreateNetworkInterface', request);
  const trunk = await owner.call('CreateNetworkInterface', { ...request, InstanceType: 'Trunk' });
  expect(trunk.text('Type')).toBe('Trunk');
  const typed = async (type: string) => {
    const answer = await owner.call('DescribeNetworkInterfaces', { Type: type });
    return answer.list('NetworkInterfaceSets.NetworkInterfaceSet').map((row) => row.text('Type'));
  };
  expect(await typed('Trunk')).toEqual(['Trunk']);
  expect(await typed('Secondary')).toEqual(['Secondary']);
  const other = owner.call('CreateNetworkInterface', { ...request, InstanceType: 'Primary' });
  await expect(other).rejects.toMatchObject({ code: 'InvalidParameter' });
});
