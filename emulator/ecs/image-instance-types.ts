import { findRegion } from '../catalog/regions.ts';
import { instanceTypesSoldIn } from '../catalog/supply.ts';
import type { EcsOperation } from '../context.ts';
import { fault } from '../wire/fault.ts';
import { supportsInstanceType } from './image-support.ts';
import { findVisibleImage } from './visible-images.ts';

/** Lists the instance types that the region sells and an image runs on. */
export const describeImageSupportInstanceTypes: EcsOperation<'DescribeImageSupportInstanceTypes'> = (
  request,
  context,
) => {
  const { actionType = '', filter = [] } = request;
  if (!['', 'CreateEcs', 'ChangeOS', 'Upgrade', 'Downgrade', 'RenewDowngrade'].includes(actionType)) {
    throw fault('InvalidParamter', { Parameter: 'ActionType', Reason: 'it must be CreateEcs or ChangeOS' });
  }
  const named = filter.find(({ key = '' }) => key.toLowerCase() === 'imageid')?.value;
  const imageId = request.imageId ?? named ?? '';
  if (imageId === '') throw fault('MissingParameter', { Parameter: 'ImageId' });
  const image = findVisibleImage(context, imageId);
  if (image === undefined) throw fault('InvalidImageId.NotFound', { ImageId: imageId });
  const zones = findRegion(context.regionId)?.zones ?? [];
  const types = new Set(zones.flatMap(({ zoneId }) => instanceTypesSoldIn(zoneId)));
  return {
    imageId,
    regionId: context.regionId,
    instanceTypes: {
      instanceType: [...types]
        .filter((type) => supportsInstanceType(image, type))
        .map(({ id, family, vcpu, memoryGiB }) => ({
          instanceTypeId: id,
          instanceTypeFamily: family,
          cpuCoreCount: vcpu,
          memorySize: memoryGiB,
        })),
    },
  };
};
