import type { Outcome, ResourceState, Session } from '../drivers/driver.ts';
import type { Expectation, Verb } from '../scenario.ts';

/** What an expectation is judged by. */
export interface Seen {
  readonly session: Session;
  readonly verb: Verb;
  readonly outcome: Outcome;
  /** The block as last known, also after it was deleted. */
  readonly lastKnown: (address: string) => ResourceState | undefined;
}

/** An expectation that is not met. */
export interface Unmet {
  readonly expected: string;
  readonly observed: string;
  /** Nothing speaks against it, but there is nothing here by which it could be told. */
  readonly isUnseen?: true;
}

/** Each member of the union that has this member. */
export type Having<Name extends string> = Extract<Expectation, Readonly<Record<Name, unknown>>>;
