import { expect, test } from './fixtures.ts';
import { OssAccount, valueOf } from './oss-steps.ts';
import type { Received } from '../api-client.ts';

const refused = (answer: Received): [number, string] => [answer.status, valueOf(answer, 'Code')];

test('a bucket is made, told of, and deleted when it is empty', async ({ world }) => {
  const owner = new OssAccount(world.send, 'owner');
  const other = new OssAccount(world.send, 'other');
  expect(refused(await owner.ask('PUT', 'a-'))).toEqual([400, 'InvalidBucketName']);
  expect((await owner.ask('PUT', 'files', { headers: { 'x-oss-acl': '' } })).status).toBe(200);
  expect(refused(await other.ask('PUT', 'files'))).toEqual([409, 'BucketAlreadyExists']);
  const info = await owner.ask('GET', 'files', { query: 'bucketInfo' });
  expect(valueOf(info, 'Grant')).toBe('private');
  expect(valueOf(info, 'Location')).toBe('oss-cn-hangzhou');
  expect(valueOf(info, 'CreationDate')).toBe('2024-01-01T00:00:00.000Z');
  expect(valueOf(info, 'StorageClass')).toBe('Standard');
  expect(refused(await other.ask('GET', 'files', { query: 'bucketInfo' }))).toEqual([403, 'AccessDenied']);
  expect(valueOf(await owner.ask('GET', '', { query: 'prefix=fi&max-keys=1' }), 'Name')).toBe('files');
  expect(valueOf(await other.ask('GET', ''), 'Name')).toBe('');
  await owner.put('files', 'a', 'x');
  expect(refused(await owner.ask('DELETE', 'files'))).toEqual([409, 'BucketNotEmpty']);
  expect((await owner.ask('DELETE', 'files', { key: 'a' })).status).toBe(204);
  expect((await owner.ask('DELETE', 'files')).status).toBe(204);
  expect(refused(await owner.ask('DELETE', 'files'))).toEqual([404, 'NoSuchBucket']);
});

test('settings of a bucket are absent, put, read and taken away', async ({ world }) => {
  const owner = new OssAccount(world.send, 'owner');
  await owner.makeBucket('files');
  const absent: [string, string][] = [
    ['cors', 'NoSuchCORSConfiguration'],
    ['website', 'NoSuchWebsiteConfiguration'],
    ['lifecycle', 'NoSuchLifecycle'],
    ['policy', 'NoSuchBucketPolicy'],
    ['encryption', 'NoSuchServerSideEncryptionRule'],
    ['transferAcceleration', 'NoSuchTransferAccelerationConfiguration'],
  ];
  for (const [query, code] of absent) {
    expect(refused(await owner.ask('GET', 'files', { query })), query).toEqual([404, code]);
  }
  for (const query of ['logging', 'referer', 'tagging', 'versioning', 'resourceGroup', 'accessmonitor']) {
    expect((await owner.ask('GET', 'files', { query })).status, query).toBe(200);
  }
  const content =
    '<CORSConfiguration><CORSRule><AllowedOrigin>*</AllowedOrigin></CORSRule></CORSConfiguration>';
  expect((await owner.ask('PUT', 'files', { query: 'cors', content })).status).toBe(200);
  expect(valueOf(await owner.ask('GET', 'files', { query: 'cors' }), 'AllowedOrigin')).toBe('*');
  expect(refused(await owner.ask('PUT', 'files', { query: 'website', content }))).toEqual([
    400,
    'MalformedXML',
  ]);
  expect((await owner.ask('DELETE', 'files', { query: 'cors' })).status).toBe(204);
  expect((await owner.ask('GET', 'files', { query: 'cors' })).status).toBe(404);
  // Versions are not kept here, and nobody is told otherwise.
  expect(
    refused(await owner.ask('PUT', 'files', { query: 'versioning', content: '<VersioningConfiguration/>' })),
  ).toEqual([501, 'alimock.NotImplemented']);
});

test('objects are put, read whole or in part, listed and deleted', async ({ world, emulator }) => {
  const owner = new OssAccount(world.send, 'owner');
  await owner.makeBucket('files');
  const put = await owner.put('files', 'fc/hello.txt', 'hello world');
  // MD5 of the text.
  expect(put.headers['etag']).toBe('"5EB63BBBE01EEED093CB22BB8F5ACDC3"');
  emulator.saveAndRestore();
  const read = await owner.ask('GET', 'files', { key: 'fc/hello.txt' });
  expect([read.status, read.body, read.headers['content-type']]).toEqual([200, 'hello world', 'text/plain']);
  const part = await owner.ask('GET', 'files', { key: 'fc/hello.txt', headers: { range: 'bytes=6-' } });
  expect([part.status, part.body]).toEqual([206, 'world']);
  const head = await owner.ask('HEAD', 'files', { key: 'fc/hello.txt' });
  expect([head.status, head.body, head.headers['etag']]).toEqual([200, '', put.headers['etag']]);
  expect((await owner.ask('HEAD', 'files', { key: 'none', query: 'objectMeta' })).status).toBe(404);
  expect(refused(await owner.ask('GET', 'files', { key: 'none' }))).toEqual([404, 'NoSuchKey']);
  await owner.put('files', 'top.txt', '');
  const listed = await owner.ask('GET', 'files', { query: 'delimiter=%2F' });
  expect(valueOf(listed, 'Key')).toBe('top.txt');
  expect(listed.body).toContain('<CommonPrefixes><Prefix>fc/</Prefix></CommonPrefixes>');
  const second = await owner.ask('GET', 'files', { query: 'list-type=2&max-keys=1' });
  const token = encodeURIComponent(valueOf(second, 'NextContinuationToken'));
  const last = await owner.ask('GET', 'files', { query: `list-type=2&continuation-token=${token}` });
  expect([valueOf(second, 'Key'), valueOf(last, 'Key')]).toEqual(['fc/hello.txt', 'top.txt']);
  const content =
    '<Delete><Object><Key>fc/hello.txt</Key></Object><Object><Key>top.txt</Key></Object></Delete>';
  await owner.ask('POST', 'files', { query: 'delete', content });
  expect(valueOf(await owner.ask('GET', 'files'), 'Key')).toBe('');
});

test('other accounts read what is public, and write only where everybody may', async ({ world }) => {
  const owner = new OssAccount(world.send, 'owner');
  const other = new OssAccount(world.send, 'other');
  await owner.makeBucket('files');
  await owner.put('files', 'a', 'x');
  expect(refused(await other.ask('GET', 'files', { key: 'a' }))).toEqual([403, 'AccessDenied']);
  await owner.ask('PUT', 'files', { query: 'acl', headers: { 'x-oss-acl': 'public-read' } });
  expect((await other.ask('GET', 'files', { key: 'a' })).body).toBe('x');
  expect(refused(await other.put('files', 'b', 'y'))).toEqual([403, 'AccessDenied']);
  await owner.ask('PUT', 'files', { query: 'acl', headers: { 'x-oss-acl': 'public-read-write' } });
  expect((await other.put('files', 'b', 'y')).status).toBe(200);
  await owner.ask('PUT', 'files', { key: 'a', query: 'acl', headers: { 'x-oss-object-acl': 'private' } });
  expect(refused(await other.ask('GET', 'files', { key: 'a' }))).toEqual([403, 'AccessDenied']);
});
