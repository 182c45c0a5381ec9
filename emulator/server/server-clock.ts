import type { Clock } from '../state/clock.ts';

/** The machine's clock, which can be set forward. */
export class ServerClock implements Clock {
  #offset = 0;

  now(): number {
    return Date.now() + this.#offset;
  }

  /** How far it is ahead of the machine's, in milliseconds. */
  get offset(): number {
    return this.#offset;
  }

  /** @param milliseconds how far to go on; not negative */
  advance(milliseconds: number): void {
    if (!(milliseconds >= 0)) throw new RangeError('a clock only goes forward');
    this.#offset += milliseconds;
  }
}
