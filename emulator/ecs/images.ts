import type { Context, EcsOperation } from '../context.ts';
import { fault } from '../wire/fault.ts';
import { imageFilters } from './image-filters.ts';
import type { DescribeImagesRequest } from './image-filters.ts';
import { describeImage } from './image-reply.ts';
import { page } from './paging.ts';
import { publicImages } from './public-image-rows.ts';
import { asSeenByOthers, findVisibleImage } from './visible-images.ts';
import type { ImageOwnerAlias, VisibleImage } from './visible-images.ts';

const maxImageIds = 100;

/** Lists own, shared, community and public images of the region, newest of each first. */
export const describeImages: EcsOperation<'DescribeImages'> = (request, context) => {
  const filters = imageFilters(request, context);
  const found = imagesAskedFor(request, context).filter((image) => filters.every((filter) => filter(image)));
  const { items, info } = page(found, request, context);
  return {
    ...info,
    regionId: context.regionId,
    images: { image: items.map((image) => describeImage(image, context)) },
  };
};

/** The newest Available image of a family: an own one, else a public one. */
export const describeImageFromFamily: EcsOperation<'DescribeImageFromFamily'> = (
  { imageFamily },
  context,
) => {
  const own = [...context.tables.images.by('imageFamily', imageFamily)].filter(
    ({ accountId, regionId }) => accountId === context.accountId && regionId === context.regionId,
  );
  const image = [
    ...own.map((row) => ({ ...row, ownerAlias: 'self' as const })),
    ...publicImages(context.regionId).filter((candidate) => candidate.imageFamily === imageFamily),
  ].find(({ status }) => status === 'Available');
  return { image: image === undefined ? undefined : describeImage(image, context) };
};

/** The images that ImageId, ImageOwnerAlias, IsPublic and ImageOwnerId leave. */
const imagesAskedFor = (request: DescribeImagesRequest, context: Context): VisibleImage[] => {
  const isOwner = ownerTest(request, context);
  const { imageId = '' } = request;
  const candidates = imageId === '' ? visibleImages(request, context) : imagesById(imageId, context);
  return candidates.filter(isOwner);
};

const imagesById = (imageIds: string, context: Context): VisibleImage[] => {
  const ids = new Set(imageIds.split(',').map((id) => id.trim()));
  if (ids.size > maxImageIds) {
    throw fault('InvalidParamter', {
      Parameter: 'ImageId',
      Reason: `at most ${maxImageIds} ids can be given`,
    });
  }
  return [...ids].flatMap((id) => {
    const image = findVisibleImage(context, id, 'image-share.remove');
    return image === undefined || isHidden(image, context) ? [] : [image];
  });
};

/** Without the rule of visibility, what others share is not listed. */
const isHidden = (image: VisibleImage, context: Context): boolean =>
  image.ownerAlias === 'others' && !image.isPublic && !context.enforces('image-share.visibility');

/** Own images first, then shared ones, public ones and those of the community. */
const visibleImages = (request: DescribeImagesRequest, context: Context): VisibleImage[] => {
  const { images } = context.tables;
  const { accountId, regionId } = context;
  const wants = (alias: ImageOwnerAlias): boolean => wantsAlias(request.imageOwnerAlias, alias, context);
  const shared = context.enforces('image-share.visibility')
    ? images.by('sharedWith', `${accountId}/${regionId}`).toArray()
    : [];
  const community = images
    .by('publicIn', regionId)
    .toArray()
    .filter((image) => image.accountId !== accountId);
  const others = new Map([...shared, ...community].map((image) => [image.id, image]));
  return [
    ...(wants('self')
      ? [...images.list(context)].map((row) => ({ ...row, ownerAlias: 'self' as const }))
      : []),
    ...(wants('others') ? [...others.values()].map(asSeenByOthers) : []),
    ...(wants('system') ? publicImages(regionId) : []),
  ];
};

const aliases: readonly string[] = ['self', 'system', 'others', 'marketplace'];

const wantsAlias = (asked: string | undefined, alias: ImageOwnerAlias, context: Context): boolean =>
  asked === undefined || asked === '' || asked === alias || !context.enforces('describe-images.owner-filter');

/**
 * Whose images are asked for. Community images are listed among the others with IsPublic=true, and
 * without IsPublic where no ImageOwnerAlias is given (DescribeImages.md, ImageOwnerAlias and IsPublic).
 * @throws Fault for an alias that is not known, and for combinations that make no sense
 */
const ownerTest = (request: DescribeImagesRequest, context: Context): ((image: VisibleImage) => boolean) => {
  const { imageOwnerAlias: alias = '', isPublic, imageOwnerId } = request;
  if (alias !== '' && !aliases.includes(alias)) {
    throw fault('InvalidImageOwnerAlias.ValueNotSupported', { Alias: alias });
  }
  if (isPublic === true && alias !== 'others') throw fault('InvalidImageOwnerAlias.PublicImageUnsupported');
  if (imageOwnerId !== undefined && alias !== '' && alias !== 'others') {
    throw fault('InvalidOperation.ImageOwnerIdUnsupported');
  }
  const isSharedWithCaller = (image: VisibleImage): boolean =>
    image.shares.some((share) => share.accountId === context.accountId);
  return (image) => {
    if (!wantsAlias(alias, image.ownerAlias, context)) return false;
    if (image.ownerAlias !== 'others') return imageOwnerId === undefined;
    if (imageOwnerId !== undefined && Number(image.accountId) !== imageOwnerId) return false;
    if (isPublic === true) return image.isPublic;
    return alias === '' && isPublic === undefined ? true : !image.isPublic || isSharedWithCaller(image);
  };
};
