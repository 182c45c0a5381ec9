import { setupWorker } from 'msw/browser';
import type { StartOptions } from 'msw/browser';
import type { RequestHandler } from 'msw';
import { createEmulator } from '../../emulator.ts';
import type { Emulator } from '../../emulator.ts';
import type { Answerer } from '../fetch.ts';
import { handlers } from '../msw.ts';
import { StateKeeper } from './state-keeper.ts';

export interface BrowserOptions {
  /** Default: a new one. */
  readonly emulator?: Emulator;
  /** What answers calls in place of the emulator itself, for example with faults that are asked for. */
  readonly answerer?: Answerer;
  /** Keeps the state in this site's IndexedDB under this name, and goes on with it after a reload. */
  readonly persist?: string;
  /** A further URL to answer, as msw's path or expression. */
  readonly endpoint?: string | RegExp;
  /** Handlers of your own, asked first. */
  readonly handlers?: readonly RequestHandler[];
  /** What msw's `worker.start()` takes. Default: other requests pass, and nothing is logged. */
  readonly start?: StartOptions;
}

export interface RunningInBrowser {
  readonly emulator: Emulator;
  /** Has what was changed saved by now; resolves at once where nothing is kept. */
  save(): Promise<void>;
  /** Ends the interception; what is kept is saved first. */
  stop(): Promise<void>;
}

/**
 * Answers the page's calls to ECS and its neighbours from an emulator in the page. The site needs msw's
 * mockServiceWorker.js at its root (`npx msw init public`).
 * @example const { emulator } = await startInBrowser({ persist: 'my-app' });
 * @throws Error where the page may have no service worker (it is neither https nor localhost)
 * @throws UnusableStateError where what was kept is none of this version's states
 */
export const startInBrowser = async (options: BrowserOptions = {}): Promise<RunningInBrowser> => {
  const emulator = options.emulator ?? createEmulator();
  const keeper =
    options.persist === undefined ? undefined : await StateKeeper.start(options.persist, emulator);
  const endpoint = options.endpoint === undefined ? {} : { endpoint: options.endpoint };
  const worker = setupWorker(
    ...(options.handlers ?? []),
    ...handlers(options.answerer ?? emulator, endpoint),
  );
  await worker.start({ onUnhandledRequest: 'bypass', quiet: true, ...options.start });
  return {
    emulator,
    save: async () => keeper?.save(),
    stop: async () => {
      worker.stop();
      await keeper?.stop();
    },
  };
};
