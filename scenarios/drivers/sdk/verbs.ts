/** Terraform's verbs on one block, with the checks and the choice of update or replacement that it makes. */
import { isDeepStrictEqual } from 'node:util';
import { bindingFor, typeAt } from '../../bindings/index.ts';
import type { Arguments, Binding, ResourceBinding } from '../../bindings/binding.ts';
import type { Actor, GivenBlock, Value } from '../../scenario.ts';
import type { Outcome } from '../driver.ts';
import { checkArguments } from '../argument-check.ts';
import { asksForNew } from '../force-new.ts';
import { resolveReferences } from '../references.ts';
import type { Refusal } from '../refusal.ts';
import { ScenarioError } from '../scenario-error.ts';
import type { Block } from './blocks.ts';
import { namesIn } from './names.ts';
import type { World } from './world.ts';

/** What came of one block. */
export type Done = Extract<Outcome, { ok: true }> | ({ readonly ok: false } & Refusal);

const success = (result: Value = null, replaced = false): Done => ({ ok: true, replaced, result });
const refused = (kind: Refusal['kind'], code: string, message: string): Done => ({
  ok: false,
  kind,
  code,
  message,
});

/** "data.alicloud_zones.default" → its binding. @throws ScenarioError if there is none */
export const bindingAt = (address: string): Binding => {
  const { kind, type } = typeAt(address);
  const binding = bindingFor(kind, type);
  if (binding === undefined) throw new ScenarioError(`there is no binding for ${address}`);
  return binding;
};

const resourceAt = (address: string): ResourceBinding => {
  const binding = bindingAt(address);
  if (binding.kind === 'resource') return binding;
  throw new ScenarioError(`${address} is a data source: it cannot be imported or deleted`);
};

const resolved = (world: World, given: Arguments, number?: number): Arguments =>
  Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, resolveReferences(value, namesIn(world, number))]),
  );

const standing = (world: World, address: string): Block => {
  const block = world.blocks.get(address);
  if (block === undefined) throw new ScenarioError(`there is no block ${address}`);
  return block;
};

/**
 * Checks the configuration, creates the block (queries it, if it is a data source) and reads it back.
 * @param number what `${number}` stands for
 */
export const createBlock = async (
  world: World,
  { address, arguments: given, region }: GivenBlock,
  actor: Actor,
  number?: number,
): Promise<Done> => {
  if (world.blocks.get(address) !== undefined) {
    throw new ScenarioError(`${address} stands already: update it, or create it under another address`);
  }
  const binding = bindingAt(address);
  const checked = checkArguments(binding, resolved(world, given, number));
  if (!checked.ok) return refusedBy(checked.refusal);
  return make(world, address, binding, checked.values, { actor, region });
};

const refusedBy = (refusal: Refusal): Done => ({ ok: false, ...refusal });

const make = async (
  world: World,
  address: string,
  binding: Binding,
  values: Arguments,
  { actor, region }: Pick<Block, 'actor' | 'region'>,
): Promise<Done> => {
  const api = world.api(actor, region);
  const id = binding.kind === 'resource' ? await binding.create(values, api) : '';
  const read =
    binding.kind === 'resource' ? await binding.read(id, api, values) : await binding.query(values, api);
  const state = { address, type: binding.type, id: textId(read) ?? id, attributes: { ...values, ...read } };
  world.blocks.add(address, { state, values, actor, region, imported: false });
  if (read !== null) return success(state.id);
  return refused(
    'other',
    'ProviderProducedNothing',
    `${address} (${id}) was created, but then could not be found`,
  );
};

const textId = (attributes: Arguments | null): string | undefined => {
  const id = attributes?.['id'];
  return typeof id === 'string' ? id : undefined;
};

/** Reads the block anew and takes over what the API says. The result: whether it is still there. */
export const readBlock = async (world: World, address: string, as?: Actor): Promise<Done> => {
  const block = standing(world, address);
  const binding = bindingAt(address);
  const api = world.api(as ?? block.actor, block.region);
  const found =
    binding.kind === 'resource'
      ? await binding.read(block.state.id, api, block.state.attributes)
      : await binding.query(block.values, api);
  if (found === null) {
    world.blocks.remove(address);
    return success(false);
  }
  const attributes = { ...block.state.attributes, ...found };
  world.blocks.refresh(address, { ...block, state: { ...block.state, attributes } });
  return success(true);
};

/** `terraform import`: only what the provider reads by the id is known afterwards. */
export const importBlock = async (
  world: World,
  address: string,
  id: string,
  { actor, region }: Pick<Block, 'actor' | 'region'>,
): Promise<Done> => {
  if (world.blocks.get(address) !== undefined) throw new ScenarioError(`${address} stands already`);
  const binding = resourceAt(address);
  const found = await binding.read(id, world.api(actor, region), {});
  if (found === null) {
    return refused('not-found', 'ImportOfNothing', `there is no ${binding.type} with the id ${id} to import`);
  }
  const state = { address, type: binding.type, id: textId(found) ?? id, attributes: found };
  const values = Object.fromEntries(Object.entries(found).filter(([name]) => name in binding.arguments));
  world.blocks.add(address, { state, values, actor, region, imported: true });
  return success(state.id);
};

/**
 * Changes arguments; null takes one away. As Terraform does, in place where the provider can, and by
 * deleting and creating anew where one of them is ForceNew.
 */
export const updateBlock = async (
  world: World,
  address: string,
  given: Arguments,
  as?: Actor,
): Promise<Done> => {
  const block = standing(world, address);
  const binding = bindingAt(address);
  const actor = as ?? block.actor;
  const checked = checkArguments(binding, { ...block.values, ...resolved(world, given) });
  if (!checked.ok) return refusedBy(checked.refusal);
  const { values } = checked;
  const changed = Object.keys(binding.arguments).filter(
    (name) =>
      name in given &&
      // What the API fills in stays as it is where the configuration says nothing of it any more.
      !(binding.arguments[name]?.computed === true && values[name] === undefined) &&
      !isDeepStrictEqual(values[name] ?? null, knownOf(block, name)),
  );
  const changes = Object.fromEntries(changed.map((name) => [name, values[name] ?? null]));
  const isReplaced = changed.some((name) =>
    asksForNew(binding.arguments[name], knownOf(block, name), values[name] ?? null),
  );
  if (binding.kind === 'resource' && isReplaced) {
    await binding.delete(block.state.id, world.api(actor, block.region), block.values);
    world.blocks.remove(address);
    const made = await make(world, address, binding, values, { actor, region: block.region });
    return made.ok ? { ...made, replaced: true } : made;
  }
  if (binding.kind === 'resource' && changed.length > 0) {
    await binding.update(block.state.id, changes, world.api(actor, block.region), {
      ...block.state.attributes,
      ...values,
    });
  }
  const attributes = { ...without(block.state.attributes, changes), ...values };
  world.blocks.refresh(address, { ...block, values, state: { ...block.state, attributes } });
  return readBlock(world, address, as);
};

/** Without what the change touches: Terraform's state takes that from the configuration, then from the API. */
const without = (attributes: Arguments, changes: Arguments): Arguments =>
  Object.fromEntries(Object.entries(attributes).filter(([name]) => !(name in changes)));

const knownOf = ({ state, values }: Block, name: string): Value =>
  state.attributes[name] ?? values[name] ?? null;

/** Deletes what the block stands for; it is no block of the session any more. */
export const deleteBlock = async (world: World, address: string, block: Block, as?: Actor): Promise<Done> => {
  const binding = bindingAt(address);
  if (binding.kind === 'resource') {
    await binding.delete(block.state.id, world.api(as ?? block.actor, block.region), block.values);
  }
  world.blocks.remove(address);
  return success();
};

/** Takes a resource that an act made into the session, so that it is destroyed with everything else. */
export const rememberBlock = (world: World, type: string, id: string, actor: Actor): void => {
  const address = `${type}.act-${id}`;
  const state = { address, type, id, attributes: { id } };
  world.blocks.add(address, { state, values: {}, actor, region: undefined, imported: false });
};
