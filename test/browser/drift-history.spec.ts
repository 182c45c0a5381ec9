/** Issue 6: the history of drift as a page, in real Chromium. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { historyOf } from '../../drift/history/history.ts';
import { historyHtml } from '../../drift/history/html.ts';
import type { Finding } from '../../findings/index.ts';
import { findingWith } from '../findings/finding.ts';
import { needsChromium } from './chromium.ts';

needsChromium();

const folder = mkdtempSync(path.join(tmpdir(), 'alimock-history-'));

const drift = (kind: string, name: string): Finding =>
  findingWith({
    kind,
    rule: `drift-${kind}`,
    path: name,
    message: `The page does not describe \`${name}\`.`,
  });

const size = drift('undocumented', 'bursting_enabled_with_a_long_name');
const gone = drift('required-optional', 'size');
const fresh = drift('deprecated', 'data_disks.performance_level');

const open = async (page: Page, name: string): Promise<void> => {
  const history = historyOf(
    [
      { name: '1.238.0', pages: 2, findings: [size, gone] },
      { name: '1.239.0', pages: 2, findings: [size] },
      { name: '1.240.0', pages: 2, findings: [size, fresh] },
    ],
    ['schema:{version}.json'],
  );
  const target = path.join(folder, `${name}.html`);
  writeFileSync(target, historyHtml(history));
  await page.context().setOffline(true);
  page.on('request', (request) => expect(request.url()).toMatch(/^file:/));
  await page.goto(pathToFileURL(target).href);
};

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 390]) {
    test(`axe finds nothing to complain of, and nothing sticks out: ${colorScheme}, ${width} wide`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await open(page, `${colorScheme}-${width}`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      // Wide tables scroll in a box of their own.
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    });
  }
}

test('the plot tells the totals, and the table when each came and went', async ({ page }) => {
  await open(page, 'told');
  await expect(page.getByRole('img', { name: 'Drift by version' })).toContainText(
    '1.238.0: 2, 1.239.0: 1, 1.240.0: 2',
  );
  await expect(page.getByRole('row', { name: /size required-optional yes no no/ })).toBeVisible();
  await expect(
    page.getByRole('row', { name: /performance_level deprecated no no yes since 1\.240\.0/ }),
  ).toBeVisible();
});

test('by keyboard the table is reached and scrolled', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 900 });
  await open(page, 'keyboard');
  const table = page.getByRole('region', { name: 'Table' });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(table).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect
    .poll(() => page.evaluate<number>('document.querySelector(".table").scrollLeft'))
    .toBeGreaterThan(0);
});
