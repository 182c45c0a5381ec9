/** What an observation needs of Terraform: plans of blocks, each with a state of its own before it. */
import type { GivenBlock, Value } from '../scenario.ts';

export type Attributes = Readonly<Record<string, Value>>;

/** A block of which Terraform thinks that it stands. */
export interface Standing {
  readonly attributes: Attributes;
  readonly schemaVersion: number;
}

export interface PlannedBlock {
  readonly block: GivenBlock;
  /** What the state has of it; null: it is to be created. */
  readonly before: Standing | null;
}

export interface PlannedChange {
  readonly actions: readonly string[];
  readonly before: Attributes | null;
  readonly after: Attributes;
  /** Members that are "(known after apply)", wholly or in part. */
  readonly unknown: ReadonlySet<string>;
  /** Paths of which a change makes a new resource. */
  readonly replaces: readonly (readonly (string | number)[])[];
  readonly schemaVersion: number;
}

/** Why a block was refused. */
export interface PlanProblem {
  /** Null where Terraform does not say which block it means. */
  readonly address: string | null;
  readonly message: string;
}

export interface Plan {
  /** If there is one, nothing was planned. */
  readonly problems: readonly PlanProblem[];
  /** Members that Terraform warns of, with the provider's words. */
  readonly deprecated: ReadonlyMap<string, string>;
  readonly changes: ReadonlyMap<string, PlannedChange>;
}

/** A block that was carried out. */
export interface Applied {
  readonly standing: Standing;
  /** Replaces each `${…}` by what it stands for. */
  readonly resolve: (value: Value) => Value;
}

export interface Planner {
  /** Carries a block out with all that it needs. @returns null where that is not possible */
  apply(given: readonly GivenBlock[], block: GivenBlock): Promise<Applied | null>;
  /** Plans blocks that know nothing of each other, without asking the API. */
  plan(blocks: readonly PlannedBlock[]): Promise<Plan>;
}
