import { expect, test } from './fixtures.ts';
import type { Account } from '../api-client.ts';

const group = (account: Account, parameters = {}, token = 'token-1'): Promise<string> =>
  account
    .call('CreateSecurityGroup', { SecurityGroupName: 'made-once', ClientToken: token, ...parameters })
    .then((answer) => answer.text('SecurityGroupId'));

const count = async (account: Account): Promise<unknown> =>
  (await account.call('DescribeSecurityGroups')).at('TotalCount');

test('the same call with the same ClientToken is carried out once', async ({ owner }) => {
  const ids = await Promise.all([group(owner), group(owner), group(owner)]);
  expect(new Set(ids).size).toBe(1);
  expect(await count(owner)).toBe(1);
  expect(await group(owner, {}, 'token-2')).not.toBe(ids[0]);
});

test('other parameters with the same ClientToken are refused', async ({ owner }) => {
  await group(owner);
  await expect(group(owner, { SecurityGroupName: 'another' })).rejects.toMatchObject({
    code: 'IdempotentParameterMismatch',
    status: 400,
  });
  expect(await count(owner)).toBe(1);
});

test('a ClientToken belongs to an account, a region and an action', async ({ owner, other }) => {
  const first = await group(owner);
  expect(await group(other)).not.toBe(first);
  expect(await group(owner.in('cn-beijing'))).not.toBe(first);
  const vpc = await owner.call('CreateVpc', { ClientToken: 'token-1' }, 'Vpc');
  expect(vpc.text('VpcId')).toMatch(/^vpc-/);
});

test('a ClientToken is forgotten after 24 hours', async ({ owner, clock }) => {
  const first = await group(owner);
  clock.advance(24 * 3600_000 - 1);
  expect(await group(owner)).toBe(first);
  clock.advance(1);
  expect(await group(owner)).not.toBe(first);
});

test('a call that failed may be made again with its ClientToken', async ({ owner }) => {
  await expect(group(owner, { VpcId: 'vpc-none' })).rejects.toMatchObject({ status: 404 });
  expect(await group(owner)).toMatch(/^sg-/);
});

test('ClientTokens outlive saving and restoring the state', async ({ owner, emulator }) => {
  const first = await group(owner);
  emulator.saveAndRestore();
  expect(await group(owner)).toBe(first);
});

test('a malformed ClientToken is refused', async ({ owner }) => {
  for (const token of ['x'.repeat(65), 'tökén']) {
    await expect(group(owner, {}, token)).rejects.toMatchObject({
      code: 'InvalidClientToken.ValueNotSupported',
      status: 400,
    });
  }
});
