// Not the runner's expect: it keeps each assertion as a step of the report, which takes longer than the calls.
import assert from 'node:assert/strict';
import { actors } from './reference.ts';
import type { Reference } from './reference.ts';
import type { World } from './world.ts';

const ids = (rows: Iterable<{ readonly id: string; readonly owner: string }>, owner: string): string[] =>
  [...rows]
    .filter((row) => row.owner === owner)
    .map(({ id }) => id)
    .sort();

/**
 * What must hold after every sequence, asked through the API as each account: it sees its own things and what
 * is shared with it, and nothing else; every reference leads somewhere; no limit is exceeded.
 */
export const checkInvariants = (model: Reference, world: World): void => {
  for (const actor of actors) {
    const listed = (action: string, path: string, id: string, more: Record<string, string> = {}): string[] =>
      world
        .list(actor, action, more, path)
        .map((item) => item.text(id))
        .sort();
    const instances = world.list(actor, 'DescribeInstances', {}, 'Instances.Instance');
    assert.deepEqual(
      instances.map((item) => item.text('InstanceId')).sort(),
      ids(model.instances.values(), actor),
    );
    for (const item of instances) {
      const known = model.instances.get(item.text('InstanceId'));
      assert.equal(item.text('Status'), known?.status);
      assert.equal(item.text('ImageId'), known?.imageId);
      for (const group of item.list('SecurityGroupIds.SecurityGroupId')) {
        assert.equal(model.groups.has(String(group.body)), true);
      }
    }
    const disks = world.list(actor, 'DescribeDisks', {}, 'Disks.Disk');
    assert.deepEqual(disks.map((item) => item.text('DiskId')).sort(), ids(model.disks.values(), actor));
    for (const item of disks) {
      const known = model.disks.get(item.text('DiskId'));
      assert.equal(item.text('InstanceId'), known?.instanceId ?? '');
      assert.equal(item.text('Status'), known?.instanceId === null ? 'Available' : 'In_use');
    }
    assert.deepEqual(
      listed('DescribeSnapshots', 'Snapshots.Snapshot', 'SnapshotId'),
      ids(model.snapshots.values(), actor),
    );
    assert.deepEqual(
      listed('DescribeSecurityGroups', 'SecurityGroups.SecurityGroup', 'SecurityGroupId'),
      ids(model.groups.values(), actor),
    );
    assert.deepEqual(
      listed('DescribeImages', 'Images.Image', 'ImageId', { ImageOwnerAlias: 'self' }),
      ids(model.images.values(), actor),
    );
    const shared = [...model.images.values()].filter(({ shares }) => shares.has(actor)).map(({ id }) => id);
    assert.deepEqual(
      listed('DescribeImages', 'Images.Image', 'ImageId', { ImageOwnerAlias: 'others' }),
      shared.sort(),
    );
    assert.ok(model.imagesOf(actor).length <= model.limits.images);
  }
  for (const image of model.images.values()) {
    assert.ok(image.shares.size <= model.limits.shares);
    const accounts = world.list(
      image.owner,
      'DescribeImageSharePermission',
      { ImageId: image.id },
      'Accounts.Account',
    );
    assert.deepEqual(
      accounts.map((account) => account.text('AliyunId')).sort(),
      [...image.shares].map((actor) => world.accountIds[actor]).sort(),
    );
  }
};
