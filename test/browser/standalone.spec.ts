/** The one file for pages without a build tool, as it stands in the package (built before the tests). */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { getDomain } from '../../emulator/transports/browser/registrable-domain.ts';
import { checkout } from '../cli/alimock.ts';
import { needsChromium } from './chromium.ts';
import { serveFiles, workerScript } from './serve-files.ts';

const code = readFileSync(path.join(checkout, 'dist/browser/alimock.js'), 'utf8');

test('alimock/msw/browser/standalone, with msw and the catalog inside, is below 250 kB gzipped', () => {
  expect(gzipSync(code).length).toBeLessThan(250_000);
});

test('it asks for nothing beside itself: no Node built-in, no other module', () => {
  expect(code).not.toMatch(/["']node:/);
  expect(code).not.toMatch(/\bfrom\s*["']/);
  expect(code).not.toMatch(/\bimport\s*\(?\s*["']/);
  expect(code).not.toContain('process.env.');
});

test('a cookie is for the last two labels of a host, and not for an address or a single label', () => {
  expect(getDomain('ecs.cn-hangzhou.aliyuncs.com')).toBe('aliyuncs.com');
  expect(getDomain('aliyuncs.com')).toBe('aliyuncs.com');
  expect(getDomain('com')).toBeNull();
  expect(getDomain('127.0.0.1')).toBeNull();
});

/** A page that a user writes by hand: a script with the shares of an image in it. */
const html = `<!doctype html>
<title>no build tool</title>
<p role="status"></p>
<script type="module">
  import { startInBrowser } from './alimock.js';
  await startInBrowser();
  const response = await fetch('https://ecs.cn-hangzhou.aliyuncs.com/?RegionId=cn-hangzhou&PageSize=1', {
    method: 'POST',
    headers: {
      'x-acs-action': 'DescribeImages',
      'x-acs-version': '2014-05-26',
      authorization: 'ACS3-HMAC-SHA256 Credential=my-key,Signature=none',
    },
  });
  const { Images } = await response.json();
  document.querySelector('[role=status]').textContent = Images.Image[0].ImageId;
</script>`;

test.describe('in Chromium', () => {
  needsChromium();

  test('a page that names the file alone calls ECS, and leaves no error in the log', async ({ page }) => {
    const problems: string[] = [];
    page.on('pageerror', ({ message }) => problems.push(message));
    const site = await serveFiles({
      '/index.html': html,
      '/alimock.js': code,
      ...workerScript,
    });
    await page.goto(`${site.url}/`);
    await expect(page.getByRole('status')).toHaveText(/\.vhd$/);
    expect(problems).toEqual([]);
    await site.close();
  });
});
