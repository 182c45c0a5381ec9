/** The second value of an argument: of the same form, and one that an API may know. */
import { expect, test } from '@playwright/test';
import { secondText } from '../../../scenarios/derive/second-text.ts';
import { deeds, scenariosOf } from './small-page.ts';

for (const [first, second] of [
  ['true', 'false'],
  ['10.0.0.0/8', '10.0.0.0/9'],
  ['2001:db8::/32', '2001:db8::/33'],
  ['10.0.0.250', '10.0.0.1'],
  ['1/65535', '1/65534'],
  ['129', '120'],
  ['2099-01-28T00:00:00Z', '2099-01-01T00:00:00Z'],
  ['23:00:00', '00:00:00'],
  ['0 0 23 * * ?', '0 0 0 * * ?'],
  ['cn-beijing-b', 'cn-beijing-c'],
  ['eu-central-1a', 'eu-central-1b'],
  ['cn-beijing', 'cn-shanghai'],
  ['ap-southeast-1', 'cn-beijing'],
  ['ecs.n4.large', 'ecs.n4.xlarge'],
  ['ddh.g6', 'ddh.c6'],
  ['ZWNobyBhbGltb2Nr', Buffer.from('echo alimock\n# second').toString('base64')],
  ['PrePaid', null],
  ['a-name', 'a-name-second'],
] as const) {
  test(`another text like ${first} is ${second ?? 'not known'}`, () => {
    expect(secondText(first)).toBe(second);
  });
}

test('of the values that a page lists, the one behind the first is taken, and before the last', async () => {
  const scenarios = await scenariosOf({
    example: '  category = "cloud_efficiency"\n  level = "high"',
    bullets: [
      '* `category` - (Required, ForceNew) Valid values: `outdated`, `cloud_efficiency`, `cloud_ssd`.',
      '* `level` - (Required) Valid values: `low`, `high`.',
    ],
  });
  expect(deeds(scenarios.get('argument/category/force-new')).changed).toEqual({ category: 'cloud_ssd' });
  expect(deeds(scenarios.get('argument/level/update')).changed).toEqual({ level: 'low' });
});

test('a block of which a member is ForceNew is replaced with it, and is changed in place by another', async () => {
  const bulletsOf = (flags: string): string[] => [
    '* `options` - (Optional) See [`options`](#options) below.',
    '',
    '### `options`',
    '',
    'The options supports the following:',
    `* \`weight\` - (${flags}) The weight.`,
  ];
  const example = '  options {\n    weight = 1\n  }';
  const fixed = await scenariosOf({ example, bullets: bulletsOf('Optional, ForceNew, Int') });
  expect(fixed.has('argument/options/update')).toBe(false);
  expect(fixed.get('argument/options/force-new')?.steps.at(-1)?.then).toContainEqual({
    replaced: 'alicloud_thing.main',
  });
  const free = await scenariosOf({ example, bullets: bulletsOf('Optional, Int') });
  expect(free.has('argument/options/force-new')).toBe(false);
  expect(free.has('argument/options/update')).toBe(true);
});

test('a block differs in a member, first in one that refers to nothing; a map has one entry more', async () => {
  const scenarios = await scenariosOf({
    others: 'resource "alicloud_vpc" "v" {\n  cidr_block = "10.0.0.0/8"\n}',
    example: '  place {\n    vpc_id = alicloud_vpc.v.id\n    weight = 1\n  }\n  tags = {\n    A = "b"\n  }',
    bullets: [
      '* `place` - (Required) Where it is. See [`place`](#place) below.',
      '* `tags` - (Optional) The tags.',
      '',
      '### `place`',
      '',
      'The place supports the following:',
      '* `vpc_id` - (Required) The VPC.',
      '* `weight` - (Optional, Int) The weight.',
    ],
  });
  expect(deeds(scenarios.get('argument/place/update')).changed).toEqual({
    place: [{ vpc_id: '${alicloud_vpc.v.id}', weight: 2 }],
  });
  expect(deeds(scenarios.get('argument/tags/update')).changed).toEqual({
    tags: { A: 'b', Second: 'alimock' },
  });
});

test('another image than one that is named or was found is looked up', async () => {
  const scenarios = await scenariosOf({
    example: '  image_id = "ubuntu_18_04_64_20G_alibase_20190624.vhd"',
    bullets: ['* `image_id` - (Required) The image.'],
  });
  const { changed, given } = deeds(scenarios.get('argument/image_id/update'));
  expect(changed).toEqual({ image_id: '${data.alicloud_images.alimock.ids.0}' });
  expect(given.map(({ address }) => address)).toEqual(['data.alicloud_images.alimock']);
});

test('what is protected against deletion is not replaced: a change protects it', async () => {
  const scenarios = await scenariosOf({
    example: '  size = 1',
    bullets: [
      '* `size` - (Required) The size.',
      '* `deletion_protection` - (Optional, ForceNew) Whether it is protected.',
    ],
  });
  const { created, changed } = deeds(scenarios.get('argument/deletion_protection/force-new'));
  expect([created, changed]).toEqual([
    { size: 1, deletion_protection: false },
    { deletion_protection: true },
  ]);
});

test('another resource group than the first of a list would be its first: both are made', async () => {
  const scenarios = await scenariosOf({
    others: 'data "alicloud_resource_manager_resource_groups" "found" {\n  status = "OK"\n}',
    example: '  resource_group_id = data.alicloud_resource_manager_resource_groups.found.ids.0',
    bullets: ['* `resource_group_id` - (Optional, ForceNew) The group.'],
  });
  const { created, changed, given } = deeds(scenarios.get('argument/resource_group_id/force-new'));
  const group = (name: string): string => `\${alicloud_resource_manager_resource_group.${name}.id}`;
  expect([created, changed]).toEqual([
    { resource_group_id: group('alimock') },
    { resource_group_id: group('alimock-second') },
  ]);
  expect(given.map(({ address }) => address)).toContain(
    'alicloud_resource_manager_resource_group.alimock-second',
  );
});

test('a VSwitch that fills its VPC makes room for another: each has a half', async () => {
  const scenarios = await scenariosOf({
    others: [
      'resource "alicloud_vpc" "v" {\n  cidr_block = "10.1.2.0/24"\n}',
      'resource "alicloud_vswitch" "s" {\n  vpc_id = alicloud_vpc.v.id\n  cidr_block = "10.1.2.0/24"\n}',
    ].join('\n'),
    example: '  vswitch_id = alicloud_vswitch.s.id',
    bullets: ['* `vswitch_id` - (Required) The VSwitch.'],
  });
  const { changed, given } = deeds(scenarios.get('argument/vswitch_id/update'));
  expect(changed).toEqual({ vswitch_id: '${alicloud_vswitch.s-second.id}' });
  expect(given.map(({ address, arguments: { cidr_block: block } }) => [address, block])).toEqual([
    ['alicloud_vpc.v', '10.1.2.0/24'],
    ['alicloud_vswitch.s', '10.1.2.0/25'],
    ['alicloud_vswitch.s-second', '10.1.2.128/25'],
  ]);
});

test('what the page says is Base64 stays Base64, however short; what has letters alone gets no hyphen', async () => {
  const scenarios = await scenariosOf({
    example: '  content = "bHMK"\n  prefix = "export"',
    bullets: [
      '* `content` - (Required) The Base64-encoded content.',
      '* `prefix` - (Required) It can be composed of numbers or letters.',
    ],
  });
  const content = Buffer.from('ls\n\n# second').toString('base64');
  expect(deeds(scenarios.get('argument/content/update')).changed).toEqual({ content });
  expect(deeds(scenarios.get('argument/prefix/update')).changed).toEqual({ prefix: 'exportsecond' });
});

test('of a list within a list another entry of the inner one is taken', async () => {
  const scenarios = await scenariosOf({
    others: 'data "alicloud_instance_types" "found" {\n  cpu_core_count = 2\n}',
    example: '  zone_id = data.alicloud_instance_types.found.instance_types.0.availability_zones.0',
    bullets: ['* `zone_id` - (Optional, ForceNew) The zone.'],
  });
  expect(deeds(scenarios.get('argument/zone_id/force-new')).changed).toEqual({
    zone_id: '${data.alicloud_instance_types.found.instance_types.0.availability_zones.1}',
  });
});

test('what begins later begins soon, and a day later', async () => {
  const scenarios = await scenariosOf({
    example: '  size = 1',
    bullets: ['* `start_time` - (Optional) The start.'],
  });
  const { created, changed } = deeds(scenarios.get('argument/start_time/update'));
  expect([created, changed]).toEqual([{ size: 1, start_time: '${day.30}' }, { start_time: '${day.31}' }]);
});

test('a size is one that the page states under a condition', async () => {
  const scenarios = await scenariosOf({
    example: '  name = "a"',
    bullets: [
      '* `disk_size` - (Optional) The size.',
      '  - When `category` is `fast`, Valid values: `20` to `32768`.',
      '  - When `category` is `old`, Valid values: `5` to `200`.',
    ],
  });
  expect(deeds(scenarios.get('argument/disk_size/read-back')).created).toEqual({ name: 'a', disk_size: 20 });
});

const network = [
  'data "alicloud_zones" "z" {\n  available_resource_creation = "VSwitch"\n}',
  'resource "alicloud_vpc" "v" {\n  cidr_block = "10.1.0.0/16"\n}',
  'resource "alicloud_vswitch" "s" {\n  vpc_id = alicloud_vpc.v.id\n  cidr_block = "10.1.1.0/24"\n  zone_id = data.alicloud_zones.z.zones.0.id\n}',
].join('\n');

test('what stands upon the former value goes to the new one: a VSwitch to the zone, and to the VPC', async () => {
  const scenarios = await scenariosOf({
    others: network,
    example:
      '  zone_id = data.alicloud_zones.z.zones.0.id\n  vpc_id = alicloud_vpc.v.id\n  vswitch_id = alicloud_vswitch.s.id',
    bullets: [
      '* `zone_id` - (Required, ForceNew) The zone.',
      '* `vpc_id` - (Required, ForceNew) The VPC.',
      '* `vswitch_id` - (Required, ForceNew) The VSwitch.',
    ],
  });
  const second = (id: string) => {
    const { changed, given } = deeds(scenarios.get(id));
    return {
      changed,
      block: given.find(({ address }) => address === 'alicloud_vswitch.s-second')?.arguments,
    };
  };
  expect(second('argument/zone_id/force-new')).toMatchObject({
    changed: {
      zone_id: '${data.alicloud_zones.z.zones.1.id}',
      vswitch_id: '${alicloud_vswitch.s-second.id}',
    },
    block: { zone_id: '${data.alicloud_zones.z.zones.1.id}', cidr_block: '10.1.2.0/24' },
  });
  expect(second('argument/vpc_id/force-new')).toMatchObject({
    changed: { vpc_id: '${alicloud_vpc.v-second.id}', vswitch_id: '${alicloud_vswitch.s-second.id}' },
    block: { vpc_id: '${alicloud_vpc.v-second.id}' },
  });
});

test('an address is at the same place in another VSwitch', async () => {
  const scenarios = await scenariosOf({
    others: network,
    example: '  vswitch_id = alicloud_vswitch.s.id\n  private_ip = "10.1.1.5"',
    bullets: [
      '* `vswitch_id` - (Required, ForceNew) The VSwitch.',
      '* `private_ip` - (Optional) The address.',
    ],
  });
  expect(deeds(scenarios.get('argument/vswitch_id/force-new')).changed).toEqual({
    vswitch_id: '${alicloud_vswitch.s-second.id}',
    private_ip: '10.1.2.5',
  });
});

test('another instance has a disk of its own that is attached to it', async () => {
  const scenarios = await scenariosOf({
    others: [
      'resource "alicloud_instance" "i" {\n  instance_name = "i"\n}',
      'resource "alicloud_disk" "d" {\n  disk_name = "d"\n}',
      'resource "alicloud_disk_attachment" "a" {\n  disk_id = alicloud_disk.d.id\n  instance_id = alicloud_instance.i.id\n}',
    ].join('\n'),
    example: '  instance_id = alicloud_instance.i.id\n  disk_id = [alicloud_disk_attachment.a.disk_id]',
    bullets: ['* `instance_id` - (Required, ForceNew) The instance.', '* `disk_id` - (Optional) The disks.'],
  });
  const { changed, given } = deeds(scenarios.get('argument/instance_id/force-new'));
  expect(changed).toEqual({
    instance_id: '${alicloud_instance.i-second.id}',
    disk_id: ['${alicloud_disk_attachment.a-second.disk_id}'],
  });
  expect(given.find(({ address }) => address === 'alicloud_disk_attachment.a-second')?.arguments).toEqual({
    disk_id: '${alicloud_disk.d-second.id}',
    instance_id: '${alicloud_instance.i-second.id}',
  });
});

test('another family of addresses has other blocks, another system another platform', async () => {
  const scenarios = await scenariosOf({
    example:
      '  address_family = "IPv4"\n  os_type = "linux"\n  platform = "Ubuntu"\n  cidrs = ["10.0.0.0/8", "a"]',
    bullets: [
      '* `address_family` - (Required, ForceNew) Valid values: `IPv4`, `IPv6`.',
      '* `os_type` - (Optional, ForceNew) Valid values: `windows`, `linux`.',
      '* `platform` - (Optional, ForceNew) The platform.',
      '* `cidrs` - (Optional) The blocks.',
    ],
  });
  expect(deeds(scenarios.get('argument/address_family/force-new')).changed).toEqual({
    address_family: 'IPv6',
    cidrs: ['2001:db8:1::/48', 'a'],
  });
  expect(deeds(scenarios.get('argument/os_type/force-new')).changed).toEqual({
    os_type: 'windows',
    platform: null,
  });
});

test('of several blocks none is in both lists, where what has the former list is to be gone', async () => {
  const scenarios = await scenariosOf({
    others: 'resource "alicloud_instance" "i" {\n  count = 2\n  instance_name = "i"\n}',
    example: '  instance_ids = alicloud_instance.i.*.id',
    bullets: ['* `instance_ids` - (Required, ForceNew) The instances.'],
  });
  const { created, changed } = deeds(scenarios.get('argument/instance_ids/force-new'));
  expect([created, changed]).toEqual([
    { instance_ids: ['${alicloud_instance.i-at-0.id}'] },
    { instance_ids: ['${alicloud_instance.i-at-1.id}'] },
  ]);
});
