import { Command, CommanderError } from 'commander';
import { checkCommand } from './check.ts';
import { coverageCommand } from './coverage.ts';
import { driftCommand } from './drift.ts';
import { exitCodes } from './exit.ts';
import type { ExitCode } from './exit.ts';
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

const createProgram = (result: CommandResult): Command =>
  new Command('alimock')
    .description(
      'Test against Alibaba Cloud without Alibaba Cloud: contract tests that are read out of a Terraform ' +
        "provider's documentation pages, and a local ECS for them and for your own tools.",
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .exitOverride()
    // `drift history` has options that `drift` has too.
    .enablePositionalOptions()
    .configureHelp({ showGlobalOptions: false })
    .addCommand(checkCommand(result))
    .addCommand(driftCommand(result))
    .addCommand(lintCommand(result))
    .addCommand(mergeReportsCommand(result))
    .addCommand(parseCommand(result))
    .addCommand(scenariosCommand())
    .addCommand(coverageCommand())
    .addCommand(serveCommand())
    .addHelpText(
      'after',
      `
Examples:
  alimock check docs/r/image_share_permission.html.markdown
  alimock check 'docs/r/*.markdown' --reporter junit --output report.xml
  alimock lint 'docs/r/*.markdown' --format sarif --output lint.sarif
  alimock parse docs/r/vpc.html.markdown --format json
  alimock drift 'docs/r/*.markdown' --against schema:provider.json

Exit codes: 0 everything holds, 1 something does not, 2 the command could not do its work.
`,
    );

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
    program.outputHelp();
    return exitCodes.ok;
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return result.exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.unusable;
    process.stderr.write(`${describe(error)}\n`);
    return exitCodes.unusable;
  }
};

/** Errors whose message is for the user. By name, so that what throws them is loaded only when needed. */
const expectedErrors: ReadonlySet<string> = new Set([
  'UsageError',
  'UnreadablePageError',
  'ScenarioFileError',
  'MissingToolError',
  'DriftSourceError',
  'ConfigError',
]);

const describe = (error: unknown): string => {
  if (error instanceof Error && expectedErrors.has(error.name)) return `alimock: ${error.message}`;
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
