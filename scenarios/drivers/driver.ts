import type { Timeouts } from '../bindings/binding.ts';
import type { ApiCall } from '../result.ts';
import type { GivenBlock, RefusalKind, Scenario, Value, Verb } from '../scenario.ts';

/** A block as the driver knows it after creating, reading or importing it. */
export interface ResourceState {
  readonly address: string;
  readonly type: string;
  readonly id: string;
  /** Arguments and attributes as the provider would put them into its state. */
  readonly attributes: Readonly<Record<string, Value>>;
}

/** What came of a verb. */
export type Outcome =
  | { readonly ok: true; readonly replaced: boolean; readonly result: Value }
  | {
      readonly ok: false;
      readonly kind: RefusalKind;
      readonly code: string;
      readonly message: string;
      /** How many blocks of a createMany stood before the refusal. */
      readonly done: number;
    };

/** A world of its own for one scenario: nothing in it is seen by another. */
export interface Session {
  /** Carries a verb out. A refusal is an outcome; it throws only where the driver itself is broken. */
  perform(verb: Verb): Promise<Outcome>;
  /** What is known of a block; undefined if it was never made or was deleted. */
  state(address: string): ResourceState | undefined;
  /** The block that an update replaced, as it was. */
  previous(address: string): ResourceState | undefined;
  /** Asks the API for the block anew. Null: it is gone. */
  read(state: ResourceState): Promise<ResourceState | null>;
  /** Arguments of a block that are written but never read back, so that an import does not bring them. */
  writeOnly(address: string): string[];
  /** Minutes that the provider waits for an operation where the configuration says nothing, by operation. */
  timeouts(address: string): Timeouts;
  /** What the API still has of the things that this session made, e.g. "alicloud_vpc vpc-bp1…". */
  leftovers(): Promise<string[]>;
  /** Replaces `${…}` in a value by what it stands for now. */
  resolve(value: Value): Value;
  /** API calls since the last call of this function. */
  takeCalls(): ApiCall[];
  close(): Promise<void>;
}

/** Carries scenarios out: through the official SDK, or through the real Terraform. */
export interface Driver {
  readonly name: string;
  /** How many scenarios it carries out at a time. Default: one. */
  readonly concurrency?: number;
  /** How long a scenario may take, in milliseconds, where the caller says nothing. */
  readonly timeLimitMs?: number;
  /** Makes sure that it can work at all, before anything is run. @throws Error that says what is missing */
  ready?(): Promise<void>;
  /** Why this driver cannot carry the scenario out, or null if it can. */
  unsupported(scenario: Scenario): string | null;
  /**
   * Opens a session in which the given blocks stand.
   * @param regionId the region in which it plays, where it is not the driver's own
   * @throws PrerequisiteError if one of them could not be made
   */
  open(given: readonly GivenBlock[], regionId?: string): Promise<Session>;
  close(): Promise<void>;
}

/** A prerequisite of a scenario could not be made. */
export class PrerequisiteError extends Error {
  readonly address: string;
  readonly calls: readonly ApiCall[];

  constructor(address: string, message: string, calls: readonly ApiCall[]) {
    super(message);
    this.name = 'PrerequisiteError';
    this.address = address;
    this.calls = calls;
  }
}
