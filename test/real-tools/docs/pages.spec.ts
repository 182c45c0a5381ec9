/** Runs what a user pastes from docs/. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { needsChromium } from '../../browser/chromium.ts';
import { checkout } from '../../cli/alimock.ts';
import { runProgram } from '../clients/world.ts';
import { needsProgram, needsTool } from '../tool.ts';
import { follow } from './follow.ts';
import { linkPackage, unpackInto } from './packed.ts';
import { isShown, readPage, readSession } from './page.ts';
import { pageTools } from './tools.ts';

const docs = path.join(checkout, 'docs');

for (const [name, pageTool] of Object.entries(pageTools)) {
  const blocks = readPage(path.join(docs, name));
  test.describe(`docs/${name}`, () => {
    if (pageTool.tool !== undefined) needsTool(pageTool.tool);
    if (pageTool.program !== undefined) needsProgram(pageTool.program);
    if (pageTool.needsBrowser === true) needsChromium();

    test('does what it shows', async () => follow(name, pageTool, blocks, []));

    // Without declared accounts there is nothing to verify signatures with.
    if (
      pageTool.isUnsigned !== true &&
      blocks.some(({ kind, text }) => kind === 'serve' && text.includes('--seed'))
    ) {
      test('does what it shows with --auth strict', async () =>
        follow(name, pageTool, blocks, ['--auth', 'strict']));
    }

    test('installs what the tests have installed', () => {
      expect(pageTool.wrongInstalls(blocks)).toEqual([]);
    });
  });
}

test('the terminal of the README shows what the packed package prints', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'alimock-readme-'));
  linkPackage(folder, 'alimock', {
    alimock: path.relative(path.join(folder, 'node_modules', 'alimock'), unpackInto(folder)),
  });
  for (const { command, shown } of readSession(path.join(checkout, 'README.md'))) {
    const { stdout, stderr } = await runProgram('sh', ['-c', command], {
      cwd: folder,
      env: { NO_COLOR: '1' },
    });
    expect(isShown(stdout, shown), `$ ${command}\n${stdout}${stderr}`).toBe(true);
  }
  rmSync(folder, { recursive: true });
});

test('the README links every quick start', () => {
  const readme = readFileSync(path.join(checkout, 'README.md'), 'utf8');
  const starts = readdirSync(docs).filter((name) => name.startsWith('quick-start'));
  expect(starts).toHaveLength(6);
  for (const name of starts) expect(readme).toContain(`(docs/${name})`);
});

test('the index names every page, and every page of it is run or says that it is not', () => {
  const index = readFileSync(path.join(docs, 'README.md'), 'utf8');
  for (const name of readdirSync(docs)) {
    if (name.endsWith('.md') && name !== 'README.md') expect(index).toContain(`(${name})`);
  }
  const unchecked = 'aliyun-cli.md';
  expect(readPage(path.join(docs, unchecked)).map(({ kind }) => kind)).toContain('unchecked');
  expect(readFileSync(path.join(docs, unchecked), 'utf8')).toContain('No test runs these lines');
  for (const name of Object.keys(pageTools)) {
    expect(readPage(path.join(docs, name)).map(({ kind }) => kind)).not.toContain('unchecked');
  }
});

test('an output that differs is noticed', () => {
  expect(isShown('a\nb\n', 'a\nb')).toBe(true);
  expect(isShown('a\nc\n', 'a\nb')).toBe(false);
  expect(isShown('a\nb\nmore\n', 'a\nb')).toBe(false);
  expect(isShown('x\ny\na\nz\n', '…\na\n…')).toBe(true);
  expect(isShown('x\ny\nz\n', '…\na\n…')).toBe(false);
  expect(isShown('m-bp1jzu5kkm0wya63ivhf\n', 'm-bp1mit12bhwxblp5xmmv')).toBe(true);
  expect(isShown('m-bp1jzu5kkm0wya63ivhf\n', 'i-bp1mit12bhwxblp5xmmv')).toBe(false);
});
