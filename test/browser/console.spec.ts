import { AxeBuilder } from '@axe-core/playwright';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { reportOf } from '../../findings/index.ts';
import { findingWith, flagsMissing } from '../findings/finding.ts';
import { needsChromium } from './chromium.ts';
import { call, expect, lines, screens, seedFile, smallSeed, test } from './console-server.ts';

needsChromium();

test('a browser that opens the server is sent to the console, which counts and lists calls', async ({
  page,
  server,
  complaints,
}) => {
  await call(server, 'run-key', 'DescribeRegions');
  await page.goto(server.url);
  await expect(page).toHaveTitle('Overview · alimock console');
  await expect(page.getByRole('link', { name: '73 Instances' })).toBeVisible();
  await expect(page.getByRole('row', { name: /1000000000000002 run-key cn-hangzhou 73/ })).toBeVisible();
  await expect(page.getByRole('link', { name: 'DescribeRegions' })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('an image leads to the instances made from it, and back', async ({ page, consoleUrl, complaints }) => {
  await page.goto(`${consoleUrl}#/resources?kind=images`);
  await lines(page).getByText('golden').click();
  const panel = page.getByRole('complementary', { name: 'Details' });
  await expect(panel.getByText('Instances 73')).toBeVisible();
  await expect(panel.getByText('1000000000000002')).toBeVisible();
  await panel.getByRole('link', { name: /^i-/ }).first().click();
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText('web');
  await panel.getByRole('link', { name: /^m-/ }).click();
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText('golden');
  expect(complaints).toEqual([]);
});

test('what a deletion would break is shown before it is done by the API itself', async ({
  page,
  consoleUrl,
  admin,
  complaints,
}) => {
  await page.goto(`${consoleUrl}#/resources?kind=images`);
  await lines(page).getByText('golden').click();
  await page.getByRole('button', { name: 'Delete…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('ImageUseShared')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'DeleteImage' })).toBeDisabled();
  await dialog.getByLabel('Force').check();
  await expect(dialog.getByText('Would stay, but lose what it refers to')).toBeVisible();
  await expect(dialog.getByText('Instances 73')).toBeVisible();
  await expect(dialog.getByText('Accounts that would lose the image 1')).toBeVisible();
  expect(await admin('/resources?kind=images')).toMatchObject({ total: 1 });
  await dialog.getByRole('button', { name: 'DeleteImage' }).click();
  await expect(dialog).toBeHidden();
  expect(await admin('/resources?kind=images')).toMatchObject({ total: 0 });
  expect(await admin('/requests?limit=1')).toMatchObject({
    requests: [{ action: 'DeleteImage', status: 200, accessKeyId: 'alimock-console' }],
  });
  expect(complaints).toEqual([]);
});

test('search leaves what matches, arrow keys move, Escape closes', async ({ page, consoleUrl }) => {
  await page.goto(`${consoleUrl}#/resources`);
  await page.getByLabel('Search').fill('web running');
  await expect(page.getByText('3 of 73')).toBeVisible();
  // Only what is seen is in the page, however many there are.
  await page.getByLabel('Search').fill('');
  await expect(page.getByText('73 of 73')).toBeVisible();
  expect(await lines(page).count()).toBeLessThan(40);
  await page.getByRole('grid').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(lines(page).nth(1)).toHaveAttribute('aria-selected', 'true');
  const panel = page.getByRole('complementary', { name: 'Details' });
  await panel.getByRole('button', { name: 'Close the details' }).focus();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
});

test('the topology counts many, draws few, and a security group marks its own', async ({
  page,
  consoleUrl,
  complaints,
}) => {
  await page.goto(`${consoleUrl}#/topology`);
  await expect(page.getByRole('link', { name: /^Instance web/ })).toHaveCount(3);
  await expect(page.getByRole('link', { name: /^70 instances Running/ })).toBeVisible();
  await page.getByRole('button', { name: 'workers 70' }).click();
  await expect(page.locator('.square.faded')).toHaveCount(3);
  await page.getByRole('link', { name: /^VSwitch front, 3 instances/ }).click();
  await expect(page.getByRole('complementary', { name: 'Details' })).toContainText('10.0.1.0/24');
  expect(complaints).toEqual([]);
});

test('calls appear as they come, with reply, and are written down in five languages', async ({
  page,
  consoleUrl,
  server,
  complaints,
}) => {
  await page.goto(`${consoleUrl}#/requests`);
  await expect(page.getByText('Live')).toBeVisible();
  await call(server, 'run-key', 'CreateVpc', { VpcName: "o'clock", 'Tag.1.Key': 'a' }, '2016-04-28');
  await lines(page).filter({ hasText: "o'clock" }).click();
  const panel = page.getByRole('complementary', { name: 'Details' });
  await expect(panel.getByText('"VpcId": "vpc-')).toBeVisible();
  await panel.getByRole('tab', { name: 'Replay' }).click();
  for (const [language, text] of [
    ['curl', String.raw`'VpcName=o'\''clock'`],
    ['TypeScript', `"VpcName": "o'clock"`],
    ['Python', 'call_api'],
    ['Go', `"VpcName": dara.String("o'clock")`],
    ['HCL', 'resource "alicloud_vpc" "default"'],
  ] as const) {
    await panel.getByRole('tab', { name: language }).click();
    await expect(panel.locator('pre').last()).toContainText(text);
  }
  expect(complaints).toEqual([]);
});

test('a call that comes while the first answer is still on its way appears all the same', async ({
  page,
  consoleUrl,
  server,
}) => {
  let letThrough = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  let answers = 0;
  await page.route(/_alimock\/requests\?/, async (route) => {
    const response = await route.fetch();
    answers++;
    await held;
    await route.fulfill({ response });
  });
  await page.goto(`${consoleUrl}#/requests`);
  await expect(page.getByText('Live')).toBeVisible();
  await expect.poll(() => answers).toBe(1);
  await call(server, 'run-key', 'DescribeZones');
  // For longer than the console waits between two refreshments.
  await page.waitForTimeout(1500);
  letThrough();
  await expect(lines(page).filter({ hasText: 'DescribeZones' })).toBeVisible();
});

test('clock, faults, limits and state are controlled', async ({ page, consoleUrl, server, admin }) => {
  await page.goto(`${consoleUrl}#/control`);
  await page.getByRole('button', { name: '1 hour' }).click();
  await expect(page.getByText('1 hours ahead')).toBeVisible();
  await page.getByRole('button', { name: 'Add' }).click();
  await expect(page.getByText(/RunInstances, from call 1, 1×: fails with ServiceUnavailable/)).toBeVisible();
  expect(await call(server, 'run-key', 'RunInstances')).toMatchObject({ Code: 'ServiceUnavailable' });
  await expect(page.getByText('Nothing is to go wrong.')).toBeVisible();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  const file = path.join(tmpdir(), `alimock-state-${process.pid}.json`);
  await (await download).saveAs(file);
  await page.getByRole('button', { name: 'Reset everything…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Reset' }).click();
  await expect.poll(() => admin('/resources?kind=instances')).toMatchObject({ total: 0 });
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import…' }).click();
  await (await chooser).setFiles(file);
  await expect.poll(() => admin('/resources?kind=instances')).toMatchObject({ total: 73 });

  await page.goto(`${consoleUrl}#/quotas`);
  await page.getByLabel('Vpcs per region', { exact: true }).fill('7');
  await page.getByRole('button', { name: 'Set Vpcs per region' }).click();
  await expect(page.getByText('changed')).toBeVisible();
  expect(await admin('/quotas?accountId=1000000000000001')).toMatchObject({
    quotas: expect.arrayContaining([{ name: 'vpcsPerRegion', value: 7, default: 10 }]),
  });
});

test('a report of drift is opened from a file; what is none is refused', async ({
  page,
  consoleUrl,
  complaints,
}) => {
  const report = reportOf({
    tool: 'drift',
    pages: [{ file: 'disk.md', type: 'alicloud_disk' }],
    catalogue: [flagsMissing],
    findings: [findingWith({ message: 'The size is <b>odd</b>.' })],
  });
  const good = path.join(tmpdir(), `alimock-report-${process.pid}.json`);
  writeFileSync(good, JSON.stringify(report));
  await page.goto(`${consoleUrl}#/reports`);
  const open = async (file: string): Promise<void> => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open a report…' }).click();
    await (await chooser).setFiles(file);
  };
  await open(good);
  await lines(page).getByText('The size is <b>odd</b>.').click();
  await expect(page.getByRole('complementary', { name: 'Details' })).toContainText('Why it matters');
  await open(seedFile('no-report', '{"a": 1}'));
  await expect(page.getByRole('alert')).toContainText('This is no report');
  expect(complaints).toEqual([]);
});

for (const [width, height] of [
  [1280, 800],
  [360, 740],
] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing at ${width} pixels, ${colorScheme}, and nothing is wider than the page`, async ({
      page,
      consoleUrl,
      complaints,
    }) => {
      // Seven screens, each looked through by axe.
      test.slow();
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      for (const screen of screens) {
        await page.goto(`${consoleUrl}#/${screen}`);
        await expect(page.getByText('Live')).toBeVisible();
        await expect(page.locator('main')).not.toContainText('Loading…');
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${screen}: ${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
        const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        expect(overflow).toBeLessThanOrEqual(0);
      }
      expect(complaints).toEqual([]);
    });
  }
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('limits are read and set without scrolling aside; what a deletion needs is in sight below long lists', async ({
    page,
    consoleUrl,
  }) => {
    await page.goto(`${consoleUrl}#/quotas`);
    await expect(page.getByLabel('Image share accounts', { exact: true })).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('button', { name: 'Set Image share accounts' })).toBeInViewport({ ratio: 1 });
    await page.goto(`${consoleUrl}#/resources?kind=images`);
    await lines(page).getByText('golden').click();
    await page.getByRole('button', { name: 'Delete…' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText('Instances 73')).toBeVisible();
    await expect(dialog.getByLabel('Force')).toBeInViewport({ ratio: 1 });
    await expect(dialog.getByRole('button', { name: 'DeleteImage' })).toBeInViewport({ ratio: 1 });
  });
});

test.describe('with --auth strict', () => {
  test.use({ args: ['--auth', 'strict', '--seed', seedFile('strict', smallSeed)] });

  test('the admin token is asked for, and never part of an address', async ({ page, consoleUrl, server }) => {
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    await page.goto(consoleUrl);
    await page.getByLabel('Token').fill('wrong');
    await page.getByRole('button', { name: 'Open the console' }).click();
    await expect(page.getByRole('alert')).toHaveText('This token was refused.');
    await page.getByLabel('Token').fill(server.adminToken ?? '');
    await page.getByRole('button', { name: 'Open the console' }).click();
    await expect(page.getByRole('link', { name: '73 Instances' })).toBeVisible();
    expect(addresses.join(' ')).not.toContain(server.adminToken);
  });

  test('what is offered for a call made again is signed, curl as well, and the secret is asked for', async ({
    page,
    consoleUrl,
    server,
  }) => {
    await call(server, 'run-key', 'DescribeRegions');
    await page.goto(consoleUrl);
    await page.getByLabel('Token').fill(server.adminToken ?? '');
    await page.getByRole('button', { name: 'Open the console' }).click();
    await expect(page.getByText('Live')).toBeVisible();
    await page.goto(`${consoleUrl}#/requests?call=1`);
    const panel = page.getByRole('complementary', { name: 'Details' });
    await panel.getByRole('tab', { name: 'Replay' }).click();
    await expect(panel.getByText('put the secret of run-key in place of')).toBeVisible();
    await expect(panel.locator('pre').last()).toContainText('Signature=$signature');
  });
});
