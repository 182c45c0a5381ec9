import { once } from 'node:events';
import { Command, Option } from 'commander';
import type { PageCache, PageSpec } from '../docs-parser/index.ts';
import { exitCodes } from './exit.ts';
import { describeExpected } from './expected-errors.ts';
import type { CommandResult } from './main.ts';
import { noCacheOption, openCache } from './page-cache.ts';
import type { PageFormat } from './page-format.ts';
import { expandPages, readPage } from './pages.ts';
import { createProgress } from './progress.ts';

interface ParseOptions {
  readonly format: PageFormat;
  readonly watch?: boolean;
  readonly cache: boolean;
}

/** `alimock parse`: what the parser reads out of a page. */
export const parseCommand = (result: CommandResult): Command =>
  new Command('parse')
    .summary('read documentation pages and print what they promise')
    .description(
      'Reads documentation pages of a Terraform provider and prints what they promise: arguments, attributes, ' +
        'id format, import, notes, examples, and findings about the pages themselves.',
    )
    .argument('<pages...>', 'files, or patterns in quotes')
    .addOption(
      new Option('-f, --format <format>', 'table for people, json or yaml for programs')
        .choices(['table', 'json', 'yaml'])
        .default('table'),
    )
    .option('-w, --watch', 'go on, and print each page again when it changes')
    .addOption(noCacheOption())
    .addHelpText(
      'after',
      `
JSON is one PageSpec for one page, and a list of them for several. Its schema is schemas/page-spec.json.
Of several pages those that cannot be read are reported and left out.
With --watch each page is a document of its own; in JSON, a line.
What a page says is kept by its content in the folder that ALIMOCK_CACHE names, else in the user's cache folder.
From 50 pages on several threads read them.
Exit codes: 0 read, 1 read but a page has a finding of severity error, 2 a page could not be read.`,
    )
    .action(async (patterns: string[], options: ParseOptions) => {
      const cache = await openCache(options);
      if (options.watch === true) {
        const { watchPages } = await import('./watch-pages.ts');
        await watchPages(patterns, options.format, cache);
        return;
      }
      await parseOnce(patterns, options.format, cache, result);
    });

const parseOnce = async (
  patterns: readonly string[],
  format: PageFormat,
  cache: PageCache | null,
  result: CommandResult,
): Promise<void> => {
  const { parsePages } = await import('../docs-parser/pages/parse-pages.ts');
  const { formatPages } = await import('./page-format.ts');
  const files = await expandPages(patterns);
  // The terminal shows the pages themselves; only what goes elsewhere needs a sign of life.
  const progress = process.stdout.isTTY ? undefined : createProgress(files.length);
  async function* read(): AsyncGenerator<PageSpec, void, void> {
    const pages = parsePages(files, async (file) => (await readPage(file)).source, {
      cache,
      onUnread: (_file, error) => {
        const message = describeExpected(error);
        if (message === undefined) throw error;
        process.stderr.write(`${message}\n`);
        result.exitCode = exitCodes.unusable;
      },
    });
    for await (const page of pages) {
      const isBroken = page.findings.some(({ severity }) => severity === 'error');
      if (isBroken && result.exitCode === exitCodes.ok) result.exitCode = exitCodes.failed;
      progress?.step(page.file);
      yield page;
    }
  }
  try {
    for await (const text of formatPages(read(), format, files.length === 1))
      if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  } finally {
    progress?.end();
  }
};
