/** The stand-alone server: from node:http straight to the emulator (design decision 2). */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { gzip } from 'node:zlib';
import { isOssRequest } from '../oss/oss-request.ts';
import type { Reply } from '../wire/call.ts';
import { Fault, fault } from '../wire/fault.ts';
import { guessFormat } from '../wire/http-call.ts';
import type { HttpRequest } from '../wire/http-call.ts';
import { errorReply } from '../wire/reply.ts';
import { hasNoBody, readBody } from './http-body.ts';
import { alsoByHttps } from './http-or-https.ts';
import type { HttpReply } from './http-reply.ts';
import { endStreams, stream, watchStreams } from './http-streams.ts';
import type { Identity } from './self-signed.ts';

export interface ServerOptions {
  /** What answers; an emulator does. Must not throw, nor reject. */
  readonly emulator: { handle(request: HttpRequest): HttpReply | Promise<HttpReply> };
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Default 0: a free one. */
  readonly port?: number;
  /** Most bytes of a body. Default 4 MiB. */
  readonly bodyLimit?: number | ((url: string) => number);
  /** A request that is not whole by then is refused with 408. Default 30,000. */
  readonly requestTimeoutMilliseconds?: number;
  /** To answer HTTPS as well on the same port. */
  readonly identity?: Identity;
}

export interface RunningServer {
  /** "http://127.0.0.1:4566" */
  readonly url: string;
  readonly port: number;
  /** Takes no more calls, lets those under way end, and closes. */
  close(): Promise<void>;
}

/** Query parameters are in the request line: user data of 32 KB in a RunInstances must fit. */
const maxHeaderSize = 256 * 1024;
/** Most bytes of an OSS object. */
const objectLimit = 256 * 1024 * 1024;
/** Smaller replies go out as they are: they fit into one packet. */
const gzipFrom = 1400;
/** Characters from which it pays to have the bytes made once, rather than counted first and made afterwards. */
const largeFrom = 8192;
/** After that long, close() breaks the connections that are still busy. */
const graceMilliseconds = 5000;

/**
 * Starts a server on an address.
 * @throws Error with code EADDRINUSE, EACCES, EADDRNOTAVAIL … where the address cannot be had
 */
export const startServer = async (options: ServerOptions): Promise<RunningServer> => {
  const { host = '127.0.0.1', port = 0, requestTimeoutMilliseconds: timeout = 30_000 } = options;
  const server = createServer(
    {
      maxHeaderSize,
      requestTimeout: timeout,
      headersTimeout: Math.min(timeout, 10_000),
      connectionsCheckingInterval: Math.min(1000, timeout),
      keepAliveTimeout: 30_000,
      noDelay: true,
    },
    (request, response) => answer(request, response, options),
  );
  server.on('clientError', refuseUnreadable);
  watchStreams(server);
  const handshakes = options.identity === undefined ? undefined : alsoByHttps(server, options.identity);
  await listen(server, host, port);
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    port: actual,
    close: () => {
      handshakes?.breakOff();
      return close(server);
    },
  };
};

const listen = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), graceMilliseconds);
    endStreams(server);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
  });

/** Bytes that are no HTTP request, or come too slowly: an answer that needs no request. */
const refuseUnreadable = (error: NodeJS.ErrnoException, socket: NodeJS.WritableStream): void => {
  if (!socket.writable) return;
  const status =
    error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
      ? '408 Request Timeout'
      : error.code === 'HPE_HEADER_OVERFLOW'
        ? '431 Request Header Fields Too Large'
        : '400 Bad Request';
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
};

const answer = (request: IncomingMessage, response: ServerResponse, options: ServerOptions): void => {
  // The headers are asked for a dozen times, each time by way of an accessor that looks whether they were read.
  const { method = 'GET', url = '/', headers } = request;
  const header = (name: string): string | undefined => {
    const value = headers[name];
    return typeof value === 'string' ? value : undefined;
  };
  const headerNames = (): string[] => Object.keys(headers);
  const read = (body: string): HttpRequest => ({ method, url, header, headerNames, body });
  const isOss = isOssRequest(read(''));
  if ((method === 'HEAD' && !isOss) || method === 'OPTIONS') {
    // No call is made by these; HEAD is how a health check asks whether somebody is there.
    response.writeHead(method === 'HEAD' ? 200 : 204, { allow: 'GET, POST, HEAD, OPTIONS' }).end();
    request.resume();
    return;
  }
  const handle = (body: string): void => {
    const reply = options.emulator.handle(read(body));
    if (reply instanceof Promise) void reply.then((late) => send(request, response, late));
    else send(request, response, reply);
  };
  if (hasNoBody(request)) {
    handle('');
    return;
  }
  const form = isOss
    ? ({ limit: objectLimit, encoding: 'latin1' } as const)
    : ({ limit: limitOf(url, options), encoding: 'utf8' } as const);
  readBody(request, form, (body, refused) => {
    if (refused === undefined) {
      handle(body);
      return;
    }
    refuse(request, response, refusal(read(''), refused));
  });
};

const limitOf = (url: string, { bodyLimit = 4 * 1024 * 1024 }: ServerOptions): number =>
  typeof bodyLimit === 'number' ? bodyLimit : bodyLimit(url);

const refusal = (request: HttpRequest, error: unknown): Reply =>
  errorReply(
    { action: '', format: guessFormat(request), host: request.header('host') ?? '' },
    error instanceof Fault ? error : fault('InternalError', { Details: String(error) }),
    randomUUID().toUpperCase(),
  );

/**
 * Answers before the body is there. The connection is closed when the rest has come, or was waited for long
 * enough: closed at once it would be reset, and a client that still writes would not see the answer.
 */
const refuse = (
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: Reply,
): void => {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' });
  response.write(body);
  if (request.complete) response.end();
  else request.once('end', () => response.end());
};

const send = (request: IncomingMessage, response: ServerResponse, reply: HttpReply): void => {
  const { delayMilliseconds = 0 } = reply;
  if (delayMilliseconds > 0) {
    const timer = setTimeout(() => write(request, response, reply), delayMilliseconds);
    response.once('close', () => clearTimeout(timer));
    return;
  }
  write(request, response, reply);
};

const write = (request: IncomingMessage, response: ServerResponse, reply: HttpReply): void => {
  if (reply.dropsConnection === true) {
    request.socket.destroy();
    return;
  }
  if (reply.stream !== undefined) {
    stream(request, response.writeHead(reply.status, reply.headers), reply.stream);
    return;
  }
  const acceptsGzip = request.headers['accept-encoding']?.includes('gzip') === true;
  if (!acceptsGzip || reply.isFinal === true || reply.body.length < gzipFrom) {
    writePlain(response, reply);
    return;
  }
  gzip(reply.body, { level: 1 }, (error, compressed) => {
    if (error !== null) {
      response.writeHead(reply.status, reply.headers).end(reply.body);
      return;
    }
    response
      .writeHead(reply.status, {
        ...reply.headers,
        'content-encoding': 'gzip',
        vary: 'accept-encoding',
        'content-length': compressed.length,
      })
      .end(compressed);
  });
};

const writePlain = (response: ServerResponse, { status, headers, body, isAscii }: HttpReply): void => {
  if (body.length > largeFrom) {
    const bytes = Buffer.from(body, isAscii === true ? 'latin1' : 'utf8');
    response.writeHead(status, headerList(headers, bytes.length)).end(bytes);
    return;
  }
  const size = isAscii === true ? body.length : Buffer.byteLength(body);
  response
    .writeHead(status, headerList(headers, size))
    // For UTF-8 Node sets three bytes aside for each character; plain ASCII needs one.
    .end(body, size === body.length ? 'latin1' : 'utf8');
};

/** As a list of names and values: an object made of another one would get a hidden class of its own at each call. */
const headerList = (headers: Readonly<Record<string, string>>, size: number): (string | number)[] => {
  const list: (string | number)[] = [];
  for (const name in headers) list.push(name, headers[name] ?? '');
  list.push('content-length', size);
  return list;
};
