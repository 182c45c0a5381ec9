/** What a page's tool needs before its lines run, and what its install lines may name. */
import { copyFileSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { checkout } from '../../cli/alimock.ts';
import { goModule, go } from '../go.ts';
import { classPathIn, java } from '../java.ts';
import { packer, packerIn, packerPluginsIn } from '../packer.ts';
import { python, pythonIn } from '../python.ts';
import { toolFolder } from '../tool.ts';
import type { Tool } from '../tool.ts';
import type { Block } from './page.ts';

export interface PageTool {
  /** Undefined where Node's own packages are enough. */
  readonly tool: Tool | undefined;
  /** A program of the system that its lines use. */
  readonly program?: string;
  /** Its calls are not signed, so that `--auth strict` would refuse them. */
  readonly isUnsigned?: true;
  /** Makes the folder what it is once the install lines were carried out. @returns environment variables */
  readonly prepare: (folder: string, blocks: readonly Block[]) => Record<string, string>;
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
  prepare: () => ({ PATH: onPath(path.dirname(pythonIn(toolFolder(python)))) }),
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
    return { GOFLAGS: '' };
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
    return {};
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

const withNode: PageTool = {
  tool: undefined,
  // Only what the page installs can be imported.
  prepare(folder, blocks) {
    for (const name of packages(blocks, 'npm install')) {
      const link = path.join(folder, 'node_modules', name);
      mkdirSync(path.dirname(link), { recursive: true });
      symlinkSync(name === 'alimock' ? checkout : path.join(checkout, 'node_modules', name), link);
    }
    return {};
  },
  wrongInstalls: (blocks) =>
    packages(blocks, 'npm install').filter(
      (name) => name !== 'alimock' && !(name in manifest.dependencies) && !(name in manifest.devDependencies),
    ),
};

const withPacker: PageTool = {
  tool: packer,
  prepare: (folder) => ({
    PATH: onPath(path.dirname(packerIn(toolFolder(packer)))),
    PACKER_PLUGIN_PATH: packerPluginsIn(toolFolder(packer)),
    PACKER_CONFIG_DIR: folder,
    CHECKPOINT_DISABLE: '1',
  }),
  wrongInstalls(blocks) {
    const template = blocks.find(({ kind }) => kind === 'file')?.text ?? '';
    const version = /version = "(.*)"/.exec(template)?.[1] ?? 'none';
    const pinned = /packer-plugin-alicloud v(\S+)/.exec(read('packer-plugin', 'go.mod'))?.[1];
    return pinned === version ? [] : [`version ${version}`];
  },
};

const withCurl: PageTool = {
  tool: undefined,
  program: 'curl',
  isUnsigned: true,
  prepare: () => ({}),
  wrongInstalls: () => [],
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
};
