import { createHmac } from 'node:crypto';
import { fault } from '../wire/fault.ts';
import type { HttpRequest } from '../wire/http-call.ts';
import { canonicalQuery, percentEncode } from './percent-encoding.ts';
import type { SignedRequest } from './signed-request.ts';

const hashes: Readonly<Record<string, { hash: string; length: number } | undefined>> = {
  'HMAC-SHA1': { hash: 'sha1', length: 20 },
  'HMAC-SHA256': { hash: 'sha256', length: 32 },
};

/**
 * Reads the signature of the older clients: HMAC over `METHOD&%2F&` and the sorted, twice encoded
 * parameters of query and form, with the secret and "&" as the key. Source: the API's page on request
 * signatures of the RPC style.
 * @throws Fault MissingParameter, UnsupportedSignatureMethod, InvalidParameter, IncompleteSignature
 */
export const readSignatureV1 = (
  request: HttpRequest,
  parameters: ReadonlyMap<string, string>,
): SignedRequest => {
  const required = (name: string): string => {
    const value = parameters.get(name) ?? '';
    if (value === '') throw fault('MissingParameter', { Parameter: name });
    return value;
  };
  const encoded = required('Signature');
  const method = required('SignatureMethod').toUpperCase();
  const algorithm = Object.hasOwn(hashes, method) ? hashes[method] : undefined;
  if (algorithm === undefined) throw fault('UnsupportedSignatureMethod', { Method: method });
  if (required('SignatureVersion') !== '1.0') {
    throw fault('InvalidParameter', { Parameter: 'SignatureVersion', Reason: 'it must be 1.0' });
  }
  requireSignedAction(request, parameters);
  const signed = [...parameters].filter(([name]) => name !== 'Signature');
  const stringToSign = `${request.method}&%2F&${percentEncode(canonicalQuery(signed))}`;
  const signature = Buffer.from(encoded, 'base64');
  if (signature.length !== algorithm.length) {
    throw fault('IncompleteSignature', { StringToSign: stringToSign });
  }
  return {
    stringToSign,
    signature,
    sign: (secret) => createHmac(algorithm.hash, `${secret}&`).update(stringToSign).digest(),
    timestamp: required('Timestamp'),
    nonce: required('SignatureNonce'),
  };
};

/** Headers are not signed in this version: they must not say something else than the parameters. */
const requireSignedAction = (request: HttpRequest, parameters: ReadonlyMap<string, string>): void => {
  for (const [header, name] of [
    ['x-acs-action', 'Action'],
    ['x-acs-version', 'Version'],
    ['x-acs-security-token', 'SecurityToken'],
  ] as const) {
    const value = request.header(header);
    if (value !== undefined && value !== parameters.get(name)) {
      throw fault('InvalidParameter', { Parameter: name, Reason: `it differs from the header ${header}` });
    }
  }
};
