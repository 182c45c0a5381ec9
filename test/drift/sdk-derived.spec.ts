/** Issue 6: `--against sdk` for types whose bindings are derived. Each edit of a page that agrees is found, and nothing else. */
import { expect, test } from '@playwright/test';
import { findDrift, findingsOf, openSource, pageSurface } from '../../drift/index.ts';
import { driftCatalogue } from '../../drift/index.ts';
import type { Drift, DriftKind } from '../../drift/index.ts';
import { formatFindings, reportOf } from '../../findings/index.ts';
import { findingFormatNames } from '../../cli/finding-formats.ts';
import { edited, lineOf, read } from './planted.ts';

/** A resource with a block; what its actions answer has a field that the provider does not export. */
const resource = `# alicloud_ecs_prefix_list

A list of address blocks.

## Argument Reference

* \`address_family\` - (Required, ForceNew) The family. Valid values: \`IPv4\`, \`IPv6\`.
* \`description\` - (Optional) What it is for.
* \`max_entries\` - (Required, ForceNew, Int) How many it may have. Valid values: 1 to 200.
* \`prefix_list_name\` - (Required) Its name.
* \`entry\` - (Required) The blocks. See [\`entry\`](#entry) below.

### \`entry\`

* \`cidr\` - (Optional) The block.
* \`description\` - (Optional) What the block is.

## Attributes Reference

* \`id\` - The id.
`;
const resourceTitle = '# alicloud_ecs_prefix_list';

const dataSource = `# alicloud_ecs_prefix_lists

The lists of address blocks.

## Argument Reference

* \`address_family\` - (Optional, ForceNew) The family. Valid values: \`IPv4\`, \`IPv6\`.
* \`ids\` - (Optional, ForceNew, List) The ids.
* \`name_regex\` - (Optional, ForceNew) What the names must match.
* \`enable_details\` - (Optional) Whether to look up the blocks.
* \`output_file\` - (Optional) The file to write.

## Attributes Reference

* \`names\` - The names.
* \`lists\` - The lists. Each has:
  * \`address_family\` - The family.
  * \`association_count\` - How many resources use it.
  * \`create_time\` - When it was made.
  * \`description\` - What it is for.
  * \`entry\` - The blocks. Each has:
    * \`cidr\` - The block.
    * \`description\` - What the block is.
  * \`id\` - The id.
  * \`max_entries\` - How many it may have.
  * \`prefix_list_id\` - The id.
  * \`prefix_list_name\` - Its name.
`;
const dataTitle = '# alicloud_ecs_prefix_lists';

const found = async (source: string, file: string): Promise<readonly Drift[]> => {
  const page = await read(source, file);
  return (await openSource('sdk')).compare({ surface: pageSurface(page), page });
};
const resourceFile = 'docs/r/ecs_prefix_list.html.markdown';
const dataFile = 'docs/d/ecs_prefix_lists.html.markdown';

type Row = readonly [DriftKind, string | null, string];
const rows = (drifts: readonly Drift[], source: string, texts: readonly string[]) =>
  drifts.map(({ kind, path, detail, from }) => [
    kind,
    path ?? detail,
    texts.find((text) => lineOf(source, text) === from.place.position?.line) ??
      `line ${from.place.position?.line}`,
  ]);

/** What the API answers and the provider does not export: there on the page that agrees, too. */
const always = {
  [resourceFile]: [['api-field', 'CreationTime', resourceTitle]] satisfies Row[],
  [dataFile]: [
    ['api-field', 'ResourceGroupId', dataTitle],
    ['api-field', 'Tags', dataTitle],
  ] satisfies Row[],
};

interface Planted {
  readonly what: string;
  readonly file: typeof resourceFile | typeof dataFile;
  readonly edit: readonly [string, string];
  readonly line: string;
  readonly finds: readonly (readonly [DriftKind, string])[];
}

const planted: readonly Planted[] = [
  {
    what: 'an argument that the provider does not have and no request takes',
    file: resourceFile,
    edit: ['* `prefix_list_name`', '* `colour` - (Optional) Its colour.\n* `prefix_list_name`'],
    line: '* `colour`',
    finds: [
      ['documented-only', 'colour'],
      ['api-parameter', 'colour'],
    ],
  },
  {
    what: 'an argument in a block that the parameter does not have',
    file: resourceFile,
    edit: ['* `cidr`', '* `weight` - (Optional) Its weight.\n* `cidr`'],
    line: '* `weight`',
    finds: [
      ['documented-only', 'entry.weight'],
      ['api-parameter', 'entry.weight'],
    ],
  },
  {
    what: 'a value that neither the provider nor the API takes',
    file: resourceFile,
    edit: ['`IPv4`, `IPv6`.', '`IPv4`, `IPv6`, `IPv9`.'],
    line: '* `address_family`',
    finds: [
      ['valid-values', 'address_family'],
      ['valid-values', 'address_family'],
    ],
  },
  {
    what: 'a type that neither the provider nor the API takes',
    file: resourceFile,
    edit: ['ForceNew, Int', 'ForceNew, Bool'],
    line: '* `max_entries`',
    finds: [
      ['type', 'max_entries'],
      ['type', 'max_entries'],
    ],
  },
  {
    what: 'another range',
    file: resourceFile,
    edit: ['1 to 200', '1 to 20'],
    line: '* `max_entries`',
    finds: [['limit', 'max_entries']],
  },
  {
    what: 'ForceNew left out',
    file: resourceFile,
    edit: ['(Required, ForceNew, Int)', '(Required, Int)'],
    line: '* `max_entries`',
    finds: [['force-new', 'max_entries']],
  },
  {
    what: 'ForceNew in a block that is changed in place',
    file: resourceFile,
    edit: ['* `cidr` - (Optional)', '* `cidr` - (Optional, ForceNew)'],
    line: '* `cidr`',
    finds: [['force-new', 'entry.cidr']],
  },
  {
    what: 'an argument left out',
    file: resourceFile,
    edit: ['* `description` - (Optional) What it is for.\n', ''],
    line: resourceTitle,
    finds: [['undocumented', 'description']],
  },
  {
    what: 'Required that is Optional',
    file: dataFile,
    edit: ['* `enable_details` - (Optional)', '* `enable_details` - (Required)'],
    line: '* `enable_details`',
    finds: [['required-optional', 'enable_details']],
  },
  {
    what: 'another default',
    file: dataFile,
    edit: ['look up the blocks.', 'look up the blocks. Default value: `true`.'],
    line: '* `enable_details`',
    finds: [['default', 'enable_details']],
  },
  {
    what: 'a filter that the request does not have',
    file: dataFile,
    edit: ['* `name_regex`', '* `colour` - (Optional) Its colour.\n* `name_regex`'],
    line: '* `colour`',
    finds: [
      ['documented-only', 'colour'],
      ['api-parameter', 'colour'],
    ],
  },
  {
    what: 'a field of the answer that no attribute names any more',
    file: dataFile,
    edit: ['  * `association_count` - How many resources use it.\n', ''],
    line: dataTitle,
    finds: [
      ['attribute-missing', 'lists.association_count'],
      ['api-field', 'AssociationCount'],
    ],
  },
  {
    what: 'an attribute that the provider does not export',
    file: dataFile,
    edit: ['  * `max_entries`', '  * `colour` - Its colour.\n  * `max_entries`'],
    line: '* `colour`',
    finds: [['documented-only', 'lists.colour']],
  },
];

const pages = { [resourceFile]: resource, [dataFile]: dataSource };

for (const file of [resourceFile, dataFile] as const) {
  test(`${file} agrees but for what the provider does not export`, async () => {
    const drifts = await found(pages[file], file);
    const title = file === resourceFile ? resourceTitle : dataTitle;
    expect(rows(drifts, pages[file], [`${title}\n`.trim()])).toEqual(always[file]);
  });
}

for (const { what, file, edit, line, finds } of planted) {
  test(`planted: ${what}`, async () => {
    const source = edited(pages[file], ...edit);
    const drifts = await found(source, file);
    const known = new Set(always[file].map(([kind, name]) => `${kind} ${name}`));
    const fresh = drifts.filter(({ kind, path, detail }) => !known.has(`${kind} ${path ?? detail}`));
    const expected = finds.map(([kind, name]) => {
      // The field is missing from the answer's attributes as a whole: its finding stands at the title.
      const at = kind === 'attribute-missing' ? '* `lists`' : line;
      return [kind, name, lineOf(source, at)];
    });
    expect(
      fresh.map(({ kind, path, detail, from }) => [kind, path ?? detail, from.place.position?.line]).sort(),
    ).toEqual(expected.sort());
    expect(drifts.length).toBe(fresh.length + known.size);
  });
}

test('a page whose type has no binding says so, in every format', async () => {
  const page = await read(
    '# alicloud_tank\n\nA tank.\n\n## Argument Reference\n\n* `size` - (Required) The size.\n',
    'docs/r/tank.html.markdown',
  );
  const subjects = [{ surface: pageSurface(page), page }];
  const findings = findingsOf(await findDrift(subjects, [await openSource('sdk')]), null);
  expect(findings).toMatchObject([{ rule: 'drift-not-compared', severity: 'info', type: 'alicloud_tank' }]);
  const report = reportOf({
    tool: 'drift',
    pages: [{ file: page.spec.file, type: 'alicloud_tank' }],
    catalogue: driftCatalogue,
    findings,
  });
  for (const format of findingFormatNames) {
    const text = formatFindings(format, report, { sources: new Map(), hasColors: false, version: '0' });
    expect(text, format).toContain('no binding for the resource alicloud');
  }
});
