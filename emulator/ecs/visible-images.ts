import type { Context } from '../context.ts';
import type { RuleId } from '../rules/index.ts';
import type { Image } from '../state/rows/image.ts';
import { fault } from '../wire/fault.ts';
import { publicImage } from './public-image-rows.ts';

/** Whose an image is, as DescribeImages tells the caller. */
export type ImageOwnerAlias = 'self' | 'others' | 'system' | 'marketplace';

/** An image with everything that instances and disks take from it. */
export interface VisibleImage extends Image {
  readonly ownerAlias: ImageOwnerAlias;
}

/**
 * The image of this id if the caller may use it in this region: a public image, one of its own, one that
 * is shared with it, or a community image.
 * @param unsharing the rule that ends the use once an image is no longer shared
 * @returns undefined where there is none, and where the caller may not use it
 */
export const findVisibleImage = (
  context: Context,
  imageId: string,
  unsharing: RuleId = 'image-unshare.blocks-new-instances',
): VisibleImage | undefined => {
  const image = context.tables.images.get(imageId);
  if (image === undefined) return publicImage(context.regionId, imageId);
  if (image.regionId !== context.regionId) return undefined;
  if (image.accountId === context.accountId) return asSeenByOwner(image);
  const { accountId } = context;
  const isShared = image.isPublic || image.shares.some((share) => share.accountId === accountId);
  const wasShared = !context.enforces(unsharing) && image.formerShares.includes(accountId);
  return isShared || wasShared ? asSeenByOthers(image) : undefined;
};

const seenByOwner = new WeakMap<Image, VisibleImage>();

/** Made once for each state of an image: instances are made of the same few again and again. */
const asSeenByOwner = (image: Image): VisibleImage => {
  const known = seenByOwner.get(image);
  if (known !== undefined) return known;
  const visible: VisibleImage = { ...image, ownerAlias: 'self' };
  seenByOwner.set(image, visible);
  return visible;
};

/** The owner's tags and resource groups are nobody else's business. */
export const asSeenByOthers = (image: Image): VisibleImage => ({
  ...image,
  ownerAlias: 'others',
  tags: {},
  resourceGroupId: '',
});

/**
 * The image that an instance is to be made from. A Deprecated image still serves for that
 * (ModifyImageAttribute.md, Status).
 * @param visibility the rule by which an image that the account may not see is refused
 * @throws Fault InvalidImageId.NotFound, OperationDenied.ImageNotValid
 */
export const requireUsableImage = (context: Context, imageId: string, visibility: RuleId): VisibleImage => {
  const hidden = context.enforces(visibility) ? undefined : context.tables.images.get(imageId);
  const image =
    findVisibleImage(context, imageId) ?? (hidden && { ...hidden, ownerAlias: 'others' as const });
  if (image === undefined) throw fault('InvalidImageId.NotFound', { ImageId: imageId });
  if (image.status !== 'Available' && image.status !== 'Deprecated') {
    throw fault('OperationDenied.ImageNotValid', { ImageId: imageId, Status: image.status });
  }
  return image;
};

/** @throws Fault InvalidImageId.NotFound; public and shared images are not the caller's to change */
export const requireOwnImage = (context: Context, imageId: string): Image => {
  const image = context.tables.images.getOwn(imageId, context);
  if (image === undefined) throw fault('InvalidImageId.NotFound', { ImageId: imageId });
  return image;
};
