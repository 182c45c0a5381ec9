import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { createEmulator } from '../../../emulator/index.ts';
import type { Emulator } from '../../../emulator/index.ts';
import { startServer } from '../../../emulator/transports/http.ts';
import type { RunningServer } from '../../../emulator/transports/http.ts';
import { Account, sendDirectly } from '../api-client.ts';
import { exchange } from './raw-client.ts';

/** Issue 4: malformed traffic gets an ECS error or a 4xx, costs bounded time and memory, changes nothing. */
let emulator: Emulator;
let server: RunningServer;
let before: unknown;

/** Ids and times of replies come from the seed: only what calls change counts. */
const changeable = (): unknown => ({ ...emulator.snapshot(), seed: 0 });

test.beforeEach(async () => {
  emulator = createEmulator();
  const account = new Account(sendDirectly(emulator), 'a', 'cn-hangzhou');
  await account.call('CreateVpc', { VpcName: 'there' }, 'Vpc');
  await account.call('DescribeVpcs', {}, 'Vpc');
  server = await startServer({ emulator, requestTimeoutMilliseconds: 1500 });
  before = changeable();
});

test.afterEach(async () => {
  expect(changeable()).toEqual(before);
  // Whatever was done to it, the server goes on answering.
  const reply = await fetch(`${server.url}/?Action=DescribeRegions&Version=2014-05-26&AccessKeyId=a`);
  expect(reply.status).toBe(200);
  await server.close();
});

const common = 'Version=2014-05-26&AccessKeyId=a&RegionId=cn-hangzhou&Format=JSON';
const write = `Action=TagResources&${common}&ResourceType=vpc`;
const createVpc = `Action=CreateVpc&${common.replace('2014-05-26', '2016-04-28')}`;

interface Refusal {
  readonly status: number;
  readonly code: string;
}

const post = async (body: string | Buffer, headers: Record<string, string> = {}): Promise<Refusal> => {
  const reply = await fetch(server.url, {
    method: 'POST',
    body: typeof body === 'string' ? body : new Uint8Array(body),
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json', ...headers },
  });
  const text = await reply.text();
  const envelope = JSON.parse(text) as { Code?: string; RequestId?: string };
  expect(envelope.RequestId).toMatch(/^[0-9A-F-]{36}$/);
  return { status: reply.status, code: envelope.Code ?? '' };
};

const head = (length: number, ...more: string[]): string =>
  [
    'POST / HTTP/1.1',
    'Host: 127.0.0.1',
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${length}`,
    ...more,
    '',
    '',
  ].join('\r\n');

test('a body that breaks off is no call', async () => {
  const whole = Buffer.byteLength(createVpc);
  for (const sent of [0, 1, whole - 1]) {
    await exchange(server.port, [head(whole), createVpc.slice(0, sent)], { end: true });
  }
  const chunked = head(0).replace(/Content-Length: 0/, 'Transfer-Encoding: chunked');
  await exchange(server.port, [chunked, `${whole.toString(16)}\r\n${createVpc}\r\n`], { end: true });
  await exchange(server.port, [chunked, `ffff\r\n${createVpc}`], { end: true });
});

test('bytes that are no text, and text that is no form, are refused', async () => {
  expect(await post(Buffer.from([0xff, 0xfe, 0x41]))).toMatchObject({ status: 400, code: 'InvalidEncoding' });
  expect(await post(`${write}&Tag.1.Key=%FF%FE`)).toMatchObject({ status: 400, code: 'InvalidEncoding' });
  expect(await post(`${write}&Tag.1.Key=%ZZ%`)).toMatchObject({ status: 400 });
  expect(await post(createVpc, { 'content-encoding': 'gzip' })).toMatchObject({
    code: 'UnsupportedContentEncoding',
  });
  for (const type of ['application/json', 'multipart/form-data; boundary=x', 'text/plain;charset=utf-16']) {
    const reply = await post(createVpc, { 'content-type': type });
    expect(reply).toMatchObject({ status: 400, code: 'MissingParameter' });
  }
});

test('100,000 parameters, and bodies and names without end', async () => {
  const many = Array.from({ length: 100_000 }, (_, at) => `Tag.${at + 1}.Key=k${at}`).join('&');
  expect(await post(`${write}&${many}`)).toMatchObject({
    status: 400,
    code: 'InvalidParameter.TooManyParameters',
  });
  const same = Array.from({ length: 100_000 }, () => 'Tag.1.Key=k').join('&');
  expect((await post(`${write}&${same}`)).status).toBe(400);
  expect((await post(`${write}&${'A.1.'.repeat(500_000)}B=1`)).status).toBe(400);
  expect((await post(`${write}&${'['.repeat(1_000_000)}=1`)).status).toBe(400);
  expect((await post(`${write}&Tag.1.Key=${'x'.repeat(3_000_000)}`)).status).toBe(400);
  const tooLarge = await exchange(server.port, [head(1e9), 'a'.repeat(1000)]);
  expect(tooLarge).toMatch(/^HTTP\/1\.1 413 /);
  const chunk = `100000\r\n${'a'.repeat(0x100000)}\r\n`;
  const endless = await exchange(server.port, [
    head(0).replace(/Content-Length: 0/, 'Transfer-Encoding: chunked'),
    ...Array<string>(6).fill(chunk),
  ]);
  expect(endless).toMatch(/^HTTP\/1\.1 413 /);
});

test('names of JavaScript’s own are names that no API has', async () => {
  for (const name of ['__proto__', 'constructor', 'prototype', 'Tag.1.__proto__', '__proto__.polluted']) {
    expect((await post(`${createVpc}&${name}=1`)).status, name).toBe(400);
  }
  for (const name of ['Tag.__proto__.Key', 'Tag.1.constructor.Key', 'Tag.constructor']) {
    expect((await post(`${write}&ResourceId.1=vpc-1&${name}=1`)).status, name).toBeGreaterThanOrEqual(400);
  }
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
  for (const action of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']) {
    expect(await post(`Action=${action}&${common}`), action).toMatchObject({
      status: 404,
      code: 'InvalidAction.NotFound',
    });
    expect((await post(`Action=DescribeVpcs&Version=${action}&AccessKeyId=a&Format=JSON`)).status).toBe(400);
    expect(await post(createVpc.replace('cn-hangzhou', action))).toMatchObject({
      code: 'InvalidRegionId.NotFound',
    });
  }
});

test('indexes and depths that no list has', async () => {
  for (const name of ['Tag.999999999.Key', 'Tag.1001.Key', 'Tag.99999999999999999999.Key']) {
    const reply = await post(`${write}&ResourceId.1=vpc-none&${name}=a`);
    expect(reply.status, name).toBeGreaterThanOrEqual(400);
  }
  for (const index of ['0', '-1', '1e3', '01', '1.5', ' 1', 'NaN']) {
    const reply = await post(`${write}&ResourceId.1=vpc-none&Tag.${encodeURIComponent(index)}.Key=a`);
    expect(reply.status, index).toBeGreaterThanOrEqual(400);
  }
  expect((await post(`${createVpc}&A${'.1.B'.repeat(50)}=1`)).status).toBe(400);
});

test('unknown actions, versions and methods', async () => {
  expect(await post(`Action=DoMagic&${common}`)).toEqual({ status: 404, code: 'InvalidAction.NotFound' });
  expect(await post('Action=DescribeVpcs&Version=1999-01-01&AccessKeyId=a&Format=JSON')).toMatchObject({
    status: 400,
    code: 'InvalidVersion',
  });
  expect(await post('Version=2014-05-26&AccessKeyId=a&Format=JSON')).toMatchObject({ status: 400 });
  expect(await post(`Action=CreateVpc&Version=2016-04-28&Format=JSON`)).toMatchObject({ status: 400 });
  for (const method of ['PUT', 'PATCH', 'DELETE']) {
    const reply = await fetch(`${server.url}/?${createVpc}`, { method });
    expect(reply.status).toBe(403);
  }
});

test('bytes that are no HTTP', async () => {
  for (const bytes of [
    'hello\r\n\r\n',
    '\0\0\0\0\r\n\r\n',
    `GET /?${createVpc} HTTP/9.9\r\n\r\n`,
    `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n${createVpc}`,
    `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n${createVpc}`,
    `POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 9\r\n\r\n${createVpc}`,
    `POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n${createVpc}`,
    Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc]),
  ]) {
    const received = await exchange(server.port, [bytes], { timeoutMilliseconds: 4000 });
    expect(received).toMatch(/^HTTP\/1\.1 400 /);
  }
  const largeHead = await exchange(server.port, [`GET / HTTP/1.1\r\nX: ${'x'.repeat(300_000)}\r\n\r\n`]);
  expect(largeHead).toMatch(/^HTTP\/1\.1 431 /);
});

test('bodies and heads that come too slowly are given up, and others are not kept waiting', async () => {
  const drops = Array<string>(100).fill('a');
  const slow = [
    exchange(server.port, [head(1000), ...drops], { pauseMilliseconds: 50 }),
    exchange(server.port, ['POST / HTTP/1.1\r\n', ...drops.map((drop) => `X-${drop}: 1\r\n`)], {
      pauseMilliseconds: 50,
    }),
    exchange(server.port, ['POST'], { timeoutMilliseconds: 8000 }),
  ];
  for (let call = 0; call < 20; call++) {
    expect((await post('Action=DoMagic&Version=2014-05-26&AccessKeyId=a&Format=JSON')).status).toBe(404);
  }
  for (const received of await Promise.all(slow)) expect(received).toMatch(/^HTTP\/1\.1 408 /);
});

test('pipelined calls after one that is refused are not carried out in its place', async () => {
  const unknown = `Action=DoMagic&${common}`;
  const one = head(unknown.length) + unknown;
  const received = await exchange(
    server.port,
    [one.repeat(200), `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n${createVpc}`],
    { pauseMilliseconds: 200 },
  );
  expect(received.match(/HTTP\/1\.1 404 /g)).toHaveLength(200);
  expect(received.match(/HTTP\/1\.1 400 /g)).toHaveLength(1);
});

test('whatever a form holds, the answer is an error of ECS', async () => {
  const word = fc.oneof(
    fc.constantFrom(
      'Tag',
      'Filter',
      '1',
      '0',
      'Key',
      'Value',
      'InstanceIds',
      'PageSize',
      'DryRun',
      '__proto__',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );
  const name = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join('.'));
  const value = fc.oneof(word, fc.json(), fc.constantFrom('-1', '1e99', 'NaN', '[', '["', '{}', '[[]]'));
  const action = fc.constantFrom(
    'DescribeInstances',
    'DescribeImages',
    'RunInstances',
    'TagResources',
    'ModifyVpc',
  );
  await fc.assert(
    fc.asyncProperty(action, fc.array(fc.tuple(name, value), { maxLength: 8 }), (called, pairs) => {
      const parameters = new Map([...pairs, ['RegionId', 'cn-hangzhou'] as const]);
      const answer = emulator.dispatch({
        version: '2014-05-26',
        action: called,
        parameters,
        accessKeyId: 'a',
        securityToken: '',
        format: 'JSON',
        host: '',
      });
      expect(answer.status, answer.body).toBeLessThan(500);
      return Promise.resolve();
    }),
    { numRuns: 1500 },
  );
});
