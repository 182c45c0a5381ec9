/** The official SDK as any program uses it, against an emulator behind msw. */
import core from '@alicloud/openapi-core';
import ecs from '@alicloud/ecs20140526';
import sts from '@alicloud/sts20150401';
import vpc from '@alicloud/vpc20160428';
import { test as base } from '@playwright/test';
import { setupServer } from 'msw/node';
import { createEmulator } from '../../../emulator/index.ts';
import type { Emulator } from '../../../emulator/index.ts';
import { handlers } from '../../../emulator/transports/msw.ts';

export { ecs, sts, vpc };

/** The three clients of one access key. */
export interface Clients {
  readonly ecs: ecs.default;
  readonly vpc: vpc.default;
  readonly sts: sts.default;
  readonly accountId: string;
}

export const regionId = 'cn-hangzhou';

const configOf = (accessKeyId: string, product: string): core.$OpenApiUtil.Config =>
  new core.$OpenApiUtil.Config({
    accessKeyId,
    accessKeySecret: 'secret',
    regionId,
    endpoint: `${product}.${regionId}.aliyuncs.com`,
  });

const clientsOf = (accessKeyId: string, emulator: Emulator): Clients => ({
  ecs: new ecs.default(configOf(accessKeyId, 'ecs')),
  vpc: new vpc.default(configOf(accessKeyId, 'vpc')),
  sts: new sts.default(configOf(accessKeyId, 'sts')),
  accountId: emulator.accountIdOf(accessKeyId),
});

interface Fixtures {
  readonly emulator: Emulator;
  /** Clients of an account by access key. */
  readonly clients: (accessKeyId: string) => Clients;
}

export const test = base.extend<Fixtures>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture uses
  emulator: async ({}, use) => {
    const emulator = createEmulator();
    const server = setupServer(...handlers(emulator));
    server.listen({ onUnhandledRequest: 'error' });
    await use(emulator);
    server.close();
  },
  clients: async ({ emulator }, use) => {
    await use((accessKeyId) => clientsOf(accessKeyId, emulator));
  },
});

/** What the SDK throws for an error reply, or what says that it threw nothing. */
export const errorOf = async (
  call: Promise<unknown>,
): Promise<{ code: unknown; statusCode: unknown; name: string; message: string }> => {
  try {
    await call;
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'statusCode' in error) {
      return { code: error.code, statusCode: error.statusCode, name: error.name, message: error.message };
    }
    throw error;
  }
  throw new Error('the call was not refused');
};
