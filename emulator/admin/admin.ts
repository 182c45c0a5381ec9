import type { Service } from '../server/service.ts';
import type { HttpReply } from '../transports/http.ts';
import type { HttpRequest } from '../wire/http-call.ts';
import { requireAccess, requireKnownHost } from './access.ts';
import { AdminError } from './admin-error.ts';
import { consolePath, consoleReply, readConsoleFiles } from './console-files.ts';
import type { ConsoleFiles } from './console-files.ts';
import { EventStream } from './event-stream.ts';
import { routes } from './routes.ts';
import type { Route } from './routes.ts';

/** Everything of the admin API is under it; no call to ECS begins so. */
export const adminPrefix = '/_alimock';

/** The admin API of a service, and its console. Its answer never rejects. */
export const createAdmin = (service: Service): ((request: HttpRequest) => Promise<HttpReply>) => {
  let files: Promise<ConsoleFiles> | undefined;
  const consoleFile = async (request: HttpRequest): Promise<HttpReply> => {
    const { adminToken: token, host, consoleFolder } = service.options;
    // The files hold no secret, and a link to them may stand anywhere: only the name is looked at.
    requireKnownHost(request, { host, token });
    if (consoleFolder === undefined) throw new AdminError(404, 'NoConsole', 'No console is served here.');
    files ??= readConsoleFiles(consoleFolder);
    return consoleReply(await files, request);
  };
  return async (request) => {
    try {
      if (isOfConsole(request.url)) return await consoleFile(request);
      return replyOf(await answer(service, request));
    } catch (error) {
      if (error instanceof AdminError) {
        return json(error.status, { error: { code: error.code, message: error.message } });
      }
      const message = error instanceof Error ? error.message : String(error);
      return json(500, { error: { code: 'InternalError', message: `This is a bug in alimock: ${message}` } });
    }
  };
};

const isOfConsole = (url: string): boolean => {
  const [path = ''] = url.split('?');
  return path === consolePath.slice(0, -1) || path.startsWith(consolePath);
};

const replyOf = (value: unknown): HttpReply => {
  if (!(value instanceof EventStream)) return json(200, value);
  return {
    status: 200,
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', ...unsniffed },
    body: '',
    stream: (channel) => value.open(channel),
  };
};

const answer = async (service: Service, request: HttpRequest): Promise<unknown> => {
  const url = new URL(request.url, 'http://localhost');
  const path = url.pathname.slice(adminPrefix.length);
  const { adminToken: token, host } = service.options;
  // Whether the server is up is no secret: a start script asks before it knows the token.
  requireAccess(request, { host, token: path === '/health' ? undefined : token });
  const { route, id } = findRoute(request.method, path);
  const value = await route(service, { query: url.searchParams, body: readBody(request), id });
  if (request.method !== 'GET') service.changes.happened();
  return value;
};

const findRoute = (method: string, path: string): { route: Route; id: string } => {
  const general = /^(\/faults|\/requests)\/([\w-]+)$/.exec(path);
  const pattern = general === null ? path : `${general[1] ?? ''}/{id}`;
  const name = `${method} ${pattern}`;
  const route = Object.hasOwn(routes, name) ? routes[name] : undefined;
  if (route !== undefined) return { route, id: general?.[2] ?? '' };
  const allowed = Object.keys(routes).filter((other) => other.endsWith(` ${pattern}`));
  if (allowed.length > 0) {
    throw new AdminError(405, 'MethodNotAllowed', `Known here: ${allowed.join(', ')}.`);
  }
  throw new AdminError(
    404,
    'NoSuchPath',
    `There is nothing at ${path === '' ? '/' : path}. See ${adminPrefix}/openapi.json.`,
  );
};

/** JSON only, and named so: what a form on another site can send is refused. */
const readBody = ({ header, body }: HttpRequest): unknown => {
  if (body === '') return undefined;
  if (header('content-type')?.startsWith('application/json') !== true) {
    throw new AdminError(415, 'UnsupportedMediaType', 'Send the body as application/json.');
  }
  try {
    const value: unknown = JSON.parse(body);
    return value;
  } catch (error) {
    throw new AdminError(
      400,
      'InvalidJson',
      `The body is no JSON: ${error instanceof Error ? error.message : ''}.`,
    );
  }
};

const unsniffed = { 'x-content-type-options': 'nosniff' };

const json = (status: number, value: unknown): HttpReply => ({
  status,
  headers: { 'content-type': 'application/json;charset=utf-8', 'cache-control': 'no-store', ...unsniffed },
  body: JSON.stringify(value),
});
