import type { Timeouts } from '../../bindings/binding.ts';
import type { ApiCall } from '../../result.ts';
import type { Actor, GivenBlock, Value, Verb } from '../../scenario.ts';
import type { Outcome, ResourceState, Session } from '../driver.ts';
import { resolveReferences } from '../references.ts';
import { refusalOf } from '../refusal.ts';
import { ScenarioError } from '../scenario-error.ts';
import type { Acts } from './acts.ts';
import { refusalOfDiagnostic } from './diagnostics.ts';
import type { Run } from './diagnostics.ts';
import { Readings } from './readings.ts';
import { secretsOf, timeoutsIn } from './state-file.ts';
import type { KnownBlock, World } from './world.ts';
import type { Worlds } from './worlds.ts';

const success = (result: Value = null, replaced = false): Outcome => ({ ok: true, replaced, result });

/** Accounts in the order in which their things can be destroyed: those who use before the one who owns. */
const destroyed: readonly Actor[] = ['stranger', 'recipient', 'owner'];

/** A session of the terraform driver: each verb is what a person would type. */
export class TerraformSession implements Session {
  readonly #worlds: Worlds;
  readonly #given: readonly GivenBlock[];
  readonly #makeActs: (world: World) => Promise<Acts>;
  #world: World;
  /** Nothing has happened yet: the world is everybody's. */
  #isFresh = true;
  #acts: Promise<Acts> | undefined;
  #readings: Readings;

  /** @param world in which the given blocks stand; it is forked before something happens in it */
  constructor(
    worlds: Worlds,
    given: readonly GivenBlock[],
    world: World,
    makeActs: (world: World) => Promise<Acts>,
  ) {
    this.#worlds = worlds;
    this.#given = given;
    this.#world = world;
    this.#makeActs = makeActs;
    this.#readings = new Readings(world);
  }

  async perform(verb: Verb): Promise<Outcome> {
    try {
      return await this.#carryOut(verb);
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === undefined) throw error;
      return { ok: false, ...refusal, done: 0 };
    }
  }

  async #carryOut(verb: Verb): Promise<Outcome> {
    const actor = verb.as ?? 'owner';
    if ('create' in verb && this.#isFresh && actor === 'owner') return this.#createFirst(verb.create);
    this.#begin(this.#isFresh ? this.#world.fork() : this.#world);
    if ('create' in verb) return this.#create([verb.create], actor);
    if ('createMany' in verb) return this.#create(manyOf(verb.createMany), actor);
    if ('read' in verb) return this.#read(verb.read);
    if ('import' in verb) return this.#import(verb.import, actor);
    if ('update' in verb) return this.#update(verb.update);
    if ('delete' in verb) return this.#delete(verb.delete);
    if ('deleteAgain' in verb) return this.#deleteAgain(verb.deleteAgain);
    if ('destroy' in verb) return this.#destroy();
    const acts = await (this.#acts ??= this.#makeActs(this.#world));
    return acts.perform(verb, actor);
  }

  /**
   * Something happens: from now on the world is this session's own, and what was read before is old.
   * @param readings of a world that is the same until more happens
   */
  #begin(world: World, readings = new Readings(world)): void {
    this.#isFresh = false;
    this.#world = world;
    this.#readings = readings;
  }

  async #createFirst(block: GivenBlock): Promise<Outcome> {
    this.#refuseStanding(block.address);
    const { world, run, calls, readings } = await this.#worlds.creating(this.#given, block);
    this.#begin(world.fork(), readings);
    this.#world.replayCalls(calls);
    return run.problems.length === 0
      ? success(this.#world.state(block.address)?.id ?? null)
      : this.#refused(run, calls);
  }

  async #create(blocks: readonly GivenBlock[], actor: Actor): Promise<Outcome> {
    for (const { address } of blocks) this.#refuseStanding(address);
    const configured = new Map(this.#world.blocksOf(actor));
    for (const block of blocks) configured.set(block.address, block);
    const earlier = this.#world.takeCalls();
    const run = await this.#world.apply(actor, configured);
    const calls = this.#again(earlier);
    const standing = blocks.filter(({ address }) => this.#world.standing(address) !== undefined);
    if (run.problems.length > 0) return this.#refused(run, calls, standing.length);
    const [first] = blocks;
    const only =
      blocks.length === 1 && first !== undefined ? this.#world.state(first.address)?.id : undefined;
    return success(only ?? blocks.length);
  }

  #refuseStanding(address: string): void {
    if (this.#world.standing(address) === undefined) return;
    throw new ScenarioError(`${address} stands already: update it, or create it under another address`);
  }

  async #read(address: string): Promise<Outcome> {
    const known = this.#standing(address);
    if (known.entry.mode === 'data') {
      const run = await this.#world.apply(known.actor, this.#world.blocksOf(known.actor));
      return run.problems.length === 0 ? success(true) : this.#refused(run, []);
    }
    const found = await this.#readings.of(known);
    if (found === null) {
      this.#world.forget(address);
      return success(false);
    }
    this.#world.refresh(address, { ...known, entry: found });
    return success(true);
  }

  async #import({ address, id, region }: ImportVerb['import'], actor: Actor): Promise<Outcome> {
    this.#refuseStanding(address);
    const resolved = this.resolve(id);
    if (typeof resolved === 'object') throw new ScenarioError('the id to import must be a text');
    const earlier = this.#world.takeCalls();
    const run = await this.#world.import(actor, address, String(resolved), region);
    const calls = this.#again(earlier);
    return run.problems.length === 0 ? success(String(resolved)) : this.#refused(run, calls);
  }

  async #update({ address, arguments: changes }: GivenBlock): Promise<Outcome> {
    const { actor } = this.#standing(address);
    const blocks = new Map(this.#world.blocksOf(actor));
    const block = blocks.get(address);
    if (block === undefined)
      throw new ScenarioError(`${address} was imported: there is no configuration to change`);
    blocks.set(address, { ...block, arguments: { ...block.arguments, ...changes } });
    const earlier = this.#world.takeCalls();
    const run = await this.#world.apply(actor, blocks);
    const calls = this.#again(earlier);
    if (run.problems.length > 0) return this.#refused(run, calls);
    return success(true, run.changes.get(address) === 'replace');
  }

  /** Takes the block out of the configuration; Terraform then deletes what it stands for. */
  async #delete(address: string): Promise<Outcome> {
    const { actor } = this.#standing(address);
    return this.#applyWithout(address, actor);
  }

  /** Terraform still thinks that it stands, and is not told to look first. */
  #deleteAgain(address: string): Promise<Outcome> {
    const known = this.#world.standing(address) ?? this.#world.previous(address);
    if (known === undefined) throw new ScenarioError(`${address} was never there to be deleted again`);
    this.#world.pretend(address, known);
    return this.#applyWithout(address, known.actor);
  }

  async #applyWithout(address: string, actor: Actor): Promise<Outcome> {
    const blocks = new Map([...this.#world.blocksOf(actor)].filter(([at]) => at !== address));
    const earlier = this.#world.takeCalls();
    const run = await this.#world.apply(actor, blocks);
    const calls = this.#again(earlier);
    return run.problems.length === 0 ? success() : this.#refused(run, calls);
  }

  async #destroy(): Promise<Outcome> {
    await (await this.#acts)?.destroy();
    for (const actor of destroyed) {
      const earlier = this.#world.takeCalls();
      const run = await this.#world.destroy(actor);
      const calls = this.#again(earlier);
      if (run.problems.length > 0) return this.#refused(run, calls);
    }
    return success();
  }

  state(address: string): ResourceState | undefined {
    return this.#world.state(address);
  }

  previous(address: string): ResourceState | undefined {
    const known = this.#world.previous(address);
    return known && this.#readings.stateOf(address, known.entry);
  }

  async read(state: ResourceState): Promise<ResourceState | null> {
    const known = this.#knownAs(state);
    if (known === undefined || known.entry.mode === 'data') return state;
    const found = await this.#readings.of(known);
    return found && this.#readings.stateOf(state.address, found);
  }

  writeOnly(address: string): string[] {
    const known = this.#world.standing(address);
    return known === undefined ? [] : secretsOf(known.entry);
  }

  timeouts(address: string): Timeouts {
    return timeoutsIn(this.#standing(address).entry);
  }

  async leftovers(): Promise<string[]> {
    const found: string[] = [];
    for (const [address, known] of this.#world.everMade()) {
      const { type, id } = this.#readings.stateOf(address, known.entry);
      if ((await this.#readings.of(known)) !== null) found.push(`${type} ${id}`);
    }
    return [...found, ...((await (await this.#acts)?.leftovers()) ?? [])];
  }

  resolve(value: Value): Value {
    return resolveReferences(value, this.#world.names());
  }

  takeCalls(): ApiCall[] {
    return this.#isFresh ? [] : this.#world.takeCalls();
  }

  async close(): Promise<void> {
    if (!this.#isFresh) this.#world.close();
    const acts = await this.#acts?.catch(() => undefined);
    acts?.close();
  }

  #standing(address: string): KnownBlock {
    const known = this.#world.standing(address);
    if (known === undefined) throw new ScenarioError(`there is no block ${address}`);
    return known;
  }

  /** The block that a state was taken of, which may have been replaced since. */
  #knownAs({ address, id }: ResourceState): KnownBlock | undefined {
    const both = [this.#world.standing(address), this.#world.previous(address)];
    return both.find((known) => known?.entry.instances[0]?.attributes['id'] === id) ?? both[0] ?? both[1];
  }

  /** The calls of the last command, and puts those before it back, so that a report has them all. */
  #again(earlier: readonly ApiCall[]): readonly ApiCall[] {
    const calls = this.#world.takeCalls();
    this.#world.replayCalls([...earlier, ...calls]);
    return calls;
  }

  #refused({ problems }: Run, calls: readonly ApiCall[], done = 0): Outcome {
    const [first] = problems;
    const refusal =
      first === undefined
        ? { kind: 'other' as const, code: 'TerraformError', message: '' }
        : refusalOfDiagnostic(first, calls);
    return { ok: false, ...refusal, done };
  }
}

/** The blocks of a createMany, with `${number}` filled in. */
type ImportVerb = Extract<Verb, { import: unknown }>;

const manyOf = ({ address, arguments: values, times, from = 1, ...place }: Many): GivenBlock[] =>
  Array.from({ length: times }, (_, at) => {
    const number = String(from + at);
    const filled = JSON.parse(
      JSON.stringify(values).replaceAll('${number}', number),
    ) as GivenBlock['arguments'];
    return { ...place, address: `${address}-${number}`, arguments: filled };
  });

type Many = Extract<Verb, { createMany: unknown }>['createMany'];
