import { createHash, createHmac } from 'node:crypto';
import { fault } from '../wire/fault.ts';
import type { HttpRequest } from '../wire/http-call.ts';
import { canonicalQuery } from './percent-encoding.ts';
import type { SignedRequest } from './signed-request.ts';

const algorithm = 'ACS3-HMAC-SHA256';

/** Whether a request carries a signature of version 3, or of one of its kin that are not known here. */
export const hasSignatureV3 = (request: HttpRequest): boolean =>
  request.header('authorization')?.startsWith('ACS3-') === true;

/** Headers that say what is called; those that are sent must be signed. */
const decisive = [
  'host',
  'x-acs-action',
  'x-acs-version',
  'x-acs-date',
  'x-acs-signature-nonce',
  'x-acs-content-sha256',
  'x-acs-security-token',
] as const;

/**
 * Reads the signature of the current SDKs: `Authorization: ACS3-HMAC-SHA256 Credential=…,
 * SignedHeaders=a;b,Signature=…` over a canonical request. Source: the API's page on request signatures V3.
 * @throws Fault MissingParameter, UnsupportedSignatureMethod, IncompleteSignature, SignatureDoesNotMatch
 *   (the body is not the one that was hashed)
 */
export const readSignatureV3 = (request: HttpRequest): SignedRequest => {
  const authorization = request.header('authorization') ?? '';
  const method = authorization.slice(0, authorization.indexOf(' '));
  if (method !== algorithm) throw fault('UnsupportedSignatureMethod', { Method: method });
  const names = (/SignedHeaders=([^,\s]+)/.exec(authorization)?.[1] ?? '').split(';');
  const stringToSign = stringToSignOf(request, names);
  const hex = /Signature=([0-9a-fA-F]{64})(?:,|\s|$)/.exec(authorization)?.[1];
  const unsigned = decisive.find((name) => request.header(name) !== undefined && !names.includes(name));
  if (hex === undefined || unsigned !== undefined) {
    throw fault('IncompleteSignature', { StringToSign: stringToSign });
  }
  const bodyHash = createHash('sha256').update(request.body).digest('hex');
  if (required(request, 'x-acs-content-sha256').toLowerCase() !== bodyHash) {
    throw fault('SignatureDoesNotMatch', { StringToSign: stringToSign });
  }
  return {
    stringToSign,
    signature: Buffer.from(hex, 'hex'),
    sign: (secret) => createHmac('sha256', secret).update(stringToSign).digest(),
    timestamp: required(request, 'x-acs-date'),
    nonce: required(request, 'x-acs-signature-nonce'),
  };
};

const required = (request: HttpRequest, name: string): string => {
  const value = request.header(name) ?? '';
  if (value === '') throw fault('MissingParameter', { Parameter: name });
  return value;
};

const stringToSignOf = (request: HttpRequest, names: readonly string[]): string => {
  const path = /^(?:https?:\/\/[^/?#]*)?([^?#]*)/.exec(request.url)?.[1] ?? '/';
  const queryStart = request.url.indexOf('?');
  const query = queryStart === -1 ? '' : request.url.slice(queryStart + 1);
  const canonicalRequest = [
    request.method,
    path === '' ? '/' : path,
    canonicalQuery(new URLSearchParams(query)),
    ...names.map((name) => `${name}:${(request.header(name) ?? '').trim()}`),
    '',
    names.join(';'),
    request.header('x-acs-content-sha256') ?? '',
  ].join('\n');
  return `${algorithm}\n${createHash('sha256').update(canonicalRequest).digest('hex')}`;
};
