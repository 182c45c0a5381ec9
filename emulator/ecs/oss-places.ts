import type { Context } from '../context.ts';
import { objectId } from '../oss/access.ts';
import type { OssBucket } from '../state/rows/oss.ts';
import { fault } from '../wire/fault.ts';

/**
 * The caller's bucket in the call's region, to import from or to export to.
 * @throws Fault InvalidOSSBucket.NotFound (ImportImage.md, ExportImage.md)
 */
export const requireBucketHere = (context: Context, name: string): OssBucket => {
  const bucket = context.tables.ossBuckets.get(name);
  const isHere = bucket !== undefined && (!bucket.hasRegion || bucket.regionId === context.regionId);
  if (bucket?.accountId !== context.accountId || !isHere)
    throw fault('InvalidOSSBucket.NotFound', { Bucket: name });
  return bucket;
};

/** @throws Fault InvalidOSSBucket.NotFound, InvalidOSSObject.NotFound */
export const requireObjectHere = (context: Context, bucket: string, key: string): void => {
  requireBucketHere(context, bucket);
  if (context.tables.ossObjects.get(objectId(bucket, key)) === undefined) {
    throw fault('InvalidOSSObject.NotFound', { Object: key });
  }
};
