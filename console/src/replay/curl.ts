import { canonicalQuery } from '../../../emulator/auth/percent-encoding.ts';
import { isTemporary } from './call.ts';
import type { ReplayCall } from './call.ts';

/** In single quotes for a POSIX shell: nothing in it is expanded. */
const shellQuoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

const parametersOf = (call: ReplayCall, token: string): ReplayCall['parameters'] => [
  ['Action', call.action],
  ['Version', call.version],
  ['AccessKeyId', call.accessKeyId],
  ...(isTemporary(call) ? ([['SecurityToken', token]] as const) : []),
  ['Format', 'JSON'],
  ...call.parameters,
];

/** The call for a shell. It is not signed, which an open server does not ask for. */
export const toCurl = (call: ReplayCall): string =>
  [
    `curl -s ${shellQuoted(`http://${call.endpoint}/`)}`,
    ...parametersOf(call, 'token').map(
      ([name, value]) => `--data-urlencode ${shellQuoted(`${name}=${value}`)}`,
    ),
  ].join(' \\\n  ');

/**
 * The call for a shell, signed anew whenever it is run, with openssl beside curl: for a server that verifies signatures.
 * Signature version 1 signs the sorted, encoded parameters, encoded once more; of these only "%", "=" and "&" are left to
 * encode. See readSignatureV1 in emulator/auth.
 */
export const toSignedCurl = (call: ReplayCall): string => {
  const query = canonicalQuery([
    ...parametersOf(call, ''),
    ['SignatureMethod', 'HMAC-SHA1'],
    ['SignatureVersion', '1.0'],
    ['SignatureNonce', ''],
    ['Timestamp', ''],
  ])
    // An "&" stands between parameters only, and nothing encoded means anything to a shell within double quotes.
    .replace('&SignatureNonce=&', () => '&SignatureNonce=$nonce&')
    .replace('&Timestamp=&', () => '&Timestamp=$now&')
    .replace('&SecurityToken=&', () => '&SecurityToken=$token&')
    .replaceAll('&', '\\\n&');
  return [
    "secret='secret'",
    // Base64 has two characters that are encoded in a query, beside the "=" at its end.
    ...(isTemporary(call) ? ["token=$(printf %s 'token' | sed 's/+/%2B/g; s#/#%2F#g; s/=/%3D/g')"] : []),
    'nonce=$(openssl rand -hex 16)',
    'now=$(date -u +%Y-%m-%dT%H%%3A%M%%3A%SZ)',
    `query="${query}"`,
    `text="POST&%2F&$(printf %s "$query" | sed 's/%/%25/g; s/=/%3D/g; s/&/%26/g')"`,
    'signature=$(printf %s "$text" | openssl dgst -sha1 -hmac "$secret&" -binary | openssl base64)',
    `curl -s ${shellQuoted(`http://${call.endpoint}/`)} -d "$query" --data-urlencode "Signature=$signature"`,
  ].join('\n');
};
