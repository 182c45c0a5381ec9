import { md5 } from '@noble/hashes/legacy.js';
import type { Context } from '../context.ts';
import type { OssObject } from '../state/rows/oss.ts';
import { fault } from '../wire/fault.ts';
import {
  objectId,
  readAcl,
  requireOwnBucket,
  requireReadableObject,
  requireWritableBucket,
} from './access.ts';
import { requireRoot, textOf, valuesOf } from './documents.ts';
import { ossTime } from './operation.ts';
import type { OssAnswer, OssOperation } from './operation.ts';
import type { OssRequest } from './oss-request.ts';

const digest = (content: string): Uint8Array =>
  md5(Uint8Array.from(content, (character) => character.charCodeAt(0)));

const hexadecimal = (bytes: Uint8Array): string =>
  [...bytes]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();

/** Headers that an object keeps and gives back. */
const keptHeaders = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'expires',
];

const keptHeader = (name: string): boolean =>
  keptHeaders.includes(name) || name.startsWith('x-oss-meta-') || name.startsWith('x-oss-server-side-');

const readHeaders = ({ headerNames, header }: OssRequest): Record<string, string> =>
  Object.fromEntries(headerNames.filter(keptHeader).map((name) => [name, header(name) ?? '']));

/** What an object is made of. */
export interface NewObject {
  readonly bucket: string;
  readonly key: string;
  /** A character for each byte. */
  readonly content: string;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly acl?: OssObject['acl'];
}

/** Puts an object in place of the one of that name, if there is one. */
export const storeObject = (
  { tables, now }: Pick<Context, 'tables' | 'now'>,
  {
    bucket,
    key,
    content,
    contentType = 'application/octet-stream',
    headers = {},
    acl = 'default',
  }: NewObject,
): OssObject => {
  const owner = tables.ossBuckets.get(bucket);
  if (owner === undefined) throw fault('NoSuchBucket', { Bucket: bucket });
  const id = objectId(bucket, key);
  tables.ossObjects.delete(id);
  return tables.ossObjects.insert({
    id,
    accountId: owner.accountId,
    regionId: owner.regionId,
    bucket,
    key,
    content,
    etag: hexadecimal(digest(content)),
    contentType,
    headers,
    acl,
    modifiedAt: now,
  });
};

const checkKey = (key: string): void => {
  const bytes = new TextEncoder().encode(key).length;
  if (bytes < 1 || bytes > 1023 || /^[/\\]/.test(key)) throw fault('InvalidObjectName');
};

const quoted = (etag: string): string => `"${etag}"`;

/** Puts an object. */
export const putObject: OssOperation = (request, context) => {
  const { bucket, key, body, header } = request;
  requireWritableBucket(context, bucket);
  checkKey(key);
  const acl = header('x-oss-object-acl') ?? 'default';
  const claimed = header('content-md5');
  if (claimed !== undefined && claimed !== btoa(String.fromCharCode(...digest(body))))
    throw fault('InvalidDigest');
  const { etag } = storeObject(context, {
    bucket,
    key,
    content: body,
    contentType: header('content-type') ?? 'application/octet-stream',
    headers: readHeaders(request),
    acl: acl === 'default' ? acl : readAcl(acl),
  });
  return { headers: { etag: quoted(etag) } };
};

/** Makes an object of another one: x-oss-copy-source is "/bucket/key". */
export const copyObject: OssOperation = (request, context) => {
  const { bucket, key, header } = request;
  const [, fromBucket = '', fromKey = ''] =
    /^\/?([^/]+)\/(.+)$/.exec(decodeURIComponent(header('x-oss-copy-source') ?? '')) ?? [];
  requireWritableBucket(context, bucket);
  checkKey(key);
  const { content, contentType, headers } = requireReadableObject(context, fromBucket, fromKey);
  const copy = storeObject(context, { bucket, key, content, contentType, headers });
  return {
    xml: { CopyObjectResult: { ETag: quoted(copy.etag), LastModified: ossTime(copy.modifiedAt) } },
  };
};

const metaOf = (object: OssObject) => ({
  etag: quoted(object.etag),
  'last-modified': new Date(object.modifiedAt).toUTCString(),
});

const describeObject = (object: OssObject): Record<string, string> => ({
  ...object.headers,
  ...metaOf(object),
  'content-type': object.contentType,
  'accept-ranges': 'bytes',
  'x-oss-object-type': 'Normal',
  'x-oss-storage-class': 'Standard',
});

/** Reads an object, or a range of its bytes. */
export const getObject: OssOperation = (request, context) => {
  const object = requireReadableObject(context, request.bucket, request.key);
  const range = /^bytes=(\d*)-(\d*)$/.exec(request.header('range') ?? '');
  if (range === null) return { headers: describeObject(object), content: object.content };
  return partOf(object, range[1] ?? '', range[2] ?? '');
};

/** "0-9": the first ten bytes; "-10": the last ten. @throws Fault InvalidRange */
const partOf = (object: OssObject, from: string, to: string): OssAnswer => {
  const size = object.content.length;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(size - 1, Number(to));
  if (start > end) throw fault('InvalidRange', { Range: `${from}-${to}` });
  return {
    status: 206,
    headers: { ...describeObject(object), 'content-range': `bytes ${start}-${end}/${size}` },
    content: object.content.slice(start, end + 1),
  };
};

/** ETag, length and time of an object. The answer to a HEAD goes out without its content. */
export const getObjectMeta: OssOperation = ({ bucket, key }, context) => {
  const object = requireReadableObject(context, bucket, key);
  return { headers: metaOf(object), content: object.content };
};

/** Deletes an object; there need not be one. */
export const deleteObject: OssOperation = ({ bucket, key }, context) => {
  requireWritableBucket(context, bucket);
  context.tables.ossObjects.delete(objectId(bucket, key));
  return { status: 204 };
};

/** Deletes up to 1,000 objects. */
export const deleteMultipleObjects: OssOperation = ({ bucket, body }, context) => {
  requireWritableBucket(context, bucket);
  const document = requireRoot(textOf(body), 'Delete');
  const keys = valuesOf(document, 'Key');
  if (keys.length > 1000) throw fault('MalformedXML', { Element: 'Delete' });
  for (const key of keys) context.tables.ossObjects.delete(objectId(bucket, key));
  const [quiet = 'false'] = valuesOf(document, 'Quiet');
  return { xml: { DeleteResult: quiet === 'true' ? {} : { Deleted: keys.map((key) => ({ Key: key })) } } };
};

export const getObjectAcl: OssOperation = ({ bucket, key }, context) => {
  requireOwnBucket(context, bucket);
  const { acl, accountId } = requireReadableObject(context, bucket, key);
  return {
    xml: {
      AccessControlPolicy: {
        Owner: { ID: accountId, DisplayName: accountId },
        AccessControlList: { Grant: acl },
      },
    },
  };
};

export const putObjectAcl: OssOperation = ({ bucket, key, header }, context) => {
  requireOwnBucket(context, bucket);
  const { id } = requireReadableObject(context, bucket, key);
  const acl = header('x-oss-object-acl') ?? '';
  context.tables.ossObjects.update(id, { acl: acl === 'default' ? acl : readAcl(acl) });
  return {};
};
