import { existsSync } from 'node:fs';
import path from 'node:path';
import { Command, Option } from 'commander';
import pc from 'picocolors';
import { sourceForms } from '../drift/source-forms.ts';
import { UsageError } from './exit.ts';
import type { Given } from './init/ask.ts';
import type { Answers } from './init/plan.ts';
import type { Repository } from './init/repository.ts';
import type { FileState } from './init/write-files.ts';

interface InitOptions {
  readonly pages?: string[];
  readonly spec?: string;
  readonly ci?: Answers['ci'];
  readonly drift?: string;
  readonly complete?: boolean;
  readonly folder: string;
  readonly yes?: true;
  readonly dryRun?: true;
  readonly force?: true;
}

/** `alimock init`: what a repository needs to keep its pages true, as files of its own. */
export const initCommand = (): Command =>
  new Command('init')
    .summary('write a contract spec, a CI workflow and a configuration for this repository')
    .description(
      'Looks at the repository (pages, package manager, module kind, Playwright, CI), asks what it cannot see, and writes ' +
        'a contract spec for Playwright Test, a workflow for GitHub or GitLab, and alimock.config.yaml. ' +
        'All files are written, or none.',
    )
    .option('--pages <patterns...>', 'patterns of the documentation pages')
    .option('--spec <file>', 'where the contract spec goes')
    .addOption(new Option('--ci <kind>', 'which CI runs it').choices(['github', 'gitlab', 'none']))
    .option('--drift <source>', `what CI compares the pages with, or "none": ${sourceForms}`)
    .option('--complete', 'the pages are all that the provider has')
    .option('--no-complete', 'they are not')
    .option('--folder <folder>', 'the repository', '.')
    .option('-y, --yes', 'ask nothing: take what was seen where no option says otherwise')
    .option('--dry-run', 'print the files, and write nothing')
    .option('--force', 'write over files that are there')
    .addHelpText(
      'after',
      `
Example for a script:
  alimock init --yes --pages 'docs/r/*.markdown' --ci github --drift schema:provider.json

Exit codes: 0 written, or nothing to write; 2 it could not be done, and nothing was written.`,
    )
    .action(init);

const init = async (options: InitOptions): Promise<void> => {
  const folder = path.resolve(options.folder);
  if (!existsSync(folder)) throw new UsageError(`There is no folder ${options.folder}.`);
  const [{ lookAt }, { defaultSpec, planFiles }, { compareFile, writeFiles }] = await Promise.all([
    import('./init/repository.ts'),
    import('./init/plan.ts'),
    import('./init/write-files.ts'),
  ]);
  const repository = await lookAt(folder);
  const answers = await answersFor(repository, options, defaultSpec(repository));
  if (answers === undefined) return;
  if (answers.ci !== 'none') refuseInnerFolder(folder);
  const { files, next } = planFiles(repository, answers);
  const states: FileState[] = [];
  for (const file of files) states.push(await compareFile(folder, file));
  if (options.dryRun === true) {
    process.stdout.write(states.map(preview).join('\n'));
    return;
  }
  const inTheWay = states.filter(({ state }) => state === 'changed').map(({ name }) => name);
  if (inTheWay.length > 0 && options.force !== true) {
    throw new UsageError(
      `${inTheWay.join(', ')} ${inTheWay.length === 1 ? 'is' : 'are'} there already, with other contents. ` +
        'Nothing was written: --dry-run shows what would be, --force writes over them.',
    );
  }
  await writeFiles(
    folder,
    states.filter(({ state }) => state !== 'same'),
  );
  process.stdout.write(report(states, next));
};

const answersFor = async (
  repository: Repository,
  options: InitOptions,
  spec: string,
): Promise<Answers | undefined> => {
  const { specProblem } = await import('./init/ask.ts');
  const given: Given = {
    pages: options.pages,
    spec: options.spec,
    ci: options.ci,
    complete: options.complete,
    ...(options.drift === undefined ? {} : { drift: options.drift === 'none' ? undefined : options.drift }),
  };
  const problem = options.spec === undefined ? undefined : specProblem(options.spec);
  if (problem !== undefined) throw new UsageError(`--spec ${options.spec ?? ''}: ${problem}`);
  const seen: Answers = {
    pages: given.pages ?? repository.pages.map(({ pattern }) => pattern),
    spec: given.spec ?? spec,
    ci: given.ci ?? repository.ci ?? 'none',
    drift: given.drift,
    complete: given.complete ?? false,
  };
  if (options.yes !== true && process.stdin.isTTY && process.stdout.isTTY) {
    const { ask } = await import('./init/ask.ts');
    return ask(repository, given, seen);
  }
  if (options.yes !== true && options.dryRun !== true) {
    throw new UsageError(
      'There is no terminal to ask on: say --yes to take what is seen, and see alimock init --help for what can be said.',
    );
  }
  if (seen.pages.length === 0) {
    throw new UsageError(
      "No documentation pages were found here. Name them, for example --pages 'docs/r/*.markdown'.",
    );
  }
  return seen;
};

/** CI looks for its files at the top of a repository. */
const refuseInnerFolder = (folder: string): void => {
  if (existsSync(path.join(folder, '.git'))) return;
  for (let at = path.dirname(folder); at !== path.dirname(at); at = path.dirname(at)) {
    if (!existsSync(path.join(at, '.git'))) continue;
    throw new UsageError(
      `${folder} is inside the repository ${at}, where CI would not find the workflow. Run it there, or say --ci none.`,
    );
  }
};

const preview = ({ name, text, state }: FileState): string =>
  `${pc.bold(`── ${name} (${state === 'changed' ? 'is there, with other contents' : state})`)}\n${text}`;

const marks = { new: 'wrote', changed: 'wrote over', same: 'unchanged' } as const;

const report = (states: readonly FileState[], next: readonly string[]): string =>
  [
    ...states.map(({ name, state }) => `${marks[state]} ${name}`),
    '',
    'Next:',
    ...next.map((line) => `  ${line}`),
    '',
  ].join('\n');
