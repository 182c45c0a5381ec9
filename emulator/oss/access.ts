import type { Context } from '../context.ts';
import type { OssAcl, OssBucket, OssObject } from '../state/rows/oss.ts';
import { fault } from '../wire/fault.ts';

/** The bucket, whoever owns it. @throws Fault NoSuchBucket */
export const requireBucket = ({ tables }: Pick<Context, 'tables'>, name: string): OssBucket => {
  const bucket = tables.ossBuckets.get(name);
  if (bucket === undefined) throw fault('NoSuchBucket', { Bucket: name });
  return bucket;
};

/** The caller's own bucket: settings are the owner's alone. @throws Fault NoSuchBucket, AccessDenied */
export const requireOwnBucket = (context: Context, name: string): OssBucket => {
  const bucket = requireBucket(context, name);
  if (bucket.accountId !== context.accountId) throw fault('AccessDenied');
  return bucket;
};

/** The bucket, where the caller may put objects into it. @throws Fault NoSuchBucket, AccessDenied */
export const requireWritableBucket = (context: Context, name: string): OssBucket => {
  const bucket = requireBucket(context, name);
  if (bucket.accountId !== context.accountId && bucket.acl !== 'public-read-write') {
    throw fault('AccessDenied');
  }
  return bucket;
};

/** The object, where the caller may read it. @throws Fault NoSuchBucket, AccessDenied, NoSuchKey */
export const requireReadableObject = (context: Context, name: string, key: string): OssObject => {
  const bucket = requireBucket(context, name);
  const object = context.tables.ossObjects.get(objectId(name, key));
  const acl: OssAcl = object === undefined || object.acl === 'default' ? bucket.acl : object.acl;
  if (bucket.accountId !== context.accountId && acl === 'private') throw fault('AccessDenied');
  if (object === undefined) throw fault('NoSuchKey', { Key: key });
  return object;
};

/** Row of an object. */
export const objectId = (bucket: string, key: string): string => `${bucket}/${key}`;

const acls: readonly OssAcl[] = ['private', 'public-read', 'public-read-write'];

/** @throws Fault InvalidArgument */
export const readAcl = (value: string): OssAcl => {
  const acl = acls.find((candidate) => candidate === value);
  if (acl === undefined)
    throw fault('InvalidArgument', { Argument: 'x-oss-acl', Reason: `no ACL is ${value}` });
  return acl;
};
