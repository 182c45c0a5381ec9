import { Command, Option } from 'commander';
import type { Finding } from '../docs-parser/index.ts';
import type { PageResult, Result } from '../scenarios/result.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { exitCodes, UsageError } from './exit.ts';
import type { CommandResult } from './main.ts';
import { noCacheOption, openCache } from './page-cache.ts';
import { expandPages, readPage } from './pages.ts';
import { createProgress } from './progress.ts';
import { partOf, shardOption } from './shard.ts';
import type { Shard } from './shard.ts';
import { writeOutput } from './write-output.ts';

type DriverChoice = 'sdk' | 'terraform' | 'both';

interface CheckOptions {
  readonly reporter: 'list' | 'json' | 'junit';
  readonly driver: DriverChoice;
  readonly providerDir?: string;
  readonly filter?: string;
  readonly bail?: true;
  readonly scenarios?: string[];
  readonly output?: string;
  readonly shard?: Shard;
  readonly cache: boolean;
}

/** One page, or one file of hand-written scenarios, with what is to be run for it. */
interface Subject {
  readonly file: string;
  readonly name: string;
  readonly scenarios: readonly Scenario[];
  /** Findings of severity error: the page itself is broken there. */
  readonly errors: readonly Finding[];
}

/** `alimock check`: the contract of a page, run against the emulator. */
export const checkCommand = (result: CommandResult): Command =>
  new Command('check')
    .summary('check every promise of documentation pages against the emulator')
    .description(
      'Reads documentation pages, derives a scenario from every promise that they make (arguments, attributes, ' +
        'id format, import, notes, example) and runs it with the official SDK, with the real Terraform, or with ' +
        'both, against the embedded emulator.',
    )
    .argument('[pages...]', 'files, or patterns in quotes')
    .addOption(
      new Option('-r, --reporter <reporter>', 'how results are printed')
        .choices(['list', 'json', 'junit'])
        .default('list'),
    )
    .addOption(
      new Option('-d, --driver <driver>', 'what carries the scenarios out; both: a difference is a failure')
        .choices(['sdk', 'terraform', 'both'])
        .default('sdk'),
    )
    .option(
      '--provider-dir <folder>',
      'folder with the Terraform provider; else terraform init gets the released one',
    )
    .option('--filter <text>', 'only scenarios whose id or title has this text, or matches this /expression/')
    .option('--bail', 'stop at the first promise that is not kept')
    .option('--scenarios <files...>', 'YAML files of hand-written scenarios to run as well')
    .option('-o, --output <file>', 'write the report there instead of printing it')
    .addOption(shardOption())
    .addOption(noCacheOption())
    .addHelpText(
      'after',
      `
The driver terraform needs Terraform 1.5 or newer on the PATH. It runs what a person would type, with no
code for any page; of a promise that is not kept it says whether the page or the provider is to blame.
The JSON report's schema is schemas/check-report.json.
Exit codes: 0 every promise that could be checked is kept, 1 one is not, 2 the command could not do its work.`,
    )
    .action(async (patterns: string[], options: CheckOptions) => {
      const subjects = await readSubjects(patterns, options);
      const started = performance.now();
      const pages = await runAll(subjects, options);
      const durationMs = Math.round((performance.now() - started) * 100) / 100;
      const { formatReport } = await import('../scenarios/reporters/index.ts');
      const text = formatReport(options.reporter, options.driver, pages, durationMs);
      await writeOutput(text, options.output);
      for (const { file, errors } of subjects) {
        for (const error of errors) process.stderr.write(`${findingLine(file, error)}\n`);
      }
      const isBroken = subjects.some(({ errors }) => errors.length > 0);
      if (isBroken || pages.some(({ results }) => results.some(({ verdict }) => verdict === 'failed'))) {
        result.exitCode = exitCodes.failed;
      }
    });

const readSubjects = async (patterns: readonly string[], options: CheckOptions): Promise<Subject[]> => {
  const files = options.scenarios ?? [];
  if (patterns.length === 0 && files.length === 0) {
    throw new UsageError(
      'Name at least one page, or a file of scenarios with --scenarios. See alimock check --help.',
    );
  }
  const wanted = scenarioFilter(options.filter);
  const [{ parsePages }, { companionsOf, deriveScenarios, readScenarioFile }] = await Promise.all([
    import('../docs-parser/pages/parse-pages.ts'),
    import('../scenarios/index.ts'),
  ]);
  const subjects: Subject[] = [];
  const pages = partOf(await expandPages(patterns), options.shard);
  const read = async (file: string): Promise<string> => (await readPage(file)).source;
  for await (const page of parsePages(pages, read, { cache: await openCache(options) })) {
    const { file } = page;
    const scenarios = deriveScenarios(page, await companionsOf(page, file));
    const errors = page.findings.filter(({ severity }) => severity === 'error');
    if (scenarios.length === 0 || errors.some(({ rule }) => promisesNothing.has(rule))) {
      throw new UsageError(nothingToCheck(file, page.findings));
    }
    subjects.push({ file, name: page.name, scenarios: scenarios.filter(wanted), errors });
  }
  for (const file of files) {
    const { source } = await readPage(file);
    subjects.push({ file, name: file, scenarios: readScenarioFile(source, file).filter(wanted), errors: [] });
  }
  // A shard may have no page at all.
  if (subjects.length > 0 && subjects.every(({ scenarios }) => scenarios.length === 0)) {
    throw new UsageError(
      `No scenario matches --filter ${options.filter ?? ''}. List them with alimock scenarios.`,
    );
  }
  return subjects;
};

/** Findings of a text that is no page of a provider. */
const promisesNothing: ReadonlySet<string> = new Set(['page-empty', 'page-no-sections']);

const nothingToCheck = (file: string, findings: readonly Finding[]): string =>
  [
    `${file} makes no promise that could be read. Is it a page of a Terraform provider's documentation?`,
    ...findings.map((finding) => `  ${findingLine(file, finding)}`),
  ].join('\n');

const findingLine = (file: string, { severity, message, rule, position }: Finding): string =>
  `${file}:${position.line}:${position.column} ${severity} ${message} (${rule})`;

const scenarioFilter = (filter: string | undefined): ((scenario: Scenario) => boolean) => {
  if (filter === undefined) return () => true;
  const expression = /^\/(.+)\/(i?)$/.exec(filter);
  if (expression?.[1] === undefined) {
    return ({ id, title }) => id.includes(filter) || title.toLowerCase().includes(filter.toLowerCase());
  }
  try {
    const pattern = new RegExp(expression[1], expression[2]);
    return ({ id, title }) => pattern.test(id) || pattern.test(title);
  } catch (error) {
    throw new UsageError(
      `--filter ${filter} is no valid expression: ${error instanceof Error ? error.message : ''}`,
    );
  }
};

const runAll = async (subjects: readonly Subject[], options: CheckOptions): Promise<PageResult[]> => {
  const { createSdkDriver, createTerraformDriver, runScenarios } = await import('../scenarios/index.ts');
  const { inParallel } = await import('../scenarios/run/in-parallel.ts');
  const progress = createProgress(subjects.reduce((count, { scenarios }) => count + scenarios.length, 0));
  const { driver: choice, providerDir } = options;
  const sdk = createSdkDriver();
  const terraform =
    choice === 'sdk' ? undefined : createTerraformDriver({ ...(providerDir && { providerDir }) });
  const driver = terraform ?? sdk;
  let isOver = false;
  const runOne = async ({ file, name, scenarios }: Subject): Promise<PageResult> => {
    const results: Result[] = await runScenarios(scenarios, driver, {
      bail: options.bail === true,
      onResult: (result) => progress.step(`${name}: ${result.title}`),
      ...(choice === 'terraform' ? { witness: sdk } : {}),
      ...(choice === 'both' ? { compareWith: sdk } : {}),
    });
    if (options.bail === true && results.some(({ verdict }) => verdict === 'failed')) isOver = true;
    return { file, name, results };
  };
  try {
    await driver.ready?.();
    // Terraform waits a lot: another page can be under way in the meantime.
    const pagesAtOnce = terraform === undefined || options.bail === true ? 1 : 3;
    return await inParallel(subjects, pagesAtOnce, runOne, () => isOver);
  } finally {
    progress.end();
    await Promise.all([sdk.close(), terraform?.close()]);
  }
};
