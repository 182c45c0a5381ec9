/**
 * When to end a terraform command that gets nowhere. The provider tries again for minutes what may go better later;
 * here nobody else acts in the meantime, and status changes are done as soon as they are looked at.
 */
import type { Emulator } from '../../../emulator/index.ts';

/** So often an action that is not there is asked for before it is given up. */
const mostMissing = 3;

/** So often the same call is refused alike, with no change of the state in between, before it is given up. */
const mostRefusals = 5;

/** Parameters that differ each time a call is tried again. */
const changing = /^(ClientToken|Timestamp|SignatureNonce|Signature)$/;

export class Patience {
  readonly #over = new AbortController();
  readonly #missing = new Map<string, number>();
  readonly #refusals = new Map<string, number>();
  readonly #stopWatching: () => void;
  #revision: number;
  #why: string | null = null;

  /** @param emulator in which nothing but the command happens */
  constructor(emulator: Pick<Emulator, 'onCall' | 'revision'>) {
    this.#revision = emulator.revision();
    this.#stopWatching = emulator.onCall(({ call, code, message }) => {
      const { action, version, parameters } = call;
      const revision = emulator.revision();
      if (revision !== this.#revision) this.#refusals.clear();
      this.#revision = revision;
      if (code === 'alimock.NotImplemented' || code === 'InvalidVersion') {
        if (!isProbe(call)) this.#countMissing(`${action} ${version}`);
      } else if (code !== null) {
        const unchanging = [...parameters].filter(([name]) => !changing.test(name));
        this.#countRefusal(JSON.stringify([action, code, ...unchanging.sort()]), `${code}: ${message ?? ''}`);
      }
    });
  }

  /** Aborts when the command should be ended. */
  get signal(): AbortSignal {
    return this.#over.signal;
  }

  /** Why it should; null: it need not. */
  get why(): string | null {
    return this.#why;
  }

  /** Actions with their versions that are not there, with how often they were asked for. */
  get missing(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#missing);
  }

  /** The command has ended. */
  stop(): void {
    this.#stopWatching();
  }

  #countMissing(name: string): void {
    const times = (this.#missing.get(name) ?? 0) + 1;
    this.#missing.set(name, times);
    if (times > mostMissing) this.#end(`alimock.NotImplemented: ${[...this.#missing.keys()].join(', ')}`);
  }

  #countRefusal(key: string, why: string): void {
    const times = (this.#refusals.get(key) ?? 0) + 1;
    this.#refusals.set(key, times);
    if (times > mostRefusals) this.#end(why);
  }

  #end(why: string): void {
    this.#why ??= why;
    this.#over.abort();
  }
}

/**
 * The provider asks the billing API whether the account is an international one, and goes on whatever the
 * answer is: nothing of a scenario.
 */
export const isProbe = ({ action, version }: { action: string; version: string }): boolean =>
  action === 'QueryAvailableInstances' && version === '2017-12-14';
