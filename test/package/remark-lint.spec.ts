import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { checkout } from '../cli/alimock.ts';
import { pageOf, withArguments } from '../lint/pages.ts';

/** A project of somebody who has remark-cli and alimock installed. */
const folder = mkdtempSync(path.join(tmpdir(), 'alimock-remark-'));
mkdirSync(path.join(folder, 'node_modules'));
symlinkSync(checkout, path.join(folder, 'node_modules', 'alimock'), 'dir');

const write = (name: string, text: string): string => {
  writeFileSync(path.join(folder, name), text);
  return name;
};

const page = write('disk.html.markdown', withArguments('* `size` - The size.'));
const empty = write('empty.markdown', '');
const clean = write(
  'clean.html.markdown',
  pageOf({ type: 'alicloud_clean' }).replaceAll('alicloud_disk', 'alicloud_clean'),
);

const remark = (...args: string[]): Promise<{ exitCode: number; output: string }> =>
  new Promise((resolve) => {
    const cli = path.join(checkout, 'node_modules', 'remark-cli', 'cli.js');
    const options = { cwd: folder, env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' } };
    execFile(
      process.execPath,
      [cli, '--no-stdout', '--no-color', ...args],
      options,
      (error, stdout, stderr) => {
        resolve({ exitCode: typeof error?.code === 'number' ? error.code : 0, output: stdout + stderr });
      },
    );
  });

test('remark --use alimock/remark-lint: place, severity, message and rule', async () => {
  const { exitCode, output } = await remark('--use', 'alimock/remark-lint', page, clean);
  expect(exitCode, output).toBe(0);
  expect(output).toMatch(
    /^\d+:1-\d+:\d+\s+warning\s+size is neither Required nor Optional\.\s+flags-missing\s+alimock/m,
  );
  expect(output).toMatch(/clean\.html\.markdown: no issues found/);
});

test('an error of the catalogue fails the run, and so does a warning with --frail', async () => {
  const failed = await remark('--use', 'alimock/remark-lint', empty);
  expect(failed.exitCode, failed.output).toBe(1);
  expect(failed.output).toContain('page-empty');
  expect((await remark('--use', 'alimock/remark-lint', '--frail', page)).exitCode).toBe(1);
});

test.describe.configure({ mode: 'serial' });

test('a remark configuration sets severities, and a rule that does not exist is told', async () => {
  const rc = (rules: object): string =>
    write('.remarkrc.json', JSON.stringify({ plugins: [['alimock/remark-lint', { rules }]] }));
  rc({ 'flags-missing': 'error' });
  expect((await remark(page)).exitCode).toBe(1);
  rc({ 'flags-missing': 'off' });
  const off = await remark(page);
  expect([off.exitCode, off.output]).toEqual([0, `${page}: no issues found\n`]);
  rc({ 'flag-missing': 'off' });
  const wrong = await remark(page);
  expect(wrong.exitCode).toBe(1);
  expect(wrong.output).toContain('flag-missing');
  write('.remarkrc.json', '{}');
});
