import { readFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import pc from 'picocolors';
import type { ZodError } from 'zod';
import type { FindingReport } from '../findings/index.ts';
import type { CheckReport } from '../scenarios/result.ts';
import { exitCodes, UsageError } from './exit.ts';
import { findingFormatNames } from './finding-formats.ts';
import type { CommandResult } from './main.ts';
import { expandPages } from './pages.ts';
import { version } from './version.ts';
import { writeOutput } from './write-output.ts';

interface MergeOptions {
  readonly format?: string;
  readonly output?: string;
  readonly failOn: 'error' | 'warning' | 'never';
}

/** What the shards of one command wrote. */
type Shards =
  | { readonly command: 'check'; readonly reports: readonly CheckReport[] }
  | { readonly command: 'lint' | 'drift'; readonly reports: readonly FindingReport[] };

const checkFormats = ['list', 'json', 'junit'] as const;

/** `alimock merge-reports`: the JSON reports of several shards as one report. */
export const mergeReportsCommand = (result: CommandResult): Command =>
  new Command('merge-reports')
    .summary('merge the JSON reports of shards into one report')
    .description(
      'Merges JSON reports that `alimock check`, `alimock lint` or `alimock drift` wrote for parts of the pages ' +
        '(--shard 1/3 and so on). All must come from one command.',
    )
    .argument('<reports...>', 'JSON files, or patterns in quotes')
    .addOption(
      new Option(
        '-f, --format <format>',
        'as the reporters of the command: stylish for findings and list for checks unless another is named',
      ).choices([...new Set([...findingFormatNames, ...checkFormats])]),
    )
    .option('-o, --output <file>', 'write the report there instead of printing it')
    .addOption(
      new Option('--fail-on <what>', 'exit with 1 on errors, or on warnings too; a failed check is an error')
        .choices(['error', 'warning', 'never'])
        .default('error'),
    )
    .addHelpText(
      'after',
      `
Example:
  alimock drift 'docs/**/*.markdown' --against schema:s.json --shard 1/3 --format json --output drift-1.json
  …
  alimock merge-reports 'drift-*.json' --format html --output drift.html

Exit codes: 0 nothing that --fail-on names, 1 there is something, 2 the command could not do its work.`,
    )
    .action(async (patterns: string[], options: MergeOptions) => {
      const shards = await readShards(await expandPages(patterns));
      const { text, isFailed } =
        shards.command === 'check'
          ? await mergedChecks(shards.reports, options)
          : await mergedFindings(shards.reports, options);
      await writeOutput(text, options.output);
      if (isFailed && options.failOn !== 'never') result.exitCode = exitCodes.failed;
    });

const readShards = async (files: readonly string[]): Promise<Shards> => {
  const [{ checkReportSchema }, { findingReportSchema }, { prettifyError }] = await Promise.all([
    import('../scenarios/result.ts'),
    import('../findings/finding.ts'),
    import('zod'),
  ]);
  const checks: CheckReport[] = [];
  const findings: FindingReport[] = [];
  for (const file of files) {
    const data = await readJson(file);
    const found = findingReportSchema.safeParse(data);
    if (found.success) {
      findings.push(found.data);
      continue;
    }
    const checked = checkReportSchema.safeParse(data);
    if (!checked.success) {
      const error: ZodError = looksLikeCheck(data) ? checked.error : found.error;
      throw new UsageError(
        `${file} is no JSON report of alimock check, lint or drift:\n${prettifyError(error)}`,
      );
    }
    checks.push(checked.data);
  }
  const tools = new Set([...findings.map(({ tool }) => tool), ...(checks.length > 0 ? ['check'] : [])]);
  const [tool, other] = [...tools];
  if (other !== undefined) {
    throw new UsageError(
      `The reports are of alimock ${[...tools].join(' and ')}: merge those of one command.`,
    );
  }
  if (tool === 'check') return { command: 'check', reports: checks };
  return { command: tool === 'lint' ? 'lint' : 'drift', reports: findings };
};

const looksLikeCheck = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'driver' in data;

const readJson = async (file: string): Promise<unknown> => {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UsageError(`Cannot read ${file}: ${error instanceof Error ? error.message : ''}.`);
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${file} is no JSON: ${error instanceof Error ? error.message : ''}.`);
  }
};

interface Merged {
  readonly text: string;
  readonly isFailed: boolean;
}

const mergedFindings = async (
  reports: readonly FindingReport[],
  { format, output, failOn }: MergeOptions,
): Promise<Merged> => {
  const wanted = findingFormatNames.find((name) => name === (format ?? 'stylish'));
  if (wanted === undefined) {
    throw new UsageError(
      `Findings have no format ${format ?? ''}. Formats are: ${findingFormatNames.join(', ')}.`,
    );
  }
  const [{ mergeFindingReports }, { formatFindings }] = await Promise.all([
    import('../findings/merge.ts'),
    import('../findings/index.ts'),
  ]);
  const merged = mergeFindingReports(reports);
  const { error, warning } = merged.summary;
  return {
    text: formatFindings(wanted, merged, {
      sources: await sourcesOf(merged),
      hasColors: output === undefined && pc.isColorSupported && process.stdout.isTTY,
      version,
    }),
    isFailed: error > 0 || (failOn === 'warning' && warning > 0),
  };
};

/** The pages' texts, as far as they are here: HTML shows them. */
const sourcesOf = async ({ findings }: FindingReport): Promise<Map<string, string>> => {
  const files = new Set(
    findings.flatMap(({ place, other }) => [
      place.file,
      ...(typeof other?.file === 'string' ? [other.file] : []),
    ]),
  );
  const sources = new Map<string, string>();
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text !== undefined) sources.set(file, text);
  }
  return sources;
};

const mergedChecks = async (reports: readonly CheckReport[], { format }: MergeOptions): Promise<Merged> => {
  const wanted = checkFormats.find((name) => name === (format ?? 'list'));
  if (wanted === undefined) {
    throw new UsageError(`Checks have no format ${format ?? ''}. Formats are: ${checkFormats.join(', ')}.`);
  }
  const { formatReport } = await import('../scenarios/reporters/index.ts');
  const pages = reports.flatMap((report) => report.pages).sort((a, b) => (a.file < b.file ? -1 : 1));
  const drivers = [...new Set(reports.map(({ driver }) => driver))].join(', ');
  const durationMs = Math.max(0, ...reports.map(({ summary }) => summary.durationMs));
  return {
    text: formatReport(wanted, drivers, pages, durationMs),
    isFailed: reports.some(({ summary }) => summary.failed > 0),
  };
};
