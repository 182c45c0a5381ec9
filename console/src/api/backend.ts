/** What answers the console: a server, or a page with the emulator in it. */
export interface Backend {
  /**
   * Asks the admin API.
   * @param path below /_alimock, e.g. "/clock"
   * @throws AdminApiError
   */
  ask(method: string, path: string, body?: unknown): Promise<unknown>;
  /**
   * Is told where things stand, now and after each change.
   * @param onEvent gets the data of an event
   * @param onState whether the connection is up
   * @returns a function that ends it
   */
  watch(onEvent: (data: unknown) => void, onState: (isLive: boolean) => void): () => void;
  /** Address that clients call; empty where there is none. */
  readonly endpoint: string;
}

/** A refusal of the admin API, or no answer at all (status 0). */
export class AdminApiError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'AdminApiError';
    this.status = status;
    this.code = code;
  }
}

/** The value of a reply, or the error that it tells. */
export const readReply = (status: number, text: string): unknown => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new AdminApiError(status, 'NoJson', 'The server answered something that is no JSON.');
  }
  if (status === 200) return value;
  const { error } = value as { error?: { code?: string; message?: string } };
  throw new AdminApiError(status, error?.code ?? 'Unknown', error?.message ?? `Status ${status}`);
};
