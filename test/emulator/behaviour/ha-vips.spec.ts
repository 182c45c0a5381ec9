import { allocateEip, associateEip } from './address-steps.ts';
import { expect, test } from './fixtures.ts';
import { makeNetwork, run } from './instance-steps.ts';

const filter = (key: string, value: string) => ({ 'Filter.1.Key': key, 'Filter.1.Value.1': value });

test('an HAVIP takes an address of its VSwitch until it is deleted', async ({ owner, other }) => {
  const { vswitchId, vpcId } = await makeNetwork(owner);
  const request = { VSwitchId: vswitchId, IpAddress: '172.16.0.50', Name: 'vip' };
  const haVipId = (await owner.call('CreateHaVip', request, 'Vpc')).text('HaVipId');
  await owner.call('ModifyHaVipAttribute', { HaVipId: haVipId, Description: 'shared' }, 'Vpc');
  for (const parameters of [
    {},
    filter('HaVipId', haVipId),
    filter('VpcId', vpcId),
    filter('VSwitchId', vswitchId),
    filter('Status', 'Available'),
    filter('HaVipAddress', '172.16.0.50'),
  ]) {
    const listed = await owner.call('DescribeHaVips', parameters, 'Vpc');
    expect(listed.at('HaVips.HaVip')).toMatchObject([
      { HaVipId: haVipId, Status: 'Available', IpAddress: '172.16.0.50', Name: 'vip', Description: 'shared' },
    ]);
  }
  await expect(owner.call('DescribeHaVips', filter('Colour', 'red'), 'Vpc')).rejects.toMatchObject({
    code: 'InvalidParameter',
  });
  await expect(owner.call('CreateHaVip', request, 'Vpc')).rejects.toMatchObject({
    code: 'InvalidPrivateIpAddress.Duplicated',
  });
  await expect(owner.call('DeleteVSwitch', { VSwitchId: vswitchId }, 'Vpc')).rejects.toMatchObject({
    code: 'DependencyViolation.HaVip',
  });
  await expect(other.call('DeleteHaVip', { HaVipId: haVipId }, 'Vpc')).rejects.toMatchObject({
    code: 'InvalidHaVipId.NotFound',
    status: 404,
  });
  await owner.call('DeleteHaVip', { HaVipId: haVipId }, 'Vpc');
  await owner.call('DeleteVSwitch', { VSwitchId: vswitchId }, 'Vpc');
});

test('an HAVIP is bound to instances, until they are gone', async ({ owner }) => {
  const network = await makeNetwork(owner);
  const [first = '', second = ''] = await run(owner, { Amount: 2 }, network);
  const haVipId = (await owner.call('CreateHaVip', { VSwitchId: network.vswitchId }, 'Vpc')).text('HaVipId');
  const describe = async () => (await owner.call('DescribeHaVips', {}, 'Vpc')).at('HaVips.HaVip.0');
  await owner.call('AssociateHaVip', { HaVipId: haVipId, InstanceId: first }, 'Vpc');
  await owner.call('AssociateHaVip', { HaVipId: haVipId, InstanceId: second }, 'Vpc');
  expect(await describe()).toMatchObject({
    Status: 'InUse',
    AssociatedInstanceType: 'EcsInstance',
    AssociatedInstances: { associatedInstance: [first, second] },
  });
  await expect(
    owner.call('AssociateHaVip', { HaVipId: haVipId, InstanceId: first }, 'Vpc'),
  ).rejects.toMatchObject({ code: 'InvalidAssociation.Duplicated' });
  await expect(owner.call('DeleteHaVip', { HaVipId: haVipId }, 'Vpc')).rejects.toMatchObject({
    code: 'IncorrectHaVipStatus',
  });
  await owner.call('UnassociateHaVip', { HaVipId: haVipId, InstanceId: first }, 'Vpc');
  expect(await describe()).toMatchObject({ Status: 'InUse' });
  await owner.call('DeleteInstance', { InstanceId: second, Force: true });
  expect(await describe()).toMatchObject({ Status: 'Available', AssociatedInstanceType: '' });
});

test('an HAVIP has an elastic IP address', async ({ owner }) => {
  const network = await makeNetwork(owner);
  const haVipId = (await owner.call('CreateHaVip', { VSwitchId: network.vswitchId }, 'Vpc')).text('HaVipId');
  const eip = await allocateEip(owner);
  await associateEip(owner, eip.id, haVipId, { InstanceType: 'HaVip' });
  const listed = await owner.call('DescribeHaVips', {}, 'Vpc');
  expect(listed.at('HaVips.HaVip.0.AssociatedEipAddresses.associatedEipAddresse')).toEqual([eip.address]);
});
