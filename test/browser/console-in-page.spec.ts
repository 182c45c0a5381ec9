/** The console with no server: static files beside a page whose service worker has the emulator. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import { alimock } from '../cli/alimock.ts';
import { bundleForBrowser } from './bundle.ts';
import { needsChromium } from './chromium.ts';
import { serveFiles, workerScript } from './serve-files.ts';

needsChromium();

/** What `alimock console public/alimock` leaves, by address. */
const consoleFiles = async (): Promise<Record<string, string>> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'alimock-static-console-'));
  const { exitCode, stdout, stderr } = await alimock(['console', path.join(folder, 'alimock')]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toBe(`The console is in ${path.join(folder, 'alimock', 'index.html')}.\n`);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const texts = files.map((file): [string, string] => {
    const name = path.join(file.parentPath, file.name);
    return [`/${path.relative(folder, name)}`, readFileSync(name, 'utf8')];
  });
  rmSync(folder, { recursive: true });
  return Object.fromEntries(texts);
};

interface Fixtures {
  readonly site: { readonly url: string };
  /** The page of the application, its emulator ready. */
  readonly app: Page;
  /** The console in another tab. */
  readonly view: Page;
}

const test = base.extend<Fixtures>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the parameter's names
  site: async ({}, use) => {
    const site = await serveFiles({
      ...(await consoleFiles()),
      '/index.html': '<!doctype html><title>app</title><script type="module" src="/app.js"></script>',
      '/app.js': await bundleForBrowser(path.resolve(import.meta.dirname, 'harness/page-with-console.ts')),
      ...workerScript,
    });
    await use(site);
    await site.close();
  },
  app: async ({ context, site }, use) => use(await openApp(context, site.url)),
  view: async ({ site, app }, use) => {
    const view = await app.context().newPage();
    const outside: string[] = [];
    view.on('request', (request) => {
      if (!request.url().startsWith(site.url)) outside.push(request.url());
    });
    await view.goto(`${site.url}/alimock/index.html`);
    await use(view);
    expect(outside).toEqual([]);
  },
});

const openApp = async (context: BrowserContext, url: string): Promise<Page> => {
  const app = await context.newPage();
  await app.goto(`${url}/`);
  await app.waitForFunction(() => 'app' in globalThis);
  return app;
};

/** A call that the page makes by fetch. @returns its reply; the status is 0 where the connection broke */
const call = (
  page: Page,
  product: 'ecs' | 'vpc',
  action: string,
  parameters: Readonly<Record<string, string>> = {},
): Promise<{ status: number; body: Record<string, string> }> =>
  page.evaluate(
    async ({ product, action, parameters }) => {
      const query = new URLSearchParams({ RegionId: 'cn-hangzhou', ...parameters });
      try {
        const response = await fetch(`https://${product}.cn-hangzhou.aliyuncs.com/?${query.toString()}`, {
          method: 'POST',
          headers: {
            'x-acs-action': action,
            'x-acs-version': product === 'ecs' ? '2014-05-26' : '2016-04-28',
            authorization: 'ACS3-HMAC-SHA256 Credential=my-key,Signature=none',
          },
        });
        return { status: response.status, body: (await response.json()) as Record<string, string> };
      } catch {
        return { status: 0, body: {} };
      }
    },
    { product, action, parameters },
  );

const runInstance = async (page: Page): Promise<string> => {
  const vpc = await call(page, 'vpc', 'CreateVpc', { CidrBlock: '10.0.0.0/8' });
  const vswitch = await call(page, 'vpc', 'CreateVSwitch', {
    VpcId: vpc.body['VpcId'] ?? '',
    ZoneId: 'cn-hangzhou-h',
    CidrBlock: '10.0.1.0/24',
  });
  const group = await call(page, 'ecs', 'CreateSecurityGroup', { VpcId: vpc.body['VpcId'] ?? '' });
  const { status, body } = await call(page, 'ecs', 'RunInstances', {
    ImageId: 'ubuntu_22_04_x64_20G_alibase_20241016.vhd',
    InstanceType: 'ecs.g6.large',
    VSwitchId: vswitch.body['VSwitchId'] ?? '',
    SecurityGroupId: group.body['SecurityGroupId'] ?? '',
    InstanceName: 'made-by-the-page',
  });
  expect({ status, body }).toMatchObject({ status: 200 });
  return JSON.stringify(body);
};

test('what the page makes by fetch is in the console while it looks', async ({ app, view }) => {
  await expect(view.getByText('Live')).toBeVisible();
  await expect(view.getByText('in a page of this site')).toBeVisible();
  await view.goto(`${view.url().split('#')[0] ?? ''}#/resources?kind=instances`);
  await expect(view.getByText('made-by-the-page')).toHaveCount(0);
  await runInstance(app);
  await expect(view.locator('.table-row').getByText('made-by-the-page')).toBeVisible();
  await view.goto(`${view.url().split('#')[0] ?? ''}#/requests`);
  await expect(view.locator('.table-row').getByText('RunInstances')).toBeVisible();
});

test('what the console does happens to the page: faults, clock, reset', async ({ app, view }) => {
  const home = view.url().split('#')[0] ?? '';
  await runInstance(app);
  await view.goto(`${home}#/control`);
  await view.getByLabel('Action').fill('DescribeInstances');
  await view.getByLabel('Error code').fill('Throttling.User');
  await view.getByRole('button', { name: 'Add', exact: true }).click();
  await expect.poll(async () => (await call(app, 'ecs', 'DescribeInstances')).status).not.toBe(200);
  await view.getByRole('button', { name: 'Reset everything…' }).click();
  await view.getByRole('alertdialog').getByRole('button', { name: 'Reset' }).click();
  await expect.poll(async () => (await call(app, 'vpc', 'DescribeVpcs')).body['TotalCount']).toBe(0);
});

test('a connection that a fault breaks is a network error in the page', async ({ app, view }) => {
  const reply = await view.evaluate(
    () =>
      new Promise((resolve) => {
        const channel = new BroadcastChannel('alimock-console');
        channel.addEventListener('message', (message) => {
          const { data } = message as unknown as { data: { kind: string; pageId: string; askId?: string } };
          if (data.askId === 'a' && data.kind === 'reply') resolve(data);
          if (data.kind !== 'here') return;
          const body = { action: 'DescribeVpcs', dropConnection: 'after' };
          const { pageId } = data;
          channel.postMessage({
            to: 'page',
            kind: 'ask',
            pageId,
            askId: 'a',
            method: 'POST',
            target: '/faults',
            body,
          });
        });
        channel.postMessage({ to: 'page', kind: 'call' });
      }),
  );
  expect(reply).toMatchObject({ status: 200 });
  expect(await call(app, 'vpc', 'DescribeVpcs')).toMatchObject({ status: 0 });
  expect(await call(app, 'vpc', 'DescribeVpcs')).toMatchObject({ status: 200 });
});

test('the console says when the page is gone, and finds the next', async ({ app, context, site, view }) => {
  await expect(view.getByText('Live')).toBeVisible();
  await app.close();
  await expect(view.getByText('Connecting')).toBeVisible();
  const next = await openApp(context, site.url);
  await expect(view.getByText('Live')).toBeVisible({ timeout: 15_000 });
  await runInstance(next);
  await expect(view.getByRole('link', { name: '1 Instances' })).toBeVisible();
});

test('a console with no page says what to do, and shows the page once it is there', async ({
  context,
  site,
}) => {
  const view = await context.newPage();
  await view.goto(`${site.url}/alimock/index.html`);
  await expect(view.getByRole('alert')).toContainText('startWithConsole()', { timeout: 30_000 });
  await openApp(context, site.url);
  await expect(view.getByText('Live')).toBeVisible({ timeout: 15_000 });
  await expect(view.getByRole('alert')).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page: view }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});
