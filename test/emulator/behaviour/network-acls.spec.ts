import type { Account, Parameters } from '../api-client.ts';
import { expect, test } from './fixtures.ts';
import { makeNetwork } from './instance-steps.ts';

const createAcl = async (account: Account, vpcId: string): Promise<string> =>
  (await account.call('CreateNetworkAcl', { VpcId: vpcId, NetworkAclName: 'acl' }, 'Vpc')).text(
    'NetworkAclId',
  );

const describe = async (account: Account, networkAclId: string) =>
  (await account.call('DescribeNetworkAclAttributes', { NetworkAclId: networkAclId }, 'Vpc')).at(
    'NetworkAclAttribute',
  );

test('a network ACL lets everything through until it has other rules', async ({ owner, other }) => {
  const { vpcId } = await makeNetwork(owner);
  const id = await createAcl(owner, vpcId);
  const everything = { Policy: 'accept', Protocol: 'all', Port: '-1/-1', EntryType: 'custom' };
  expect(await describe(owner, id)).toMatchObject({
    NetworkAclName: 'acl',
    Status: 'Available',
    IngressAclEntries: { IngressAclEntry: [{ ...everything, SourceCidrIp: '0.0.0.0/0' }] },
    EgressAclEntries: { EgressAclEntry: [{ ...everything, DestinationCidrIp: '0.0.0.0/0' }] },
  });
  await owner.call(
    'UpdateNetworkAclEntries',
    {
      NetworkAclId: id,
      UpdateIngressAclEntries: true,
      'IngressAclEntries.1.Policy': 'drop',
      'IngressAclEntries.1.Protocol': 'tcp',
      'IngressAclEntries.1.Port': '22/22',
      'IngressAclEntries.1.SourceCidrIp': '10.0.0.0/8',
      'IngressAclEntries.1.NetworkAclEntryName': 'no-ssh',
    },
    'Vpc',
  );
  expect(await describe(owner, id)).toMatchObject({
    IngressAclEntries: {
      IngressAclEntry: [{ Policy: 'drop', Protocol: 'tcp', Port: '22/22', NetworkAclEntryName: 'no-ssh' }],
    },
    EgressAclEntries: { EgressAclEntry: [everything] },
  });
  const copy = await createAcl(owner, vpcId);
  await owner.call('CopyNetworkAclEntries', { NetworkAclId: copy, SourceNetworkAclId: id }, 'Vpc');
  expect(await describe(owner, copy)).toMatchObject({
    IngressAclEntries: { IngressAclEntry: [{ NetworkAclEntryName: 'no-ssh' }] },
  });
  await owner.call('UpdateNetworkAclEntries', { NetworkAclId: id, UpdateIngressAclEntries: true }, 'Vpc');
  expect(await describe(owner, id)).toMatchObject({ IngressAclEntries: { IngressAclEntry: [] } });
  await expect(describe(other, id)).rejects.toMatchObject({
    code: 'InvalidNetworkAcl.NotFound',
    status: 404,
  });
});

test('rules that cannot be are refused', async ({ owner }) => {
  const { vpcId } = await makeNetwork(owner);
  const id = await createAcl(owner, vpcId);
  const rule = { Policy: 'accept', Protocol: 'tcp', Port: '80/80', SourceCidrIp: '10.0.0.0/8' };
  for (const change of [{ Policy: 'x' }, { Protocol: 'x' }, { Port: '80' }, { SourceCidrIp: '10' }]) {
    const entry = Object.fromEntries(
      Object.entries({ ...rule, ...change }).map(([name, value]): [string, string] => [
        `IngressAclEntries.1.${name}`,
        value,
      ]),
    );
    await expect(
      owner.call('UpdateNetworkAclEntries', { NetworkAclId: id, ...entry }, 'Vpc'),
    ).rejects.toMatchObject({ code: 'InvalidParameter' });
  }
});

test('a VSwitch has one network ACL', async ({ owner }) => {
  const { vpcId, vswitchId } = await makeNetwork(owner);
  const [first, second] = [await createAcl(owner, vpcId), await createAcl(owner, vpcId)];
  const vswitch = { 'Resource.1.ResourceId': vswitchId, 'Resource.1.ResourceType': 'VSwitch' };
  await owner.call('AssociateNetworkAcl', { NetworkAclId: first, ...vswitch }, 'Vpc');
  expect(await describe(owner, first)).toMatchObject({
    Status: 'Available',
    Resources: { Resource: [{ ResourceId: vswitchId, ResourceType: 'VSwitch', Status: 'BINDED' }] },
  });
  const attributes = await owner.call('DescribeVSwitchAttributes', { VSwitchId: vswitchId }, 'Vpc');
  expect(attributes.text('NetworkAclId')).toBe(first);
  await expect(
    owner.call('AssociateNetworkAcl', { NetworkAclId: second, ...vswitch }, 'Vpc'),
  ).rejects.toMatchObject({ code: 'InvalidAssociation.Duplicated' });
  await expect(owner.call('DeleteNetworkAcl', { NetworkAclId: first }, 'Vpc')).rejects.toMatchObject({
    code: 'NetworkAclExistBinding',
  });
  const listed = async (parameters: Parameters) =>
    (await owner.call('DescribeNetworkAcls', parameters, 'Vpc'))
      .list('NetworkAcls.NetworkAcl')
      .map((acl) => acl.text('NetworkAclId'));
  expect(await listed({ ResourceId: vswitchId, ResourceType: 'VSwitch' })).toEqual([first]);
  expect(await listed({ ResourceId: vswitchId }), 'without its type it takes no effect').toHaveLength(2);
  await owner.call('UnassociateNetworkAcl', { NetworkAclId: first, ...vswitch }, 'Vpc');
  await owner.call('DeleteNetworkAcl', { NetworkAclId: first }, 'Vpc');
  await owner.call('AssociateNetworkAcl', { NetworkAclId: second, ...vswitch }, 'Vpc');
  await owner.call('DeleteVSwitch', { VSwitchId: vswitchId }, 'Vpc');
  await owner.call('DeleteNetworkAcl', { NetworkAclId: second }, 'Vpc');
});
