import { request as httpRequest } from 'node:http';
import { resultOf } from './load.ts';
import type { Load, LoadRequest, LoadResult } from './load.ts';

/**
 * The same load for a server that closes the connection after each reply, as moto's does: autocannon 9
 * waits for ever on such a connection. So many calls are under way at any time, each on a connection of its
 * own. The client costs more than autocannon, which does not count at the few hundred calls a second that
 * moto answers.
 */
export const putLoadClosing = async ({ port, connections, requests, limit }: Load): Promise<LoadResult> => {
  const latencies: number[] = [];
  const started = performance.now();
  let sent = 0;
  const mayGoOn = (): boolean =>
    'calls' in limit ? sent < limit.calls : performance.now() - started < limit.seconds * 1000;
  const client = async (): Promise<void> => {
    for (let turn = 0; mayGoOn(); turn++) {
      const request = requests[turn % requests.length];
      if (request === undefined) return;
      sent++;
      const before = performance.now();
      await send(port, request);
      latencies.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
  return resultOf(latencies, performance.now() - started);
};

const send = (port: number, { body, headers }: LoadRequest): Promise<void> =>
  new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port,
      method: 'POST',
      agent: false,
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    };
    httpRequest(options, (response) => {
      response.resume();
      response.once('end', () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`${response.statusCode ?? 0} to ${body.slice(0, 200)}`));
      });
    })
      .once('error', reject)
      .end(body);
  });
