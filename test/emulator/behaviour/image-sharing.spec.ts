import { expect, test } from './fixtures.ts';
import { imageIds, launch, makeImage, share, sharedWith, ubuntu, unshare } from './image-steps.ts';

/** Account ids that nobody in the tests has. */
const strangers = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => String(2_000_000_000_000_000 + at));

const refused = (code: string, status: number) => ({ code, status });

test.describe('who is told of the image', () => {
  test('an image is the owner’s until it is shared; then the other account finds it among the others', async ({
    owner,
    other,
    as,
  }) => {
    const imageId = await makeImage(owner);
    const third = as('third');
    expect(await imageIds(other, { ImageId: imageId })).toEqual([]);
    await share(owner, imageId, other);

    expect(await imageIds(owner, { ImageOwnerAlias: 'self' })).toEqual([imageId]);
    expect(await imageIds(owner, { ImageOwnerAlias: 'others' })).toEqual([]);
    expect(await imageIds(other, { ImageOwnerAlias: 'others' })).toEqual([imageId]);
    expect(await imageIds(other, { ImageOwnerAlias: 'self' })).toEqual([]);
    expect(await imageIds(other, { ImageId: imageId })).toEqual([imageId]);
    expect(await imageIds(other)).toContain(imageId);
    expect(await imageIds(third, { ImageOwnerAlias: 'others' })).toEqual([]);
    expect(await imageIds(third, { ImageId: imageId })).toEqual([]);
  });

  test('owner and other account see the sharing from their own side', async ({ owner, other }) => {
    const imageId = await makeImage(owner, {
      ImageName: 'seen-from-two-sides',
      Tag: [{ Key: 'a', Value: 'b' }],
    });
    const own = async () =>
      (await owner.call('DescribeImages', { ImageId: imageId })).list('Images.Image')[0];
    expect((await own())?.at('IsSelfShared')).toBe('');
    await share(owner, imageId, other);
    expect((await own())?.body).toMatchObject({
      ImageOwnerAlias: 'self',
      IsSelfShared: 'sharing',
      IsPublic: false,
    });

    const seen = await other.call('DescribeImages', { ImageId: imageId });
    expect(seen.at('Images.Image.0')).toMatchObject({
      ImageName: 'seen-from-two-sides',
      ImageOwnerAlias: 'others',
      ImageOwnerId: Number(await owner.id()),
      IsSelfShared: '',
      Status: 'Available',
      Tags: { Tag: [] },
    });
    expect(seen.text('Images.Image.0.DiskDeviceMappings.DiskDeviceMapping.0.SnapshotId')).toBe('');
  });

  test('the owner’s tags and resource group stay the owner’s', async ({ owner, other }) => {
    const imageId = await makeImage(owner, {
      ResourceGroupId: 'rg-owner',
      Tag: [{ Key: 'cost', Value: 'owner' }],
    });
    await share(owner, imageId, other);
    for (const filter of [{ Tag: [{ Key: 'cost' }] }, { ResourceGroupId: 'rg-owner' }]) {
      expect(await imageIds(owner, filter)).toEqual([imageId]);
      expect(await imageIds(other, filter)).toEqual([]);
    }
  });

  test('an image is shared in its own region', async ({ owner, other }) => {
    const imageId = await makeImage(owner);
    await share(owner, imageId, other);
    expect(await imageIds(other.in('cn-beijing'), { ImageOwnerAlias: 'others' })).toEqual([]);
    await expect(
      owner
        .in('cn-beijing')
        .call('ModifyImageSharePermission', { ImageId: imageId, AddAccount: strangers(1) }),
    ).rejects.toMatchObject(refused('InvalidImageId.NotFound', 404));
  });

  test('unsharing takes the image out of sight', async ({ owner, other, as }) => {
    const imageId = await makeImage(owner);
    await share(owner, imageId, other, as('third'));
    await unshare(owner, imageId, other);
    expect(await imageIds(other, { ImageId: imageId })).toEqual([]);
    expect(await imageIds(other, { ImageOwnerAlias: 'others' })).toEqual([]);
    expect(await imageIds(as('third'), { ImageOwnerAlias: 'others' })).toEqual([imageId]);
    expect(await sharedWith(owner, imageId)).toEqual([await as('third').id()]);
  });
});

test.describe('ModifyImageSharePermission', () => {
  test('adding an account twice is no error and counts once', async ({ owner }) => {
    const imageId = await makeImage(owner);
    const [account = ''] = strangers(1);
    for (let times = 0; times < 2; times++) {
      await owner.call('ModifyImageSharePermission', { ImageId: imageId, AddAccount: [account, account] });
    }
    expect(await sharedWith(owner, imageId)).toEqual([account]);
  });

  test('removing an account that has no permission is no error', async ({ owner }) => {
    const imageId = await makeImage(owner);
    await owner.call('ModifyImageSharePermission', { ImageId: imageId, RemoveAccount: strangers(1) });
    expect(await sharedWith(owner, imageId)).toEqual([]);
  });

  test('one call adds and removes', async ({ owner }) => {
    const imageId = await makeImage(owner);
    const [first = '', second = ''] = strangers(2);
    await owner.call('ModifyImageSharePermission', { ImageId: imageId, AddAccount: [first] });
    await owner.call('ModifyImageSharePermission', {
      ImageId: imageId,
      AddAccount: [second],
      RemoveAccount: [first],
    });
    expect(await sharedWith(owner, imageId)).toEqual([second]);
  });

  test('ten accounts of each list count, the rest is ignored', async ({ owner }) => {
    const imageId = await makeImage(owner);
    const accounts = strangers(12);
    await owner.call('ModifyImageSharePermission', { ImageId: imageId, AddAccount: accounts });
    expect(await sharedWith(owner, imageId)).toEqual(accounts.slice(0, 10));
    await owner.call('ModifyImageSharePermission', {
      ImageId: imageId,
      RemoveAccount: accounts.slice().reverse(),
    });
    expect(await sharedWith(owner, imageId)).toEqual(accounts.slice(0, 2));
  });

  test('an image has room for 50 accounts; the 51st is refused and the 50 stand', async ({ owner }) => {
    const imageId = await makeImage(owner);
    const accounts = strangers(51);
    for (let at = 0; at < 50; at += 10) {
      await owner.call('ModifyImageSharePermission', {
        ImageId: imageId,
        AddAccount: accounts.slice(at, at + 10),
      });
    }
    await expect(
      owner.call('ModifyImageSharePermission', { ImageId: imageId, AddAccount: accounts.slice(50) }),
    ).rejects.toMatchObject(refused('QuotaExceed.ShareImageUser', 403));
    expect(await sharedWith(owner, imageId)).toEqual(accounts.slice(0, 50));
    // One in and one out at a time still goes, and so does one that is in already.
    await owner.call('ModifyImageSharePermission', { ImageId: imageId, AddAccount: accounts.slice(0, 1) });
    await owner.call('ModifyImageSharePermission', {
      ImageId: imageId,
      AddAccount: accounts.slice(50),
      RemoveAccount: accounts.slice(0, 1),
    });
    expect(await sharedWith(owner, imageId)).toEqual(accounts.slice(1));
  });

  test('a ticket raises the limit of one account', async ({ owner, other, emulator }) => {
    emulator.setQuota(await owner.id(), 'imageShareAccounts', 2);
    const imageId = await makeImage(owner);
    const accounts = strangers(3);
    const call = (account: typeof owner, image: string) =>
      account.call('ModifyImageSharePermission', { ImageId: image, AddAccount: accounts });
    await expect(call(owner, imageId)).rejects.toMatchObject({ code: 'QuotaExceed.ShareImageUser' });
    expect(await sharedWith(owner, imageId)).toEqual([]);
    await call(other, await makeImage(other));
  });

  test('an account cannot share with itself', async ({ owner }) => {
    const imageId = await makeImage(owner);
    await expect(share(owner, imageId, owner)).rejects.toMatchObject(
      refused('InvalidAccount.Forbbiden', 404),
    );
    expect(await sharedWith(owner, imageId)).toEqual([]);
  });

  test('an account id is made of digits', async ({ owner }) => {
    const imageId = await makeImage(owner);
    for (const list of ['AddAccount', 'RemoveAccount']) {
      await expect(
        owner.call('ModifyImageSharePermission', { ImageId: imageId, [list]: ['not-an-account'] }),
      ).rejects.toMatchObject(refused('InvalidAccount.NotFound', 404));
    }
  });

  test('unknown, foreign, shared and public images are not there to be shared', async ({
    owner,
    other,
    as,
  }) => {
    const foreign = await makeImage(owner);
    const shared = await makeImage(owner, { ImageName: 'shared-on' });
    await share(owner, shared, other);
    for (const imageId of ['m-bp1000000000000000000', foreign, shared, ubuntu]) {
      await expect(share(other, imageId, as('third'))).rejects.toMatchObject(
        refused('InvalidImageId.NotFound', 404),
      );
      await expect(other.call('DescribeImageSharePermission', { ImageId: imageId })).rejects.toMatchObject(
        refused('InvalidImageId.NotFound', 404),
      );
    }
  });

  test('region and image must be named', async ({ owner }) => {
    const missing = refused('MissingParameter', 400);
    await expect(owner.call('ModifyImageSharePermission', {})).rejects.toMatchObject(missing);
    await expect(
      owner.call('ModifyImageSharePermission', { RegionId: '', ImageId: 'm-1' }),
    ).rejects.toMatchObject(missing);
  });

  test('LaunchPermission does not go with accounts', async ({ owner }) => {
    const imageId = await makeImage(owner);
    await expect(
      owner.call('ModifyImageSharePermission', {
        ImageId: imageId,
        LaunchPermission: 'hide',
        AddAccount: strangers(1),
      }),
    ).rejects.toMatchObject(refused('UnnecessaryParameter.LaunchPermission', 400));
    await expect(
      owner.call('ModifyImageSharePermission', { ImageId: imageId, LaunchPermission: 'show' }),
    ).rejects.toMatchObject(refused('InvalidParameter.LaunchPermission', 400));
    await owner.call('ModifyImageSharePermission', { ImageId: imageId, LaunchPermission: 'hide' });
  });

  test('an image with encrypted snapshots is neither shared nor published', async ({ owner, other }) => {
    const instanceId = await launch(owner, ubuntu, { SystemDisk: { Encrypted: 'true' } });
    const imageId = (await owner.call('CreateImage', { InstanceId: instanceId })).text('ImageId');
    const expected = refused('OperationDeined.EncryptedSnapshot', 403);
    await expect(share(owner, imageId, other)).rejects.toMatchObject(expected);
    await expect(
      owner.call('ModifyImageSharePermission', { ImageId: imageId, IsPublic: true }),
    ).rejects.toMatchObject(expected);
  });

  test('a deprecated image cannot be shared, a shared one not be deprecated', async ({ owner, other }) => {
    const imageId = await makeImage(owner);
    await owner.call('ModifyImageAttribute', { ImageId: imageId, Status: 'Deprecated' });
    await expect(share(owner, imageId, other)).rejects.toMatchObject(
      refused('OperationDenied.InvalidImageStatus', 403),
    );
    await owner.call('ModifyImageAttribute', { ImageId: imageId, Status: 'Available' });
    await share(owner, imageId, other);
    await expect(
      owner.call('ModifyImageAttribute', { ImageId: imageId, Status: 'Deprecated' }),
    ).rejects.toMatchObject(refused('ImageUseShared', 403));
  });

  test('a dry run changes nothing', async ({ owner, other }) => {
    const imageId = await makeImage(owner);
    await expect(
      owner.call('ModifyImageSharePermission', {
        ImageId: imageId,
        AddAccount: [await other.id()],
        DryRun: true,
      }),
    ).rejects.toMatchObject({ code: 'DryRunOperation' });
    expect(await sharedWith(owner, imageId)).toEqual([]);
  });
});

test('DescribeImageSharePermission pages by ten', async ({ owner }) => {
  const imageId = await makeImage(owner);
  const accounts = strangers(12);
  await owner.call('ModifyImageSharePermission', { ImageId: imageId, AddAccount: accounts });
  await owner.call('ModifyImageSharePermission', { ImageId: imageId, AddAccount: accounts.slice(10) });
  const first = await owner.call('DescribeImageSharePermission', { ImageId: imageId });
  expect(first.body).toMatchObject({
    ImageId: imageId,
    PageNumber: 1,
    PageSize: 10,
    TotalCount: 12,
    RegionId: 'cn-hangzhou',
  });
  expect(first.list('Accounts.Account')).toHaveLength(10);
  const second = await owner.call('DescribeImageSharePermission', { ImageId: imageId, PageNumber: 2 });
  expect(second.list('Accounts.Account').map((account) => account.text('AliyunId'))).toEqual(
    accounts.slice(10),
  );
  expect(second.text('Accounts.Account.0.SharedTime')).toBe('2024-01-01T00:00:00Z');
});
