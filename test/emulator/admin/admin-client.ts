import { test as base } from '@playwright/test';
import { createService } from '../../../emulator/server/service.ts';
import type { Service, ServiceOptions } from '../../../emulator/server/service.ts';
import { startServer } from '../../../emulator/transports/http.ts';
import type { RunningServer } from '../../../emulator/transports/http.ts';
import { Account, sendTo } from '../api-client.ts';

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

export type Ask = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Reply>;

interface Fixtures {
  readonly options: Partial<ServiceOptions>;
  readonly service: Service;
  readonly server: RunningServer;
  /** Calls the admin API. */
  readonly admin: Ask;
  /** An account by its access key. */
  readonly as: (accessKeyId: string) => Account;
}

export const test = base.extend<Fixtures>({
  options: [{}, { option: true }],
  service: async ({ options }, use) =>
    use(createService({ auth: 'open', host: '127.0.0.1', version: 'test', ...options })),
  server: async ({ service }, use) => {
    const server = await startServer({ emulator: service });
    await use(server);
    await server.close();
  },
  admin: async ({ server }, use) => {
    await use(async (method, path, body, headers = {}) => {
      const reply = await fetch(`${server.url}/_alimock${path}`, {
        method,
        headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      return { status: reply.status, body: JSON.parse(await reply.text()) as unknown };
    });
  },
  as: async ({ server }, use) => {
    await use((accessKeyId) => new Account(sendTo(server.port), accessKeyId, 'cn-hangzhou'));
  },
});

export { expect } from '@playwright/test';
