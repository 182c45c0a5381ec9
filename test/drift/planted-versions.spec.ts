/** Issue 6: planted drift between two versions of a page: kind, line, and whether it breaks configurations. */
import { expect, test } from '@playwright/test';
import { compareVersions } from '../../drift/index.ts';
import type { DriftKind } from '../../drift/index.ts';
import { edited, lineOf, read, tankPage } from './planted.ts';

interface Change {
  readonly what: string;
  /** Edit that makes the new page: this of the old one becomes that. */
  readonly edit: readonly [string, string];
  readonly kind: DriftKind;
  readonly path: string | null;
  /** Text of the line on the new page, or of the old one's where the new has none. */
  readonly line: string;
  readonly side?: 'old';
  readonly breaking: boolean;
}

const title = '# alicloud_tank';

const changes: readonly Change[] = [
  {
    what: 'a new argument',
    edit: ['* `labels`', '* `colour` - (Optional) The colour.\n* `labels`'],
    kind: 'documented-only',
    path: 'colour',
    line: '* `colour`',
    breaking: false,
  },
  {
    what: 'an argument that went',
    edit: ['* `encrypted` - (Optional, ForceNew, Bool) Whether the tank is encrypted.\n', ''],
    kind: 'undocumented',
    path: 'encrypted',
    line: title,
    breaking: true,
  },
  {
    what: 'an attribute that went',
    edit: ['* `create_time` - The time when it was made.\n', ''],
    kind: 'attribute-missing',
    path: 'create_time',
    line: title,
    breaking: true,
  },
  {
    what: 'Optional becomes Required',
    edit: ['`tank_name` - (Optional)', '`tank_name` - (Required)'],
    kind: 'required-optional',
    path: 'tank_name',
    line: '* `tank_name`',
    breaking: true,
  },
  {
    what: 'Required becomes Optional',
    edit: ['`size` - (Required, Int)', '`size` - (Optional, Int)'],
    kind: 'required-optional',
    path: 'size',
    line: '* `size`',
    breaking: false,
  },
  {
    what: 'ForceNew is added',
    edit: ['`category` - (Optional)', '`category` - (Optional, ForceNew)'],
    kind: 'force-new',
    path: 'category',
    line: '* `category`',
    breaking: true,
  },
  {
    what: 'ForceNew is taken off',
    edit: ['`zone_id` - (Required, ForceNew)', '`zone_id` - (Required)'],
    kind: 'force-new',
    path: 'zone_id',
    line: '* `zone_id`',
    breaking: false,
  },
  {
    what: 'another type',
    edit: ['`labels` - (Optional, Map)', '`labels` - (Optional, List)'],
    kind: 'type',
    path: 'labels',
    line: '* `labels`',
    breaking: true,
  },
  {
    what: 'another default',
    edit: ['Default value: `basic`', 'Default value: `fast`'],
    kind: 'default',
    path: 'category',
    line: '* `category`',
    breaking: true,
  },
  {
    what: 'a valid value that went',
    edit: ['Valid values: `basic`, `fast`', 'Valid values: `basic`'],
    kind: 'valid-values',
    path: 'category',
    line: '* `category`',
    breaking: true,
  },
  {
    what: 'a new valid value',
    edit: ['Valid values: `basic`, `fast`', 'Valid values: `basic`, `fast`, `best`'],
    kind: 'valid-values',
    path: 'category',
    line: '* `category`',
    breaking: false,
  },
  {
    what: 'a narrower range',
    edit: ['20 to 500', '20 to 400'],
    kind: 'limit',
    path: 'size',
    line: '* `size`',
    breaking: true,
  },
  {
    what: 'a wider length',
    edit: ['2 to 128 characters', '2 to 256 characters'],
    kind: 'limit',
    path: 'tank_name',
    line: '* `tank_name`',
    breaking: false,
  },
  {
    what: 'fewer entries',
    edit: ['at most 5 groups', 'at most 3 groups'],
    kind: 'limit',
    path: 'group_ids',
    line: '* `group_ids`',
    breaking: true,
  },
  {
    what: 'another number in a note',
    edit: ['Up to 20 tanks', 'Up to 10 tanks'],
    kind: 'limit',
    path: null,
    line: 'Up to 10 tanks',
    breaking: true,
  },
  {
    what: 'another id format',
    edit: ['formats as `<zone_id>:<tank_id>`', 'formats as `<tank_id>:<zone_id>`'],
    kind: 'id-format',
    path: 'id',
    line: '* `id` - The ID of the tank',
    breaking: true,
  },
  {
    what: 'another import type',
    edit: ['import alicloud_tank.example', 'import alicloud_tanks.example'],
    kind: 'import',
    path: null,
    line: 'terraform import',
    breaking: false,
  },
  {
    what: 'another timeout',
    edit: ['`create` - (Defaults to 10 mins)', '`create` - (Defaults to 5 mins)'],
    kind: 'timeouts',
    path: 'timeouts.create',
    line: '* `create` -',
    breaking: true,
  },
  {
    what: 'Deprecated',
    edit: ['`category` - (Optional)', '`category` - (Optional, Deprecated since v1.230.0)'],
    kind: 'deprecated',
    path: 'category',
    line: '* `category`',
    breaking: false,
  },
  {
    what: 'a new note',
    edit: ['-> **NOTE:** Available', '-> **NOTE:** Tanks may leak.\n\n-> **NOTE:** Available'],
    kind: 'note',
    path: null,
    line: 'Tanks may leak',
    breaking: true,
  },
  {
    what: 'a note that went',
    edit: ['-> **NOTE:** A tank must be empty before it is deleted.\n\n', ''],
    kind: 'note',
    path: null,
    line: 'A tank must be empty',
    side: 'old',
    breaking: false,
  },
  {
    what: 'another value in the example',
    edit: ['size      = 40', 'size      = 60'],
    kind: 'example',
    path: null,
    line: 'size      = 60',
    breaking: false,
  },
  {
    what: 'a block more in the example',
    edit: [
      'resource "alicloud_tank" "default" {',
      'resource "alicloud_vpc" "other" {\n}\n\nresource "alicloud_tank" "default" {',
    ],
    kind: 'example',
    path: null,
    line: '"alicloud_vpc" "other"',
    breaking: false,
  },
  {
    what: 'other words',
    edit: ['The material.', 'What it is made of.'],
    kind: 'text',
    path: 'valve.material',
    line: '* `material`',
    breaking: false,
  },
];

test('a page and itself have no drift', async () => {
  expect(compareVersions(await read(tankPage), await read(tankPage), 'the other page')).toEqual([]);
});

for (const { what, edit, kind, path, line, side, breaking } of changes) {
  test(`${kind}: ${what}`, async () => {
    const source = edited(tankPage, ...edit);
    const found = compareVersions(
      await read(source),
      await read(tankPage, 'old/r/tank.html.markdown'),
      'the other page',
    );
    expect(
      found.map((drift) => [
        drift.kind,
        drift.path,
        (side === 'old' ? drift.against : drift.from).place.position?.line,
        drift.breaking,
      ]),
    ).toEqual([[kind, path, lineOf(side === 'old' ? tankPage : source, line), breaking]]);
  });
}

test('a heading that is misspelt, which breaks nothing', async () => {
  const source = edited(tankPage, '## Attributes Reference', '## Attributes Reference0');
  const found = compareVersions(await read(source), await read(tankPage), 'the other page');
  expect(found.map(({ kind, breaking }) => [kind, breaking])).toEqual([['rendering', false]]);
  expect(found[0]?.from.place.position?.line).toBe(lineOf(source, 'Attributes Reference0'));
});
