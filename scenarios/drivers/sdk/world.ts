import type { Emulator } from '../../../emulator/index.ts';
import type { Api } from '../../bindings/binding.ts';
import type { Actor, Value } from '../../scenario.ts';
import type { ApiCall } from '../../result.ts';
import { toApiCall } from '../call-log.ts';
import { Blocks } from './blocks.ts';
import { createApi } from './create-api.ts';
import type { Sdk } from './load-sdk.ts';
import { closeRoute, openRoute } from './wire.ts';

/** Access keys of the actors. In the emulator every access key is an account of its own. */
export const accessKeys: Readonly<Record<Actor, string>> = {
  owner: 'alimock-owner',
  recipient: 'alimock-recipient',
  stranger: 'alimock-stranger',
};

const isActor = (name: string): name is Actor => Object.hasOwn(accessKeys, name);

/** What all worlds of a driver share. */
export interface Setting {
  readonly sdk: Sdk;
  readonly waitLimitMs: number;
  readonly regionId: string;
}

/** An emulator of its own with the blocks that stand in it, and the actors' clients. */
export class World {
  readonly blocks: Blocks;
  readonly saved: Map<string, Value>;
  readonly #emulator: Emulator;
  readonly #setting: Setting;
  readonly #session: string;
  readonly #apis = new Map<string, Api>();
  readonly #endLog: () => void;
  #calls: ApiCall[] = [];

  constructor(setting: Setting, emulator: Emulator, blocks = new Blocks(), saved = new Map<string, Value>()) {
    this.#setting = setting;
    this.#emulator = emulator;
    this.blocks = blocks;
    this.saved = saved;
    this.#session = openRoute(emulator);
    this.#endLog = emulator.onCall((answered) => {
      this.#calls.push(toApiCall(answered, this.#nameOf(answered.accountId)));
    });
  }

  /** A world in which the same stands; what happens in one does not touch the other. */
  fork(): World {
    return new World(this.#setting, this.#emulator.fork(), new Blocks(this.blocks), new Map(this.saved));
  }

  /** @param regionId where it calls; default: where the world's scenario plays */
  api(actor: Actor, regionId = this.#setting.regionId): Api {
    const key = `${actor} ${regionId}`;
    const known = this.#apis.get(key);
    if (known !== undefined) return known;
    const accountId = this.accountId(actor);
    const { sdk, waitLimitMs } = this.#setting;
    const identity = {
      accessKeyId: accessKeys[actor],
      accountId,
      regionId,
      session: this.#session,
      waitLimitMs,
    };
    const api = createApi(sdk, identity);
    this.#apis.set(key, api);
    return api;
  }

  /** @param actor its name; undefined is returned for a name that is no actor's */
  account(actor: string): string | undefined {
    return isActor(actor) ? this.accountId(actor) : undefined;
  }

  accountId(actor: Actor): string {
    return this.#emulator.accountIdOf(accessKeys[actor]);
  }

  /** What the clock of its emulator says, in milliseconds since 1970. */
  now(): number {
    return this.#emulator.now();
  }

  takeCalls(): ApiCall[] {
    const calls = this.#calls;
    this.#calls = [];
    return calls;
  }

  close(): void {
    closeRoute(this.#session);
    this.#endLog();
  }

  #nameOf(accountId: string): string {
    const actor = Object.keys(accessKeys).find((name) => this.account(name) === accountId);
    return actor ?? accountId;
  }
}
