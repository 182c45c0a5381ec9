import { expect, test } from './fixtures.ts';
import type { Account, Parameters } from '../api-client.ts';
import { launch, paced, stop, systemDiskOf, ubuntu } from './image-steps.ts';

const refused = (code: string, status: number) => ({ code, status });

const createDisk = async (account: Account, more: Parameters = {}): Promise<string> => {
  const answer = await account.call('CreateDisk', { ZoneId: 'cn-hangzhou-h', Size: 40, ...more });
  return answer.text('DiskId');
};

const disk = async (account: Account, diskId: string): Promise<unknown> =>
  (await account.call('DescribeDisks', { DiskIds: JSON.stringify([diskId]) })).at('Disks.Disk.0');

test.describe('CreateDisk', () => {
  test('makes a disk for several instances of ESSDs only, and lists it as such', async ({ owner }) => {
    const essd = { DiskCategory: 'cloud_essd', MultiAttach: 'Enabled' };
    const diskId = await createDisk(owner, essd);
    await createDisk(owner);
    expect(await disk(owner, diskId)).toMatchObject({ MultiAttach: 'Enabled' });
    const listed = await owner.call('DescribeDisks', { MultiAttach: 'Enabled' });
    expect(listed.list('Disks.Disk').map((each) => each.text('DiskId'))).toEqual([diskId]);
    for (const [wrong, code] of [
      [{ ...essd, DiskCategory: 'cloud_ssd' }, 'DiskCategoryAndMultiAttachNotMatch'],
      [{ ...essd, MultiAttach: 'Many' }, 'MultiAttach'],
      [{ ...essd, InstanceId: 'i-any' }, 'MultiAttachAndInstanceIdConflict'],
    ] as const) {
      await expect(createDisk(owner, wrong)).rejects.toMatchObject(refused(`InvalidParameter.${code}`, 403));
    }
  });

  test('makes a disk that is Available, with everything that was asked for', async ({ owner }) => {
    const diskId = await createDisk(owner, {
      DiskCategory: 'cloud_essd',
      PerformanceLevel: 'PL2',
      Size: 500,
      DiskName: 'data-1',
      Description: 'a disk',
      Encrypted: true,
      KMSKeyId: 'key-1',
      ResourceGroupId: 'rg-1',
      Tag: [{ Key: 'a', Value: 'b' }],
    });
    expect(diskId).toMatch(/^d-bp1[a-z0-9]{17}$/);
    expect(await disk(owner, diskId)).toMatchObject({
      Status: 'Available',
      Type: 'data',
      Category: 'cloud_essd',
      PerformanceLevel: 'PL2',
      Size: 500,
      DiskName: 'data-1',
      Description: 'a disk',
      Encrypted: true,
      KMSKeyId: 'key-1',
      ResourceGroupId: 'rg-1',
      ZoneId: 'cn-hangzhou-h',
      InstanceId: '',
      Portable: true,
      DeleteWithInstance: false,
      DiskChargeType: 'PostPaid',
      ExpiredTime: '2999-09-08T16:00Z',
      Tags: { Tag: [{ TagKey: 'a', TagValue: 'b' }] },
    });
  });

  test('sizes lie in the range of category and level', async ({ owner }) => {
    const ranges = [
      [{ DiskCategory: 'cloud' }, 5, 2000],
      [{ DiskCategory: 'cloud_efficiency' }, 20, 32768],
      [{ DiskCategory: 'cloud_ssd' }, 20, 32768],
      [{ DiskCategory: 'cloud_essd' }, 20, 65536],
      [{ DiskCategory: 'cloud_essd', PerformanceLevel: 'PL0' }, 1, 65536],
      [{ DiskCategory: 'cloud_essd', PerformanceLevel: 'PL3' }, 1261, 65536],
      [{ DiskCategory: 'cloud_auto' }, 1, 65536],
      [{ DiskCategory: 'cloud_essd_entry' }, 10, 32768],
    ] as const;
    for (const [parameters, least, most] of ranges) {
      await createDisk(owner, { ...parameters, Size: least });
      await createDisk(owner, { ...parameters, Size: most });
      for (const size of [least - 1, most + 1]) {
        await expect(createDisk(owner, { ...parameters, Size: size })).rejects.toMatchObject(
          refused('InvalidSize.ValueNotSupported', 400),
        );
      }
    }
  });

  test('refuses bad values', async ({ owner }) => {
    const cases = [
      [{ ZoneId: '' }, 'MissingParameter', 400],
      [{ ZoneId: 'cn-beijing-a' }, 'InvalidZoneId.NotFound', 404],
      [{ DiskCategory: 'tape' }, 'InvalidDiskCategory.ValueNotSupported', 400],
      [{ DiskCategory: 'cloud_essd', PerformanceLevel: 'PL9' }, 'InvalidPerformanceLevel.Malformed', 400],
      [{ DiskName: '1' }, 'InvalidDiskName.Malformed', 400],
      [{ Description: 'http://x' }, 'InvalidDescription.Malformed', 400],
      [{ KMSKeyId: 'key' }, 'InvalidParameter.EncryptedIllegal', 400],
      [{ SnapshotId: 's-none' }, 'InvalidSnapshotId.NotFound', 404],
      [{ InstanceId: 'i-none' }, 'InvalidInstanceId.NotFound', 404],
    ] as const;
    for (const [parameters, code, status] of cases) {
      await expect(createDisk(owner, parameters)).rejects.toMatchObject(refused(code, status));
    }
    await expect(owner.call('CreateDisk', { ZoneId: 'cn-hangzhou-h' })).rejects.toMatchObject(
      refused('MissingParameter', 400),
    );
  });

  test('on an instance it is attached at once', async ({ owner }) => {
    const instanceId = await launch(owner);
    const diskId = await createDisk(owner, { ZoneId: '', InstanceId: instanceId });
    expect(await disk(owner, diskId)).toMatchObject({
      Status: 'In_use',
      InstanceId: instanceId,
      Device: '/dev/xvdb',
    });
  });
});

test.describe('disks of an instance', () => {
  test('a system disk and the data disks are made as asked', async ({ owner }) => {
    const instanceId = await launch(owner, ubuntu, {
      SystemDisk: { Category: 'cloud_essd', Size: 60, DiskName: 'system-1', PerformanceLevel: 'PL0' },
      DataDisk: [
        { Size: 100, Category: 'cloud_ssd', DiskName: 'data-1', DeleteWithInstance: false },
        { Size: 20, Device: '/dev/xvdb' },
      ],
    });
    const disks = await owner.call('DescribeDisks', { InstanceId: instanceId });
    expect(disks.list('Disks.Disk').map(({ body }) => body)).toMatchObject([
      { Device: '/dev/xvdb', Size: 20, DeleteWithInstance: true },
      {
        Device: '/dev/xvdc',
        Size: 100,
        DiskName: 'data-1',
        Category: 'cloud_ssd',
        DeleteWithInstance: false,
      },
      {
        Device: '/dev/xvda',
        Size: 60,
        Type: 'system',
        DiskName: 'system-1',
        PerformanceLevel: 'PL0',
        ImageId: ubuntu,
        Status: 'In_use',
        Portable: false,
        DeleteWithInstance: true,
      },
    ]);
  });

  test('bad disks stop the instance from being made', async ({ owner }) => {
    const cases = [
      [{ SystemDisk: { Size: 19 } }, 'InvalidSystemDiskSize.LessThanImageSize', 404],
      [{ SystemDisk: { Size: 5000 } }, 'InvalidSystemDiskSize.ValueNotSupported', 400],
      [{ SystemDisk: { Category: 'tape' } }, 'InvalidSystemDiskCategory.ValueNotSupported', 400],
      [{ SystemDisk: { DiskName: '-' } }, 'InvalidDiskName.Malformed', 400],
      [{ DataDisk: [{ Size: 1 }] }, 'InvalidDataDiskSize.ValueNotSupported', 400],
      [{ DataDisk: [{ Category: 'cloud_ssd' }] }, 'InvalidDataDiskSize.ValueNotSupported', 400],
      [{ DataDisk: [{ Size: 40, Category: 'tape' }] }, 'InvalidDataDiskCategory.ValueNotSupported', 400],
      [{ DataDisk: [{ Size: 40, Device: '/dev/sda' }] }, 'InvalidDataDevice.Malformed', 400],
      [{ DataDisk: [{ SnapshotId: 's-none' }] }, 'InvalidDataDiskSnapshotId.NotFound', 404],
      [{ DataDisk: Array.from({ length: 17 }, () => ({ Size: 40 })) }, 'InstanceDiskNumber.LimitExceed', 400],
    ] as const;
    for (const [parameters, code, status] of cases) {
      await expect(launch(owner, ubuntu, parameters)).rejects.toMatchObject(refused(code, status));
    }
    expect((await owner.call('DescribeDisks')).at('TotalCount')).toBe(0);
  });

  test('releasing the instance takes those with DeleteWithInstance along and keeps the others', async ({
    owner,
  }) => {
    const instanceId = await launch(owner, ubuntu, {
      DataDisk: [{ Size: 40, DeleteWithInstance: false, DiskName: 'kept' }, { Size: 40 }],
    });
    await stop(owner, instanceId);
    await owner.call('DeleteInstance', { InstanceId: instanceId });
    const disks = await owner.call('DescribeDisks');
    expect(disks.list('Disks.Disk').map(({ body }) => body)).toMatchObject([
      {
        DiskName: 'kept',
        Status: 'Available',
        InstanceId: '',
        Device: '',
        DetachedTime: '2024-01-01T00:00:00Z',
      },
    ]);
  });
});

test.describe('AttachDisk and DetachDisk', () => {
  test('a disk goes to an instance and comes back', async ({ owner }) => {
    const instanceId = await launch(owner);
    const diskId = await createDisk(owner);
    await owner.call('AttachDisk', { DiskId: diskId, InstanceId: instanceId, DeleteWithInstance: true });
    expect(await disk(owner, diskId)).toMatchObject({
      Status: 'In_use',
      InstanceId: instanceId,
      Device: '/dev/xvdb',
      DeleteWithInstance: true,
      Attachments: { Attachment: [{ InstanceId: instanceId, Device: '/dev/xvdb' }] },
    });
    await owner.call('DetachDisk', { DiskId: diskId, InstanceId: instanceId });
    expect(await disk(owner, diskId)).toMatchObject({
      Status: 'Available',
      InstanceId: '',
      Device: '',
      DeleteWithInstance: false,
      Attachments: { Attachment: [] },
    });
  });

  test('refuses what cannot be attached', async ({ owner, other }) => {
    const instanceId = await launch(owner);
    const diskId = await createDisk(owner);
    const attach = (parameters: Parameters) =>
      owner.call('AttachDisk', { DiskId: diskId, InstanceId: instanceId, ...parameters });
    await expect(attach({ DiskId: 'd-none' })).rejects.toMatchObject(refused('InvalidDiskId.NotFound', 404));
    await expect(attach({ InstanceId: 'i-none' })).rejects.toMatchObject(
      refused('InvalidInstanceId.NotFound', 404),
    );
    await expect(attach({ Device: 'sda' })).rejects.toMatchObject(refused('InvalidDevice.Malformed', 400));
    await expect(attach({ Device: '/dev/xvda' })).rejects.toMatchObject(refused('InvalidDevice.InUse', 403));
    await expect(attach({ DiskId: await createDisk(other) })).rejects.toMatchObject({
      code: 'InvalidDiskId.NotFound',
    });
    const elsewhere = await createDisk(owner, { ZoneId: 'cn-hangzhou-i' });
    await expect(attach({ DiskId: elsewhere })).rejects.toMatchObject(refused('ResourcesNotInSameZone', 403));
    await attach({ Device: '/dev/xvdd' });
    await expect(attach({})).rejects.toMatchObject(refused('InvalidDisk.InUse', 404));
  });

  test('an instance has room for 16 data disks', async ({ owner }) => {
    const instanceId = await launch(owner, ubuntu, {
      DataDisk: Array.from({ length: 16 }, () => ({ Size: 20 })),
    });
    await expect(
      owner.call('AttachDisk', { DiskId: await createDisk(owner), InstanceId: instanceId }),
    ).rejects.toMatchObject(refused('InstanceDiskLimitExceeded', 403));
  });

  test('refuses what cannot be detached', async ({ owner }) => {
    const instanceId = await launch(owner);
    const diskId = await createDisk(owner);
    const detach = (parameters: Parameters) =>
      owner.call('DetachDisk', { DiskId: diskId, InstanceId: instanceId, ...parameters });
    await expect(detach({})).rejects.toMatchObject(refused('InvalidDisk.AlreadyDetached', 404));
    await expect(detach({ DiskId: await systemDiskOf(owner, instanceId) })).rejects.toMatchObject(
      refused('DiskTypeViolation', 403),
    );
    await owner.call('AttachDisk', { DiskId: diskId, InstanceId: instanceId });
    await expect(detach({ InstanceId: await launch(owner) })).rejects.toMatchObject(
      refused('DependencyViolation', 403),
    );
  });

  paced('attaching and detaching take their time', async ({ owner, clock }) => {
    const instanceId = await launch(owner, ubuntu, {}, clock);
    const diskId = await createDisk(owner);
    expect(await disk(owner, diskId)).toMatchObject({ Status: 'Creating' });
    clock.advance(120_000);
    await owner.call('AttachDisk', { DiskId: diskId, InstanceId: instanceId });
    expect(await disk(owner, diskId)).toMatchObject({ Status: 'Attaching' });
    await expect(owner.call('DetachDisk', { DiskId: diskId, InstanceId: instanceId })).rejects.toMatchObject(
      refused('IncorrectDiskStatus', 403),
    );
    clock.advance(5000);
    await owner.call('DetachDisk', { DiskId: diskId, InstanceId: instanceId });
    expect(await disk(owner, diskId)).toMatchObject({ Status: 'Detaching', InstanceId: instanceId });
    clock.advance(5000);
    expect(await disk(owner, diskId)).toMatchObject({ Status: 'Available', InstanceId: '' });
  });
});
