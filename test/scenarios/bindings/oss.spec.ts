/** Buckets and objects with the SDK driver, which asks OSS in its own verbs. */
import { expect, test } from '@playwright/test';
import { sdkSession } from './sdk-session.ts';

test.describe('buckets and objects', () => {
  const session = sdkSession();
  const { create } = session;

  test('a bucket is made as it is asked for, and goes once it is empty', async () => {
    const bucket = { bucket: 'alimock-one', storage_class: 'IA', acl: 'public-read' };
    expect(await create('alicloud_oss_bucket.x', bucket)).toMatchObject({ ok: true });
    expect(session.state('alicloud_oss_bucket.x')).toMatchObject({
      id: 'alimock-one',
      attributes: { ...bucket, redundancy_type: 'LRS', location: 'oss-cn-hangzhou' },
    });
    const object = { bucket: '${alicloud_oss_bucket.x.id}', key: 'a b/ö.txt', content: 'twelve bytes' };
    expect(await create('alicloud_oss_bucket_object.x', object)).toMatchObject({ ok: true });
    expect(session.state('alicloud_oss_bucket_object.x')).toMatchObject({
      id: 'a b/ö.txt',
      attributes: { content_length: '12' },
    });
    expect(await session.perform({ delete: 'alicloud_oss_bucket.x' })).toMatchObject({
      code: 'BucketNotEmpty',
    });
    expect(await session.perform({ destroy: 'everything' })).toMatchObject({ ok: true });
    expect(await session.leftovers()).toEqual([]);
  });

  test('the object is changed by another upload', async () => {
    await create('alicloud_oss_bucket.x', { bucket: 'alimock-two' });
    await create('alicloud_oss_bucket_object.x', {
      bucket: 'alimock-two',
      key: 'k',
      content: 'one',
      content_type: 'text/plain',
    });
    await session.perform({
      update: {
        address: 'alicloud_oss_bucket_object.x',
        arguments: { content: 'second', content_type: 'text/csv' },
      },
    });
    expect(session.state('alicloud_oss_bucket_object.x')?.attributes).toMatchObject({
      content_length: '6',
      content_type: 'text/csv',
    });
  });

  test('what is not carried out is refused, and so is what OSS refuses', async () => {
    expect(
      await create('alicloud_oss_bucket.x', { bucket: 'alimock-three', tags: { a: 'b' } }),
    ).toMatchObject({
      ok: false,
      kind: 'invalid-value',
      message: 'the driver sdk does not set tags of a bucket',
    });
    expect(await create('alicloud_oss_bucket.x', { bucket: 'ends-with-a-' })).toMatchObject({
      ok: false,
      code: 'InvalidBucketName',
    });
    expect(
      await create('alicloud_oss_bucket_object.x', { bucket: 'nobodys', key: 'k', content: 'c' }),
    ).toMatchObject({ ok: false, kind: 'not-found' });
  });
});
