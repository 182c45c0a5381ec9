import { createHash, createHmac } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { UsedNonces } from '../../../emulator/auth/used-nonces.ts';
import { verifySignatures } from '../../../emulator/auth/verify-signature.ts';
import { createEmulator } from '../../../emulator/index.ts';
import type { Emulator } from '../../../emulator/index.ts';

const key = { id: '1000000000000001', accessKeyId: 'testid', accessKeySecret: 'testsecret' };
const now = Date.UTC(2024, 5, 1, 12);

const strict = (): Emulator => createEmulator({ accounts: [key], authenticate: verifySignatures(() => now) });

type Values = Record<string, string>;

const send = (
  emulator: Emulator,
  parameters: Values,
  headers: Values = {},
  method = 'GET',
  body = '',
): { status: number; Code?: string; Message?: string } => {
  const query = new URLSearchParams(parameters).toString();
  const reply = emulator.handle({ method, url: `/?${query}`, header: (name) => headers[name], body });
  return { status: reply.status, ...(JSON.parse(reply.body) as object) };
};

const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** An independent signer for V1. */
const signedV1 = (changes: Values = {}, hash = 'sha1', method = 'GET'): Values => {
  const parameters: Values = {
    Action: 'DescribeRegions',
    Version: '2014-05-26',
    Format: 'JSON',
    AccessKeyId: 'testid',
    SignatureMethod: `HMAC-${hash.toUpperCase()}`,
    SignatureVersion: '1.0',
    SignatureNonce: 'nonce-1',
    Timestamp: '2024-06-01T12:00:00Z',
    ...changes,
  };
  const text = Object.keys(parameters)
    .sort()
    .map((name) => `${encode(name)}=${encode(parameters[name] ?? '')}`)
    .join('&');
  const signature = createHmac(hash, 'testsecret&')
    .update(`${method}&%2F&${encode(text)}`)
    .digest('base64');
  return { ...parameters, Signature: signature };
};

const without = (values: Values, name: string): Values =>
  Object.fromEntries(Object.entries(values).filter(([other]) => other !== name));

test('the example of the API reference has the signature that is printed there', () => {
  // API reference, "Sign requests" (RPC style): key testid, secret testsecret.
  const parameters = {
    Timestamp: '2016-02-23T12:46:24Z',
    Format: 'XML',
    AccessKeyId: 'testid',
    Action: 'DescribeRegions',
    SignatureMethod: 'HMAC-SHA1',
    SignatureNonce: '3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf',
    Version: '2014-05-26',
    SignatureVersion: '1.0',
    Signature: 'OLeaidS1JvxuMvnyHOwuJ+uX5qY=',
  };
  const emulator = createEmulator({
    accounts: [key],
    authenticate: verifySignatures(() => Date.UTC(2016, 1, 23, 12, 50)),
  });
  const query = new URLSearchParams(parameters).toString();
  const reply = emulator.handle({ method: 'GET', url: `/?${query}`, header: () => undefined, body: '' });
  expect(reply.body).toContain('<DescribeRegionsResponse>');
});

for (const hash of ['sha1', 'sha256']) {
  test(`V1 with HMAC-${hash.toUpperCase()} is verified, in query or form`, () => {
    const emulator = strict();
    expect(send(emulator, signedV1({}, hash))).toMatchObject({ status: 200 });
    const form = new URLSearchParams(signedV1({ SignatureNonce: 'b' }, hash, 'POST')).toString();
    expect(send(emulator, {}, { accept: 'application/json' }, 'POST', form)).toMatchObject({ status: 200 });
  });
}

test('each parameter is signed: a change, an addition or a removal is refused', () => {
  const emulator = strict();
  const good = signedV1({ RegionId: 'cn-hangzhou' });
  for (const changed of [
    { ...good, RegionId: 'cn-beijing' },
    { ...good, Extra: '1' },
    without(good, 'RegionId'),
    { ...good, Action: 'DescribeZones' },
  ]) {
    expect(send(emulator, changed)).toMatchObject({ status: 400, Code: 'SignatureDoesNotMatch' });
  }
  expect(send(emulator, good)).toMatchObject({ status: 200 });
});

test('a refusal ends with the string to sign after the one colon, as the older SDKs read it', () => {
  const emulator = strict();
  const signed = signedV1({ SignatureNonce: 'a:b' });
  const text = Object.keys(signed)
    .filter((name) => name !== 'Signature')
    .sort()
    .map((name) => `${encode(name)}=${encode(signed[name] ?? '')}`)
    .join('&');
  const wrong = Buffer.alloc(20).toString('base64');
  for (const [signature, code] of [
    [wrong, 'SignatureDoesNotMatch'],
    ['short', 'IncompleteSignature'],
  ] as const) {
    const { Code, Message = '' } = send(emulator, { ...signed, Signature: signature });
    expect(Code).toBe(code);
    const [words, stringToSign, ...more] = Message.split(':');
    expect(words).toMatch(/server string to sign is$/);
    expect(stringToSign).toBe(`GET&%2F&${encode(text)}`);
    expect(more).toEqual([]);
  }
});

test('what is missing or malformed is named', () => {
  const emulator = strict();
  for (const name of ['Signature', 'SignatureMethod', 'SignatureVersion', 'SignatureNonce', 'Timestamp']) {
    const answer = send(emulator, without(signedV1(), name));
    expect(answer).toMatchObject({ status: 400, Code: 'MissingParameter' });
    expect(answer.Message).toContain(name);
  }
  const nobody = send(emulator, without(signedV1(), 'AccessKeyId'));
  expect(nobody).toMatchObject({ Code: 'MissingParameter' });
  expect(send(emulator, { ...signedV1(), Signature: 'short' })).toMatchObject({
    Code: 'IncompleteSignature',
  });
  expect(send(emulator, { ...signedV1(), SignatureMethod: 'constructor' })).toMatchObject({
    Code: 'UnsupportedSignatureMethod',
  });
});

test('timestamps: 15 minutes either way, in UTC', () => {
  const at = (Timestamp: string, nonce: string): { Code?: string } =>
    send(strict(), signedV1({ Timestamp, SignatureNonce: nonce }));
  expect(at('2024-06-01T11:45:00Z', 'a')).toMatchObject({ status: 200 });
  expect(at('2024-06-01T12:15:00Z', 'b')).toMatchObject({ status: 200 });
  expect(at('2024-06-01T11:44:59Z', 'c').Code).toBe('InvalidTimeStamp.Expired');
  expect(at('2024-06-01T12:15:01Z', 'd').Code).toBe('InvalidTimeStamp.Expired');
  expect(at('2024-06-01 12:00:00', 'e').Code).toBe('InvalidTimeStamp.Format');
  expect(at('2024-13-41T99:00:00Z', 'f').Code).toBe('InvalidTimeStamp.Format');
});

test('a nonce counts once, and a forged request does not use it up', () => {
  const emulator = strict();
  expect(send(emulator, { ...signedV1(), Extra: '1' }).Code).toBe('SignatureDoesNotMatch');
  expect(send(emulator, signedV1())).toMatchObject({ status: 200 });
  expect(send(emulator, signedV1()).Code).toBe('SignatureNonceUsed');
});

test('nonces are remembered in bounded memory, and long enough', () => {
  const nonces = new UsedNonces(1000, 10);
  for (let at = 0; at < 10; at++) expect(nonces.use('k', `n${at}`, 0)).toBe(true);
  expect(nonces.use('k', 'n0', 999)).toBe(false);
  expect(nonces.use('other', 'n0', 999)).toBe(true);
  for (let at = 0; at < 30; at++) nonces.use('k', `m${at}`, 999);
  expect(nonces.use('k', 'n0', 999)).toBe(true);
  expect(nonces.use('k', 'n0', 5000)).toBe(true);
});

/** An independent signer for V3. */
const signedV3 = (
  options: { query?: Values; body?: string; unsigned?: readonly string[]; changes?: Values } = {},
): { query: Values; headers: Values } => {
  const { query = {}, body = '', unsigned = [], changes = {} } = options;
  const headers: Values = {
    host: 'ecs.cn-hangzhou.aliyuncs.com',
    'x-acs-action': 'DescribeRegions',
    'x-acs-version': '2014-05-26',
    'x-acs-date': '2024-06-01T12:00:00Z',
    'x-acs-signature-nonce': 'v3',
    'x-acs-content-sha256': createHash('sha256').update(body).digest('hex'),
    ...changes,
  };
  const names = Object.keys(headers)
    .filter((name) => !unsigned.includes(name))
    .sort();
  const canonical = [
    'POST',
    '/',
    Object.keys(query)
      .sort()
      .map((name) => `${encode(name)}=${encode(query[name] ?? '')}`)
      .join('&'),
    ...names.map((name) => `${name}:${headers[name] ?? ''}`),
    '',
    names.join(';'),
    headers['x-acs-content-sha256'],
  ].join('\n');
  const hashed = createHash('sha256').update(canonical).digest('hex');
  const signature = createHmac('sha256', 'testsecret').update(`ACS3-HMAC-SHA256\n${hashed}`).digest('hex');
  const authorization = `ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=${names.join(';')},Signature=${signature}`;
  return { query, headers: { ...headers, authorization } };
};

test('V3: query, headers and body are signed', () => {
  const emulator = strict();
  const { query, headers } = signedV3({ query: { RegionId: 'cn-hangzhou', 'A b': "x'*~" } });
  const code = (q: Values, h: Values, body = ''): string | undefined =>
    send(emulator, q, h, 'POST', body).Code;
  expect(code({ ...query, RegionId: 'cn-beijing' }, headers)).toBe('SignatureDoesNotMatch');
  expect(code(query, { ...headers, 'x-acs-action': 'DescribeZones' })).toBe('SignatureDoesNotMatch');
  expect(code(query, { ...headers, 'x-acs-security-token': 'x' })).toBe('IncompleteSignature');
  expect(code(query, headers, 'RegionId=cn-beijing')).toBe('SignatureDoesNotMatch');
  expect(code(query, without(headers, 'x-acs-content-sha256'))).toBe('MissingParameter');
  expect(code(query, { ...headers, authorization: 'ACS3-HMAC-SM3 Credential=testid' })).toBe(
    'UnsupportedSignatureMethod',
  );
  expect(code(query, headers)).toBeUndefined();
  expect(code(query, headers)).toBe('SignatureNonceUsed');
});

test('V3: what decides the call must be among the signed headers', () => {
  for (const name of ['host', 'x-acs-action', 'x-acs-date', 'x-acs-signature-nonce']) {
    const { query, headers } = signedV3({ unsigned: [name] });
    expect(send(strict(), query, headers, 'POST').Code).toBe('IncompleteSignature');
  }
});

test('V1: headers, which are not signed, cannot change the call', () => {
  const answer = send(strict(), signedV1(), { 'x-acs-action': 'DeleteInstances' });
  expect(answer).toMatchObject({ status: 400, Code: 'InvalidParameter' });
});
