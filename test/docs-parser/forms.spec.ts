import { expect, test } from '@playwright/test';
import { parsePage, UnreadablePageError } from '../../docs-parser/index.ts';
import { pageWith, parseSections } from './read.ts';

/** Flags of the one argument of a page. */
const flagForms: readonly [written: string, expected: object][] = [
  ['(Required, ForceNew)', { required: true, forceNew: true, optional: false }],
  [
    '(Optional, Computed, Available since v1.2.3)',
    { optional: true, computed: true, availableSince: '1.2.3' },
  ],
  [
    '(Optional, Available in 1.2.3+, Modifiable in 1.3.0+)',
    { availableSince: '1.2.3', modifiableSince: '1.3.0' },
  ],
  ['(Optional, Int)', { optional: true, type: 'Int' }],
  ['(Optional, Type: list)', { optional: true, type: 'List' }],
  ['(Deprecated since v1.9.0)', { deprecated: { since: '1.9.0', instead: null } }],
  ['(Removed since v2.0.0)', { removed: { since: '2.0.0' } }],
  ['(Optional, Sensitive)', { sensitive: true }],
  ['(Required， ForcesNew)', { required: true, forceNew: true }],
  ['(Optinal, Forces new resource)', { optional: true, forceNew: true }],
  ['(Optional, Wobbly)', { optional: true, unknown: ['Wobbly'] }],
];

for (const [written, expected] of flagForms) {
  test(`flags ${written}`, async () => {
    const page = await parseSections({ 'Argument Reference': `* \`a\` - ${written} The a.` });
    expect(page.arguments).toMatchObject([{ name: 'a', flags: expected, text: 'The a.' }]);
  });
}

const bulletForms = [
  '* `a` - (Optional) T.',
  '- `a` - (Optional) T.',
  '* `a` (Optional) T.',
  '* a (Optional) - T.',
  '* `a`- (Optional) T.',
  '* `a` -(Optional) T.',
  '*   `a` – (Optional) T.',
];

for (const bullet of bulletForms) {
  test(`bullet ${bullet}`, async () => {
    const page = await parseSections({ 'Argument Reference': bullet });
    expect(page.arguments).toMatchObject([{ name: 'a', flags: { optional: true }, text: 'T.' }]);
  });
}

test('values in sub-bullets are values, members are arguments', async () => {
  const page = await parseSections({
    'Argument Reference': [
      '* `kind` - (Optional) The kind. Valid values:',
      '  - `one`: The first.',
      '  - `two`: The second.',
      '* `disk` - (Optional) The disk.',
      '  * `size` - (Required) Its size.',
    ].join('\n'),
  });
  expect(page.arguments.map(({ path }) => path.join('.'))).toEqual(['kind', 'disk', 'disk.size']);
  expect(page.arguments[0]?.constraints.validValues?.values).toEqual(['one', 'two']);
});

test('nested blocks by heading and by paragraph', async () => {
  const page = await parseSections({
    'Argument Reference': [
      '* `rules` - (Optional) The rules. See [`rules`](#rules) below.',
      '',
      '### `rules`',
      '',
      'The rules supports the following:',
      '',
      '* `port` - (Required) The port.',
      '',
      '### `rules-target`',
      '',
      '* `id` - (Optional) The id.',
    ].join('\n'),
  });
  expect(page.arguments.map(({ path }) => path.join('.'))).toEqual([
    'rules',
    'rules.port',
    'rules.target.id',
  ]);
});

test('a second Argument Reference of a data source is its attributes', async () => {
  const page = await parsePage(
    [
      '# alicloud_things',
      '',
      'This data source provides things.',
      '',
      '## Argument Reference',
      '',
      '* `ids` - (Optional) Ids.',
      '',
      '## Argument Reference',
      '',
      'The following attributes are exported in addition to the arguments listed above:',
      '',
      '* `things` - The things.',
      '  * `id` - The id.',
    ].join('\n'),
    { file: 'd/things.html.markdown' },
  );
  expect(page.kind).toBe('data-source');
  expect(page.arguments.map(({ name }) => name)).toEqual(['ids']);
  expect(page.attributes.map(({ path }) => path.join('.'))).toEqual(['things', 'things.id']);
});

const idForms: readonly [text: string, template: string, separator: string | null][] = [
  ['It formats as `<a>:<b>`.', '<a>:<b>', ':'],
  ['The value is formulated as `<a>:<b>:<c>`.', '<a>:<b>:<c>', ':'],
  ['It formats as `<a>`:`<b>`.', '<a>:<b>', ':'],
  ['The value formats as `< a >:< b >`.', '<a>:<b>', ':'],
  ['With format `<a>#<b>`.', '<a>#<b>', '#'],
];

for (const [text, template, separator] of idForms) {
  test(`id format: ${text}`, async () => {
    const page = await parseSections({ 'Attributes Reference': `* \`id\` - The id. ${text}` });
    expect(page.id).toMatchObject({ template, separator });
  });
}

test('import: prompt, quotes, address of another type, parts of another number', async () => {
  const page = await parseSections({
    'Attributes Reference': '* `id` - The id. It formats as `<a>:<b>`.',
    Import: 'By id, e.g.\n\n```shell\n$ terraform import alicloud_other.example "x"\n```',
  });
  expect(page.import).toMatchObject({
    resourceType: 'alicloud_other',
    resourceName: 'example',
    id: 'x',
    parts: ['x'],
  });
  expect(page.findings.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(['import-type-mismatch', 'import-arity']),
  );
});

test('timeouts in minutes and hours', async () => {
  const page = await parseSections({
    Timeouts:
      '* `create` - (Defaults to 10 mins) Used when it is made.\n* `delete` - (Defaults to 2 hours) Used when it goes.',
  });
  expect(page.timeouts).toMatchObject([
    { operation: 'create', defaultMinutes: 10 },
    { operation: 'delete', defaultMinutes: 120 },
  ]);
});

test('a note inside a bullet belongs to its argument', async () => {
  const page = await parseSections({
    'Argument Reference': '* `a` - (Optional) The a.\n-> **NOTE:** Only with `b`.',
  });
  expect(page.notes).toMatchObject([
    { label: 'NOTE', text: 'Only with `b`.', section: 'arguments', argument: ['a'] },
  ]);
});

test('findings about flags', async () => {
  const page = await parseSections({
    'Argument Reference': [
      '* `a` - (Required, Optional) Both.',
      '* `b` - Neither.',
      '* `c` - (Required) With a default. Default value: `1`.',
      '* `c` - (Required) Again.',
    ].join('\n'),
  });
  expect(
    page.findings
      .filter(({ rule }) => rule !== 'example-missing')
      .map(({ rule, position }) => [rule, position.line]),
  ).toEqual([
    ['flags-contradictory', 14],
    ['flags-missing', 15],
    ['required-with-default', 16],
    ['argument-duplicate', 17],
  ]);
});

test('a page without front matter, heading or sections is read as far as it goes', async () => {
  const rulesOf = async (source: string): Promise<string[]> =>
    (await parsePage(source, { file: 'page.md' })).findings.map(({ rule }) => rule);
  expect(await rulesOf('')).toContain('page-empty');
  expect(await rulesOf('Some text.')).toEqual(
    expect.arrayContaining(['front-matter-missing', 'page-no-title', 'page-no-sections']),
  );
  expect(await rulesOf('---\na: [\n---\n')).toContain('front-matter-unreadable');
});

test('what is no text, or far too much of it, is refused with the reason', async () => {
  await expect(parsePage('a\u0000b', { file: 'x.md' })).rejects.toThrow(UnreadablePageError);
  await expect(parsePage('a\u0000b', { file: 'x.md' })).rejects.toThrow(/x\.md is no text/);
  await expect(parsePage('x'.repeat(6_000_000), { file: 'x.md' })).rejects.toThrow(
    /5\.7 MB.*at most 1\.0 MB/,
  );
});

test('lines end with CRLF as well', async () => {
  const unix = await parsePage(pageWith({ 'Argument Reference': '* `a` - (Required) The a.' }), {
    file: 'thing.md',
  });
  const dos = await parsePage(
    pageWith({ 'Argument Reference': '* `a` - (Required) The a.' }).replaceAll('\n', '\r\n'),
    {
      file: 'thing.md',
    },
  );
  expect(dos.arguments).toEqual(unix.arguments);
});

test('operands of an operator are read, with what is reached for in them', async () => {
  const page = await parseSections({
    'Example Usage':
      '```terraform\nresource "alicloud_vpc" "a" {\n  x = -1\n  y = !var.on\n  z = data.d.e.ids[0] == (1 + 2)\n}\n```',
  });
  const values = page.examples[0]?.graph?.blocks[0]?.arguments.map(({ value }) => value);
  expect(values).toMatchObject([
    { kind: 'literal', value: -1 },
    { kind: 'operation', operator: '!', operands: [{ kind: 'reference', root: 'var', name: 'on' }] },
    {
      kind: 'operation',
      operator: '==',
      operands: [
        { kind: 'reference', path: ['ids', 0] },
        { kind: 'operation', operator: '+', operands: [{ value: 1 }, { value: 2 }] },
      ],
    },
  ]);
});
