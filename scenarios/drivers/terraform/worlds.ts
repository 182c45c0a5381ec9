import type { Emulator } from '../../../emulator/index.ts';
import type { ApiCall } from '../../result.ts';
import type { GivenBlock } from '../../scenario.ts';
import { PrerequisiteError } from '../driver.ts';
import { refusalOfDiagnostic } from './diagnostics.ts';
import type { Run } from './diagnostics.ts';
import { Readings } from './readings.ts';
import type { Seats } from './seats.ts';
import { World } from './world.ts';

/** A world after one more block was tried, with what came of it. */
export interface Created {
  readonly world: World;
  readonly run: Run;
  readonly calls: readonly ApiCall[];
  /** What the API has in this world, as long as nothing more happens. */
  readonly readings: Readings;
}

/**
 * Worlds in which prerequisites stand. A run of Terraform costs seconds, so each distinct list is applied
 * once and then forked, on top of the longest list that stands already; and so is the first block that a
 * scenario creates: every promise of an attribute begins with the same one.
 */
export class Worlds {
  readonly #origin: Emulator;
  readonly #seats: Seats;
  readonly #worlds = new Map<string, Promise<World>>();
  readonly #created = new Map<string, Promise<Created>>();
  readonly #kept = new Set<World>();

  /** @param origin the emulator whose state every world starts from; it is left as it is */
  constructor(origin: Emulator, seats: Seats) {
    this.#origin = origin;
    this.#seats = seats;
  }

  /** The world in which these blocks stand; fork it before something happens in it. @throws PrerequisiteError */
  having(given: readonly GivenBlock[]): Promise<World> {
    const key = JSON.stringify(given);
    const known = this.#worlds.get(key);
    if (known !== undefined) return known;
    const world = this.#make(given);
    this.#worlds.set(key, world);
    return world;
  }

  /** What comes of creating this block as the owner where the given ones stand. */
  creating(given: readonly GivenBlock[], block: GivenBlock): Promise<Created> {
    const key = JSON.stringify([...given, block]);
    const known = this.#created.get(key);
    if (known !== undefined) return known;
    const created = this.having(given).then((world) => this.#add(world, [block]));
    this.#created.set(key, created);
    return created;
  }

  async close(): Promise<void> {
    for (const world of this.#kept) world.close();
    await Promise.allSettled([...this.#worlds.values(), ...this.#created.values()]);
  }

  async #make(given: readonly GivenBlock[]): Promise<World> {
    if (given.length === 0) return this.#keep(new World(this.#seats, this.#origin.fork()));
    const created = this.#created.get(JSON.stringify(given)) ?? this.#addTo(given);
    const { world, run, calls } = await created;
    const [problem] = run.problems;
    if (problem === undefined) return world;
    const { kind, code, message } = refusalOfDiagnostic(problem, calls);
    const address = problem.address ?? given.at(-1)?.address ?? '';
    throw new PrerequisiteError(address, `refused (${kind}): ${code}: ${message}`, calls);
  }

  /** Makes what is missing to the world of the longest beginning of the list that is there already. */
  async #addTo(given: readonly GivenBlock[]): Promise<Created> {
    for (let length = given.length - 1; length > 0; length--) {
      const beginning = given.slice(0, length);
      const key = JSON.stringify(beginning);
      if (!this.#worlds.has(key) && !this.#created.has(key)) continue;
      const base = await this.having(beginning).catch(() => undefined);
      if (base !== undefined) return this.#add(base, given.slice(length));
    }
    return this.#add(await this.having([]), given);
  }

  async #add(base: World, added: readonly GivenBlock[]): Promise<Created> {
    const world = this.#keep(base.fork());
    const blocks = new Map(world.blocksOf('owner'));
    for (const block of added) blocks.set(block.address, block);
    const run = await world.apply('owner', blocks);
    return { world, run, calls: world.takeCalls(), readings: new Readings(world) };
  }

  #keep(world: World): World {
    this.#kept.add(world);
    return world;
  }
}
