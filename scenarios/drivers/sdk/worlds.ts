import type { Emulator } from '../../../emulator/index.ts';
import type { GivenBlock } from '../../scenario.ts';
import { PrerequisiteError } from '../driver.ts';
import { defaultRegionId } from '../region.ts';
import { ScenarioError } from '../scenario-error.ts';
import { loadSdk } from './load-sdk.ts';
import { refusalOf } from '../refusal.ts';
import { createBlock } from './verbs.ts';
import type { Done } from './verbs.ts';
import { World } from './world.ts';

/**
 * Worlds in which prerequisites stand. Each distinct list is made once, on top of the world of the list
 * without its last block, and then only forked: forty scenarios with the same prerequisites cost one set-up.
 */
export class Worlds {
  readonly #origin: Emulator;
  readonly #waitLimitMs: number;
  readonly #worlds = new Map<string, Promise<World>>();
  /** Worlds of prerequisites, those still being set up included. */
  readonly #kept = new Set<World>();

  /**
   * @param origin the emulator whose state every world starts from; it is left as it is
   * @param waitLimitMs how long a change of status may take
   */
  constructor(origin: Emulator, waitLimitMs: number) {
    this.#origin = origin;
    this.#waitLimitMs = waitLimitMs;
  }

  /** A fresh world of the caller's own. @throws PrerequisiteError */
  async open(given: readonly GivenBlock[], regionId = defaultRegionId): Promise<World> {
    return (await this.#worldOf(given, regionId)).fork();
  }

  /** Ends everything; what is still being set up fails at its next call. */
  async close(): Promise<void> {
    for (const world of this.#kept) world.close();
    await Promise.allSettled(this.#worlds.values());
    this.#worlds.clear();
  }

  #worldOf(given: readonly GivenBlock[], regionId: string): Promise<World> {
    const key = JSON.stringify([regionId, given]);
    const known = this.#worlds.get(key);
    if (known !== undefined) return known;
    const world = this.#make(given, regionId);
    this.#worlds.set(key, world);
    return world;
  }

  async #make(given: readonly GivenBlock[], regionId: string): Promise<World> {
    const last = given.at(-1);
    if (last === undefined) {
      const setting = { sdk: await loadSdk(), waitLimitMs: this.#waitLimitMs, regionId };
      return this.#keep(new World(setting, this.#origin.fork()));
    }
    const world = this.#keep((await this.#worldOf(given.slice(0, -1), regionId)).fork());
    const failure = await failureOf(createBlock(world, last, 'owner'));
    if (failure === null) {
      world.takeCalls();
      return world;
    }
    world.close();
    throw new PrerequisiteError(last.address, failure, world.takeCalls());
  }

  #keep(world: World): World {
    this.#kept.add(world);
    return world;
  }
}

const failureOf = async (creation: Promise<Done>): Promise<string | null> => {
  try {
    const done = await creation;
    return done.ok ? null : `refused (${done.kind}): ${done.code}: ${done.message}`;
  } catch (error) {
    if (error instanceof ScenarioError) return error.message;
    const refusal = refusalOf(error);
    if (refusal !== undefined) return `refused (${refusal.kind}): ${refusal.code}: ${refusal.message}`;
    return error instanceof Error ? error.message : String(error);
  }
};
