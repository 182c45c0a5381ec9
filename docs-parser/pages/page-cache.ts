import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync, renameSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { PageSpec } from '../page-spec.ts';
import { parserVersion } from '../parser-version.ts';

/** What was read from pages before, kept on disk by their content. */
export interface PageCache {
  /** The spec of a page with this path and text; undefined where it was not read yet. */
  get(file: string, source: string): PageSpec | undefined;
  /** Keeps a spec. A folder that cannot be written to keeps nothing; that is no error. */
  set(file: string, source: string, page: PageSpec): void;
}

/**
 * Where specs are kept: `ALIMOCK_CACHE`, or the user's cache folder as the platform has it
 * (XDG base directories, ~/Library/Caches, %LOCALAPPDATA%).
 */
export const defaultCacheFolder = (environment: NodeJS.ProcessEnv = process.env): string => {
  if (environment['ALIMOCK_CACHE'] !== undefined) return environment['ALIMOCK_CACHE'];
  const base =
    environment['XDG_CACHE_HOME'] ??
    (process.platform === 'darwin'
      ? path.join(homedir(), 'Library', 'Caches')
      : process.platform === 'win32'
        ? (environment['LOCALAPPDATA'] ?? path.join(homedir(), 'AppData', 'Local'))
        : path.join(homedir(), '.cache'));
  return path.join(base, 'alimock');
};

/** A parser of another version may read a page differently; what it left goes after this many days. */
const keptDays = 30;

/**
 * Opens the cache.
 * @param folder where it lies; it is made when first needed
 * @param version of the parser: what another version has read does not count
 */
export const openPageCache = (folder = defaultCacheFolder(), version = parserVersion()): PageCache => {
  const home = path.join(folder, 'pages', version);
  let isWritable: boolean | undefined;
  const fileOf = (file: string, source: string): string => path.join(home, `${keyOf(file, source)}.json`);
  return {
    get: (file, source) => {
      const text = readIfThere(fileOf(file, source));
      const page = text === undefined ? undefined : parsed(text);
      return page === undefined ? undefined : { ...page, file };
    },
    set: (file, source, page) => {
      isWritable ??= prepare(path.dirname(home), home);
      if (!isWritable) return;
      try {
        const target = fileOf(file, source);
        // Written beside and renamed: another process never reads half a spec.
        const beside = `${target}.${process.pid}`;
        writeFileSync(beside, JSON.stringify(page));
        renameSync(beside, target);
      } catch {
        isWritable = false;
      }
    },
  };
};

/**
 * The text and what the parser takes from the path: the file's name and its folder's. The same page elsewhere is
 * the same entry.
 */
const keyOf = (file: string, source: string): string =>
  createHash('sha256')
    .update(`${path.basename(path.dirname(path.resolve(file)))}/${path.basename(file)}\0`)
    .update(source)
    .digest('hex');

const readIfThere = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

/** An entry that a full disk or a crash has cut off counts as none. The cache is ours: its form is not checked again. */
const parsed = (text: string): PageSpec | undefined => {
  try {
    return JSON.parse(text) as PageSpec;
  } catch {
    return undefined;
  }
};

const prepare = (all: string, home: string): boolean => {
  try {
    mkdirSync(home, { recursive: true });
    const oldest = Date.now() - keptDays * 24 * 3600 * 1000;
    for (const version of readdirSync(all)) {
      const old = path.join(all, version);
      if (old !== home && statSync(old).mtimeMs < oldest) rmSync(old, { recursive: true, force: true });
    }
    return true;
  } catch {
    return false;
  }
};
