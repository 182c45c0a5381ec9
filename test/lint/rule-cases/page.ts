import { fence, pageOf, withArguments } from '../pages.ts';
import type { RuleCase } from './rule-case.ts';

const usual = pageOf();

/** A page with a section replaced. */
const section = (
  heading: 'Attributes Reference' | 'Timeouts' | 'Import' | 'Argument Reference',
  body: string | null,
) => pageOf({ sections: { [heading]: body } });

const linked = (anchor: string, heading: string): string =>
  withArguments(
    '* `size` - (Required) The size.',
    `* \`tags\` - (Optional) The tags. See [\`tags\`](#${anchor}) below.`,
    '',
    `### ${heading}`,
    '',
    'The tags supports the following:',
    '',
    '* `key` - (Optional) The key.',
  );

const unlinked = (heading: string): string =>
  withArguments(
    '* `size` - (Required) The size.',
    '* `tags` - (Optional) The tags.',
    '',
    `### ${heading}`,
    '',
    '* `key` - (Optional) The key.',
  );

export const pageCases: Readonly<Record<string, RuleCase>> = {
  'page-empty': { has: '', hasNot: usual },
  'page-no-sections': { has: '# alicloud_disk\n\nProvides a disk.\n', hasNot: usual },
  'page-no-title': { has: pageOf({ title: '# The disk' }), hasNot: usual, line: 'The disk' },
  'title-mismatch': {
    has: pageOf({ title: '# alicloud_disks' }),
    hasNot: usual,
    line: '# alicloud_disks',
  },
  'front-matter-missing': { has: pageOf({ frontMatter: '' }), hasNot: usual },
  'front-matter-unreadable': { has: pageOf({ frontMatter: '---\na: "b\n---' }), hasNot: usual },
  'subcategory-missing': {
    has: pageOf({ frontMatter: '---\npage_title: "Alicloud: alicloud_disk"\n---' }),
    hasNot: usual,
  },
  'availability-missing': {
    has: pageOf({ introduction: 'Provides a disk.' }),
    hasNot: usual,
    line: '# alicloud_disk',
  },
  'heading-misspelt': {
    has: usual.replace('## Attributes Reference', '## Attributes Reference0'),
    hasNot: usual,
    line: '## Attributes Reference0',
  },
  'heading-unknown': {
    has: pageOf({ more: { 'Ignoring changes': 'Text.' } }),
    hasNot: usual,
    line: '## Ignoring',
  },
  'broken-anchor': { has: linked('tag', '`tags`'), hasNot: linked('tags', '`tags`'), line: '(#tag)' },
  'orphan-block': { has: unlinked('`tags`'), hasNot: linked('tags', '`tags`'), line: '### `tags`' },
  'block-without-parent': {
    has: unlinked('`volumes-tags`'),
    hasNot: unlinked('`tags`'),
    line: '### `volumes-tags`',
  },
  'attributes-under-argument-heading': {
    has: usual.replace('## Attributes Reference', '## Argument Reference'),
    hasNot: usual,
    line: '## Argument Reference',
  },
  'arguments-said-to-be-exported': {
    has: usual.replace('The following arguments are supported:', 'The following attributes are exported:'),
    hasNot: usual,
    line: 'The following attributes are exported:',
  },
  'section-repeated': {
    has: `${usual}\n## Timeouts\n\n* \`delete\` - (Defaults to 5 mins) Used when deleting the disk.\n`,
    hasNot: usual,
    line: '## Timeouts',
  },
  'section-order': {
    has: `${section('Attributes Reference', null)}\n## Attributes Reference\n\n* \`id\` - The id.\n`,
    hasNot: usual,
    line: '## Attributes Reference',
  },
  'section-missing': { has: section('Import', null), hasNot: usual, line: '# alicloud_disk' },
  'indented-line': {
    has: usual.replace('The following attributes', ' The following attributes'),
    hasNot: usual,
    line: ' The following attributes',
  },
  'generated-marker': {
    has: `${usual}\n<!-- cache-key: cdktf-0.21.0 -->\n`,
    hasNot: `${usual}\n<!-- a remark -->\n`,
    line: 'cache-key',
  },
  'id-missing': {
    has: section('Attributes Reference', '* `status` - The status.'),
    hasNot: usual,
    line: '`status`',
  },
  'id-part-misspelt': {
    has: withArguments('* `cluster_id` - (Required) The cluster.', '* `size` - (Required) The size.').replace(
      'The id of the disk.',
      'The id of the disk. The value is formulated as `<cluster_ud>:<size>`.',
    ),
    hasNot: withArguments(
      '* `cluster_id` - (Required) The cluster.',
      '* `size` - (Required) The size.',
    ).replace('The id of the disk.', 'The id of the disk. The value is formulated as `<cluster_id>:<size>`.'),
    line: 'cluster_ud',
  },
  'import-missing-command': {
    has: section('Import', 'A disk can be imported by its id.'),
    hasNot: section('Import', 'A disk cannot be imported.'),
    line: '## Import',
  },
  'import-type-mismatch': {
    has: usual.replace('alicloud_disk.example <id>', 'alicloud_ecs_disk.example <id>'),
    hasNot: usual,
    line: 'terraform import alicloud_ecs_disk',
  },
  'import-arity': {
    has: usual.replace('The id of the disk.', 'The id. It is formatted to `<disk_id>:<instance_id>`.'),
    hasNot: usual.replace('The id of the disk.', 'The id. It is formatted to `<disk_id>`.'),
    line: 'terraform import',
  },
  'import-without-id': {
    has: usual.replace('alicloud_disk.example <id>', 'alicloud_disk.example'),
    hasNot: usual,
    line: 'terraform import',
  },
  'import-trailing-stop': {
    has: usual.replace('alicloud_disk.example <id>', 'alicloud_disk.example d-123.'),
    hasNot: usual.replace('alicloud_disk.example <id>', 'alicloud_disk.example d-1.23'),
    line: 'd-123.',
  },
  'timeout-contradicts-operation': {
    has: section('Timeouts', '* `delete` - (Defaults to 5 mins) Used when creating the disk.'),
    hasNot: section('Timeouts', '* `delete` - (Defaults to 5 mins) Used when terminating the disk.'),
    line: '`delete`',
  },
  'timeout-without-default': {
    has: section('Timeouts', '* `create` - Used when creating the disk.'),
    hasNot: usual,
    line: '`create`',
  },
  'timeout-repeated': {
    has: section(
      'Timeouts',
      '* `create` - (Defaults to 5 mins) Used when creating.\n* `create` - (Defaults to 9 mins) Used when creating it.',
    ),
    hasNot: usual,
    line: '9 mins',
  },
  'escaped-underscore': {
    has: pageOf({ title: '# alicloud\\_disk' }),
    hasNot: pageOf({
      introduction: 'Provides `a\\_b` and \\_c\\_.\n\n-> **NOTE:** Available since v1.10.0.',
    }),
    line: '# alicloud\\_disk',
  },
  'note-malformed': {
    has: pageOf({ introduction: '-> **NOTE: Available since v1.10.0.' }),
    hasNot: pageOf({ introduction: '~> **Note:** Text.\n\n-> **DEPRECATION NOTICE:** Text.' }),
    line: '-> **NOTE: ',
  },
  'pseudo-html': {
    has: withArguments('* `size` - (Required) The form is <Minor engine version>.'),
    hasNot: withArguments('* `size` - (Required) The form is `<Minor engine version>`.<br> More.'),
    line: '<Minor engine version>',
  },
  'disable-unknown-rule': {
    has: `${usual}\n<!-- alimock-disable-next-line flag-missing -->\n`,
    hasNot: `${usual}\n<!-- alimock-disable-next-line flags-missing -->\n`,
    line: 'alimock-disable',
  },
  'disable-unused': {
    has: withArguments('<!-- alimock-disable-next-line flags-missing -->', '* `size` - (Required) The size.'),
    hasNot: withArguments('<!-- alimock-disable-next-line flags-missing -->', '* `size` - The size.'),
    line: 'alimock-disable',
  },
  'example-missing': {
    has: pageOf({ sections: { 'Example Usage': null } }),
    hasNot: pageOf({
      sections: { 'Example Usage': fence('resource "alicloud_disk" "a" {', '  size = 1', '}') },
    }),
  },
};
