import { test } from '@playwright/test';
import type { Driver, Outcome, Session } from '../../../scenarios/drivers/driver.ts';
import { createSdkDriver } from '../../../scenarios/drivers/sdk.ts';
import type { Value } from '../../../scenarios/scenario.ts';

/** What a test of bindings works with. */
export interface SdkSession extends Pick<Session, 'perform' | 'state' | 'takeCalls' | 'leftovers'> {
  readonly create: (address: string, values: Record<string, Value>) => Promise<Outcome>;
  /** A further session. */
  readonly open: Driver['open'];
}

/** For the tests of the block that calls it: one driver for all of them, and for each a session of its own. */
export const sdkSession = (): SdkSession => {
  let driver: Driver;
  let session: Session;
  test.beforeAll(() => {
    driver = createSdkDriver();
  });
  test.afterAll(() => driver.close());
  test.beforeEach(async () => {
    session = await driver.open([]);
  });
  test.afterEach(() => session.close());
  return {
    perform: (verb) => session.perform(verb),
    state: (address) => session.state(address),
    takeCalls: () => session.takeCalls(),
    leftovers: () => session.leftovers(),
    open: (...args) => driver.open(...args),
    create: (address, values) => session.perform({ create: { address, arguments: values } }),
  };
};
