import {
  deleteSetting,
  getBucketResourceGroup,
  getBucketVersioning,
  getSetting,
  putBucketResourceGroup,
  putSetting,
  settingNames,
} from './bucket-settings.ts';
import {
  deleteBucket,
  getBucketAcl,
  getBucketInfo,
  getBucketLocation,
  getBucketStat,
  headBucket,
  listBuckets,
  putBucket,
  putBucketAcl,
} from './buckets.ts';
import { listObjects, listObjectsV2 } from './object-lists.ts';
import {
  copyObject,
  deleteMultipleObjects,
  deleteObject,
  getObject,
  getObjectAcl,
  getObjectMeta,
  putObject,
  putObjectAcl,
} from './objects.ts';
import type { OssOperation } from './operation.ts';
import type { OssRequest } from './oss-request.ts';

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Operations by name, as OSS's API reference names them. */
const operations: Readonly<Record<string, OssOperation>> = {
  ListBuckets: listBuckets,
  PutBucket: putBucket,
  DeleteBucket: deleteBucket,
  HeadBucket: headBucket,
  GetBucketInfo: getBucketInfo,
  GetBucketLocation: getBucketLocation,
  GetBucketStat: getBucketStat,
  GetBucketAcl: getBucketAcl,
  PutBucketAcl: putBucketAcl,
  GetBucketVersioning: getBucketVersioning,
  GetBucketResourceGroup: getBucketResourceGroup,
  PutBucketResourceGroup: putBucketResourceGroup,
  ...Object.fromEntries(
    settingNames.flatMap((name) => [
      [`GetBucket${capital(name)}`, getSetting(name)],
      [`PutBucket${capital(name)}`, putSetting(name)],
      [`DeleteBucket${capital(name)}`, deleteSetting(name)],
    ]),
  ),
  ListObjects: listObjects,
  ListObjectsV2: listObjectsV2,
  DeleteMultipleObjects: deleteMultipleObjects,
  PutObject: putObject,
  CopyObject: copyObject,
  GetObject: getObject,
  HeadObject: getObject,
  GetObjectMeta: getObjectMeta,
  DeleteObject: deleteObject,
  GetObjectAcl: getObjectAcl,
  PutObjectAcl: putObjectAcl,
};

/** The operation of that name; undefined where it is not implemented. */
export const ossOperationOf = (name: string): OssOperation | undefined =>
  Object.hasOwn(operations, name) ? operations[name] : undefined;

/** Sub-resources of buckets and objects that make another operation of a request, known here or not. */
const subResources = [
  ...['acl', 'bucketInfo', 'location', 'stat', 'versioning', 'resourceGroup', 'versions', 'replication'],
  ...['worm', 'inventory', 'cname', 'uploads', 'uploadId', 'append', 'symlink', 'restore', 'objectMeta'],
  ...['httpsConfig', 'metaQuery', 'style', 'live', 'archiveDirectRead', 'userDefinedLogFieldsConfig'],
  ...['accessPoint', 'dataRedundancyTransition', 'redundancyTransition', 'select', 'callback'],
  ...settingNames,
];

const verbs: Readonly<Record<string, string>> = {
  GET: 'Get',
  HEAD: 'Head',
  PUT: 'Put',
  POST: 'Post',
  DELETE: 'Delete',
};

/** What a request asks for: "GetBucketAcl", "PutObject", … */
export const operationNameOf = ({ method, bucket, key, query, header }: OssRequest): string => {
  const verb = verbs[method] ?? capital(method.toLowerCase());
  const sub = subResources.find((name) => query.has(name));
  if (bucket === '') return method === 'GET' && sub === undefined ? 'ListBuckets' : `${verb}Service`;
  if (key === '') return bucketOperation(verb, query, sub);
  if (sub === 'objectMeta') return 'GetObjectMeta';
  if (sub !== undefined) return `${verb}Object${capital(sub)}`;
  return verb === 'Put' && header('x-oss-copy-source') !== undefined ? 'CopyObject' : `${verb}Object`;
};

const bucketOperation = (verb: string, query: ReadonlyMap<string, string>, sub?: string): string => {
  if (verb === 'Post' && query.has('delete')) return 'DeleteMultipleObjects';
  if (sub !== undefined) return sub === 'bucketInfo' ? `${verb}BucketInfo` : `${verb}Bucket${capital(sub)}`;
  if (verb !== 'Get') return `${verb}Bucket`;
  return query.get('list-type') === '2' ? 'ListObjectsV2' : 'ListObjects';
};
