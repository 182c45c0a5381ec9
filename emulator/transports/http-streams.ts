import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { StreamChannel } from './http-reply.ts';

/** A reader that is so far behind is cut off: it would cost ever more memory. */
const longestBacklog = 1024 * 1024;

const streamsOfServer = new WeakMap<Server, Set<ServerResponse>>();
const streamsOfSocket = new WeakMap<Socket, Set<ServerResponse>>();

/** Keeps track of a server's replies that go on, so that {@link endStreams} can end them. */
export const watchStreams = (server: Server): void => {
  const streams = new Set<ServerResponse>();
  streamsOfServer.set(server, streams);
  server.on('connection', (socket: Socket) => streamsOfSocket.set(socket, streams));
};

/** Ends the replies that go on: a server that closes would wait for them. */
export const endStreams = (server: Server): void => {
  for (const response of streamsOfServer.get(server) ?? []) response.end();
};

/**
 * Has a reply go on until the reader leaves or the server closes.
 * @param response with its head written
 * @param open as of HttpReply
 */
export const stream = (
  request: IncomingMessage,
  response: ServerResponse,
  open: (channel: StreamChannel) => () => void,
): void => {
  const streams = streamsOfSocket.get(request.socket);
  streams?.add(response);
  const end = open({
    send: (text) => {
      if (response.writableLength > longestBacklog) response.destroy();
      else response.write(text);
    },
  });
  response.once('close', () => {
    streams?.delete(response);
    end();
  });
};
