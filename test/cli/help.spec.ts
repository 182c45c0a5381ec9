import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { version } from '../../cli/version.ts';
import { alimock, checkout } from './alimock.ts';

test('no arguments print what to try first, and the first check can be pasted', async () => {
  const bare = await alimock([]);
  expect(bare).toMatchObject({ exitCode: 0, stderr: '' });
  const pasted = [...bare.stdout.matchAll(/^ {4}npx alimock (.+)$/gm)].map(([, line = '']) => line);
  expect(pasted.map((line) => line.split(' ')[0])).toEqual(['serve', 'check', 'lint', 'init']);
  const check = await alimock((pasted[1] ?? '').split(' '));
  expect(check.stdout).toMatch(/^\d+ passed, 0 failed/m);
  expect(check.exitCode).toBe(0);
});

test('the help names every command under a heading', async () => {
  const { stdout } = await alimock(['--help']);
  const headings = stdout.split('\n').filter((line) => /^\S.*:$/.test(line));
  expect(headings).toEqual([
    'Options:',
    'An ECS to work with:',
    'Documentation pages:',
    'Set up:',
    'Examples:',
  ]);
  const names = readdirSync(path.join(checkout, 'cli'))
    .map((file) => path.basename(file, '.ts'))
    .filter((name) =>
      readFileSync(path.join(checkout, 'cli', `${name}.ts`), 'utf8').includes(`new Command('${name}')`),
    );
  expect(names.length).toBeGreaterThan(8);
  for (const name of names) expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
});

test('a slip of the pen is told what is meant', async () => {
  const [command, option, page] = await Promise.all([
    alimock(['chekc', 'page.md']),
    alimock(['lint', '--formt', 'json', 'page.md']),
    alimock(['docs/vpc.markdown']),
  ]);
  expect(command).toMatchObject({ exitCode: 2, stdout: '' });
  expect(command.stderr).toContain('Did you mean check?');
  expect(option.exitCode).toBe(2);
  expect(option.stderr).toContain('Did you mean --format?');
  expect(page.exitCode).toBe(2);
  expect(page.stderr).toContain('Did you mean alimock check docs/vpc.markdown');
});

test('every command has a help with its options', async () => {
  const { exitCode, stdout } = await alimock(['check', '--help']);
  expect(exitCode).toBe(0);
  for (const option of ['--reporter', '--filter', '--bail', '--scenarios', '--output', '--driver']) {
    expect(stdout).toContain(option);
  }
});

test('--version prints the package version', async () => {
  expect(await alimock(['--version'])).toMatchObject({ exitCode: 0, stdout: `${version}\n` });
});
