import type { Zone } from '../catalog/regions.ts';
import { findRegion } from '../catalog/regions.ts';
import { diskCategoriesOf } from '../catalog/supply.ts';
import type { Context, EcsOperation } from '../context.ts';
import { checkChargeType, checkLanguage, checkSpotStrategy, typesIn } from './supply-queries.ts';

/** What can be made in each zone (DescribeZones.md, AvailableResourceCreation). */
const creatable = ['VSwitch', 'IoOptimized', 'Instance', 'DedicatedHost', 'Disk'];

/** Lists the region's zones; Verbose=false leaves out what each of them sells. */
export const describeZones: EcsOperation<'DescribeZones'> = (request, context) => {
  checkLanguage(request.acceptLanguage);
  checkChargeType(request.instanceChargeType, 'InvalidInstanceChargeType.NotFound');
  checkSpotStrategy(request.spotStrategy, 'InvalidSpotStrategy');
  const zones = findRegion(context.regionId)?.zones ?? [];
  return {
    zones: { zone: zones.map((zone) => describe(zone, context, request.verbose !== false)) },
  };
};

const describe = ({ zoneId, localName }: Zone, context: Context, isVerbose: boolean) => {
  const zone = { zoneId, localName, zoneType: 'AvailabilityZone' };
  if (!isVerbose) return zone;
  const types = typesIn(context, zoneId);
  const typeIds = types.map(({ id }) => id);
  const families = [...new Set(types.map(({ family }) => family))];
  const generations = [...new Set(types.map(({ generation }) => generation))].sort();
  const disks = diskCategoriesOf(zoneId);
  return {
    ...zone,
    availableResourceCreation: { resourceTypes: creatable },
    availableInstanceTypes: { instanceTypes: typeIds },
    availableDiskCategories: { diskCategories: disks },
    availableVolumeCategories: { volumeCategories: [] },
    availableDedicatedHostTypes: { dedicatedHostType: [] },
    dedicatedHostGenerations: { dedicatedHostGeneration: [] },
    availableResources: {
      resourcesInfo: [
        {
          ioOptimized: true,
          networkTypes: { supportedNetworkCategory: ['vpc'] },
          instanceTypes: { supportedInstanceType: typeIds },
          instanceTypeFamilies: { supportedInstanceTypeFamily: families },
          instanceGenerations: { supportedInstanceGeneration: generations },
          systemDiskCategories: { supportedSystemDiskCategory: disks },
          dataDiskCategories: { supportedDataDiskCategory: disks },
        },
      ],
    },
  };
};
