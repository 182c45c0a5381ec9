import { publicImages as catalog } from '../catalog/public-images.ts';
import type { PublicImage } from '../catalog/public-images.ts';
import type { VisibleImage } from './visible-images.ts';

/** A public image in the shape of a custom one; it has no owner and nothing that an account could change. */
const toVisible = (image: PublicImage, regionId: string): VisibleImage => ({
  ...image,
  ownerAlias: 'system',
  accountId: '',
  regionId,
  sourceInstanceId: '',
  sourceSnapshotId: '',
  sourceImageId: '',
  isCopied: false,
  shares: [],
  formerShares: [],
  isPublic: true,
  detectionStrategy: '',
  licenseType: 'Auto',
  resourceGroupId: '',
});

type RegionImages = ReadonlyMap<string, VisibleImage>;

const byRegion = new Map<string, RegionImages>();

const imagesOf = (regionId: string): RegionImages => {
  const known = byRegion.get(regionId);
  if (known !== undefined) return known;
  const images = new Map(catalog.map((image) => [image.id, toVisible(image, regionId)]));
  byRegion.set(regionId, images);
  return images;
};

/** Every public image of a region, newest first. Each region offers the same ones. */
export const publicImages = (regionId: string): readonly VisibleImage[] => [...imagesOf(regionId).values()];

/** The public image of this id, if the region offers it. */
export const publicImage = (regionId: string, imageId: string): VisibleImage | undefined =>
  imagesOf(regionId).get(imageId);
