/** Where the emulator's time comes from. Milliseconds since 1970, as Date.now(). */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands still until it is told to go on. */
export class ManualClock implements Clock {
  #now: number;

  /** @param start e.g. Date.UTC(2024, 0, 1) */
  constructor(start: number = Date.UTC(2024, 0, 1)) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  /** @param milliseconds how far to go on; not negative */
  advance(milliseconds: number): void {
    if (!(milliseconds >= 0)) throw new RangeError('a clock only goes forward');
    this.#now += milliseconds;
  }
}

/** ECS's time format with seconds: "2024-01-01T00:00:00Z". */
export const toIsoSeconds = (milliseconds: number): string =>
  `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;

/** The shorter one of most CreationTime fields: "2024-01-01T00:00Z". */
export const toIsoMinutes = (milliseconds: number): string =>
  `${new Date(milliseconds).toISOString().slice(0, 16)}Z`;
