/** A scenario took longer than it may. */
export class TimeLimitError extends Error {
  constructor(limitMs: number) {
    super(`it was not done after ${limitMs / 1000} seconds and was ended`);
    this.name = 'TimeLimitError';
  }
}

/** The outcome of the work, unless the limit is over first. @throws TimeLimitError */
export const withinLimit = async <T>(limitMs: number, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeLimitError(limitMs)), limitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
    // Work that goes on after the limit may still fail; nobody waits for it any more.
    work.catch(() => undefined);
  }
};
