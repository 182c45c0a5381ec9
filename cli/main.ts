import { Command, CommanderError } from 'commander';
import { checkCommand } from './check.ts';
import { completionCommand } from './completion.ts';
import { consoleCommand } from './console.ts';
import { coverageCommand } from './coverage.ts';
import { driftCommand } from './drift.ts';
import { exitCodes } from './exit.ts';
import type { ExitCode } from './exit.ts';
import { describeExpected } from './expected-errors.ts';
import { firstStepsHelp } from './first-steps.ts';
import { initCommand } from './init.ts';
import { lintCommand } from './lint.ts';
import { mergeReportsCommand } from './merge-reports.ts';
import { parseCommand } from './parse.ts';
import { scenariosCommand } from './scenarios.ts';
import { serveCommand } from './serve.ts';
import { version } from './version.ts';

/** What every command may use and set. */
export interface CommandResult {
  exitCode: ExitCode;
}

const helpCommand = (): Command =>
  new Command('help').argument('[command]').description('print the help of a command');

/** Commands under the headings of the help. */
const groups: readonly (readonly [string, (result: CommandResult) => readonly Command[]])[] = [
  ['An ECS to work with:', () => [serveCommand(), consoleCommand(), coverageCommand()]],
  [
    'Documentation pages:',
    (result) => [
      checkCommand(result),
      lintCommand(result),
      driftCommand(result),
      parseCommand(result),
      scenariosCommand(),
      mergeReportsCommand(result),
    ],
  ],
  ['Set up:', () => [initCommand(), completionCommand(), helpCommand()]],
];

const createProgram = (result: CommandResult): Command => {
  const program = new Command('alimock')
    .description(
      'Test against Alibaba Cloud without Alibaba Cloud: contract tests that are read out of a Terraform ' +
        "provider's documentation pages, and a local ECS for them and for your own tools.",
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
    // `drift history` has options that `drift` has too.
    .enablePositionalOptions()
    .configureHelp({ showGlobalOptions: false })
    .addHelpText(
      'after',
      `
Examples:
  alimock serve --seed seed.yaml
  alimock check docs/r/image_share_permission.html.markdown
  alimock check 'docs/r/*.markdown' --reporter junit --output report.xml
  alimock lint 'docs/r/*.markdown' --format sarif --output lint.sarif
  alimock parse docs/r/vpc.html.markdown --format json
  alimock drift 'docs/r/*.markdown' --against schema:provider.json

Exit codes: 0 everything holds, 1 something does not, 2 the command could not do its work.
`,
    );
  for (const [heading, commandsOf] of groups) {
    for (const command of commandsOf(result)) {
      command.helpGroup(heading);
      // commander treats its help apart.
      if (command.name() === 'help') program.addHelpCommand(command);
      else program.addCommand(command);
    }
  }
  return program;
};

/**
 * Runs the command line.
 * @param args what stands behind the program's name
 * @returns the exit code
 */
export const run = async (args: readonly string[]): Promise<ExitCode> => {
  endQuietlyOnClosedPipe();
  const result: CommandResult = { exitCode: exitCodes.ok };
  const program = createProgram(result);
  for (const command of program.commands) {
    command.exitOverride();
    for (const inner of command.commands) inner.exitOverride();
  }
  if (args.length === 0) {
    process.stdout.write(firstStepsHelp());
    return exitCodes.ok;
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return result.exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.code === 'commander.unknownCommand') suggestForPages(args);
      return error.exitCode === 0 ? exitCodes.ok : exitCodes.unusable;
    }
    process.stderr.write(`${describe(error)}\n`);
    return exitCodes.unusable;
  }
};

/** `alimock page.md`: a page in place of a command is a question that each of three commands answers. */
const suggestForPages = ([first = '']: readonly string[]): void => {
  if (!/\.(md|markdown)$/.test(first)) return;
  process.stderr.write(`(Did you mean alimock check ${first}, or lint, or parse?)\n`);
};

const describe = (error: unknown): string => {
  const expected = describeExpected(error);
  if (expected !== undefined) return expected;
  const text = error instanceof Error ? error.message : String(error);
  const trace =
    process.env['ALIMOCK_DEBUG'] !== undefined && error instanceof Error ? `\n${error.stack ?? ''}` : '';
  return `alimock: this is a fault of alimock itself: ${text}\nRun again with ALIMOCK_DEBUG=1 and report what it prints.${trace}`;
};

/** `alimock parse … | head` closes the pipe early; that is no error. */
const endQuietlyOnClosedPipe = (): void => {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exitCodes.ok);
    throw error;
  });
};
