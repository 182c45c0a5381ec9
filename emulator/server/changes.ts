/** Changes that follow one another so closely are told once. */
const coalesceMilliseconds = 150;
/** The longest that a timer of Node's can wait. */
const longestTimer = 2 ** 31 - 1;

/** Tells listeners that something was changed. Without listeners it costs nothing, and no timer runs. */
export class Changes {
  readonly #listeners = new Set<() => void>();
  readonly #settle: () => number | undefined;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #due: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param settle lets changes of status happen that are due; tells in how many milliseconds the next one is, or
   *   undefined where none is to come
   */
  constructor(settle: () => number | undefined) {
    this.#settle = settle;
  }

  /** To be called after each change. */
  happened(): void {
    if (this.#listeners.size > 0) this.#soon ??= setTimeout(() => this.#tell(), coalesceMilliseconds);
  }

  /** @returns a function that ends it */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    this.#wait();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      clearTimeout(this.#soon);
      clearTimeout(this.#due);
      this.#soon = undefined;
    };
  }

  #tell(): void {
    this.#soon = undefined;
    this.#wait();
    for (const listener of this.#listeners) listener();
  }

  /** Looks again when the next change of status is due, since no call may come that would bring it about. */
  #wait(): void {
    clearTimeout(this.#due);
    const milliseconds = this.#settle();
    if (milliseconds === undefined) return;
    this.#due = setTimeout(() => this.#tell(), Math.min(Math.max(milliseconds, 1), longestTimer));
  }
}
