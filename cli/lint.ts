import { Command, InvalidArgumentError, Option } from 'commander';
import type { FindingFormat, FindingReport } from '../findings/index.ts';
import type { PageConfig } from '../lint/config-file.ts';
import type { LintFinding, LintOptions } from '../lint/lint-pages.ts';
import type { LintedPage } from '../lint/linted-page.ts';
import { exitCodes, UsageError } from './exit.ts';
import { findingFormatNames } from './finding-formats.ts';
import type { CommandResult } from './main.ts';
import { noCacheOption, openCache } from './page-cache.ts';
import { expandPages, readPage } from './pages.ts';
import { createProgress } from './progress.ts';
import { version } from './version.ts';
import { partOf, shardOption } from './shard.ts';
import type { Shard } from './shard.ts';
import { writeOutput } from './write-output.ts';

interface LintCommandOptions {
  readonly format: FindingFormat;
  readonly output?: string;
  /** False with --no-config. */
  readonly config?: string | false;
  readonly rule?: string[];
  readonly quiet?: true;
  readonly maxWarnings?: number;
  readonly fix?: true;
  readonly complete?: true;
  readonly listRules?: true;
  readonly shard?: Shard;
  readonly cache: boolean;
}

/** `alimock lint`: what is wrong with pages, without running anything. */
export const lintCommand = (result: CommandResult): Command =>
  new Command('lint')
    .summary('find what is wrong with documentation pages')
    .description(
      'Looks for contradictions, slips and examples that cannot work in documentation pages: each page by itself, ' +
        'and each beside the pages of the types that its example uses. docs/rules.md describes every rule.',
    )
    .argument('[pages...]', 'files, or patterns in quotes')
    .addOption(
      new Option('-f, --format <format>', 'how findings are printed')
        .choices(findingFormatNames)
        .default('stylish'),
    )
    .option('-o, --output <file>', 'write the report there instead of printing it')
    .option('-c, --config <file>', 'configuration file; otherwise alimock.config.yaml here or above')
    .option('--no-config', 'use no configuration file')
    .option('--rule <ids...>', 'look for these rules only')
    .option('--quiet', 'report errors only')
    .option('--max-warnings <number>', 'more warnings than that fail the run', warningLimit)
    .option('--fix', 'mend what can be mended for certain, and write the pages')
    .option('--complete', 'the pages are all that the provider has: a type without a page is a finding')
    .option('--list-rules', 'list the rules and stop')
    .addOption(shardOption())
    .addOption(noCacheOption())
    .addHelpText(
      'after',
      `
A comment in a page switches rules off: <!-- alimock-disable-next-line RULE -- reason -->, likewise
alimock-disable-line, and alimock-disable … alimock-enable for a part of the page. Without a rule: all.

The JSON report's schema is schemas/findings.json, the configuration's schemas/config.json.
Exit codes: 0 no errors, 1 errors or more warnings than allowed, 2 the command could not do its work.`,
    )
    .action(async (patterns: string[], options: LintCommandOptions) => {
      if (options.listRules === true) {
        process.stdout.write(await listRules());
        return;
      }
      result.exitCode = await lint(patterns, options);
    });

const warningLimit = (text: string): number => {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('Give a number of warnings, 0 or more.');
  return Number(text);
};

const lint = async (patterns: readonly string[], options: LintCommandOptions): Promise<0 | 1> => {
  if (patterns.length === 0) {
    throw new UsageError('Name at least one page, for example alimock lint "docs/r/*.markdown".');
  }
  const config = await configFor(options);
  const lintOptions = await lintOptionsOf(options, config);
  const { pages, sources } = await readPages(await wantedFiles(patterns, config), options, lintOptions);
  const { lintPages } = await import('../lint/lint-pages.ts');
  // Every page is read, since pages are judged beside each other; the shard's part is reported.
  const part = partOf(pages, options.shard);
  const files = new Set(part.map(({ spec }) => spec.file));
  const findings = lintPages(pages, lintOptions).filter(({ place }) => files.has(place.file));
  const text = await reportText(part, findings, sources, options);
  await writeOutput(text, options.output);
  const fixable = findings.filter(({ fix }) => fix !== null).length;
  if (fixable > 0 && options.format === 'stylish') {
    process.stderr.write(`${fixable} of the findings can be mended with --fix.\n`);
  }
  const count = (severity: string): number => findings.filter((one) => one.severity === severity).length;
  const isOverLimit = options.maxWarnings !== undefined && count('warning') > options.maxWarnings;
  if (isOverLimit) {
    process.stderr.write(
      `alimock lint: ${count('warning')} warnings; --max-warnings allows ${options.maxWarnings}.\n`,
    );
  }
  return count('error') > 0 || isOverLimit ? exitCodes.failed : exitCodes.ok;
};

const configFor = async ({ config }: LintCommandOptions): Promise<PageConfig> => {
  const { configOf, findConfig, readConfig } = await import('../lint/config-file.ts');
  const file = config === undefined ? findConfig(process.cwd()) : config;
  return file === undefined || file === false ? configOf({}, process.cwd()) : readConfig(file);
};

const lintOptionsOf = async (
  { rule: only, complete }: LintCommandOptions,
  config: PageConfig,
): Promise<LintOptions> => {
  const [{ ruleIds }, { closest }] = await Promise.all([
    import('../lint/catalogue.ts'),
    import('../lint/closest.ts'),
  ]);
  for (const id of only ?? []) {
    if (ruleIds.has(id)) continue;
    const meant = closest(id, ruleIds);
    const hint = meant === undefined ? 'See alimock lint --list-rules.' : `Is ${meant} meant?`;
    throw new UsageError(`There is no rule ${id}. ${hint}`);
  }
  return {
    isComplete: complete === true || config.isComplete,
    severityOf: (rule, file) =>
      only !== undefined && !only.includes(rule.id) ? 'off' : config.severityOf(rule, file),
  };
};

const wantedFiles = async (patterns: readonly string[], config: PageConfig): Promise<string[]> => {
  const files = await expandPages(patterns);
  const wanted = files.filter((file) => !config.isIgnored(file));
  if (wanted.length === 0) throw new UsageError('The configuration ignores every page that was named.');
  return wanted;
};

const readPages = async (
  files: readonly string[],
  options: LintCommandOptions,
  lintOptions: LintOptions,
): Promise<{ pages: LintedPage[]; sources: Map<string, string> }> => {
  const { readLintedPages } = await import('../lint/linted-page.ts');
  const progress = createProgress(files.length);
  const pages: LintedPage[] = [];
  const sources = new Map<string, string>();
  const read = async (file: string): Promise<string> => (await readPage(file)).source;
  try {
    const all =
      options.fix === true
        ? fixPages(files, lintOptions)
        : readLintedPages(files, read, await openCache(options));
    for await (const page of all) {
      progress.step(page.spec.file);
      pages.push(page);
      sources.set(page.spec.file, page.text);
    }
  } finally {
    progress.end();
  }
  return { pages, sources };
};

/** Mends each page, and writes what has changed. */
async function* fixPages(
  files: readonly string[],
  options: LintOptions,
): AsyncGenerator<LintedPage, void, void> {
  const { fixPage } = await import('../lint/fix.ts');
  for (const file of files) {
    const { source } = await readPage(file);
    const { page, text, count } = await fixPage(source, file, options);
    if (count > 0) await writeOutput(text, file);
    yield page;
  }
}

const reportText = async (
  pages: readonly LintedPage[],
  findings: readonly LintFinding[],
  sources: ReadonlyMap<string, string>,
  { format, output, quiet }: LintCommandOptions,
): Promise<string> => {
  const [{ formatFindings, reportOf }, { lintRules }] = await Promise.all([
    import('../findings/index.ts'),
    import('../lint/catalogue.ts'),
  ]);
  const report: FindingReport = reportOf({
    tool: 'lint',
    pages: pages.map(({ spec }) => ({ file: spec.file, type: spec.name })),
    catalogue: lintRules.map(({ check, isFixable, ...rule }) => rule),
    findings: findings
      .filter(({ severity }) => quiet !== true || severity === 'error')
      .map(({ fix, ...finding }) => finding),
  });
  return formatFindings(format, report, { sources, hasColors: output === undefined && hasColors(), version });
};

/** Colours on a terminal only, unless the environment says otherwise (no-color.org, force-color.org). */
const hasColors = (): boolean => {
  const { NO_COLOR: no, FORCE_COLOR: force } = process.env;
  if (no !== undefined && no !== '') return false;
  return force === undefined || force === '' ? process.stdout.isTTY : force !== '0';
};

const listRules = async (): Promise<string> => {
  const [{ lintRules }, { alignColumns }] = await Promise.all([
    import('../lint/catalogue.ts'),
    import('./columns.ts'),
  ]);
  const rows = lintRules.map(({ id, severity, kind, isFixable, what }) => [
    id,
    severity,
    kind,
    isFixable === true ? 'fix' : '',
    what,
  ]);
  return `${alignColumns(rows).join('\n')}\n`;
};
