import { findRegion } from '../catalog/regions.ts';
import type { HttpRequest } from '../wire/http-call.ts';

/** Version of OSS's API, by which its calls are known in the log. */
export const ossVersion = '2019-05-17';

/** "oss-cn-hangzhou.aliyuncs.com", "my-bucket.oss-cn-hangzhou-internal.aliyuncs.com" */
const ossHost = /^(?:([a-z0-9][a-z0-9-]*)\.)?oss-([a-z0-9-]+?)(?:-internal)?\.aliyuncs\.com(?::\d+)?$/;

/** What OSS's clients write in front of a signature; the RPC APIs write "acs" and "ACS3-HMAC-SHA256". */
const ossAuthorization = /^OSS(?:2|4-HMAC-SHA256)? /;

/** True for what is meant for OSS and not for an RPC API. */
export const isOssRequest = ({ url, header }: Pick<HttpRequest, 'url' | 'header'>): boolean =>
  ossAuthorization.test(header('authorization') ?? '') || ossHost.test(hostOf({ url, header }));

const hostOf = ({ url, header }: Pick<HttpRequest, 'url' | 'header'>): string =>
  header('host') ?? (URL.canParse(url) ? new URL(url).host : 'localhost');

/** A request to OSS, read. */
export interface OssRequest {
  readonly method: string;
  /** Empty where the request is about no bucket. */
  readonly bucket: string;
  /** Empty where the request is about no object. */
  readonly key: string;
  readonly query: ReadonlyMap<string, string>;
  readonly header: (name: string) => string | undefined;
  readonly headerNames: readonly string[];
  /** A character for each byte. */
  readonly body: string;
  readonly host: string;
  /** Named by host or signature; undefined where neither does. */
  readonly regionId: string | undefined;
  /** Empty where nobody says who calls. */
  readonly accessKeyId: string;
  readonly securityToken: string;
}

/**
 * Reads bucket and object from host and path: the bucket stands in the host of OSS's own addresses, and in front
 * of the path at every other one, as clients write it for an IP address.
 */
export const readOssRequest = (request: HttpRequest): OssRequest => {
  const { method, header, body } = request;
  const url = new URL(request.url, 'http://localhost');
  const host = hostOf(request);
  const named = ossHost.exec(host);
  const inHost = named?.[1];
  const path = url.pathname.slice(1);
  const cut = inHost === undefined ? path.indexOf('/') : -1;
  const inPath = cut === -1 ? path : path.slice(0, cut);
  const authorization = header('authorization') ?? '';
  const region = named?.[2] ?? /Credential=[^/]+\/\d+\/([a-z0-9-]+)\//.exec(authorization)?.[1];
  return {
    method: method.toUpperCase(),
    bucket: inHost ?? decoded(inPath),
    key: decoded(inHost === undefined ? (cut === -1 ? '' : path.slice(cut + 1)) : path),
    query: new Map(url.searchParams),
    header,
    headerNames: request.headerNames?.() ?? [],
    body,
    host,
    regionId: region !== undefined && findRegion(region) !== undefined ? region : undefined,
    accessKeyId: accessKeyOf(authorization),
    securityToken: header('x-oss-security-token') ?? '',
  };
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** "OSS id:signature", "OSS2 AccessKeyId:id,…", "OSS4-HMAC-SHA256 Credential=id/…" */
const accessKeyOf = (authorization: string): string =>
  /^OSS ([^:]+):/.exec(authorization)?.[1] ??
  /^OSS2 AccessKeyId:([^,]+)/.exec(authorization)?.[1] ??
  /^OSS4-HMAC-SHA256 .*?Credential=([^/,]+)/.exec(authorization)?.[1] ??
  '';
