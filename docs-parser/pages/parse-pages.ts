import { availableParallelism } from 'node:os';
import type { PageSpec } from '../page-spec.ts';
import { openPageCache } from './page-cache.ts';
import type { PageCache } from './page-cache.ts';
import { WorkerPool } from './worker-pool.ts';

export interface ParsePagesOptions {
  /** Where specs of unchanged pages come from; null reads every page anew. The user's cache if left out. */
  readonly cache?: PageCache | null;
  /** Worker threads; 0 reads in this thread. If left out: none below 50 pages, else one a processor, 8 at most. */
  readonly workers?: number;
  /**
   * Called at its turn with a page that could not be read; the rest follows unless it throws. If left out, the first
   * such page ends the reading.
   */
  readonly onUnread?: (file: string, error: unknown) => void;
}

/** From here on the start of threads pays for itself. */
const manyPages = 50;

const mostWorkers = 8;

/** Pages under way for each thread: enough that none waits, and memory stays the same for any number of pages. */
const aheadOfEach = 4;

/**
 * Reads documentation pages; the specs come one after the other, in the order of the files.
 * @param files paths
 * @param read gives a file's text; it is called shortly before the page's turn
 * @throws whatever `read` throws, and UnreadablePageError, at the page's turn, unless `onUnread` takes it
 */
export async function* parsePages(
  files: readonly string[],
  read: (file: string) => Promise<string>,
  { cache = openPageCache(), workers = defaultWorkers(files.length), onUnread }: ParsePagesOptions = {},
): AsyncGenerator<PageSpec, void, void> {
  const pool = workers === 0 ? undefined : new WorkerPool(workers);
  const parse = async (file: string): Promise<PageSpec> => {
    const source = await read(file);
    const known = cache?.get(file, source);
    if (known !== undefined) return known;
    const page = await (pool === undefined ? parseHere(file, source) : pool.parse({ file, source }));
    cache?.set(file, source, page);
    return page;
  };
  const underWay: { readonly file: string; readonly page: Promise<PageSpec> }[] = [];
  const ahead = Math.max(1, workers * aheadOfEach);
  try {
    for (let next = 0; next < files.length || underWay.length > 0;) {
      while (next < files.length && underWay.length < ahead) {
        const file = files[next] ?? '';
        const page = parse(file);
        // A page that fails before its turn is reported at its turn.
        page.catch(() => undefined);
        underWay.push({ file, page });
        next += 1;
      }
      const turn = underWay.shift();
      if (turn === undefined) break;
      const page = await turn.page.catch((error: unknown) => {
        if (onUnread === undefined) throw error;
        onUnread(turn.file, error);
        return undefined;
      });
      if (page !== undefined) yield page;
    }
  } finally {
    await Promise.allSettled(underWay.map(({ page }) => page));
    await pool?.close();
  }
}

/** A thread runs what is built: in the sources, as tests load them, everything stays in one. */
const isBuilt = import.meta.url.endsWith('.js');

const defaultWorkers = (pages: number): number =>
  !isBuilt || pages < manyPages || availableParallelism() < 2
    ? 0
    : Math.min(availableParallelism(), mostWorkers);

/** The parser is loaded when the first page needs it: with a warm cache, never. */
const parseHere = async (file: string, source: string): Promise<PageSpec> => {
  const { parsePage } = await import('../parse-page.ts');
  return parsePage(source, { file });
};
