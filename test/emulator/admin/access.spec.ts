import { request } from 'node:http';
import { expect, test } from './admin-client.ts';

/** By node:http, since fetch does not let a test choose Host and Origin. */
const ask = (port: number, headers: Record<string, string>, path = '/clock'): Promise<number> =>
  new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path: `/_alimock${path}`, headers };
    request(options, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });

test('calls of this machine and of pages that the server itself served are taken', async ({ server }) => {
  const host = `127.0.0.1:${server.port}`;
  expect(await ask(server.port, { host })).toBe(200);
  expect(await ask(server.port, { host: 'localhost:1' })).toBe(200);
  expect(await ask(server.port, { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' })).toBe(
    200,
  );
});

test('calls that pages of other sites send are refused', async ({ server }) => {
  const host = `127.0.0.1:${server.port}`;
  for (const headers of [
    { host, origin: 'https://evil.example' },
    { host, origin: 'null' },
    { host, origin: `http://127.0.0.1:${server.port + 1}` },
    { host, 'sec-fetch-site': 'cross-site' },
    { host, 'sec-fetch-site': 'same-site' },
    // DNS rebinding: the name is theirs, the address is ours.
    { host: 'evil.example', origin: 'http://evil.example' },
    { host: '127.0.0.1.evil.example' },
  ]) {
    expect(await ask(server.port, headers)).toBe(403);
  }
});

test('a body that a form on another site could send is refused', async ({ admin }) => {
  expect(await admin('POST', '/reset', '{}', { 'content-type': 'text/plain' })).toMatchObject({
    status: 415,
  });
});

test.describe('strict', () => {
  test.use({ options: { auth: 'strict', adminToken: 'the-token' } });

  test('a token is wanted, but for the health check', async ({ server, admin }) => {
    const host = `127.0.0.1:${server.port}`;
    expect(await ask(server.port, { host })).toBe(401);
    expect(await ask(server.port, { host, authorization: 'Bearer wrong' })).toBe(401);
    expect(await ask(server.port, { host, authorization: 'Bearer the-token' })).toBe(200);
    expect(await ask(server.port, { host }, '/health')).toBe(200);
    expect(await admin('GET', '/state')).toMatchObject({ status: 401 });
  });
});
