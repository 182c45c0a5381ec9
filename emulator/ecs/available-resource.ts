import { findInstanceType } from '../catalog/instance-types.ts';
import type { InstanceType } from '../catalog/instance-types.ts';
import { findRegion } from '../catalog/regions.ts';
import { isSoldIn } from '../catalog/supply.ts';
import type { Context, EcsOperation } from '../context.ts';
import { fault } from '../wire/fault.ts';
import { defaultPerformanceLevel, sizeRangeOf } from './disk-categories.ts';
import { checkChargeType, checkSpotStrategy, diskCategoriesFor, typesIn } from './supply-queries.ts';

type Query = Parameters<EcsOperation<'DescribeAvailableResource'>>[0];

type Destination = 'Zone' | 'IoOptimized' | 'InstanceType' | 'Network' | 'ddh' | 'SystemDisk' | 'DataDisk';

const destinations: readonly Destination[] = [
  'Zone',
  'IoOptimized',
  'InstanceType',
  'Network',
  'ddh',
  'SystemDisk',
  'DataDisk',
];

/** One thing that can be had; disks tell their sizes in GiB. */
interface Supply {
  readonly value: string;
  readonly min?: number;
  readonly max?: number;
  readonly unit?: string;
}

/**
 * What can be had in which zone. A zone that has nothing of what is asked for is left out
 * (DescribeAvailableResource.md).
 */
export const describeAvailableResource: EcsOperation<'DescribeAvailableResource'> = (query, context) => {
  const destination = readDestination(query);
  checkQuery(query);
  const zones = findRegion(context.regionId)?.zones ?? [];
  const { zoneId: wantedZone = '' } = query;
  const availableZone = zones
    .filter(({ zoneId }) => wantedZone === '' || zoneId === wantedZone)
    .flatMap(({ zoneId }) => {
      const supplies = suppliesOf(destination, query, zoneId, context);
      return supplies.length === 0 ? [] : [describe(destination, zoneId, supplies, context)];
    });
  return { availableZones: { availableZone } };
};

const describe = (
  destination: Destination,
  zoneId: string,
  supplies: readonly Supply[],
  { regionId }: Context,
) => ({
  zoneId,
  regionId,
  status: 'Available',
  statusCategory: 'WithStock',
  availableResources: {
    // Where zones are asked for, the provider reads the zones alone.
    availableResource: [
      {
        type: destination,
        supportedResources: {
          supportedResource: supplies.map((supply) => ({
            ...supply,
            status: 'Available',
            statusCategory: 'WithStock',
          })),
        },
      },
    ],
  },
});

/** @throws Fault Invalid.DestinationResource */
const readDestination = ({ destinationResource }: Query): Destination => {
  const found = destinations.find((name) => name.toLowerCase() === destinationResource.toLowerCase());
  if (found === undefined) {
    throw fault('Invalid.DestinationResource', { DestinationResource: destinationResource });
  }
  return found;
};

/** @throws Fault for values that the parameters do not have, and combinations that make no sense */
const checkQuery = (query: Query): void => {
  checkChargeType(query.instanceChargeType, 'Invalid.InstanceChargeType');
  checkSpotStrategy(query.spotStrategy, 'Invalid.SpotStrategy');
  const {
    resourceType = '',
    ioOptimized = '',
    networkCategory = '',
    instanceType = '',
    cores,
    memory,
  } = query;
  const isKnown = (value: string, values: readonly string[]): boolean =>
    value === '' || values.includes(value.toLowerCase());
  if (!isKnown(resourceType, ['instance', 'disk', 'reservedinstance', 'ddh'])) {
    throw fault('Invalid.ResourceType', { ResourceType: resourceType });
  }
  if (!isKnown(ioOptimized, ['none', 'optimized']))
    throw fault('Invalid.IoOptimized', { IoOptimized: ioOptimized });
  if (!isKnown(networkCategory, ['vpc', 'classic'])) {
    throw fault('Invalid.NetworkCategory', { NetworkCategory: networkCategory });
  }
  if (instanceType !== '' && (cores !== undefined || memory !== undefined)) {
    throw fault('InvalidParam.TypeAndCpuMem.Conflict');
  }
};

/** Nothing is sold without I/O optimisation or in the classic network any more. */
const suppliesOf = (destination: Destination, query: Query, zoneId: string, context: Context): Supply[] => {
  const { ioOptimized = '', networkCategory = '', instanceType = '' } = query;
  if (ioOptimized.toLowerCase() === 'none' || networkCategory.toLowerCase() === 'classic') return [];
  const type = findInstanceType(instanceType);
  if (instanceType !== '' && !isTypeThere(type, zoneId, context)) return [];
  const disks = diskCategoriesFor(zoneId, type);
  const lacks = (category = ''): boolean => category !== '' && !disks.includes(category);
  if (lacks(query.systemDiskCategory) || lacks(query.dataDiskCategory)) return [];
  switch (destination) {
    case 'Zone':
      return [{ value: zoneId }];
    case 'IoOptimized':
      return [{ value: 'optimized' }];
    case 'Network':
      return [{ value: 'vpc' }];
    case 'InstanceType':
      return typesIn(context, zoneId)
        .filter((candidate) => matchesType(candidate, query, zoneId))
        .map(({ id }) => ({ value: id }));
    case 'SystemDisk':
      return diskSupplies('system', disks, query.systemDiskCategory);
    case 'DataDisk':
      return diskSupplies('data', disks, query.dataDiskCategory);
    case 'ddh':
      return [];
  }
};

const isTypeThere = (type: InstanceType | undefined, zoneId: string, context: Context): boolean =>
  type !== undefined && (isSoldIn(type.id, zoneId) || !context.enforces('zones.sold-types'));

const matchesType = (type: InstanceType, query: Query, zoneId: string): boolean => {
  const { instanceType = '', cores, memory, systemDiskCategory = '', dataDiskCategory = '' } = query;
  if (instanceType !== '' && type.id !== instanceType) return false;
  if (cores !== undefined && type.vcpu !== cores) return false;
  if (memory !== undefined && type.memoryGiB !== memory) return false;
  const disks = diskCategoriesFor(zoneId, type);
  return [systemDiskCategory, dataDiskCategory].every(
    (category) => category === '' || disks.includes(category),
  );
};

const diskSupplies = (
  type: 'system' | 'data',
  categories: readonly string[],
  wanted: string | undefined,
): Supply[] =>
  categories
    .filter((category) => wanted === undefined || wanted === '' || category === wanted)
    .map((category) => {
      const { min, max } = sizeRangeOf(type, category, defaultPerformanceLevel(category));
      return { value: category, min, max, unit: 'GiB' };
    });
