import { exampleOf, fence, pageOf, withArguments, withExample } from '../pages.ts';
import type { RuleCase } from './rule-case.ts';

const vpcPage = pageOf({
  type: 'alicloud_vpc',
  sections: {
    'Example Usage': fence('resource "alicloud_vpc" "default" {', '  cidr_block = "10.0.0.0/8"', '}'),
    'Argument Reference': [
      '* `cidr_block` - (Required) The block.',
      '* `name` - (Optional, Deprecated since v1.119.0) Use `vpc_name` instead.',
      '* `vpc_name` - (Optional) The name.',
      '* `router` - (Optional, Removed since v1.130.0) It was removed.',
      '* `routes` - (Optional) The routes. See [`routes`](#routes) below.',
      '* `tags` - (Optional, Map) The tags.',
      '',
      '### `routes`',
      '',
      '* `target` - (Required) The target.',
    ].join('\n'),
  },
});

/** A page whose example uses a VPC, beside the page of that. */
const besideVpc = (...lines: string[]): Readonly<Record<string, string>> => ({
  'docs/r/disk.html.markdown': withExample(
    fence(
      'resource "alicloud_vpc" "default" {',
      ...lines.map((line) => `  ${line}`),
      '}',
      'resource "alicloud_disk" "default" {',
      '  size = 20',
      '}',
    ),
  ),
  'docs/r/vpc.html.markdown': vpcPage,
});

/** A page whose example reads something of a VPC. */
const reading = (reference: string): Readonly<Record<string, string>> => ({
  'docs/r/disk.html.markdown': withExample(
    fence(
      'resource "alicloud_vpc" "default" {',
      '  cidr_block = "10.0.0.0/8"',
      '}',
      'resource "alicloud_disk" "default" {',
      '  size      = 20',
      `  disk_name = ${reference}`,
      '}',
    ),
  ),
  'docs/r/vpc.html.markdown': vpcPage,
});

const described = (argument: string, example: string): string =>
  pageOf({
    sections: {
      'Argument Reference': `* \`size\` - (Required) The size.\n${argument}`,
      'Example Usage': exampleOf('size = 20', example),
    },
  });

const categories = '* `category` - (Optional) The category. Valid values: `cloud_ssd`, `cloud_essd`.';
const bandwidth = '* `bandwidth` - (Optional, Int) The bandwidth. Valid values: 1 to 100.';
const own = (...lines: string[]): string => withExample(exampleOf(...lines));

export const exampleCases: Readonly<Record<string, RuleCase>> = {
  'example-unreadable': {
    has: withExample(fence('resource "alicloud_disk" "default" {{{ ][ = ')),
    hasNot: own('size = 20'),
  },
  'example-syntax-error': {
    has: withExample(fence('resource "alicloud_disk" "default" {', '  size = 20', '  disk_name = ][', '}')),
    hasNot: own('size = 20'),
  },
  'example-undocumented-argument': {
    has: own('size = 20', 'capacity = 20'),
    hasNot: own('size = 20', 'timeouts {', '  create = "10m"', '}'),
    line: 'capacity',
  },
  'example-missing-required': {
    has: withArguments(
      '* `size` - (Required) The size.',
      '* `disks` - (Optional) The disks. See [`disks`](#disks) below.',
      '',
      '### `disks`',
      '',
      '* `category` - (Required) The category.',
      '* `zone` - (Optional) The zone.',
    ).replace('size = 20', 'size = 20\n  disks {\n    zone = "a"\n  }'),
    hasNot: own('size = 20'),
    line: 'disks {',
  },
  'example-undeclared-reference': {
    has: own('size = 20', 'disk_name = alicloud_vpc.default.id'),
    hasNot: withExample(
      fence(
        'provider "alicloud" {',
        '  alias = "hz"',
        '}',
        'resource "alicloud_disk" "default" {',
        '  provider = alicloud.hz',
        '  size     = 20',
        '}',
      ),
    ),
    line: 'disk_name',
  },
  'example-deprecated-argument': {
    has: described('* `name` - (Optional, Deprecated) Use `disk_name` instead.', 'name = "a"'),
    hasNot: described('* `name` - (Optional) The name.', 'name = "a"'),
    line: 'name = "a"',
  },
  'example-removed-argument': {
    has: described('* `name` - (Removed since v1.9.0) Use `disk_name` instead.', 'name = "a"'),
    hasNot: described('* `name` - (Optional) The name.', 'name = "a"'),
    line: 'name = "a"',
  },
  'foreign-undocumented-argument': {
    has: besideVpc('cidr_block = "10.0.0.0/8"', 'vpc_title = "a"'),
    hasNot: besideVpc('cidr_block = "10.0.0.0/8"', 'tags = {', '  Any = "a"', '}'),
    line: 'vpc_title',
  },
  'foreign-missing-required': {
    has: besideVpc('cidr_block = "10.0.0.0/8"', 'routes {', '}'),
    hasNot: besideVpc('cidr_block = "10.0.0.0/8"', 'routes {', '  target = "a"', '}'),
    line: 'routes',
  },
  'foreign-deprecated-argument': {
    has: besideVpc('cidr_block = "10.0.0.0/8"', 'name = "a"'),
    hasNot: besideVpc('cidr_block = "10.0.0.0/8"', 'vpc_name = "a"'),
    line: 'name = "a"',
  },
  'example-unknown-attribute': {
    has: withExample(
      `${exampleOf('size = 20').replace(/```$/, '')}output "a" {\n  value = alicloud_disk.default.state\n}\n\`\`\``,
    ),
    hasNot: withExample(
      `${exampleOf('size = 20').replace(/```$/, '')}output "a" {\n  value = alicloud_disk.default.status\n}\n\`\`\``,
    ),
    line: 'output "a"',
  },
  'foreign-unknown-attribute': {
    has: reading('alicloud_vpc.default.routes.0.colour'),
    hasNot: reading('alicloud_vpc.default.tags.anything'),
    line: 'disk_name',
  },
  'example-type-without-page': {
    has: besideVpc('cidr_block = "10.0.0.0/8"', '}', 'resource "alicloud_vcp" "default" {'),
    hasNot: besideVpc('cidr_block = "10.0.0.0/8"', '}', 'resource "random_integer" "default" {'),
    line: 'alicloud_vcp',
    options: { isComplete: true },
  },
  'example-variable-without-default': {
    has: withExample(`${fence('variable "size" {}')}\n\n${exampleOf('size = 20')}`),
    hasNot: withExample(`${fence('variable "size" {', '  default = 20', '}')}\n\n${exampleOf('size = 20')}`),
    line: 'variable "size"',
  },
  'example-unused-variable': {
    has: withExample(
      fence('variable "size" {', '  default = 20', '}', 'resource "alicloud_disk" "a" {', '  size = 20', '}'),
    ),
    hasNot: withExample(
      fence(
        'variable "size" {',
        '  default = 20',
        '}',
        'resource "alicloud_disk" "a" {',
        '  size = var.size',
        '}',
      ),
    ),
    line: 'variable "size"',
  },
  'example-duplicate-address': {
    has: withExample(
      fence(
        'resource "alicloud_disk" "a" {',
        '  size = 20',
        '}',
        'resource "alicloud_disk" "a" {',
        '  size = 30',
        '}',
      ),
    ),
    hasNot: withExample(
      fence(
        'resource "alicloud_disk" "a" {',
        '  size = 20',
        '}',
        'resource "alicloud_disk" "b" {',
        '  size = 30',
        '}',
      ),
    ),
    line: 'resource',
  },
  'example-without-own-type': {
    has: withExample(fence('data "alicloud_zones" "default" {', '}')),
    hasNot: own('size = 20'),
    line: 'data',
  },
  'example-value-not-valid': {
    has: described(categories, 'category = "cloud_fast"'),
    hasNot: described(categories, 'category = "cloud_essd"'),
    line: 'category =',
  },
  'example-value-out-of-range': {
    has: described(bandwidth, 'bandwidth = 500'),
    hasNot: described(bandwidth, 'bandwidth = 100'),
    line: 'bandwidth =',
  },
  'example-placeholder': {
    has: own('size = 20', 'disk_name = "vpc-xxxxxx"'),
    hasNot: own('size = 20', 'disk_name = "example"'),
    line: 'disk_name',
  },
  'example-fence-untagged': {
    has: withExample(exampleOf('size = 20').replace('```terraform', '```')),
    hasNot: own('size = 20'),
    line: '```',
  },
};
