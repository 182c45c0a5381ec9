/** Refuses a call of the admin API. The message is for its caller. */
export class AdminError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'AdminError';
    this.status = status;
    this.code = code;
  }
}

/** What is answered in place of what was asked for, when something was thrown. */
export const refusalOf = (
  error: unknown,
): { status: number; body: { error: { code: string; message: string } } } => {
  if (error instanceof AdminError) {
    return { status: error.status, body: { error: { code: error.code, message: error.message } } };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    status: 500,
    body: { error: { code: 'InternalError', message: `This is a bug in alimock: ${message}` } },
  };
};
