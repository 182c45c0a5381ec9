import { expect, test } from './fixtures.ts';
import type { Account, Answer, Parameters } from '../api-client.ts';
import { launch, makeImage, systemDiskOf } from './image-steps.ts';

const refused = (code: string, status: number) => ({ code, status });

const createDisk = async (account: Account, more: Parameters = {}): Promise<string> =>
  (await account.call('CreateDisk', { ZoneId: 'cn-hangzhou-h', Size: 40, ...more })).text('DiskId');

const entries = (answer: Answer): unknown[] =>
  answer.list('TagResources.TagResource').map(({ body }) => body);

const tagsOf = async (account: Account, resourceType: string, resourceId: string): Promise<unknown[]> => {
  const answer = await account.call('ListTagResources', {
    ResourceType: resourceType,
    ResourceId: [resourceId],
  });
  return answer
    .list('TagResources.TagResource')
    .map((tag) => `${tag.text('TagKey')}=${tag.text('TagValue')}`);
};

/** One resource of each type that has rows. */
const oneOfEach = async (account: Account): Promise<[string, string][]> => {
  const instanceId = await launch(account);
  const instance = await account.call('DescribeInstances', { InstanceIds: JSON.stringify([instanceId]) });
  const diskId = await systemDiskOf(account, instanceId);
  return [
    ['instance', instanceId],
    ['disk', diskId],
    ['snapshot', (await account.call('CreateSnapshot', { DiskId: diskId })).text('SnapshotId')],
    ['image', (await account.call('CreateImage', { InstanceId: instanceId })).text('ImageId')],
    ['securitygroup', instance.text('Instances.Instance.0.SecurityGroupIds.SecurityGroupId.0')],
    ['eni', instance.text('Instances.Instance.0.NetworkInterfaces.NetworkInterface.0.NetworkInterfaceId')],
  ];
};

test('every type of resource is tagged and untagged', async ({ owner }) => {
  for (const [resourceType, resourceId] of await oneOfEach(owner)) {
    const named = { ResourceType: resourceType, ResourceId: [resourceId] };
    await owner.call('TagResources', {
      ...named,
      Tag: [
        { Key: 'a', Value: '1' },
        { Key: 'b', Value: '' },
      ],
    });
    await owner.call('TagResources', { ...named, Tag: [{ Key: 'a', Value: '2' }, { Key: 'c' }] });
    expect(await tagsOf(owner, resourceType, resourceId)).toEqual(['a=2', 'b=', 'c=']);
    await owner.call('UntagResources', { ...named, TagKey: ['a', 'not-there'] });
    expect(await tagsOf(owner, resourceType, resourceId)).toEqual(['b=', 'c=']);
    await owner.call('UntagResources', { ...named, All: true });
    expect(await tagsOf(owner, resourceType, resourceId)).toEqual([]);
  }
});

test('tags are seen by the resource’s own Describe', async ({ owner }) => {
  const imageId = await makeImage(owner);
  await owner.call('TagResources', {
    ResourceType: 'image',
    ResourceId: [imageId],
    Tag: [{ Key: 'a', Value: 'b' }],
  });
  const image = await owner.call('DescribeImages', { Tag: [{ Key: 'a', Value: 'b' }] });
  expect(image.at('Images.Image.0.Tags.Tag')).toEqual([{ TagKey: 'a', TagValue: 'b' }]);
});

test('TagResources refuses bad keys, values, numbers and resources; then nothing is tagged', async ({
  owner,
  other,
}) => {
  const diskId = await createDisk(owner);
  const tag = (parameters: Parameters) =>
    owner.call('TagResources', {
      ResourceType: 'disk',
      ResourceId: [diskId],
      Tag: [{ Key: 'a', Value: 'b' }],
      ...parameters,
    });
  const many = (count: number) => Array.from({ length: count }, (_, at) => ({ Key: `k${at}`, Value: 'v' }));
  const cases = [
    [{ Tag: [{ Key: 'acs:a', Value: 'b' }] }, 'InvalidTagKey.Malformed', 400],
    [{ Tag: [{ Key: 'aliyun', Value: 'b' }] }, 'InvalidTagKey.Malformed', 400],
    [{ Tag: [{ Key: 'http://a', Value: 'b' }] }, 'InvalidTagKey.Malformed', 400],
    [{ Tag: [{ Key: 'k'.repeat(129), Value: 'b' }] }, 'InvalidTagKey.Malformed', 400],
    [{ Tag: [{ Key: 'a', Value: 'acs:b' }] }, 'InvalidTagValue.Malformed', 400],
    [{ Tag: [{ Key: 'a', Value: 'v'.repeat(129) }] }, 'InvalidTagValue.Malformed', 400],
    [
      {
        Tag: [
          { Key: 'a', Value: 'b' },
          { Key: 'a', Value: 'c' },
        ],
      },
      'Duplicate.TagKey',
      400,
    ],
    [{ Tag: many(21) }, 'NumberExceed.Tags', 400],
    [{ Tag: [] }, 'MissingParameter', 400],
    [{ ResourceType: 'planet' }, 'InvalidResourceType.NotFound', 404],
    [{ ResourceType: 'keypair' }, 'InvalidResourceId.NotFound', 404],
    [{ ResourceId: [diskId, 'd-none'] }, 'InvalidResourceId.NotFound', 404],
    [{ ResourceId: Array.from({ length: 51 }, (_, at) => `d-${at}`) }, 'NumberExceed.ResourceIds', 400],
    [{ ResourceId: [await createDisk(other)] }, 'InvalidResourceId.NotFound', 404],
  ] as const;
  for (const [parameters, code, status] of cases) {
    await expect(tag(parameters)).rejects.toMatchObject(refused(code, status));
  }
  expect(await tagsOf(owner, 'disk', diskId)).toEqual([]);
});

test('a resource has up to 20 tags', async ({ owner, emulator }) => {
  const diskId = await createDisk(owner);
  const tag = (count: number) =>
    owner.call('TagResources', {
      ResourceType: 'disk',
      ResourceId: [diskId],
      Tag: Array.from({ length: count }, (_, at) => ({ Key: `k${at}`, Value: 'v' })),
    });
  await tag(20);
  const one = { ResourceType: 'disk', ResourceId: [diskId], Tag: [{ Key: 'one-more', Value: 'v' }] };
  await expect(owner.call('TagResources', one)).rejects.toMatchObject(refused('QuotaExceed.Tags', 403));
  await tag(20);
  emulator.setQuota(await owner.id(), 'tagsPerResource', 21);
  await owner.call('TagResources', one);
});

test('UntagResources wants keys or All', async ({ owner }) => {
  const named = { ResourceType: 'disk', ResourceId: [await createDisk(owner)] };
  await expect(owner.call('UntagResources', named)).rejects.toMatchObject(
    refused('MissingParameter.Tags', 404),
  );
  await expect(
    owner.call('UntagResources', { ...named, TagKey: Array.from({ length: 21 }, (_, at) => `k${at}`) }),
  ).rejects.toMatchObject(refused('NumberExceed.Tags', 400));
  await expect(
    owner.call('UntagResources', { ResourceType: 'disk', ResourceId: ['d-none'], All: true }),
  ).rejects.toMatchObject(refused('InvalidResourceId.NotFound', 404));
});

test('ListTagResources finds by resource, tag and part of a tag', async ({ owner, other }) => {
  const first = await createDisk(owner, {
    Tag: [
      { Key: 'env', Value: 'test' },
      { Key: 'team', Value: 'red' },
    ],
  });
  const second = await createDisk(owner, { Tag: [{ Key: 'env', Value: 'live' }] });
  const list = async (parameters: Parameters, account = owner) => {
    const answer = await account.call('ListTagResources', { ResourceType: 'disk', ...parameters });
    return [...new Set(answer.list('TagResources.TagResource').map((tag) => tag.text('ResourceId')))];
  };
  expect(await list({})).toEqual([second, first]);
  expect(await list({ ResourceId: [first, 'd-none'] })).toEqual([first]);
  expect(await list({ Tag: [{ Key: 'env' }] })).toEqual([second, first]);
  expect(await list({ Tag: [{ Key: 'env', Value: 'live' }] })).toEqual([second]);
  expect(await list({ TagFilter: [{ TagKey: 'tea' }] })).toEqual([first]);
  expect(await list({ TagFilter: [{ TagKey: 'env', TagValues: ['iv', 'xx'] }] })).toEqual([second]);
  expect(await list({}, other)).toEqual([]);
  const all = await owner.call('ListTagResources', { ResourceType: 'disk', ResourceId: [second] });
  expect(entries(all)).toEqual([
    { ResourceType: 'disk', ResourceId: second, TagKey: 'env', TagValue: 'live' },
  ]);
});

test('ListTagResources goes on with a token', async ({ owner }) => {
  const tags = Array.from({ length: 20 }, (_, at) => ({ Key: `k${at}`, Value: 'v' }));
  for (let count = 0; count < 3; count++) await createDisk(owner, { Tag: tags });
  const first = await owner.call('ListTagResources', { ResourceType: 'disk' });
  expect(entries(first)).toHaveLength(50);
  const rest = await owner.call('ListTagResources', {
    ResourceType: 'disk',
    NextToken: first.text('NextToken'),
  });
  expect(entries(rest)).toHaveLength(10);
  expect(rest.at('NextToken')).toBe('');
  expect(new Set([...entries(first), ...entries(rest)].map((entry) => JSON.stringify(entry))).size).toBe(60);
  await expect(
    owner.call('ListTagResources', { ResourceType: 'disk', NextToken: 'x' }),
  ).rejects.toMatchObject(refused('InvalidNextToken', 400));
});

test('AddTags, RemoveTags and DescribeTags, the older actions', async ({ owner, other }) => {
  const first = await createDisk(owner);
  const second = await createDisk(owner);
  for (const diskId of [first, second]) {
    await owner.call('AddTags', {
      ResourceType: 'disk',
      ResourceId: diskId,
      Tag: [{ Key: 'env', Value: 'test' }],
    });
  }
  await owner.call('AddTags', { ResourceType: 'disk', ResourceId: first, Tag: [{ Key: 'x', Value: 'y' }] });
  const describe = async (parameters: Parameters, account = owner) =>
    (await account.call('DescribeTags', parameters)).list('Tags.Tag').map(({ body }) => body);
  expect(await describe({ ResourceType: 'disk' })).toMatchObject([
    { TagKey: 'env', TagValue: 'test', ResourceTypeCount: { Disk: 2, Instance: 0 } },
    { TagKey: 'x', TagValue: 'y', ResourceTypeCount: { Disk: 1 } },
  ]);
  expect(await describe({ ResourceType: 'disk', ResourceId: first })).toHaveLength(2);
  expect(await describe({ ResourceType: 'disk', ResourceId: first }, other)).toEqual([]);
  expect(await describe({ Tag: [{ Key: 'x' }] })).toHaveLength(1);
  expect(await describe({ ResourceType: 'image' })).toEqual([]);
  expect((await owner.call('DescribeTags')).at('PageSize')).toBe(50);

  const remove = (tag: Parameters) =>
    owner.call('RemoveTags', { ResourceType: 'disk', ResourceId: first, Tag: [tag] });
  await remove({ Key: 'env', Value: 'other' });
  expect(await tagsOf(owner, 'disk', first)).toEqual(['env=test', 'x=y']);
  await remove({ Key: 'env', Value: 'test' });
  await remove({ Key: 'x' });
  expect(await tagsOf(owner, 'disk', first)).toEqual([]);

  const wrong = [
    [{ ResourceType: 'planet' }, 'InvalidResourceType.NotFound', 404],
    [{ ResourceId: 'd-none' }, 'InvalidResourceId.NotFound', 404],
    [{ Tag: [{ Value: 'b' }] }, 'InvalidTag.Mismatch', 400],
    [{ Tag: [{ Key: 'k'.repeat(65) }] }, 'InvalidTagKey.Malformed', 400],
    [{ Tag: Array.from({ length: 21 }, (_, at) => ({ Key: `k${at}` })) }, 'InvalidTagCount', 400],
  ] as const;
  for (const [parameters, code, status] of wrong) {
    await expect(
      owner.call('AddTags', { ResourceType: 'disk', ResourceId: first, Tag: [{ Key: 'a' }], ...parameters }),
    ).rejects.toMatchObject(refused(code, status));
  }
});

test('DescribeResourceByTags lists the resources that have all the tags', async ({ owner }) => {
  const tags = [{ Key: 'a', Value: 'b' }];
  const diskId = await createDisk(owner, { Tag: tags });
  const imageId = await makeImage(owner, { Tag: tags });
  await createDisk(owner);
  const find = async (parameters: Parameters) =>
    (await owner.call('DescribeResourceByTags', parameters))
      .list('Resources.Resource')
      .map(({ body }) => body);
  const disk = { ResourceId: diskId, ResourceType: 'disk', RegionId: 'cn-hangzhou' };
  expect(await find({ ResourceType: 'disk', Tag: tags })).toEqual([disk]);
  expect(await find({ Tag: tags })).toEqual([
    disk,
    { ResourceId: imageId, ResourceType: 'image', RegionId: 'cn-hangzhou' },
  ]);
  expect(await find({ Tag: [{ Key: 'a', Value: 'c' }] })).toEqual([]);
});

test('a resource is made with its tags or not at all', async ({ owner }) => {
  const cases = [
    [[{ Key: 'a' }, { Key: 'a' }], 'Duplicate.TagKey', 400],
    [[{ Key: 'aliyun-x' }], 'InvalidTagKey.Malformed', 400],
    [[{ Key: 'a', Value: 'https://x' }], 'InvalidTagValue.Malformed', 400],
  ] as const;
  for (const [tags, code, status] of cases) {
    await expect(createDisk(owner, { Tag: tags })).rejects.toMatchObject(refused(code, status));
  }
  expect((await owner.call('DescribeDisks')).at('TotalCount')).toBe(0);
});

test('JoinResourceGroup moves every type of resource', async ({ owner, other }) => {
  const all = await oneOfEach(owner);
  for (const [resourceType, resourceId] of all) {
    const named = { ResourceType: resourceType, ResourceId: resourceId, ResourceGroupId: 'rg-new' };
    await owner.call('JoinResourceGroup', named);
    await expect(other.call('JoinResourceGroup', named)).rejects.toMatchObject(
      refused('InvalidResourceId.NotFound', 404),
    );
  }
  const moved = { ResourceGroupId: 'rg-new' };
  const images = await owner.call('DescribeImages', moved);
  const disks = await owner.call('DescribeDisks', moved);
  expect(images.text('Images.Image.0.ImageId')).toBe(all[3]?.[1]);
  expect(disks.text('Disks.Disk.0.DiskId')).toBe(all[1]?.[1]);
});
