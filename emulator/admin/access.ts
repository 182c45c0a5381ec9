import { createHash, timingSafeEqual } from 'node:crypto';
import type { HttpReply } from '../transports/http-reply.ts';
import type { HttpRequest } from '../wire/http-call.ts';
import { AdminError } from './admin-error.ts';

export interface AccessRules {
  /** Address that the server listens on. */
  readonly host: string;
  /** What a caller must show as "Authorization: Bearer …"; undefined: nothing. */
  readonly token: string | undefined;
}

/**
 * Lets in who runs the server, and no web page of somebody else: a page on another site can have a browser
 * call 127.0.0.1, under its own name too (DNS rebinding), but cannot hide its Origin, nor the Host.
 * @throws AdminError 401, 403
 */
export const requireAccess = (request: HttpRequest, { host: bound, token }: AccessRules): void => {
  requireKnownHost(request, { host: bound, token });
  const host = request.header('host') ?? '';
  const origin = request.header('origin');
  const site = request.header('sec-fetch-site');
  // "null", as sandboxed pages have it, is foreign too.
  if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`) {
    throw new AdminError(403, 'ForeignOrigin', `Pages of ${origin} may not use the admin API.`);
  }
  if (site === 'cross-site' || site === 'same-site') {
    throw new AdminError(403, 'ForeignOrigin', 'Pages of other sites may not use the admin API.');
  }
  if (token !== undefined && !matches(request.header('authorization') ?? '', `Bearer ${token}`)) {
    throw new AdminError(
      401,
      'TokenRequired',
      'With --auth strict the admin API wants the token that was printed at the start: Authorization: Bearer TOKEN.',
    );
  }
};

/**
 * Refuses the name of somebody else's site that was made to point here (DNS rebinding).
 * @throws AdminError 403
 */
export const requireKnownHost = (request: HttpRequest, { host: bound, token }: AccessRules): void => {
  const host = request.header('host') ?? '';
  if (token === undefined && !isLocal(host) && hostName(host) !== bound) {
    throw new AdminError(403, 'ForeignHost', `The admin API is not served under the host ${host}.`);
  }
};

/**
 * Answers calls to ECS that a page of another site sends: where any key is taken, such a page could guess one.
 * Pages of this machine may call, as those of a development server do through its proxy.
 * @returns undefined for every other call
 */
export const refuseForeignPage = ({ header }: HttpRequest): HttpReply | undefined => {
  const origin = header('origin');
  const isForeign =
    origin === undefined
      ? header('sec-fetch-site') === 'cross-site'
      : !isLocal(origin.replace(/^https?:\/\//, ''));
  if (!isForeign && !isPublicHost(header('host') ?? '')) return undefined;
  return {
    status: 403,
    headers: { 'content-type': 'application/json;charset=utf-8' },
    body: JSON.stringify({
      Code: 'alimock.ForeignOrigin',
      Message: 'Pages of other sites may not call this server while it takes any access key.',
    }),
  };
};

let lastHost = '';
let isLastPublic = false;

/** One client after the other calls by the same host. */
const isPublicHost = (host: string): boolean => {
  if (host === lastHost) return isLastPublic;
  lastHost = host;
  isLastPublic = isPublicName(hostName(host));
  return isLastPublic;
};

/** Names that nobody can have a public name server point here: of the API, of containers, of this network. */
const isPublicName = (name: string): boolean =>
  name.includes('.') && !/^[\d.]+$|\.(?:aliyuncs\.com|internal|local|localhost|test|lan)$/i.test(name);

const hostName = (host: string): string => host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');

/** Whether a Host header, or an address to listen on, is this machine's own. */
export const isLocal = (host: string): boolean => {
  const name = hostName(host).toLowerCase();
  return name === 'localhost' || name === '::1' || /^127(?:\.\d{1,3}){3}$/.test(name);
};

/** In constant time, whatever the lengths. */
const matches = (given: string, wanted: string): boolean => {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
};
