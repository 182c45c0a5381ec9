import { existsSync } from 'node:fs';
import { chromium, test } from '@playwright/test';

const inCI = process.env['CI'] !== undefined && process.env['CI'] !== 'false';

/** Chromium of the machine, or Playwright's own; undefined where there is neither. */
export const chromiumPath = [
  process.env['ALIMOCK_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  chromium.executablePath(),
].find((path) => path !== undefined && path !== '' && existsSync(path));

/** What every browser here is started with: nothing of it may look for hosts outside. */
export const launchOptions = {
  ...(chromiumPath === undefined ? {} : { executablePath: chromiumPath }),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

/** Skips the enclosing tests where there is no browser, and says how to get one. In CI they fail instead. */
export const needsChromium = (): void => {
  test.skip(
    chromiumPath === undefined && !inCI,
    'there is no Chromium: apt-get install chromium, npx playwright install chromium, or name one in ALIMOCK_CHROMIUM',
  );
};
