import type { Call } from '../wire/call.ts';

/** What is to go wrong, and when. */
export interface FaultPlan {
  /** Name of the action; "*" for every one. */
  readonly action: string;
  /** Only calls of this account; null for every one. */
  readonly accountId: string | null;
  /** The first matching call that it happens to, counted from 1. */
  readonly call: number;
  /** How many calls it happens to; null: all from then on. */
  readonly times: number | null;
  /** Fails with this error; null where it does not. */
  readonly error: {
    readonly code: string;
    readonly status: number | null;
    readonly message: string | null;
  } | null;
  /** The reply waits. */
  readonly delayMilliseconds: number;
  /** The connection breaks in place of a reply: before the call is carried out, or after. */
  readonly dropConnection: 'before' | 'after' | null;
}

export interface PlannedFault extends FaultPlan {
  readonly id: string;
  /** Matching calls so far. */
  readonly seen: number;
}

/** Faults that were asked for. */
export class Faults {
  #plans: PlannedFault[] = [];
  #count = 0;

  add(plan: FaultPlan): PlannedFault {
    const planned = { ...plan, id: `fault-${++this.#count}`, seen: 0 };
    this.#plans = [...this.#plans, planned];
    return planned;
  }

  list(): readonly PlannedFault[] {
    return this.#plans;
  }

  /** @returns false if there is none with this id */
  remove(id: string): boolean {
    const before = this.#plans.length;
    this.#plans = this.#plans.filter((plan) => plan.id !== id);
    return this.#plans.length < before;
  }

  clear(): void {
    this.#plans = [];
  }

  /** Counts a call, and tells what is to go wrong with it. */
  strike(call: Call, accountId: string): readonly FaultPlan[] {
    if (this.#plans.length === 0) return [];
    const struck: FaultPlan[] = [];
    this.#plans = this.#plans.flatMap((plan) => {
      if (!matches(plan, call, accountId)) return [plan];
      const seen = plan.seen + 1;
      if (seen >= plan.call) struck.push(plan);
      const isOver = plan.times !== null && seen >= plan.call + plan.times - 1;
      return isOver ? [] : [{ ...plan, seen }];
    });
    return struck;
  }
}

const matches = (plan: FaultPlan, call: Call, accountId: string): boolean =>
  (plan.action === '*' || plan.action === call.action) &&
  (plan.accountId === null || plan.accountId === accountId);
