import { watch } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import path from 'node:path';
import type { PageCache } from '../docs-parser/index.ts';
import { formatDocument } from './page-format.ts';
import type { PageFormat } from './page-format.ts';
import { expandPages, readPage } from './pages.ts';

/** Editors write a file in several steps; what follows within this time is one change. */
const settleMilliseconds = 60;

/**
 * Prints each page, and prints it again whenever its text changes; pages that come to match a pattern later too.
 * Ends with the process.
 * @throws UsageError if a pattern matches nothing at the start
 */
export const watchPages = async (
  patterns: readonly string[],
  format: PageFormat,
  cache: PageCache | null,
): Promise<void> => {
  const printer = new ChangedPages(format, cache);
  const folders = new Folders();
  const read = async (): Promise<number> => {
    const files = await expandPages(patterns);
    await printer.print(files);
    return files.length;
  };
  const count = await read();
  const watchFolders = (): void => folders.watch([...printer.files].map((file) => path.dirname(file)));
  watchFolders();
  process.stderr.write(`alimock: watching ${count} ${count === 1 ? 'page' : 'pages'}. Ctrl+C ends it.\n`);
  for (;;) {
    await folders.changed();
    try {
      await read();
      watchFolders();
    } catch (error) {
      report(error);
    }
  }
};

/** Tells that something has changed in a folder. Folders are watched, since editors replace the file itself. */
class Folders {
  readonly #watchers = new Map<string, FSWatcher>();
  /** What changed between the first reading and the watching is looked for once. */
  #changes = 1;
  #seen = 0;
  #wake: (() => void) | undefined;

  watch(folders: readonly string[]): void {
    for (const folder of new Set(folders)) this.#watch(folder);
  }

  /** Resolves when something has changed since the last call, and nothing more for a moment. */
  async changed(): Promise<void> {
    if (this.#changes === this.#seen) await new Promise<void>((resolve) => (this.#wake = resolve));
    let settled = -1;
    while (settled !== this.#changes) {
      settled = this.#changes;
      await new Promise((resolve) => setTimeout(resolve, settleMilliseconds));
    }
    this.#seen = settled;
  }

  #watch(folder: string): void {
    if (this.#watchers.has(folder)) return;
    const watcher = watch(folder, () => {
      this.#changes += 1;
      this.#wake?.();
    });
    // The folder is gone: what was watched in it is reported as missing.
    watcher.on('error', () => {
      watcher.close();
      this.#watchers.delete(folder);
    });
    this.#watchers.set(folder, watcher);
  }
}

/** Prints the pages whose text is not the one that was printed last. */
class ChangedPages {
  readonly #printed = new Map<string, string>();
  readonly #format: PageFormat;
  readonly #cache: PageCache | null;

  constructor(format: PageFormat, cache: PageCache | null) {
    this.#format = format;
    this.#cache = cache;
  }

  get files(): Iterable<string> {
    return this.#printed.keys();
  }

  async print(files: readonly string[]): Promise<void> {
    const { createHash } = await import('node:crypto');
    const { parsePages } = await import('../docs-parser/pages/parse-pages.ts');
    for (const file of files) {
      try {
        const { source } = await readPage(file);
        const hash = createHash('sha256').update(source).digest('hex');
        if (this.#printed.get(file) === hash) continue;
        this.#printed.set(file, hash);
        for await (const page of parsePages([file], () => Promise.resolve(source), { cache: this.#cache }))
          process.stdout.write(await formatDocument(page, this.#format));
      } catch (error) {
        // A page that is being written, or has gone for a while, is no reason to end.
        if (this.#printed.get(file) !== 'unreadable') report(error);
        this.#printed.set(file, 'unreadable');
      }
    }
  }
}

const report = (error: unknown): void => {
  process.stderr.write(`alimock: ${error instanceof Error ? error.message : String(error)}\n`);
};
