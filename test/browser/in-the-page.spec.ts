import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { bundleForBrowser } from './bundle.ts';
import { needsChromium } from './chromium.ts';
import { serveFiles, workerScript } from './serve-files.ts';

const entry = path.resolve(import.meta.dirname, '../../emulator/transports/browser/index.ts');

/** What a user's build tool makes of it, gzipped: bytes. Modules that are named are left out. */
const gzippedWithout = async (...external: readonly RegExp[]): Promise<number> =>
  gzipSync(await bundleForBrowser(entry, { minify: true, external })).length;

// What msw itself weighs is not counted here: a site that mocks with it has it already.
test('alimock/msw/browser adds less than 250 kB gzipped, the catalog included, and no Node built-in', async () => {
  const code = await bundleForBrowser(entry, { minify: true, external: [/^msw(\/|$)/] });
  expect(gzipSync(code).length).toBeLessThan(250_000);
  expect(code).not.toMatch(/["']node:/);
});

// msw imports its cookie jar, with the list of public suffixes, from every entry: 56 kB that no page of ours needs and none
// can leave out. Without the jar all of it is below 250 kB.
test('with msw inside it is below 310 kB, and below 250 kB without the cookie jar of msw', async () => {
  expect(await gzippedWithout()).toBeLessThan(310_000);
  expect(await gzippedWithout(/^tough-cookie$/)).toBeLessThan(250_000);
});

/** What the page of harness/keeping-page.ts offers. */
interface KeepingPage {
  readonly app: { save(): Promise<void>; stop(): Promise<void>; readonly problem?: string };
  spoil(): Promise<void>;
}

const call = (page: Page, action: string): Promise<unknown> =>
  page.evaluate(async (name) => {
    const response = await fetch(
      `https://vpc.cn-hangzhou.aliyuncs.com/?RegionId=cn-hangzhou&CidrBlock=10.0.0.0/8`,
      {
        method: 'POST',
        headers: {
          'x-acs-action': name,
          'x-acs-version': '2016-04-28',
          authorization: 'ACS3-HMAC-SHA256 Credential=key,Signature=0',
        },
      },
    );
    return response.json();
  }, action);

test.describe('the state is kept over reloads', () => {
  needsChromium();

  const withPage = async (
    browser: { newPage: () => Promise<Page> },
    act: (page: Page, ready: () => Promise<unknown>) => Promise<void>,
  ): Promise<void> => {
    const site = await serveFiles({
      '/index.html': '<!doctype html><title>app</title><script type="module" src="/app.js"></script>',
      '/app.js': await bundleForBrowser(path.resolve(import.meta.dirname, 'harness/keeping-page.ts')),
      ...workerScript,
    });
    const page = await browser.newPage();
    await page.goto(`${site.url}/`);
    await act(page, () => page.waitForFunction(() => 'app' in globalThis));
    await page.close();
    await site.close();
  };

  test('what was saved is there again', async ({ browser }) => {
    await withPage(browser, async (page, ready) => {
      await ready();
      await call(page, 'CreateVpc');
      await page.evaluate(() => (globalThis as unknown as KeepingPage).app.save());
      await page.reload();
      await ready();
      expect(await call(page, 'DescribeVpcs')).toMatchObject({ TotalCount: 1 });
      await page.evaluate(() => (globalThis as unknown as KeepingPage).app.stop());
    });
  });

  test('a state of another version is left as it is, and said to be unusable', async ({ browser }) => {
    await withPage(browser, async (page, ready) => {
      await ready();
      await call(page, 'CreateVpc');
      await page.evaluate(async () => {
        await (globalThis as unknown as KeepingPage).app.save();
        await (globalThis as unknown as KeepingPage).spoil();
      });
      await page.reload();
      await ready();
      const problem = await page.evaluate(() => (globalThis as unknown as KeepingPage).app.problem);
      expect(problem).toContain('schemaVersion is 99');
      expect(problem).toContain('forgetKeptState("test")');
    });
  });
});
