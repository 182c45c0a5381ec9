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
