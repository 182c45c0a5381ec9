import type { Account } from '../api-client.ts';
import { expect, test } from './admin-client.ts';

const vpcs = async (account: Account): Promise<unknown> =>
  (await account.call('DescribeVpcs', {}, 'Vpc')).at('TotalCount');

test('health tells that the server is up', async ({ admin }) => {
  expect(await admin('GET', '/health')).toMatchObject({
    status: 200,
    body: { status: 'ok', version: 'test', auth: 'open' },
  });
});

test('reset forgets one account, or everything', async ({ admin, as }) => {
  const [first, second] = [as('first'), as('second')];
  for (const account of [first, second]) await account.call('CreateVpc', {}, 'Vpc');
  expect(await admin('POST', '/reset', { accountId: await first.id() })).toMatchObject({ status: 200 });
  expect([await vpcs(first), await vpcs(second)]).toEqual([0, 1]);
  expect(await admin('POST', '/reset')).toMatchObject({ status: 200 });
  expect(await vpcs(second)).toBe(0);
});

test('the state is exported and imported whole', async ({ admin, as }) => {
  await as('a').call('CreateVpc', { VpcName: 'kept' }, 'Vpc');
  await as('a').call('DescribeVpcs', {}, 'Vpc');
  const { body: state } = await admin('GET', '/state');
  await admin('POST', '/reset', {});
  expect(await admin('PUT', '/state', state)).toMatchObject({ status: 200 });
  expect((await as('a').call('DescribeVpcs', {}, 'Vpc')).at('Vpcs.Vpc.0.VpcName')).toBe('kept');
  expect((await admin('GET', '/state')).body).toMatchObject({ tables: (state as { tables: object }).tables });
});

test('a state that cannot be used is refused, and the current one stays', async ({ admin, as }) => {
  await as('a').call('CreateVpc', {}, 'Vpc');
  const { body } = await admin('GET', '/state');
  const good = body as Record<string, unknown>;
  for (const [bad, reason] of [
    [{}, 'schemaVersion is missing'],
    [{ ...good, schemaVersion: 2 }, 'schemaVersion is 2'],
    [{ ...good, tables: { vpcs: [{ id: 1 }] } }, '"tables"'],
    [{ ...good, tables: { images: [{ id: 'm-1', accountId: '1', regionId: 'x' }] } }, 'rows do not fit'],
    [[], 'no JSON object'],
  ] as const) {
    expect(await admin('PUT', '/state', bad)).toMatchObject({
      status: 400,
      body: { error: { code: 'InvalidState', message: expect.stringContaining(reason) } },
    });
  }
  expect(await vpcs(as('a'))).toBe(1);
});

test('the clock goes forward, and the pace is changed', async ({ admin, as }) => {
  await admin('POST', '/clock', { pace: 'real' });
  const created = await as('a').call('CreateVpc', {}, 'Vpc');
  const status = async (): Promise<unknown> =>
    (await as('a').call('DescribeVpcAttribute', { VpcId: created.text('VpcId') }, 'Vpc')).at('Status');
  expect(await status()).toBe('Pending');
  const before = Date.now();
  const { body } = await admin('POST', '/clock', { advanceMilliseconds: 3_600_000 });
  expect(body).toMatchObject({ aheadMilliseconds: 3_600_000, pace: 'real' });
  const { now } = body as { now: string };
  expect(Date.parse(now)).toBeGreaterThanOrEqual(before + 3_600_000);
  expect(await status()).toBe('Available');
  expect(await admin('POST', '/clock', { advanceMilliseconds: -1 })).toMatchObject({ status: 400 });
});

test('limits of one account are set', async ({ admin, as }) => {
  const [first, second] = [as('first'), as('second')];
  expect(
    await admin('POST', '/quotas', { accountId: await first.id(), quotas: { vpcsPerRegion: 0 } }),
  ).toMatchObject({ status: 200 });
  await expect(first.call('CreateVpc', {}, 'Vpc')).rejects.toMatchObject({ code: /Quota/ });
  await second.call('CreateVpc', {}, 'Vpc');
});

test.describe('faults', () => {
  test('the N-th call of an action fails with a code, and changes nothing', async ({ admin, as }) => {
    const account = as('a');
    const plan = { action: 'CreateVpc', call: 2, times: 2, error: { code: 'ServiceUnavailable' } };
    expect(await admin('POST', '/faults', plan)).toMatchObject({ body: { id: 'fault-1', seen: 0 } });
    const attempts: unknown[] = [];
    for (let at = 0; at < 4; at++) {
      attempts.push(
        await account.call('CreateVpc', {}, 'Vpc').then(
          () => 'made',
          (error: unknown) => error,
        ),
      );
    }
    expect(attempts).toMatchObject([
      'made',
      { code: 'ServiceUnavailable', status: 503 },
      { status: 503 },
      'made',
    ]);
    expect(await vpcs(account)).toBe(2);
    expect((await admin('GET', '/faults')).body).toEqual({ faults: [] });
  });

  test('any code and status, for one account only, until it is taken back', async ({ admin, as }) => {
    const [struck, spared] = [as('struck'), as('spared')];
    const { body } = await admin('POST', '/faults', {
      action: '*',
      accountId: await struck.id(),
      times: null,
      error: { code: 'Made.Up', status: 418, message: 'on purpose' },
    });
    for (let at = 0; at < 3; at++) {
      await expect(struck.call('DescribeRegions')).rejects.toMatchObject({
        code: 'Made.Up',
        status: 418,
        message: /on purpose/,
      });
    }
    await spared.call('DescribeRegions');
    const { id } = body as { id: string };
    expect(await admin('DELETE', `/faults/${id}`)).toMatchObject({ status: 200 });
    expect(await admin('DELETE', `/faults/${id}`)).toMatchObject({ status: 404 });
    await struck.call('DescribeRegions');
  });

  test('a reply is delayed, and other calls are not', async ({ admin, as }) => {
    await admin('POST', '/faults', { action: 'DescribeZones', delayMilliseconds: 400 });
    const started = performance.now();
    const slow = as('a')
      .call('DescribeZones')
      .then(() => performance.now() - started);
    await as('a').call('DescribeRegions');
    expect(performance.now() - started).toBeLessThan(350);
    expect(await slow).toBeGreaterThanOrEqual(390);
  });

  test('the connection breaks before the call is carried out, or after', async ({ admin, as }) => {
    const account = as('a');
    for (const [dropConnection, made] of [
      ['before', 0],
      ['after', 1],
    ] as const) {
      await admin('POST', '/faults', { action: 'CreateVpc', dropConnection });
      await expect(account.call('CreateVpc', {}, 'Vpc')).rejects.toThrow(/socket hang up|ECONNRESET/);
      expect(await vpcs(account)).toBe(made);
    }
  });
});

test.describe('request log', () => {
  test('calls are listed newest first, with their answers', async ({ admin, as }) => {
    await as('key-a').call('DescribeRegions');
    await as('key-b')
      .call('DescribeVpcAttribute', { VpcId: 'vpc-none' }, 'Vpc')
      .catch(() => undefined);
    const { body } = await admin('GET', '/requests');
    expect(body).toMatchObject({
      total: 2,
      requests: [
        { sequence: 2, action: 'DescribeVpcAttribute', accessKeyId: 'key-b', code: /NotFound/, status: 404 },
        { sequence: 1, action: 'DescribeRegions', accessKeyId: 'key-a', code: null, status: 200 },
      ],
    });
    const { body: filtered } = await admin('GET', '/requests?action=DescribeRegions&limit=1');
    expect(filtered).toMatchObject({ total: 2, requests: [{ sequence: 1 }] });
    expect(await admin('GET', '/requests?limit=0')).toMatchObject({ status: 400 });
    await admin('DELETE', '/requests');
    expect((await admin('GET', '/requests')).body).toEqual({ total: 0, requests: [] });
  });

  test('secrets are masked, long values cut, and parameters without effect are named', async ({
    admin,
    as,
  }) => {
    await as('a')
      .call('RunInstances', {
        Password: 'pa55word',
        UserData: 'c2VjcmV0',
        Description: 'x'.repeat(9999),
        Nonsense: 1,
      })
      .catch(() => undefined);
    const text = JSON.stringify((await admin('GET', '/requests')).body);
    expect(text).not.toContain('pa55word');
    expect(text).not.toContain('c2VjcmV0');
    expect(text).toContain('"Password":"***"');
    expect(text).toContain('(9999 characters)');
    expect(text).toContain('"ignoredParameters":["Nonsense"]');
    expect(text.length).toBeLessThan(2000);
  });

  test('memory is bounded: the last 1,000 calls', async ({ admin, service }) => {
    for (let at = 0; at < 1100; at++) {
      service.emulator.dispatch({
        version: '2014-05-26',
        action: 'DescribeRegions',
        parameters: new Map(),
        accessKeyId: 'a',
        securityToken: '',
        format: 'JSON',
        host: '',
      });
    }
    const { body } = await admin('GET', '/requests?limit=1000');
    const { total, requests } = body as { total: number; requests: { sequence: number }[] };
    expect([total, requests.length, requests[0]?.sequence, requests.at(-1)?.sequence]).toEqual([
      1100, 1000, 1100, 101,
    ]);
  });
});

test('what is wrong with a request is said', async ({ admin }) => {
  for (const [method, path, body, status, message] of [
    ['GET', '/nothing', undefined, 404, 'openapi.json'],
    ['PATCH', '/clock', undefined, 405, 'POST /clock'],
    ['POST', '/clock', '{', 400, 'no JSON'],
    ['POST', '/clock', { forward: 1 }, 400, 'forward'],
    ['POST', '/faults', { action: 'RunInstances' }, 400, 'what is to go wrong'],
    ['POST', '/faults', { action: 'X', error: { code: 'a b' } }, 400, 'error.code'],
    ['POST', '/reset', { accountId: '1' }, 400, 'accountId'],
    ['GET', '/__proto__', undefined, 404, 'nothing'],
  ] as const) {
    expect(await admin(method, path, body)).toMatchObject({
      status,
      body: { error: { message: expect.stringContaining(message) } },
    });
  }
});
