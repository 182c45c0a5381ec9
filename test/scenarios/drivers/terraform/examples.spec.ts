/** The parts of the suite over all pages' examples that need no Terraform. */
import { expect, test } from '@playwright/test';
import { entriesIn } from '../../../../scenarios/drivers/terraform/state-file.ts';
import { products } from '../../../../emulator/wire/products.ts';
import { withGiven } from '../../../real-tools/terraform/given.ts';
import { deletionsOf, lasting } from '../../../real-tools/terraform/lasting.ts';
import { emptyResults } from '../../../real-tools/terraform/results.ts';

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

test('what an account may keep has no action that takes it away', () => {
  const actions = products.flatMap(({ actionNames }) => actionNames);
  expect(deletionsOf('Disk', actions)).toEqual(['DeleteDisk']);
  expect(deletionsOf('DedicatedHost', actions)).toEqual(['ReleaseDedicatedHost']);
  expect(Object.values(lasting).flatMap((thing) => deletionsOf(thing, actions))).toEqual([]);
});
