/** Slips in what an example only needs are mended, before the promises of the page's own block are tried in it. */
import { expect, test } from '@playwright/test';
import { parsePage } from '../../../docs-parser/index.ts';
import { mended } from '../../../scenarios/derive/mended.ts';

const block = (address: string, values: Record<string, string> = {}) => ({ address, arguments: values });

test('an instance without a VSwitch gets a network in its zone, and its security groups too', () => {
  const blocks = mended(
    [
      block('alicloud_security_group.g'),
      block('alicloud_disk.d', { availability_zone: 'cn-beijing-a' }),
      block('alicloud_instance.i', { availability_zone: 'cn-beijing-a' }),
    ],
    new Map(),
    'alicloud_disk.d',
  );
  expect(blocks.map(({ address }) => address)).toEqual([
    'alicloud_vpc.alimock',
    'alicloud_security_group.g',
    'alicloud_disk.d',
    'alicloud_vswitch.alimock',
    'alicloud_instance.i',
  ]);
  expect(blocks[1]?.arguments).toEqual({ vpc_id: '${alicloud_vpc.alimock.id}' });
  expect(blocks[3]?.arguments).toMatchObject({ zone_id: 'cn-beijing-a' });
  expect(blocks[4]?.arguments).toMatchObject({ vswitch_id: '${alicloud_vswitch.alimock.id}' });
});

for (const [why, values] of [
  ['stands in a network', { vswitch_id: 'vsw-1' }],
  ['comes from a launch template', { launch_template_id: 'lt-1' }],
] as const) {
  test(`an instance that ${why} is left as it is`, () => {
    const blocks = [block('alicloud_instance.i', values)];
    expect(mended(blocks, new Map(), 'alicloud_disk.d')).toEqual(blocks);
  });
}

test('an argument that its page does not know is the one that differs by a letter', async () => {
  const page = await parsePage(
    [
      '# alicloud_instance_types',
      '## Argument Reference',
      '',
      '* `availability_zone` - (Optional) The zone.',
      '* `memory_size` - (Optional) The memory.',
    ].join('\n'),
    { file: 'd/instance_types.html.markdown' },
  );
  const asked = block('data.alicloud_instance_types.t', {
    avaiability_zone: 'a',
    size: 'b',
    memory_sizes: 'c',
  });
  const companions = new Map([['data.alicloud_instance_types', page]]);
  expect(mended([asked], companions, 'alicloud_disk.d')).toEqual([
    block('data.alicloud_instance_types.t', { availability_zone: 'a', size: 'b', memory_size: 'c' }),
  ]);
});

test('what a test’s code would have put into a name is a number', () => {
  const disk = block('alicloud_disk.d', { name: 'one%d', description: '5%d' });
  expect(mended([disk], new Map(), disk.address)).toEqual([
    block('alicloud_disk.d', { name: 'one1', description: '5%d' }),
  ]);
});

test('a public image of some day is the newest of its system, but in the page’s own block', () => {
  const outdated = {
    vswitch_id: 'vsw-1',
    image_id: 'centos_7_04_64_20G_alibase_201701015.vhd',
  };
  const blocks = mended(
    [
      block('alicloud_instance.a', outdated),
      block('alicloud_instance.b', outdated),
      block('alicloud_instance.c', { ...outdated, image_id: 'm-1' }),
      block('alicloud_instance.own', outdated),
    ],
    new Map(),
    'alicloud_instance.own',
  );
  const newest = { ...outdated, image_id: '${data.alicloud_images.alimock-centos-7.ids.0}' };
  expect(blocks).toEqual([
    {
      address: 'data.alicloud_images.alimock-centos-7',
      arguments: { owners: 'system', name_regex: '^centos_7_', most_recent: true },
    },
    block('alicloud_instance.a', newest),
    block('alicloud_instance.b', newest),
    block('alicloud_instance.c', { ...outdated, image_id: 'm-1' }),
    block('alicloud_instance.own', outdated),
  ]);
});
