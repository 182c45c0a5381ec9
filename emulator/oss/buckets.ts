import type { Context } from '../context.ts';
import { defaultResourceGroupId } from '../resource-manager/group-lookup.ts';
import type { OssBucket } from '../state/rows/oss.ts';
import { fault } from '../wire/fault.ts';
import { readAcl, requireBucket, requireOwnBucket } from './access.ts';
import { textOf, valuesOf } from './documents.ts';
import { ossTime } from './operation.ts';
import type { OssOperation } from './operation.ts';
import type { OssRequest } from './oss-request.ts';

const bucketName = /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/;

const storageClasses = ['Standard', 'IA', 'Archive', 'ColdArchive', 'DeepColdArchive'];

/** Makes a bucket; its owner may make it again, with another ACL. */
export const putBucket: OssOperation = (request, context) => {
  const { bucket: name } = request;
  if (!bucketName.test(name)) throw fault('InvalidBucketName', { Bucket: name });
  // The provider sends the header without a value.
  const asked = request.header('x-oss-acl') ?? '';
  const acl = asked === '' ? undefined : readAcl(asked);
  const existing = context.tables.ossBuckets.get(name);
  if (existing === undefined) makeBucket(request, context, acl ?? 'private');
  else if (existing.accountId !== context.accountId) throw fault('BucketAlreadyExists', { Bucket: name });
  else if (acl !== undefined) context.tables.ossBuckets.update(name, { acl });
  return { headers: { location: `/${name}` } };
};

const makeBucket = (request: OssRequest, context: Context, acl: OssBucket['acl']): void => {
  const limit = context.quota('ossBuckets');
  if (ownBuckets(context).length >= limit) throw fault('TooManyBuckets', { Limit: limit });
  const document = textOf(request.body);
  const [storageClass = 'Standard'] = valuesOf(document, 'StorageClass');
  const [redundancyType = 'LRS'] = valuesOf(document, 'DataRedundancyType');
  if (!storageClasses.includes(storageClass)) {
    throw fault('InvalidArgument', { Argument: 'StorageClass', Reason: `there is no ${storageClass}` });
  }
  if (redundancyType !== 'LRS' && redundancyType !== 'ZRS') {
    throw fault('InvalidArgument', { Argument: 'DataRedundancyType', Reason: 'it must be LRS or ZRS' });
  }
  context.tables.ossBuckets.insert({
    id: request.bucket,
    accountId: context.accountId,
    regionId: context.regionId,
    hasRegion: request.regionId !== undefined,
    acl,
    storageClass,
    redundancyType,
    resourceGroupId: request.header('x-oss-resource-group-id') ?? defaultResourceGroupId(context.accountId),
    settings: {},
    createdAt: context.now,
  });
};

/** Deletes an empty bucket. */
export const deleteBucket: OssOperation = ({ bucket }, context) => {
  requireOwnBucket(context, bucket);
  if (context.tables.ossObjects.by('bucket', bucket).count > 0)
    throw fault('BucketNotEmpty', { Bucket: bucket });
  context.tables.ossBuckets.delete(bucket);
  return { status: 204 };
};

/** An account's buckets in whichever region, in the order of their names. */
const ownBuckets = ({ tables, accountId }: Context): OssBucket[] =>
  tables.ossBuckets
    .by('owner', accountId)
    .toArray()
    .sort((a, b) => (a.id < b.id ? -1 : 1));

/** How many names a listing gives. @throws Fault InvalidArgument */
export const readMaxKeys = ({ query }: OssRequest): number => {
  const text = query.get('max-keys') ?? '';
  const count = text === '' ? 100 : Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= 1000) return count;
  throw fault('InvalidArgument', { Argument: 'max-keys', Reason: 'it must be from 1 to 1000' });
};

const ownerOf = (accountId: string) => ({ ID: accountId, DisplayName: accountId });

const endpoint = ({ regionId }: OssBucket, inside: boolean): string =>
  `oss-${regionId}${inside ? '-internal' : ''}.aliyuncs.com`;

/** Lists the caller's buckets: all regions. */
export const listBuckets: OssOperation = (request, context) => {
  const { query } = request;
  const [prefix, marker, maxKeys] = [
    query.get('prefix') ?? '',
    query.get('marker') ?? '',
    readMaxKeys(request),
  ];
  const found = ownBuckets(context).filter(({ id }) => id.startsWith(prefix) && id > marker);
  const shown = found.slice(0, maxKeys);
  const isTruncated = found.length > shown.length;
  return {
    xml: {
      ListAllMyBucketsResult: {
        Prefix: prefix,
        Marker: marker,
        MaxKeys: maxKeys,
        IsTruncated: isTruncated,
        NextMarker: isTruncated ? (shown.at(-1)?.id ?? '') : '',
        Owner: ownerOf(context.accountId),
        Buckets: {
          Bucket: shown.map((bucket) => ({
            Name: bucket.id,
            Location: `oss-${bucket.regionId}`,
            CreationDate: ossTime(bucket.createdAt),
            StorageClass: bucket.storageClass,
            ExtranetEndpoint: endpoint(bucket, false),
            IntranetEndpoint: endpoint(bucket, true),
            Region: bucket.regionId,
          })),
        },
      },
    },
  };
};

/** All that there is to know of a bucket. */
export const getBucketInfo: OssOperation = ({ bucket: name }, context) => {
  const bucket = requireOwnBucket(context, name);
  const [algorithm = 'None'] = valuesOf(bucket.settings['encryption'] ?? '', 'SSEAlgorithm');
  const [accessMonitor = 'Disabled'] = valuesOf(bucket.settings['accessmonitor'] ?? '', 'Status');
  const [accelerated = 'false'] = valuesOf(bucket.settings['transferAcceleration'] ?? '', 'Enabled');
  return {
    xml: {
      BucketInfo: {
        Bucket: {
          Name: name,
          AccessMonitor: accessMonitor,
          Location: `oss-${bucket.regionId}`,
          CreationDate: ossTime(bucket.createdAt),
          ExtranetEndpoint: endpoint(bucket, false),
          IntranetEndpoint: endpoint(bucket, true),
          AccessControlList: { Grant: bucket.acl },
          DataRedundancyType: bucket.redundancyType,
          Owner: ownerOf(bucket.accountId),
          StorageClass: bucket.storageClass,
          ResourceGroupId: bucket.resourceGroupId,
          ServerSideEncryptionRule: { SSEAlgorithm: algorithm },
          TransferAcceleration: accelerated === 'true' ? 'Enabled' : 'Disabled',
          CrossRegionReplication: 'Disabled',
        },
      },
    },
  };
};

/** "oss-cn-hangzhou" */
export const getBucketLocation: OssOperation = ({ bucket }, context) => ({
  xml: { LocationConstraint: { '#text': `oss-${requireOwnBucket(context, bucket).regionId}` } },
});

export const getBucketAcl: OssOperation = ({ bucket: name }, context) => {
  const bucket = requireOwnBucket(context, name);
  return {
    xml: {
      AccessControlPolicy: {
        Owner: ownerOf(bucket.accountId),
        AccessControlList: { Grant: bucket.acl },
      },
    },
  };
};

export const putBucketAcl: OssOperation = (request, context) => {
  const { id } = requireOwnBucket(context, request.bucket);
  const acl = request.header('x-oss-acl') ?? valuesOf(textOf(request.body), 'Grant')[0] ?? '';
  context.tables.ossBuckets.update(id, { acl: readAcl(acl) });
  return {};
};

/** How many objects a bucket has and how many bytes they take. */
export const getBucketStat: OssOperation = ({ bucket }, context) => {
  requireOwnBucket(context, bucket);
  const objects = context.tables.ossObjects.by('bucket', bucket).toArray();
  const bytes = objects.reduce((sum, { content }) => sum + content.length, 0);
  return { xml: { BucketStat: { Storage: bytes, ObjectCount: objects.length, MultipartUploadCount: 0 } } };
};

/** Whether a bucket is there, and where. */
export const headBucket: OssOperation = ({ bucket }, context) => ({
  headers: { 'x-oss-bucket-region': requireBucket(context, bucket).regionId },
});
