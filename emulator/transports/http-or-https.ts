import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { createServer } from 'node:tls';
import type { Identity } from './self-signed.ts';

/** What TLS begins with: a handshake record. No HTTP method does. */
const handshake = 0x16;

/** Whoever has said nothing by then, or has not ended the handshake, is hung up on. */
const patienceMilliseconds = 10_000;

/** Connections of which nobody knows yet what they are, or with whom. */
export interface Handshakes {
  /** Hangs up on all of them: the HTTP server does not know them, and would wait for them when it closes. */
  breakOff(): void;
}

/** The same for the socket of a handshake and for the one that comes out of it. */
const peerOf = ({ remoteAddress = '', remotePort = 0 }: Socket): string => `${remoteAddress} ${remotePort}`;

/**
 * Lets an HTTP server answer HTTPS on the same port: some clients choose the protocol by themselves and have only
 * one address to be led to, or know endpoints of their own and are led by HTTPS_PROXY. A connection is looked at once,
 * when its first byte is there; a request costs nothing.
 * @param server with all its listeners for connections
 */
export const alsoByHttps = (server: Server, identity: Identity): Handshakes => {
  // Among them is the HTTP server's own, which reads requests from a socket.
  const listeners = server.listeners('connection');
  const serve = (socket: Socket): void => {
    for (const listener of listeners) Reflect.apply(listener, server, [socket]);
  };
  const pending = new Map<string, Socket>();
  const secured = createServer({
    ...identity,
    ALPNProtocols: ['http/1.1'],
    handshakeTimeout: patienceMilliseconds,
  });
  secured.on('secureConnection', (socket) => {
    pending.delete(peerOf(socket));
    serve(socket);
  });
  // A client that does not trust the certificate hangs up, which is its own affair.
  secured.on('tlsClientError', (_error, socket) => socket.destroy());
  // As a proxy it leads to itself whatever host is asked for: what comes through the tunnel is one more connection.
  server.on('connect', (_request: IncomingMessage, socket: Socket, head: Buffer) => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    if (head.length > 0) socket.unshift(head);
    server.emit('connection', socket);
  });
  server.removeAllListeners('connection');
  server.on('connection', (socket: Socket) => {
    const peer = peerOf(socket);
    pending.set(peer, socket);
    socket.once('close', () => {
      if (pending.get(peer) === socket) pending.delete(peer);
    });
    const hangUp = (): Socket => socket.destroy();
    socket.once('error', hangUp).once('timeout', hangUp).setTimeout(patienceMilliseconds);
    socket.once('data', (first: Buffer) => {
      socket.off('timeout', hangUp).setTimeout(0).pause();
      socket.unshift(first);
      if (first[0] === handshake) {
        secured.emit('connection', socket);
      } else {
        pending.delete(peer);
        serve(socket);
      }
      process.nextTick(() => socket.resume());
    });
  });
  return {
    breakOff: () => {
      for (const socket of pending.values()) socket.destroy();
    },
  };
};
