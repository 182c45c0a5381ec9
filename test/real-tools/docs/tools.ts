/** What a page's tool needs before its lines run, and what its install lines may name. */
import { copyFileSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { chromiumPath } from '../../browser/chromium.ts';
import { checkout } from '../../cli/alimock.ts';
import { goModule, go } from '../go.ts';
import { classPathIn, java } from '../java.ts';
import { packer, packerIn, packerPluginsIn } from '../packer.ts';
import { python, pythonIn } from '../python.ts';
import { toolFolder } from '../tool.ts';
import type { Tool } from '../tool.ts';
import { linkPackage, unpackInto } from './packed.ts';
import type { Block } from './page.ts';

/** What the reader has after installing. */
export interface Prepared {
  readonly env: Record<string, string>;
  /** The `alimock` that is served; undefined for this checkout's. */
  readonly program?: string;
}

export interface PageTool {
  /** Undefined where Node's own packages are enough. */
  readonly tool: Tool | undefined;
  /** A program of the system that its lines use. */
  readonly program?: string;
  /** It runs Chromium. */
  readonly needsBrowser?: true;
  /** Its calls are not signed, so that `--auth strict` would refuse them. */
  readonly isUnsigned?: true;
  /** Makes the folder what it is once the install lines were carried out. */
  readonly prepare: (folder: string, blocks: readonly Block[]) => Prepared;
  /** What of a file is otherwise on this machine. */
  readonly rewrite?: (text: string) => string;
  /** What of the install lines is not what the tests have installed, with the reason. */
  readonly wrongInstalls: (blocks: readonly Block[]) => string[];
}

const onPath = (folder: string): string => `${folder}${path.delimiter}${process.env['PATH'] ?? ''}`;

const read = (...names: string[]): string =>
  readFileSync(path.join(import.meta.dirname, '..', ...names), 'utf8');

/** The install lines of a page that begin with a command, without it. */
const installs = (blocks: readonly Block[], command: string): string[] =>
  blocks
    .filter(({ kind }) => kind === 'install')
    .flatMap(({ text }) => text.split('\n'))
    .flatMap((line) => (line.startsWith(`${command} `) ? [line.slice(command.length + 1)] : []));

const packages = (blocks: readonly Block[], command: string): string[] =>
  installs(blocks, command)
    .flatMap((line) => line.split(' '))
    .filter((word) => !word.startsWith('-'));

const withPython: PageTool = {
  tool: python,
  prepare: () => ({ env: { PATH: onPath(path.dirname(pythonIn(toolFolder(python)))) } }),
  wrongInstalls(blocks) {
    const pinned = read('python', 'requirements.txt').split('\n');
    const names = packages(blocks, 'pip install');
    if (names.length === 0) return ['no pip install'];
    return names.filter((name) => !pinned.some((line) => line.startsWith(`${name}==`)));
  },
};

const withGo: PageTool = {
  tool: go,
  prepare(folder) {
    for (const name of ['go.mod', 'go.sum']) copyFileSync(path.join(goModule, name), path.join(folder, name));
    return { env: { GOFLAGS: '' } };
  },
  wrongInstalls(blocks) {
    const modules = packages(blocks, 'go get');
    if (modules.length === 0) return ['no go get'];
    return modules.filter((module) => !read('go', 'go.mod').includes(`\t${module.replace('@', ' ')}\n`));
  },
};

const dependencyIn = (pom: string): string =>
  (/<dependency>[^]*<\/dependency>/.exec(pom)?.[0] ?? '').replace(/\s+/g, '');

const withJava: PageTool = {
  tool: java,
  prepare(folder) {
    symlinkSync(path.dirname(classPathIn(toolFolder(java))), path.join(folder, 'jars'));
    return { env: {} };
  },
  wrongInstalls(blocks) {
    const pom = blocks.find(({ name }) => name === 'pom.xml')?.text ?? '';
    return dependencyIn(pom) === dependencyIn(read('java', 'pom.xml')) ? [] : ['another pom.xml'];
  },
};

const manifest = z
  .object({
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(readFileSync(path.join(checkout, 'package.json'), 'utf8')));

/** The commands of a package → their files. */
const commandsOf = (name: string): Record<string, string> => {
  const folder = name === 'alimock' ? checkout : path.join(checkout, 'node_modules', name);
  const { bin = {} } = z
    .object({ bin: z.record(z.string(), z.string()).optional() })
    .parse(JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')));
  return bin;
};

const withoutRunner = { NO_COLOR: '1', TEST_WORKER_INDEX: '', PLAYWRIGHT_JSON_OUTPUT_FILE: '' };

const withNode: PageTool = {
  tool: undefined,
  // Only what the page installs can be imported or run, and alimock is the packed one.
  prepare(folder, blocks) {
    const program = unpackInto(folder);
    const names = packages(blocks, 'npm install');
    for (const name of names) linkPackage(folder, name, commandsOf(name));
    const dependencies = Object.fromEntries(names.map((name) => [name, '*']));
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ dependencies }));
    // Of this run, which a run of Playwright inside would take for its own.
    return { env: withoutRunner, program };
  },
  wrongInstalls: (blocks) =>
    packages(blocks, 'npm install').filter(
      (name) => name !== 'alimock' && !(name in manifest.dependencies) && !(name in manifest.devDependencies),
    ),
};

const withPacker: PageTool = {
  tool: packer,
  prepare: (folder) => ({
    env: {
      PATH: onPath(path.dirname(packerIn(toolFolder(packer)))),
      PACKER_PLUGIN_PATH: packerPluginsIn(toolFolder(packer)),
      PACKER_CONFIG_DIR: folder,
      CHECKPOINT_DISABLE: '1',
    },
  }),
  wrongInstalls(blocks) {
    const template = blocks.find(({ name }) => name.endsWith('.pkr.hcl'))?.text ?? '';
    const version = /version = "(.*)"/.exec(template)?.[1] ?? 'none';
    const pinned = /packer-plugin-alicloud v(\S+)/.exec(read('packer-plugin', 'go.mod'))?.[1];
    return pinned === version ? [] : [`version ${version}`];
  },
};

const withCurl: PageTool = {
  tool: undefined,
  program: 'curl',
  isUnsigned: true,
  prepare: () => ({ env: {} }),
  wrongInstalls: () => [],
};

const withBrowser: PageTool = {
  ...withNode,
  needsBrowser: true,
  rewrite: (text) =>
    text.replace('use: { ', `use: { launchOptions: { executablePath: ${JSON.stringify(chromiumPath)} }, `),
};

/** Every page that a test runs, by its name in docs/. */
export const pageTools: Readonly<Record<string, PageTool>> = {
  'python.md': withPython,
  'libcloud.md': withPython,
  'go.md': withGo,
  'java.md': withJava,
  'node.md': withNode,
  'msw.md': withNode,
  'packer.md': withPacker,
  'serve.md': withCurl,
  'quick-start-contract.md': withNode,
  'quick-start-drift.md': withNode,
  'quick-start-sdk.md': withNode,
  'quick-start-packer.md': { ...withPacker, program: 'curl', isUnsigned: true },
  'quick-start-browser.md': withBrowser,
};
