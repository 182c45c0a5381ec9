import type { Context } from '../context.ts';
import { fault } from '../wire/fault.ts';
import { publicImages } from './public-image-rows.ts';
import { requireUsableImage } from './visible-images.ts';
import type { VisibleImage } from './visible-images.ts';

/** The newest Available image of a family: an own one, else a public one. @throws Fault InvalidImageId.NotFound */
export const findImageOfFamily = (context: Context, imageFamily: string): VisibleImage => {
  const own = [...context.tables.images.by('imageFamily', imageFamily)].find(
    ({ accountId, regionId, status }) =>
      accountId === context.accountId && regionId === context.regionId && status === 'Available',
  );
  const found = own ?? publicImages(context.regionId).find((image) => image.imageFamily === imageFamily);
  if (found === undefined)
    throw fault('InvalidImageId.NotFound', { ImageId: `of the family ${imageFamily}` });
  return requireUsableImage(context, found.id, 'run-instances.image-visible');
};
