/** alimock/msw/browser: the emulator inside a page, with no server. msw's service worker hands it the calls. */
export { forgetKeptState } from './state-keeper.ts';
export { startInBrowser } from './start-in-browser.ts';
export type { BrowserOptions, RunningInBrowser } from './start-in-browser.ts';
export { handlers } from '../msw.ts';
export { createEmulator } from '../../emulator.ts';
export type { Emulator, EmulatorOptions } from '../../emulator.ts';
