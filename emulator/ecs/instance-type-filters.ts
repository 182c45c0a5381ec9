import { categoryOf, levelOf } from '../catalog/instance-families.ts';
import { localStorageCategoryOf } from '../catalog/instance-types.ts';
import type { InstanceType } from '../catalog/instance-types.ts';
import type { Context, EcsOperation } from '../context.ts';

type Request = Parameters<EcsOperation<'DescribeInstanceTypes'>>[0];

type Filter = (type: InstanceType) => boolean;

const atLeast = (wanted: number | undefined, figure: (type: InstanceType) => number): Filter[] =>
  wanted === undefined ? [] : [(type) => figure(type) >= wanted];

const atMost = (wanted: number | undefined, figure: (type: InstanceType) => number): Filter[] =>
  wanted === undefined ? [] : [(type) => figure(type) <= wanted];

/** The text is one of those that are given, by the parameter for one or the one for several. */
const among = (
  one: string | undefined,
  several: readonly string[] | undefined,
  textOf: (type: InstanceType) => string,
): Filter[] => {
  const wanted = new Set([...(one === undefined || one === '' ? [] : [one]), ...(several ?? [])]);
  return wanted.size === 0 ? [] : [(type) => wanted.has(textOf(type))];
};

/** What a DescribeInstanceTypes request asks for; the catalog knows no processor models and speeds. */
export const instanceTypeFilter = (request: Request, context: Context): Filter => {
  const filters: Filter[] = [
    ...among(undefined, request.instanceTypes, ({ id }) => id),
    ...(context.enforces('describe-instance-types.family-filter')
      ? among(request.instanceTypeFamily, request.instanceTypeFamilies, ({ family }) => family)
      : []),
    ...among(request.instanceCategory, request.instanceCategories, ({ family }) => categoryOf(family)),
    ...among(request.instanceFamilyLevel, undefined, ({ family }) => levelOf(family)),
    ...among(request.cpuArchitecture, request.cpuArchitectures, ({ architecture }) => architecture),
    ...among(request.GPUSpec, request.gpuSpecs, ({ gpu }) => gpu?.spec ?? ''),
    ...among(request.localStorageCategory, request.localStorageCategories, localStorageCategoryOf),
    ...atLeast(request.minimumCpuCoreCount, ({ vcpu }) => vcpu),
    ...atMost(request.maximumCpuCoreCount, ({ vcpu }) => vcpu),
    ...atLeast(request.minimumMemorySize, ({ memoryGiB }) => memoryGiB),
    ...atMost(request.maximumMemorySize, ({ memoryGiB }) => memoryGiB),
    ...atLeast(request.minimumGPUAmount, ({ gpu }) => gpu?.amount ?? 0),
    ...atMost(request.maximumGPUAmount, ({ gpu }) => gpu?.amount ?? 0),
    ...networkFilters(request),
    ...atLeast(request.minimumLocalStorageAmount, ({ localDisks }) => localDisks?.amount ?? 0),
    ...atLeast(request.minimumLocalStorageCapacity, ({ localDisks }) => localDisks?.sizeGb ?? 0),
    ...atLeast(request.minimumDiskQuantity, () => 17),
    ...atLeast(request.minimumBaselineCredit, ({ credit, vcpu }) => (credit?.baselinePercent ?? 0) * vcpu),
    ...atLeast(request.minimumInitialCredit, ({ credit }) => credit?.perHour ?? 0),
    ...among(request.nvmeSupport, undefined, ({ generation }) =>
      generation === 'ecs-7' ? 'required' : 'unsupported',
    ),
  ];
  return (type) => filters.every((filter) => filter(type));
};

const networkFilters = (request: Request): Filter[] => [
  ...atLeast(request.minimumEniQuantity, ({ eniQuantity }) => eniQuantity),
  ...atLeast(request.minimumEniPrivateIpAddressQuantity, ({ privateIpsPerEni }) => privateIpsPerEni),
  ...atLeast(request.minimumEniIpv6AddressQuantity, () => 1),
  ...atLeast(request.minimumEriQuantity, () => 0),
  ...atLeast(request.minimumQueuePairNumber, () => 0),
  ...atLeast(request.minimumPrimaryEniQueueNumber, ({ nicQueues }) => nicQueues),
  ...atLeast(request.minimumSecondaryEniQueueNumber, ({ nicQueues }) => nicQueues),
  ...atLeast(request.minimumInstanceBandwidthRx, ({ bandwidthKbps }) => bandwidthKbps),
  ...atLeast(request.minimumInstanceBandwidthTx, ({ bandwidthKbps }) => bandwidthKbps),
  ...atLeast(request.minimumInstancePpsRx, ({ pps }) => pps),
  ...atLeast(request.minimumInstancePpsTx, ({ pps }) => pps),
];
