import type { Context, EcsOperation } from '../context.ts';
import type { Image } from '../state/rows/image.ts';
import { fault } from '../wire/fault.ts';
import { checkBootMode, checkImageNameIsFree, checkImageTexts, checkImdsSupport } from './image-names.ts';
import { requireOwnImage } from './visible-images.ts';

/**
 * Deletes an own image. The snapshots that it consists of stay, and so do the instances made from it.
 * Without Force, an image that is shared or that instances were made from is not deleted.
 */
export const deleteImage: EcsOperation<'DeleteImage'> = ({ imageId, force }, context) => {
  const image = requireOwnImage(context, imageId);
  if (image.status === 'Creating' || image.status === 'Waiting') {
    throw fault(image.isCopied ? 'OperationDenied.ImageCopying' : 'ImageIsCreating', { ImageId: imageId });
  }
  if (context.enforces('image-delete.refused-while-public') && image.isPublic) {
    throw fault('ImageIsPublic', { ImageId: imageId });
  }
  if (force !== true) checkNotNeeded(image, context);
  if (context.enforces('image-delete.removes')) context.tables.images.delete(imageId);
  return {};
};

const checkNotNeeded = ({ id, shares }: Image, context: Context): void => {
  if (context.enforces('image-delete.refused-while-shared') && shares.length > 0) {
    throw fault('ImageUseShared', { ImageId: id });
  }
  const isUsed = context.tables.instances.by('imageId', id).count > 0;
  if (context.enforces('image-delete.refused-while-used') && isUsed) {
    throw fault('ImageUsingByInstance', { ImageId: id });
  }
};

/** Changes an own image's texts, boot mode, features and status; what is absent stays as it is. */
export const modifyImageAttribute: EcsOperation<'ModifyImageAttribute'> = (request, context) => {
  checkImageTexts(request);
  const image = requireOwnImage(context, request.imageId);
  const { imageName = '', bootMode = '' } = request;
  if (imageName !== '') checkImageNameIsFree(context, imageName, image.id);
  checkBoot(bootMode, image, context);
  checkFeatures(request.features?.imdsSupport, image);
  const nvmeSupport = request.features?.nvmeSupport;
  context.tables.images.update(image.id, {
    status: statusAfter(request.status, image, context),
    imageName: imageName === '' ? image.imageName : imageName,
    imageFamily: request.imageFamily ?? image.imageFamily,
    description: request.description ?? image.description,
    bootMode: bootMode === '' ? image.bootMode : bootMode,
    licenseType: licenseTypeAfter(request.licenseType, image),
    imdsSupport: request.features?.imdsSupport ?? image.imdsSupport,
    nvmeSupport:
      nvmeSupport === 'supported' || nvmeSupport === 'unsupported' ? nvmeSupport : image.nvmeSupport,
  });
  return {};
};

const checkBoot = (bootMode: string, image: Image, { tables }: Context): void => {
  checkBootMode(bootMode);
  if (bootMode === '' || bootMode === image.bootMode) return;
  if (tables.instances.by('imageId', image.id).count > 0) throw fault('OperationDeined.ImageUsingByInstance');
};

const checkFeatures = (imdsSupport: string | undefined, image: Image): void => {
  checkImdsSupport(imdsSupport);
  if (imdsSupport === 'v1' && image.imdsSupport === 'v2') {
    throw fault('InvalidOperation.FeaturesImdsSupportNotMatch');
  }
};

const licenseTypeAfter = (licenseType: string | undefined, image: Image): string => {
  if (licenseType === undefined || licenseType === '') return image.licenseType;
  if (!['Auto', 'Aliyun', 'BYOL'].includes(licenseType)) {
    throw fault('InvalidLicenseType.NotSupported', { LicenseType: licenseType });
  }
  return licenseType;
};

/** An Available image can be deprecated, unless it is shared, and a Deprecated one be restored. */
const statusAfter = (status: string | undefined, image: Image, context: Context): Image['status'] => {
  switch (status) {
    case undefined:
    case '':
      return image.status;
    case 'Deprecated':
      if (image.status !== 'Available') throw fault('ImageStatus.NotAvailable', { ImageId: image.id });
      if (context.enforces('image-share.deprecated') && image.shares.length > 0) {
        throw fault('ImageUseShared', { ImageId: image.id });
      }
      return status;
    case 'Available':
      if (image.status !== 'Deprecated') throw fault('ImageStatus.NotDeprecated', { ImageId: image.id });
      return status;
    default:
      throw fault('InvalidParameter', { Parameter: 'Status', Reason: 'it must be Available or Deprecated' });
  }
};
