import type { Received, Send } from '../api-client.ts';

/** What a request to OSS says besides bucket and key. */
export interface OssParts {
  readonly key?: string;
  /** "acl", "list-type=2&prefix=a" */
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly content?: string;
}

/** A client of OSS in cn-hangzhou, small enough to run over every transport. */
export class OssAccount {
  readonly #send: Send;
  readonly #accessKeyId: string;

  constructor(send: Send, accessKeyId: string) {
    this.#send = send;
    this.#accessKeyId = accessKeyId;
  }

  /** One request. @param bucket empty: about none */
  ask(method: string, bucket: string, parts: OssParts = {}): Promise<Received> {
    const host = `${bucket === '' ? '' : `${bucket}.`}oss-cn-hangzhou.aliyuncs.com`;
    const path = encodeURIComponent(parts.key ?? '').replaceAll('%2F', '/');
    return this.#send({
      method,
      url: `https://${host}/${path}${parts.query === undefined ? '' : `?${parts.query}`}`,
      headers: { host, authorization: `OSS ${this.#accessKeyId}:c2lnbmF0dXJl`, ...parts.headers },
      ...(parts.content !== undefined && { content: parts.content }),
    });
  }

  /** Makes a bucket. */
  async makeBucket(bucket: string): Promise<void> {
    await this.ask('PUT', bucket, { headers: { 'x-oss-acl': 'private' } });
  }

  /** Puts a text. */
  put(bucket: string, key: string, content: string): Promise<Received> {
    return this.ask('PUT', bucket, { key, content, headers: { 'content-type': 'text/plain' } });
  }
}

/** Text of the first element of that name. */
export const valueOf = ({ body }: Received, element: string): string =>
  new RegExp(`<${element}>([^<]*)</${element}>`).exec(body)?.[1] ?? '';
