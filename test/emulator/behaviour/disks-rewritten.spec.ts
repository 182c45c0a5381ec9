import { expect, test } from './fixtures.ts';
import type { Account } from '../api-client.ts';
import { launch, launchStopped, makeImage, paced, stop, systemDiskOf, ubuntu } from './image-steps.ts';

const refused = (code: string, status: number) => ({ code, status });

const disk = async (account: Account, diskId: string): Promise<unknown> =>
  (await account.call('DescribeDisks', { DiskIds: JSON.stringify([diskId]) })).at('Disks.Disk.0');

test.describe('ReplaceSystemDisk', () => {
  test('a stopped instance gets a new disk of the image; the old one is gone', async ({ owner }) => {
    const imageId = await makeImage(owner);
    const instanceId = await launchStopped(owner);
    const before = await systemDiskOf(owner, instanceId);
    const replaced = await owner.call('ReplaceSystemDisk', {
      InstanceId: instanceId,
      ImageId: imageId,
      SystemDisk: { Size: 80 },
    });
    const after = replaced.text('DiskId');
    expect(after).not.toBe(before);
    expect(await systemDiskOf(owner, instanceId)).toBe(after);
    expect(await disk(owner, after)).toMatchObject({
      Size: 80,
      ImageId: imageId,
      Status: 'In_use',
      Type: 'system',
    });
    expect(await disk(owner, before)).toBeUndefined();
    const instance = await owner.call('DescribeInstances', { InstanceIds: JSON.stringify([instanceId]) });
    expect(instance.at('Instances.Instance.0')).toMatchObject({ ImageId: imageId, Status: 'Stopped' });
  });

  test('refuses running instances, missing images and bad sizes', async ({ owner, other }) => {
    const instanceId = await launch(owner);
    const replace = (more: Record<string, string | { Size: number }>) =>
      owner.call('ReplaceSystemDisk', { InstanceId: instanceId, ImageId: ubuntu, ...more });
    await expect(replace({})).rejects.toMatchObject(refused('IncorrectInstanceStatus', 403));
    await stop(owner, instanceId);
    await expect(replace({ InstanceId: 'i-none' })).rejects.toMatchObject(
      refused('InvalidInstanceId.NotFound', 404),
    );
    await expect(replace({ ImageId: '' })).rejects.toMatchObject(refused('MissingParameter', 400));
    await expect(replace({ ImageId: 'm-none' })).rejects.toMatchObject(
      refused('InvalidImageId.NotFound', 404),
    );
    await expect(replace({ ImageId: await makeImage(other) })).rejects.toMatchObject(
      refused('InvalidImageId.NotFound', 404),
    );
    await expect(replace({ SystemDisk: { Size: 10 } })).rejects.toMatchObject(
      refused('InvalidSystemDiskSize.LessThanImageSize', 404),
    );
    await expect(replace({ SystemDisk: { Size: 9999 } })).rejects.toMatchObject(
      refused('InvalidSystemDiskSize.ValueNotSupported', 400),
    );
    await expect(replace({ ImageId: 'ubuntu_22_04_arm64_20G_alibase_20241016.vhd' })).rejects.toMatchObject(
      refused('ImageNotSupportInstanceType', 403),
    );
    await expect(
      other.call('ReplaceSystemDisk', { InstanceId: instanceId, ImageId: ubuntu }),
    ).rejects.toMatchObject(refused('InvalidInstanceId.NotFound', 404));
  });
});

test.describe('ReInitDisk', () => {
  test('puts system disks back to a public image and data disks to nothing', async ({ owner }) => {
    const instanceId = await launch(owner, ubuntu, { DataDisk: [{ Size: 40 }] });
    await stop(owner, instanceId);
    const disks = await owner.call('DescribeDisks', { InstanceId: instanceId });
    for (const found of disks.list('Disks.Disk')) {
      await owner.call('ReInitDisk', { DiskId: found.text('DiskId') });
      expect(await disk(owner, found.text('DiskId'))).toMatchObject({ Status: 'In_use' });
    }
  });

  test('wants the disk In_use and its instance Stopped', async ({ owner, other }) => {
    const instanceId = await launch(owner);
    const diskId = await systemDiskOf(owner, instanceId);
    await expect(owner.call('ReInitDisk', { DiskId: diskId })).rejects.toMatchObject(
      refused('IncorrectInstanceStatus', 403),
    );
    const loose = (await owner.call('CreateDisk', { ZoneId: 'cn-hangzhou-h', Size: 40 })).text('DiskId');
    await expect(owner.call('ReInitDisk', { DiskId: loose })).rejects.toMatchObject(
      refused('IncorrectDiskStatus', 403),
    );
    for (const [account, id] of [
      [owner, 'd-none'],
      [other, diskId],
    ] as const) {
      await expect(account.call('ReInitDisk', { DiskId: id })).rejects.toMatchObject(
        refused('InvalidDiskId.NotFound', 404),
      );
    }
  });

  test('an own image that is deleted stands in the way', async ({ owner }) => {
    const imageId = await makeImage(owner);
    const instanceId = await launchStopped(owner, imageId);
    const diskId = await systemDiskOf(owner, instanceId);
    await owner.call('ReInitDisk', { DiskId: diskId });
    await owner.call('DeleteImage', { ImageId: imageId, Force: true });
    await expect(owner.call('ReInitDisk', { DiskId: diskId })).rejects.toMatchObject(
      refused('InvalidDiskId.OperationNotSupported', 404),
    );
    // Another image in its place, and it goes again.
    const replaced = await owner.call('ReplaceSystemDisk', { InstanceId: instanceId, ImageId: ubuntu });
    await owner.call('ReInitDisk', { DiskId: replaced.text('DiskId') });
  });

  test('sets a password and starts the instance if asked to', async ({ owner }) => {
    const instanceId = await launchStopped(owner);
    const diskId = await systemDiskOf(owner, instanceId);
    await expect(owner.call('ReInitDisk', { DiskId: diskId, Password: 'short' })).rejects.toMatchObject(
      refused('InvalidPassword.Malformed', 400),
    );
    await owner.call('ReInitDisk', { DiskId: diskId, Password: 'Abcdef-123', AutoStartInstance: true });
    const instance = await owner.call('DescribeInstances', { InstanceIds: JSON.stringify([instanceId]) });
    expect(instance.text('Instances.Instance.0.Status')).toBe('Running');
  });

  paced('takes its time, in which the disk is ReIniting', async ({ owner, clock }) => {
    const instanceId = await launch(owner, ubuntu, {}, clock);
    await stop(owner, instanceId);
    clock.advance(300_000);
    const diskId = await systemDiskOf(owner, instanceId);
    await owner.call('ReInitDisk', { DiskId: diskId });
    expect(await disk(owner, diskId)).toMatchObject({ Status: 'ReIniting' });
    await expect(owner.call('ReInitDisk', { DiskId: diskId })).rejects.toMatchObject(
      refused('IncorrectDiskStatus', 403),
    );
    clock.advance(60_000);
    expect(await disk(owner, diskId)).toMatchObject({ Status: 'In_use' });
  });
});

test('ResetDisk and ResetDisks roll a disk back to a snapshot of its own', async ({ owner }) => {
  const instanceId = await launch(owner);
  const diskId = await systemDiskOf(owner, instanceId);
  const snapshotId = (await owner.call('CreateSnapshot', { DiskId: diskId })).text('SnapshotId');
  await expect(owner.call('ResetDisk', { DiskId: diskId, SnapshotId: snapshotId })).rejects.toMatchObject(
    refused('IncorrectInstanceStatus', 403),
  );
  await stop(owner, instanceId);
  await owner.call('ResetDisk', { DiskId: diskId, SnapshotId: snapshotId });
  const answer = await owner.call('ResetDisks', { Disk: [{ DiskId: diskId, SnapshotId: snapshotId }] });
  expect(answer.at('OperationProgressSet.OperationProgress.0.OperationStatus')).toBe('Success');
  const elsewhere = await systemDiskOf(owner, await launchStopped(owner));
  await expect(owner.call('ResetDisk', { DiskId: elsewhere, SnapshotId: snapshotId })).rejects.toMatchObject(
    refused('InvalidParameter.Mismatch', 403),
  );
  await expect(owner.call('ResetDisk', { DiskId: diskId, SnapshotId: 's-none' })).rejects.toMatchObject(
    refused('InvalidSnapshotId.NotFound', 404),
  );
});
