/** When a terraform command is ended. */
import { expect, test } from '@playwright/test';
import { createEmulator } from '../../../../emulator/index.ts';
import { Patience } from '../../../../scenarios/drivers/terraform/patience.ts';
import { Account, sendDirectly } from '../../../emulator/api-client.ts';

/** A VPC that cannot be deleted, because it has a VSwitch, and a command that tries to. */
const setUp = async () => {
  const emulator = createEmulator();
  const account = new Account(sendDirectly(emulator), 'alimock-owner', 'cn-hangzhou');
  const made = await account.call('CreateVpc', { CidrBlock: '10.0.0.0/8' }, 'Vpc');
  const inVpc = { VpcId: made.text('VpcId') };
  const place = { ZoneId: 'cn-hangzhou-i', CidrBlock: '10.1.0.0/16' };
  await account.call('CreateVSwitch', { ...inVpc, ...place }, 'Vpc');
  const patience = new Patience(emulator);
  const refused = async (parameters: { VpcId: string } = inVpc): Promise<void> => {
    await expect(account.call('DeleteVpc', parameters, 'Vpc')).rejects.toThrow();
  };
  return { account, patience, refused };
};

test('the sixth refusal of the same call ends it, if nothing was changed in between', async () => {
  const { account, patience, refused } = await setUp();
  for (let times = 0; times < 5; times++) {
    await refused();
    await account.call('DescribeVpcs', {}, 'Vpc');
  }
  expect([patience.why, patience.signal.aborted]).toEqual([null, false]);
  await refused();
  expect(patience.signal.aborted).toBe(true);
  expect(patience.why).toContain('DependencyViolation');
});

test('a change gives another chance, and so does another call', async () => {
  const { account, patience, refused } = await setUp();
  for (let times = 0; times < 5; times++) await refused();
  await account.call('CreateVpc', { CidrBlock: '192.168.0.0/16' }, 'Vpc');
  for (let times = 0; times < 5; times++) await refused();
  await refused({ VpcId: 'vpc-unknown' });
  expect(patience.why).toBeNull();
});

test('after its end nothing ends it any more', async () => {
  const { patience, refused } = await setUp();
  patience.stop();
  for (let times = 0; times < 9; times++) await refused();
  expect(patience.why).toBeNull();
});
