import { request } from 'node:http';
import { exchange } from '../emulator/http/raw-client.ts';
import { needsChromium } from './chromium.ts';
import { call, expect, lines, seedFile, test } from './console-server.ts';

test.use({ args: ['--seed', seedFile('nobody', 'accounts: []\n')] });

const script = '<img src=x onerror="document.title=1"><script>document.title=2</script>';

/** By node:http, which sends whatever Host, Origin and path it is given. */
const send = (
  port: number,
  method: string,
  target: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: Record<string, unknown> }> =>
  new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, method, path: target, headers }, (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, headers: response.headers });
    })
      .on('error', reject)
      .end();
  });

test.describe('over the wire', () => {
  test('a name that was made to point here sees neither console nor admin API, nor calls ECS', async ({
    server,
    admin,
  }) => {
    const before = await admin('/state');
    const host = { host: `evil.example:${server.port}` };
    for (const target of [
      '/_alimock/console/',
      '/_alimock/state',
      '/?Action=CreateVpc&Version=2016-04-28&AccessKeyId=a&RegionId=cn-hangzhou',
    ]) {
      expect((await send(server.port, 'GET', target, host)).status).toBe(403);
    }
    expect(await admin('/state')).toEqual(before);
  });

  test('posts of other origins are refused, and change nothing', async ({ server, admin }) => {
    await call(server, 'a', 'CreateVpc', {}, '2016-04-28');
    const before = await admin('/state');
    const host = `127.0.0.1:${server.port}`;
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1.evil.example']) {
      for (const target of [
        '/_alimock/reset',
        '/?Action=CreateVpc&Version=2016-04-28&AccessKeyId=a&RegionId=cn-hangzhou',
      ]) {
        const { status, headers } = await send(server.port, 'POST', target, { host, origin });
        expect(status).toBe(403);
        expect(headers['access-control-allow-origin']).toBeUndefined();
      }
      const { headers } = await send(server.port, 'OPTIONS', '/_alimock/reset', { host, origin });
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
    expect(await admin('/state')).toEqual(before);
  });

  test('pages of this machine may call, as through the proxy of a development server', async ({ server }) => {
    const { status } = await send(
      server.port,
      'POST',
      '/?Action=DescribeRegions&Version=2014-05-26&AccessKeyId=a',
      { origin: 'http://localhost:5173' },
    );
    expect(status).toBe(200);
  });

  test('paths that lead out of the console’s folder are not served', async ({ server, admin }) => {
    const before = await admin('/state');
    for (const name of [
      '../package.json',
      '..%2fpackage.json',
      '%2e%2e/package.json',
      '....//package.json',
      String.raw`..\package.json`,
      'assets/../../cli/main.js',
      '/etc/passwd',
      'index.html%00.js',
      '__proto__',
    ]) {
      expect((await send(server.port, 'GET', `/_alimock/console/${name}`)).status, name).toBe(404);
    }
    expect(await admin('/state')).toEqual(before);
  });

  test('a body of 1 GB is refused before it is sent, and one of unknown length at the limit', async ({
    server,
    admin,
  }) => {
    const before = await admin('/state');
    const head = (path: string, length: string): string =>
      `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n${length}\r\n\r\n`;
    for (const path of ['/_alimock/state', '/_alimock/reset', '/']) {
      const reply = await exchange(server.port, [head(path, `Content-Length: ${1024 ** 3}`)], {
        timeoutMilliseconds: 1500,
      });
      expect(reply).toMatch(/^HTTP\/1\.1 413 /);
    }
    const chunk = `100000\r\n${'x'.repeat(0x100000)}\r\n`;
    const reply = await exchange(
      server.port,
      [head('/_alimock/reset', 'Transfer-Encoding: chunked'), ...Array.from({ length: 6 }, () => chunk)],
      { timeoutMilliseconds: 3000 },
    );
    expect(reply).toMatch(/^HTTP\/1\.1 413 /);
    expect(await admin('/state')).toEqual(before);
  });

  test('the page forbids inline script and style, frames and sniffing', async ({ server }) => {
    const { headers } = await send(server.port, 'GET', '/_alimock/console/');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|data:/);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  test('secrets in replies are masked in the log', async ({ server, admin }) => {
    await call(server, 'a', 'CreateKeyPair', { KeyPairName: 'secret-pair' });
    expect(JSON.stringify(await admin('/requests/1'))).toContain('PrivateKeyBody');
    expect(JSON.stringify(await admin('/requests/1'))).not.toContain('PRIVATE KEY');
  });
});

test.describe('in the browser', () => {
  needsChromium();

  test('script in names, tags and parameters is text everywhere', async ({
    page,
    server,
    consoleUrl,
    complaints,
  }) => {
    const made = await call(server, 'a', 'CreateVpc', { Description: script, VpcName: 'x' }, '2016-04-28');
    const { VpcId: id } = made as { VpcId: string };
    await call(server, 'a', 'TagResources', {
      ResourceType: 'vpc',
      'ResourceId.1': id,
      'Tag.1.Key': 'k',
      'Tag.1.Value': script,
    });
    await call(server, 'a', 'CreateKeyPair', { KeyPairName: script });
    await call(server, 'a', script);
    for (const hash of [
      'overview',
      `resources?kind=vpcs&id=${id}`,
      'requests?call=3',
      'requests?call=4',
      'topology',
    ]) {
      await page.goto(`${consoleUrl}#/${hash}`);
      await expect(page.getByText('Live')).toBeVisible();
      if (hash.startsWith('requests')) await expect(lines(page).getByText(script).first()).toBeVisible();
      await expect(page).toHaveTitle(/alimock console/);
      expect(await page.locator('img[src=x]').count()).toBe(0);
    }
    expect(complaints).toEqual([]);
  });

  test('script in user data and in the description of an instance is text everywhere', async ({
    page,
    server,
    consoleUrl,
    complaints,
  }) => {
    const vpc = (await call(server, 'a', 'CreateVpc', {}, '2016-04-28')) as { VpcId: string };
    const inVpc = { VpcId: vpc.VpcId };
    const zone = { ZoneId: 'cn-hangzhou-h', CidrBlock: '172.16.0.0/24' };
    const vswitch = await call(server, 'a', 'CreateVSwitch', { ...inVpc, ...zone }, '2016-04-28');
    const group = await call(server, 'a', 'CreateSecurityGroup', inVpc);
    const { InstanceIdSets: made } = (await call(server, 'a', 'RunInstances', {
      ImageId: 'ubuntu_22_04_x64_20G_alibase_20241016.vhd',
      InstanceType: 'ecs.g6.large',
      VSwitchId: (vswitch as { VSwitchId: string }).VSwitchId,
      SecurityGroupId: (group as { SecurityGroupId: string }).SecurityGroupId,
      Description: script,
      UserData: Buffer.from(`#!/bin/sh\n${script}`).toString('base64'),
    })) as { InstanceIdSets: { InstanceIdSet: [string] } };
    const [id] = made.InstanceIdSet;
    await call(server, 'a', 'DescribeUserData', { InstanceId: id });
    // In the clear, where an SDK's user forgot the encoding.
    await call(server, 'a', 'RunInstances', { UserData: script });
    for (const hash of ['overview', `resources?kind=instances&id=${id}`, 'topology']) {
      await page.goto(`${consoleUrl}#/${hash}`);
      await expect(page.getByText('Live')).toBeVisible();
      await expect(page).toHaveTitle(/alimock console/);
      expect(await page.locator('img[src=x]').count(), hash).toBe(0);
    }
    for (const number of [4, 5, 6]) {
      await page.goto(`${consoleUrl}#/requests?call=${number}`);
      await expect(lines(page).first()).toBeVisible();
      await expect(page).toHaveTitle(/alimock console/);
      expect(await page.locator('img[src=x]').count(), `call ${number}`).toBe(0);
    }
    expect(complaints).toEqual([]);
  });
});
