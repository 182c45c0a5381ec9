import { Command, Option } from 'commander';
import { exitCodes } from './exit.ts';
import type { CommandResult } from './main.ts';
import { expandPages, readPage } from './pages.ts';

interface ParseOptions {
  readonly format: 'table' | 'json' | 'yaml';
}

/** `alimock parse`: what the parser reads out of a page. */
export const parseCommand = (result: CommandResult): Command =>
  new Command('parse')
    .summary('read documentation pages and print what they promise')
    .description(
      'Reads documentation pages of a Terraform provider and prints what they promise: arguments, attributes,\n' +
        'id format, import, notes, examples, and findings about the pages themselves.',
    )
    .argument('<pages...>', 'files, or patterns in quotes')
    .addOption(
      new Option('-f, --format <format>', 'table for people, json or yaml for programs')
        .choices(['table', 'json', 'yaml'])
        .default('table'),
    )
    .addHelpText(
      'after',
      `
JSON is one PageSpec for one page, and a list of them for several. Its schema is schemas/page-spec.json.
Exit codes: 0 read, 1 read but a page has a finding of severity error, 2 a page could not be read.`,
    )
    .action(async (patterns: string[], options: ParseOptions) => {
      const { parsePage } = await import('../docs-parser/index.ts');
      const pages = [];
      for (const file of await expandPages(patterns)) {
        const { source } = await readPage(file);
        pages.push(await parsePage(source, { file }));
      }
      const { formatPages } = await import('./page-format.ts');
      process.stdout.write(await formatPages(pages, options.format));
      if (pages.some(({ findings }) => findings.some(({ severity }) => severity === 'error'))) {
        result.exitCode = exitCodes.failed;
      }
    });
