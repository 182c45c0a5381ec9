import { createHash, createPrivateKey, createPublicKey, createSign, createVerify } from 'node:crypto';
import { expect, test } from './fixtures.ts';
import type { Account } from '../api-client.ts';
import { launch, launchStopped, systemDiskOf, ubuntu } from './image-steps.ts';
import { publicImage } from './instance-steps.ts';

const refused = (code: string, status: number) => ({ code, status });

/** A public key that was made by ssh-keygen, and what `ssh-keygen -l -E md5` says of it. */
const publicKey =
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAICm91ZnvZC+UcWeeOVNRTJkBMeqGJanMT4C+yaK+o823 somebody@example';
const fingerprint = 'fa:27:cd:33:e3:d8:f4:9f:f8:21:09:26:94:d9:c7:83';

const names = async (account: Account, parameters = {}): Promise<string[]> =>
  (await account.call('DescribeKeyPairs', parameters))
    .list('KeyPairs.KeyPair')
    .map((pair) => pair.text('KeyPairName'));

const import_ = (account: Account, KeyPairName: string, more = {}) =>
  account.call('ImportKeyPair', { KeyPairName, PublicKeyBody: publicKey, ...more });

test('CreateKeyPair makes an RSA key that works, and answers its private half once', async ({ owner }) => {
  const made = await owner.call('CreateKeyPair', { KeyPairName: 'deploy', Tag: [{ Key: 'a', Value: 'b' }] });
  const privateKey = createPrivateKey(made.text('PrivateKeyBody'));
  expect(privateKey.asymmetricKeyDetails).toMatchObject({ modulusLength: 2048, publicExponent: 65537n });
  const signature = createSign('sha256').update('text').sign(privateKey);
  expect(createVerify('sha256').update('text').verify(createPublicKey(privateKey), signature)).toBe(true);

  const listed = await owner.call('DescribeKeyPairs', { KeyPairName: 'deploy', IncludePublicKey: true });
  expect(JSON.stringify(listed.body)).not.toContain('PRIVATE');
  expect(listed.at('KeyPairs.KeyPair.0')).toMatchObject({
    KeyPairName: 'deploy',
    KeyPairFingerPrint: made.text('KeyPairFingerPrint'),
    CreationTime: '2024-01-01T00:00Z',
    Tags: { Tag: [{ TagKey: 'a', TagValue: 'b' }] },
  });
  const [type, blob = ''] = listed.text('KeyPairs.KeyPair.0.PublicKey').split(' ');
  const { n = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  expect(type).toBe('ssh-rsa');
  expect(Buffer.from(blob, 'base64').subarray(-256).toString('base64url')).toBe(n);
  const md5 = createHash('md5').update(Buffer.from(blob, 'base64')).digest('hex');
  expect(made.text('KeyPairFingerPrint')).toBe(md5.match(/../g)?.join(':'));
});

test('ImportKeyPair takes OpenSSH public keys only, with their fingerprint', async ({ owner }) => {
  const imported = await import_(owner, 'mine');
  expect(imported.text('KeyPairFingerPrint')).toBe(fingerprint);
  for (const PublicKeyBody of ['ssh-rsa', 'ssh-rsa AAAA', 'ssh-rsa BBBBB3Nza', 'AAAAB3Nza', 'no key']) {
    await expect(import_(owner, 'other', { PublicKeyBody })).rejects.toMatchObject(
      refused('InvalidPublicKeyBody.Malformed', 400),
    );
  }
});

test('ImportKeyPair looks at the form only, as the page’s example and the provider’s tests need it', async ({
  owner,
}) => {
  const PublicKeyBody = 'ssh-rsa AAAAB3Nza12345678qwertyuudsfsg';
  const imported = await import_(owner, 'mine', { PublicKeyBody });
  expect(imported.text('KeyPairFingerPrint')).toMatch(/^[0-9a-f]{2}(:[0-9a-f]{2}){15}$/);
});

test('names are checked, and unique in account and region', async ({ owner, other }) => {
  await import_(owner, 'mine');
  await expect(import_(owner, 'mine')).rejects.toMatchObject(refused('KeyPair.AlreadyExist', 400));
  await import_(other, 'mine');
  await import_(owner.in('cn-beijing'), 'mine');
  for (const name of ['1st', 'a', 'http://x', 'a'.repeat(129)]) {
    await expect(import_(owner, name)).rejects.toMatchObject(refused('InvalidKeyPairName.Malformed', 400));
  }
});

test('lists by name with wildcards, fingerprint, resource group and tags', async ({ owner }) => {
  await import_(owner, 'web-1', { ResourceGroupId: 'rg-1' });
  await import_(owner, 'web-2', { Tag: [{ Key: 'use', Value: 'web' }] });
  await owner.call('CreateKeyPair', { KeyPairName: 'db' });
  expect(await names(owner)).toEqual(['db', 'web-2', 'web-1']);
  expect(await names(owner, { KeyPairName: 'web-*' })).toEqual(['web-2', 'web-1']);
  expect(await names(owner, { KeyPairName: 'web' })).toEqual([]);
  expect(await names(owner, { ResourceGroupId: 'rg-1' })).toEqual(['web-1']);
  expect(await names(owner, { Tag: [{ Key: 'use', Value: 'web' }] })).toEqual(['web-2']);
  const made = (await owner.call('DescribeKeyPairs', { KeyPairName: 'db' })).text(
    'KeyPairs.KeyPair.0.KeyPairFingerPrint',
  );
  expect(await names(owner, { KeyPairFingerPrint: made })).toEqual(['db']);
  expect(await names(owner, { PageSize: 2, PageNumber: 2 })).toEqual(['web-1']);
});

test('key pairs are tagged and moved by name', async ({ owner }) => {
  await import_(owner, 'mine');
  const resource = { ResourceType: 'keypair', ResourceId: 'mine' };
  await owner.call('TagResources', {
    ResourceType: 'keypair',
    ResourceId: ['mine'],
    Tag: [{ Key: 'k', Value: 'v' }],
  });
  const tags = await owner.call('ListTagResources', { ResourceType: 'keypair', ResourceId: ['mine'] });
  expect(tags.list('TagResources.TagResource').map(({ body }) => body)).toEqual([
    { ResourceId: 'mine', ResourceType: 'keypair', TagKey: 'k', TagValue: 'v' },
  ]);
  await owner.call('JoinResourceGroup', { ...resource, ResourceGroupId: 'rg-2' });
  expect(await names(owner, { ResourceGroupId: 'rg-2' })).toEqual(['mine']);
});

test('attaches to Linux instances, with a result for each', async ({ owner }) => {
  await import_(owner, 'mine');
  const instanceId = await launch(owner);
  const attached = await owner.call('AttachKeyPair', {
    KeyPairName: 'mine',
    InstanceIds: JSON.stringify([instanceId, 'i-none']),
  });
  expect(attached.body).toMatchObject({ TotalCount: '2', FailCount: '1', KeyPairName: 'mine' });
  expect(attached.list('Results.Result').map((result) => result.text('Code'))).toEqual([
    '200',
    'InvalidInstanceId.NotFound',
  ]);
  const withKey = await owner.call('DescribeInstances', { KeyPairName: 'mine' });
  expect(withKey.text('Instances.Instance.0.InstanceId')).toBe(instanceId);

  const unattached = { KeyPairName: 'none', InstanceIds: JSON.stringify([instanceId]) };
  await expect(owner.call('AttachKeyPair', unattached)).rejects.toMatchObject(
    refused('InvalidKeyPairName.NotFound', 400),
  );
  const malformed = { KeyPairName: 'mine', InstanceIds: '[' };
  await expect(owner.call('AttachKeyPair', malformed)).rejects.toMatchObject(
    refused('InvalidInstanceIds.ValueNotSupported', 400),
  );
  const windowsId = await launch(owner, await publicImage(owner, 'windows'));
  await expect(
    owner.call('AttachKeyPair', { KeyPairName: 'mine', InstanceIds: JSON.stringify([windowsId]) }),
  ).rejects.toMatchObject(refused('DependencyViolation.WindowsInstance', 403));
});

test('a key pair in use is not deleted; afterwards it is, and unknown names do not matter', async ({
  owner,
}) => {
  await import_(owner, 'mine');
  const instanceId = await launch(owner, undefined, { KeyPairName: 'mine' });
  const both = { KeyPairNames: JSON.stringify(['mine', 'none']) };
  await expect(owner.call('DeleteKeyPairs', both)).rejects.toMatchObject(
    refused('InvalidParameter.KeypairAlreadyAttachedInstance', 400),
  );
  await owner.call('DetachKeyPair', { KeyPairName: 'mine', InstanceIds: JSON.stringify([instanceId]) });
  await owner.call('DeleteKeyPairs', both);
  expect(await names(owner)).toEqual([]);
  await expect(owner.call('DeleteKeyPairs', { KeyPairNames: '[' })).rejects.toMatchObject(
    refused('InvalidKeyPairNames.ValueNotSupported', 400),
  );
  const tooMany = Array.from({ length: 101 }, (_, at) => `key-${at}`);
  await expect(owner.call('DeleteKeyPairs', { KeyPairNames: JSON.stringify(tooMany) })).rejects.toMatchObject(
    refused('InstanceKeyPairLimitExceeded', 403),
  );
});

test('an instance needs a key pair that is there', async ({ owner }) => {
  await expect(launch(owner, undefined, { KeyPairName: 'none' })).rejects.toMatchObject(
    refused('InvalidKeyPairName.NotFound', 400),
  );
});

test('an account has a limit of key pairs', async ({ owner, emulator }) => {
  emulator.setQuota(await owner.id(), 'keyPairsPerRegion', 1);
  await import_(owner, 'one');
  await expect(import_(owner, 'two')).rejects.toMatchObject(refused('QuotaExceed.KeyPair', 403));
});

test('a system disk is written anew only with a key pair that is there', async ({ owner }) => {
  await import_(owner, 'mine');
  const instanceId = await launchStopped(owner);
  const unknown = { KeyPairName: 'none' };
  const replaced = { InstanceId: instanceId, ImageId: ubuntu };
  await expect(owner.call('ReplaceSystemDisk', { ...replaced, ...unknown })).rejects.toMatchObject(
    refused('InvalidKeyPairName.NotFound', 400),
  );
  const DiskId = await systemDiskOf(owner, instanceId);
  await expect(owner.call('ReInitDisk', { DiskId, ...unknown })).rejects.toMatchObject(
    refused('InvalidKeyPairName.NotFound', 400),
  );
  await owner.call('ReInitDisk', { DiskId, KeyPairName: 'mine' });
  const withKey = await owner.call('DescribeInstances', { KeyPairName: 'mine' });
  expect(withKey.text('Instances.Instance.0.InstanceId')).toBe(instanceId);
});
