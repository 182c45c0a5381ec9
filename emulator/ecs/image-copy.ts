import { findRegion } from '../catalog/regions.ts';
import type { Context, EcsOperation } from '../context.ts';
import type { Image, ImageDiskMapping } from '../state/rows/image.ts';
import { fault } from '../wire/fault.ts';
import { checkImageNameIsFree, checkImageQuota, checkImageTexts } from './image-names.ts';
import { systemOf } from './image-system.ts';
import { progressInterval } from './image-transitions.ts';
import { readTags } from './tags.ts';
import { findVisibleImage, requireOwnImage } from './visible-images.ts';

/** Makes an image of one's own, in this or another region, from a custom image or a shared one. */
export const copyImage: EcsOperation<'CopyImage'> = (request, context) => {
  const {
    destinationImageName = '',
    destinationDescription: description = '',
    encrypted,
    KMSKeyId = '',
  } = request;
  checkImageTexts({ imageName: destinationImageName, description });
  const regionId = givenOr(request.destinationRegionId, context.regionId);
  if (findRegion(regionId) === undefined) throw fault('DestinationRegion.NotFound', { RegionId: regionId });
  if (KMSKeyId !== '' && encrypted !== true) throw fault('InvalidParameter.EncryptedIllegal');
  const source = sourceImage(request.imageId, regionId, context);
  const there = context.inRegion(regionId);
  const tags = readTags(request.tag, there);
  const id = there.newId('m');
  const imageName = givenOr(destinationImageName, id);
  checkImageNameIsFree(there, imageName);
  checkImageQuota(there);
  const encryption = encrypted === true ? { encrypted: true, kmsKeyId: KMSKeyId } : {};
  there.tables.images.insert({
    ...source,
    id,
    accountId: there.accountId,
    regionId,
    status: 'Creating',
    progress: 0,
    imageName,
    description,
    imageFamily: '',
    imageVersion: '',
    isCopied: true,
    isPublic: false,
    shares: [],
    formerShares: [],
    sourceImageId: source.id,
    sourceInstanceId: '',
    sourceSnapshotId: '',
    diskMappings: source.diskMappings.map((mapping) => ({
      ...mapping,
      ...encryption,
      snapshotId: copySnapshot({ ...mapping, ...encryption }, source, there),
    })),
    resourceGroupId: request.resourceGroupId ?? '',
    tags,
    createdAt: there.now,
  });
  there.schedule(progressInterval, 'image.progress', id);
  return { imageId: id };
};

/** Ends a copy that is under way; the image that was to be made is gone, with its snapshots. */
export const cancelCopyImage: EcsOperation<'CancelCopyImage'> = ({ imageId }, context) => {
  const image = requireOwnImage(context, imageId);
  if (!image.isCopied) throw fault('ImageCreatedNotFromCopy', { ImageId: imageId });
  if (image.status !== 'Creating' && image.status !== 'Waiting') {
    throw fault('IncorrectImageStatus', { ImageId: imageId, Status: image.status });
  }
  context.tables.images.delete(imageId);
  for (const { snapshotId } of image.diskMappings) context.tables.snapshots.delete(snapshotId);
  return {};
};

const givenOr = (value: string | undefined, fallback: string): string =>
  value === undefined || value === '' ? fallback : value;

/** Own images, and shared ones inside their region; community and public images are not copied. */
const sourceImage = (imageId: string, destinationRegionId: string, context: Context): Image => {
  const visible = findVisibleImage(context, imageId);
  if (visible === undefined) throw fault('InvalidImageId.NotFound', { ImageId: imageId });
  const image = context.tables.images.get(imageId);
  if (image === undefined || image.isPublic) {
    throw fault('OperationDenied', { Reason: 'public and community images cannot be copied' });
  }
  const crosses = destinationRegionId !== context.regionId;
  if (context.enforces('copy-image.shared-same-region') && visible.ownerAlias === 'others' && crosses) {
    throw fault('OperationDenied.SameRegionOnly');
  }
  if (image.status !== 'Available') {
    throw fault('IncorrectImageStatus', { ImageId: imageId, Status: image.status });
  }
  return image;
};

/** A copied image stands on snapshots of its own. @returns the snapshot's id; empty for an empty disk */
const copySnapshot = (mapping: ImageDiskMapping, source: Image, context: Context): string => {
  if (mapping.snapshotId === '') return '';
  const original = context.tables.snapshots.get(mapping.snapshotId);
  const snapshot = context.tables.snapshots.insert({
    id: context.newId('s'),
    accountId: context.accountId,
    regionId: context.regionId,
    status: 'progressing',
    progress: 0,
    snapshotName: '',
    description: '',
    sourceDiskId: '',
    sourceDiskSize: mapping.size,
    sourceDiskType: mapping.type,
    sourceImageId: source.id,
    system: mapping.type === 'system' ? systemOf(source) : null,
    snapshotType: 'user',
    category: original?.category ?? 'standard',
    encrypted: mapping.encrypted,
    kmsKeyId: mapping.kmsKeyId,
    instantAccess: false,
    instantAccessRetentionDays: 0,
    retentionDays: 0,
    resourceGroupId: '',
    tags: {},
    createdAt: context.now,
  });
  context.schedule(progressInterval, 'snapshot.progress', snapshot.id);
  return snapshot.id;
};
