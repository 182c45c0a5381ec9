import { createHash } from 'node:crypto';

/**
 * Remembers which nonces were used, for at least as long as a timestamp is taken, in bounded memory: two
 * generations of digests, of which the older one is forgotten when the younger one is full or old.
 */
export class UsedNonces {
  readonly #lifetime: number;
  readonly #capacity: number;
  #young = new Set<string>();
  #old = new Set<string>();
  #since = -Infinity;

  /**
   * @param lifetime milliseconds for which a nonce is remembered at least
   * @param capacity nonces in a generation; when more come within the lifetime, the oldest are forgotten
   */
  constructor(lifetime: number, capacity = 200_000) {
    this.#lifetime = lifetime;
    this.#capacity = capacity;
  }

  /**
   * Takes note of a nonce.
   * @param now milliseconds
   * @returns false if it was used before
   */
  use(accessKeyId: string, nonce: string, now: number): boolean {
    if (now - this.#since >= this.#lifetime || this.#young.size >= this.#capacity) {
      this.#old = now - this.#since >= 2 * this.#lifetime ? new Set() : this.#young;
      this.#young = new Set();
      this.#since = now;
    }
    // A digest, since a nonce may be as long as a client likes.
    const key = createHash('sha1').update(`${accessKeyId}\n${nonce}`).digest('base64');
    if (this.#young.has(key) || this.#old.has(key)) return false;
    this.#young.add(key);
    return true;
  }
}
