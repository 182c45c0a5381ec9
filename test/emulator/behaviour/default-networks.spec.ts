import { expect, test } from './fixtures.ts';
import { createVSwitch, listIds } from './vpc-steps.ts';

test('a region has one default VPC, and that one default VSwitch in each zone', async ({ owner }) => {
  const inZone = (zoneId: string) => owner.call('CreateDefaultVSwitch', { ZoneId: zoneId }, 'Vpc');
  await expect(inZone('cn-hangzhou-h')).rejects.toMatchObject({
    code: 'InvalidDefaultVpc.NotFound',
    status: 404,
  });
  const vpcId = (await owner.call('CreateDefaultVpc', {}, 'Vpc')).text('VpcId');
  await expect(owner.call('CreateDefaultVpc', {}, 'Vpc')).rejects.toMatchObject({
    code: 'InvalidOperation.ExistDefaultVpc',
  });
  await createVSwitch(owner, vpcId, '172.16.0.0/24');
  const first = (await inZone('cn-hangzhou-h')).text('VSwitchId');
  const second = (await inZone('cn-hangzhou-i')).text('VSwitchId');
  await expect(inZone('cn-hangzhou-i')).rejects.toMatchObject({
    code: 'InvalidOperation.ExistDefaultVSwitch',
  });
  const blockOf = async (id: string) =>
    (await owner.call('DescribeVSwitchAttributes', { VSwitchId: id }, 'Vpc')).text('CidrBlock');
  expect(await blockOf(first)).toBe('172.16.16.0/20');
  expect(await blockOf(second)).toBe('172.16.32.0/20');
  expect(await listIds(owner, 'DescribeVpcs', { IsDefault: true })).toEqual([vpcId]);
  expect(await listIds(owner, 'DescribeVSwitches', { IsDefault: true })).toEqual([second, first]);
  await owner.in('cn-beijing').call('CreateDefaultVpc', {}, 'Vpc');
});

test('ClassicLink is switched on and off', async ({ owner }) => {
  const vpcId = (await owner.call('CreateVpc', {}, 'Vpc')).text('VpcId');
  const isOn = async () =>
    (await owner.call('DescribeVpcAttribute', { VpcId: vpcId }, 'Vpc')).at('ClassicLinkEnabled');
  await owner.call('EnableVpcClassicLink', { VpcId: vpcId }, 'Vpc');
  expect(await isOn()).toBe(true);
  await owner.call('DisableVpcClassicLink', { VpcId: vpcId }, 'Vpc');
  expect(await isOn()).toBe(false);
});
