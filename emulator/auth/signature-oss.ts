import { createHmac, timingSafeEqual } from 'node:crypto';
import { readOssRequest } from '../oss/oss-request.ts';
import type { OssRequest } from '../oss/oss-request.ts';
import { fault } from '../wire/fault.ts';
import type { HttpRequest } from '../wire/http-call.ts';

/** Query parameters that belong to the resource that is signed (OSS API reference, "Signature version 1"). */
const signedParameters: ReadonlySet<string> = new Set([
  ...['acl', 'uploads', 'location', 'cors', 'logging', 'website', 'referer', 'lifecycle', 'delete', 'append'],
  ...['tagging', 'objectMeta', 'uploadId', 'partNumber', 'security-token', 'position', 'img', 'style'],
  ...[
    'styleName',
    'replication',
    'replicationProgress',
    'replicationLocation',
    'cname',
    'bucketInfo',
    'comp',
  ],
  ...['qos', 'live', 'status', 'vod', 'startTime', 'endTime', 'symlink', 'x-oss-process', 'restore'],
  ...['response-content-type', 'response-content-language', 'response-expires', 'response-cache-control'],
  ...['response-content-disposition', 'response-content-encoding', 'x-oss-traffic-limit', 'callback'],
  ...['callback-var', 'qosInfo', 'policy', 'stat', 'encryption', 'versions', 'versioning', 'versionId'],
  ...['requestPayment', 'x-oss-request-payer', 'sequential', 'inventory', 'inventoryId', 'asyncFetch'],
  ...[
    'continuation-token',
    'worm',
    'wormId',
    'wormExtend',
    'transferAcceleration',
    'regionList',
    'metaQuery',
  ],
  ...['resourceGroup', 'rtc', 'x-oss-async-process', 'x-oss-ac-source-ip', 'x-oss-ac-subnet-mask'],
  ...['x-oss-ac-vpc-id', 'x-oss-ac-forward-allow'],
]);

/**
 * Checks the signature in the Authorization header of a request to OSS, version 1. Others cannot be checked here, and
 * are refused.
 * @param now the machine's time
 * @throws Fault SignatureDoesNotMatch, RequestTimeTooSkewed, InvalidArgument
 */
export const verifyOssSignature = (
  httpRequest: HttpRequest,
  secret: string,
  now: number,
  toleranceMinutes: number,
): void => {
  const request = readOssRequest(httpRequest);
  const signature = /^OSS [^:]+:(\S+)$/.exec(request.header('authorization') ?? '')?.[1];
  if (signature === undefined) {
    throw fault('InvalidArgument', {
      Argument: 'Authorization',
      Reason: 'alimock verifies signatures of version 1 in a header, and no others',
    });
  }
  const time = Date.parse(dateOf(request));
  if (!(Math.abs(now - time) <= toleranceMinutes * 60_000)) {
    throw fault('RequestTimeTooSkewed', { Minutes: toleranceMinutes });
  }
  const right = ossSignature(request, secret);
  const sent = Buffer.from(signature, 'base64');
  if (sent.length !== right.length || !timingSafeEqual(sent, right)) {
    throw fault('SignatureDoesNotMatch', { StringToSign: stringToSignOf(request) }, 403);
  }
};

/** What is signed of a request to OSS. */
type Signed = Pick<OssRequest, 'method' | 'bucket' | 'key' | 'query' | 'header' | 'headerNames'>;

/** The signature of a request (OSS API reference, "Signature version 1"). */
export const ossSignature = (request: Signed, secret: string): Buffer =>
  createHmac('sha1', secret).update(stringToSignOf(request), 'utf8').digest();

const dateOf = ({ header }: Pick<Signed, 'header'>): string => header('date') ?? header('x-oss-date') ?? '';

const stringToSignOf = (request: Signed): string => {
  const { method, header, headerNames } = request;
  const own = headerNames
    .filter((name) => name.startsWith('x-oss-'))
    .sort()
    .map((name) => `${name}:${(header(name) ?? '').trim()}\n`);
  const plain = [method, header('content-md5') ?? '', header('content-type') ?? '', dateOf(request)];
  return `${plain.join('\n')}\n${own.join('')}${resourceOf(request)}`;
};

/** "/bucket/key?acl&versionId=1" */
const resourceOf = ({ bucket, key, query }: Signed): string => {
  const signed = [...query]
    .filter(([name]) => signedParameters.has(name))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => (value === '' ? name : `${name}=${value}`));
  const path = bucket === '' ? '/' : `/${bucket}/${key}`;
  return signed.length === 0 ? path : `${path}?${signed.join('&')}`;
};
