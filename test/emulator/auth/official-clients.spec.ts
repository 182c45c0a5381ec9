import { declared, ecs, expect, RPCClient, sts, test } from './signed-clients.ts';
import type { Keys } from './signed-clients.ts';

const regionId = 'cn-hangzhou';
const regions = new ecs.DescribeRegionsRequest({});

for (const auth of ['open', 'strict'] as const) {
  test.describe(`--auth ${auth}`, () => {
    test.use({ auth });

    test('the current SDK (signature V3) is taken, with characters that need care', async ({ clients }) => {
      const { ecs: client, sts: identity } = clients(declared);
      const name = "group-ü 'x' (a)*~+&=/%";
      await client.createSecurityGroup(
        new ecs.CreateSecurityGroupRequest({ regionId, vpcId: '', tag: [{ key: 'Kø y', value: name }] }),
      );
      const { body } = await client.describeSecurityGroups(
        new ecs.DescribeSecurityGroupsRequest({ regionId, tag: [{ key: 'Kø y', value: name }] }),
      );
      expect(body?.totalCount).toBe(1);
      expect((await identity.getCallerIdentity()).body?.accountId).toBe(declared.id);
    });

    for (const method of ['GET', 'POST'] as const) {
      test(`pop-core (signature V1) is taken by ${method}`, async ({ clients }) => {
        const answer = await clients(declared).v1.request<{ Regions: { Region: unknown[] } }>(
          'DescribeRegions',
          { RegionId: regionId, Remark: "en-US *'()~ ü" },
          { method },
        );
        expect(answer.Regions.Region.length).toBeGreaterThan(10);
      });
    }

    test('temporary keys of AssumeRole work with their token, in both signature versions', async ({
      clients,
    }) => {
      const { body } = await clients(declared).sts.assumeRole(
        new sts.AssumeRoleRequest({
          roleArn: `acs:ram::${declared.id}:role/tester`,
          roleSessionName: 'session-a',
        }),
      );
      const { accessKeyId = '', accessKeySecret = '', securityToken = '' } = body?.credentials ?? {};
      expect(accessKeyId).toMatch(/^STS\./);
      const keys: Keys = { accessKeyId, accessKeySecret, securityToken };
      const who = (await clients(keys).sts.getCallerIdentity()).body;
      expect(who).toMatchObject({
        accountId: declared.id,
        identityType: 'AssumedRoleUser',
        arn: `acs:ram::${declared.id}:assumed-role/tester/session-a`,
        principalId: body?.assumedRoleUser?.assumedRoleId,
      });
      await clients(keys).ecs.describeRegions(regions);
      await clients(keys).v1.request('DescribeRegions', {});

      const wrong = clients({ ...keys, securityToken: 'another' });
      await expect(wrong.ecs.describeRegions(regions)).rejects.toMatchObject({
        code: 'InvalidSecurityToken.Malformed',
      });
      const without = clients({ accessKeyId, accessKeySecret });
      await expect(without.v1.request('DescribeRegions', {})).rejects.toMatchObject({
        code: 'MissingParameter',
      });
    });
  });
}

test('a wrong secret is refused in both versions, and nothing was done', async ({ clients, emulator }) => {
  const before = emulator.snapshot();
  const { ecs: current, v1 } = clients({ ...declared, accessKeySecret: 'wrong' });
  const create = new ecs.CreateSecurityGroupRequest({ regionId });
  await expect(current.createSecurityGroup(create)).rejects.toMatchObject({ code: 'SignatureDoesNotMatch' });
  await expect(v1.request('CreateSecurityGroup', { RegionId: regionId })).rejects.toMatchObject({
    code: 'SignatureDoesNotMatch',
  });
  expect(emulator.snapshot().tables).toEqual(before.tables);
});

test('a key that nobody declared does not exist in strict mode', async ({ clients }) => {
  const { ecs: current, v1 } = clients({ accessKeyId: 'stranger', accessKeySecret: 'x' });
  await expect(current.describeRegions(regions)).rejects.toMatchObject({
    code: 'InvalidAccessKeyId.NotFound',
  });
  await expect(v1.request('DescribeRegions', {})).rejects.toMatchObject({
    code: 'InvalidAccessKeyId.NotFound',
  });
});

test('a role of an account that is not declared cannot be assumed in strict mode', async ({ clients }) => {
  const request = new sts.AssumeRoleRequest({
    roleArn: 'acs:ram::1999999999999999:role/tester',
    roleSessionName: 'session-a',
  });
  await expect(clients(declared).sts.assumeRole(request)).rejects.toMatchObject({
    code: 'EntityNotExist.Role',
  });
});

test.describe('open', () => {
  test.use({ auth: 'open' });
  test('any key and secret is an account of its own', async ({ server }) => {
    const ids = ['a', 'b'].map(async (accessKeyId) => {
      const client = new RPCClient({
        accessKeyId,
        accessKeySecret: 'any',
        endpoint: server.url,
        apiVersion: '2015-04-01',
      });
      return (await client.request<{ AccountId: string }>('GetCallerIdentity', {})).AccountId;
    });
    const [first, second] = await Promise.all(ids);
    expect(first).not.toBe(second);
  });
});
