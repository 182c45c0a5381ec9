/** Runs in the page: an application that keeps its emulator's state over reloads. */
import { set } from 'idb-keyval';
import { startInBrowser } from '../../../emulator/transports/browser/index.ts';

const start = async (): Promise<object> => {
  try {
    return await startInBrowser({ persist: 'test' });
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
};

/** Leaves a state of a later version in place of the kept one. */
const spoil = (): Promise<void> => set('alimock/test', { schemaVersion: 99 });

Object.assign(globalThis, { app: await start(), spoil });
