import { expect, test } from './fixtures.ts';
import { imageIds, makeImage, paced, share, ubuntu, launch } from './image-steps.ts';

const refused = (code: string, status: number) => ({ code, status });

test('an image is copied to another region, with snapshots of its own', async ({ owner }) => {
  const imageId = await makeImage(owner);
  const copied = await owner.call('CopyImage', {
    ImageId: imageId,
    DestinationRegionId: 'cn-beijing',
    DestinationImageName: 'the-copy',
    DestinationDescription: 'a copy',
    Tag: [{ Key: 'a', Value: 'b' }],
  });
  const copyId = copied.text('ImageId');
  const there = owner.in('cn-beijing');
  const copy = await there.call('DescribeImages', { ImageId: copyId });
  expect(copy.at('Images.Image.0')).toMatchObject({
    ImageName: 'the-copy',
    Description: 'a copy',
    IsCopied: true,
    Status: 'Available',
    Platform: 'Ubuntu',
    Tags: { Tag: [{ TagKey: 'a', TagValue: 'b' }] },
  });
  expect(await imageIds(owner, { ImageId: copyId })).toEqual([]);
  const snapshotId = copy.text('Images.Image.0.DiskDeviceMappings.DiskDeviceMapping.0.SnapshotId');
  const snapshots = await there.call('DescribeSnapshots', { SnapshotIds: JSON.stringify([snapshotId]) });
  expect(snapshots.at('TotalCount')).toBe(1);
  await owner.call('DeleteImage', { ImageId: imageId });
  expect(await imageIds(there, { ImageId: copyId })).toEqual([copyId]);
});

test('a shared image is copied inside its region, and is one’s own then', async ({ owner, other }) => {
  const imageId = await makeImage(owner);
  await expect(other.call('CopyImage', { ImageId: imageId })).rejects.toMatchObject(
    refused('InvalidImageId.NotFound', 404),
  );
  await share(owner, imageId, other);
  await expect(
    other.call('CopyImage', { ImageId: imageId, DestinationRegionId: 'cn-beijing' }),
  ).rejects.toMatchObject(refused('OperationDenied.SameRegionOnly', 403));
  const copyId = (await other.call('CopyImage', { ImageId: imageId })).text('ImageId');
  expect(await imageIds(other, { ImageOwnerAlias: 'self' })).toEqual([copyId]);
  await owner.call('DeleteImage', { ImageId: imageId, Force: true });
  await launch(other, copyId);
});

test('refuses bad destinations, names and sources', async ({ owner }) => {
  const imageId = await makeImage(owner, { ImageName: 'taken' });
  const cases = [
    [{ DestinationRegionId: 'xx-nowhere' }, 'DestinationRegion.NotFound', 400],
    [{ DestinationImageName: 'taken' }, 'InvalidImageName.Duplicated', 400],
    [{ DestinationImageName: '-' }, 'InvalidImageName.Malformed', 400],
    [{ KMSKeyId: 'key' }, 'InvalidParameter.EncryptedIllegal', 400],
    [{ ImageId: 'm-none' }, 'InvalidImageId.NotFound', 404],
    [{ ImageId: ubuntu }, 'OperationDenied', 403],
  ] as const;
  for (const [parameters, code, status] of cases) {
    await expect(owner.call('CopyImage', { ImageId: imageId, ...parameters })).rejects.toMatchObject(
      refused(code, status),
    );
  }
  await expect(owner.call('CancelCopyImage', { ImageId: imageId })).rejects.toMatchObject(
    refused('ImageCreatedNotFromCopy', 400),
  );
});

test('an encrypted copy cannot be shared', async ({ owner, other }) => {
  const copied = await owner.call('CopyImage', {
    ImageId: await makeImage(owner),
    Encrypted: true,
    KMSKeyId: 'key',
  });
  await expect(share(owner, copied.text('ImageId'), other)).rejects.toMatchObject(
    refused('OperationDeined.EncryptedSnapshot', 403),
  );
  await expect(owner.call('CancelCopyImage', { ImageId: copied.text('ImageId') })).rejects.toMatchObject(
    refused('IncorrectImageStatus', 400),
  );
});

paced('a copy can be cancelled while it is under way', async ({ owner, clock }) => {
  const instanceId = await launch(owner, ubuntu, {}, clock);
  const imageId = (await owner.call('CreateImage', { InstanceId: instanceId })).text('ImageId');
  await expect(owner.call('CopyImage', { ImageId: imageId })).rejects.toMatchObject(
    refused('IncorrectImageStatus', 400),
  );
  clock.advance(120_000);
  const copyId = (await owner.call('CopyImage', { ImageId: imageId })).text('ImageId');
  await expect(owner.call('DeleteImage', { ImageId: copyId })).rejects.toMatchObject(
    refused('OperationDenied.ImageCopying', 403),
  );
  await owner.call('CancelCopyImage', { ImageId: copyId });
  expect(await imageIds(owner, { ImageId: copyId, Status: 'ALL' })).toEqual([]);
});
