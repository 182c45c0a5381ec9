import { categoryOf, levelOf } from '../catalog/instance-families.ts';
import { instanceTypes, localStorageCategoryOf } from '../catalog/instance-types.ts';
import type { InstanceType } from '../catalog/instance-types.ts';
import type { EcsOperation } from '../context.ts';
import { instanceTypeFilter } from './instance-type-filters.ts';
import { page } from './paging.ts';

/** Types of one reply at most, and where MaxResults is not given (DescribeInstanceTypes, MaxResults). */
const maxResults = 1600;

/** Lists instance types; which zone sells them is DescribeAvailableResource's to tell. */
export const describeInstanceTypes: EcsOperation<'DescribeInstanceTypes'> = (request, context) => {
  const { maxResults: asked = maxResults, nextToken } = request;
  const { items, info } = page(
    instanceTypes().filter(instanceTypeFilter(request, context)),
    { maxResults: asked, ...(nextToken === undefined ? {} : { nextToken }) },
    context,
    { maxResults },
  );
  return { nextToken: info.nextToken, instanceTypes: { instanceType: items.map(describe) } };
};

/** Lists the families that there are, by generation if one is given. */
export const describeInstanceTypeFamilies: EcsOperation<'DescribeInstanceTypeFamilies'> = ({
  generation = '',
}) => {
  const generations = new Map(instanceTypes().map((type) => [type.family, type.generation]));
  const families = [...generations].filter(([, found]) => generation === '' || found === generation);
  return {
    instanceTypeFamilies: {
      instanceTypeFamily: families.map(([instanceTypeFamilyId, found]) => ({
        instanceTypeFamilyId,
        generation: found,
      })),
    },
  };
};

/** Cloud disks that one instance takes: 16 data disks and the system disk. */
const diskQuantity = 17;

/** GPUs and local disks are 0 and empty where there are none. */
const describe = (type: InstanceType) => ({
  instanceTypeId: type.id,
  instanceTypeFamily: type.family,
  instanceCategory: categoryOf(type.family),
  instanceFamilyLevel: levelOf(type.family),
  cpuCoreCount: type.vcpu,
  cpuArchitecture: type.architecture,
  memorySize: type.memoryGiB,
  eniQuantity: type.eniQuantity,
  eniTotalQuantity: type.eniQuantity,
  eniPrivateIpAddressQuantity: type.privateIpsPerEni,
  eniIpv6AddressQuantity: 1,
  eniTrunkSupported: false,
  eriQuantity: 0,
  primaryEniQueueNumber: type.nicQueues,
  secondaryEniQueueNumber: type.nicQueues,
  maximumQueueNumberPerEni: type.nicQueues,
  totalEniQueueQuantity: type.nicQueues * type.eniQuantity,
  networkCardQuantity: type.networkCards,
  // Left out where there is but one: the provider takes that for a type with no choice of cards
  // (isSupportedNetworkCardIndex in service_alicloud_ecs.go).
  ...(type.networkCards > 1 && {
    networkCards: {
      networkCardInfo: Array.from({ length: type.networkCards }, (_, networkCardIndex) => ({
        networkCardIndex,
      })),
    },
  }),
  instanceBandwidthRx: type.bandwidthKbps,
  instanceBandwidthTx: type.bandwidthKbps,
  instancePpsRx: type.pps,
  instancePpsTx: type.pps,
  diskQuantity,
  localStorageAmount: type.localDisks?.amount,
  localStorageCapacity: type.localDisks?.sizeGb,
  localStorageCategory: localStorageCategoryOf(type),
  GPUAmount: type.gpu?.amount ?? 0,
  GPUSpec: type.gpu?.spec ?? '',
  GPUMemorySize: type.gpu?.memoryGb ?? 0,
  baselineCredit: type.credit === null ? undefined : type.credit.baselinePercent * type.vcpu,
  initialCredit: type.credit === null ? undefined : type.credit.perHour,
  nvmeSupport: type.generation === 'ecs-7' ? 'required' : 'unsupported',
  supportedBootModes: { supportedBootMode: type.architecture === 'ARM' ? ['UEFI'] : ['BIOS', 'UEFI'] },
});
