import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from '@playwright/test';
import { cacheFolder } from './cache.ts';

/** A program or library that nobody here wrote, fetched from its registry into a folder of the cache. */
export interface Tool {
  /** As `npx tsx test/real-tools/install.ts NAME` knows it. */
  readonly name: string;
  /** What a person calls it. */
  readonly title: string;
  /** Files that decide what is installed. */
  readonly inputs: readonly string[];
  /**
   * Puts it into an empty folder.
   * @throws Error that says what is missing on this machine
   */
  readonly install: (folder: string) => void;
}

const folderOf = (tool: Tool): string => cacheFolder(tool.name, tool.inputs);
const markOf = (folder: string): string => path.join(folder, 'complete');

/**
 * Installs a tool unless it is there. An installation that was broken off is begun anew.
 * @returns its folder
 */
export const install = (tool: Tool): string => {
  const folder = folderOf(tool);
  if (existsSync(markOf(folder))) return folder;
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  tool.install(folder);
  writeFileSync(markOf(folder), '');
  return folder;
};

/**
 * Skips the tests of the enclosing file or group where the tool is not installed, and says how to get it.
 * In CI it must be there: nothing is skipped, and `toolFolder` fails.
 */
export const needsTool = (tool: Tool): void => {
  const inCI = process.env['CI'] !== undefined && process.env['CI'] !== 'false';
  test.skip(!existsSync(markOf(folderOf(tool))) && !inCI, howToGet(tool));
};

/**
 * The same for a program that the system has or has not.
 * @param question what it answers where it is there
 */
export const needsProgram = (program: string, question = '--version'): void => {
  const inCI = process.env['CI'] !== undefined && process.env['CI'] !== 'false';
  const isThere = spawnSync(program, [question]).status === 0;
  test.skip(!isThere && !inCI, `not installed: ${program}`);
};

/**
 * Folder of an installed tool.
 * @throws Error that says how to get it
 */
export const toolFolder = (tool: Tool): string => {
  const folder = folderOf(tool);
  if (!existsSync(markOf(folder))) throw new Error(howToGet(tool));
  return folder;
};

const howToGet = (tool: Tool): string =>
  `not installed: ${tool.title}. To get it: npx tsx test/real-tools/install.ts ${tool.name}`;

/**
 * Runs one command of an installation, its output shown.
 * @throws Error if the command is missing, with what to do, or if it fails
 */
export const run = (
  command: string,
  args: readonly string[],
  { cwd, missing, env = {} }: { cwd?: string; missing: string; env?: Record<string, string> },
): void => {
  const { status, error } = spawnSync(command, args, {
    cwd,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  if (error !== undefined) throw new Error(`cannot run ${command}: ${error.message}. ${missing}`);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed; see above. ${missing}`);
};
