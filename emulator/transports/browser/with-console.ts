/** alimock/msw/browser/console: the emulator inside a page, with all that the console in another tab shows. */
import type { EmulatorOptions } from '../../emulator.ts';
import { createServiceCore } from '../../server/service-core.ts';
import type { CoreOptions } from '../../server/service-core.ts';
import { hostConsole } from './console-host.ts';
import { startInBrowser } from './start-in-browser.ts';
import type { BrowserOptions, RunningInBrowser } from './start-in-browser.ts';

/** The emulator is made here, so that the console can set its clock and its faults. */
export interface ConsoleOptions
  extends
    Omit<BrowserOptions, 'emulator' | 'answerer'>,
    Pick<CoreOptions, 'accounts' | 'pace'>,
    Pick<EmulatorOptions, 'seed' | 'quotas' | 'withoutRules' | 'commandOutputs'> {}

/**
 * As startInBrowser, and answers the console that is opened in another tab of the same site. The site needs the console's files
 * beside msw's worker script: `npx alimock console public/alimock`, then open /alimock/index.html.
 * @example const { emulator } = await startWithConsole({ persist: 'my-app' });
 * @throws Error, UnusableStateError as startInBrowser does
 */
export const startWithConsole = async (options: ConsoleOptions = {}): Promise<RunningInBrowser> => {
  const { accounts = [], pace = 'immediate', seed, quotas, withoutRules, commandOutputs, ...rest } = options;
  const service = createServiceCore(
    { auth: 'open', version: '', accounts, pace },
    {
      ...(seed === undefined ? {} : { seed }),
      ...(quotas === undefined ? {} : { quotas }),
      ...(withoutRules === undefined ? {} : { withoutRules }),
      ...(commandOutputs === undefined ? {} : { commandOutputs }),
    },
  );
  const running = await startInBrowser({
    ...rest,
    emulator: service.emulator,
    answerer: { handle: (request) => service.answer(request) },
  });
  const end = hostConsole(service, () => void running.save());
  return {
    ...running,
    stop: async () => {
      end();
      await running.stop();
    },
  };
};
