import type { Call } from './call.ts';
import { fault } from './fault.ts';
import { ownText } from './own-text.ts';

/** What the wire needs of an HTTP request, whichever transport it came by. */
export interface HttpRequest {
  readonly method: string;
  /** Absolute URL, or path with query. */
  readonly url: string;
  /** The header's value; names in small letters. */
  readonly header: (name: string) => string | undefined;
  /** Names of all headers, in small letters; a transport that cannot list them leaves it out. */
  readonly headerNames?: () => readonly string[];
  /** Body as text; empty where there is none. Of a request to OSS it has a character for each byte. */
  readonly body: string;
}

/** More parameters than any real call has; beyond it a request is not looked at. */
const maxParameters = 5000;

/**
 * Reads a call from an HTTP request in either style: the current SDKs put action and version into headers,
 * older clients send `Action=…&Version=…` in query or form. Query and body are merged, since the
 * provider splits parameters over both.
 * @throws Fault MissingParameter (no action or version), InvalidParameter.TooManyParameters,
 *   UnsupportedHTTPMethod, InvalidEncoding
 */
export const readCall = (request: HttpRequest): Call => {
  if (request.method !== 'POST' && request.method !== 'GET') {
    throw fault('UnsupportedHTTPMethod', { Method: request.method });
  }
  const sent = sentParameters(request);
  const parameters = parseParameters(sent);
  const action = request.header('x-acs-action') ?? parameters.get('Action') ?? '';
  const version = request.header('x-acs-version') ?? parameters.get('Version') ?? '';
  if (action === '') throw fault('MissingParameter', { Parameter: 'Action' });
  if (version === '') throw fault('MissingParameter', { Parameter: 'Version' });
  return {
    action,
    version,
    parameters,
    sent,
    accessKeyId: readAccessKeyId(request, parameters),
    securityToken: request.header('x-acs-security-token') ?? parameters.get('SecurityToken') ?? '',
    format: readFormat(request, parameters),
    host: readHost(request),
  };
};

/** Format of the reply. JSON for the current SDKs, XML for an old client that names none. */
export const readFormat = (request: HttpRequest, parameters: ReadonlyMap<string, string>): 'JSON' | 'XML' => {
  const wanted = parameters.get('Format');
  if (wanted !== undefined) return wanted === 'JSON' || wanted.toUpperCase() === 'JSON' ? 'JSON' : 'XML';
  if (request.header('x-acs-action') !== undefined) return 'JSON';
  return request.header('accept')?.includes('json') === true ? 'JSON' : 'XML';
};

/** The same for a request whose parameters cannot be read. */
export const guessFormat = (request: HttpRequest): 'JSON' | 'XML' => {
  const form = /[?&]Format=([A-Za-z]+)/;
  const named = (form.exec(request.url) ?? form.exec(`&${request.body}`))?.[1];
  return readFormat(request, new Map(named === undefined ? [] : [['Format', named]]));
};

/** All parameters of query and form body by wire name; in the body the later one wins. */
export const readParameters = (request: HttpRequest): Map<string, string> =>
  parseParameters(sentParameters(request));

/** Query and form body in one. */
const sentParameters = ({ url, header, body }: HttpRequest): string => {
  const queryStart = url.indexOf('?');
  const query = queryStart === -1 ? '' : url.slice(queryStart + 1);
  const isForm = body !== '' && (header('content-type')?.includes('x-www-form-urlencoded') ?? true);
  if (!isForm) return query;
  return query === '' ? body : `${query}&${body}`;
};

/**
 * Reads query and form in one, as {@link Call.sent} has them.
 * @throws Fault InvalidParameter.TooManyParameters, InvalidEncoding
 */
export const parseParameters = (sent: string): Map<string, string> => {
  const parameters = new Map<string, string>();
  addParameters(parameters, sent);
  return parameters;
};

/** Stands where bytes are no UTF-8, unless a client sent this very character. */
const replacement = '\uFFFD';
const sentReplacement = /%EF%BF%BD|\uFFFD/i;

/** Characters from which on parameters get memory of their own (see ownText). */
const largeRequest = 4096;

const addParameters = (parameters: Map<string, string>, encoded: string): void => {
  const isLarge = encoded.length > largeRequest;
  const isAscii = onlyAscii.test(encoded);
  // Looked for ahead: most names and values stand for themselves, and to ask each of them costs more than to read it.
  let percent = -1;
  let plus = -1;
  const decode = (start: number, end: number): string => {
    if (percent < start) percent = placeOf('%', encoded, start);
    if (plus < start) plus = placeOf('+', encoded, start);
    const text = encoded.slice(start, end);
    const decoded = isAscii && percent >= end && plus >= end ? text : decodeForm(text, encoded);
    return isLarge ? ownText(decoded) : decoded;
  };
  // As URLSearchParams reads a form, which makes several objects of each parameter.
  for (let start = encoded.startsWith('?') ? 1 : 0; start < encoded.length;) {
    const next = encoded.indexOf('&', start);
    const end = next === -1 ? encoded.length : next;
    const equals = encoded.indexOf('=', start);
    const nameEnd = equals === -1 || equals > end ? end : equals;
    if (end > start) {
      parameters.set(decode(start, nameEnd), decode(Math.min(nameEnd + 1, end), end));
      if (parameters.size > maxParameters) {
        throw fault('InvalidParameter.TooManyParameters', { Limit: maxParameters });
      }
    }
    start = end + 1;
  }
};

const onlyAscii = /^[ -~]*$/;

/** Where a character comes next; behind the end where it does not. */
const placeOf = (character: string, text: string, start: number): number => {
  const place = text.indexOf(character, start);
  return place === -1 ? text.length : place;
};

/** @param form the whole of it @throws Fault InvalidEncoding */
const decodeForm = (text: string, form: string): string => {
  const decoded = decodeSpacesAndBytes(text);
  if (decoded.includes(replacement) && !sentReplacement.test(form)) {
    throw fault('InvalidEncoding', { Place: 'query or form' });
  }
  return decoded;
};

const decodeSpacesAndBytes = (text: string): string => {
  try {
    if (onlyAscii.test(text))
      return decodeURIComponent(text.includes('+') ? text.replaceAll('+', ' ') : text);
  } catch {
    // A percent sign that stands for itself, or bytes that are no UTF-8.
  }
  return new URLSearchParams(`text=${text}`).get('text') ?? '';
};

const credential = /Credential=([^,\s]+)/;

const readAccessKeyId = (request: HttpRequest, parameters: ReadonlyMap<string, string>): string => {
  const authorization = request.header('authorization');
  const named = authorization === undefined ? undefined : credential.exec(authorization)?.[1];
  return named ?? parameters.get('AccessKeyId') ?? '';
};

const readHost = (request: HttpRequest): string =>
  request.header('host') ?? (URL.canParse(request.url) ? new URL(request.url).host : 'localhost');
