/** The parts of the suite over all pages' examples that need no Terraform. */
import { expect, test } from '@playwright/test';
import { entriesIn } from '../../../../scenarios/drivers/terraform/state-file.ts';
import { withGiven } from '../../../real-tools/terraform/given.ts';
import { emptyResults } from '../../../real-tools/terraform/results.ts';
import { objectionsTo } from '../../../real-tools/terraform/verdicts.ts';
import type { Verdict } from '../../../real-tools/terraform/verdicts.ts';

const verdict = (more: Partial<Verdict> = {}): Verdict => ({
  page: 'r/vpc.html.markdown',
  line: 1,
  promise: 'destroy',
  verdict: 'provider',
  says: 'no route',
  why: '',
  ...more,
});

test('a failure needs a verdict on its stage, and a verdict its failure', () => {
  const failure = { stage: 'destroy', message: 'there is no route to it' } as const;
  expect(objectionsTo([], [])).toEqual([]);
  expect(objectionsTo([failure], [verdict()])).toEqual([]);
  expect(objectionsTo([failure], [])).toEqual(['destroy: there is no route to it']);
  expect(objectionsTo([failure], [verdict({ promise: 'apply' })])).toHaveLength(2);
  expect(objectionsTo([failure], [verdict({ says: 'timeout' })])).toHaveLength(2);
  expect(objectionsTo([], [verdict()])).toEqual([
    'destroy does not fail with "no route" now: mend verdicts.yaml',
  ]);
  expect(objectionsTo([failure], [verdict({ verdict: 'alimock', promise: 'apply' })])).toEqual([]);
});

/** State with one data source. */
const found = (attributes: Record<string, unknown>) =>
  entriesIn(
    JSON.stringify({
      version: 4,
      serial: 1,
      resources: [{ mode: 'data', type: 'alicloud_vpcs', name: 'own', instances: [{ attributes }] }],
    }),
  );

test('a data source has results if it lists things and no output is empty', () => {
  const some = found({ ids: ['vpc-1'], vpcs: [{ id: 'vpc-1' }] });
  expect(emptyResults('alicloud_vpcs', some, { first: 'vpc-1', count: 0 })).toEqual([]);
  expect(emptyResults('alicloud_vpcs', some, { first: '' })).toEqual(['output first is empty']);
  // Ids may be what it was asked for.
  const none = found({ ids: ['vpc-1'], vpcs: [] });
  expect(emptyResults('alicloud_vpcs', none, {})).toEqual(['data.alicloud_vpcs.own found nothing']);
  expect(emptyResults('alicloud_zones', some, {})).toEqual(['no data.alicloud_zones']);
});

test('placeholders give way to what was made, and must be there', () => {
  expect(withGiven('ids = ["example_id"]', { '"example_id"': '"vpc-1"' })).toBe('ids = ["vpc-1"]');
  expect(() => withGiven('ids = []', { '"example_id"': '"vpc-1"' })).toThrow(
    'the example has no "example_id"',
  );
});
