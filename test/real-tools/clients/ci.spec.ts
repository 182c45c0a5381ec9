/** The CI examples with the tools that read them: actionlint and pre-commit. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { checkout } from '../../cli/alimock.ts';
import { schemaWith, tankBlock } from '../../drift/fixtures/tank-schema.ts';
import { edited, tankPage } from '../../drift/planted.ts';
import { actionlint } from '../actionlint.ts';
import { preCommit } from '../pre-commit.ts';
import { needsTool, toolFolder } from '../tool.ts';

test.describe('actionlint', () => {
  needsTool(actionlint);
  const lint = (file: string) =>
    spawnSync(path.join(toolFolder(actionlint), 'actionlint'), ['-no-color', file], { encoding: 'utf8' });

  test('finds nothing wrong with the workflow example', () => {
    const { status, stdout } = lint(path.join(checkout, 'examples', 'ci', 'github-workflow.yml'));
    expect(stdout).toBe('');
    expect(status).toBe(0);
  });

  test('would find a context that is not there', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'alimock-actionlint-'));
    const file = path.join(folder, 'broken.yml');
    writeFileSync(
      file,
      'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ matrix.none }}\n',
    );
    expect(lint(file).status).toBe(1);
  });
});

test.describe('pre-commit', () => {
  needsTool(preCommit);
  test.slow();

  test('runs the drift hook of a clone of this repository, and fails on drift only', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'alimock-pre-commit-'));
    const git = (cwd: string, ...args: string[]): string =>
      execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.com', ...args], {
        cwd,
        encoding: 'utf8',
      });
    // The hooks as they are in the work tree, built already: what is tested is the definition, not npm.
    const hooks = path.join(folder, 'hooks');
    for (const name of ['.pre-commit-hooks.yaml', 'ci', 'bin', 'dist', 'package.json']) {
      cpSync(path.join(checkout, name), path.join(hooks, name), { recursive: true });
    }
    git(folder, 'init', '--quiet', hooks);
    git(hooks, 'add', '--all', '--force');
    git(hooks, 'commit', '--quiet', '--message', 'hooks');
    const user = path.join(folder, 'user');
    mkdirSync(path.join(user, 'docs', 'r'), { recursive: true });
    git(folder, 'init', '--quiet', user);
    writeFileSync(path.join(user, 'schema.json'), JSON.stringify(schemaWith(tankBlock())));
    writeFileSync(
      path.join(user, '.pre-commit-config.yaml'),
      [
        'repos:',
        `  - repo: ${hooks}`,
        `    rev: ${git(hooks, 'rev-parse', 'HEAD').trim()}`,
        '    hooks:',
        '      - id: alimock-drift',
        '        args: [--against, "schema:schema.json", --]',
        '',
      ].join('\n'),
    );
    const run = (page: string) => {
      writeFileSync(path.join(user, 'docs', 'r', 'tank.html.markdown'), page);
      git(user, 'add', '--all');
      const program = path.join(toolFolder(preCommit), 'venv', 'bin', 'pre-commit');
      return spawnSync(program, ['run', '--color', 'never'], {
        cwd: user,
        encoding: 'utf8',
        // Below the work tree, so that the clone finds the libraries that are installed there.
        env: { ...process.env, PRE_COMMIT_HOME: test.info().outputPath('home') },
      });
    };
    expect(run(tankPage).stdout).toMatch(/alimock drift\.+Passed/);
    const failed = run(edited(tankPage, '`size` - (Required, Int)', '`size` - (Optional, Int)'));
    expect(failed.stdout).toMatch(/alimock drift\.+Failed[\s\S]*drift-required-optional/);
    expect(failed.status).toBe(1);
  });
});
