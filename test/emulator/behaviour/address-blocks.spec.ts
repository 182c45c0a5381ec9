import { allocateEip } from './address-steps.ts';
import { expect, test } from './fixtures.ts';
import { makeNetwork } from './instance-steps.ts';

test('blocks of a VSwitch are reserved, by name or by size', async ({ owner }) => {
  const { vswitchId } = await makeNetwork(owner);
  const reserve = (parameters: Record<string, string>) =>
    owner.call('CreateVSwitchCidrReservation', { VSwitchId: vswitchId, ...parameters }, 'Vpc');
  await reserve({ VSwitchCidrReservationCidr: '172.16.0.0/28', VSwitchCidrReservationName: 'first' });
  const second = await reserve({ VSwitchCidrReservationMask: '27' });
  const listed = await owner.call('ListVSwitchCidrReservations', { VSwitchId: vswitchId }, 'Vpc');
  expect(listed.at('VSwitchCidrReservations')).toMatchObject([
    {
      VSwitchCidrReservationCidr: '172.16.0.32/27',
      AvailableCidrCount: 2,
      Status: 'Assigned',
      Type: 'Prefix',
    },
    { VSwitchCidrReservationCidr: '172.16.0.0/28', AvailableCidrCount: 1 },
  ]);
  for (const [parameters, code] of [
    [{ VSwitchCidrReservationCidr: '172.16.0.0/27' }, 'InvalidCidrBlock.Overlapped'],
    [{ VSwitchCidrReservationCidr: '10.0.0.0/28' }, 'InvalidParameter'],
    [{ VSwitchCidrReservationCidr: '172.16.0.64/29' }, 'InvalidParameter'],
    [{ VSwitchCidrReservationMask: '29' }, 'InvalidParameter'],
    [{ IpVersion: 'IPv6', VSwitchCidrReservationCidr: '2408::/80' }, 'InvalidParameter'],
  ] as const) {
    await expect(reserve(parameters)).rejects.toMatchObject({ code });
  }
  const named = { VSwitchCidrReservationId: second.text('VSwitchCidrReservationId') };
  await owner.call(
    'ModifyVSwitchCidrReservationAttribute',
    { ...named, VSwitchCidrReservationName: 'n' },
    'Vpc',
  );
  const one = await owner.call(
    'ListVSwitchCidrReservations',
    { 'VSwitchCidrReservationIds.1': named.VSwitchCidrReservationId },
    'Vpc',
  );
  expect(one.text('VSwitchCidrReservations.0.VSwitchCidrReservationName')).toBe('n');
  await owner.call('DeleteVSwitchCidrReservation', named, 'Vpc');
  await expect(owner.call('DeleteVSwitchCidrReservation', named, 'Vpc')).rejects.toMatchObject({
    status: 404,
  });
});

test('a pool of public addresses has blocks, of which a used one stays', async ({ owner }) => {
  const created = await owner.call('CreatePublicIpAddressPool', { Name: 'pool', Isp: 'BGP' }, 'Vpc');
  const pool = { PublicIpAddressPoolId: created.text('PulbicIpAddressPoolId') };
  const add = (parameters: Record<string, string | number>) =>
    owner.call('AddPublicIpAddressPoolCidrBlock', { ...pool, ...parameters }, 'Vpc');
  await add({ CidrBlock: '47.0.103.0/24' });
  const supplied = (await add({ CidrMask: 28 })).text('CidrBlock');
  expect(supplied).toMatch(/^47\.118\.\d+\.\d+\/28$/);
  await expect(add({ CidrBlock: '47.0.103.0/25' })).rejects.toMatchObject({
    code: 'InvalidCidrBlock.Overlapped',
  });
  await expect(add({ CidrMask: 20 })).rejects.toMatchObject({ code: 'InvalidParameter' });
  const eip = await allocateEip(owner, { ...pool, IpAddress: '47.0.103.7' });
  await owner.call('UpdatePublicIpAddressPoolAttribute', { ...pool, Description: 'd' }, 'Vpc');
  const pools = await owner.call('ListPublicIpAddressPools', { Name: 'pool' }, 'Vpc');
  expect(pools.at('PublicIpAddressPoolList')).toMatchObject([
    { ...pool, Description: 'd', TotalIpNum: 272, UsedIpNum: 1, IpAddressRemaining: true, Status: 'Created' },
  ]);
  const blocks = await owner.call('ListPublicIpAddressPoolCidrBlocks', pool, 'Vpc');
  expect(blocks.at('PublicIpPoolCidrBlockList')).toMatchObject([
    { CidrBlock: supplied, TotalIpNum: 16 },
    { CidrBlock: '47.0.103.0/24', UsedIpNum: 1 },
  ]);
  const remove = (cidrBlock: string) =>
    owner.call('DeletePublicIpAddressPoolCidrBlock', { ...pool, CidrBlock: cidrBlock }, 'Vpc');
  await expect(remove('47.0.103.0/24')).rejects.toMatchObject({ code: 'DependencyViolation.EIPS' });
  await expect(owner.call('DeletePublicIpAddressPool', pool, 'Vpc')).rejects.toMatchObject({
    code: 'DependencyViolation.CidrBlock',
  });
  await owner.call('ReleaseEipAddress', { AllocationId: eip.id }, 'Vpc');
  await remove('47.0.103.0/24');
  await remove(supplied);
  await owner.call('DeletePublicIpAddressPool', pool, 'Vpc');
});
