/** Runs what a user pastes from docs/, as it stands there: only the port is another, since 4580 may be taken. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { checkout } from '../../cli/alimock.ts';
import { serve } from '../../cli/server-process.ts';
import type { ServerProcess } from '../../cli/server-process.ts';
import { runProgram } from '../clients/world.ts';
import { needsProgram, needsTool } from '../tool.ts';
import { isShown, readPage } from './page.ts';
import type { Block } from './page.ts';
import { pageTools } from './tools.ts';
import type { PageTool } from './tools.ts';

const docs = path.join(checkout, 'docs');
const pagePort = '4580';

for (const [name, pageTool] of Object.entries(pageTools)) {
  const blocks = readPage(path.join(docs, name));
  test.describe(`docs/${name}`, () => {
    if (pageTool.tool !== undefined) needsTool(pageTool.tool);
    if (pageTool.program !== undefined) needsProgram(pageTool.program);

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

/** Does with each block of a page what its reader does. */
const follow = async (
  page: string,
  { prepare }: PageTool,
  blocks: readonly Block[],
  options: readonly string[],
): Promise<void> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'alimock-docs-'));
  let server: ServerProcess | undefined;
  try {
    const env = prepare(folder, blocks);
    // Files are pasted once the address is known.
    const serving = blocks.find(({ kind }) => kind === 'serve');
    for (const block of blocks) if (/\.ya?ml$/.test(block.name)) save(folder, block, pagePort);
    if (serving !== undefined) server = await serve([...argumentsOf(serving, folder), ...options]);
    const port = String(server?.port ?? pagePort);
    let printed = '';
    for (const block of blocks) {
      if (block.kind === 'file') save(folder, block, port);
      if (block.kind === 'run') {
        const text = block.text.replaceAll(pagePort, port);
        printed = await run(page, { ...block, text }, folder, env);
      }
      if (block.kind === 'output') {
        const shown = printed.replaceAll(port, pagePort);
        expect(isShown(shown, block.text), `docs/${page}:${block.line} shows another output:\n${shown}`).toBe(
          true,
        );
      }
    }
  } finally {
    await server?.stop('SIGTERM');
    rmSync(folder, { recursive: true });
  }
};

const save = (folder: string, { name, text }: Block, port: string): void => {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${text.replaceAll(pagePort, port)}\n`);
};

/** What follows "npx alimock serve", with the names of files in the folder as paths. */
const argumentsOf = ({ text, line }: Block, folder: string): string[] => {
  const [, rest] = /^npx alimock serve(.*)$/.exec(text) ?? [];
  if (rest === undefined) throw new Error(`line ${line} does not start the server: ${text}`);
  const words = rest.split(' ').filter((word) => word !== '');
  return words.map((word) => (word.endsWith('.yaml') ? path.join(folder, word) : word));
};

const run = async (
  page: string,
  { text, line }: Block,
  cwd: string,
  env: Record<string, string>,
): Promise<string> => {
  const { exitCode, stdout, stderr } = await runProgram('sh', ['-e', '-c', text], { cwd, env });
  expect(exitCode, `docs/${page}:${line}: ${text}\n${stdout}${stderr}`).toBe(0);
  return stdout;
};

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
