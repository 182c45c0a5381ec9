import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import type { Emulator } from '../../emulator/index.ts';

/** A parameter as a test writes it; lists and objects are flattened as RPC wants it. */
export type ParameterValue =
  string | number | boolean | readonly ParameterValue[] | { readonly [name: string]: ParameterValue };

export type Parameters = Readonly<Record<string, ParameterValue>>;

/** An error reply, for `rejects.toMatchObject({ code, status })`. */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, status: number, message: string) {
    super(`${status} ${code}: ${message}`);
    this.code = code;
    this.status = status;
  }
}

/** A reply's body. `at` reads a path such as "Instances.Instance.0.Status". */
export class Answer {
  readonly body: unknown;

  constructor(body: unknown) {
    this.body = body;
  }

  at(path: string): unknown {
    return path
      .split('.')
      .reduce<unknown>(
        (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
        this.body,
      );
  }

  text(path: string): string {
    const value = this.at(path);
    if (typeof value !== 'string') throw new Error(`${path} is no text in ${JSON.stringify(this.body)}`);
    return value;
  }

  list(path: string): Answer[] {
    const value = this.at(path);
    if (!Array.isArray(value)) throw new Error(`${path} is no list in ${JSON.stringify(this.body)}`);
    return value.map((item) => new Answer(item));
  }
}

const versions = {
  Ecs: '2014-05-26',
  Vpc: '2016-04-28',
  Sts: '2015-04-01',
  Location: '2015-12-12',
  Ram: '2015-05-01',
  Kms: '2016-01-20',
  ResourceManager: '2020-03-31',
} as const;

export type Send = (request: Sent) => Promise<Received>;

/** A request as a test sends it. */
export interface Sent {
  /** Default POST. */
  readonly method?: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  /** Default empty. */
  readonly content?: string;
}

export interface Received {
  readonly status: number;
  readonly body: string;
  /** By name in small letters. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Straight into the emulator, with no HTTP at all. */
export const sendDirectly =
  (emulator: Emulator): Send =>
  ({ method = 'POST', url, headers, content = '' }) => {
    const {
      status,
      headers: replied,
      ...reply
    } = emulator.handle({
      method,
      url,
      header: (name) => headers[name],
      headerNames: () => Object.keys(headers),
      body: content,
    });
    const body = method === 'HEAD' ? '' : reply.body;
    return Promise.resolve({ status, body, headers: replied });
  };

/** By fetch: msw catches it, or a server answers. */
export const sendByFetch: Send = async ({ method = 'POST', url, headers, content }) => {
  const response = await fetch(url, {
    method,
    headers,
    ...(content !== undefined && { body: content }),
  });
  return {
    status: response.status,
    body: await response.text(),
    headers: Object.fromEntries(response.headers),
  };
};

/** By HTTP to a server of our own, with the host that the URL names in the Host header. */
export const sendTo =
  (port: number): Send =>
  ({ method = 'POST', url, headers, content = '' }) =>
    new Promise((resolve, reject) => {
      const { host, pathname, search } = new URL(url);
      const options = { port, host: '127.0.0.1', path: `${pathname}${search}`, method };
      const sent = request({ ...options, headers: { ...headers, host } }, (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (text: string) => (body += text));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body,
            headers: response.headers as Record<string, string>,
          }),
        );
      });
      sent.on('error', reject);
      sent.end(content);
    });

/** A client of one account, small enough to run over every transport. */
export class Account {
  readonly accessKeyId: string;
  readonly regionId: string;
  readonly #send: Send;

  constructor(send: Send, accessKeyId: string, regionId: string) {
    this.#send = send;
    this.accessKeyId = accessKeyId;
    this.regionId = regionId;
  }

  /** The same account in another region. */
  in(regionId: string): Account {
    return new Account(this.#send, this.accessKeyId, regionId);
  }

  /** The 16-digit account id. */
  async id(): Promise<string> {
    return (await this.call('GetCallerIdentity', {}, 'Sts')).text('AccountId');
  }

  /** Calls an action; RegionId is the account's unless given. @throws ApiError */
  async call(
    action: string,
    parameters: Parameters = {},
    product: keyof typeof versions = 'Ecs',
  ): Promise<Answer> {
    const query = new URLSearchParams(flatten({ RegionId: this.regionId, ...parameters }));
    const { status, body } = await this.#send({
      url: `https://${product.toLowerCase()}.${this.regionId}.aliyuncs.com/?${query.toString()}`,
      headers: {
        'x-acs-action': action,
        'x-acs-version': versions[product],
        'x-acs-signature-nonce': randomUUID(),
        authorization: `ACS3-HMAC-SHA256 Credential=${this.accessKeyId},SignedHeaders=host,Signature=0`,
      },
    });
    const answer = new Answer(JSON.parse(body));
    if (status >= 400) throw new ApiError(answer.text('Code'), status, answer.text('Message'));
    return answer;
  }
}

/** { Tag: [{ Key: "a" }] } → [["Tag.1.Key", "a"]] */
const flatten = (parameters: Parameters): [string, string][] =>
  Object.entries(parameters).flatMap(([name, value]) => flattenValue(name, value));

const flattenValue = (name: string, value: ParameterValue): [string, string][] => {
  if (Array.isArray(value)) {
    return value.flatMap((item: ParameterValue, index) => flattenValue(`${name}.${index + 1}`, item));
  }
  if (typeof value === 'object') {
    return Object.entries(value).flatMap(([key, member]) => flattenValue(`${name}.${key}`, member));
  }
  return [[name, String(value)]];
};
