/** Lets each account make so many calls a second, in bursts of as many. */
export class Throttle {
  readonly #callsPerSecond: number;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  /** @param callsPerSecond at least 1 */
  constructor(callsPerSecond: number) {
    this.#callsPerSecond = callsPerSecond;
  }

  /**
   * Counts a call.
   * @param now milliseconds
   * @returns whether it is within the limit
   */
  allows(accountId: string, now: number): boolean {
    const limit = this.#callsPerSecond;
    const bucket = this.#buckets.get(accountId) ?? { tokens: limit, at: now };
    const tokens = Math.min(limit, bucket.tokens + ((now - bucket.at) / 1000) * limit);
    if (this.#buckets.size > 100_000) this.#buckets.clear();
    this.#buckets.set(accountId, { tokens: tokens < 1 ? tokens : tokens - 1, at: now });
    return tokens >= 1;
  }
}
