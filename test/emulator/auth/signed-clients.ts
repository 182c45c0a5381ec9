/** The official clients, unmodified, against a server of our own: they sign, it verifies. */
import core from '@alicloud/openapi-core';
import ecs from '@alicloud/ecs20140526';
import RPCClient from '@alicloud/pop-core';
import sts from '@alicloud/sts20150401';
import { test as base } from '@playwright/test';
import { verifySignatures } from '../../../emulator/auth/verify-signature.ts';
import { createEmulator } from '../../../emulator/index.ts';
import type { Emulator } from '../../../emulator/index.ts';
import { startServer } from '../../../emulator/transports/http.ts';
import type { RunningServer } from '../../../emulator/transports/http.ts';

export { ecs, RPCClient, sts };

export interface Keys {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string;
}

export const declared = {
  id: '1000000000000001',
  accessKeyId: 'LTAI-declared',
  accessKeySecret: 'the-secret-of-the-key',
} as const;

interface Clients {
  readonly ecs: ecs.default;
  readonly sts: sts.default;
  /** Signs V1 with HMAC-SHA1. */
  readonly v1: RPCClient;
}

interface Fixtures {
  readonly auth: 'open' | 'strict';
  readonly emulator: Emulator;
  readonly server: RunningServer;
  readonly clients: (keys: Keys) => Clients;
}

export const test = base.extend<Fixtures>({
  auth: ['strict', { option: true }],
  emulator: async ({ auth }, use) => {
    const authenticate = auth === 'strict' ? { authenticate: verifySignatures() } : {};
    await use(createEmulator({ accounts: [declared], ...authenticate }));
  },
  server: async ({ emulator }, use) => {
    const server = await startServer({ emulator });
    await use(server);
    await server.close();
  },
  clients: async ({ server }, use) => {
    const endpoint = `127.0.0.1:${server.port}`;
    await use((keys) => {
      const config = new core.$OpenApiUtil.Config({
        ...keys,
        endpoint,
        protocol: 'http',
        regionId: 'cn-hangzhou',
      });
      const rpc = { ...keys, endpoint: `http://${endpoint}`, apiVersion: '2014-05-26' };
      return { ecs: new ecs.default(config), sts: new sts.default(config), v1: new RPCClient(rpc) };
    });
  },
});

export { expect } from '@playwright/test';
