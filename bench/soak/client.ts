import { Agent, request } from 'node:http';
import { alimockForm, form } from '../server/requests.ts';
import type { Parameters } from '../server/requests.ts';

/** Calls over one kept connection. */
export class Connection {
  readonly #port: number;
  readonly #account: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(port: number, account: string) {
    this.#port = port;
    this.#account = account;
  }

  /** @returns the reply's JSON. @throws Error where the call fails or the connection breaks */
  call(parameters: Parameters, product: 'Ecs' | 'Vpc' = 'Ecs'): Promise<unknown> {
    const body = alimockForm(this.#account, parameters, product);
    return new Promise((resolve, reject) => {
      const options = {
        host: '127.0.0.1',
        port: this.#port,
        method: 'POST',
        agent: this.#agent,
        headers: { 'content-type': form, 'content-length': Buffer.byteLength(body) },
      };
      request(options, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.once('error', reject);
        response.once('end', () => {
          if (response.statusCode === 200) resolve(JSON.parse(text));
          else reject(new Error(`${parameters['Action'] ?? ''}: ${response.statusCode ?? 0} ${text}`));
        });
      })
        .once('error', reject)
        .end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** What stands at a path such as "Instances.Instance.0.InstanceId"; undefined where there is nothing. */
export const at = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
      value,
    );
