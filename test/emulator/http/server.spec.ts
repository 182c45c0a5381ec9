import { connect } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { createEmulator } from '../../../emulator/index.ts';
import { startServer } from '../../../emulator/transports/http.ts';
import type { RunningServer } from '../../../emulator/transports/http.ts';
import { exchange, requestText } from './raw-client.ts';

let server: RunningServer;

test.beforeEach(async () => {
  server = await startServer({ emulator: createEmulator() });
});

test.afterEach(() => server.close());

const identity = 'Action=GetCallerIdentity&Version=2015-04-01&AccessKeyId=a&Format=JSON';
const images =
  'Action=DescribeImages&Version=2014-05-26&AccessKeyId=a&Format=JSON&PageSize=50&RegionId=cn-hangzhou';

test('answers GET with parameters in the query and POST with a form', async () => {
  const fromQuery = await fetch(`${server.url}/?${identity}`);
  expect(fromQuery.status).toBe(200);
  const fromForm = await fetch(server.url, { method: 'POST', body: new URLSearchParams(identity) });
  expect(fromForm.status).toBe(200);
  const [one, two]: unknown[] = [await fromQuery.json(), await fromForm.json()];
  expect(one).toMatchObject({ IdentityType: 'Account' });
  expect(two).toMatchObject({ AccountId: Reflect.get(Object(one), 'AccountId') as unknown });
});

test('an old client that names no format gets XML, with the length in bytes', async () => {
  const reply = await fetch(`${server.url}/?${identity.replace('&Format=JSON', '')}`);
  const text = await reply.text();
  expect(reply.headers.get('content-type')).toContain('text/xml');
  expect(text).toContain('<GetCallerIdentityResponse>');
  expect(reply.headers.get('content-length')).toBe(String(Buffer.byteLength(text)));
});

test('HEAD and OPTIONS make no call; other methods are refused', async () => {
  const head = await fetch(server.url, { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
  const options = await fetch(server.url, { method: 'OPTIONS' });
  expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, POST, HEAD, OPTIONS']);
  expect(options.headers.get('access-control-allow-origin')).toBeNull();
  const removal = await fetch(`${server.url}/?${identity}`, { method: 'DELETE' });
  expect(removal.status).toBe(403);
  expect(await removal.json()).toMatchObject({ Code: 'UnsupportedHTTPMethod' });
});

test('large replies are compressed for those who ask, small ones and others are not', async () => {
  const ask = async (query: string, encoding: string): Promise<{ head: string; body: Buffer }> => {
    const bytes = await new Promise<Buffer>((resolve) => {
      const chunks: Buffer[] = [];
      const socket = connect(server.port, '127.0.0.1');
      socket.on('data', (chunk) => chunks.push(chunk));
      socket.on('close', () => resolve(Buffer.concat(chunks)));
      socket.write(requestText(query, [`Accept-Encoding: ${encoding}`, 'Connection: close']));
    });
    const end = bytes.indexOf('\r\n\r\n');
    return { head: bytes.subarray(0, end).toString().toLowerCase(), body: bytes.subarray(end + 4) };
  };
  const plain = await ask(images, 'identity');
  expect(plain.head).not.toContain('content-encoding');
  const compressed = await ask(images, 'gzip, deflate');
  expect(compressed.head).toContain('content-encoding: gzip');
  expect(compressed.body.length).toBeLessThan(plain.body.length / 4);
  const withoutId = (text: string): string => text.replace(/"RequestId":"[^"]+"/, '');
  expect(withoutId(gunzipSync(compressed.body).toString())).toBe(withoutId(plain.body.toString()));
  expect((await ask(identity, 'gzip')).head).not.toContain('content-encoding');
});

test('many requests go over one connection', async () => {
  const received = await exchange(
    server.port,
    [requestText(identity), requestText(identity), requestText(identity, ['Connection: close'])],
    { pauseMilliseconds: 50 },
  );
  expect(received.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(3);
  expect(received.match(/Connection: close/gi)).toHaveLength(1);
});

test('pipelined requests are answered in order', async () => {
  const requests = Array.from({ length: 50 }, (_, at) =>
    requestText(
      `Action=Unknown${at}X&Version=2014-05-26&AccessKeyId=a`,
      at === 49 ? ['Connection: close'] : [],
    ),
  );
  const received = await exchange(server.port, [requests.join('')]);
  const answered = [...received.matchAll(/There is no action Unknown(\d+)X/g)].map(([, at]) => Number(at));
  expect(answered).toEqual(Array.from({ length: 50 }, (_, at) => at));
});

test('close() lets a call under way end, and the port is free again', async () => {
  const slow = await startServer({
    emulator: { handle: () => ({ status: 200, headers: {}, body: 'late', delayMilliseconds: 300 }) },
  });
  const pending = fetch(slow.url);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const closing = slow.close();
  expect(await (await pending).text()).toBe('late');
  await closing;
  await expect(fetch(slow.url)).rejects.toThrow();
  const again = await startServer({ emulator: createEmulator(), port: slow.port });
  await again.close();
});

test('a port that is taken is told', async () => {
  await expect(startServer({ emulator: createEmulator(), port: server.port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});
