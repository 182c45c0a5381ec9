import { del, get, set } from 'idb-keyval';
import type { Emulator } from '../../emulator.ts';
import { readSnapshot, UnusableStateError } from '../../server/read-snapshot.ts';

/** A change is saved so much later, with those that follow it. */
const saveDelayMilliseconds = 250;

const keyOf = (name: string): string => `alimock/${name}`;

/** Forgets the state that was kept under a name in this site's IndexedDB. */
export const forgetKeptState = (name: string): Promise<void> => del(keyOf(name));

/** Keeps an emulator's state in IndexedDB. One save runs at a time, and the last change is always saved. */
export class StateKeeper {
  readonly #key: string;
  readonly #emulator: Emulator;
  #saved: number;
  #running: Promise<void> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #end: () => void;

  private constructor(key: string, emulator: Emulator) {
    this.#key = key;
    this.#emulator = emulator;
    this.#saved = emulator.revision();
    const unsubscribe = emulator.onCall(() => {
      if (emulator.revision() !== this.#saved)
        this.#timer ??= setTimeout(this.#saveNow, saveDelayMilliseconds);
    });
    // A page that is left has no time for a timer.
    addEventListener('pagehide', this.#saveNow);
    this.#end = () => {
      unsubscribe();
      removeEventListener('pagehide', this.#saveNow);
      clearTimeout(this.#timer);
    };
  }

  /**
   * Fills the emulator with what was kept, and keeps what becomes of it.
   * @throws UnusableStateError where what was kept is none of this version's states; it is left as it is
   */
  static async start(name: string, emulator: Emulator): Promise<StateKeeper> {
    const kept = await get<unknown>(keyOf(name));
    if (kept !== undefined) {
      try {
        emulator.restore(readSnapshot(kept));
      } catch (error) {
        if (!(error instanceof UnusableStateError)) throw error;
        throw new UnusableStateError(
          `The state kept as "${name}" cannot be used: ${error.message}. Forget it with forgetKeptState("${name}"), or choose another name.`,
        );
      }
    }
    return new StateKeeper(keyOf(name), emulator);
  }

  readonly #saveNow = (): void => void this.save();

  /** Resolves when all that was changed before is saved. */
  save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#running = this.#running.then(async () => {
      const revision = this.#emulator.revision();
      if (revision === this.#saved) return;
      await set(this.#key, this.#emulator.view());
      this.#saved = revision;
    });
    return this.#running;
  }

  async stop(): Promise<void> {
    this.#end();
    await this.save();
  }
}
