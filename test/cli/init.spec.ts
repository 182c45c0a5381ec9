import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';
import * as z from 'zod';
import { lookAt } from '../../cli/init/repository.ts';
import { actionlint } from '../real-tools/actionlint.ts';
import { needsProgram, needsTool, toolFolder } from '../real-tools/tool.ts';
import { alimock, checkout, examplePage } from './alimock.ts';
import { runInTerminal } from './terminal.ts';

/** A repository with a documentation page and these files, and with the packages as if they were installed. */
const repositoryWith = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'alimock-init-'));
  const page = path.join(folder, 'docs', 'r', 'image_share_permission.html.markdown');
  mkdirSync(path.dirname(page), { recursive: true });
  cpSync(path.join(checkout, examplePage), page);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
};

/** What `npm install` of the two packages leaves. */
const installPackages = (folder: string): void => {
  const modules = path.join(folder, 'node_modules');
  mkdirSync(path.join(modules, '.bin'), { recursive: true });
  symlinkSync(checkout, path.join(modules, 'alimock'));
  symlinkSync(path.join(checkout, 'node_modules', '@playwright'), path.join(modules, '@playwright'));
  symlinkSync(path.join(checkout, 'bin', 'alimock.js'), path.join(modules, '.bin', 'alimock'));
  symlinkSync(
    path.join(checkout, 'node_modules', '@playwright', 'test', 'cli.js'),
    path.join(modules, '.bin', 'playwright'),
  );
};

/** All files but those of the packages. */
const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((name) => !/^(node_modules|test-results|docs)\//.test(name))
    .sort();

const init = (folder: string, ...args: string[]) => alimock(['init', ...args], {}, folder);

const inShell = (line: string, cwd: string): { status: number | null; output: string } => {
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', line], {
    cwd,
    encoding: 'utf8',
    // Of the outer run, which would be taken for ours.
    env: {
      ...process.env,
      NO_COLOR: '1',
      TEST_WORKER_INDEX: undefined,
      PLAYWRIGHT_JSON_OUTPUT_FILE: undefined,
    },
  });
  return { status, output: `${stdout}${stderr}` };
};

const workflowSchema = z.object({
  jobs: z.record(z.string(), z.object({ steps: z.array(z.object({ run: z.string().optional() })) })),
});

test.describe('what is written works', () => {
  // Contract tests of a page, in a Playwright of their own.
  test.setTimeout(120_000);

  const kinds = {
    'an ES module in TypeScript, with Playwright': {
      files: {
        'package.json': '{ "type": "module", "devDependencies": { "typescript": "*" } }',
        'package-lock.json': '{}',
        'playwright.config.ts': "export default {\n  testDir: './e2e',\n};\n",
      },
      spec: 'e2e/contract/alimock.spec.ts',
      install: 'npm ci',
    },
    'CommonJS in JavaScript': {
      files: { 'package.json': '{ "name": "x" }', 'pnpm-lock.yaml': '' },
      spec: 'contract/alimock.spec.mjs',
      install: 'corepack enable && pnpm install --frozen-lockfile',
    },
    'no package at all': {
      files: { 'go.mod': 'module example.com/provider\n' },
      spec: 'contract/alimock.spec.mjs',
      install: 'npm install --no-save --no-package-lock alimock @playwright/test',
    },
  };
  for (const [kind, { files, spec, install }] of Object.entries(kinds)) {
    test(`the steps of the GitHub workflow pass: ${kind}`, async () => {
      const folder = repositoryWith(files);
      const ended = await init(folder, '--yes', '--ci', 'github', '--drift', 'sdk');
      expect(ended, ended.stderr).toMatchObject({ exitCode: 0 });
      expect(filesOf(folder)).toEqual(
        [...Object.keys(files), '.github/workflows/alimock.yml', 'alimock.config.yaml', spec].sort(),
      );
      installPackages(folder);
      const text = readFileSync(path.join(folder, '.github', 'workflows', 'alimock.yml'), 'utf8');
      const [first, ...runs] = workflowSchema
        .parse(parse(text))
        .jobs['docs']?.steps.flatMap(({ run }) => (run === undefined ? [] : [run])) ?? [''];
      expect(first).toBe(install);
      expect(runs).toHaveLength(3);
      for (const run of runs) {
        // The packages are here already, whoever manages them.
        const line = run.replace(/^pnpm exec /, 'npx --no-install ');
        const { status, output } = inShell(line, folder);
        expect(status, `${run}\n${output}`).toBe(0);
        if (run.includes('playwright')) expect(output).toMatch(/\b3\d passed/);
      }
    });
  }

  test('the jobs of the GitLab pipeline pass', async () => {
    const folder = repositoryWith({ 'package.json': '{}', 'package-lock.json': '{}' });
    const ended = await init(folder, '--yes', '--ci', 'gitlab', '--drift', 'sdk');
    expect(ended.exitCode, ended.stderr).toBe(0);
    installPackages(folder);
    const read = (name: string): unknown => parse(readFileSync(path.join(folder, name), 'utf8'));
    expect(read('.gitlab-ci.yml')).toEqual({ include: { local: '.gitlab/alimock.gitlab-ci.yml' } });
    const jobs = z
      .record(
        z.string(),
        z.object({ image: z.string(), stage: z.literal('test'), script: z.array(z.string()) }),
      )
      .parse(read('.gitlab/alimock.gitlab-ci.yml'));
    expect(Object.keys(jobs)).toEqual(['alimock-lint', 'alimock-contract', 'alimock-drift']);
    for (const [name, { script }] of Object.entries(jobs)) {
      expect(script[0]).toBe('npm ci');
      const line = `export PLAYWRIGHT_JUNIT_OUTPUT_FILE=alimock.xml; ${script.slice(1).join('; ')}`;
      const { status, output } = inShell(line, folder);
      expect(status, `${name}\n${output}`).toBe(0);
    }
    expect(filesOf(folder)).toContain('alimock.xml');
  });
});

test.describe('GitHub takes the workflow', () => {
  needsTool(actionlint);

  for (const pages of [['docs/r/*.markdown'], ["it's docs/*.md", '*: [x]/*.md', '$(id)/#.md']]) {
    test(`with the pages ${pages.join(' ')}`, async () => {
      const folder = repositoryWith({});
      const ended = await init(
        folder,
        '--yes',
        '--ci',
        'github',
        '--drift',
        'schema:a b.json',
        '--pages',
        ...pages,
      );
      expect(ended.exitCode, ended.stderr).toBe(0);
      const { status, output } = inShell(
        `${path.join(toolFolder(actionlint), 'actionlint')} -shellcheck= .github/workflows/alimock.yml`,
        folder,
      );
      expect(status, output).toBe(0);
      // No word of a pattern has become one of the shell's.
      const text = readFileSync(path.join(folder, '.github', 'workflows', 'alimock.yml'), 'utf8');
      const lint = workflowSchema.parse(parse(text)).jobs['docs']?.steps[3]?.run ?? '';
      const { output: words } = inShell(lint.replace('npx alimock lint', String.raw`printf '%s\n'`), folder);
      expect(words.split('\n').slice(0, pages.length)).toEqual(pages);
    });
  }
});

test.describe('nothing is lost', () => {
  test('a file with other contents stays, and then nothing is written', async () => {
    const folder = repositoryWith({ 'alimock.config.yaml': 'lint: {}\n' });
    const refused = await init(folder, '--yes', '--ci', 'github');
    expect(refused).toMatchObject({ exitCode: 2, stdout: '' });
    expect(refused.stderr).toContain('alimock.config.yaml is there already');
    expect(filesOf(folder)).toEqual(['alimock.config.yaml']);

    const forced = await init(folder, '--yes', '--ci', 'github', '--force');
    expect(forced.stdout).toContain('wrote over alimock.config.yaml');
    expect(readFileSync(path.join(folder, 'alimock.config.yaml'), 'utf8')).toContain('complete: false');

    const again = await init(folder, '--yes', '--ci', 'github');
    expect(again.exitCode).toBe(0);
    expect(again.stdout.match(/^unchanged /gm)).toHaveLength(3);
  });

  test('where one file cannot be written, none is', async () => {
    // A file where the workflow's folder has to be: the other two could be written.
    const folder = repositoryWith({ '.github': '' });
    const ended = await init(folder, '--yes');
    expect(ended.exitCode).toBe(2);
    expect(ended.stderr).toContain('Cannot write .github/workflows/alimock.yml');
    expect(filesOf(folder)).toEqual(['.github']);
    expect(readdirSync(folder).sort()).toEqual(['.github', 'docs']);
  });

  test('where a folder cannot be made, what was made before is taken back', async () => {
    const folder = repositoryWith({ '.gitlab-ci.yml': '' });
    symlinkSync('/dev/null/nowhere', path.join(folder, '.gitlab'));
    const ended = await init(folder, '--yes', '--ci', 'gitlab', '--spec', 'new/folder/alimock.spec.mjs');
    expect(ended.exitCode).toBe(2);
    expect(readdirSync(folder).sort()).toEqual(['.gitlab', '.gitlab-ci.yml', 'docs']);
  });

  test('--dry-run prints every file and writes none', async () => {
    const folder = repositoryWith({ 'alimock.config.yaml': 'lint: {}\n' });
    const ended = await init(folder, '--dry-run', '--ci', 'github');
    expect(ended.exitCode).toBe(0);
    expect(ended.stdout).toContain("await contract(['docs/r/*.markdown']");
    expect(ended.stdout).toContain('alimock.config.yaml (is there, with other contents)');
    expect(ended.stdout).toContain('alimock lint');
    expect(filesOf(folder)).toEqual(['alimock.config.yaml']);
  });

  test('without a terminal nothing is asked, and nothing is guessed without leave', async () => {
    const folder = repositoryWith({});
    const ended = await init(folder);
    expect(ended).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ended.stderr).toContain('--yes');
    const empty = mkdtempSync(path.join(tmpdir(), 'alimock-init-'));
    const none = await init(empty, '--yes');
    expect(none.exitCode).toBe(2);
    expect(none.stderr).toContain('--pages');
    const outside = await init(folder, '--yes', '--spec', '../x.spec.ts');
    expect(outside.stderr).toContain('inside this folder');
    expect([...filesOf(folder), ...filesOf(empty)]).toEqual([]);
  });

  test('a folder inside a repository is no place for a workflow', async () => {
    const folder = repositoryWith({ '.git/config': '' });
    const ended = await init(path.join(folder, 'docs'), '--yes', '--ci', 'github');
    expect(ended.exitCode).toBe(2);
    expect(ended.stderr).toContain('--ci none');
    expect((await init(path.join(folder, 'docs'), '--yes', '--ci', 'none')).exitCode).toBe(0);
  });
});

test.describe('at a terminal', () => {
  needsProgram('script');
  const command = `${process.execPath} ${path.join(checkout, 'bin', 'alimock.js')} init`;
  const down = '\x1b[B';

  test('what is not said is asked, with what was seen as the answer', async () => {
    const folder = repositoryWith({ '.gitlab-ci.yml': 'stages: [test]\n' });
    const { exitCode, shown } = await runInTerminal(command, folder, [
      ['Where are the documentation pages', '\r'],
      ['Where should the contract spec go', '\r'],
      ['Which CI runs it', '\r'],
      ['compare the pages with', `${down}\r`],
      ['Which file', '\r'],
      ['all that the provider has', '\x1b[D\r'],
    ]);
    expect(exitCode, shown).toBe(0);
    expect(filesOf(folder), shown).toEqual([
      '.gitlab-ci.yml',
      '.gitlab/alimock.gitlab-ci.yml',
      'alimock.config.yaml',
      'contract/alimock.spec.mjs',
    ]);
    expect(shown).toContain('include: { local: .gitlab/alimock.gitlab-ci.yml }');
    const jobs = readFileSync(path.join(folder, '.gitlab', 'alimock.gitlab-ci.yml'), 'utf8');
    expect(jobs).toContain('--against schema:provider-schema.json');
    expect(readFileSync(path.join(folder, 'alimock.config.yaml'), 'utf8')).toContain('complete: true');
  });

  test('what is said is not asked, and Ctrl-C leaves everything as it was', async () => {
    const folder = repositoryWith({});
    const { exitCode, shown } = await runInTerminal(`${command} --pages x/*.md --spec a/b.spec.mjs`, folder, [
      ['Which CI runs it', '\x03'],
    ]);
    expect(shown).not.toContain('Where are the documentation pages');
    expect(shown).toContain('Nothing was written.');
    expect(exitCode).toBe(0);
    expect(filesOf(folder)).toEqual([]);
  });
});

test('what a repository tells of itself', async () => {
  const seen = async (files: Readonly<Record<string, string>>) => {
    const { folder: _, ...rest } = await lookAt(repositoryWith(files));
    return rest;
  };
  const git = (url: string): string => `[remote "origin"]\n\turl = ${url}\n`;
  expect(await seen({})).toEqual({
    pages: [{ pattern: 'docs/r/*.markdown', count: 1 }],
    packageManager: undefined,
    hasLockFile: false,
    isModule: false,
    hasTypeScript: false,
    testFolder: undefined,
    ci: undefined,
    hasGitlabPipeline: false,
  });
  expect(
    await seen({
      'package.json': '{ "type": "module" }',
      'yarn.lock': '',
      'tsconfig.json': '{}',
      'playwright.config.mts': 'export default { use: {} }',
      '.git/config': git('git@gitlab.example.com:a/b.git'),
      'README.md': '# No page',
      'website/docs/r/vpc.md': '---\npage_title: "x"\n---\n',
      'website/docs/r/vswitch.md': '---\r\nsubcategory: "x"\r\n---\r\n',
      'website/docs/index.md': '---\npage_title: "provider"\n---\n',
      'website/docs/guides/start.md': '---\npage_title: "guide"\n---\n',
      'node_modules/other/docs/r/vpc.md': '---\npage_title: "x"\n---\n',
    }),
  ).toMatchObject({
    pages: [
      { pattern: 'website/docs/r/*.md', count: 2 },
      { pattern: 'docs/r/*.markdown', count: 1 },
    ],
    packageManager: 'yarn',
    isModule: true,
    hasTypeScript: true,
    testFolder: '.',
    ci: 'gitlab',
  });
  expect(
    await seen({
      'package.json': '{ "packageManager": "pnpm@9.1.0" }',
      '.git/config': git('https://github.com/a/b'),
    }),
  ).toMatchObject({ packageManager: 'pnpm', hasLockFile: false, ci: 'github' });
  expect(await seen({ 'package.json': 'no JSON' })).toMatchObject({ packageManager: 'npm' });
});
