import type { Context } from '../context.ts';
import { fault } from '../wire/fault.ts';
import { isResourceDescription, isResourceName } from './names.ts';

const isImageName = (name: string): boolean => isResourceName(name) && !/^(?:acs:|aliyun)/i.test(name);

/**
 * Checks the texts that CreateImage, CopyImage and ModifyImageAttribute take. Empty ones pass: they are
 * as good as absent.
 * @throws Fault InvalidImageName.Malformed, InvalidImageFamily.Malformed, InvalidDescription.Malformed
 */
export const checkImageTexts = ({ imageName = '', imageFamily = '', description = '' }: ImageTexts): void => {
  if (imageName !== '' && !isImageName(imageName))
    throw fault('InvalidImageName.Malformed', { Name: imageName });
  if (imageFamily !== '' && !isImageName(imageFamily)) {
    throw fault('InvalidImageFamily.Malformed', { Family: imageFamily });
  }
  if (description !== '' && !isResourceDescription(description)) throw fault('InvalidDescription.Malformed');
};

interface ImageTexts {
  readonly imageName?: string | undefined;
  readonly imageFamily?: string | undefined;
  readonly description?: string | undefined;
}

/** @throws Fault InvalidImageName.Duplicated where another image of the account has the name in the region */
export const checkImageNameIsFree = (
  context: Pick<Context, 'tables' | 'enforces' | 'accountId' | 'regionId'>,
  imageName: string,
  imageId = '',
): void => {
  const { accountId, regionId } = context;
  const [named] = context.tables.images.by('name', `${accountId}/${regionId}/${imageName}`).slice(0, 1);
  if (context.enforces('image.name-unique') && named !== undefined && named.id !== imageId) {
    throw fault('InvalidImageName.Duplicated', { Name: imageName });
  }
};

/** @throws Fault QuotaExceed.Image where the account can have no further image in the region */
export const checkImageQuota = (
  context: Pick<Context, 'tables' | 'enforces' | 'accountId' | 'regionId' | 'quota'>,
): void => {
  const limit = context.quota('imagesPerRegion');
  if (context.enforces('image.quota') && context.tables.images.list(context).count >= limit) {
    throw fault('QuotaExceed.Image', { Limit: limit });
  }
};

const bootModes = ['BIOS', 'UEFI', 'UEFI-Preferred'];

/** @throws Fault InvalidBootMode.NotSupport */
export const checkBootMode = (bootMode = ''): void => {
  if (bootMode !== '' && !bootModes.includes(bootMode)) {
    throw fault('InvalidBootMode.NotSupport', { BootMode: bootMode });
  }
};

/** @throws Fault InvalidParameter.FeaturesImdsSupport */
export const checkImdsSupport = (imdsSupport = ''): void => {
  if (!['', 'v1', 'v2'].includes(imdsSupport)) {
    throw fault('InvalidParameter.FeaturesImdsSupport', { Value: imdsSupport });
  }
};
