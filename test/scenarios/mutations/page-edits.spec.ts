import { expect, test } from '@playwright/test';
import { examplePage, failedPromises, lineOf } from './failing.ts';

interface Edit {
  readonly name: string;
  /** A text of the page, and what takes its place. */
  readonly from: string;
  readonly to: string;
  /** The promises that must fail, each on the line of the edited page that has the text. */
  readonly fails: readonly (readonly [promise: string, lineWith: string])[];
}

const accountBullet =
  '* `account_id` - (Required, ForceNew) ID of the Alibaba Cloud account that may use the image.\n';
const imageBullet = '* `image_id`';
const importId = 'm-bp1example:1234567890123456';

const edits: readonly Edit[] = [
  {
    name: 'a lower limit',
    from: 'up to 50 Alibaba',
    to: 'up to 40 Alibaba',
    fails: [['note/limit', 'up to 40 Alibaba']],
  },
  {
    name: 'a higher limit',
    from: 'up to 50 Alibaba',
    to: 'up to 60 Alibaba',
    fails: [['note/limit', 'up to 60 Alibaba']],
  },
  {
    name: 'the parts of the id the other way round',
    from: '`<image_id>:<account_id>`',
    to: '`<account_id>:<image_id>`',
    fails: [['id/format', '`<account_id>:<image_id>`']],
  },
  {
    name: 'an id of one part',
    from: '`<image_id>:<account_id>`',
    to: '`<image_id>`',
    fails: [['id/format', '* `id` -']],
  },
  {
    name: 'an argument that the page no longer describes',
    from: accountBullet,
    to: '',
    fails: [['create/required-arguments', imageBullet]],
  },
  {
    name: 'an argument that does not exist',
    from: accountBullet,
    to: `${accountBullet}* \`expires\` - (Required) When it ends. Valid values: \`never\`, \`soon\`\n`,
    fails: [
      ['create/required-arguments', imageBullet],
      ['argument/expires/read-back', '* `expires`'],
      ['argument/expires/required', '* `expires`'],
      ['argument/expires/update', '* `expires`'],
    ],
  },
  {
    name: 'an import id whose parts are the other way round',
    from: importId,
    to: '1234567890123456:m-bp1example',
    fails: [['import/id-form', '$ terraform import']],
  },
  {
    name: 'an import id of one part',
    from: importId,
    to: 'm-bp1example',
    fails: [
      ['import/id-form', '$ terraform import'],
      ['import/same-state', '$ terraform import'],
    ],
  },
  {
    name: 'an import command of another type',
    from: 'terraform import alicloud_image_share_permission.main',
    to: 'terraform import alicloud_image.main',
    fails: [['import/address', '$ terraform import']],
  },
  {
    name: 'ForceNew taken away',
    from: '* `account_id` - (Required, ForceNew)',
    to: '* `account_id` - (Required)',
    fails: [['argument/account_id/update', '* `account_id`']],
  },
  {
    name: 'Required become Optional',
    from: '* `account_id` - (Required, ForceNew)',
    to: '* `account_id` - (Optional, ForceNew)',
    fails: [
      ['create/required-arguments', imageBullet],
      ['argument/account_id/optional', '* `account_id`'],
    ],
  },
  {
    name: 'an attribute that does not exist',
    from: '* `id` - ID of the permission.',
    to: '* `shared_time` - When it was shared.\n* `id` - ID of the permission.',
    fails: [['attribute/shared_time', '* `shared_time`']],
  },
  {
    name: 'an example that a block of cannot be made',
    from: 'cidr_block="10.20.1.0/24"',
    to: 'cidr_block="192.168.1.0/24"',
    fails: [['example/alicloud_vswitch.main', 'alicloud_vswitch_main = alicloud.vswitch']],
  },
];

for (const { name, from, to, fails } of edits) {
  test(`${name}: exactly the promises of the edited lines fail`, async () => {
    lineOf(examplePage, from);
    const page = examplePage.replace(from, to);
    const failed = await failedPromises(page);
    const expected = fails.map(([promise, text]) => ({ promise, line: lineOf(page, text) }));
    const byName = (a: { promise: string }, b: { promise: string }): number =>
      a.promise.localeCompare(b.promise);
    expect(failed.sort(byName)).toEqual(expected.sort(byName));
  });
}

test('a note that no rule reads is listed as not checked, never dropped', async () => {
  const page = examplePage.replace('Open a ticket if you need more.', 'On Sundays it is free of charge.');
  const { parsePage } = await import('../../../docs-parser/index.ts');
  const { deriveScenarios } = await import('../../../scenarios/index.ts');
  const scenarios = deriveScenarios(await parsePage(page, { file: 'page.md' }));
  expect(scenarios.find(({ title }) => title.includes('On Sundays'))).toMatchObject({
    notChecked: 'no rule reads this sentence yet',
    page: { position: { line: lineOf(page, 'On Sundays') } },
  });
});
