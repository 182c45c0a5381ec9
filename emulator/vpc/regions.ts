import { findRegion, regions } from '../catalog/regions.ts';
import type { VpcOperation } from '../context.ts';
import { endpointOf } from '../ecs/endpoints.ts';

/** Lists the regions. */
export const describeRegions: VpcOperation<'DescribeRegions'> = (_request, context) => ({
  regions: {
    region: regions.map(({ regionId, localName }) => ({
      regionId,
      localName,
      regionEndpoint: endpointOf('vpc', regionId, context),
    })),
  },
});

/** Lists the zones of the region. */
export const describeZones: VpcOperation<'DescribeZones'> = (_request, { regionId }) => ({
  zones: {
    zone: (findRegion(regionId)?.zones ?? []).map(({ zoneId, localName }) => ({
      zoneId,
      localName,
      zoneType: 'AvailabilityZone',
    })),
  },
});
