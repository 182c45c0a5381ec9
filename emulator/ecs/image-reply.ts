import type { Context, EcsOperation } from '../context.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { ImageDiskMapping } from '../state/rows/image.ts';
import { toTagList } from './tags.ts';
import type { VisibleImage } from './visible-images.ts';

type DescribedImages = NonNullable<ReturnType<EcsOperation<'DescribeImages'>>['images']>;

/** An image as DescribeImages answers it. */
export type DescribedImage = NonNullable<DescribedImages['image']>[number];

/** All that DescribeImages tells of an image, as this account sees it. */
export const describeImage = (image: VisibleImage, context: Context): DescribedImage => {
  const isOwn = image.ownerAlias === 'self';
  return {
    imageId: image.id,
    imageName: image.imageName,
    imageFamily: image.imageFamily,
    imageVersion: image.imageVersion,
    description: image.description,
    imageOwnerAlias: image.ownerAlias,
    imageOwnerId: image.accountId === '' ? undefined : Number(image.accountId),
    // Whom it is shared with is the owner's business.
    isSelfShared: isOwn && image.shares.length > 0 ? 'sharing' : '',
    isPublic: image.isPublic,
    isCopied: image.isCopied,
    isSubscribed: false,
    isSupportCloudinit: image.isSupportCloudinit,
    isSupportIoOptimized: image.isSupportIoOptimized,
    loginAsNonRootSupported: image.osType === 'linux' && image.ownerAlias === 'system',
    creationTime: toIsoSeconds(image.createdAt),
    status: image.status,
    progress: `${image.progress}%`,
    usable: isUsable(image),
    usage: usageOf(image, context),
    size: image.size,
    architecture: image.architecture,
    bootMode: image.bootMode,
    platform: image.platform,
    OSName: image.osName,
    OSNameEn: image.osNameEn,
    OSType: image.osType,
    productCode: '',
    supplierName: '',
    licenseType: image.licenseType,
    resourceGroupId: image.resourceGroupId,
    diskDeviceMappings: {
      diskDeviceMapping: image.diskMappings.map((mapping) => describeMapping(mapping, image)),
    },
    features: {
      nvmeSupport: image.nvmeSupport,
      imdsSupport: image.imdsSupport === '' ? 'v1' : image.imdsSupport,
    },
    detectionOptions:
      image.detectionStrategy === '' ? undefined : { status: 'Finished', items: { item: [] } },
    tags: { tag: toTagList(image.tags) },
  };
};

/** Whether instances can be made from it now. */
export const isUsable = ({ status }: VisibleImage): boolean =>
  status === 'Available' || status === 'Deprecated';

/** The source of a mapping's snapshot is told to the owner only; others cannot see that snapshot. */
const describeMapping = (mapping: ImageDiskMapping, { ownerAlias, progress, status }: VisibleImage) => ({
  device: mapping.device,
  type: mapping.type,
  size: String(mapping.size),
  snapshotId: ownerAlias === 'self' ? mapping.snapshotId : '',
  encrypted: mapping.encrypted,
  format: mapping.format,
  importOSSBucket: mapping.importOssBucket,
  importOSSObject: mapping.importOssObject,
  progress: status === 'Creating' || status === 'Waiting' ? `${progress}%` : '',
  remainTime: 0,
});

/**
 * "instance" where instances were made from the image, "none" otherwise. Alibaba Cloud's own images are always in use by
 * somebody: ECS answers "instance" for each of them, and the provider's tests of alicloud_images expect it. What other
 * accounts do with a shared or community image does not count.
 */
export const usageOf = (image: VisibleImage, { tables, accountId }: Context): 'instance' | 'none' => {
  if (image.ownerAlias === 'system') return 'instance';
  const instances = tables.instances.by('imageId', image.id);
  if (image.ownerAlias === 'self') return instances.count > 0 ? 'instance' : 'none';
  for (let start = 0; start < instances.count; start += 50) {
    if (instances.slice(start, 50).some((instance) => instance.accountId === accountId)) return 'instance';
  }
  return 'none';
};
