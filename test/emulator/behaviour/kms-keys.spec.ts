import type { Account, Parameters } from '../api-client.ts';
import { expect, test } from './fixtures.ts';

const kms = (account: Account, action: string, parameters: Parameters = {}) =>
  account.call(action, parameters, 'Kms');

const createKey = async (account: Account, parameters: Parameters = {}): Promise<string> =>
  (await kms(account, 'CreateKey', parameters)).text('KeyMetadata.KeyId');

const stateOf = async (account: Account, KeyId: string): Promise<string> =>
  (await kms(account, 'DescribeKey', { KeyId })).text('KeyMetadata.KeyState');

test('a key is made, disabled, enabled and described', async ({ owner, other }) => {
  const KeyId = await createKey(owner, { Description: 'd' });
  const { body } = await kms(owner, 'DescribeKey', { KeyId });
  expect(body).toMatchObject({
    KeyMetadata: {
      Description: 'd',
      KeySpec: 'Aliyun_AES_256',
      KeyUsage: 'ENCRYPT/DECRYPT',
      KeyState: 'Enabled',
      Origin: 'Aliyun_KMS',
      ProtectionLevel: 'SOFTWARE',
      AutomaticRotation: 'Disabled',
      Arn: `acs:kms:cn-hangzhou:${await owner.id()}:key/${KeyId}`,
    },
  });
  await kms(owner, 'DisableKey', { KeyId });
  expect(await stateOf(owner, KeyId)).toBe('Disabled');
  await kms(owner, 'EnableKey', { KeyId });
  await kms(owner, 'UpdateKeyDescription', { KeyId, Description: 'e' });
  expect((await kms(owner, 'DescribeKey', { KeyId })).at('KeyMetadata')).toMatchObject({
    KeyState: 'Enabled',
    Description: 'e',
  });
  for (const account of [other, owner.in('cn-beijing')]) {
    await expect(stateOf(account, KeyId)).rejects.toMatchObject({
      code: 'Forbidden.KeyNotFound',
      status: 404,
    });
  }
  expect((await kms(owner, 'ListKeys')).at('TotalCount')).toBe(1);
});

test('rotation has an interval from 7 to 730 days', async ({ owner, clock }) => {
  const KeyId = await createKey(owner);
  const rotate = (RotationInterval: string) =>
    kms(owner, 'UpdateRotationPolicy', { KeyId, EnableAutomaticRotation: true, RotationInterval });
  await expect(rotate('6d')).rejects.toMatchObject({ code: 'InvalidParameter' });
  await rotate('168h');
  expect((await kms(owner, 'DescribeKey', { KeyId })).at('KeyMetadata')).toMatchObject({
    AutomaticRotation: 'Enabled',
    RotationInterval: '168h',
    NextRotationDate: new Date(clock.now() + 7 * 86_400_000).toISOString().replace('.000', ''),
  });
});

test('a deletion is scheduled, called off, and carried out when its time has come', async ({
  owner,
  clock,
}) => {
  const KeyId = await createKey(owner);
  await kms(owner, 'SetDeletionProtection', { KeyId, EnableDeletionProtection: true });
  const schedule = () => kms(owner, 'ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 });
  await expect(schedule()).rejects.toMatchObject({ code: 'Rejected.DeletionProtection' });
  await kms(owner, 'SetDeletionProtection', { KeyId, EnableDeletionProtection: false });
  await schedule();
  expect(await stateOf(owner, KeyId)).toBe('PendingDeletion');
  await expect(kms(owner, 'EnableKey', { KeyId })).rejects.toMatchObject({
    code: 'Rejected.PendingDeletion',
  });
  await kms(owner, 'CancelKeyDeletion', { KeyId });
  expect(await stateOf(owner, KeyId)).toBe('Disabled');
  clock.advance(5 * 86_400_000);
  await schedule();
  // The first schedule falls due; the key's own time has not come yet.
  clock.advance(3 * 86_400_000);
  expect(await stateOf(owner, KeyId)).toBe('PendingDeletion');
  clock.advance(4 * 86_400_000);
  await expect(stateOf(owner, KeyId)).rejects.toMatchObject({ code: 'Forbidden.KeyNotFound' });
});

test('keys have tags, from the start or later', async ({ owner }) => {
  const KeyId = await createKey(owner, { Tags: JSON.stringify([{ TagKey: 'a', TagValue: '1' }]) });
  const of = { ResourceType: 'key', ResourceId: [KeyId] };
  await kms(owner, 'TagResources', { ...of, Tag: [{ Key: 'b', Value: '2' }] });
  await kms(owner, 'UntagResources', { ...of, TagKey: ['a'] });
  const listed = await kms(owner, 'ListTagResources', of);
  expect(listed.at('TagResources.TagResource')).toEqual([
    { ResourceId: KeyId, ResourceType: 'key', TagKey: 'b', TagValue: '2' },
  ]);
});

test('a key is in the region of the endpoint, which RegionId does not change', async ({ owner }) => {
  const KeyId = await createKey(owner);
  const elsewhere = { RegionId: 'cn-shanghai', ResourceType: 'key', ResourceId: [KeyId] };
  await kms(owner, 'TagResources', { ...elsewhere, Tag: [{ Key: 'a', Value: '1' }] });
  const listed = await kms(owner, 'ListTagResources', elsewhere);
  expect(listed.at('TagResources.TagResource')).toHaveLength(1);
  await expect(stateOf(owner.in('cn-shanghai'), KeyId)).rejects.toMatchObject({
    code: 'Forbidden.KeyNotFound',
  });
});

test('what is no key is refused', async ({ owner }) => {
  for (const parameters of [
    { KeySpec: 'DES' },
    { KeySpec: 'EC_P256', KeyUsage: 'ENCRYPT/DECRYPT' },
    { Origin: 'elsewhere' },
    { Tags: '{' },
  ]) {
    await expect(createKey(owner, parameters)).rejects.toMatchObject({
      code: 'InvalidParameter',
      status: 400,
    });
  }
});
