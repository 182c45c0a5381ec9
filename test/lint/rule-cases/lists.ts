import { pageOf, withArguments } from '../pages.ts';
import type { RuleCase } from './rule-case.ts';

/** Two pages that differ in the lines of their arguments. */
const lines = (has: string, hasNot: string): RuleCase => ({
  has: withArguments(has),
  hasNot: withArguments(hasNot),
  line: has.split('\n').at(-1) ?? '',
});

const attributes = (...more: string[]): string =>
  pageOf({ sections: { 'Attributes Reference': ['* `id` - The id.', ...more].join('\n') } });

export const listCases: Readonly<Record<string, RuleCase>> = {
  'flags-missing': lines('* `size` - The size.', '* `size` - (Optional) The size.'),
  'flags-contradictory': lines(
    '* `size` - (Required, Optional) The size.',
    '* `size` - (Required) The size.',
  ),
  'flag-unknown': lines(
    '* `size` - (Required, Changeable) The size.',
    '* `size` - (Required, Int) The size.',
  ),
  'flag-misspelt': lines(
    '* `size` - (Optinal, ForceNew) The size.',
    '* `size` - (Optional, ForceNew) The size.',
  ),
  'flag-repeated': lines(
    '* `size` - (ForceNew, ForceNew) The size.',
    '* `size` - (Required, ForceNew) The size.',
  ),
  'required-computed': lines(
    '* `size` - (Required, Computed) The size.',
    '* `size` - (Optional, Computed) The size.',
  ),
  'required-with-default': lines(
    '* `size` - (Required) The size. Default value: `20`.',
    '* `size` - (Optional) The size. Default value: `20`.',
  ),
  'force-new-modifiable': lines(
    '* `size` - (Optional, ForceNew, Modifiable in 1.115.0+) The size.',
    '* `size` - (Optional, Modifiable in 1.115.0+) The size.',
  ),
  'deprecated-without-advice': lines(
    '* `name` - (Optional, Deprecated) The name of the disk.',
    '* `name` - (Optional, Deprecated since v1.122.0) Field `name` has been deprecated. Use `disk_name` instead.',
  ),
  'default-not-valid': lines(
    '* `category` - (Optional) The category. Valid values: `cloud_ssd`, `cloud_essd`. Default value: `cloud`.',
    '* `category` - (Optional) The category. Valid values: `cloud_ssd`, `cloud_essd`. Default value: `cloud_ssd`.',
  ),
  'conflict-unknown': lines(
    '* `size` - (Optional) The size. It conflicts with `snapshot`.',
    '* `size` - (Optional) The size. It conflicts with `snapshot_id`.\n* `snapshot_id` - (Optional) The snapshot.',
  ),
  'argument-without-text': lines('* `size` - (Required)', '* `size` - (Required) The size.'),
  'argument-duplicate': lines(
    '* `size` - (Required) The size.\n* `size` - (Optional) The size in GiB.',
    '* `size` - (Required) The size.\n* `size_unit` - (Optional) The unit of the size.',
  ),
  'bullet-unclassified': lines(
    '* `size` - (Required) The size.\n* The size is in GiB.',
    '* `size` - (Required) The size is in GiB.',
  ),
  'bullet-unlisted': lines('-`size` - (Required) The size.', '- `size` - (Required) The size.'),
  'bullet-separator': lines('* `size`- (Required) The size.', '* `size` - (Required) The size.'),
  'attribute-duplicate': {
    has: attributes('* `status` - The status.', '* `status` - The state.'),
    hasNot: attributes('* `status` - The status.', '* `state` - The state.'),
    line: 'The state.',
  },
  'attribute-repeats-argument': {
    has: attributes('* `size` - The size.'),
    hasNot: attributes('* `status` - The status.'),
    line: '* `size` - The size.',
  },
};
