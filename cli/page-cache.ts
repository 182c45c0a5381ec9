import { Option } from 'commander';
import type { PageCache } from '../docs-parser/index.ts';

/** Options of a command that reads pages. */
export interface CacheOptions {
  /** False with --no-cache. */
  readonly cache: boolean;
}

/** `--no-cache`, for every command that reads pages. */
export const noCacheOption = (): Option => new Option('--no-cache', 'read every page anew, and keep nothing');

/** What was read from pages before; null if it is not to be used. */
export const openCache = async ({ cache }: CacheOptions): Promise<PageCache | null> => {
  // Not from the index: it loads the Markdown parser, which a warm cache never needs.
  const { openPageCache } = await import('../docs-parser/pages/page-cache.ts');
  return cache ? openPageCache() : null;
};
