/**
 * Stands between terraform and the provider. Every call goes through as it is; only the provider's schema is asked for
 * once and then answered from memory, with the types that a command needs.
 */
import { once } from 'node:events';
import { connect as connectHttp2, constants, createServer } from 'node:http2';
import type {
  ClientHttp2Session,
  ClientHttp2Stream,
  Http2Server,
  IncomingHttpHeaders,
  ServerHttp2Session,
  ServerHttp2Stream,
} from 'node:http2';
import { connect } from 'node:net';
import type { NetConnectOpts } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { ProviderSchema } from './provider-schema.ts';

/** Where a program of go-plugin serves, in Go's words: "unix" and a path, or "tcp" and host:port. */
export interface Address {
  readonly network: string;
  readonly address: string;
}

/** gRPC's path of the call. Source: tfplugin5.proto. */
const getSchema = '/tfplugin5.Provider/GetSchema';

/** The schema of one program: whichever process of it is asked first answers for all. */
export class SharedSchema {
  #schema: Promise<ProviderSchema> | undefined;

  /** @param ask used if nobody has asked yet */
  get(ask: () => Promise<ProviderSchema>): Promise<ProviderSchema> {
    this.#schema ??= ask().catch((error: unknown) => {
      this.#schema = undefined;
      throw error;
    });
    return this.#schema;
  }
}

export class ProviderRelay {
  readonly #server: Http2Server;
  readonly #provider: Address;
  readonly #schema: SharedSchema;
  readonly #sessions = new Set<ServerHttp2Session>();
  readonly #upstream = new WeakMap<ServerHttp2Session, ClientHttp2Session>();
  #needed = '';

  private constructor(provider: Address, schema: SharedSchema) {
    this.#provider = provider;
    this.#schema = schema;
    this.#server = createServer();
    this.#server.on('session', (session) => this.#welcome(session));
    this.#server.on('stream', (stream, headers) => void this.#answer(stream, headers));
  }

  /** @param schema of the same program */
  static async start(provider: Address, schema: SharedSchema): Promise<ProviderRelay> {
    const relay = new ProviderRelay(provider, schema);
    relay.#server.listen(0, '127.0.0.1');
    await once(relay.#server, 'listening');
    return relay;
  }

  /** Where terraform finds it. */
  get address(): Address {
    const bound = this.#server.address();
    const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
    return { network: 'tcp', address: `127.0.0.1:${port}` };
  }

  /** From now on the schema has the types that this text names. */
  need(text: string): void {
    this.#needed = text;
  }

  async close(): Promise<void> {
    for (const session of this.#sessions) session.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Each terraform process has a connection of its own to the provider. */
  #welcome(session: ServerHttp2Session): void {
    const upstream = connectHttp2('http://provider', {
      createConnection: () => connect(connectionTo(this.#provider)),
    });
    this.#sessions.add(session);
    this.#upstream.set(session, upstream);
    // Where one end goes away, the other is to see it.
    upstream.on('error', () => session.destroy());
    upstream.on('close', () => session.destroy());
    session.on('error', () => upstream.destroy());
    session.on('close', () => {
      this.#sessions.delete(session);
      upstream.destroy();
    });
  }

  async #answer(stream: ServerHttp2Stream, headers: IncomingHttpHeaders): Promise<void> {
    stream.on('error', () => undefined);
    const upstream = stream.session && this.#upstream.get(stream.session as ServerHttp2Session);
    if (upstream === undefined) {
      stream.close(constants.NGHTTP2_REFUSED_STREAM);
    } else if (headers[':path'] === getSchema) {
      await this.#answerSchema(stream, upstream, headers);
    } else {
      passOn(stream, upstream.request(headers));
    }
  }

  async #answerSchema(
    stream: ServerHttp2Stream,
    upstream: ClientHttp2Session,
    headers: IncomingHttpHeaders,
  ): Promise<void> {
    try {
      const schema = await this.#schema.get(() => askForSchema(upstream, headers));
      stream.resume();
      stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
      stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
      stream.end(framed(schema.for(this.#needed)));
    } catch {
      stream.close(constants.NGHTTP2_INTERNAL_ERROR);
    }
  }
}

const connectionTo = ({ network, address }: Address): NetConnectOpts => {
  if (network === 'unix') return { path: address };
  const { hostname, port } = new URL(`tcp://${address}`);
  return { host: hostname, port: Number(port) };
};

/** A call, with what it sends and gets and the status at its end. */
const passOn = (stream: ServerHttp2Stream, call: ClientHttp2Stream): void => {
  let trailers: IncomingHttpHeaders = {};
  call.on('response', (headers, flags) => {
    // An error has no body: what else are trailers are its headers.
    const endStream = (flags & constants.NGHTTP2_FLAG_END_STREAM) !== 0;
    stream.respond(headers, { endStream, waitForTrailers: !endStream });
  });
  call.on('trailers', (received: IncomingHttpHeaders) => {
    trailers = received;
  });
  stream.on('wantTrailers', () => stream.sendTrailers(trailers));
  call.on('error', () => stream.close(constants.NGHTTP2_INTERNAL_ERROR));
  stream.on('close', () => call.close(constants.NGHTTP2_CANCEL));
  stream.pipe(call).pipe(stream);
};

/** An empty request, and the one message that answers it. */
const askForSchema = async (
  upstream: ClientHttp2Session,
  headers: IncomingHttpHeaders,
): Promise<ProviderSchema> => {
  const call = upstream.request(headers);
  call.end(framed(new Uint8Array()));
  const answer = await buffer(call);
  if (answer.length <= prefixLength) throw new Error('the provider does not tell its schema');
  return new ProviderSchema(answer.subarray(prefixLength));
};

/** Of a gRPC message: whether it is compressed, and its length in four bytes. */
const prefixLength = 5;

const framed = (message: Uint8Array): Buffer => {
  const prefix = Buffer.alloc(prefixLength);
  prefix.writeUInt32BE(message.length, 1);
  return Buffer.concat([prefix, message]);
};
