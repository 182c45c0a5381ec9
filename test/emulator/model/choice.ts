import fc from 'fast-check';
import { pick } from './command.ts';
import type { Plan } from './command.ts';
import { actors } from './reference.ts';
import type { Actor, ModelInstance, Reference } from './reference.ts';
import type { World } from './world.ts';

/** Whom, and which of what there is. */
export interface Choice {
  readonly actor: Actor;
  readonly target: Actor;
  readonly first: number;
  readonly second: number;
  readonly force: boolean;
}

export const choice: fc.Arbitrary<Choice> = fc.record({
  actor: fc.constantFrom(...actors),
  target: fc.constantFrom(...actors),
  first: fc.nat(20),
  second: fc.nat(20),
  force: fc.boolean(),
});

export type Act = (choice: Choice, model: Reference, world: World) => ReturnType<Plan>;

/** An image that the actor may name: any that there is, the public one, or one that is gone. */
export const anyImage = (model: Reference, number: number): string => {
  const gone = [...model.deleted].filter((id) => id.startsWith('m-')).slice(-1);
  return pick([model.publicImageId, ...model.images.keys(), ...gone], number) ?? model.publicImageId;
};

export const notOwn = (row: { readonly owner: Actor } | undefined, actor: Actor): boolean =>
  row?.owner !== actor;

export const withInstance =
  (act: (instance: ModelInstance, choice: Choice, model: Reference, world: World) => ReturnType<Plan>): Act =>
  (chosen, model, world) => {
    const instance = pick(model.instances.values(), chosen.first);
    return instance === undefined ? undefined : act(instance, chosen, model, world);
  };
