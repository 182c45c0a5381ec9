/** Runs in the page: an application with an emulator that the console in another tab shows. */
import { startWithConsole } from '../../../emulator/transports/browser/with-console.ts';

const accounts = [{ id: '1000000000000001', accessKeyId: 'my-key' }];
Object.assign(globalThis, { app: await startWithConsole({ accounts, seed: 7 }) });
