import path from 'node:path';
import { Command, Option } from 'commander';
import pc from 'picocolors';
import { UsageError } from './exit.ts';
import { createProgress } from './progress.ts';
import { writeOutput } from './write-output.ts';

interface HistoryOptions {
  readonly against: string[];
  readonly format: 'table' | 'json' | 'svg' | 'html';
  readonly output?: string;
}

/** `alimock drift history`: the same comparison over several versions of the docs. */
export const driftHistoryCommand = (): Command =>
  new Command('history')
    .summary('show when each drift came and went over several versions of the docs')
    .description(
      'Compares every page of each folder with the other sources, and shows when each drift came and went. ' +
        'Name the folders in order, the oldest first. In a source {version} stands for the name of the folder.',
    )
    .argument('<folders...>', 'a folder for each version of the docs, the oldest first')
    .requiredOption('-a, --against <sources...>', 'compare with, for example schema:FILE')
    .addOption(
      new Option('-f, --format <format>', 'a table with a plot, json for programs, svg or html for people')
        .choices(['table', 'json', 'svg', 'html'])
        .default('table'),
    )
    .option('-o, --output <file>', 'write it there instead of printing it')
    .addHelpText(
      'after',
      `
Examples:
  alimock drift history docs-1.238.0 docs-1.239.0 docs-1.240.0 --against schema:provider.json
  alimock drift history 1.239.0 1.240.0 --against 'schema:schemas/{version}.json' --format html --output history.html`,
    )
    .action(async (folders: string[], options: HistoryOptions) => {
      const history = await readHistory(folders, options.against);
      await writeOutput(await formatted(history, options), options.output);
    });

const readHistory = async (folders: readonly string[], against: readonly string[]) => {
  const [{ findDrift, findingsOf, openSource }, { readDocsFolder }, { pageSurface }, { historyOf }] =
    await Promise.all([
      import('../drift/index.ts'),
      import('../drift/sources/docs-source.ts'),
      import('../drift/sources/page.ts'),
      import('../drift/history/history.ts'),
    ]);
  const names = namesOf(folders);
  const progress = createProgress(folders.length);
  const versions = [];
  try {
    for (const [at, folder] of folders.entries()) {
      const name = names[at] ?? folder;
      progress.step(name);
      const pages = await readDocsFolder(folder);
      const sources = [];
      try {
        for (const source of against) {
          sources.push(await openSource(source.replaceAll('{version}', name)));
        }
        const subjects = pages.map((page) => ({ surface: pageSurface(page), page }));
        const found = await findDrift(subjects, sources);
        versions.push({ name, pages: pages.length, findings: findingsOf(found, null) });
      } finally {
        for (const source of sources) await source.close();
      }
    }
  } finally {
    progress.end();
  }
  return historyOf(versions, against);
};

/** The folders' own names, or their paths where two are called the same. */
const namesOf = (folders: readonly string[]): string[] => {
  const names = folders.map((folder) => path.basename(path.resolve(folder)));
  if (new Set(folders.map((folder) => path.resolve(folder))).size < folders.length) {
    throw new UsageError('A folder is named twice.');
  }
  return new Set(names).size === names.length ? names : [...folders];
};

const formatted = async (
  history: Awaited<ReturnType<typeof readHistory>>,
  { format, output }: HistoryOptions,
): Promise<string> => {
  switch (format) {
    case 'json':
      return `${JSON.stringify(history, null, 2)}\n`;
    case 'svg':
      return `${(await import('../drift/history/svg.ts')).historySvg(history)}\n`;
    case 'html':
      return (await import('../drift/history/html.ts')).historyHtml(history);
    case 'table':
      return (await import('../drift/history/terminal.ts')).formatHistoryTerminal(
        history,
        output === undefined && pc.isColorSupported && process.stdout.isTTY,
      );
  }
};
