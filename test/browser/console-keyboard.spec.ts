/** The console without a mouse: every way through it is walked with the keyboard alone. */
import type { Locator, Page } from '@playwright/test';
import { needsChromium } from './chromium.ts';
import { call, expect, lines, screens, test } from './console-server.ts';

needsChromium();

const isFocused = async (page: Page, target: Locator): Promise<boolean> =>
  (await target.and(page.locator(':focus')).count()) === 1;

/** Presses a key until the focus is there; what no key leads to fails. */
const goTo = async (page: Page, target: Locator, key = 'Tab'): Promise<void> => {
  await target.waitFor();
  for (let pressed = 0; pressed < 60; pressed++) {
    if (await isFocused(page, target)) return;
    await page.keyboard.press(key);
  }
  await expect(target, `${key} leads to it`).toBeFocused();
};

const press = async (page: Page, target: Locator, key: string): Promise<void> => {
  await goTo(page, target);
  await page.keyboard.press(key);
};

test('from the overview to an image, and its deletion', async ({ page, consoleUrl, admin, complaints }) => {
  await page.goto(consoleUrl);
  await press(page, page.getByRole('link', { name: '1 Images' }), 'Enter');
  await expect(page).toHaveURL(/kind=images/);
  await goTo(page, page.getByRole('grid'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Details' });
  await expect(panel).toContainText('golden');

  await press(page, page.getByRole('button', { name: 'Delete…' }), 'Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('ImageUseShared')).toBeVisible();
  await press(page, dialog.getByLabel('Force'), 'Space');
  await expect(dialog.getByText('Instances 73')).toBeVisible();
  // The focus stays in the dialog, and Escape leaves everything as it is.
  for (let pressed = 0; pressed < 12; pressed++) {
    await page.keyboard.press('Tab');
    await expect(dialog.locator(':focus')).toHaveCount(1);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Delete…' })).toBeFocused();
  expect(await admin('/resources?kind=images')).toMatchObject({ total: 1 });

  await page.keyboard.press('Enter');
  await press(page, dialog.getByLabel('Force'), 'Space');
  await press(page, dialog.getByRole('button', { name: 'DeleteImage' }), 'Enter');
  await expect(dialog).toBeHidden();
  expect(await admin('/resources?kind=images')).toMatchObject({ total: 0 });
  expect(complaints).toEqual([]);
});

test('search, a line, its panel, and back to the line', async ({ page, consoleUrl }) => {
  await page.goto(`${consoleUrl}#/resources?kind=instances`);
  await press(page, page.getByRole('searchbox'), 'w');
  await page.keyboard.type('eb');
  await expect(lines(page)).toHaveCount(3);
  await goTo(page, page.getByRole('grid'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Details' });
  await press(page, panel.getByRole('link', { name: /^m-/ }), 'Enter');
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText('golden');
  // The link is gone with what it stood in; the focus is not.
  await expect(panel.getByRole('heading', { level: 2 })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
});

test('a closed panel gives the focus back to the table', async ({ page, consoleUrl }) => {
  await page.goto(`${consoleUrl}#/resources?kind=instances`);
  const table = page.getByRole('grid');
  await goTo(page, table);
  await page.keyboard.press('ArrowDown');
  await press(page, page.getByRole('button', { name: 'Close the details' }), 'Enter');
  await expect(table).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.locator('.table-row[aria-selected=true]')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary', { name: 'Details' })).toBeHidden();
  await expect(table).toBeFocused();
});

test('a call, its code in another language, and a copy of it', async ({
  page,
  context,
  consoleUrl,
  server,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await call(server, 'run-key', 'DescribeZones');
  await page.goto(`${consoleUrl}#/requests`);
  await goTo(page, page.getByRole('grid'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Details' });
  await expect(panel).toContainText('DescribeZones');
  // One stop for all tabs; arrows choose among them.
  await goTo(page, panel.getByRole('tab', { name: 'Reply' }));
  await goTo(page, panel.getByRole('tab', { name: 'Replay' }), 'ArrowRight');
  await goTo(page, panel.getByRole('tab', { name: 'curl' }));
  await goTo(page, panel.getByRole('tab', { name: 'Python' }), 'ArrowRight');
  await press(page, panel.getByRole('button', { name: 'Copy as Python' }), 'Enter');
  await expect(panel.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate('navigator.clipboard.readText()')).toContain('action="DescribeZones"');
});

test('the clock is put forward', async ({ page, consoleUrl, admin }) => {
  await page.goto(`${consoleUrl}#/control`);
  await press(page, page.getByRole('button', { name: '1 hour' }), 'Enter');
  await expect(page.getByText('1 hours ahead')).toBeVisible();
  expect(await admin('/clock')).toMatchObject({ aheadMilliseconds: 3_600_000 });
});

/** The focused element, where neither it nor what it stands in has an outline or a shadow; else nothing. */
const unmarkedFocus = `(() => {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return '';
  const isMarked = [focused, focused.parentElement].some((element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
  });
  return isMarked ? '' : focused.outerHTML.slice(0, 120);
})()`;

test('where the focus is can be seen at every stop, on every screen', async ({ page, consoleUrl }) => {
  for (const screen of screens) {
    await page.goto(`${consoleUrl}#/${screen}`);
    await expect(page.locator('main')).not.toContainText('Loading…');
    for (let stop = 0; stop < 25; stop++) {
      await page.keyboard.press('Tab');
      const unseen = await page.evaluate(unmarkedFocus);
      expect(unseen, `stop ${stop + 1} of ${screen}`).toBe('');
    }
  }
});
