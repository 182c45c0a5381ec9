import type { ParserRule } from './rule.ts';

const disk = (...lines: string[]): string =>
  ['resource "alicloud_disk" "example" {', ...lines.map((line) => `  ${line}`), '}'].join('\n');

/** Rules about the example code of a page. */
export const exampleRules = {
  'example-missing': {
    severity: 'info',
    kind: 'examples',
    what: 'The page has no example code.',
    why: 'Nothing shows how the resource is used, and nothing can be run.',
    example: '# alicloud_disk\n\n## Argument Reference',
    form: '# alicloud_disk\n\n## Example Usage\n\n```terraform\nresource "alicloud_disk" "example" {…}\n```\n\n## Argument Reference',
  },
  'example-unreadable': {
    severity: 'error',
    kind: 'examples',
    what: 'The example code cannot be read.',
    why: 'Pasted as it is, it does not work.',
    example: 'resource "alicloud_disk" "example" {{{',
    form: disk('size = 20'),
  },
  'example-syntax-error': {
    severity: 'warning',
    kind: 'examples',
    what: 'The example code has a syntax error.',
    why: 'Pasted as it is, it does not work.',
    example: disk('size = ', 'name = "example"'),
    form: disk('size = 20', 'name = "example"'),
  },
  'example-undocumented-argument': {
    severity: 'warning',
    kind: 'examples',
    what: 'The example sets an argument that the page does not describe.',
    why: 'Either the example or the Argument Reference is wrong.',
    example: `${disk('size     = 20', 'capacity = 20')}\n\n* \`size\` - (Required) The size of the disk.`,
    form: `${disk('size = 20')}\n\n* \`size\` - (Required) The size of the disk.`,
  },
  'example-missing-required': {
    severity: 'warning',
    kind: 'examples',
    what: 'The example leaves out a Required argument.',
    why: 'Pasted as it is, it does not work.',
    example: `${disk('name = "example"')}\n\n* \`size\` - (Required) The size of the disk.`,
    form: `${disk('name = "example"', 'size = 20')}\n\n* \`size\` - (Required) The size of the disk.`,
  },
  'example-undeclared-reference': {
    severity: 'warning',
    kind: 'examples',
    what: 'The example refers to something that it does not declare.',
    why: 'Pasted as it is, it does not work.',
    example: disk('zone_id = data.alicloud_zones.default.zones.0.id'),
    form: `data "alicloud_zones" "default" {}\n\n${disk('zone_id = data.alicloud_zones.default.zones.0.id')}`,
  },
} as const satisfies Record<string, ParserRule>;
