import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { needsProgram } from '../real-tools/tool.ts';
import { alimock } from './alimock.ts';
import { shellNames, typeInto } from './shell.ts';

/** What is typed up to the Tab key, and the words that the command then gets. */
const completions: readonly (readonly [string, readonly string[]])[] = [
  ['alimock cov', ['coverage']],
  ['alimock drift hist', ['drift', 'history']],
  ['alimock lint --max-w', ['lint', '--max-warnings']],
  ['alimock lint --format sar', ['lint', '--format', 'sarif']],
  ['alimock check -d terra', ['check', '-d', 'terraform']],
  ['alimock lint --config settin', ['lint', '--config', 'settings.yaml']],
  ['alimock lint --quiet pages/v', ['lint', '--quiet', 'pages/vpc.markdown']],
  ['alimock completion zs', ['completion', 'zsh']],
];

for (const shell of shellNames) {
  test.describe(shell, () => {
    needsProgram(shell);
    needsProgram('script');

    test('a Tab completes commands, options, their values and files', async () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'alimock-completion-'));
      mkdirSync(path.join(folder, 'pages'));
      writeFileSync(path.join(folder, 'pages', 'vpc.markdown'), '');
      writeFileSync(path.join(folder, 'settings.yaml'), '');
      const { exitCode, stdout } = await alimock(['completion', shell]);
      expect(exitCode).toBe(0);
      writeFileSync(path.join(folder, 'script'), stdout);
      const keep =
        shell === 'fish'
          ? `function alimock; string join -- '|' $argv >> got; end`
          : `alimock() { local IFS='|'; echo "$*" >> got; }`;
      const shown = await typeInto(
        shell,
        [keep, 'source ./script'],
        completions.map(([typed]) => `${typed}\t`),
        folder,
      );
      const got = readFileSync(path.join(folder, 'got'), 'utf8').trimEnd().split('\n');
      expect(got, shown).toEqual(completions.map(([, expected]) => expected.join('|')));
    });
  });
}

test('every command and option is in every script', async () => {
  const scripts = await Promise.all(
    shellNames.map(async (shell) => (await alimock(['completion', shell])).stdout),
  );
  const { stdout: help } = await alimock(['serve', '--help']);
  const options = help.match(/(?<=^ {2}(-\w, )?)--[\w-]+/gm) ?? [];
  expect(options.length).toBeGreaterThan(8);
  for (const script of scripts) {
    for (const option of options) expect(script).toContain(option.replace(/^--/, ''));
  }
});

test('nothing that is typed is evaluated in bash', async () => {
  needsProgram('script');
  const folder = mkdtempSync(path.join(tmpdir(), 'alimock-completion-'));
  writeFileSync(path.join(folder, 'script'), (await alimock(['completion', 'bash'])).stdout);
  await typeInto(
    'bash',
    ['source ./script', 'alimock() { :; }'],
    ["alimock lint '$(touch here)' \t\x15", 'alimock lint $(touch here) --form\t\x15', 'touch end'],
    folder,
  );
  expect(readdirSync(folder).sort()).toEqual(['end', 'script']);
});

test('an unknown shell is refused, with those that are known', async () => {
  const { exitCode, stderr } = await alimock(['completion', 'tcsh']);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('bash, zsh, fish');
});
