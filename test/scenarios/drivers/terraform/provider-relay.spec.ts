/** What stands between terraform and the provider: calls go through, the schema is asked for once and cut down. */
import { once } from 'node:events';
import { connect, createServer } from 'node:http2';
import type { ClientHttp2Session, IncomingHttpHeaders } from 'node:http2';
import { buffer } from 'node:stream/consumers';
import { expect, test } from '@playwright/test';
import { ProviderRelay, SharedSchema } from '../../../../scenarios/drivers/terraform/provider-relay.ts';
import { ProviderSchema } from '../../../../scenarios/drivers/terraform/provider-schema.ts';

/** A field of Protocol Buffers: tag, length, content. */
const field = (number: number, content: Uint8Array | string): Buffer => {
  const bytes = Buffer.from(content);
  const length: number[] = [];
  for (let rest = bytes.length; ; rest >>>= 7) {
    length.push(rest > 0x7f ? (rest & 0x7f) | 0x80 : rest);
    if (rest <= 0x7f) break;
  }
  return Buffer.concat([Buffer.from([(number << 3) | 2, ...length]), bytes]);
};

const entry = (name: string, schema: string): Buffer =>
  Buffer.concat([field(1, name), field(2, field(1, schema))]);

const vpc = field(2, entry('alicloud_vpc', 'v'.repeat(300)));
const vswitch = field(2, entry('alicloud_vswitch', 's'));
const vpcs = field(3, entry('alicloud_vpcs', 'd'));
const itself = field(1, 'the provider’s own arguments');
const whole = Buffer.concat([itself, vpc, vswitch, vpcs]);

test.describe('the schema', () => {
  test('has the types that a text names, resources and data sources, and always what is no type', () => {
    const schema = new ProviderSchema(whole);
    const text = 'resource "alicloud_vpc" "a" { name = data.alicloud_vpcs.all.names.0 }';
    expect(Buffer.from(schema.for(text))).toEqual(Buffer.concat([itself, vpc, vpcs]));
    expect(Buffer.from(schema.for('{"type":"alicloud_vswitches"}'))).toEqual(itself);
  });

  test('of something else is refused', () => {
    expect(() => new ProviderSchema(Buffer.from([0x08, 1]))).toThrow('cannot be read');
  });
});

const framed = (message: Uint8Array): Buffer => {
  const prefix = Buffer.alloc(5);
  prefix.writeUInt32BE(message.length, 1);
  return Buffer.concat([prefix, message]);
};

/** Stands for the provider: echoes what it is sent, refuses "/Refuse", and counts who asks for its schema. */
const startProvider = async (): Promise<{ address: string; asked: () => number; close: () => void }> => {
  let asked = 0;
  const server = createServer();
  server.on('stream', (stream, headers) => {
    if (headers[':path'] === '/Refuse') {
      stream.respond({ ':status': 200, 'grpc-status': '12', 'grpc-message': 'no' }, { endStream: true });
      return;
    }
    stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
    stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0', told: 'yes' }));
    if (headers[':path'] === '/tfplugin5.Provider/GetSchema') {
      asked++;
      stream.resume().end(framed(whole));
    } else {
      stream.pipe(stream);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  return { address: `127.0.0.1:${port}`, asked: () => asked, close: () => server.close() };
};

interface Answer {
  readonly headers: IncomingHttpHeaders;
  readonly trailers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const call = async (session: ClientHttp2Session, path: string, body: Uint8Array): Promise<Answer> => {
  const stream = session.request({ ':method': 'POST', ':path': path, te: 'trailers' });
  let headers: IncomingHttpHeaders = {};
  let trailers: IncomingHttpHeaders = {};
  stream.on('response', (received: IncomingHttpHeaders) => {
    headers = received;
  });
  stream.on('trailers', (received: IncomingHttpHeaders) => {
    trailers = received;
  });
  stream.end(body);
  return { body: await buffer(stream), headers, trailers };
};

test('calls go through whole, with the status after them; an error keeps its message', async () => {
  const provider = await startProvider();
  const relay = await ProviderRelay.start({ network: 'tcp', address: provider.address }, new SharedSchema());
  const terraform = connect(`http://${relay.address.address}`);
  // More than a window of HTTP/2 holds.
  const sent = Buffer.alloc(300_000, 'plan');
  const planned = await call(terraform, '/tfplugin5.Provider/PlanResourceChange', sent);
  expect(planned.body.equals(sent)).toBe(true);
  expect(planned.trailers).toMatchObject({ 'grpc-status': '0', told: 'yes' });
  const refused = await call(terraform, '/Refuse', sent);
  expect(refused.headers).toMatchObject({ 'grpc-status': '12', 'grpc-message': 'no' });
  terraform.close();
  await relay.close();
  provider.close();
});

test('the schema is asked for once, by whichever process of the provider, and answered as needed', async () => {
  const provider = await startProvider();
  const schema = new SharedSchema();
  const ask = async (needed: string): Promise<Answer> => {
    const relay = await ProviderRelay.start({ network: 'tcp', address: provider.address }, schema);
    relay.need(needed);
    const terraform = connect(`http://${relay.address.address}`);
    const answer = await call(terraform, '/tfplugin5.Provider/GetSchema', framed(new Uint8Array()));
    terraform.close();
    await relay.close();
    return answer;
  };
  const [first, second] = [await ask('alicloud_vpc.a'), await ask('alicloud_vswitch.b')];
  expect(first.body).toEqual(framed(Buffer.concat([itself, vpc])));
  expect(second.body).toEqual(framed(Buffer.concat([itself, vswitch])));
  expect(second.trailers).toMatchObject({ 'grpc-status': '0' });
  expect(provider.asked()).toBe(1);
  provider.close();
});
