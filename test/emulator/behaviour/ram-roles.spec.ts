import type { Account, Parameters } from '../api-client.ts';
import { expect, test } from './fixtures.ts';

const trust = JSON.stringify({
  Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: ['ecs.aliyuncs.com'] } }],
  Version: '1',
});

const ram = (account: Account, action: string, parameters: Parameters = {}) =>
  account.call(action, parameters, 'Ram');

const create = (account: Account, RoleName: string, more: Parameters = {}) =>
  ram(account, 'CreateRole', { RoleName, AssumeRolePolicyDocument: trust, ...more });

test('a role is created, read, changed and deleted', async ({ owner, other }) => {
  const made = await create(owner, 'Reader', { Description: 'Reads.' });
  expect(made.at('Role')).toMatchObject({
    RoleName: 'Reader',
    Description: 'Reads.',
    MaxSessionDuration: 3600,
    AssumeRolePolicyDocument: trust,
    Arn: `acs:ram::${await owner.id()}:role/reader`,
  });
  expect(made.text('Role.RoleId')).toMatch(/^3\d{17}$/);
  await ram(owner, 'UpdateRole', { RoleName: 'Reader', NewMaxSessionDuration: 7200 });
  const read = await ram(owner, 'GetRole', { RoleName: 'Reader' });
  expect(read.at('Role')).toMatchObject({ MaxSessionDuration: 7200, Description: 'Reads.' });
  await expect(ram(other, 'GetRole', { RoleName: 'Reader' })).rejects.toMatchObject({
    code: 'EntityNotExist.Role',
    status: 404,
  });
  await ram(owner, 'DeleteRole', { RoleName: 'Reader' });
  await expect(ram(owner, 'DeleteRole', { RoleName: 'Reader' })).rejects.toMatchObject({
    code: 'EntityNotExist.Role',
  });
});

test('what is no role is refused', async ({ owner }) => {
  await create(owner, 'taken');
  await expect(create(owner, 'taken')).rejects.toMatchObject({
    code: 'EntityAlreadyExists.Role',
    status: 409,
  });
  await expect(create(owner, 'no spaces')).rejects.toMatchObject({
    code: 'InvalidParameter.RoleName.InvalidChars',
  });
  await expect(create(owner, 'a', { MaxSessionDuration: 60 })).rejects.toMatchObject({
    code: 'InvalidParameter.MaxSessionDuration',
  });
  for (const AssumeRolePolicyDocument of ['{', '[]', '{"Statement":1}']) {
    await expect(create(owner, 'a', { AssumeRolePolicyDocument })).rejects.toMatchObject({
      code: 'MalformedPolicyDocument',
      status: 400,
    });
  }
});

test('a role with policies cannot be deleted', async ({ owner }) => {
  const policy = { RoleName: 'r', PolicyType: 'System', PolicyName: 'AliyunECSReadOnlyAccess' };
  await create(owner, 'r');
  await ram(owner, 'AttachPolicyToRole', policy);
  await expect(ram(owner, 'AttachPolicyToRole', policy)).rejects.toMatchObject({
    code: 'EntityAlreadyExists.Role.Policy',
  });
  const listed = await ram(owner, 'ListPoliciesForRole', { RoleName: 'r' });
  expect(listed.at('Policies.Policy.0')).toMatchObject({ PolicyName: 'AliyunECSReadOnlyAccess' });
  await expect(ram(owner, 'DeleteRole', { RoleName: 'r' })).rejects.toMatchObject({
    code: 'DeleteConflict.Role.Policy',
    status: 409,
  });
  await ram(owner, 'DetachPolicyFromRole', policy);
  await expect(ram(owner, 'DetachPolicyFromRole', policy)).rejects.toMatchObject({
    code: 'EntityNotExist.Role.Policy',
  });
  await ram(owner, 'DeleteRole', { RoleName: 'r' });
});

test('roles are listed in pages by marker', async ({ owner }) => {
  for (const name of ['a', 'b', 'c']) await create(owner, name);
  const first = await ram(owner, 'ListRoles', { MaxItems: 2 });
  expect(first.at('IsTruncated')).toBe(true);
  expect(first.list('Roles.Role').map((role) => role.text('RoleName'))).toEqual(['a', 'b']);
  const second = await ram(owner, 'ListRoles', { MaxItems: 2, Marker: first.text('Marker') });
  expect(second.at('IsTruncated')).toBe(false);
  expect(second.list('Roles.Role').map((role) => role.text('RoleName'))).toEqual(['c']);
});

test('what RAM can do besides answers by name that it is not implemented', async ({ owner }) => {
  await expect(ram(owner, 'CreateUser', { UserName: 'u' })).rejects.toMatchObject({
    code: 'alimock.NotImplemented',
    status: 501,
  });
});
