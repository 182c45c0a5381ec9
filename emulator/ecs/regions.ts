import { regions } from '../catalog/regions.ts';
import type { EcsOperation } from '../context.ts';
import { fault } from '../wire/fault.ts';
import { endpointOf } from './endpoints.ts';
import { checkChargeType, checkLanguage } from './supply-queries.ts';

const resourceTypes: readonly string[] = ['instance', 'disk', 'reservedinstance', 'image', 'slb'];

/** Lists the regions. Names are English in every language. */
export const describeRegions: EcsOperation<'DescribeRegions'> = (request, context) => {
  checkLanguage(request.acceptLanguage);
  checkChargeType(request.instanceChargeType, 'InvalidInstanceChargeType.NotFound');
  const { resourceType = '' } = request;
  if (resourceType !== '' && !resourceTypes.includes(resourceType.toLowerCase())) {
    throw fault('InvalidResourceType.NotFound', { ResourceType: resourceType });
  }
  return {
    regions: {
      region: regions.map(({ regionId, localName }) => ({
        regionId,
        localName,
        regionEndpoint: endpointOf('ecs', regionId, context),
        status: 'available',
      })),
    },
  };
};
