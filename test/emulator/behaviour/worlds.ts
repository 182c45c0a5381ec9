/** The ways to an emulator: one for each transport that the behaviour suite runs over. */
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { setupServer } from 'msw/node';
import { createEmulator } from '../../../emulator/index.ts';
import type { Emulator, ManualClock, QuotaName } from '../../../emulator/index.ts';
import { startServer } from '../../../emulator/transports/http.ts';
import { handlers } from '../../../emulator/transports/msw.ts';
import { bundleForBrowser } from '../../browser/bundle.ts';
import { serveFiles, workerScript } from '../../browser/serve-files.ts';
import type { Change, EmulatorSettings, SuitePage } from '../../browser/harness/suite-page-types.ts';
import { sendByFetch, sendDirectly, sendTo } from '../api-client.ts';
import type { Send } from '../api-client.ts';

export type TransportName = 'direct' | 'msw' | 'http' | 'browser';

/** What a test may do to its emulator besides sending requests. */
export interface SuiteEmulator {
  setQuota(accountId: string, name: QuotaName, value: number): void;
  /** Exports the state and puts it back in place of itself. */
  saveAndRestore(): void;
}

/** An emulator of a test's own, and the way to it. */
export interface World {
  readonly send: Send;
  readonly emulator: SuiteEmulator;
  close(): Promise<void>;
}

const controlOf = (emulator: Emulator): SuiteEmulator => ({
  setQuota: (accountId, name, value) => emulator.setQuota(accountId, name, value),
  saveAndRestore: () => emulator.restore(structuredClone(emulator.snapshot())),
});

/** An emulator in this process. */
export const openWorld = async (
  transport: Exclude<TransportName, 'browser'>,
  clock: ManualClock,
  settings: EmulatorSettings,
): Promise<World> => {
  const emulator = createEmulator({ clock, ...settings });
  const control = controlOf(emulator);
  switch (transport) {
    case 'direct':
      return { send: sendDirectly(emulator), emulator: control, close: () => Promise.resolve() };
    case 'http': {
      const server = await startServer({ emulator });
      return { send: sendTo(server.port), emulator: control, close: () => server.close() };
    }
    case 'msw': {
      const server = setupServer(...handlers(emulator));
      server.listen({ onUnhandledRequest: 'error' });
      return {
        send: sendByFetch,
        emulator: control,
        close: () => {
          server.close();
          return Promise.resolve();
        },
      };
    }
  }
};

/** A page whose emulator every test of a worker begins anew. */
export interface SuiteTab {
  open(clock: ManualClock, settings: EmulatorSettings): Promise<World>;
  close(): Promise<void>;
}

/** Opens the page of the suite; what it does is in test/browser/harness/. */
export const openTab = async (browser: Browser): Promise<SuiteTab> => {
  const entry = path.resolve(import.meta.dirname, '../../browser/harness/suite-page.ts');
  const site = await serveFiles({
    '/index.html': '<!doctype html><title>alimock</title><script type="module" src="/suite.js"></script>',
    '/suite.js': await bundleForBrowser(entry),
    ...workerScript,
  });
  const page = await browser.newPage();
  await page.goto(`${site.url}/`);
  await page.waitForFunction(() => 'suite' in globalThis);
  return {
    open: (clock, settings) => openPageWorld(page, clock, settings),
    close: async () => {
      await page.close();
      await site.close();
    },
  };
};

const openPageWorld = async (page: Page, clock: ManualClock, settings: EmulatorSettings): Promise<World> => {
  await page.evaluate(
    (given) => (globalThis as unknown as { suite: SuitePage }).suite.begin(given),
    settings,
  );
  // Sent with the next request, so that a test need not wait for them.
  let changes: Change[] = [];
  return {
    send: (request) => {
      const sent = { ...request, now: clock.now(), changes };
      changes = [];
      return page.evaluate(
        (given) => (globalThis as unknown as { suite: SuitePage }).suite.send(given),
        sent,
      );
    },
    emulator: {
      setQuota: (accountId, name, value) => changes.push({ kind: 'quota', accountId, name, value }),
      saveAndRestore: () => changes.push({ kind: 'save and restore' }),
    },
    close: () => Promise.resolve(),
  };
};
