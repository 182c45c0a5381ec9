/** What is there only once the listed thing is linked to another. */
import { expect, test } from '@playwright/test';
import { scenariosOf } from './pages.ts';
import type { PageParts } from './pages.ts';

const cup: PageParts = {
  type: 'alicloud_cup',
  example: ['resource "alicloud_cup" "default" {', '  cup_name = "blue"', '}'],
  arguments: ['* `cup_name` - (Optional) The name of the cup.', '* `saucer_name` - (Optional) The saucer.'],
};

const attachment: PageParts = {
  type: 'alicloud_cup_attachment',
  example: [
    'resource "alicloud_cup" "other" {',
    '}',
    'resource "alicloud_tray" "tray" {',
    '}',
    'resource "alicloud_cup_attachment" "default" {',
    '  cup_id  = alicloud_cup.other.id',
    '  tray_id = alicloud_tray.tray.id',
    '}',
  ],
  arguments: ['* `cup_id` - (Required) The cup.', '* `tray_id` - (Required) The tray.'],
};

const spoon: PageParts = {
  type: 'alicloud_spoon',
  example: ['resource "alicloud_spoon" "default" {', '}'],
  arguments: ['* `cup_id` - (Optional) The cup.'],
};

const cups: PageParts = {
  type: 'alicloud_cups',
  example: ['data "alicloud_cups" "all" {', '  ids = ["example_id"]', '}'],
  arguments: ['* `ids` - (Optional) A list of cup ids.', '* `tray_id` - (Optional) The tray.'],
  attributes: [
    '* `ids` - A list of ids.',
    '* `cups` - A list of cups. Each element contains the following attributes:',
    '  * `id` - The id.',
    '  * `colour` - The colour.',
    '  * `tray_id` - The tray.',
    '  * `attached_time` - When it was attached.',
    '  * `detached_time` - When it was detached.',
    '  * `spoon_ids` - The spoons.',
  ],
};

const beside = [cup, attachment, spoon];
const source = 'data.alicloud_cups.all';
const link = 'alicloud_cup_attachment.default-linked';
const madeCup = { address: 'alicloud_cup.default-made', arguments: { cup_name: 'blue' } };
const tray = { address: 'alicloud_tray.tray-linked', arguments: {} };
const linkBlock = {
  address: link,
  arguments: { cup_id: '${alicloud_cup.default-made.id}', tray_id: '${alicloud_tray.tray-linked.id}' },
};

for (const attribute of ['tray_id', 'attached_time']) {
  test(`${attribute} is looked at on what is attached, without the attachment's own example`, async () => {
    const scenario = (await scenariosOf(cups, beside)).get(`attribute/cups.${attribute}`);
    expect(scenario?.given).toEqual([madeCup, tray, linkBlock]);
    expect(scenario?.steps[0]?.when).toMatchObject({ create: { address: source, dependsOn: [link] } });
  });
}

test('what tells of an end is looked at after the attachment was taken away', async () => {
  const scenario = (await scenariosOf(cups, beside)).get('attribute/cups.detached_time');
  expect(scenario?.given).toEqual([madeCup, tray, linkBlock]);
  expect(scenario?.steps.map(({ when }) => Object.keys(when)[0])).toEqual(['delete', 'create']);
});

test('of what there are several of, one is made in the listed thing', async () => {
  const scenario = (await scenariosOf(cups, beside)).get('attribute/cups.spoon_ids');
  expect(scenario?.given.at(-1)).toEqual({
    address: 'alicloud_spoon.default-linked',
    arguments: { cup_id: '${alicloud_cup.default-made.id}' },
  });
});

test('an attribute that nothing links is looked at as it is', async () => {
  const scenario = (await scenariosOf(cups, beside)).get('attribute/cups.colour');
  expect(scenario?.given).toEqual([madeCup]);
});

test('a filter by what is linked finds the listed thing while it is linked', async () => {
  const scenario = (await scenariosOf(cups, beside)).get('argument/tray_id/read-back');
  expect(scenario?.given.at(-1)).toEqual(linkBlock);
  expect(scenario?.steps.at(-1)?.then).toEqual([
    { attribute: 'ids', of: source, equals: ['${alicloud_cup.default-made.id}'] },
  ]);
});
