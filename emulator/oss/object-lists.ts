import type { Context } from '../context.ts';
import type { OssObject } from '../state/rows/oss.ts';
import { requireBucket } from './access.ts';
import { readMaxKeys } from './buckets.ts';
import { ossTime } from './operation.ts';
import type { OssOperation } from './operation.ts';
import type { OssRequest } from './oss-request.ts';
import { fault } from '../wire/fault.ts';

/** One page of a listing. */
interface Listing {
  readonly objects: readonly OssObject[];
  readonly commonPrefixes: readonly string[];
  readonly isTruncated: boolean;
  /** Last name of the page: the next one begins behind it. */
  readonly last: string;
}

/** Objects in the order of their names; those that share a beginning up to the delimiter are one. */
const listing = (request: OssRequest, context: Context, marker: string): Listing => {
  const bucket = requireBucket(context, request.bucket);
  if (bucket.accountId !== context.accountId && bucket.acl === 'private') throw fault('AccessDenied');
  const [prefix, delimiter] = [request.query.get('prefix') ?? '', request.query.get('delimiter') ?? ''];
  const entries = new Map<string, OssObject | null>();
  const objects = context.tables.ossObjects.by('bucket', bucket.id).toArray();
  for (const object of objects.sort((a, b) => (a.key < b.key ? -1 : 1))) {
    if (!object.key.startsWith(prefix)) continue;
    const end = delimiter === '' ? -1 : object.key.indexOf(delimiter, prefix.length);
    const name = end === -1 ? object.key : object.key.slice(0, end + delimiter.length);
    if (name > marker) entries.set(name, end === -1 ? object : null);
  }
  const shown = [...entries].slice(0, readMaxKeys(request));
  return {
    objects: shown.flatMap(([, object]) => (object === null ? [] : [object])),
    commonPrefixes: shown.flatMap(([name, object]) => (object === null ? [name] : [])),
    isTruncated: entries.size > shown.length,
    last: shown.at(-1)?.[0] ?? '',
  };
};

const describe = ({ objects, commonPrefixes, isTruncated }: Listing, request: OssRequest) => {
  const { query, bucket } = request;
  const written = (text: string): string =>
    query.get('encoding-type') === 'url' ? encodeURIComponent(text) : text;
  return {
    Name: bucket,
    Prefix: written(query.get('prefix') ?? ''),
    MaxKeys: readMaxKeys(request),
    Delimiter: written(query.get('delimiter') ?? ''),
    EncodingType: query.get('encoding-type'),
    IsTruncated: isTruncated,
    Contents: objects.map((object) => ({
      Key: written(object.key),
      LastModified: ossTime(object.modifiedAt),
      ETag: `"${object.etag}"`,
      Type: 'Normal',
      Size: object.content.length,
      StorageClass: 'Standard',
      Owner: { ID: object.accountId, DisplayName: object.accountId },
    })),
    CommonPrefixes: commonPrefixes.map((prefix) => ({ Prefix: written(prefix) })),
  };
};

/** Lists objects from behind a marker. */
export const listObjects: OssOperation = (request, context) => {
  const marker = request.query.get('marker') ?? '';
  const page = listing(request, context, marker);
  const next = page.isTruncated ? { NextMarker: page.last } : {};
  return { xml: { ListBucketResult: { ...describe(page, request), Marker: marker, ...next } } };
};

/** Lists objects from behind a token, which is the last name of the page before. */
export const listObjectsV2: OssOperation = (request, context) => {
  const token = request.query.get('continuation-token') ?? '';
  const startAfter = request.query.get('start-after') ?? '';
  const page = listing(request, context, token === '' ? startAfter : decodeURIComponent(atob(token)));
  const next = page.isTruncated ? { NextContinuationToken: btoa(encodeURIComponent(page.last)) } : {};
  const count = page.objects.length + page.commonPrefixes.length;
  return {
    xml: {
      ListBucketResult: { ...describe(page, request), StartAfter: startAfter, KeyCount: count, ...next },
    },
  };
};
