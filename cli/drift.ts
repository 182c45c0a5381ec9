import { Command, Option } from 'commander';
import pc from 'picocolors';
import type { PageCache } from '../docs-parser/index.ts';
import type { OpenSource, Subject } from '../drift/index.ts';
import { driftKinds } from '../drift/kinds.ts';
import { sourceForms } from '../drift/source-forms.ts';
import type { FindingFormat, FindingReport, ReportedFinding } from '../findings/index.ts';
import { findingFormatNames } from './finding-formats.ts';
import { driftHistoryCommand } from './drift-history.ts';
import { exitCodes, UsageError } from './exit.ts';
import type { CommandResult } from './main.ts';
import { noCacheOption, openCache } from './page-cache.ts';
import { expandPages, readPage } from './pages.ts';
import { createProgress } from './progress.ts';
import { partOf, shardOption } from './shard.ts';
import type { Shard } from './shard.ts';
import { version } from './version.ts';
import { writeOutput } from './write-output.ts';

interface DriftCommandOptions {
  readonly against?: string[];
  readonly from?: string;
  readonly kind?: string[];
  readonly type?: string;
  readonly path?: string;
  readonly complete?: true;
  readonly providerDir?: string;
  readonly baseline?: string;
  readonly updateBaseline?: true;
  readonly failOn: 'error' | 'warning' | 'new' | 'never';
  readonly format: FindingFormat;
  readonly output?: string;
  readonly shard?: Shard;
  readonly cache: boolean;
}

/** `alimock drift`: where two sources disagree. */
export const driftCommand = (result: CommandResult): Command =>
  new Command('drift')
    // What stands behind `history` is history's.
    .enablePositionalOptions()
    .summary('find where pages, provider schema, SDK, emulator and other versions disagree')
    .description(
      'Compares documentation pages with other sources and reports where they disagree. A source is one of\n' +
        '  schema:FILE         what `terraform providers schema -json` printed\n' +
        '  schema:terraform    the same, by running Terraform\n' +
        '  sdk                 the provider facts of the SDK bindings, and the request and response models of the API\n' +
        '  emulator            the promises of the pages, tried with the SDK; emulator:terraform tries them with the real\n' +
        '                      Terraform, emulator:plan looks at what Terraform plans (ForceNew, Computed), and\n' +
        '                      emulator:REPORT.json takes the JSON report of a check\n' +
        '  docs:FOLDER         another version, dialect or language of the same pages',
    )
    .argument('[pages...]', 'files, or patterns in quotes')
    .option('-a, --against <sources...>', `compare with: ${sourceForms}`)
    .option('--from <source>', 'compare a source instead of pages, for example two schemas')
    .option('--kind <kinds...>', `only these kinds: ${driftKinds.join(', ')}`)
    .option('--type <type>', 'only this resource or data source, for example alicloud_vpc')
    .option('--path <path>', 'only this argument or attribute, for example data_disks.size')
    .option(
      '--provider-dir <folder>',
      'folder with the Terraform provider, for schema:terraform, emulator:terraform and emulator:plan',
    )
    .option('--complete', 'the pages are all there are: report types that have no page')
    .option('--baseline <file>', 'report only what is not in this file')
    .option('--update-baseline', 'write what is found into the baseline file')
    .addOption(
      new Option(
        '--fail-on <what>',
        'exit with 1 on errors, on warnings too, or on anything that is not in the baseline',
      )
        .choices(['error', 'warning', 'new', 'never'])
        .default('error'),
    )
    .addOption(
      new Option('-f, --format <format>', 'how findings are printed')
        .choices(findingFormatNames)
        .default('stylish'),
    )
    .option('-o, --output <file>', 'write the report there instead of printing it')
    .addOption(shardOption())
    .addOption(noCacheOption())
    .addCommand(driftHistoryCommand())
    .addHelpText(
      'after',
      `
Examples:
  alimock drift 'docs/r/*.markdown' --against schema:provider.json
  alimock drift 'docs/r/*.markdown' --against schema:provider.json --baseline drift.json --fail-on new
  alimock drift docs/r/vpc.html.markdown --against sdk emulator
  alimock drift 'docs/**/*.markdown' --against docs:../previous/docs --format markdown
  alimock drift --from schema:new.json --against schema:old.json

A schema knows no ForceNew, default, valid values, id format or import: docs/drift.md lists what each source can show.
Exit codes: 0 nothing that --fail-on names, 1 there is something, 2 the command could not do its work.`,
    )
    .action(async (patterns: string[], options: DriftCommandOptions) => {
      checkOptions(patterns, options);
      const report = await findReport(patterns, options, options.against ?? []);
      const { shown, isNew } = await withBaseline(report, options);
      await writeOutput(await textOf(shown, options), options.output);
      if (fails(shown.findings, options.failOn, isNew)) result.exitCode = exitCodes.failed;
    });

const checkOptions = (patterns: readonly string[], options: DriftCommandOptions): void => {
  const { from, against, kind, failOn, baseline, updateBaseline } = options;
  if (against === undefined) {
    throw new UsageError(`Name at least one source with --against: ${sourceForms}.`);
  }
  if (patterns.length === 0 && from === undefined) {
    throw new UsageError('Name at least one page, or a source with --from. See alimock drift --help.');
  }
  if (patterns.length > 0 && from !== undefined) {
    throw new UsageError('Name either pages or --from, not both.');
  }
  const unknown = kind?.find((name) => !driftKinds.some((known) => known === name));
  if (unknown !== undefined) {
    throw new UsageError(`There is no kind ${unknown}. Kinds are: ${driftKinds.join(', ')}.`);
  }
  if (failOn === 'new' && baseline === undefined) {
    throw new UsageError('--fail-on new needs --baseline FILE: new is what is not in it.');
  }
  if (updateBaseline === true && baseline === undefined) {
    throw new UsageError('--update-baseline needs --baseline FILE, the file to write.');
  }
};

/** Texts by file, for the report that shows them. They are filled while pages are read. */
const shownTexts = new Map<string, string>();

const findReport = async (
  patterns: readonly string[],
  options: DriftCommandOptions,
  against: readonly string[],
): Promise<FindingReport> => {
  const [{ driftCatalogue, findDrift, findingsOf, openSource }, { reportOf }] = await Promise.all([
    import('../drift/index.ts'),
    import('../findings/index.ts'),
  ]);
  const opened: OpenSource[] = [];
  const pageCache = await openCache(options);
  try {
    for (const name of against) opened.push(await openSource(name, { ...options, pageCache }));
    const all =
      options.from === undefined
        ? await readSubjects(partOf(await expandPages(patterns), options.shard), pageCache)
        : partOf(await subjectsOf(options.from, opened, options), options.shard);
    const subjects = all.filter(({ surface }) => options.type === undefined || surface.name === options.type);
    if (subjects.length === 0 && options.type !== undefined) {
      throw new UsageError(`Nothing here is about ${options.type}.`);
    }
    const progress = createProgress(subjects.length);
    const found = await findDrift(subjects, opened, {
      isComplete: options.complete === true,
      onSubject: ({ surface }) => progress.step(surface.name),
    }).finally(() => progress.end());
    for (const [file, text] of opened.flatMap(({ texts }) => [...texts])) shownTexts.set(file, text);
    if (options.format === 'stylish') tellLimits(opened);
    return reportOf({
      tool: 'drift',
      pages: pagesOf(subjects),
      catalogue: driftCatalogue,
      findings: findingsOf(found, options.from ?? null).filter(
        ({ kind, path }) =>
          (options.kind === undefined || options.kind.includes(kind)) &&
          (options.path === undefined || options.path === path),
      ),
    });
  } finally {
    for (const source of opened) await source.close();
  }
};

const readSubjects = async (files: readonly string[], cache: PageCache | null): Promise<Subject[]> => {
  const [{ parsePages }, { pageSurface }] = await Promise.all([
    import('../docs-parser/pages/parse-pages.ts'),
    import('../drift/index.ts'),
  ]);
  const subjects: Subject[] = [];
  const read = async (file: string): Promise<string> => {
    const { source } = await readPage(file);
    shownTexts.set(file, source);
    return source;
  };
  for await (const spec of parsePages(files, read, { cache })) {
    const { file } = spec;
    const source = shownTexts.get(file) ?? '';
    if (spec.findings.some(({ rule }) => rule === 'page-empty' || rule === 'page-no-sections')) {
      throw new UsageError(`${file} promises nothing: it has none of the sections of a provider page.`);
    }
    subjects.push({ surface: pageSurface({ spec, source }), page: { spec, source } });
  }
  return subjects;
};

const subjectsOf = async (
  name: string,
  opened: readonly OpenSource[],
  options: DriftCommandOptions,
): Promise<readonly Subject[]> => {
  const { openSource } = await import('../drift/index.ts');
  const source = await openSource(name, { ...options, pageCache: await openCache(options) });
  for (const [file, text] of source.texts) shownTexts.set(file, text);
  if (source.subjects === null) {
    throw new UsageError(
      `--from ${name} is not possible: it makes no promises of its own. Use it with --against.`,
    );
  }
  if (opened.some((other) => other.name === name)) {
    throw new UsageError(`--from and --against are both ${name}: there is nothing to compare.`);
  }
  return source.subjects;
};

const pagesOf = (subjects: readonly Subject[]): FindingReport['pages'] =>
  subjects.map(({ surface }) => ({ file: surface.place.file, type: surface.name }));

/** Silence of a source is no agreement: the reader must know what it cannot show. */
const tellLimits = (sources: readonly OpenSource[]): void => {
  for (const { name, shows } of sources) {
    const cannot = driftKinds.filter((kind) => !shows.includes(kind));
    if (cannot.length > 0) process.stderr.write(pc.dim(`${name} cannot show: ${cannot.join(', ')}\n`));
  }
};

interface Shown {
  readonly shown: FindingReport;
  readonly isNew: boolean;
}

const withBaseline = async (report: FindingReport, options: DriftCommandOptions): Promise<Shown> => {
  const { baseline: file, updateBaseline } = options;
  if (file === undefined) return { shown: report, isNew: true };
  const { baselineOf, compareWithBaseline } = await import('../findings/baseline.ts');
  const { readBaseline } = await import('./baseline-file.ts');
  if (updateBaseline === true) {
    await writeOutput(`${JSON.stringify(baselineOf(report), null, 2)}\n`, file);
    process.stderr.write(`${file} now holds ${report.findings.length} known findings.\n`);
    return { shown: report, isNew: false };
  }
  const { fresh, known, gone } = compareWithBaseline(report, await readBaseline(file, 'drift'));
  process.stderr.write(
    `${known} known findings of ${file} are left out${gone.length === 0 ? '' : `; ${gone.length} of it are gone: write it anew with --update-baseline`}.\n`,
  );
  const { reportWith } = await import('../findings/report.ts');
  return { shown: reportWith(report, fresh), isNew: true };
};

const fails = (
  findings: readonly ReportedFinding[],
  failOn: DriftCommandOptions['failOn'],
  isNew: boolean,
): boolean => {
  if (!isNew || failOn === 'never') return false;
  if (failOn === 'new') return findings.length > 0;
  return findings.some(
    ({ severity }) => severity === 'error' || (failOn === 'warning' && severity === 'warning'),
  );
};

const textOf = async (report: FindingReport, { format, output }: DriftCommandOptions): Promise<string> => {
  const { formatFindings } = await import('../findings/index.ts');
  return formatFindings(format, report, {
    sources: shownTexts,
    hasColors: output === undefined && pc.isColorSupported && process.stdout.isTTY,
    version,
  });
};
