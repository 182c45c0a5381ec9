import type { Service } from '../server/service.ts';
import type { HttpReply } from '../transports/http-reply.ts';
import type { HttpRequest } from '../wire/http-call.ts';
import { requireAccess, requireKnownHost } from './access.ts';
import { AdminError, refusalOf } from './admin-error.ts';
import { consolePath, consoleReply, readConsoleFiles } from './console-files.ts';
import type { ConsoleFiles } from './console-files.ts';
import { EventStream } from './event-stream.ts';
import { adminPrefix, callRoute } from './router.ts';

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
      const { status, body } = refusalOf(error);
      return json(status, body);
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
  return callRoute(service, request.method, `${path}${url.search}`, () => readBody(request));
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
