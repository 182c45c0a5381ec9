import { expect, test } from './fixtures.ts';
import { makeNetwork } from './instance-steps.ts';

const refused = (code: string, status: number) => ({ code, status });

test('another account is given the right to attach an interface, and loses it', async ({ owner, other }) => {
  const { vswitchId, securityGroupId } = await makeNetwork(owner);
  const made = await owner.call('CreateNetworkInterface', {
    VSwitchId: vswitchId,
    SecurityGroupId: securityGroupId,
  });
  const NetworkInterfaceId = made.text('NetworkInterfaceId');
  const right = { NetworkInterfaceId, AccountId: await other.id(), Permission: 'InstanceAttach' };
  const given = await owner.call('CreateNetworkInterfacePermission', right);
  const id = given.text('NetworkInterfacePermission.NetworkInterfacePermissionId');
  expect(given.at('NetworkInterfacePermission')).toMatchObject({
    NetworkInterfaceId,
    AccountId: Number(await other.id()),
    Permission: 'InstanceAttach',
    PermissionState: 'Granted',
  });
  const again = await owner.call('CreateNetworkInterfacePermission', right);
  expect(again.text('NetworkInterfacePermission.NetworkInterfacePermissionId')).toBe(id);
  const list = () => owner.call('DescribeNetworkInterfacePermissions', { NetworkInterfaceId });
  expect((await list()).at('TotalCount')).toBe(1);

  await expect(
    owner.call('CreateNetworkInterfacePermission', { ...right, NetworkInterfaceId: 'eni-none' }),
  ).rejects.toMatchObject(refused('InvalidEniId.NotFound', 404));
  await expect(
    owner.call('CreateNetworkInterfacePermission', { ...right, Permission: 'All' }),
  ).rejects.toMatchObject(refused('InvalidParameter', 400));
  const named = { NetworkInterfacePermissionId: id, Force: true };
  await owner.call('DeleteNetworkInterfacePermission', named);
  expect((await list()).at('TotalCount')).toBe(0);
  await expect(owner.call('DeleteNetworkInterfacePermission', named)).rejects.toMatchObject(
    refused('InvalidEniPermissionId.NotFound', 404),
  );
});
