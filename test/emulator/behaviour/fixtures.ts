import { test as base } from '@playwright/test';
import { ManualClock } from '../../../emulator/index.ts';
import { needsChromium } from '../../browser/chromium.ts';
import type { EmulatorSettings } from '../../browser/harness/suite-page-types.ts';
import { keepReads } from '../../recorded-reads.ts';
import { Account } from '../api-client.ts';
import { openTab, openWorld } from './worlds.ts';
import type { SuiteEmulator, SuiteTab, TransportName, World } from './worlds.ts';

export type { TransportName } from './worlds.ts';

interface Fixtures {
  /** How this test's emulator differs from the usual one. */
  readonly settings: EmulatorSettings;
  readonly clock: ManualClock;
  readonly world: World;
  readonly emulator: SuiteEmulator;
  /** Account by access key name, in cn-hangzhou. */
  readonly as: (name: string) => Account;
  /** Two accounts that most tests need. */
  readonly owner: Account;
  readonly other: Account;
}

interface WorkerFixtures {
  /** Opens the worker's page when it is first asked for. */
  readonly tab: () => Promise<SuiteTab>;
}

/**
 * The behaviour suite runs over every transport: each project of playwright.config.ts names one. A test
 * has an emulator of its own, with a clock that stands still.
 */
export const test = base.extend<Fixtures & { transport: TransportName }, WorkerFixtures>({
  transport: ['direct', { option: true }],
  settings: [{ withoutRules: [], pace: 'immediate' }, { option: true }],
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture uses
  clock: async ({}, use) => use(new ManualClock()),
  tab: [
    async ({ playwright, launchOptions }, use) => {
      let opened: Promise<{ tab: SuiteTab; close: () => Promise<void> }> | undefined;
      await use(async () => {
        opened ??= playwright.chromium.launch(launchOptions).then(async (browser) => ({
          tab: await openTab(browser),
          close: () => browser.close(),
        }));
        return (await opened).tab;
      });
      if (opened === undefined) return;
      const { tab, close } = await opened;
      await tab.close();
      await close();
    },
    { scope: 'worker' },
  ],
  world: async ({ transport, clock, settings, tab }, use) => {
    if (transport === 'browser') needsChromium();
    const world =
      transport === 'browser'
        ? await (await tab()).open(clock, settings)
        : await openWorld(transport, clock, settings);
    await use(world);
    await world.close();
    keepReads();
  },
  emulator: async ({ world }, use) => use(world.emulator),
  as: async ({ world }, use) => use((name) => new Account(world.send, name, 'cn-hangzhou')),
  owner: async ({ as }, use) => use(as('owner')),
  other: async ({ as }, use) => use(as('other')),
});

export { expect } from '@playwright/test';
export { ApiError } from '../api-client.ts';
