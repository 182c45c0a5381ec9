/** Carries out the blocks of a page as they stand there: only the ports are others, since these may be taken. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from '@playwright/test';
import { freePort } from '../../browser/free-port.ts';
import { serve } from '../../cli/server-process.ts';
import type { ServerProcess } from '../../cli/server-process.ts';
import { runProgram } from '../clients/world.ts';
import { isShown } from './page.ts';
import type { Block } from './page.ts';
import type { PageTool } from './tools.ts';

const pagePort = '4580';
/** Vite's own. */
const pageSitePort = '5173';

/** Does with each block of a page what its reader does, in a folder of its own. */
export const follow = async (
  page: string,
  { prepare, rewrite = (text) => text }: Pick<PageTool, 'prepare' | 'rewrite'>,
  blocks: readonly Block[],
  options: readonly string[],
): Promise<void> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'alimock-docs-'));
  let server: ServerProcess | undefined;
  try {
    const { program, env } = prepare(folder, blocks);
    const sitePort = String(await freePort());
    // Files are pasted once the address is known.
    const serving = blocks.find(({ kind }) => kind === 'serve');
    for (const block of blocks) if (/\.ya?ml$/.test(block.name)) save(folder, block);
    if (serving !== undefined) server = await serve([...argumentsOf(serving, folder), ...options], program);
    const port = String(server?.port ?? pagePort);
    const here = (text: string): string => text.replaceAll(pagePort, port).replaceAll(pageSitePort, sitePort);
    let set = '';
    let printed = '';
    for (const block of blocks) {
      if (block.kind === 'file') save(folder, { ...block, text: rewrite(here(block.text)) });
      if (block.kind === 'set') set += `${here(block.text)}\n`;
      if (block.kind === 'run') {
        printed = await run(page, { ...block, text: set + here(block.text) }, folder, env);
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

const save = (folder: string, { name, text }: Block): void => {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${text}\n`);
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
