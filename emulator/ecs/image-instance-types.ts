import { findRegion } from '../catalog/regions.ts';
import { instanceTypesSoldIn } from '../catalog/supply.ts';
import type { EcsOperation } from '../context.ts';
import { fault } from '../wire/fault.ts';
import { supportsInstanceType } from './image-support.ts';
import { findVisibleImage } from './visible-images.ts';

/**
 * Lists the instance types that the region sells and an image runs on: none for an image that is not there. The action has no
 * error for that, and the provider's tests find no type that supports "m-fake" (data_source_alicloud_instance_types_test.go).
 */
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
  const zones = findRegion(context.regionId)?.zones ?? [];
  const types = new Set(zones.flatMap(({ zoneId }) => instanceTypesSoldIn(zoneId)));
  return {
    imageId,
    regionId: context.regionId,
    instanceTypes: {
      instanceType: [...types]
        .filter((type) => image !== undefined && supportsInstanceType(image, type))
        .map(({ id, family, vcpu, memoryGiB }) => ({
          instanceTypeId: id,
          instanceTypeFamily: family,
          cpuCoreCount: vcpu,
          memorySize: memoryGiB,
        })),
    },
  };
};
