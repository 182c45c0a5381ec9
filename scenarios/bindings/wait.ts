import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from './api.ts';

/** It did not become what it should in time. */
export class WaitTimeoutError extends Error {
  constructor(what: string, seen: string, limitMs: number) {
    super(`${what} did not happen within ${limitMs / 1000} seconds; seen last: ${seen}`);
    this.name = 'WaitTimeoutError';
  }
}

/** It came to a status from which it never becomes what it should. */
export class FailedStatusError extends Error {
  constructor(what: string, seen: string) {
    super(`${what} cannot happen any more: the status is ${seen}`);
    this.name = 'FailedStatusError';
  }
}

/**
 * Asks again and again until a status is there. It asks at once, since at the emulator's default pace the
 * first answer is the right one, and then at growing intervals of up to half a second.
 * @param api whose `waitLimitMs` says how long; the provider waits five to twenty minutes
 * @param what for the error, e.g. "status Available of the image m-1"
 * @param status the present one; null: it is gone
 * @param wanted the status to wait for; null: to be gone
 * @param failed statuses that end the waiting
 */
export const waitFor = async (
  { waitLimitMs }: Pick<Api, 'waitLimitMs'>,
  what: string,
  status: () => Promise<string | null>,
  wanted: string | null,
  failed: readonly string[] = [],
): Promise<void> => {
  const deadline = Date.now() + waitLimitMs;
  for (let pause = 5; ; pause = Math.min(pause * 2, 500)) {
    const seen = await status();
    if (seen === wanted) return;
    if (seen !== null && failed.includes(seen)) throw new FailedStatusError(what, seen);
    if (Date.now() + pause > deadline)
      throw new WaitTimeoutError(what, seen ?? 'it is not there', waitLimitMs);
    await sleep(pause);
  }
};
