/**
 * OSS is asked in HTTP's own verbs, which the SDK's core for calls by name does not speak: what bindings ask of it is
 * signed here as OSS's clients sign it (OSS API reference, "Signature version 1").
 */
import { ossSignature } from '../../../emulator/auth/signature-oss.ts';
import { valuesOf } from '../../../emulator/oss/documents.ts';
import type { OssAnswer, OssCall } from '../../bindings/api.ts';
import { sessionHeader } from './wire.ts';

/** Who calls, and where. */
interface Caller {
  readonly accessKeyId: string;
  readonly regionId: string;
  readonly session: string;
}

/** OSS refused; of the form of the SDK's errors, see bindings/api-error.ts. */
class OssError extends Error {
  readonly code: string;
  readonly statusCode: number;

  constructor(code: string, statusCode: number, message: string) {
    super(message);
    this.name = 'OssError';
    this.code = code;
    this.statusCode = statusCode;
  }
}

/** Any secret will do: the emulator runs in this process. */
const secret = 'alimock';

/** @returns what carries out a call as the caller; a reply that is an error is thrown */
export const createOssCaller =
  (caller: Caller) =>
  async (call: OssCall): Promise<OssAnswer> => {
    const { method, bucket, key = '', subResource = '', body } = call;
    const path = key.split('/').map(encodeURIComponent).join('/');
    const query = subResource === '' ? '' : `?${subResource}`;
    const url = `https://${bucket}.oss-${caller.regionId}.aliyuncs.com/${path}${query}`;
    const headers = { ...call.headers, date: new Date().toUTCString() };
    const response = await fetch(url, {
      method,
      headers: {
        ...headers,
        authorization: `OSS ${caller.accessKeyId}:${signatureOf({ ...call, headers })}`,
        [sessionHeader]: caller.session,
      },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    if (response.ok) return { headers: Object.fromEntries(response.headers), body: text };
    const [code = response.status === 404 ? 'NoSuchKey' : 'Unknown'] = valuesOf(text, 'Code');
    const [message = `OSS answers ${response.status}`] = valuesOf(text, 'Message');
    throw new OssError(code, response.status, message);
  };

const signatureOf = ({ method, bucket, key = '', subResource = '', headers = {} }: OssCall): string =>
  ossSignature(
    {
      method,
      bucket,
      key,
      query: new Map(subResource === '' ? [] : [[subResource, '']]),
      header: (name) => headers[name],
      headerNames: Object.keys(headers),
    },
    secret,
  ).toString('base64');
