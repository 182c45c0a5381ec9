import type { ResourceState } from '../driver.ts';
import { refusalOfDiagnostic } from './diagnostics.ts';
import { resourceStateOf } from './state-file.ts';
import type { StateEntry } from './state-file.ts';
import type { KnownBlock, World } from './world.ts';

const keyOf = ({ actor, entry }: KnownBlock): string =>
  `${actor} ${entry.type} ${JSON.stringify(entry.instances[0]?.attributes['id'])}`;

/**
 * What the API has now, as Terraform reads it. The first question is answered for everything at once, since
 * a run for each of fifty would take minutes; the answers are good until something happens in the world.
 */
export class Readings {
  readonly #world: World;
  readonly #known = new Map<string, StateEntry | null>();
  /** The end of what was asked for so far. */
  #asked: Promise<unknown> = Promise.resolve();

  constructor(world: World) {
    this.#world = world;
  }

  /** What the API has of a block; null: it is gone. @throws Error if Terraform cannot read it */
  async of(block: KnownBlock): Promise<StateEntry | null> {
    const key = keyOf(block);
    // Several sessions may ask at a time: the first one's answers are the others' as well.
    const answered = this.#asked.then(() => (this.#known.has(key) ? undefined : this.#readAll(block)));
    this.#asked = answered.catch(() => undefined);
    await answered;
    return this.#known.get(key) ?? null;
  }

  stateOf(address: string, entry: StateEntry): ResourceState {
    return resourceStateOf(address, entry);
  }

  async #readAll(wanted: KnownBlock): Promise<void> {
    const blocks = new Map(
      [wanted, ...this.#world.everMade().map(([, block]) => block)].map((block) => [keyOf(block), block]),
    );
    const sameAccount = [...blocks.values()].filter(({ actor }) => actor === wanted.actor);
    const all = await this.#world.readAnew(
      wanted.actor,
      sameAccount.map(({ entry }) => entry),
    );
    if (all.run.problems.length === 0) {
      sameAccount.forEach((block, at) => this.#known.set(keyOf(block), all.found[at] ?? null));
      return;
    }
    // One that cannot be read must not hide the others.
    const { run, found } = await this.#world.readAnew(wanted.actor, [wanted.entry]);
    const [problem] = run.problems;
    if (problem !== undefined) {
      throw new Error(`Terraform cannot read it: ${refusalOfDiagnostic(problem, []).message}`);
    }
    this.#known.set(keyOf(wanted), found[0] ?? null);
  }
}
