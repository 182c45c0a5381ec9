import type { Account, Parameters } from '../api-client.ts';
import { expect, test } from './fixtures.ts';

const call = (account: Account, action: string, parameters: Parameters = {}) =>
  account.call(action, parameters, 'ResourceManager');

test('every account has a default group, that stays', async ({ owner, other }) => {
  const list = await call(owner, 'ListResourceGroups', { Status: 'OK' });
  expect(list.at('TotalCount')).toBe(1);
  expect(list.at('ResourceGroups.ResourceGroup.0')).toMatchObject({
    Name: 'default',
    AccountId: await owner.id(),
  });
  const ResourceGroupId = list.text('ResourceGroups.ResourceGroup.0.Id');
  expect(ResourceGroupId).toMatch(/^rg-acfm[a-z0-9]{11}$/);
  await expect(call(owner, 'DeleteResourceGroup', { ResourceGroupId })).rejects.toMatchObject({
    status: 403,
  });
  await expect(call(other, 'GetResourceGroup', { ResourceGroupId })).rejects.toMatchObject({
    code: 'EntityNotExists.ResourceGroup',
  });
});

test('groups are made, renamed, filtered and deleted', async ({ owner }) => {
  const made = await call(owner, 'CreateResourceGroup', { Name: 'dev', DisplayName: 'Development' });
  expect(made.at('ResourceGroup.Status')).toBe('Creating');
  const ResourceGroupId = made.text('ResourceGroup.Id');
  await expect(call(owner, 'CreateResourceGroup', { Name: 'dev', DisplayName: 'x' })).rejects.toMatchObject({
    code: 'EntityAlreadyExists.ResourceGroup',
  });
  await call(owner, 'UpdateResourceGroup', { ResourceGroupId, NewDisplayName: 'Dev' });
  const read = await call(owner, 'GetResourceGroup', { ResourceGroupId });
  expect(read.at('ResourceGroup')).toMatchObject({ DisplayName: 'Dev', Status: 'OK' });
  const found = await call(owner, 'ListResourceGroups', { Name: 'dev' });
  expect(found.at('TotalCount')).toBe(1);
  await call(owner, 'DeleteResourceGroup', { ResourceGroupId });
  expect((await call(owner, 'ListResourceGroups')).at('TotalCount')).toBe(1);
});

test('groups are tagged, found by tags and untagged; the default one is not', async ({ owner }) => {
  const made = await call(owner, 'CreateResourceGroup', {
    Name: 'dev',
    DisplayName: 'Development',
    'Tag.1.Key': 'team',
    'Tag.1.Value': 'web',
  });
  const id = made.text('ResourceGroup.Id');
  const named = { ResourceType: 'ResourceGroup', 'ResourceId.1': id };
  await call(owner, 'TagResources', { ...named, 'Tag.1.Key': 'cost', 'Tag.1.Value': '7' });
  const tags = await call(owner, 'ListTagResources', named);
  expect(tags.at('TagResources')).toEqual([
    { ResourceId: id, ResourceType: 'ResourceGroup', TagKey: 'team', TagValue: 'web' },
    { ResourceId: id, ResourceType: 'ResourceGroup', TagKey: 'cost', TagValue: '7' },
  ]);
  // The provider reads on for as long as there is a token.
  expect(tags.at('NextToken')).toBeUndefined();
  const found = await call(owner, 'ListResourceGroups', {
    'Tag.1.Key': 'team',
    'Tag.1.Value': 'web',
    IncludeTags: 'true',
  });
  expect(found.at('ResourceGroups.ResourceGroup.0.Tags.Tag')).toHaveLength(2);
  expect(found.at('TotalCount')).toBe(1);
  await call(owner, 'UntagResources', { ...named, 'TagKey.1': 'team' });
  await call(owner, 'UnTagResources', { ...named, 'TagKey.1': 'cost' });
  expect((await call(owner, 'ListTagResources', named)).at('TagResources')).toEqual([]);

  const all = await call(owner, 'ListResourceGroups', {});
  const standing = {
    ResourceType: 'ResourceGroup',
    'ResourceId.1': all.text('ResourceGroups.ResourceGroup.1.Id'),
  };
  await expect(
    call(owner, 'TagResources', { ...standing, 'Tag.1.Key': 'a', 'Tag.1.Value': 'b' }),
  ).rejects.toMatchObject({ code: 'NoPermission.ResourceGroup.Default' });
  await expect(
    call(owner, 'TagResources', { ...named, 'ResourceId.1': 'rg-none', 'Tag.1.Key': 'a' }),
  ).rejects.toMatchObject({ code: 'EntityNotExists.ResourceGroup' });
});
