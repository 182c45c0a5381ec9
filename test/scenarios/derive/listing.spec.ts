/** What the introduction of a data source's page says that it lists. */
import { expect, test } from '@playwright/test';
import { scenariosOf } from './pages.ts';
import type { PageParts } from './pages.ts';

const cup: PageParts = {
  type: 'alicloud_cup',
  example: ['resource "alicloud_cup" "default" {', '}'],
  arguments: ['* `colour` - (Optional) The colour.'],
};

const cups = (introduction: string): PageParts => ({
  type: 'alicloud_cups',
  introduction,
  example: ['data "alicloud_cups" "all" {', '  ids = ["example_id"]', '}'],
  arguments: ['* `ids` - (Optional) A list of cup ids.'],
  attributes: [
    '* `cups` - A list of cups. Each element contains the following attributes:',
    '  * `id` - The id.',
  ],
});

const found = { attribute: 'cups', of: 'data.alicloud_cups.all', present: true };

for (const sentence of [
  'This data source provides the Cups of the current Alibaba Cloud user.',
  'This data source provides Cup available to the user.',
  'Use this data source to get a list of cups according to the specified filters in an Alibaba Cloud account.',
]) {
  test(`“${sentence}”: its owner finds it, another account does not`, async () => {
    const scenario = (await scenariosOf(cups(sentence), [cup])).get('introduction/listing');
    const [own, foreign] = scenario?.steps ?? [];
    expect(own?.then).toEqual([found]);
    expect(foreign?.when).toMatchObject({ as: 'stranger' });
    expect(foreign?.then).toEqual([
      { attribute: 'cups', of: 'data.alicloud_cups.all-of-stranger', equals: [] },
    ]);
  });
}

test('what is of no account is only found', async () => {
  const page = cups('This data source provides the cups of Alibaba Cloud.');
  const scenario = (await scenariosOf(page, [cup])).get('introduction/listing');
  expect(scenario?.steps.map(({ then }) => then)).toEqual([[found]]);
});
