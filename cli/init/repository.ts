/** What can be seen of a repository without running anything in it. */
import { existsSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { glob } from 'tinyglobby';
import * as z from 'zod';

export type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'bun';
export type Ci = 'github' | 'gitlab';

export interface Repository {
  readonly folder: string;
  /** Patterns of documentation pages, those with most pages first; empty where none were found. */
  readonly pages: readonly { readonly pattern: string; readonly count: number }[];
  /** Undefined where there is no package.json. */
  readonly packageManager: PackageManager | undefined;
  readonly hasLockFile: boolean;
  /** Whether package.json says that .js and .ts files are ES modules. */
  readonly isModule: boolean;
  readonly hasTypeScript: boolean;
  /** Where Playwright looks for tests; undefined where it has no configuration. */
  readonly testFolder: string | undefined;
  /** Undefined where nothing tells. */
  readonly ci: Ci | undefined;
  /** Whether there is a .gitlab-ci.yml that has to include ours. */
  readonly hasGitlabPipeline: boolean;
}

/** Looks at a repository's files. */
export const lookAt = async (folder: string): Promise<Repository> => {
  const [pages, manifest, testFolder, ci] = await Promise.all([
    findPages(folder),
    readManifest(folder),
    findTestFolder(folder),
    findCi(folder),
  ]);
  const lock = lockFiles.find(([name]) => existsSync(path.join(folder, name)));
  const named = manifest?.packageManager?.split('@')[0];
  return {
    folder,
    pages,
    packageManager:
      manifest === undefined ? undefined : (managers.find((one) => one === named) ?? lock?.[1] ?? 'npm'),
    hasLockFile: lock !== undefined,
    isModule: manifest?.type === 'module',
    hasTypeScript:
      existsSync(path.join(folder, 'tsconfig.json')) ||
      'typescript' in { ...manifest?.dependencies, ...manifest?.devDependencies },
    testFolder,
    ci,
    hasGitlabPipeline: existsSync(path.join(folder, '.gitlab-ci.yml')),
  };
};

const managers: readonly PackageManager[] = ['npm', 'pnpm', 'yarn', 'bun'];

const lockFiles: readonly (readonly [string, PackageManager])[] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['package-lock.json', 'npm'],
  ['npm-shrinkwrap.json', 'npm'],
];

const dependenciesSchema = z.record(z.string(), z.string()).optional();
const manifestSchema = z.object({
  type: z.string().optional(),
  packageManager: z.string().optional(),
  dependencies: dependenciesSchema,
  devDependencies: dependenciesSchema,
});

/** A package.json that is none is taken for one that says nothing: the package manager will complain of it. */
const readManifest = async (folder: string): Promise<z.infer<typeof manifestSchema> | undefined> => {
  const text = await readIfThere(path.join(folder, 'package.json'));
  if (text === undefined) return undefined;
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    return {};
  }
};

/** Front matter of a provider's page, old layout and new, or the layout of the seed's extension. */
const pageMark = /^---\r?\n(?:.*\r?\n)*?(?:subcategory|page_title|layout):/;

/** More files than that are not opened: a monorepo's pages can be named. */
const mostFiles = 5000;

const findPages = async (folder: string): Promise<Repository['pages'][number][]> => {
  const files = await glob(['**/*.md', '**/*.markdown'], {
    cwd: folder,
    ignore: ['**/node_modules/**', '**/vendor/**', '**/dist/**'],
    onlyFiles: true,
  });
  const counts = new Map<string, number>();
  for (const file of files.slice(0, mostFiles)) {
    if (!pageMark.test(await headOf(path.join(folder, file)))) continue;
    const extension = file.endsWith('.markdown') ? 'markdown' : 'md';
    const parent = path.posix.dirname(file);
    // Guides and the provider's own page promise no arguments.
    if (/(^|\/)guides$/.test(parent) || /^index\./.test(path.posix.basename(file))) continue;
    const pattern = parent === '.' ? `*.${extension}` : `${parent}/*.${extension}`;
    counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  }
  return [...counts].map(([pattern, count]) => ({ pattern, count })).sort((a, b) => b.count - a.count);
};

const headOf = async (file: string): Promise<string> => {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(1024), 0, 1024, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
};

const playwrightConfigs = ['ts', 'mts', 'cts', 'js', 'mjs', 'cjs'].map((end) => `playwright.config.${end}`);

/** The configuration is not run: a `testDir` that is no plain text counts as the configuration's folder. */
const findTestFolder = async (folder: string): Promise<string | undefined> => {
  for (const name of playwrightConfigs) {
    const text = await readIfThere(path.join(folder, name));
    if (text === undefined) continue;
    const named = /^\s*testDir\s*:\s*(['"`])([^'"`$]+)\1/m.exec(text)?.[2] ?? '.';
    return path.posix.normalize(named).replace(/\/$/, '');
  }
  return undefined;
};

const findCi = async (folder: string): Promise<Ci | undefined> => {
  if (existsSync(path.join(folder, '.github'))) return 'github';
  if (existsSync(path.join(folder, '.gitlab-ci.yml')) || existsSync(path.join(folder, '.gitlab')))
    return 'gitlab';
  const remotes = (await readIfThere(path.join(folder, '.git', 'config'))) ?? '';
  const host = /^\s*url\s*=\s*\S*?(github|gitlab)\./m.exec(remotes)?.[1];
  return host === 'github' || host === 'gitlab' ? host : undefined;
};

const readIfThere = async (file: string): Promise<string | undefined> => {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return undefined;
  }
};
