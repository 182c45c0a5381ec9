/** What is set, and what is left out, beside the argument that a scenario is about. */
import { expect, test } from '@playwright/test';
import { deeds, scenariosOf } from './small-page.ts';

test('what replaces a deprecated argument is left out beside it, and its value taken', async () => {
  const scenarios = await scenariosOf({
    example: '  thing_name = "first"',
    bullets: [
      '* `thing_name` - (Optional) The name.',
      '* `name` - (Optional, Deprecated since v1.2.0) Field `name` has been deprecated. New field `thing_name` instead.',
    ],
  });
  expect(deeds(scenarios.get('argument/name/read-back')).created).toEqual({ name: 'first' });
  expect(deeds(scenarios.get('argument/name/update')).changed).toEqual({ name: 'first-second' });
});

for (const [said, bullets, introduction] of [
  [
    'by an argument',
    ['* `b` - (Optional, Int) Valid values: 1 to 10. You cannot specify both the `a` and `b` parameters.'],
    undefined,
  ],
  [
    'by an argument in passing',
    ["* `b` - (Optional, Int) Valid values: 1 to 10. Don't use both a and b in the same block."],
    undefined,
  ],
  [
    'by a note',
    ['* `b` - (Optional, Int) The count. Valid values: 1 to 10.'],
    'Provides a thing.\n\n-> **NOTE:** Only one of `a` or `b` can be specified.',
  ],
] as const) {
  test(`of two arguments that exclude each other, ${said}, one is set`, async () => {
    const scenarios = await scenariosOf({
      example: '  a = "x"',
      bullets: ['* `a` - (Optional) The text.', ...bullets, '* `c_count` - (Optional) How many.'],
      ...(introduction === undefined ? {} : { introduction }),
    });
    const created = deeds(scenarios.get('argument/b/read-back')).created ?? { a: 'never derived' };
    expect(Object.keys(created)).not.toContain('a');
    expect(deeds(scenarios.get('argument/c_count/read-back')).created).toEqual({ a: 'x', c_count: 1 });
  });
}

test('what an argument is valid for only is set beside it, whatever words say so', async () => {
  const scenarios = await scenariosOf({
    example: '  category = "basic"',
    bullets: [
      '* `category` - (Optional) Valid values: `basic`, `cloud_auto`, `cloud_essd`.',
      '* `bursting` - (Optional) Whether to burst. It is only valid when `category` is `cloud_auto`.',
      '* `multi` - (Optional) Valid values: `Off`, `On`. Default value: `Off`. `multi` can only be set to `On` when `category` is set to `cloud_essd`.',
      '* `performance_level` - (Optional) The performance level of the ESSD. Valid values: `PL0`, `PL1`.',
    ],
  });
  const created = (name: string): unknown => deeds(scenarios.get(`argument/${name}/read-back`)).created;
  expect(created('bursting')).toEqual({ category: 'cloud_auto', bursting: true });
  expect(created('multi')).toEqual({ category: 'cloud_essd', multi: 'On' });
  expect(created('performance_level')).toEqual({ category: 'cloud_essd', performance_level: 'PL0' });
});

test('a value brings with it what is required then, with a value from the list that holds', async () => {
  const scenarios = await scenariosOf({
    example: '  size = 20',
    bullets: [
      '* `size` - (Required) The size.',
      '* `charge_type` - (Optional) Valid values: `PostPaid`, `PrePaid`. Default value: `PostPaid`.',
      '* `period` - (Optional) It is valid and required when `charge_type` is `PrePaid`. When `period_unit` is `Month`, Valid values: `1`, `6`. When `period_unit` is `Week`, Valid values: `1`, `2`.',
      '* `period_unit` - (Optional) It is valid when `charge_type` is `PrePaid`. Valid values: `Month`, `Week`. Default value: `Month`.',
    ],
  });
  expect(deeds(scenarios.get('argument/charge_type/read-back')).created).toEqual({
    size: 20,
    charge_type: 'PrePaid',
    period: '6',
  });
  expect(deeds(scenarios.get('argument/period_unit/read-back')).created).toEqual({
    size: 20,
    charge_type: 'PrePaid',
    period: '2',
    period_unit: 'Week',
  });
});

test('what needs an argument goes when that one is left out or changed', async () => {
  const scenarios = await scenariosOf({
    example: '  encrypted = true\n  key = "k"',
    bullets: [
      '* `encrypted` - (Optional, ForceNew) Whether it is encrypted.',
      '* `key` - (Optional) The key. It is only valid when `encrypted` is `true`.',
    ],
  });
  expect(deeds(scenarios.get('argument/encrypted/optional')).created).toEqual({});
  expect(deeds(scenarios.get('argument/encrypted/force-new')).changed).toEqual({
    encrypted: false,
    key: null,
  });
  expect(deeds(scenarios.get('argument/key/optional')).created).toEqual({ encrypted: true });
});

test('parameters that go together are set together, by the provider’s or by the API’s name', async () => {
  const scenarios = await scenariosOf({
    example: '  size = 20',
    bullets: [
      '* `size` - (Required) The size.',
      '* `start_time` - (Optional) The start. The `start_time` and `end_time` parameters must be specified at the same time. In the HH:mm:ss format.',
      '* `end_time` - (Optional) The end. In the HH:mm:ss format.',
      '* `kind` - (Optional) Value range: `Limited`: it ends. The EndTime parameter must be specified at the same time.`Unlimited`: no end. Default value: `Unlimited`.',
    ],
  });
  const created = (id: string): unknown => deeds(scenarios.get(id)).created;
  expect(created('argument/start_time/read-back')).toEqual({
    size: 20,
    start_time: '02:00:00',
    end_time: '02:00:00',
  });
  expect(created('argument/kind/read-back')).toEqual({ size: 20, kind: 'Limited', end_time: '02:00:00' });
});

test('a default that only some have is looked at in one that has it', async () => {
  const scenarios = await scenariosOf({
    example: '  category = "basic"',
    bullets: [
      '* `category` - (Optional) The category.',
      '* `performance_level` - (Optional) The performance level of an ESSD. Default value: `PL1`. Valid values: `PL1`, `PL2`.',
    ],
  });
  expect(deeds(scenarios.get('argument/performance_level/default')).created).toEqual({
    category: 'cloud_essd',
  });
});

test('what one value of another argument asks for is set with that value', async () => {
  const scenarios = await scenariosOf({
    example: '  kind = "Unlimited"',
    bullets: [
      '* `kind` - (Optional) Value range:Limited: it ends. The EndTime parameter must be specified at the same time.Unlimited: no end.',
      '* `end_time` - (Optional) The end.',
    ],
  });
  const end = '2099-01-01T00:00:00Z';
  expect(deeds(scenarios.get('argument/end_time/read-back')).created).toEqual({
    kind: 'Limited',
    end_time: end,
  });
});

test('a value that is used under conditions is set under them', async () => {
  const scenarios = await scenariosOf({
    example: '  size = 1',
    bullets: [
      '* `repeat_mode` - (Optional) Valid values: `Once`, `Period`. When `Timed` is set to true and Frequency is specified, `period` is used as the value of RepeatMode.',
      '* `timed` - (Optional) Specifies whether it is repeated.',
      '* `frequency` - (Optional) A cron expression.',
    ],
  });
  expect(deeds(scenarios.get('argument/repeat_mode/read-back')).created).toEqual({
    size: 1,
    repeat_mode: 'Once',
  });
  expect(deeds(scenarios.get('argument/repeat_mode/update')).changed).toEqual({
    repeat_mode: 'Period',
    timed: 'true',
    frequency: '0 0 4 * * ?',
  });
});

test('the other side of a relation is another one, and brings what can only go with it', async () => {
  const scenarios = await scenariosOf({
    others: 'resource "alicloud_security_group" "own" {\n  name = "own"\n}',
    example: '  security_group_id = alicloud_security_group.own.id\n  nic_type = "internet"',
    bullets: [
      '* `security_group_id` - (Required) The group.',
      '* `nic_type` - (Optional) Either `internet` or `intranet`.',
      '* `source_security_group_id` - (Optional) The target. If this field is specified, the `nic_type` can only select `intranet`.',
    ],
  });
  const { created, given } = deeds(scenarios.get('argument/source_security_group_id/read-back'));
  expect(created).toEqual({
    security_group_id: '${alicloud_security_group.own.id}',
    source_security_group_id: '${alicloud_security_group.own-second.id}',
    nic_type: 'intranet',
  });
  expect(given.map(({ arguments: { name } }) => name)).toEqual(['own', 'own-second']);
});

test('what is excluded stands beside nothing that is named; "disk N" are several', async () => {
  const scenarios = await scenariosOf({
    example: '  disk_id = ["d-1"]',
    bullets: [
      '* `disk_id` - (Optional) The disks.',
      '* `exclude_disk_id` - (Optional) The ID of disk N that is left out. Valid values: `d-1`, `d-2`.',
    ],
  });
  expect(deeds(scenarios.get('argument/exclude_disk_id/read-back')).created).toEqual({
    exclude_disk_id: ['d-1'],
  });
});
