/**
 * Runs in the page: the behaviour suite's emulator, reached through msw's service worker. The suite itself
 * runs in Node, and has this page send its requests.
 */
import { createEmulator, ManualClock } from '../../../emulator/index.ts';
import type { Emulator } from '../../../emulator/index.ts';
import { startInBrowser } from '../../../emulator/transports/browser/index.ts';
import type { Change, EmulatorSettings, PageRequest, SuitePage } from './suite-page-types.ts';

let clock = new ManualClock();
let emulator: Emulator = createEmulator({ clock });

/** What the worker asks is always the emulator of the test that runs now. */
const current: Emulator = new Proxy(emulator, {
  get: (_target, name) => Reflect.get(emulator, name) as unknown,
});

const apply = (change: Change): void => {
  if (change.kind === 'quota') emulator.setQuota(change.accountId, change.name, change.value);
  else emulator.restore(structuredClone(emulator.snapshot()));
};

const suite: SuitePage = {
  begin: ({ withoutRules, pace }: EmulatorSettings) => {
    clock = new ManualClock();
    emulator = createEmulator({ clock, withoutRules, pace });
  },
  send: async ({ method = 'POST', url, headers, content, now, changes }: PageRequest) => {
    clock.advance(now - clock.now());
    changes.forEach(apply);
    const sent = content === undefined ? { method, headers } : { method, headers, body: content };
    const response = await fetch(url, sent);
    return {
      status: response.status,
      body: await response.text(),
      headers: Object.fromEntries(response.headers),
    };
  },
};

await startInBrowser({ emulator: current, start: { onUnhandledRequest: 'error', quiet: true } });
Object.assign(globalThis, { suite });
