/** Named acts are no verbs of Terraform: they are carried out by the official SDK, in the same world. */
import type { Actor, Value, Verb } from '../../scenario.ts';
import type { Outcome } from '../driver.ts';
import { resolveReferences } from '../references.ts';
import { actIn } from '../sdk/act-in-world.ts';
import { SdkSession } from '../sdk/session.ts';
import { World as SdkWorld } from '../sdk/world.ts';
import type { Setting } from '../sdk/world.ts';
import type { World } from './world.ts';

type ActVerb = Extract<Verb, { act: string }>;

export class Acts {
  readonly #world: World;
  readonly #sdk: SdkWorld;
  readonly #session: SdkSession;

  constructor(world: World, setting: Setting) {
    this.#world = world;
    this.#sdk = new SdkWorld(setting, world.emulator);
    this.#session = new SdkSession(this.#sdk);
  }

  async perform(verb: ActVerb, actor: Actor): Promise<Outcome> {
    const names = this.#world.names();
    const resolved = Object.entries(verb.with ?? {}).map(([name, value]): [string, Value] => [
      name,
      resolveReferences(value, names),
    ]);
    const done = await actIn(this.#sdk, { ...verb, with: Object.fromEntries(resolved) }, actor);
    if (done.ok && verb.save !== undefined) this.#world.saved.set(verb.save, done.result);
    return done.ok ? done : { ...done, done: 0 };
  }

  /** Deletes what the acts made, the newest first. */
  async destroy(): Promise<void> {
    await this.#session.perform({ destroy: 'everything' });
  }

  leftovers(): Promise<string[]> {
    return this.#session.leftovers();
  }

  close(): void {
    this.#sdk.close();
  }
}
