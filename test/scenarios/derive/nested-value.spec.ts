/** Values of blocks within a block. */
import { expect, test } from '@playwright/test';
import { nestedValue } from '../../../scenarios/derive/nested-value.ts';
import type { Subject } from '../../../scenarios/derive/example.ts';
import { readPage } from './pages.ts';

test('a disk that is made from a snapshot is as large as the disk that this is of', async () => {
  const page = await readPage({
    type: 'alicloud_thing',
    example: ['resource "alicloud_thing" "main" {\n  name = "a"\n}'],
    arguments: [
      '* `disks` - (Optional) The disks. See [`disks`](#disks) below.',
      '',
      '### `disks`',
      '',
      'The disks supports the following:',
      '* `size` - (Required) The size.',
      '* `snapshot_id` - (Optional) The snapshot.',
    ],
  });
  const snapshot = await readPage({
    type: 'alicloud_snapshot',
    example: [
      'resource "alicloud_disk" "d" {\n  size = 500\n}',
      'resource "alicloud_disk_attachment" "a" {\n  disk_id = alicloud_disk.d.id\n}',
      'resource "alicloud_snapshot" "s" {\n  disk_id = alicloud_disk_attachment.a.disk_id\n}',
    ],
    arguments: ['* `disk_id` - (Required) The disk.'],
  });
  const [disks] = page.arguments;
  const subject: Subject = {
    address: 'alicloud_thing.main',
    type: 'alicloud_thing',
    arguments: { name: 'a' },
    given: [],
    example: { position: page.position, blocks: [] },
  };
  const companions = new Map([['alicloud_snapshot', snapshot]]);
  const made = disks && nestedValue(disks, page, subject, companions, ['snapshot_id']);
  expect(made?.value).toMatchObject([
    { size: 500, snapshot_id: expect.stringContaining('alicloud_snapshot.s') },
  ]);
});
