import { X509Certificate } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { request as requestTunnel } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { connect as connectSecurely } from 'node:tls';
import { expect, test } from '@playwright/test';
import { createEmulator } from '../../../emulator/index.ts';
import { startServer } from '../../../emulator/transports/http.ts';
import type { HttpReply } from '../../../emulator/transports/http-reply.ts';
import type { RunningServer } from '../../../emulator/transports/http.ts';
import { selfSigned } from '../../../emulator/transports/self-signed.ts';

const identity = selfSigned();
const query = '?Action=GetCallerIdentity&Version=2015-04-01&AccessKeyId=a&Format=JSON';

let server: RunningServer;

test.beforeEach(async () => {
  server = await startServer({ emulator: createEmulator(), identity });
});

test.afterEach(() => server.close());

/** By HTTPS. @param ca who is trusted */
const get = (ca: string | undefined, method = 'GET'): Promise<{ status: number; body: string }> =>
  new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: server.port, path: `/${query}`, method, ca, agent: false };
    const sent = request(options, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => (body += part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    sent.on('error', reject);
    sent.end();
  });

test('a server with a certificate answers HTTP and HTTPS on one port', async () => {
  const secure = await get(identity.cert);
  expect(secure.status).toBe(200);
  expect(JSON.parse(secure.body)).toMatchObject({ IdentityType: 'Account' });
  const plain = await fetch(`${server.url}/${query}`);
  expect(await plain.json()).toMatchObject({ IdentityType: 'Account' });
  expect((await get(identity.cert, 'POST')).status).toBe(200);
});

test('who does not trust the certificate is left alone, and the server goes on', async () => {
  await expect(get(undefined)).rejects.toThrow(/self.signed/i);
  expect((await get(identity.cert)).status).toBe(200);
});

test('a connection that says nothing, and a handshake that stops half way, do not keep the server from closing', async () => {
  const silent = connect(server.port, '127.0.0.1');
  const halfWay = connect(server.port, '127.0.0.1');
  // The head of a handshake record whose 256 bytes never come.
  halfWay.write(Buffer.from([0x16, 0x03, 0x01, 0x01, 0x00]));
  await Promise.all([once(silent, 'connect'), once(halfWay, 'connect')]);
  // By now the server has seen both.
  await get(identity.cert);
  const ended = Promise.all([once(silent, 'close'), once(halfWay, 'close')]);
  const started = performance.now();
  await server.close();
  await ended;
  // Well before anybody's patience ends.
  expect(performance.now() - started).toBeLessThan(4000);
});

test('a request by HTTPS that is under way when the server closes is answered', async () => {
  await server.close();
  const calls = new EventEmitter();
  const called = once(calls, 'call');
  const handle = (): HttpReply => {
    calls.emit('call');
    return { status: 200, headers: {}, body: 'late', delayMilliseconds: 300 };
  };
  server = await startServer({ identity, emulator: { handle } });
  const asked = get(identity.cert);
  await called;
  await server.close();
  expect(await asked).toEqual({ status: 200, body: 'late' });
});

/** By way of a proxy, as a client does that HTTPS_PROXY leads. */
const getThroughProxy = async (host: string): Promise<{ status: number; body: string }> => {
  const asked = requestTunnel({
    host: '127.0.0.1',
    port: server.port,
    method: 'CONNECT',
    path: `${host}:443`,
  });
  asked.end();
  const [established, socket] = (await once(asked, 'connect')) as [IncomingMessage, Socket];
  expect(established.statusCode).toBe(200);
  const options = { host, path: `/${query}`, ca: identity.cert };
  const sent = request({ ...options, createConnection: () => connectSecurely({ ...options, socket }) });
  sent.end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const body = await text(response);
  socket.destroy();
  return { status: response.statusCode ?? 0, body };
};

test('as a proxy the server answers for the hosts of all products itself', async () => {
  for (const host of ['ram.aliyuncs.com', 'ecs.cn-hangzhou.aliyuncs.com']) {
    const { status, body } = await getThroughProxy(host);
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ IdentityType: 'Account' });
  }
  const bucket = await getThroughProxy('tf-testacc.oss-cn-beijing.aliyuncs.com');
  expect(bucket.status).toBe(404);
  expect(bucket.body).toContain('NoSuchBucket');
});

test('without a certificate there is no HTTPS', async () => {
  await server.close();
  server = await startServer({ emulator: createEmulator() });
  await expect(get(identity.cert)).rejects.toThrow();
});

test('the certificate is for 127.0.0.1, signed by itself, and holds now', () => {
  const certificate = new X509Certificate(identity.cert);
  expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
  expect(certificate.checkIP('127.0.0.2')).toBeUndefined();
  expect(certificate.checkHost('localhost')).toBe('localhost');
  const elsewhere = new X509Certificate(selfSigned(['127.0.0.1', '10.0.0.200']).cert);
  expect(elsewhere.checkIP('10.0.0.200')).toBe('10.0.0.200');
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(Date.parse(certificate.validFrom)).toBeLessThan(Date.now());
  expect(Date.parse(certificate.validTo)).toBeGreaterThan(Date.now() + 365 * 24 * 60 * 60_000);
});
