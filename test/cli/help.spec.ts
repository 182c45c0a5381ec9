import { expect, test } from '@playwright/test';
import { version } from '../../cli/version.ts';
import { alimock } from './alimock.ts';

test('no arguments print the help', async () => {
  const [bare, help] = await Promise.all([alimock([]), alimock(['--help'])]);
  expect(bare).toMatchObject({ exitCode: 0, stderr: '' });
  expect(bare.stdout).toBe(help.stdout);
  for (const command of ['check', 'parse', 'scenarios']) expect(help.stdout).toContain(`  ${command} `);
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
