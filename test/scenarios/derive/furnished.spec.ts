/** What a data source is asked for, and what is set beforehand so that it can be seen. */
import { expect, test } from '@playwright/test';
import { scenariosOf } from './pages.ts';
import type { PageParts } from './pages.ts';

const cup: PageParts = {
  type: 'alicloud_cup',
  example: ['resource "alicloud_cup" "default" {', '  cup_name = "blue"', '  shelf_id = "shelf-1"', '}'],
  arguments: [
    '* `cup_name` - (Optional) The name of the cup.',
    '* `shelf_id` - (Required) The shelf.',
    '* `material` - (Optional) What it is made of. Valid values: `Clay`, `Glass`. Default value: `Clay`.',
    '* `has_lid` - (Optional) Whether it has a lid. Valid values: `true`, `false`.',
    '* `lid_name` - (Optional) The lid. It is only valid when `has_lid` is `true`.',
    '* `name` - (Optional, Deprecated) Field `name` has been deprecated. New field `cup_name` instead.',
  ],
};

const cups: PageParts = {
  type: 'alicloud_cups',
  example: ['data "alicloud_cups" "all" {', '  ids = ["example_id"]', '}'],
  arguments: [
    '* `ids` - (Optional) A list of cup ids.',
    '* `name_regex` - (Optional) A regex string.',
    '* `material` - (Optional) The material. Valid values: `clay`, `glass`.',
  ],
  attributes: [
    '* `cups` - A list of cups. Each element contains the following attributes:',
    '  * `id` - The id.',
    '  * `name` - The name.',
    '  * `lid_name` - The lid.',
  ],
};

const source = 'data.alicloud_cups.all';
const made = 'alicloud_cup.default-made';

test('what the page of the resource makes is asked for by its id', async () => {
  const scenario = (await scenariosOf(cups, [cup])).get('attribute/cups.id');
  expect(scenario?.given).toEqual([{ address: made, arguments: { cup_name: 'blue', shelf_id: 'shelf-1' } }]);
  expect(scenario?.steps).toEqual([
    {
      when: { create: { address: source, arguments: { ids: [`\${${made}.id}`] } } },
      then: [{ attribute: 'cups.0.id', of: source, present: true }],
    },
  ]);
});

test('what the example sets by a name that its page does not list is set by that name', async () => {
  const unlisted: PageParts = {
    ...cup,
    arguments: ['* `shelf_id` - (Required) The shelf.', '* `name` - (Optional) The name.'],
  };
  const scenario = (await scenariosOf(cups, [unlisted])).get('attribute/cups.name');
  expect(scenario?.given).toEqual([{ address: made, arguments: { cup_name: 'blue', shelf_id: 'shelf-1' } }]);
});

test('a data source without ids is asked by what it requires and the resource has', async () => {
  const byShelf: PageParts = { ...cups, arguments: ['* `shelf_id` - (Required) The shelf.'] };
  const scenario = (await scenariosOf(byShelf, [cup])).get('attribute/cups.name');
  expect(scenario?.steps[0]?.when).toEqual({
    create: { address: source, arguments: { shelf_id: `\${${made}.shelf_id}` } },
  });
});

test('a page that asks by a name which the resource’s page does not know is asked by the id', async () => {
  const wrong: PageParts = {
    ...cups,
    example: ['data "alicloud_cups" "all" {', '  name_regex = alicloud_cup.default.title', '}'],
  };
  const scenario = (await scenariosOf(wrong, [cup])).get('attribute/cups.id');
  expect(scenario?.steps[0]?.when).toEqual({
    create: { address: source, arguments: { ids: [`\${${made}.id}`] } },
  });
});

test('an argument that is valid beside another one only is set together with it', async () => {
  const scenario = (await scenariosOf(cups, [cup])).get('attribute/cups.lid_name');
  expect(scenario?.given.at(-1)?.arguments).toMatchObject({ has_lid: 'true', cup_name: 'blue' });
});

test('of a deprecated argument the newer one is meant, which the example sets', async () => {
  const scenario = (await scenariosOf(cups, [cup])).get('attribute/cups.name');
  expect(scenario?.given.at(-1)?.arguments).toEqual({ cup_name: 'blue', shelf_id: 'shelf-1' });
});

test('where no list of ids is documented, the first entry shows what a filter finds', async () => {
  const scenario = (await scenariosOf(cups, [cup])).get('argument/name_regex/read-back');
  expect(scenario?.steps).toEqual([
    {
      when: { create: { address: source, arguments: { ids: [`\${${made}.id}`], name_regex: '^blue$' } } },
      then: [{ attribute: 'cups.0.id', of: source, equals: `\${${made}.id}` }],
    },
  ]);
});

test('a filter takes the resource’s value, here its default, in its own words', async () => {
  const scenario = (await scenariosOf(cups, [cup])).get('argument/material/read-back');
  expect(scenario?.steps[0]?.when).toMatchObject({ create: { arguments: { material: 'clay' } } });
});

test('of values that the page states and none of which is known to be so, each is asked for', async () => {
  const byGlaze: PageParts = {
    ...cups,
    arguments: [...cups.arguments, '* `glaze` - (Optional) The glaze. Valid values: `blue`, `green`.'],
  };
  const scenario = (await scenariosOf(byGlaze, [cup])).get('argument/glaze/read-back');
  expect(scenario?.steps.map(({ when }) => ('create' in when ? when.create.arguments['glaze'] : ''))).toEqual(
    ['blue', 'green'],
  );
});
