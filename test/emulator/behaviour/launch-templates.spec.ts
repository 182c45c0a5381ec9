import { expect, test } from './fixtures.ts';
import type { Account, Parameters } from '../api-client.ts';
import { describe, makeNetwork, publicImage } from './instance-steps.ts';

const refused = (code: string, status: number) => ({ code, status });

const create = async (account: Account, LaunchTemplateName: string, more: Parameters = {}): Promise<string> =>
  (await account.call('CreateLaunchTemplate', { LaunchTemplateName, ...more })).text('LaunchTemplateId');

const versions = async (account: Account, parameters: Parameters) =>
  (await account.call('DescribeLaunchTemplateVersions', parameters)).list(
    'LaunchTemplateVersionSets.LaunchTemplateVersionSet',
  );

const numbers = async (account: Account, parameters: Parameters): Promise<unknown[]> =>
  (await versions(account, parameters)).map((version) => version.at('VersionNumber'));

const templates = async (account: Account, parameters: Parameters = {}): Promise<string[]> =>
  (await account.call('DescribeLaunchTemplates', parameters))
    .list('LaunchTemplateSets.LaunchTemplateSet')
    .map((template) => template.text('LaunchTemplateName'));

test('a template keeps what it was given, with its first version as default', async ({ owner, other }) => {
  const id = await create(owner, 'web', {
    VersionDescription: 'the first',
    InstanceType: 'ecs.g6.large',
    SystemDisk: { Category: 'cloud_essd', Size: 40, DeleteWithInstance: false },
    DataDisk: [{ Size: 50, DiskName: 'data', Encrypted: 'false' }],
    NetworkInterface: [{ NetworkInterfaceName: 'eth0', SecurityGroupId: 'sg-1' }],
    SecurityGroupIds: ['sg-1', 'sg-2'],
    Tag: [{ Key: 'a', Value: 'b' }],
    TemplateTag: [{ Key: 'of', Value: 'template' }],
    TemplateResourceGroupId: 'rg-1',
    UserData: 'SGVsbG8=',
  });
  expect(id).toMatch(/^lt-bp1[a-z0-9]{17}$/);
  const described = await owner.call('DescribeLaunchTemplates', { LaunchTemplateId: [id] });
  expect(described.at('LaunchTemplateSets.LaunchTemplateSet.0')).toEqual({
    LaunchTemplateId: id,
    LaunchTemplateName: 'web',
    DefaultVersionNumber: 1,
    LatestVersionNumber: 1,
    CreatedBy: await owner.id(),
    CreateTime: '2024-01-01T00:00:00Z',
    ModifiedTime: '2024-01-01T00:00:00Z',
    ResourceGroupId: 'rg-1',
    Tags: { Tag: [{ TagKey: 'of', TagValue: 'template' }] },
  });
  const [version] = await versions(owner, { LaunchTemplateId: id });
  expect(version?.body).toMatchObject({ VersionDescription: 'the first', DefaultVersion: true });
  expect(version?.at('LaunchTemplateData')).toMatchObject({
    InstanceType: 'ecs.g6.large',
    // The SDK's models know the nested form, the provider reads the dotted one.
    SystemDisk: { Category: 'cloud_essd', Size: 40, DeleteWithInstance: false },
    'SystemDisk.Category': 'cloud_essd',
    'SystemDisk.Size': 40,
    'SystemDisk.DeleteWithInstance': false,
    // The provider reads a boolean, whatever the SDK's models say.
    DataDisks: { DataDisk: [{ Size: 50, DiskName: 'data', Encrypted: false }] },
    NetworkInterfaces: { NetworkInterface: [{ NetworkInterfaceName: 'eth0', SecurityGroupId: 'sg-1' }] },
    SecurityGroupIds: { SecurityGroupId: ['sg-1', 'sg-2'] },
    Tags: { InstanceTag: [{ Key: 'a', Value: 'b' }] },
    UserData: 'SGVsbG8=',
  });
  expect(await templates(other)).toEqual([]);
});

test('names are checked and unique', async ({ owner, other }) => {
  await create(owner, 'web');
  await create(other, 'web');
  await expect(create(owner, 'web')).rejects.toMatchObject(refused('LaunchTemplateName.Duplicated', 403));
  await expect(create(owner, '1')).rejects.toMatchObject(refused('InvalidLaunchTemplateName.Malformed', 400));
  await expect(create(owner, 'big', { UserData: 'A'.repeat(24_000) })).rejects.toMatchObject(
    refused('InvalidUserData.SizeExceeded', 400),
  );
});

test('versions count up, one is the default one, and the others can be deleted', async ({ owner }) => {
  const id = await create(owner, 'web');
  const add = async (): Promise<unknown> =>
    (await owner.call('CreateLaunchTemplateVersion', { LaunchTemplateName: 'web' })).at(
      'LaunchTemplateVersionNumber',
    );
  expect([await add(), await add()]).toEqual([2, 3]);
  const named = { LaunchTemplateId: id };
  expect(await numbers(owner, named)).toEqual([3, 2, 1]);
  expect(await numbers(owner, { ...named, LaunchTemplateVersion: [2] })).toEqual([2]);
  expect(await numbers(owner, { ...named, DefaultVersion: true })).toEqual([1]);
  expect(await numbers(owner, { ...named, MinVersion: 2, MaxVersion: 2 })).toEqual([2]);
  const [brief] = await versions(owner, { ...named, DetailFlag: false });
  expect(brief?.at('LaunchTemplateData')).toBeUndefined();

  const drop = (number: number) =>
    owner.call('DeleteLaunchTemplateVersion', { ...named, DeleteVersion: [number] });
  await expect(drop(1)).rejects.toMatchObject(refused('InvalidParameter', 400));
  await expect(drop(9)).rejects.toMatchObject(refused('InvalidLaunchTemplateVersion.NotFound', 404));
  await owner.call('ModifyLaunchTemplateDefaultVersion', { ...named, DefaultVersionNumber: 2 });
  await drop(1);
  await drop(3);
  expect(await numbers(owner, named)).toEqual([2]);
  // Numbers do not come back.
  expect(await add()).toBe(4);
});

test('templates and versions have limits', async ({ owner, emulator }) => {
  const account = await owner.id();
  emulator.setQuota(account, 'launchTemplatesPerRegion', 1);
  emulator.setQuota(account, 'versionsPerLaunchTemplate', 1);
  const id = await create(owner, 'web');
  await expect(create(owner, 'db')).rejects.toMatchObject(refused('LaunchTemplateLimitExceed', 403));
  await expect(owner.call('CreateLaunchTemplateVersion', { LaunchTemplateId: id })).rejects.toMatchObject(
    refused('LaunchTemplateVersionLimitExceed', 403),
  );
});

test('are found by id, name, resource group and tag, and deleted', async ({ owner }) => {
  const id = await create(owner, 'web', { TemplateTag: [{ Key: 'k', Value: 'v' }] });
  await create(owner, 'db', { TemplateResourceGroupId: 'rg-1' });
  expect(await templates(owner)).toEqual(['db', 'web']);
  expect(await templates(owner, { LaunchTemplateName: ['web'] })).toEqual(['web']);
  expect(await templates(owner, { TemplateTag: [{ Key: 'k', Value: 'v' }] })).toEqual(['web']);
  expect(await templates(owner, { TemplateResourceGroupId: 'rg-1' })).toEqual(['db']);
  const tags = await owner.call('ListTagResources', { ResourceType: 'launchtemplate' });
  expect(tags.text('TagResources.TagResource.0.ResourceId')).toBe(id);
  const deleted = await owner.call('DeleteLaunchTemplate', { LaunchTemplateId: id });
  expect(deleted.at('LaunchTemplateVersionNumbers')).toEqual({ versionNumbers: [1] });
  expect(await templates(owner)).toEqual(['db']);
  for (const action of ['DeleteLaunchTemplate', 'DescribeLaunchTemplateVersions']) {
    await expect(owner.call(action, { LaunchTemplateId: id })).rejects.toMatchObject(
      refused('InvalidLaunchTemplate.NotFound', 404),
    );
  }
  await expect(owner.call('DeleteLaunchTemplate')).rejects.toMatchObject(refused('MissingParameter', 400));
});

test('RunInstances takes from a version what the request does not say', async ({ owner }) => {
  const { vswitchId, securityGroupId } = await makeNetwork(owner);
  const id = await create(owner, 'web', {
    ImageId: await publicImage(owner, 'linux'),
    InstanceType: 'ecs.g6.large',
    InstanceName: 'from-template',
    VSwitchId: vswitchId,
    SecurityGroupId: securityGroupId,
    SystemDisk: { Category: 'cloud_ssd', Size: 50 },
    Tag: [{ Key: 'a', Value: 'b' }],
  });
  const run = async (more: Parameters): Promise<string> =>
    (await owner.call('RunInstances', more)).text('InstanceIdSets.InstanceIdSet.0');
  const plain = await describe(owner, await run({ LaunchTemplateId: id }));
  expect(plain.body).toMatchObject({
    InstanceName: 'from-template',
    InstanceType: 'ecs.g6.large',
    Tags: { Tag: [{ TagKey: 'a', TagValue: 'b' }] },
  });
  const changed = await run({
    LaunchTemplateName: 'web',
    InstanceName: 'of-its-own',
    SystemDisk: { Size: 60 },
    SecurityGroupIds: [securityGroupId],
  });
  expect((await describe(owner, changed)).text('InstanceName')).toBe('of-its-own');
  const disk = await owner.call('DescribeDisks', { InstanceId: changed });
  expect(disk.at('Disks.Disk.0')).toMatchObject({ Category: 'cloud_ssd', Size: 60 });

  await owner.call('CreateLaunchTemplateVersion', { LaunchTemplateId: id, InstanceType: 'ecs.c6.large' });
  await expect(run({ LaunchTemplateId: id, LaunchTemplateVersion: 2 })).rejects.toMatchObject(
    refused('MissingParameter', 400),
  );
  await expect(run({ LaunchTemplateId: id, LaunchTemplateVersion: 3 })).rejects.toMatchObject(
    refused('InvalidLaunchTemplateVersion.NotFound', 404),
  );
  await expect(run({ LaunchTemplateId: 'lt-none' })).rejects.toMatchObject(
    refused('InvalidLaunchTemplate.NotFound', 404),
  );
});

test('an empty number is none, as the provider sends it', async ({ owner }) => {
  const id = await create(owner, 'web', { SystemDisk: { Category: 'cloud_ssd', Iops: '' } });
  const [version] = await versions(owner, { LaunchTemplateId: id });
  expect(version?.at('LaunchTemplateData')).toMatchObject({ 'SystemDisk.Category': 'cloud_ssd' });
  expect(version?.at('LaunchTemplateData')).not.toHaveProperty(['SystemDisk.Iops']);
});
