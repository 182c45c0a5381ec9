import type { VisibleImage } from './visible-images.ts';

const catalog: ReadonlyMap<string, readonly VisibleImage[]> = new Map();

/** Every public image of a region, newest first. */
export const publicImages = (regionId: string): readonly VisibleImage[] => catalog.get(regionId) ?? [];

/** The catalog's image of this id, if the region offers it. */
export const publicImage = (regionId: string, imageId: string): VisibleImage | undefined =>
  publicImages(regionId).find(({ id }) => id === imageId);
