import { expect, test } from './fixtures.ts';
import { imageIds, launch, launchStopped, makeImage, share, systemDiskOf, unshare } from './image-steps.ts';

const refused = (code: string, status: number) => ({ code, status });

test.describe('what unsharing and deleting do to the other account', () => {
  test('it runs instances and replaces system disks while it may', async ({ owner, other, as }) => {
    const imageId = await makeImage(owner);
    await expect(launch(other, imageId)).rejects.toMatchObject(refused('InvalidImageId.NotFound', 404));
    await share(owner, imageId, other);
    const instanceId = await launch(other, imageId);
    const ofPublic = await launchStopped(other);
    await other.call('ReplaceSystemDisk', { InstanceId: ofPublic, ImageId: imageId });
    await expect(launch(as('third'), imageId)).rejects.toMatchObject({ code: 'InvalidImageId.NotFound' });

    await unshare(owner, imageId, other);
    await expect(launch(other, imageId)).rejects.toMatchObject(refused('InvalidImageId.NotFound', 404));
    await expect(
      other.call('ReplaceSystemDisk', { InstanceId: ofPublic, ImageId: imageId }),
    ).rejects.toMatchObject(refused('InvalidImageId.NotFound', 404));
    const instances = await other.call('DescribeInstances', { InstanceIds: JSON.stringify([instanceId]) });
    expect(instances.at('Instances.Instance.0')).toMatchObject({ Status: 'Running', ImageId: imageId });
  });

  test('after unsharing, the instance lives, but its system disk cannot be initialised until it is shared again', async ({
    owner,
    other,
  }) => {
    const imageId = await makeImage(owner);
    await share(owner, imageId, other);
    const instanceId = await launchStopped(other, imageId);
    const diskId = await systemDiskOf(other, instanceId);
    await other.call('ReInitDisk', { DiskId: diskId });

    await unshare(owner, imageId, other);
    await expect(other.call('ReInitDisk', { DiskId: diskId })).rejects.toMatchObject(
      refused('InvalidImageId.NotFound', 404),
    );
    await other.call('StartInstance', { InstanceId: instanceId });
    await other.call('StopInstance', { InstanceId: instanceId });

    await share(owner, imageId, other);
    await other.call('ReInitDisk', { DiskId: diskId });
    await launch(other, imageId);
  });

  test('after deleting, the instance lives, but its system disk cannot be initialised', async ({
    owner,
    other,
  }) => {
    const imageId = await makeImage(owner);
    await share(owner, imageId, other);
    const instanceId = await launchStopped(other, imageId);
    const diskId = await systemDiskOf(other, instanceId);
    await owner.call('DeleteImage', { ImageId: imageId, Force: true });
    await expect(other.call('ReInitDisk', { DiskId: diskId })).rejects.toMatchObject(
      refused('InvalidDiskId.OperationNotSupported', 404),
    );
    await expect(launch(other, imageId)).rejects.toMatchObject(refused('InvalidImageId.NotFound', 404));
    await other.call('StartInstance', { InstanceId: instanceId });
    await owner.call('DescribeImages');
    expect(await imageIds(other, { ImageId: imageId })).toEqual([]);
  });

  test('a shared or used image is deleted with Force only; the permission goes with it', async ({
    owner,
    other,
  }) => {
    const imageId = await makeImage(owner);
    await share(owner, imageId, other);
    await expect(owner.call('DeleteImage', { ImageId: imageId })).rejects.toMatchObject(
      refused('ImageUseShared', 403),
    );
    await launch(other, imageId);
    await unshare(owner, imageId, other);
    await expect(owner.call('DeleteImage', { ImageId: imageId })).rejects.toMatchObject(
      refused('ImageUsingByInstance', 403),
    );
    await expect(other.call('DeleteImage', { ImageId: imageId, Force: true })).rejects.toMatchObject(
      refused('InvalidImageId.NotFound', 404),
    );
    await owner.call('DeleteImage', { ImageId: imageId, Force: true });
    await expect(owner.call('DeleteImage', { ImageId: imageId })).rejects.toMatchObject(
      refused('InvalidImageId.NotFound', 404),
    );
    await expect(owner.call('DescribeImageSharePermission', { ImageId: imageId })).rejects.toMatchObject(
      refused('InvalidImageId.NotFound', 404),
    );
  });
});

test.describe('community images', () => {
  test('a published image is there for every account, and gone again when it is unpublished', async ({
    owner,
    other,
    as,
  }) => {
    const imageId = await makeImage(owner);
    await share(owner, imageId, other);
    await owner.call('ModifyImageSharePermission', { ImageId: imageId, IsPublic: true });
    const third = as('third');
    expect(await imageIds(third, { ImageOwnerAlias: 'others', IsPublic: true })).toEqual([imageId]);
    expect(await imageIds(third, { ImageOwnerAlias: 'others' })).toEqual([]);
    expect(await imageIds(third)).toContain(imageId);
    expect(await imageIds(third, { IsPublic: false })).not.toContain(imageId);
    const seen = await owner.call('DescribeImageSharePermission', { ImageId: imageId });
    expect(seen.at('ShareGroups.ShareGroup')).toEqual([{ Group: 'all' }]);
    await launch(third, imageId);

    await owner.call('ModifyImageSharePermission', { ImageId: imageId, IsPublic: false });
    expect(await imageIds(third, { ImageId: imageId })).toEqual([]);
    await expect(launch(third, imageId)).rejects.toMatchObject({ code: 'InvalidImageId.NotFound' });
    // Who had it shared keeps it.
    expect(await imageIds(other, { ImageOwnerAlias: 'others' })).toEqual([imageId]);
  });

  test('publishing twice, unpublishing what is not published, and sharing what is', async ({
    owner,
    other,
  }) => {
    const imageId = await makeImage(owner);
    const publish = (isPublic: boolean) =>
      owner.call('ModifyImageSharePermission', { ImageId: imageId, IsPublic: isPublic });
    await expect(publish(false)).rejects.toMatchObject(refused('Image.NotPublic', 403));
    await publish(true);
    await expect(publish(true)).rejects.toMatchObject(refused('Image.Public', 403));
    await expect(share(owner, imageId, other)).rejects.toMatchObject(refused('Image.Public', 403));
    await expect(owner.call('DeleteImage', { ImageId: imageId, Force: true })).rejects.toMatchObject(
      refused('ImageIsPublic', 403),
    );
    await expect(
      owner.call('ModifyImageSharePermission', {
        ImageId: imageId,
        IsPublic: true,
        AddAccount: ['2000000000000000'],
      }),
    ).rejects.toMatchObject(refused('InvalidParameter.IsPublic', 403));
  });
});
