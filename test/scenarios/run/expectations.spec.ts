import { expect, test } from '@playwright/test';
import { runScenarios } from '../../../scenarios/run/index.ts';
import type { Outcome } from '../../../scenarios/drivers/driver.ts';
import type { Expectation } from '../../../scenarios/scenario.ts';
import { block, fakeDriver, scenario, success } from './fake-driver.ts';
import type { FakeSession } from './fake-driver.ts';

const a = 'alicloud_image.a';
const b = 'alicloud_image.b';
const quota: Outcome = { ok: false, kind: 'quota', code: 'QuotaExceed.X', message: 'Too many.', done: 0 };
const replaced: Outcome = { ok: true, replaced: true, result: null };

interface Case {
  readonly name: string;
  readonly then: Expectation;
  readonly kept: FakeSession;
  readonly broken: FakeSession;
  readonly expected: string;
  readonly observed: string;
}

/** Each expectation once met and once not: a check that cannot fail proves nothing. */
const cases: readonly Case[] = [
  {
    name: 'succeeds',
    then: { succeeds: true },
    kept: {},
    broken: { perform: () => quota },
    expected: 'succeeded',
    observed: 'refused (quota): QuotaExceed.X: Too many.',
  },
  {
    name: 'timeoutOf: the page’s minutes',
    then: { timeoutOf: a, operation: 'create', minutes: 10 },
    kept: { timeouts: { create: 10 } },
    broken: { timeouts: { create: 1 } },
    expected: `the timeout for create of ${a} is 10 minutes`,
    observed: 'it is 1 minute',
  },
  {
    name: 'timeoutOf: any',
    then: { timeoutOf: a, operation: 'delete', minutes: null },
    kept: { timeouts: { delete: 3 } },
    broken: { timeouts: { create: 3 } },
    expected: `the timeout for delete of ${a} is there`,
    observed: 'the provider has no timeout for delete',
  },
  {
    name: 'refused',
    then: { refused: ['quota'], codes: ['QuotaExceed.X'] },
    kept: { perform: () => quota },
    broken: { perform: () => success },
    expected: 'refused (quota: a limit is reached) with QuotaExceed.X',
    observed: 'succeeded',
  },
  {
    name: 'refused for another reason',
    then: { refused: ['not-found', 'forbidden'] },
    kept: { perform: () => ({ ...quota, kind: 'forbidden' }) },
    broken: { perform: () => quota },
    expected: 'refused (not-found: something is not found, or forbidden: it is not allowed)',
    observed: 'refused (quota): QuotaExceed.X: Too many.',
  },
  {
    name: 'refused for whatever reason, but for what is not implemented',
    then: { refused: [] },
    kept: { perform: () => quota },
    broken: { perform: () => ({ ...quota, kind: 'not-implemented' }) },
    expected: 'refused',
    observed: 'refused (not-implemented): QuotaExceed.X: Too many.',
  },
  {
    name: 'an attribute equals',
    then: { attribute: 'tags.team', of: a, equals: 'x' },
    kept: { states: [block(a, 'm-1', { tags: { team: 'x' } })] },
    broken: { states: [block(a, 'm-1', { tags: { team: 'y' } })] },
    expected: 'alicloud_image.a.tags.team is "x"',
    observed: 'alicloud_image.a.tags.team is "y"',
  },
  {
    name: 'an attribute matches',
    then: { attribute: 'id', of: a, matches: '^m-' },
    kept: { states: [block(a, 'm-1')] },
    broken: { states: [block(a, 'i-1')] },
    expected: 'alicloud_image.a.id matches ^m-',
    observed: 'alicloud_image.a.id is "i-1"',
  },
  {
    name: 'an attribute is there',
    then: { attribute: 'zones.0.id', of: a, present: true },
    kept: { states: [block(a, 'm-1', { zones: [{ id: 'z' }] })] },
    broken: { states: [block(a, 'm-1', { zones: [{}] })] },
    expected: 'alicloud_image.a.zones.0.id has a value',
    observed: 'alicloud_image.a.zones.0.id is nothing',
  },
  {
    name: 'an attribute of a block that is not there',
    then: { attribute: 'id', of: a, present: true },
    kept: { states: [block(a, 'm-1')] },
    broken: {},
    expected: 'alicloud_image.a.id has a value',
    observed: 'there is no alicloud_image.a',
  },
  {
    name: 'the id has a format',
    then: { idOf: a, hasFormat: '<image_id>:<Account ID>' },
    kept: { states: [block(a, 'm-1:7', { image_id: 'm-1', account_id: 7 })] },
    broken: { states: [block(a, '7:m-1', { image_id: 'm-1', account_id: 7 })] },
    expected: 'an id of the format <image_id>:<Account ID>, here "m-1:7"',
    observed: 'its id is "7:m-1"',
  },
  {
    name: 'the id has a list in it',
    then: { idOf: a, hasFormat: '<key_name>:<instance_ids>' },
    kept: { states: [block(a, 'k:["i-1","i-2"]', { key_name: 'k', instance_ids: ['i-1', 'i-2'] })] },
    broken: { states: [block(a, 'k:i-1,i-2', { key_name: 'k', instance_ids: ['i-1', 'i-2'] })] },
    expected: 'an id of the format <key_name>:<instance_ids>, here "k:["i-1","i-2"]"',
    observed: 'its id is "k:i-1,i-2"',
  },
  {
    name: 'the id is made of a part that there is not',
    then: { idOf: a, hasFormat: '<image_id>' },
    kept: { states: [block(a, 'm-1', { image_id: 'm-1' })] },
    broken: { states: [block(a, 'm-1')] },
    expected: 'an id of the format <image_id>',
    observed: 'its id is "m-1", and alicloud_image.a has no argument or attribute <image_id>',
  },
  {
    name: 'exists',
    then: { exists: a },
    kept: { states: [block(a, 'm-1')], standing: ['m-1'] },
    broken: { states: [block(a, 'm-1')] },
    expected: 'alicloud_image.a exists',
    observed: 'the API has no alicloud_image m-1',
  },
  {
    name: 'gone',
    then: { gone: a },
    kept: { states: [block(a, 'm-1')] },
    broken: { states: [block(a, 'm-1')], standing: ['m-1'] },
    expected: 'alicloud_image.a is gone',
    observed: 'the API still has alicloud_image m-1',
  },
  {
    name: 'replaced',
    then: { replaced: a },
    kept: { perform: () => replaced, states: [block(a, 'm-2')], previous: [block(a, 'm-1')] },
    broken: { perform: () => success, states: [block(a, 'm-1')] },
    expected: 'alicloud_image.a is replaced: deleted and made anew',
    observed: 'alicloud_image.a was changed in place, or not at all',
  },
  {
    name: 'replaced, with the old one left over',
    then: { replaced: a },
    kept: { perform: () => replaced, states: [block(a, 'm-2')], previous: [block(a, 'm-1')] },
    broken: {
      perform: () => replaced,
      states: [block(a, 'm-2')],
      previous: [block(a, 'm-1')],
      standing: ['m-1', 'm-2'],
    },
    expected: 'alicloud_image.a is replaced: deleted and made anew',
    observed: 'the former alicloud_image m-1 still exists beside m-2',
  },
  {
    name: 'updated in place',
    then: { updatedInPlace: a },
    kept: { perform: () => success },
    broken: { perform: () => replaced },
    expected: 'alicloud_image.a is changed in place',
    observed: 'alicloud_image.a was deleted and made anew',
  },
  {
    name: 'same state',
    then: { sameState: [a, b] },
    kept: {
      states: [block(a, 'm-1', { name: 'x', force: true }), block(b, 'm-1', { name: 'x' })],
      writeOnly: ['force'],
    },
    broken: { states: [block(a, 'm-1', { name: 'x', force: true }), block(b, 'm-1', { name: 'x' })] },
    expected: 'alicloud_image.a and alicloud_image.b have the same state',
    observed: 'force is true in alicloud_image.a and nothing in alicloud_image.b',
  },
  {
    name: 'result',
    then: { result: true },
    kept: { perform: () => ({ ok: true, replaced: false, result: true }) },
    broken: { perform: () => ({ ok: true, replaced: false, result: false }) },
    expected: 'the result true',
    observed: 'the result false',
  },
  {
    name: 'the account is empty',
    then: { accountIsEmpty: true },
    kept: {},
    broken: { leftovers: ['alicloud_vpc vpc-1'] },
    expected: 'nothing that the scenario made is left',
    observed: 'still there: alicloud_vpc vpc-1',
  },
];

for (const { name, then, kept, broken, expected, observed } of cases) {
  test(`${name}: passes where it is so, and fails in plain words where it is not`, async () => {
    const checked = scenario({ steps: [{ when: { read: a }, then: [then] }] });
    const [passed] = await runScenarios([checked], fakeDriver(kept));
    expect(passed).toMatchObject({ verdict: 'passed', failure: null });
    const [failed] = await runScenarios([checked], fakeDriver(broken));
    expect(failed?.failure).toEqual({
      step: 1,
      doing: `read ${a}`,
      expected,
      observed,
      calls: [],
      blame: null,
    });
  });
}

test('a step that says nothing of a refusal must succeed', async () => {
  const checked = scenario({
    steps: [{ when: { createMany: { address: a, arguments: {}, times: 51 } }, then: [] }],
  });
  const driver = fakeDriver({ perform: () => ({ ...quota, done: 50 }) });
  const [result] = await runScenarios([checked], driver);
  expect(result?.failure).toMatchObject({
    doing: 'create alicloud_image.a, 1 to 51',
    expected: 'succeeded',
    observed: '50 of 51 succeeded, then refused (quota): QuotaExceed.X: Too many.',
  });
});

test('a step that should have been refused tells what it has made', async () => {
  const driver = fakeDriver({ states: [block(`${a}-51`, 'm-1:51')] });
  const when = { createMany: { address: a, arguments: {}, times: 1, from: 51 } };
  const [result] = await runScenarios(
    [scenario({ steps: [{ when, then: [{ refused: ['quota'] }] }] })],
    driver,
  );
  expect(result?.failure).toMatchObject({
    doing: 'create alicloud_image.a, number 51',
    expected: 'refused (quota: a limit is reached)',
    observed: 'succeeded; now there is alicloud_image m-1:51',
  });
});

test('an attribute that is there and empty is neither seen nor missing', async () => {
  const then = { attribute: 'locks.0.reason', of: a, present: true as const };
  const checked = scenario({ steps: [{ when: { read: a }, then: [then] }] });
  const [result] = await runScenarios([checked], fakeDriver({ states: [block(a, 'm-1', { locks: [] })] }));
  expect(result).toMatchObject({ verdict: 'not-checked', failure: null });
  expect(result?.reason).toContain('alicloud_image.a.locks.0.reason is nothing');
});

test('a data source that finds nothing lacks all that its entries should have', async () => {
  const found = 'data.alicloud_images.a';
  const then = { attribute: 'images.0.name', of: found, present: true as const };
  const checked = scenario({ steps: [{ when: { read: found }, then: [then] }] });
  const [result] = await runScenarios([checked], fakeDriver({ states: [block(found, 'x', { images: [] })] }));
  expect(result?.verdict).toBe('failed');
});
