import type { Timeouts } from '../../bindings/binding.ts';
import { timeoutsOf } from '../../bindings/derived/facts.ts';
import { typeAt } from '../../bindings/index.ts';
import type { ApiCall } from '../../result.ts';
import type { Value, Verb } from '../../scenario.ts';
import type { Outcome, ResourceState, Session } from '../driver.ts';
import { resolveReferences } from '../references.ts';
import { refusalOf } from '../refusal.ts';
import { ScenarioError } from '../scenario-error.ts';
import { actIn } from './act-in-world.ts';
import type { Block } from './blocks.ts';
import { namesIn } from './names.ts';
import { bindingAt, createBlock, deleteBlock, importBlock, readBlock, updateBlock } from './verbs.ts';
import type { Done } from './verbs.ts';
import type { World } from './world.ts';

/** A session of the sdk driver: the verbs, carried out in a world of its own. */
export class SdkSession implements Session {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  async perform(verb: Verb): Promise<Outcome> {
    let done = 0;
    try {
      const result = await this.#carryOut(verb, () => done++);
      return result.ok ? result : { ...result, done };
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === undefined) throw error;
      return { ok: false, ...refusal, done };
    }
  }

  #carryOut(verb: Verb, count: () => void): Promise<Done> {
    if ('create' in verb) {
      return createBlock(this.#world, verb.create, verb.as ?? 'owner');
    }
    if ('createMany' in verb) return this.#createMany(verb, count);
    if ('read' in verb) return readBlock(this.#world, verb.read, verb.as);
    if ('import' in verb) {
      const { address, id, region } = verb.import;
      const place = { actor: verb.as ?? 'owner', region };
      return importBlock(this.#world, address, textOfReference(this.resolve(id)), place);
    }
    if ('update' in verb)
      return updateBlock(this.#world, verb.update.address, verb.update.arguments, verb.as);
    if ('delete' in verb) return deleteBlock(this.#world, verb.delete, this.#standing(verb.delete), verb.as);
    if ('deleteAgain' in verb) {
      const block = this.#world.blocks.get(verb.deleteAgain) ?? this.#world.blocks.previous(verb.deleteAgain);
      if (block === undefined)
        throw new ScenarioError(`${verb.deleteAgain} was never there to be deleted again`);
      return deleteBlock(this.#world, verb.deleteAgain, block, verb.as);
    }
    if ('destroy' in verb) return this.#destroy();
    return actIn(this.#world, verb, verb.as ?? 'owner');
  }

  async #createMany(verb: Extract<Verb, { createMany: unknown }>, count: () => void): Promise<Done> {
    const { times, from = 1, ...block } = verb.createMany;
    for (let number = from; number < from + times; number++) {
      const one = { ...block, address: `${block.address}-${number}` };
      const done = await createBlock(this.#world, one, verb.as ?? 'owner', number);
      if (!done.ok) return done;
      count();
    }
    return { ok: true, replaced: false, result: times };
  }

  /** As `terraform destroy`: looks what is still there, then deletes it, dependents first. */
  async #destroy(): Promise<Done> {
    for (const [address, block] of this.#world.blocks.newestFirst()) {
      const gone = !block.imported && block.state.id !== '' && (await this.read(block.state)) === null;
      if (gone || block.imported) {
        this.#world.blocks.remove(address);
        continue;
      }
      const done = await deleteBlock(this.#world, address, block);
      if (!done.ok) return done;
    }
    return { ok: true, replaced: false, result: null };
  }

  state(address: string): ResourceState | undefined {
    return this.#world.blocks.get(address)?.state;
  }

  previous(address: string): ResourceState | undefined {
    return this.#world.blocks.previous(address)?.state;
  }

  async read(state: ResourceState): Promise<ResourceState | null> {
    const binding = bindingAt(state.address);
    if (binding.kind === 'data') return state;
    const known = this.#blockOf(state);
    const api = this.#world.api(known?.actor ?? 'owner', known?.region);
    const found = await binding.read(state.id, api, state.attributes);
    return found && { ...state, attributes: { ...state.attributes, ...found } };
  }

  writeOnly(address: string): string[] {
    const facts = Object.entries(bindingAt(address).arguments);
    return facts.flatMap(([name, { writeOnly }]) => (writeOnly === true ? [name] : []));
  }

  timeouts(address: string): Timeouts {
    return timeoutsOf(typeAt(address).type);
  }

  async leftovers(): Promise<string[]> {
    const found: string[] = [];
    for (const { state } of this.#world.blocks.made()) {
      if (bindingAt(state.address).kind === 'data') continue;
      if ((await this.read(state)) !== null) found.push(`${state.type} ${state.id}`);
    }
    return found;
  }

  resolve(value: Value): Value {
    return resolveReferences(value, namesIn(this.#world));
  }

  takeCalls(): ApiCall[] {
    return this.#world.takeCalls();
  }

  close(): Promise<void> {
    this.#world.close();
    return Promise.resolve();
  }

  #standing(address: string): Block {
    const block = this.#world.blocks.get(address);
    if (block === undefined) throw new ScenarioError(`there is no block ${address}`);
    return block;
  }

  #blockOf(state: ResourceState): Block | undefined {
    const { blocks } = this.#world;
    return (
      blocks.get(state.address) ??
      blocks.previous(state.address) ??
      blocks.made().find((made) => made.state.id === state.id)
    );
  }
}

/** @throws ScenarioError if it is a list or an object, which is no id */
const textOfReference = (value: Value): string => {
  if (typeof value !== 'object') return String(value);
  throw new ScenarioError('the id to import must be a text');
};
