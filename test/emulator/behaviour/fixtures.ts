import { test as base } from '@playwright/test';
import { setupServer } from 'msw/node';
import { createEmulator, ManualClock } from '../../../emulator/index.ts';
import type { Emulator } from '../../../emulator/index.ts';
import { handlers } from '../../../emulator/transports/msw.ts';
import { startServer } from '../../../emulator/transports/http.ts';
import { Account, sendByFetch, sendDirectly, sendTo } from '../api-client.ts';

export type TransportName = 'direct' | 'msw' | 'http';

interface Fixtures {
  readonly clock: ManualClock;
  readonly emulator: Emulator;
  /** Account by access key name, in cn-hangzhou. */
  readonly as: (name: string) => Account;
  /** Two accounts that most tests need. */
  readonly owner: Account;
  readonly other: Account;
}

/**
 * The behaviour suite runs over every transport: each project of playwright.config.ts names one. A test
 * has an emulator of its own, with a clock that stands still.
 */
export const test = base.extend<Fixtures & { transport: TransportName }>({
  transport: ['direct', { option: true }],
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture uses
  clock: async ({}, use) => use(new ManualClock()),
  emulator: async ({ clock }, use) => use(createEmulator({ clock })),
  as: async ({ emulator, transport }, use) => {
    if (transport === 'direct') {
      await use((name) => new Account(sendDirectly(emulator), name, 'cn-hangzhou'));
      return;
    }
    if (transport === 'http') {
      const server = await startServer({ emulator });
      await use((name) => new Account(sendTo(server.port), name, 'cn-hangzhou'));
      await server.close();
      return;
    }
    const server = setupServer(...handlers(emulator));
    server.listen({ onUnhandledRequest: 'error' });
    await use((name) => new Account(sendByFetch, name, 'cn-hangzhou'));
    server.close();
  },
  owner: async ({ as }, use) => use(as('owner')),
  other: async ({ as }, use) => use(as('other')),
});

export { expect } from '@playwright/test';
export { ApiError } from '../api-client.ts';
