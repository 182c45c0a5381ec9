import { expect, test } from '@playwright/test';
import { PrerequisiteError } from '../../../scenarios/drivers/driver.ts';
import type { Outcome } from '../../../scenarios/drivers/driver.ts';
import { resultSchema } from '../../../scenarios/result.ts';
import { runScenarios } from '../../../scenarios/run/index.ts';
import { fakeDriver, scenario } from './fake-driver.ts';

const refusal: Outcome = { ok: false, kind: 'other', code: 'X', message: 'No.', done: 0 };

test('gives one result a scenario, in their order, and tells of each', async () => {
  const ids = ['c', 'a', 'b'];
  const told: string[] = [];
  const results = await runScenarios(
    ids.map((id) => scenario({ id })),
    fakeDriver(),
    { onResult: (result) => told.push(result.scenario) },
  );
  expect(results.map((result) => result.scenario)).toEqual(ids);
  expect(told).toEqual(ids);
  for (const result of results) expect(resultSchema.parse(result)).toEqual(result);
});

test('each scenario has a session of its own, which is closed', async () => {
  const driver = fakeDriver({ perform: () => refusal });
  await runScenarios([scenario(), scenario()], driver);
  expect(driver).toMatchObject({ opened: 2, closed: 2 });
});

test('what cannot be checked is not run and says why', async () => {
  const driver = fakeDriver({}, { unsupported: ({ id }) => (id === 'b' ? 'no binding' : null) });
  const results = await runScenarios(
    [
      scenario({ id: 'a', steps: [], notChecked: 'no rule reads this' }),
      scenario({ id: 'b' }),
      scenario({ steps: [] }),
    ],
    driver,
  );
  expect(results.map(({ verdict, reason }) => [verdict, reason])).toEqual([
    ['not-checked', 'no rule reads this'],
    ['not-checked', 'no binding'],
    ['not-checked', 'the scenario has no steps'],
  ]);
  expect(driver.opened).toBe(0);
});

test('only what the filter lets through is run, and bail stops at the first failure', async () => {
  const all = ['a', 'b', 'c'].map((id) => scenario({ id }));
  const failing = fakeDriver({ perform: () => refusal });
  const results = await runScenarios(all, failing, { filter: ({ id }) => id !== 'a', bail: true });
  expect(results.map(({ scenario: id }) => id)).toEqual(['b']);
});

const withoutVpc = () =>
  fakeDriver(
    {},
    { open: () => Promise.reject(new PrerequisiteError('alicloud_vpc.a', 'refused (quota)', [])) },
  );

test('a derived scenario whose prerequisite could not be made is not checked: the block has its own', async () => {
  const [result] = await runScenarios([scenario({ kind: 'read-back' })], withoutVpc());
  expect(result).toMatchObject({
    verdict: 'not-checked',
    reason: 'alicloud_vpc.a of the example cannot be made: refused (quota)',
  });
});

test('a prerequisite that could not be made fails a hand-written scenario at step 0', async () => {
  const [result] = await runScenarios([scenario({ kind: 'hand-written' })], withoutVpc());
  expect(result).toMatchObject({
    verdict: 'failed',
    failure: {
      step: 0,
      doing: 'make the prerequisite alicloud_vpc.a',
      expected: 'alicloud_vpc.a can be made',
      observed: 'refused (quota)',
    },
  });
});

test('an error that nobody expected fails the scenario, not the run', async () => {
  const driver = fakeDriver({ perform: () => Promise.reject(new Error('there is no block alicloud_x.y')) });
  const results = await runScenarios([scenario(), scenario()], driver);
  expect(results).toHaveLength(2);
  expect(results[0]?.failure).toMatchObject({ step: 1, observed: 'there is no block alicloud_x.y' });
});

test('a scenario that does not end is ended at its time limit', async () => {
  const driver = fakeDriver({ perform: () => new Promise<Outcome>(() => undefined) });
  const [result] = await runScenarios([scenario()], driver, { timeLimitMs: 30 });
  expect(result).toMatchObject({
    verdict: 'failed',
    failure: {
      step: 1,
      expected: 'an end within the time limit',
      observed: 'it was not done after 0.03 seconds and was ended',
    },
  });
  expect(driver.closed).toBe(1);
});

test('a session that opens after the time limit is closed and does nothing', async () => {
  const inner = fakeDriver({
    perform: () => {
      throw new Error('must not be called');
    },
  });
  const late = fakeDriver(
    {},
    {
      open: async (given) => {
        await new Promise((resolve) => setTimeout(resolve, 60));
        return inner.open(given);
      },
    },
  );
  const [result] = await runScenarios([scenario()], late, { timeLimitMs: 20 });
  expect(result?.failure).toMatchObject({ step: 0, doing: 'make the prerequisites' });
  await expect.poll(() => inner.closed).toBe(1);
});
