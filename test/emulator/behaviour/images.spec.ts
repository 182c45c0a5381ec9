import { expect, test } from './fixtures.ts';
import {
  imageIds,
  launch,
  launchStopped,
  makeImage,
  paced,
  share,
  stop,
  systemDiskOf,
  ubuntu,
} from './image-steps.ts';

const refused = (code: string, status: number) => ({ code, status });

test.describe('CreateImage', () => {
  test('of an instance: a snapshot of each disk, and the instance’s system', async ({ owner }) => {
    const instanceId = await launch(owner, ubuntu, { DataDisk: [{ Size: 50 }] });
    const created = await owner.call('CreateImage', {
      InstanceId: instanceId,
      ImageName: 'of-an-instance',
      ImageFamily: 'family-a',
      ImageVersion: '3',
      Description: 'made by a test',
      ResourceGroupId: 'rg-1',
      Tag: [{ Key: 'team', Value: 'blue' }],
    });
    const answer = await owner.call('DescribeImages', { ImageId: created.text('ImageId') });
    expect(answer.body).toMatchObject({
      TotalCount: 1,
      PageNumber: 1,
      PageSize: 10,
      RegionId: 'cn-hangzhou',
    });
    expect(answer.at('Images.Image.0')).toMatchObject({
      ImageName: 'of-an-instance',
      ImageFamily: 'family-a',
      ImageVersion: '3',
      Description: 'made by a test',
      ResourceGroupId: 'rg-1',
      ImageOwnerAlias: 'self',
      Status: 'Available',
      Progress: '100%',
      Usage: 'none',
      Size: 40,
      Architecture: 'x86_64',
      Platform: 'Ubuntu',
      OSType: 'linux',
      IsSelfShared: '',
      IsCopied: false,
      IsPublic: false,
      IsSubscribed: false,
      IsSupportCloudinit: true,
      IsSupportIoOptimized: true,
      Tags: { Tag: [{ TagKey: 'team', TagValue: 'blue' }] },
    });
    const mappings = answer.list('Images.Image.0.DiskDeviceMappings.DiskDeviceMapping');
    expect(mappings.map(({ body }) => body)).toMatchObject([
      { Device: '/dev/xvda', Type: 'system', Size: '40' },
      { Device: '/dev/xvdb', Type: 'data', Size: '50' },
    ]);
    for (const mapping of mappings) {
      const snapshots = await owner.call('DescribeSnapshots', {
        SnapshotIds: JSON.stringify([mapping.text('SnapshotId')]),
      });
      expect(snapshots.at('Snapshots.Snapshot.0')).toMatchObject({ Status: 'accomplished', Usage: 'image' });
    }
  });

  test('of an instance that is stopped, and an instance made of it has its disks', async ({ owner }) => {
    const source = await launch(owner, ubuntu, { DataDisk: [{ Size: 50 }] });
    await owner.call('StopInstance', { InstanceId: source });
    const imageId = (await owner.call('CreateImage', { InstanceId: source })).text('ImageId');
    const instanceId = await launch(owner, imageId);
    const disks = await owner.call('DescribeDisks', { InstanceId: instanceId });
    expect(disks.list('Disks.Disk').map((disk) => [disk.at('Type'), disk.at('Size')])).toEqual([
      ['data', 50],
      ['system', 40],
    ]);
    expect(await owner.call('DescribeImages', { ImageId: imageId, Usage: 'instance' })).toMatchObject({
      body: { TotalCount: 1 },
    });
  });

  test('without a name it is called by its id', async ({ owner }) => {
    const imageId = await makeImage(owner);
    expect(imageId).toMatch(/^m-bp1[a-z0-9]{17}$/);
    expect((await owner.call('DescribeImages', { ImageId: imageId })).text('Images.Image.0.ImageName')).toBe(
      imageId,
    );
  });

  test('of a snapshot of a system disk', async ({ owner }) => {
    const diskId = await systemDiskOf(owner, await launch(owner));
    const snapshotId = (await owner.call('CreateSnapshot', { DiskId: diskId })).text('SnapshotId');
    const imageId = (await owner.call('CreateImage', { SnapshotId: snapshotId })).text('ImageId');
    expect(await imageIds(owner, { SnapshotId: snapshotId })).toEqual([imageId]);
    const image = await owner.call('DescribeImages', { ImageId: imageId });
    expect(image.at('Images.Image.0')).toMatchObject({ Platform: 'Ubuntu', Size: 40 });
  });

  test('of disk mappings: one system disk, further snapshots and empty disks', async ({ owner }) => {
    const diskId = await systemDiskOf(owner, await launch(owner));
    const snapshotId = (await owner.call('CreateSnapshot', { DiskId: diskId })).text('SnapshotId');
    const created = await owner.call('CreateImage', {
      DiskDeviceMapping: [
        { SnapshotId: snapshotId, Size: 60 },
        { DiskType: 'data', Size: 100, Device: '/dev/xvdd' },
      ],
    });
    const image = await owner.call('DescribeImages', { ImageId: created.text('ImageId') });
    expect(image.at('Images.Image.0')).toMatchObject({
      Size: 60,
      DiskDeviceMappings: {
        DiskDeviceMapping: [
          { Type: 'system', Device: '/dev/xvda', Size: '60', SnapshotId: snapshotId },
          { Type: 'data', Device: '/dev/xvdd', Size: '100', SnapshotId: '' },
        ],
      },
    });
    const wrong = [
      [[{ Size: 100 }], 'InvalidSystemSnapshot.Missing', 403],
      [[{ SnapshotId: snapshotId }, { SnapshotId: snapshotId }], 'OperationDenied', undefined],
      [[{ SnapshotId: snapshotId, Size: 20 }], 'InvalidSize.ValueNotSupported', 400],
      [[{ SnapshotId: snapshotId, Device: 'xvda' }], 'InvalidDevice.Malformed', 400],
      [[{ SnapshotId: snapshotId, DiskType: 'tape' }], 'InvalidDiskType.ValueNotSupported', 400],
      [[{ SnapshotId: 's-none' }], 'InvalidSnapshotId.NotFound', 404],
    ] as const;
    for (const [mappings, code, status] of wrong) {
      await expect(owner.call('CreateImage', { DiskDeviceMapping: mappings })).rejects.toMatchObject(
        status === undefined ? { code } : { code, status },
      );
    }
  });

  test('refuses bad sources, names and tags', async ({ owner, other }) => {
    const instanceId = await launch(owner);
    const create = (parameters: Record<string, string>) =>
      owner.call('CreateImage', { InstanceId: instanceId, ...parameters });
    await expect(owner.call('CreateImage')).rejects.toMatchObject(refused('MissingParameter', 400));
    await expect(create({ InstanceId: 'i-none' })).rejects.toMatchObject(
      refused('InvalidInstanceId.NotFound', 404),
    );
    await expect(other.call('CreateImage', { InstanceId: instanceId })).rejects.toMatchObject(
      refused('InvalidInstanceId.NotFound', 404),
    );
    await expect(owner.call('CreateImage', { SnapshotId: 's-none' })).rejects.toMatchObject(
      refused('InvalidSnapshotId.NotFound', 404),
    );
    for (const name of ['a', '1st', 'http://x', 'acs:x', 'aliyun-image', 'x'.repeat(129), 'with blank']) {
      await expect(create({ ImageName: name })).rejects.toMatchObject(
        refused('InvalidImageName.Malformed', 400),
      );
    }
    await expect(create({ Description: 'https://x' })).rejects.toMatchObject(
      refused('InvalidDescription.Malformed', 400),
    );
    await expect(create({ ImageFamily: '-' })).rejects.toMatchObject(
      refused('InvalidImageFamily.Malformed', 400),
    );
    await expect(create({ ImageVersion: '1'.repeat(41) })).rejects.toMatchObject(
      refused('InvalidImageVersion.Malformed', 400),
    );
    await expect(create({ BootMode: 'DOS' })).rejects.toMatchObject(
      refused('InvalidBootMode.NotSupport', 400),
    );
    expect(await imageIds(owner, { ImageOwnerAlias: 'self', Status: 'ALL' })).toEqual([]);
  });

  test('names are unique in an account and region, not beyond', async ({ owner, other }) => {
    await makeImage(owner, { ImageName: 'only-one' });
    await expect(makeImage(owner, { ImageName: 'only-one' })).rejects.toMatchObject(
      refused('InvalidImageName.Duplicated', 400),
    );
    await makeImage(other, { ImageName: 'only-one' });
  });

  test('an account has a limit of images', async ({ owner, emulator }) => {
    emulator.setQuota(await owner.id(), 'imagesPerRegion', 1);
    await makeImage(owner);
    await expect(makeImage(owner)).rejects.toMatchObject(refused('QuotaExceed.Image', 403));
  });

  paced('is Creating with a progress until the clock has gone on', async ({ owner, clock }) => {
    const instanceId = await launch(owner, ubuntu, {}, clock);
    await stop(owner, instanceId);
    clock.advance(60_000);
    const imageId = (await owner.call('CreateImage', { InstanceId: instanceId })).text('ImageId');
    expect(await imageIds(owner, { ImageId: imageId })).toEqual([]);
    const image = async () =>
      (await owner.call('DescribeImages', { ImageId: imageId, Status: 'Creating,Available' })).at(
        'Images.Image.0',
      );
    expect(await image()).toMatchObject({ Status: 'Creating', Progress: '0%', Usable: false });
    await expect(owner.call('DeleteImage', { ImageId: imageId })).rejects.toMatchObject(
      refused('ImageIsCreating', 403),
    );
    await expect(
      owner.call('ReplaceSystemDisk', { InstanceId: instanceId, ImageId: imageId }),
    ).rejects.toMatchObject(refused('OperationDenied.ImageNotValid', 403));
    clock.advance(6000);
    expect(await image()).toMatchObject({ Status: 'Creating', Progress: '25%' });
    await expect(owner.call('CreateImage', { InstanceId: instanceId })).rejects.toMatchObject(
      refused('IncorrectDiskStatus.CreatingSnapshot', 403),
    );
    clock.advance(60_000);
    expect(await image()).toMatchObject({ Status: 'Available', Progress: '100%', Usable: true });
  });
});

test.describe('DeleteImage', () => {
  test('the snapshots of a deleted image stay, and can then be deleted', async ({ owner }) => {
    const imageId = await makeImage(owner);
    const image = await owner.call('DescribeImages', { ImageId: imageId });
    const snapshotId = image.text('Images.Image.0.DiskDeviceMappings.DiskDeviceMapping.0.SnapshotId');
    await expect(owner.call('DeleteSnapshot', { SnapshotId: snapshotId, Force: true })).rejects.toMatchObject(
      refused('SnapshotCreatedImage', 403),
    );
    await owner.call('DeleteImage', { ImageId: imageId });
    expect(await imageIds(owner, { ImageId: imageId })).toEqual([]);
    await owner.call('DeleteSnapshot', { SnapshotId: snapshotId });
  });

  test('public images and unknown ones are not there to be deleted', async ({ owner }) => {
    for (const imageId of [ubuntu, 'm-none']) {
      await expect(owner.call('DeleteImage', { ImageId: imageId, Force: true })).rejects.toMatchObject(
        refused('InvalidImageId.NotFound', 404),
      );
    }
  });
});

test.describe('ModifyImageAttribute', () => {
  test('changes what is named and keeps the rest', async ({ owner }) => {
    const imageId = await makeImage(owner, { ImageName: 'before', Description: 'before' });
    await owner.call('ModifyImageAttribute', {
      ImageId: imageId,
      ImageName: 'after',
      ImageFamily: 'a-family',
    });
    await owner.call('ModifyImageAttribute', {
      ImageId: imageId,
      BootMode: 'UEFI',
      LicenseType: 'BYOL',
      Features: { NvmeSupport: 'unsupported', ImdsSupport: 'v2' },
    });
    const image = await owner.call('DescribeImages', { ImageId: imageId });
    expect(image.at('Images.Image.0')).toMatchObject({
      ImageName: 'after',
      Description: 'before',
      ImageFamily: 'a-family',
      BootMode: 'UEFI',
      LicenseType: 'BYOL',
      Features: { NvmeSupport: 'unsupported', ImdsSupport: 'v2' },
    });
    await owner.call('ModifyImageAttribute', { ImageId: imageId, Description: '' });
    expect(
      (await owner.call('DescribeImages', { ImageId: imageId })).text('Images.Image.0.Description'),
    ).toBe('');
  });

  test('refuses bad values, taken names and images of others', async ({ owner, other }) => {
    await makeImage(owner, { ImageName: 'taken' });
    const imageId = await makeImage(owner);
    const cases = [
      [{ ImageName: 'taken' }, 'InvalidImageName.Duplicated', 400],
      [{ ImageName: '-' }, 'InvalidImageName.Malformed', 400],
      [{ Description: 'http://x' }, 'InvalidDescription.Malformed', 400],
      [{ Status: 'Lost' }, 'InvalidParameter', 400],
      [{ Status: 'Available' }, 'ImageStatus.NotDeprecated', 403],
      [{ BootMode: 'DOS' }, 'InvalidBootMode.NotSupport', 400],
      [{ LicenseType: 'Free' }, 'InvalidLicenseType.NotSupported', 400],
      [{ Features: { ImdsSupport: 'v3' } }, 'InvalidParameter.FeaturesImdsSupport', 400],
    ] as const;
    for (const [parameters, code, status] of cases) {
      await expect(
        owner.call('ModifyImageAttribute', { ImageId: imageId, ...parameters }),
      ).rejects.toMatchObject(refused(code, status));
    }
    await share(owner, imageId, other);
    await expect(
      other.call('ModifyImageAttribute', { ImageId: imageId, ImageName: 'mine-now' }),
    ).rejects.toMatchObject(refused('InvalidImageId.NotFound', 404));
    await launch(owner, imageId);
    await expect(
      owner.call('ModifyImageAttribute', { ImageId: imageId, BootMode: 'UEFI' }),
    ).rejects.toMatchObject(refused('OperationDeined.ImageUsingByInstance', 403));
  });

  test('a deprecated image is listed only if asked for, and still serves', async ({ owner }) => {
    const imageId = await makeImage(owner);
    const deprecate = () => owner.call('ModifyImageAttribute', { ImageId: imageId, Status: 'Deprecated' });
    await deprecate();
    await expect(deprecate()).rejects.toMatchObject(refused('ImageStatus.NotAvailable', 403));
    expect(await imageIds(owner, { ImageId: imageId })).toEqual([]);
    expect(await imageIds(owner, { ImageId: imageId, Status: 'Deprecated' })).toEqual([imageId]);
    await launch(owner, imageId);
    await owner.call('ReplaceSystemDisk', { InstanceId: await launchStopped(owner), ImageId: imageId });
    await expect(owner.call('CopyImage', { ImageId: imageId })).rejects.toMatchObject(
      refused('IncorrectImageStatus', 400),
    );
  });
});
