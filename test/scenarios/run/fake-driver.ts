import type { Timeouts } from '../../../scenarios/bindings/binding.ts';
import type { Driver, Outcome, ResourceState, Session } from '../../../scenarios/drivers/driver.ts';
import type { Scenario, ScenarioInput, Verb } from '../../../scenarios/scenario.ts';
import { scenarioSchema } from '../../../scenarios/scenario.ts';

export const success: Outcome = { ok: true, replaced: false, result: null };

export const block = (
  address: string,
  id: string,
  attributes: ResourceState['attributes'] = {},
): ResourceState => ({
  address,
  type: address.split('.')[0] ?? '',
  id,
  attributes,
});

export interface FakeSession {
  readonly perform?: (verb: Verb) => Promise<Outcome> | Outcome;
  readonly states?: readonly ResourceState[];
  readonly previous?: readonly ResourceState[];
  /** Ids that the API still knows. */
  readonly standing?: readonly string[];
  readonly writeOnly?: readonly string[];
  readonly timeouts?: Timeouts;
  readonly leftovers?: readonly string[];
}

export interface FakeDriver extends Driver {
  opened: number;
  closed: number;
}

/** A driver that says what a test tells it to. */
export const fakeDriver = (fake: FakeSession = {}, options: Partial<Driver> = {}): FakeDriver => {
  const driver: FakeDriver = {
    name: 'fake',
    opened: 0,
    closed: 0,
    unsupported: () => null,
    open: () => {
      driver.opened++;
      return Promise.resolve(sessionOf(fake, () => driver.closed++));
    },
    close: () => Promise.resolve(),
    ...options,
  };
  return driver;
};

const sessionOf = (fake: FakeSession, closed: () => void): Session => ({
  perform: async (verb) => (await fake.perform?.(verb)) ?? success,
  state: (address) => fake.states?.find((state) => state.address === address),
  previous: (address) => fake.previous?.find((state) => state.address === address),
  read: (state) => Promise.resolve(fake.standing?.includes(state.id) === true ? state : null),
  timeouts: () => fake.timeouts ?? {},
  writeOnly: () => [...(fake.writeOnly ?? [])],
  leftovers: () => Promise.resolve([...(fake.leftovers ?? [])]),
  resolve: (value) => value,
  takeCalls: () => [],
  close: () => {
    closed();
    return Promise.resolve();
  },
});

/** A scenario of one step, or as given. */
export const scenario = (given: Partial<ScenarioInput> = {}): Scenario =>
  scenarioSchema.parse({
    id: 'a',
    kind: 'create',
    title: 'a promise',
    trust: 'documented',
    page: null,
    steps: [{ when: { read: 'alicloud_vpc.default' } }],
    ...given,
  });
