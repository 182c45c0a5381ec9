/** Errors whose message is for the user. By name, so that what throws them is loaded only when needed. */
const expectedErrors: ReadonlySet<string> = new Set([
  'UsageError',
  'UnreadablePageError',
  'ScenarioFileError',
  'MissingToolError',
  'DriftSourceError',
  'ConfigError',
]);

/** What the user is told of an error that is no fault of alimock's; undefined for one that is. */
export const describeExpected = (error: unknown): string | undefined =>
  error instanceof Error && expectedErrors.has(error.name) ? `alimock: ${error.message}` : undefined;
