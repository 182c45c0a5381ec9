/** Exit codes of every command. */
export const exitCodes = {
  ok: 0,
  /** The run worked, and something is wrong with what was looked at. */
  failed: 1,
  /** The command could not do its work: bad usage, unreadable input. */
  unusable: 2,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Ends a command with a message for the user and exit code 2. The message says what to do next. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
