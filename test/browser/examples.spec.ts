/** The examples for browsers, each started by its own `npm start` in a copy of its folder. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from '@playwright/test';
import * as z from 'zod';
import { checkout } from '../cli/alimock.ts';
import { needsChromium } from './chromium.ts';
import { freePort } from './free-port.ts';

needsChromium();
test.setTimeout(90_000);

const manifestSchema = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});

/** A copy of an example with the packages that its package.json names, and no others. */
const installed = (name: string): string => {
  const folder = mkdtempSync(path.join(tmpdir(), `alimock-example-${name}-`));
  cpSync(path.join(checkout, 'examples', name), folder, {
    recursive: true,
    filter: (file) => path.basename(file) !== 'node_modules' && path.basename(file) !== 'public',
  });
  const { dependencies, devDependencies } = manifestSchema.parse(
    JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')),
  );
  const modules = path.join(folder, 'node_modules');
  mkdirSync(path.join(modules, '.bin'), { recursive: true });
  for (const one of Object.keys({ ...dependencies, ...devDependencies })) {
    mkdirSync(path.dirname(path.join(modules, one)), { recursive: true });
    symlinkSync(
      one === 'alimock' ? checkout : path.join(checkout, 'node_modules', one),
      path.join(modules, one),
    );
  }
  for (const program of ['msw', 'vite']) {
    symlinkSync(path.join(checkout, 'node_modules', '.bin', program), path.join(modules, '.bin', program));
  }
  return folder;
};

/** `npm start` in a folder, until it tells its address. */
const startExample = (folder: string, port: number): Promise<ChildProcess> =>
  new Promise((resolve, reject) => {
    // In a process group of its own: npm starts a shell, which starts Vite.
    const child = spawn('npm', ['start', '--', '--port', String(port), '--strictPort'], {
      cwd: folder,
      detached: true,
    });
    let printed = '';
    const read = (text: string): void => {
      printed += stripVTControlCharacters(text);
      if (printed.includes(`http://127.0.0.1:${port}`)) resolve(child);
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.on('exit', (code) => reject(new Error(`npm start ended with ${String(code)}: ${printed}`)));
  });

for (const name of ['browser', 'react']) {
  test(`examples/${name}: run an instance, share an image of it, and find both after a reload`, async ({
    page,
  }) => {
    const port = await freePort();
    const child = await startExample(installed(name), port);
    try {
      const outside: string[] = [];
      page.on('request', (request) => {
        const { hostname } = new URL(request.url());
        if (hostname !== '127.0.0.1' && !hostname.endsWith('.aliyuncs.com')) outside.push(request.url());
      });
      await page.goto(`http://127.0.0.1:${port}/`);
      const instances = page.getByRole('list', { name: 'Instances' }).getByRole('listitem');
      const images = page.getByRole('list', { name: /^Images shared/ }).getByRole('listitem');
      const share = page.getByRole('button', { name: 'Share an image of it' });
      await expect(share).toBeDisabled({ timeout: 20_000 });
      await expect(async () => {
        if ((await instances.count()) === 0)
          await page.getByRole('button', { name: 'Run an instance' }).click();
        await expect(instances).toHaveText(/^i-[0-9a-z]{20} Running$/, { timeout: 5000 });
      }).toPass({ timeout: 15_000 });
      await expect(images).toHaveCount(0);
      await share.click();
      await expect(images).toHaveText(/^m-[0-9a-z]{20}$/);
      await expect(page.getByRole('status')).toHaveText('');
      const before = await images.textContent();
      // The state is saved a moment after a change, and at the latest when the page is left.
      await page.waitForTimeout(600);
      await page.reload();
      await expect(images).toHaveText(before ?? '');
      await expect(instances).toHaveCount(1);
      expect(outside).toEqual([]);
    } finally {
      if (child.pid !== undefined) process.kill(-child.pid);
    }
  });
}

test('both examples talk to ECS in the same way', () => {
  const read = (name: string): string =>
    readFileSync(path.join(checkout, 'examples', name, 'src', 'ecs.js'), 'utf8');
  expect(read('react')).toBe(read('browser'));
});
