import { expect, test } from './fixtures.ts';
import { imageIds, launch, makeImage, share, ubuntu } from './image-steps.ts';

test('lists public images to everyone, by ten, newest first', async ({ owner, as }) => {
  const answer = await owner.call('DescribeImages', { ImageOwnerAlias: 'system' });
  expect(answer.list('Images.Image')).toHaveLength(10);
  expect(answer.body).toMatchObject({ PageSize: 10, PageNumber: 1 });
  const times = answer.list('Images.Image').map((image) => image.text('CreationTime'));
  expect(times).toEqual([...times].sort().reverse());
  expect(await imageIds(as('third'), { ImageOwnerAlias: 'system' })).toContain(ubuntu);
  expect(await imageIds(owner.in('eu-central-1'))).toContain(ubuntu);
});

test('pages cover the list once, without gaps', async ({ owner }) => {
  const all = await imageIds(owner);
  const paged: string[] = [];
  for (let pageNumber = 1; paged.length < all.length; pageNumber++) {
    paged.push(...(await imageIds(owner, { PageSize: 7, PageNumber: pageNumber })));
  }
  expect(paged).toEqual(all);
  expect(await imageIds(owner, { PageNumber: 1000 })).toEqual([]);
});

test('page sizes are clamped to 100 and must be at least 1', async ({ owner }) => {
  expect((await owner.call('DescribeImages', { PageSize: 500 })).at('PageSize')).toBe(100);
  await expect(owner.call('DescribeImages', { PageSize: 0 })).rejects.toMatchObject({
    code: 'InvalidPageSize',
  });
  await expect(owner.call('DescribeImages', { PageNumber: 0 })).rejects.toMatchObject({
    code: 'InvalidPageNumber',
  });
});

test('finds by owner', async ({ owner, other }) => {
  const own = await makeImage(owner);
  const foreign = await makeImage(other);
  await share(other, foreign, owner);
  expect(await imageIds(owner, { ImageOwnerAlias: 'self' })).toEqual([own]);
  expect(await imageIds(owner, { ImageOwnerAlias: 'others' })).toEqual([foreign]);
  expect(await imageIds(owner, { ImageOwnerAlias: 'marketplace' })).toEqual([]);
  expect(await imageIds(owner, { ImageOwnerAlias: 'system' })).not.toContain(own);
  expect(await imageIds(owner)).toEqual(expect.arrayContaining([own, foreign, ubuntu]));
  const ownerId = await other.id();
  expect(await imageIds(owner, { ImageOwnerId: ownerId })).toEqual([foreign]);
  expect(await imageIds(owner, { ImageOwnerAlias: 'others', ImageOwnerId: '1' })).toEqual([]);
  // An id does not help against the wrong owner.
  expect(await imageIds(owner, { ImageId: own, ImageOwnerAlias: 'system' })).toEqual([]);
});

test('finds by up to 100 ids; unknown ones are not missed', async ({ owner }) => {
  const own = await makeImage(owner);
  expect(await imageIds(owner, { ImageId: `${own},${ubuntu},m-none` })).toEqual([own, ubuntu]);
  expect(await imageIds(owner, { ImageId: 'm-none' })).toEqual([]);
  const tooMany = Array.from({ length: 101 }, (_, at) => `m-${at}`).join();
  await expect(owner.call('DescribeImages', { ImageId: tooMany })).rejects.toMatchObject({
    code: 'InvalidParamter',
    status: 400,
  });
});

test('finds by name, with * for any text', async ({ owner }) => {
  const first = await makeImage(owner, { ImageName: 'web.1' });
  const second = await makeImage(owner, { ImageName: 'web-2' });
  expect(await imageIds(owner, { ImageName: 'web.1' })).toEqual([first]);
  expect(await imageIds(owner, { ImageName: 'web*' })).toEqual([second, first]);
  expect(await imageIds(owner, { ImageName: '*2', ImageOwnerAlias: 'self' })).toEqual([second]);
  expect(await imageIds(owner, { ImageName: 'web' })).toEqual([]);
  expect(await imageIds(owner, { ImageName: 'web?1' })).toEqual([]);
  const names = await imageIds(owner, { ImageName: 'ubuntu_18*64*', ImageOwnerAlias: 'system' });
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) expect(name).toMatch(/^ubuntu_18.*64/);
});

test('finds by family, tags, resource group and what the system is', async ({ owner }) => {
  const imageId = await makeImage(owner, {
    ImageFamily: 'my-family',
    ResourceGroupId: 'rg-mine',
    Tag: [
      { Key: 'env', Value: 'test' },
      { Key: 'team', Value: 'red' },
    ],
  });
  await makeImage(owner);
  const mine = (parameters: Parameters<typeof imageIds>[1]) =>
    imageIds(owner, { ImageOwnerAlias: 'self', ...parameters });
  expect(await mine({ ImageFamily: 'my-family' })).toEqual([imageId]);
  expect(await mine({ ResourceGroupId: 'rg-mine' })).toEqual([imageId]);
  expect(await mine({ Tag: [{ Key: 'env' }] })).toEqual([imageId]);
  expect(await mine({ Tag: [{ Key: 'env', Value: 'test' }, { Key: 'team' }] })).toEqual([imageId]);
  expect(await mine({ Tag: [{ Key: 'env', Value: 'live' }] })).toEqual([]);
  expect(await mine({ OSType: 'linux', Architecture: 'x86_64' })).toHaveLength(2);
  expect(await mine({ OSType: 'windows' })).toEqual([]);
  expect(await mine({ Architecture: 'arm64' })).toEqual([]);
  expect(await mine({ IsSupportCloudinit: false })).toEqual([]);
  expect(await mine({ IsSupportIoOptimized: true, IsSupportCloudinit: true })).toHaveLength(2);
  const windows = await owner.call('DescribeImages', { ImageOwnerAlias: 'system', OSType: 'windows' });
  for (const image of windows.list('Images.Image')) expect(image.text('Platform')).toContain('Windows');
});

test('finds by what an instance type runs', async ({ owner }) => {
  const arm = await owner.call('DescribeImages', { InstanceType: 'ecs.g6r.large', PageSize: 100 });
  expect(arm.list('Images.Image').length).toBeGreaterThan(0);
  for (const image of arm.list('Images.Image')) expect(image.text('Architecture')).toBe('arm64');
  expect(await imageIds(owner, { InstanceType: 'ecs.g6.large', ImageId: ubuntu })).toEqual([ubuntu]);
});

test('finds by use', async ({ owner, other }) => {
  const imageId = await makeImage(owner);
  expect(await imageIds(owner, { ImageId: imageId, Usage: 'none' })).toEqual([imageId]);
  await launch(owner, imageId);
  expect(await imageIds(owner, { ImageId: imageId, Usage: 'none' })).toEqual([]);
  expect(await imageIds(owner, { ImageOwnerAlias: 'self', Usage: 'instance' })).toEqual([imageId]);
  expect(await imageIds(other, { ImageOwnerAlias: 'self', Usage: 'instance' })).toEqual([]);
});

test("Alibaba Cloud's own images are in use, whether the account has instances or not", async ({ other }) => {
  expect(await imageIds(other, { ImageId: ubuntu, Usage: 'instance' })).toEqual([ubuntu]);
  expect(await imageIds(other, { ImageOwnerAlias: 'system', Usage: 'none' })).toEqual([]);
});

test('a shared image is in use once the account itself made an instance from it', async ({
  owner,
  other,
}) => {
  const imageId = await makeImage(owner);
  await share(owner, imageId, other);
  await launch(owner, imageId);
  expect(await imageIds(other, { ImageId: imageId, Usage: 'none' })).toEqual([imageId]);
  await launch(other, imageId);
  expect(await imageIds(other, { ImageId: imageId, Usage: 'instance' })).toEqual([imageId]);
});

test('finds by what it is wanted for: images with data disks do not replace a system disk', async ({
  owner,
}) => {
  const instanceId = await launch(owner, ubuntu, { DataDisk: [{ Size: 50 }] });
  const imageId = (await owner.call('CreateImage', { InstanceId: instanceId })).text('ImageId');
  expect(await imageIds(owner, { ImageId: imageId, ActionType: 'CreateEcs' })).toEqual([imageId]);
  expect(await imageIds(owner, { ImageId: imageId, ActionType: 'ChangeOS' })).toEqual([]);
});

test('finds by time of creation', async ({ owner, clock }) => {
  const first = await makeImage(owner);
  clock.advance(3_600_000);
  const second = await makeImage(owner);
  const between = '2024-01-01T00:30Z';
  const mine = (filters: { Key: string; Value: string }[]) =>
    imageIds(owner, { ImageOwnerAlias: 'self', Filter: filters });
  expect(await mine([{ Key: 'CreationStartTime', Value: between }])).toEqual([second]);
  expect(await mine([{ Key: 'CreationEndTime', Value: between }])).toEqual([first]);
  expect(
    await mine([
      { Key: 'CreationStartTime', Value: '2024-01-01T00:00Z' },
      { Key: 'CreationEndTime', Value: '2024-01-01T01:00:00Z' },
      { Key: 'NetworkType', Value: 'vpc' },
    ]),
  ).toEqual([second, first]);
});

test('refuses values that a parameter does not have', async ({ owner }) => {
  const cases = [
    [{ ImageOwnerAlias: 'mine' }, 'InvalidImageOwnerAlias.ValueNotSupported', 400],
    [{ IsPublic: true }, 'InvalidImageOwnerAlias.PublicImageUnsupported', 400],
    [{ ImageOwnerAlias: 'self', ImageOwnerId: 1 }, 'InvalidOperation.ImageOwnerIdUnsupported', 400],
    [{ OSType: 'dos' }, 'InvalidOSType', 404],
    [{ Architecture: 'mips' }, 'InvalidArchitecture', 404],
    [{ Usage: 'some' }, 'InvalidUsage', 404],
    [{ ActionType: 'Look' }, 'InvalidParamter', 400],
    [{ InstanceType: 'ecs.none' }, 'InvalidInstanceType.ValueNotSupported', 400],
    [{ Filter: [{ Key: 'Colour', Value: 'red' }] }, 'InvalidFilterKey.NotFound', 404],
    [{ Filter: [{ Key: 'CreationStartTime', Value: 'today' }] }, 'InvalidFilterValue', 404],
    [{ Filter: [{ Key: 'NetworkType', Value: 'mail' }] }, 'InvalidFilterValue.NetworkType', 400],
    [{ Tag: [{ Value: 'no key' }] }, 'InvalidTag.Mismatch', 400],
    [{ Tag: Array.from({ length: 21 }, (_, at) => ({ Key: `k${at}` })) }, 'InvalidTagCount', 400],
  ] as const;
  for (const [parameters, code, status] of cases) {
    await expect(owner.call('DescribeImages', parameters)).rejects.toMatchObject({ code, status });
  }
});

test('DescribeImageFromFamily gives the newest Available image of a family', async ({
  owner,
  other,
  clock,
}) => {
  await makeImage(owner, { ImageFamily: 'daily' });
  clock.advance(1000);
  const newest = await makeImage(owner, { ImageFamily: 'daily' });
  const find = async (account: typeof owner, family: string) =>
    (await account.call('DescribeImageFromFamily', { ImageFamily: family })).at('Image.ImageId');
  expect(await find(owner, 'daily')).toBe(newest);
  expect(await find(other, 'daily')).toBeUndefined();
  expect(await find(owner, 'acs:ubuntu_22_04_x64')).toBe(ubuntu);
  await owner.call('ModifyImageAttribute', { ImageId: newest, Status: 'Deprecated' });
  expect(await find(owner, 'daily')).not.toBe(newest);
});

test('DescribeImageSupportInstanceTypes lists types of the image’s processor', async ({ owner, other }) => {
  const answer = await owner.call('DescribeImageSupportInstanceTypes', { ImageId: ubuntu });
  const ids = answer.list('InstanceTypes.InstanceType').map((type) => type.text('InstanceTypeId'));
  expect(ids).toContain('ecs.g6.large');
  expect(ids).not.toContain('ecs.g6r.large');
  const imageId = await makeImage(owner);
  const elsewhere = await other.call('DescribeImageSupportInstanceTypes', { ImageId: imageId });
  expect(elsewhere.list('InstanceTypes.InstanceType'), 'of an image that the account does not see').toEqual(
    [],
  );
});
