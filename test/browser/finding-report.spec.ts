import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { formatFindings, reportOf } from '../../findings/index.ts';
import type { Finding } from '../../findings/index.ts';
import { findingWith, flagsMissing } from '../findings/finding.ts';
import { needsChromium } from './chromium.ts';

needsChromium();

const folder = mkdtempSync(path.join(tmpdir(), 'alimock-report-'));

const pageText = Array.from({ length: 60 }, (_, at) => `line ${at + 1} of the page`).join('\n');
const otherText = Array.from({ length: 30 }, (_, at) => `"line": ${at + 1}`).join('\n');

const other = {
  source: 'provider schema',
  file: 'schema.json',
  position: { line: 12, column: 1, endLine: 12, endColumn: 4 },
  text: '"line": 12',
};

const file = 'docs/r/disk.html.markdown';
const at = (line: number, name = file): Finding['place'] => ({
  file: name,
  position: { line, column: 1, endLine: line, endColumn: 5 },
  text: `line ${line} of the page`,
});

const few: readonly Finding[] = [
  findingWith({ place: at(20), other, suggestion: 'Write (Optional).', command: 'alimock drift disk.md' }),
  findingWith({
    severity: 'error',
    kind: 'import',
    rule: 'import-arity',
    message: 'The id is short.',
    place: at(40),
  }),
  findingWith({
    severity: 'info',
    kind: 'page',
    message: 'Something else.',
    place: at(3, 'docs/r/vpc.html.markdown'),
  }),
];

/** Opens the report of findings in the browser, without a network. */
const open = async (page: Page, findings: readonly Finding[], name: string): Promise<void> => {
  const files = [...new Set(findings.map(({ place }) => place.file))];
  const report = reportOf({
    tool: 'drift',
    pages: files.map((one) => ({ file: one, type: 'alicloud_disk' })),
    catalogue: [flagsMissing],
    findings,
  });
  const sources = new Map([
    ...files.map((one) => [one, pageText] as const),
    ['schema.json', otherText] as const,
  ]);
  const target = path.join(folder, `${name}.html`);
  writeFileSync(target, formatFindings('html', report, { sources, hasColors: false, version: '1.2.3' }));
  await page.context().setOffline(true);
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) problems.push(`asked for ${request.url()}`);
  });
  await page.goto(pathToFileURL(target).href);
  expect(problems).toEqual([]);
};

const choice = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });

const items = (page: Page) => page.locator('#list > li');

test('the summary counts, and the pictures show findings by kind and by page', async ({ page }) => {
  await open(page, few, 'summary');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('alimock drift: 3 findings on 2 pages');
  await expect(page.getByRole('img', { name: /^Findings by kind\. / })).toBeVisible();
  await expect(
    page.getByRole('img', { name: /^Findings by page\. docs\/r\/disk\.html\.markdown: 2/ }),
  ).toBeVisible();
  await page.getByText('Findings by kind as a table').click();
  await expect(page.getByRole('row', { name: 'import 1 0 0' })).toBeVisible();
});

test('search and filters leave what matches, and say how many', async ({ page }) => {
  await open(page, few, 'filter');
  await expect(items(page)).toHaveCount(3);
  await page.getByLabel('Search').fill('ID short');
  await expect(items(page)).toHaveCount(1);
  await expect(page.getByRole('status')).toHaveText('1 of 3 findings match; 1 are listed.');
  await page.getByLabel('Search').fill('');
  await choice(page, 'Kind').selectOption('flags');
  await expect(items(page)).toHaveCount(1);
  await choice(page, 'Kind').selectOption('');
  await choice(page, 'Page').selectOption('docs/r/vpc.html.markdown');
  await expect(items(page)).toHaveCount(1);
  await choice(page, 'Page').selectOption('');
  await page.getByLabel('info').uncheck();
  await expect(items(page)).toHaveCount(2);
});

test('a finding shows the page with its line marked, beside the other side, by keyboard alone', async ({
  page,
}) => {
  await open(page, few, 'detail');
  const button = page.getByRole('button', { name: /size is neither/ });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  const texts = page.locator('.detail pre');
  await expect(texts).toHaveCount(2);
  await expect(texts.nth(0).locator('mark')).toHaveText('line 20 of the page');
  await expect(texts.nth(0)).toContainText('12  line 12 of the page');
  await expect(texts.nth(0)).not.toContainText('line 40 of the page');
  await expect(texts.nth(1).locator('mark')).toHaveText('"line": 12');
  await expect(page.getByText('Write (Optional).')).toBeVisible();
  await expect(page.getByText('alimock drift disk.md')).toBeVisible();
  // On by the Tab key: the text, which scrolls, then the button below it.
  await page.keyboard.press('Tab');
  await expect(texts.nth(0)).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(texts.nth(0)).toContainText('line 60 of the page');
  await expect(texts.nth(0)).toBeFocused();
  await button.click();
  await expect(texts.nth(0)).toBeHidden();
});

test('what pages say is text: nothing of it becomes an element or runs', async ({ page }) => {
  const nasty =
    '</script><img src=x onerror="document.title=1"><!-- <script>document.title=2</script> ${1} "\'&amp;';
  const finding = findingWith({
    message: nasty,
    kind: nasty,
    rule: nasty,
    place: { ...at(2), file: `docs/r/${nasty}.md`, text: nasty },
    other: { source: nasty, file: null, position: null, text: nasty },
    suggestion: nasty,
    command: nasty,
  });
  await open(page, [finding], 'nasty');
  await page.getByRole('button', { name: /onerror/ }).click();
  await expect(page.locator('.detail pre').nth(1)).toContainText(nasty);
  await expect(page.locator('img')).toHaveCount(0);
  await expect(page).toHaveTitle('alimock drift: 1 finding on 1 page');
  await expect(page.locator('.detail')).toContainText(nasty);
});

test('10,000 findings: a hundred at once, all of them searched', async ({ page }) => {
  const many = Array.from({ length: 10_000 }, (_, number) =>
    findingWith({
      message: `Finding number ${number} is wrong.`,
      place: at((number % 60) + 1, `docs/r/page_${String(number % 140).padStart(3, '0')}.html.markdown`),
    }),
  );
  await open(page, many, 'many');
  await expect(items(page)).toHaveCount(100);
  await page.getByRole('button', { name: 'Show 100 more' }).click();
  await expect(items(page)).toHaveCount(200);
  await expect(items(page).nth(100).getByRole('button')).toBeFocused();
  await page.getByLabel('Search').fill('number 9999 ');
  await expect(items(page)).toHaveCount(1);
  await expect(page.getByRole('button', { name: /^Show \d+ more$/ })).toBeHidden();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing to complain of: ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await open(page, few, `axe-${colorScheme}`);
    await page.getByRole('button', { name: /size is neither/ }).click();
    await page.getByText('Findings by page as a table').click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
}

test('a report without findings says so', async ({ page }) => {
  await open(page, [], 'none');
  await expect(page.getByText('Nothing was found.')).toBeVisible();
  await expect(page.getByRole('status')).toHaveText('0 of 0 findings match; 0 are listed.');
});
