import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { alimock } from './alimock.ts';
import { get, serve } from './server-process.ts';

const identity =
  '/?Action=GetCallerIdentity&Version=2015-04-01&Format=JSON&RegionId=cn-hangzhou&AccessKeyId=';
const describeVpcs = '/?Action=DescribeVpcs&Version=2016-04-28&Format=JSON&RegionId=cn-hangzhou&AccessKeyId=';
const createVpc = '/?Action=CreateVpc&Version=2016-04-28&Format=JSON&RegionId=cn-hangzhou&AccessKeyId=';

let folder: string;

test.beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'alimock-serve-'));
});

test.afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string): string => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
};

const total = async (port: number, key: string): Promise<number> => {
  const { TotalCount } = JSON.parse((await get(port, describeVpcs + key)).body) as { TotalCount: number };
  return TotalCount;
};

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`serves until ${signal}, and ends with exit code 0`, async () => {
    const server = await serve();
    expect(server.url).toBe(`http://127.0.0.1:${server.port}`);
    expect(await get(server.port, `${identity}a`)).toMatchObject({ status: 200 });
    expect(await get(server.port, '/_alimock/health')).toMatchObject({ status: 200 });
    expect(await server.stop(signal)).toEqual({ code: 0, signal: null });
  });
}

test('prints the address in the first line, and settings to paste', async () => {
  const server = await serve();
  const port = server.port;
  await server.stop('SIGTERM');
  const { spawn } = await import('node:child_process');
  const child = spawn(process.execPath, ['bin/alimock.js', 'serve', '--port', String(port)]);
  const text = await new Promise<string>((resolve) => {
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk;
      if (printed.includes('Admin API')) resolve(printed);
    });
  });
  child.kill('SIGTERM');
  expect(text.split('\n')[0]).toContain(`http://127.0.0.1:${port}`);
  expect(text).toContain(`ALIBABA_CLOUD_ENDPOINT_ECS=127.0.0.1:${port}`);
  expect(text).toContain(`endpoint: '127.0.0.1:${port}', protocol: 'http'`);
  expect(text).toContain(`--endpoint 127.0.0.1:${port} --insecure`);
});

test('docs/serve.md has every option of the help, and no other', async () => {
  const { stdout } = await alimock(['serve', '--help']);
  const page = readFileSync('docs/serve.md', 'utf8');
  const optionsOf = (text: string, expression: RegExp): string[] =>
    [...new Set([...text.matchAll(expression)].map(([, name = '']) => name))].sort();
  const known = optionsOf(stdout, /^ {2}(?:-\w, )?(--[\w-]+)/gm).filter((name) => name !== '--help');
  expect(optionsOf(page, /^\| `(--[\w-]+)/gm)).toEqual(known);
});

test('what cannot be started says why, with exit code 2 and no stack trace', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const { port } = taken.address() as AddressInfo;
  const broken = write('broken.yaml', 'accounts:\n  - name: a\n    keys: 7\n');
  const noState = write('state.json', '{"schemaVersion":1');
  const bare = write('bare.yaml', "accounts: [{ name: a, id: '1000000000000001', keys: [{ id: k }] }]");
  const resources = write('resources.yaml', `${readFileSync(bare, 'utf8')}\nvpcs: [{ account: a, name: v }]`);
  const signed = "accounts: [{ name: a, id: '1000000000000001', keys: [{ id: k, secret: s }] }]";
  const strict = ['--auth', 'strict', '--config', write('signed.yaml', signed)];
  for (const [args, message] of [
    [['--port', String(port)], /Port \d+ of 127\.0\.0\.1 is taken.*--port 0/],
    [['--port', '70000'], /0 to 65535/],
    [['--host', '0.0.0.0', '--port', '0'], /--auth strict/],
    [['--auth', 'strict', '--port', '0'], /--config/],
    [['--auth', 'strict', '--config', bare, '--port', '0'], /secret/],
    [['--config', path.join(folder, 'none.yaml')], /Cannot read --config/],
    [['--config', resources], /--seed/],
    [['--seed', broken], /broken\.yaml:3:11 accounts\.0\.keys/],
    [['--state', noState, '--port', '0'], /state\.json.*no JSON/],
    [['--state', path.join(folder, 'none', 'x.json'), '--pace', 'slow'], /immediate/],
    [['--throttle', '0'], /1 to/],
    [['--certificate', path.join(folder, 'none', 'x.pem'), '--port', '0'], /Cannot write --certificate/],
    [[...strict, '--host', '::1', '--port', '0', '--certificate', path.join(folder, 'x.pem')], /IPv4/],
  ] as const) {
    const { exitCode, stdout, stderr } = await alimock(['serve', ...args]);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  }
  taken.close();
});

test('answers HTTPS too, and writes down whom to trust', async () => {
  const file = path.join(folder, 'trusted.pem');
  const server = await serve(['--certificate', file]);
  const ca = readFileSync(file, 'utf8');
  expect(ca).not.toContain('PRIVATE KEY');
  const status = await new Promise((resolve, reject) => {
    const options = { host: 'localhost', family: 4, port: server.port, path: `${identity}a`, ca };
    request(options, ({ statusCode }) => resolve(statusCode))
      .on('error', reject)
      .end();
  });
  expect(status).toBe(200);
  expect((await get(server.port, `${identity}a`)).status).toBe(200);
  expect(await server.stop('SIGTERM')).toEqual({ code: 0, signal: null });
});

test('strict: declared keys with a right signature, and the admin token', async () => {
  const config = write(
    'config.yaml',
    "accounts: [{ name: a, id: '1000000000000001', keys: [{ id: key, secret: s }] }]",
  );
  const server = await serve(['--auth', 'strict', '--config', config, '--host', '0.0.0.0']);
  expect(await get(server.port, `${identity}stranger`)).toMatchObject({ status: 400 });
  expect((await get(server.port, `${identity}key`)).body).toContain('MissingParameter');
  expect((await get(server.port, '/_alimock/state')).status).toBe(401);
  expect(server.adminToken).toMatch(/^[\w-]{32}$/);
  await server.stop('SIGTERM');
});

test('the state outlives the server; a seed is for the first start only', async () => {
  const state = path.join(folder, 'state.json');
  const seed = write(
    'seed.yaml',
    "accounts: [{ name: a, id: '1000000000000001', keys: [{ id: key }] }]\nvpcs: [{ account: a, name: v }]",
  );
  const first = await serve(['--state', state, '--seed', seed]);
  expect(await total(first.port, 'key')).toBe(1);
  await get(first.port, `${createVpc}key`);
  await first.stop('SIGINT');
  expect(statSync(state).mode & 0o077).toBe(0);
  const second = await serve(['--state', state, '--seed', seed]);
  expect(await total(second.port, 'key')).toBe(2);
  await second.stop('SIGTERM');
});

/** A second of work takes longer where other tests keep the machine from working: how much, so far. */
const watchForStandstill = (): { stoodStill(): number; end(): void } => {
  const interval = 20;
  let last = performance.now();
  let late = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    late += Math.max(0, now - last - 2 * interval);
    last = now;
  }, interval);
  return { stoodStill: () => late, end: () => clearInterval(timer) };
};

test('SIGKILL at any moment loses at most the last second, and never spoils the file', async () => {
  test.setTimeout(120_000);
  const state = path.join(folder, 'state.json');
  const made: { key: string; at: number }[] = [];
  const machine = watchForStandstill();
  for (let round = 0; round < 8; round++) {
    const server = await serve(['--state', state]);
    // An account may have ten VPCs: each has one here.
    const client = async (lane: number): Promise<void> => {
      for (let number = 0; ; number++) {
        const key = `k-${round}-${lane}-${number}`;
        const answered = await get(server.port, createVpc + key).catch(() => undefined);
        if (answered === undefined) return;
        expect(answered.status).toBe(200);
        made.push({ key, at: performance.now() });
      }
    };
    const clients = [0, 1, 2, 3].map(client);
    await new Promise((resolve) => setTimeout(resolve, 1100 + 170 * round));
    const killedAt = performance.now();
    await server.stop('SIGKILL');
    await Promise.all(clients);
    const saved = JSON.parse(readFileSync(state, 'utf8')) as {
      tables: { vpcs: { accountId: string }[] };
    };
    const kept = new Set(saved.tables.vpcs.map(({ accountId }) => accountId));
    const { accountIdOfKey } = await import('../../emulator/state/ids.ts');
    const due = made.filter(({ at }) => at < killedAt - 1000 - machine.stoodStill());
    expect(due.filter(({ key }) => !kept.has(accountIdOfKey(key)))).toEqual([]);
    // What was lost in this round is not asked for in the next one.
    const left = made.filter(({ key }) => kept.has(accountIdOfKey(key)));
    made.length = 0;
    made.push(...left);
  }
  machine.end();
  expect(made.length).toBeGreaterThan(200);
});

test('large requests leave nothing behind: neither the request log nor a row keeps them alive', async () => {
  test.skip(process.platform !== 'linux', 'memory is read from /proc');
  test.setTimeout(120_000);
  const server = await serve();
  const filler = 'x'.repeat(3_500_000);
  for (let call = 0; call < 100; call++) {
    // The name is cut out of the body; a cut-out keeps the whole alive where it is not copied.
    const form = `Action=CreateSecurityGroup&Version=2014-05-26&Format=JSON&RegionId=cn-hangzhou&AccessKeyId=key-of-caller-${call}&SecurityGroupName=a-name-of-more-than-13-letters&Filler=${filler}`;
    const reply = await fetch(server.url, {
      method: 'POST',
      body: form,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(reply.status, await reply.text()).toBe(200);
  }
  const status = readFileSync(`/proc/${server.child.pid ?? 0}/status`, 'utf8');
  const megabytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  await server.stop('SIGTERM');
  // All bodies together are 350 MB; what is under way at a time, and waits to be collected, is less.
  expect(megabytes).toBeLessThan(300);
});
