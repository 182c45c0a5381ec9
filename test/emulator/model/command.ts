import assert from 'node:assert/strict';
import type fc from 'fast-check';
import type { Actor, Reference } from './reference.ts';
import type { Outcome, World } from './world.ts';

/** What a command is about to do: the call, what must come of it, and what that changes in the model. */
export interface Attempt {
  readonly actor: Actor;
  readonly action: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** "ok", or the code that the API's page states. */
  readonly expected: string;
  /** Enters what was done into the model; called only where it was carried out. */
  readonly apply?: (outcome: Outcome) => void;
}

/** Works out the attempt against what the model knows now; undefined where there is nothing to act on. */
export type Plan = (model: Reference, world: World) => Attempt | undefined;

/** A command of fast-check: one call by one account. */
export class ApiCommand implements fc.Command<Reference, World> {
  readonly #name: string;
  readonly #plan: Plan;

  constructor(name: string, plan: Plan) {
    this.#name = name;
    this.#plan = plan;
  }

  check(): boolean {
    return true;
  }

  run(model: Reference, world: World): void {
    const attempt = this.#plan(model, world);
    if (attempt === undefined) return;
    const { actor, action, parameters, expected, apply } = attempt;
    const before = expected === 'ok' ? null : settled(world);
    const outcome = world.call(actor, action, parameters);
    assert.equal(outcome.code, expected, `${actor}: ${action} ${JSON.stringify(parameters)}`);
    // A refusal changes nothing.
    if (before !== null) assert.ok(settled(world) === before, `${action} was refused and changed something`);
    else apply?.(outcome);
  }

  toString(): string {
    return this.#name;
  }
}

/** All rows, after the changes of status that are due with the next call. */
const settled = (world: World): string => {
  world.must('ada', 'DescribeRegions', {});
  return JSON.stringify(world.emulator.view().tables);
};

/** The item that a number stands for, so that shrinking keeps its meaning; undefined in an empty list. */
export const pick = <T>(items: Iterable<T>, number: number): T | undefined => {
  const all = [...items];
  return all[number % Math.max(all.length, 1)];
};
