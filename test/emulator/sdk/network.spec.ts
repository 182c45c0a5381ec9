import { expect } from '@playwright/test';
import { ecs, errorOf, regionId, test, vpc } from './sdk-clients.ts';
import type { Clients } from './sdk-clients.ts';

const createVpc = async (account: Clients, vpcName: string): Promise<string> => {
  const request = new vpc.CreateVpcRequest({ regionId, cidrBlock: '10.0.0.0/8', vpcName });
  const { body } = await account.vpc.createVpc(request);
  return body?.vpcId ?? '';
};

test('the VPC package makes, lists, changes and deletes a VPC, with typed replies', async ({ clients }) => {
  const account = clients('owner');
  const vpcId = await createVpc(account, 'first');
  expect(vpcId).toMatch(/^vpc-bp1[a-z0-9]{17}$/);

  const { body } = await account.vpc.describeVpcs(new vpc.DescribeVpcsRequest({ regionId, vpcId }));
  expect(body?.totalCount).toBe(1);
  expect(body?.vpcs?.vpc?.[0]).toMatchObject({
    vpcId,
    vpcName: 'first',
    cidrBlock: '10.0.0.0/8',
    regionId,
    status: 'Available',
    isDefault: false,
  });

  await account.vpc.modifyVpcAttribute(
    new vpc.ModifyVpcAttributeRequest({ regionId, vpcId, vpcName: 'second' }),
  );
  const changed = await account.vpc.describeVpcAttribute(
    new vpc.DescribeVpcAttributeRequest({ regionId, vpcId }),
  );
  expect(changed.body?.vpcName).toBe('second');

  await account.vpc.deleteVpc(new vpc.DeleteVpcRequest({ regionId, vpcId }));
  const left = await account.vpc.describeVpcs(new vpc.DescribeVpcsRequest({ regionId, vpcId }));
  expect(left.body?.totalCount).toBe(0);
});

test('accounts do not see one another, also when they work at the same time', async ({ clients }) => {
  const accounts = ['a', 'b', 'c'].map(clients);
  const made = await Promise.all(
    accounts.flatMap((account) => ['one', 'two'].map((name) => createVpc(account, name))),
  );
  expect(new Set(made).size).toBe(6);
  for (const [at, account] of accounts.entries()) {
    const { body } = await account.vpc.describeVpcs(new vpc.DescribeVpcsRequest({ regionId }));
    const ids = body?.vpcs?.vpc?.map(({ vpcId }) => vpcId ?? '') ?? [];
    expect(ids.sort()).toEqual(made.slice(2 * at, 2 * at + 2).sort());
  }
});

test('lists come page by page', async ({ clients }) => {
  const account = clients('owner');
  for (let number = 1; number <= 5; number++) await createVpc(account, `vpc-${number}`);
  const pages = await Promise.all(
    [1, 2, 3, 4].map((pageNumber) =>
      account.vpc.describeVpcs(new vpc.DescribeVpcsRequest({ regionId, pageNumber, pageSize: 2 })),
    ),
  );
  expect(pages.map(({ body }) => body?.vpcs?.vpc?.length ?? 0)).toEqual([2, 2, 1, 0]);
  expect(pages.map(({ body }) => body?.totalCount)).toEqual([5, 5, 5, 5]);
  const ids = pages.flatMap(({ body }) => body?.vpcs?.vpc?.map(({ vpcId }) => vpcId) ?? []);
  expect(new Set(ids).size).toBe(5);
});

test('an error reply is thrown with its code, status and message', async ({ clients }) => {
  const account = clients('owner');
  const vpcId = await createVpc(account, 'used');
  const group = new ecs.CreateSecurityGroupRequest({ regionId, vpcId });
  await account.ecs.createSecurityGroup(group);
  const error = await errorOf(account.vpc.deleteVpc(new vpc.DeleteVpcRequest({ regionId, vpcId })));
  expect(error.code).toMatch(/^DependencyViolation/);
  expect(error.message).toContain(`code: ${String(error.statusCode)},`);
  expect(error.message).toMatch(/request id: [0-9A-F-]{36}$/);
});

test('a request without a required parameter is refused', async ({ clients }) => {
  const request = new vpc.DescribeVpcAttributeRequest({ regionId });
  const error = await errorOf(clients('owner').vpc.describeVpcAttribute(request));
  expect(error).toMatchObject({ code: 'MissingParameter', statusCode: 400 });
  expect(error.message).toContain('VpcId');
});
