import { expect, test } from './fixtures.ts';
import type { Account, Parameters } from '../api-client.ts';
import { launch, launchStopped, systemDiskOf, ubuntu } from './image-steps.ts';

const refused = (code: string, status: number) => ({ code, status });

const createDisk = async (account: Account, more: Parameters = {}): Promise<string> => {
  const answer = await account.call('CreateDisk', { ZoneId: 'cn-hangzhou-h', Size: 40, ...more });
  return answer.text('DiskId');
};

const disk = async (account: Account, diskId: string): Promise<unknown> =>
  (await account.call('DescribeDisks', { DiskIds: JSON.stringify([diskId]) })).at('Disks.Disk.0');

test.describe('changing and deleting', () => {
  test('ModifyDiskAttribute changes what is named, of one disk or several', async ({ owner }) => {
    const [first, second] = [await createDisk(owner, { DiskName: 'first' }), await createDisk(owner)];
    await owner.call('ModifyDiskAttribute', { DiskId: first, Description: 'new', DeleteWithInstance: true });
    expect(await disk(owner, first)).toMatchObject({
      DiskName: 'first',
      Description: 'new',
      DeleteWithInstance: true,
    });
    await owner.call('ModifyDiskAttribute', {
      DiskIds: [first, second],
      DeleteAutoSnapshot: true,
      EnableAutoSnapshot: false,
    });
    for (const diskId of [first, second]) {
      expect(await disk(owner, diskId)).toMatchObject({
        DeleteAutoSnapshot: true,
        EnableAutoSnapshot: false,
      });
    }
    await expect(owner.call('ModifyDiskAttribute', { DiskId: first })).rejects.toMatchObject(
      refused('NoAttributeToModify', 400),
    );
    await expect(owner.call('ModifyDiskAttribute', { DiskName: 'name' })).rejects.toMatchObject(
      refused('MissingParameter', 400),
    );
    await expect(
      owner.call('ModifyDiskAttribute', { DiskId: 'd-none', DiskName: 'name' }),
    ).rejects.toMatchObject(refused('InvalidDiskId.NotFound', 404));
    const systemDisk = await systemDiskOf(owner, await launch(owner));
    await expect(
      owner.call('ModifyDiskAttribute', { DiskId: systemDisk, DeleteWithInstance: false }),
    ).rejects.toMatchObject(refused('DiskNotPortable', 403));
  });

  test('a disk grows and does not shrink', async ({ owner }) => {
    const diskId = await createDisk(owner);
    await owner.call('ResizeDisk', { DiskId: diskId, NewSize: 60 });
    expect(await disk(owner, diskId)).toMatchObject({ Size: 60 });
    const resize = (size: number, more: Parameters = {}) =>
      owner.call('ResizeDisk', { DiskId: diskId, NewSize: size, ...more });
    await expect(resize(50)).rejects.toMatchObject(refused('InvalidDiskSize.TooSmall', 403));
    await expect(resize(2001)).rejects.toMatchObject(refused('InvalidDiskSize.TooLarge', 403));
    await expect(resize(70, { Type: 'magic' })).rejects.toMatchObject(refused('InvalidParam.Type', 400));
    const instanceId = await launchStopped(owner);
    await owner.call('AttachDisk', { DiskId: diskId, InstanceId: instanceId });
    await expect(resize(70, { Type: 'online' })).rejects.toMatchObject(
      refused('InvalidInstanceStatus.NotRunning', 403),
    );
    await resize(70);
  });

  test('category and performance level change within the ranges', async ({ owner }) => {
    const diskId = await createDisk(owner, { DiskCategory: 'cloud_efficiency' });
    await owner.call('ModifyDiskSpec', { DiskId: diskId, DiskCategory: 'cloud_essd' });
    expect(await disk(owner, diskId)).toMatchObject({ Category: 'cloud_essd', PerformanceLevel: 'PL1' });
    await expect(
      owner.call('ModifyDiskSpec', { DiskId: diskId, PerformanceLevel: 'PL3' }),
    ).rejects.toMatchObject({ code: 'InvalidSize.ValueNotSupported' });
    await expect(owner.call('ModifyDiskSpec', { DiskId: diskId })).rejects.toMatchObject({
      code: 'NoAttributeToModify',
    });
  });

  test('the disks of an instance are paid for in another way', async ({ owner }) => {
    const instanceId = await launch(owner, ubuntu, { DataDisk: [{ Size: 40 }] });
    const data = await owner.call('DescribeDisks', { InstanceId: instanceId, DiskType: 'data' });
    const diskId = data.text('Disks.Disk.0.DiskId');
    const change = (parameters: Parameters) =>
      owner.call('ModifyDiskChargeType', {
        InstanceId: instanceId,
        DiskIds: JSON.stringify([diskId]),
        ...parameters,
      });
    await change({ DiskChargeType: 'PrePaid' });
    expect(await disk(owner, diskId)).toMatchObject({ DiskChargeType: 'PrePaid' });
    await change({ DiskChargeType: 'PostPaid' });
    expect(await disk(owner, diskId)).toMatchObject({ DiskChargeType: 'PostPaid' });
    await expect(change({ DiskChargeType: 'Free' })).rejects.toMatchObject({
      code: 'InvalidDiskChargeType.NotFound',
    });
    const loose = JSON.stringify([await createDisk(owner)]);
    await expect(change({ DiskIds: loose })).rejects.toMatchObject({ code: 'DependencyViolation' });
  });

  test('an attached disk is not deleted, an unknown one is gone already', async ({ owner, other }) => {
    const diskId = await createDisk(owner);
    const instanceId = await launch(owner);
    await owner.call('AttachDisk', { DiskId: diskId, InstanceId: instanceId });
    await expect(owner.call('DeleteDisk', { DiskId: diskId })).rejects.toMatchObject(
      refused('DiskStillAttached', 403),
    );
    await owner.call('DetachDisk', { DiskId: diskId, InstanceId: instanceId });
    await other.call('DeleteDisk', { DiskId: diskId });
    expect(await disk(owner, diskId)).toMatchObject({ DiskId: diskId });
    await owner.call('DeleteDisk', { DiskId: diskId });
    expect(await disk(owner, diskId)).toBeUndefined();
    await owner.call('DeleteDisk', { DiskId: diskId });
  });
});
