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
  'example-reserved-word': {
    severity: 'warning',
    kind: 'examples',
    what: "A variable of a CDKTF example is named as one of the language's own words.",
    why: 'The code does not compile. The converter takes the name of the Terraform block as it is.',
    example: 'Object interface = NetworkInterface.Builder.create(this, "interface").build();',
    form: 'Object networkInterface = NetworkInterface.Builder.create(this, "interface").build();',
  },
  'example-key-case-lost': {
    severity: 'info',
    kind: 'examples',
    what: 'The keys of a map are written as properties in a CDKTF example in C#.',
    why: 'Properties begin with a capital, so nobody can tell whether the key did.',
    example: 'Tags = new Struct {\n    Version = "1"\n}',
    form: 'Tags = new Dictionary<string, string> {\n    { "version", "1" }\n}',
  },
  'example-line-break-added': {
    severity: 'info',
    kind: 'examples',
    what: 'A text of a CDKTF example ends with an empty line.',
    why: 'The converter adds a line break to every heredoc. The text is read without it.',
    example: 'document: "{\\n  \\"Version\\": 1\\n}\\n\\n",',
    form: 'document: "{\\n  \\"Version\\": 1\\n}\\n",',
  },
  'example-interpolation-unclosed': {
    severity: 'warning',
    kind: 'examples',
    what: 'A text of a CDKTF example begins an interpolation before the one before it has ended.',
    why: 'Terraform refuses the template. The converter forgets the brace between two values.',
    example: 'vpcName: "${" + name.value + "${" + suffix.value + "}",',
    form: 'vpcName: "${" + name.value + "}${" + suffix.value + "}",',
  },
  'example-argument-added': {
    severity: 'info',
    kind: 'examples',
    what: 'A CDKTF example takes a required argument from a configuration that nobody gives it.',
    why: 'The converter adds what the HCL example leaves out, so the two are not the same.',
    example: 'new Disk(this, "example", {\n  size: config.size,\n});',
    form: 'new Disk(this, "example", {\n  size: 20,\n});',
  },
  'example-text-indented': {
    severity: 'warning',
    kind: 'examples',
    what: 'A text of several lines is indented with the code around it in a CDKTF example.',
    why: 'The spaces are part of the text that Terraform gets. The text is read without them.',
    example: 'Document = @"{\n        ""Version"": 1\n    }"',
    form: 'Document = "{\\n    \\"Version\\": 1\\n}"',
  },
} as const satisfies Record<string, ParserRule>;
