import { expect, test } from '@playwright/test';
import { parseSections } from './read.ts';

/** Headings that open the block of another name than their own, and the sentence below that opens none. */
const blockForms: readonly [form: string, bullet: string, opening: string][] = [
  [
    'a link to the heading',
    'See [`block-config`](#block-config) below.',
    '### `block-config`\n\nThe config mapping supports the following:',
  ],
  [
    '"Block X"',
    'See the following `Block EgressRules`.',
    '#### Block EgressRules\n\nThe EgressRules supports the following:',
  ],
  [
    '"X Resources"',
    'The rules.',
    '### Egress Rules Resources\n\nThe resources mapping supports the following:',
  ],
  ['"X Block" of level 2', 'The rules.', '## Egress Rules Block'],
  ['a sentence alone', 'The rules.', 'The `egress_rules` block supports the following:'],
];

for (const [form, text, opening] of blockForms) {
  test(`nested block opened by ${form}`, async () => {
    const page = await parseSections({
      'Argument Reference': `* \`egress_rules\` - (Optional) ${text}\n\n${opening}\n\n* \`port\` - (Required) The port.`,
    });
    expect(page.arguments.map(({ path }) => path.join('.'))).toEqual(['egress_rules', 'egress_rules.port']);
  });
}

test('true and false are values, with or without words behind them; remarks stay in the text', async () => {
  const page = await parseSections({
    'Argument Reference': [
      '* `a` - (Optional) Whether it is. Valid values:',
      '  - `true`',
      '  - `false` (default): It is not.',
      '* `b` - (Optional) The b.',
      '  - You may leave it out.',
    ].join('\n'),
  });
  expect(page.arguments.map(({ name }) => name)).toEqual(['a', 'b']);
  expect(page.arguments[0]?.constraints.validValues?.values).toEqual(['true', 'false']);
  expect(page.arguments[1]).toMatchObject({
    text: 'The b.\n- You may leave it out.',
    constraints: { validValues: null },
  });
});

test('attributes nested by one space, and one without a dash', async () => {
  const page = await parseSections({
    'Attributes Reference': [
      '* `lists` - A list. Each element contains the following attributes:',
      ' * `id` - The id.',
      '* `finger_print` The print.',
    ].join('\n'),
  });
  expect(page.attributes.map(({ path }) => path.join('.'))).toEqual(['lists', 'lists.id', 'finger_print']);
});

test('lines that are no list items are read, and reported', async () => {
  const page = await parseSections({
    'Argument Reference': '-`a` - (Required) The a.\n-`b` - (Optional) The b.\n● `c` - (Optional) The c.',
  });
  expect(page.arguments.map(({ name, position }) => [name, position.line])).toEqual([
    ['a', 14],
    ['b', 15],
    ['c', 16],
  ]);
  expect(page.findings.filter(({ rule }) => rule === 'bullet-unlisted')).toHaveLength(3);
});

for (const level of ['###', '####']) {
  test(`timeouts under a heading ${level} are no attributes`, async () => {
    const page = await parseSections({
      'Attributes Reference': `* \`id\` - The id.\n\n${level} Timeouts\n\n* \`create\` - (Defaults to 1 mins) Made.\n* Else.`,
    });
    expect(page.attributes.map(({ name }) => name)).toEqual(['id']);
    expect(page.timeouts).toMatchObject([{ operation: 'create', defaultMinutes: 1 }]);
    expect(page.findings.map(({ rule }) => rule)).toContain('bullet-unclassified');
  });
}

test('names under a heading that several arguments link to belong to each of them', async () => {
  const page = await parseSections({
    'Argument Reference': [
      '* `env` - (Optional) The environments. See [`env`](#env) below.',
      '',
      '### `env`',
      '',
      '* `staging` - (Optional) Staging. See [`staging`](#env-staging) below.',
      '* `production` - (Optional) Production. See [`staging`](#env-staging) below.',
      '',
      '### `env-staging`',
      '',
      '* `host` - (Optional) The host.',
    ].join('\n'),
  });
  expect(page.arguments.map(({ path }) => path.join('.')).slice(3)).toEqual([
    'env.staging.host',
    'env.production.host',
  ]);
});

for (const [mention, heading] of [
  ['as `Entry Block` follows', '## Entry Block'],
  ['as `Block entry` follows', '## Block entries'],
  ['as `Block entry` follows', '#### Block entry'],
] as const) {
  test(`a block of another name: ${mention}, ${heading}`, async () => {
    const page = await parseSections({
      'Argument Reference': `* \`rows\` - (Optional) It has two fields ${mention}.\n\n${heading.replace('entries', 'entrys')}\n\n* \`cidr\` - (Optional) C.`,
    });
    expect(page.arguments.map(({ path }) => path.join('.'))).toEqual(['rows', 'rows.cidr']);
  });
}

test('"Block filter" describes `filters`', async () => {
  const page = await parseSections({
    'Argument Reference': '* `filters` - (Optional) F.\n\n### Block filter\n\n* `key` - (Required) K.',
  });
  expect(page.arguments.map(({ path }) => path.join('.'))).toEqual(['filters', 'filters.key']);
});

test('values with a version behind them, values that the text has named, and cases are no arguments', async () => {
  const page = await parseSections({
    'Argument Reference': [
      '* `kind` - (Required) The kind. Valid values:',
      '  - `Ecs`: One.',
      '  - `Ip` (Available since v1.194.0): Another.',
      '* `probe` - (Required) It supports `host` and `vpc`.',
      '  * `host`: The host.',
      '  * `vpc`: The VPC.',
      '* `number` - (Optional) How many.',
      '  * `small_version` - 20 at most.',
    ].join('\n'),
  });
  expect(page.arguments.map(({ name }) => name)).toEqual(['kind', 'probe', 'number']);
  expect(page.arguments[0]?.constraints.validValues?.values).toEqual(['Ecs', 'Ip']);
  expect(page.arguments[2]?.text).toContain('20 at most');
});

test('names without ticks: with flags, and below a sentence that announces fields', async () => {
  const page = await parseSections({
    'Argument Reference': [
      '* plain - (Optional) The plain.',
      '* `headers` - (Optional) The headers. Each item contains two field:',
      '  * key: The key.',
      '  * value: The value.',
      '* remark - this names nothing.',
    ].join('\n'),
  });
  expect(page.arguments.map(({ path }) => path.join('.'))).toEqual([
    'plain',
    'headers',
    'headers.key',
    'headers.value',
  ]);
});

test('attributes indented by one space, or by a tab too many, are nested as the indentation says', async () => {
  const page = await parseSections({
    'Attributes Reference': [
      '* `lists` - The lists. Each element contains the following attributes:',
      ' * `entrys` - The entries.',
      '\t\t* `cidr` - The CIDR.',
      '\t\t* `text` - The text.',
      ' * `id` - The id.',
    ].join('\n'),
  });
  expect(page.attributes.map(({ path, text }) => [path.join('.'), text])).toEqual([
    ['lists', 'The lists. Each element contains the following attributes:'],
    ['lists.entrys', 'The entries.'],
    ['lists.entrys.cidr', 'The CIDR.'],
    ['lists.entrys.text', 'The text.'],
    ['lists.id', 'The id.'],
  ]);
});

test('lines with flags below remarks of an argument are arguments beside it', async () => {
  const page = await parseSections({
    'Argument Reference': [
      '* `format` - (Required) The format.',
      '  - format = `csv`',
      '    `csv_header` - (Optional) The header.',
      '  - format = `parquet`',
      '    `columns` - (Optional) The columns.',
      '       `name` - (Required) The name.',
    ].join('\n'),
  });
  expect(page.arguments.map(({ path }) => path.join('.'))).toEqual([
    'format',
    'csv_header',
    'columns',
    'columns.name',
  ]);
});

test('names with dots say which blocks they stand in, in whatever order', async () => {
  const page = await parseSections({
    'Argument Reference': '* `rules.0.port` - (Required) The port.\n* `rules` - (Optional) The rules.',
    'Attributes Reference': [
      '* `region.0.zone` - The zone.',
      '* `disk.0` - The disk, with the following attributes:',
      '  * `size` - The size.',
      '* `net.hosts[].ip` - The address.',
      '* `net.names[]` - The names.',
      '* `_links` - The links.',
    ].join('\n'),
  });
  const paths = (all: readonly { path: string[] }[]): string[] => all.map(({ path }) => path.join('.'));
  expect(paths(page.arguments)).toEqual(['rules.port', 'rules']);
  expect(page.arguments[0]).toMatchObject({ name: 'port', flags: { required: true } });
  const attributes = ['region.zone', 'disk', 'disk.size', 'net.hosts.ip', 'net.names', '_links'];
  expect(paths(page.attributes)).toEqual(attributes);
  expect(page.findings.map(({ rule }) => rule)).not.toContain('bullet-unclassified');
});

test('values with dots below an argument stay values', async () => {
  const page = await parseSections({
    'Argument Reference':
      '* `kind` - (Optional) The kind. Valid values:\n  - `x.1`: One.\n  - `x.large`: Two.',
  });
  expect(page.arguments.map(({ name }) => name)).toEqual(['kind']);
  expect(page.arguments[0]?.constraints.validValues?.values).toEqual(['x.1', 'x.large']);
});

test('names in bold are names in front of a dash, a colon or flags, and only there', async () => {
  const { arguments: read } = await parseSections({
    arguments: [
      '- **kettle_id** (Required) – The kettle.',
      '- **lid** - The lid. Each has:',
      '  - **colour** - Its colour.',
      '- **pour**: (Optional) Whether to pour.',
      '- **mind** the steam.',
    ].join('\n'),
  });
  expect(read.map(({ path }) => path.join('.'))).toEqual(['kettle_id', 'lid', 'lid.colour', 'pour']);
  expect(read.map(({ flags }) => flags.required || flags.optional)).toEqual([true, false, false, true]);
});

for (const heading of ['## Supported `settings`', '### The `settings` argument'])
  test(`"${heading}" says what is in \`settings\``, async () => {
    const { arguments: read, findings } = await parseSections({
      arguments: [
        '* `settings` - (Optional) A map of settings.',
        '',
        heading,
        '',
        'Any of these can be set:',
        '',
        '* `boil_at` - (Optional) The heat. Default value: `100`.',
      ].join('\n'),
    });
    expect(read.map(({ path }) => path.join('.'))).toEqual(['settings', 'settings.boil_at']);
    expect(findings.filter(({ rule }) => rule === 'bullet-unclassified')).toEqual([]);
  });

test('a heading of the second level that names nothing of the list before it opens a section of its own', async () => {
  const { arguments: read } = await parseSections({
    arguments:
      '* `size` - (Optional) The size.\n\n## Supported `settings`\n\n* `boil_at` - (Optional) The heat.',
  });
  expect(read.map(({ path }) => path.join('.'))).toEqual(['size']);
});
