import type { Context } from '../context.ts';
import { findImageOfFamily } from './instance-image.ts';
import { requireUsableImage } from './visible-images.ts';
import type { VisibleImage } from './visible-images.ts';

/** The image that a build begins with: by id, or the newest of a family. @throws Fault InvalidImageId.NotFound */
export const requireBaseImage = (
  context: Context,
  name: string,
  type: 'IMAGE' | 'IMAGE_FAMILY',
): VisibleImage =>
  type === 'IMAGE'
    ? requireUsableImage(context, name, 'run-instances.image-visible')
    : findImageOfFamily(context, name);
