/** What the sentences of a page promise, and what promises nothing. */
import { expect, test } from '@playwright/test';
import { parsePage } from '../../../docs-parser/index.ts';
import { sentencesWithoutPromise } from '../../../scenarios/index.ts';
import { deeds, scenariosOf } from './small-page.ts';

const bullets = ['* `size` - (Optional, Int) The size.', '* `source_count` - (Optional, Int) The count.'];

for (const sentence of [
  'Available since v1.68.0.',
  'For information about things and how to use them, see [What is a thing](https://example.com).',
  'This resource has been renamed to [alicloud_other](https://example.com) from version 1.2.0.',
  'We recommend that you use another.',
  'However, this resource is not recommended.',
  'Before provider version 1.2.0, the default value of `size` is `1`.',
]) {
  test(`"${sentence}" promises nothing, and is listed apart`, async () => {
    const scenarios = await scenariosOf({
      example: '  size = 1',
      bullets,
      introduction: `Provides a thing resource.\n\n-> **NOTE:** ${sentence}`,
    });
    expect([...scenarios.keys()].filter((id) => id.startsWith('note/'))).toEqual([]);
    const page = await parsePage(`# alicloud_thing\n\n-> **NOTE:** ${sentence}\n`, { file: 'thing.md' });
    expect(sentencesWithoutPromise(page)).toMatchObject([{ position: { line: 3 } }]);
  });
}

for (const introduction of [
  'Provides a thing resource.',
  'Represents a single thing rule.',
  'Copies a thing from one region to another.',
  'Export a thing to the bucket.',
  'Manage thing permissions.',
  'This resource is used to batch create a group of things.',
]) {
  test(`"${introduction}" promises that it is there once it is made`, async () => {
    const scenarios = await scenariosOf({ example: '  size = 1', bullets, introduction });
    expect(scenarios.get('introduction/provision')?.steps).toHaveLength(1);
  });
}

test('of what one is needed, a resource with none is refused', async () => {
  const introduction = 'Provides a thing.\n\n-> **NOTE:** One of `size` or `source_count` is required.';
  const scenarios = await scenariosOf({ example: '  size = 1\n  name = "n"', bullets, introduction });
  const scenario = scenarios.get('note/one-of/size-source_count');
  expect(deeds(scenario).created).toEqual({ name: 'n' });
  expect(scenario?.steps[0]?.then).toEqual([{ refused: ['missing-argument'] }]);
});

test('of what only one can be set, a resource with both is refused', async () => {
  const introduction =
    'Provides a thing.\n\n-> **NOTE:** Only one of `size` or `source_count` can be specified.';
  const scenarios = await scenariosOf({ example: '  size = 1', bullets, introduction });
  const scenario = scenarios.get('note/only-one/size-source_count');
  expect(deeds(scenario).created).toEqual({ size: 1, source_count: 1 });
  expect(scenario?.steps[0]?.then).toEqual([{ refused: ['invalid-value', 'conflict'] }]);
});

test('a name that is made up is looked at where nothing names the resource', async () => {
  const introduction =
    'Provides a thing.\n\n-> **NOTE:** If `thing_name` and `name_prefix` are not set, terraform will produce a specified ID to replace.';
  const scenarios = await scenariosOf({
    example: '  thing_name = "n"\n  size = 1',
    bullets: [
      '* `thing_name` - (Optional) The name.',
      '* `name_prefix` - (Optional) The prefix.',
      ...bullets,
    ],
    introduction,
  });
  const scenario = scenarios.get('note/made-up/thing_name');
  expect(deeds(scenario).created).toEqual({ size: 1 });
  expect(scenario?.steps[0]?.then).toEqual([
    { attribute: 'thing_name', of: 'alicloud_thing.main', present: true },
  ]);
});
