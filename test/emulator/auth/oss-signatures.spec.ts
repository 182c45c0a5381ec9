import { createHmac } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { verifySignatures } from '../../../emulator/auth/verify-signature.ts';
import { createEmulator } from '../../../emulator/index.ts';

const key = { id: '1000000000000001', accessKeyId: 'testid', accessKeySecret: 'testsecret' };
const now = Date.UTC(2024, 5, 1, 12);
const date = new Date(now).toUTCString();

/** Puts an object with a signature of version 1 over what is said here. */
const put = (signed: string, headers: Record<string, string> = {}): number => {
  const emulator = createEmulator({ accounts: [key], authenticate: verifySignatures(() => now) });
  const send = (method: string, url: string, sent: Record<string, string>): number =>
    emulator.handle({
      method,
      url,
      header: (name) => sent[name],
      headerNames: () => Object.keys(sent),
      body: '',
    }).status;
  const sign = (text: string): string =>
    `OSS testid:${createHmac('sha1', 'testsecret').update(text).digest('base64')}`;
  const bucket = send('PUT', '/files/', { date, authorization: sign(`PUT\n\n\n${date}\n/files/`) });
  expect(bucket).toBe(200);
  const authorization = headers['authorization'] ?? sign(signed);
  return send('PUT', '/files/a%2Fb?acl', {
    date,
    'content-type': 'text/plain',
    'x-oss-object-acl': 'private',
    ...headers,
    authorization,
  });
};

const right = `PUT\n\ntext/plain\n${date}\nx-oss-object-acl:private\n/files/a/b?acl`;

test('a signature of version 1 is verified, with headers and sub-resource', () => {
  // The object is not there: whoever gets to hear that has signed well.
  expect(put(right)).toBe(404);
  expect(put(right.replace('private', 'public-read'))).toBe(403);
  expect(put(right.replace('?acl', ''))).toBe(403);
  expect(put(right, { date: new Date(now - 3_600_000).toUTCString() })).toBe(403);
  expect(put(right, { authorization: 'OSS nobody:c2lnbmF0dXJl' })).toBe(403);
});

test('signatures of other versions are refused, not taken unseen', () => {
  expect(put(right, { authorization: 'OSS2 AccessKeyId:testid,Signature:c2lnbmF0dXJl' })).toBe(400);
});
