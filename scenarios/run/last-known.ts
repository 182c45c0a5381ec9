import type { ResourceState, Session } from '../drivers/driver.ts';
import type { Expectation, Scenario } from '../scenario.ts';

/** The blocks that a scenario expects something of, as last known: also after they were deleted. */
export class LastKnown {
  readonly #session: Session;
  readonly #addresses: readonly string[];
  readonly #states = new Map<string, ResourceState>();

  constructor(scenario: Scenario, session: Session) {
    this.#session = session;
    const expectations = scenario.steps.flatMap(({ then }) => then);
    this.#addresses = [...new Set(expectations.flatMap(addressesOf))];
    this.update();
  }

  /** Takes over what the session knows now. */
  update(): void {
    for (const address of this.#addresses) {
      const state = this.#session.state(address);
      if (state !== undefined) this.#states.set(address, state);
    }
  }

  get(address: string): ResourceState | undefined {
    return this.#states.get(address);
  }
}

const addressesOf = (expected: Expectation): readonly string[] => {
  if ('attribute' in expected) return [expected.of];
  if ('idOf' in expected) return [expected.idOf];
  if ('exists' in expected) return [expected.exists];
  if ('gone' in expected) return [expected.gone];
  return 'sameState' in expected ? expected.sameState : [];
};
