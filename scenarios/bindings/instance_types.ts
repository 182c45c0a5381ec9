/**
 * data alicloud_instance_types (provider v1.240.0, data_source_alicloud_instance_types.go).
 */
import { numberOf, textOf } from './argument-values.ts';
import { attributes, idOfIds } from './attributes.ts';
import { availableZones } from './available-resources.ts';
import type { Api, Arguments, Attributes, DataBinding } from './binding.ts';
import { InvalidArgumentsError } from './binding.ts';

const query = async (values: Arguments, api: Api): Promise<Attributes> => {
  if (textOf(values, 'sorted_by') === 'Price') {
    throw new InvalidArgumentsError('sorted_by Price asks the billing API, which is not emulated');
  }
  const zonesOfType = await zonesByType(values, api);
  const fitsImage = await typesOfImage(values, api);
  const types = (await describeTypes(values, api))
    .filter(({ instanceTypeId = '' }) => zonesOfType.has(instanceTypeId) && fitsImage(instanceTypeId))
    .filter((type) => fits(type, values));
  sort(types, textOf(values, 'sorted_by'));
  const ids = types.map(({ instanceTypeId = '' }) => instanceTypeId);
  return attributes({
    id: idOfIds(ids),
    ids,
    instance_types: types.map((type) => describe(type, zonesOfType.get(type.instanceTypeId ?? '') ?? [])),
  });
};

/** Instance type → the zones where it is to be had, sorted. */
const zonesByType = async (values: Arguments, api: Api): Promise<Map<string, string[]>> => {
  const found = new Map<string, string[]>();
  for (const zone of await availableZones(values, api, 'InstanceType')) {
    for (const resource of zone.availableResources?.availableResource ?? []) {
      for (const { value = '', status } of resource.supportedResources?.supportedResource ?? []) {
        if (status !== 'SoldOut') found.set(value, [...(found.get(value) ?? []), zone.zoneId ?? ''].sort());
      }
    }
  }
  return found;
};

const typesOfImage = async (values: Arguments, api: Api): Promise<(type: string) => boolean> => {
  const imageId = textOf(values, 'image_id')?.trim();
  if (imageId === undefined) return () => true;
  const answer = await api.ecs('DescribeImageSupportInstanceTypes', { regionId: api.regionId, imageId });
  const supported = new Set(
    (answer.instanceTypes?.instanceType ?? []).map(({ instanceTypeId }) => instanceTypeId),
  );
  return (type) => supported.has(type);
};

type InstanceType = Awaited<ReturnType<typeof describeTypes>>[number];

const describeTypes = async (values: Arguments, api: Api) => {
  const only = textOf(values, 'instance_type');
  const request = {
    instanceTypeFamily: textOf(values, 'instance_type_family'),
    instanceTypes: only === undefined ? undefined : [only],
    GPUSpec: textOf(values, 'gpu_spec'),
    minimumEniIpv6AddressQuantity: numberOf(values, 'minimum_eni_ipv6_address_quantity'),
    minimumEniPrivateIpAddressQuantity: numberOf(values, 'minimum_eni_private_ip_address_quantity'),
  };
  const page = (nextToken?: string) => api.ecs('DescribeInstanceTypes', { ...request, nextToken });
  const first = await page();
  const types = first.instanceTypes?.instanceType ?? [];
  let next = first.nextToken;
  while (next !== undefined && next !== '') {
    const answer = await page(next);
    types.push(...(answer.instanceTypes?.instanceType ?? []));
    next = answer.nextToken;
  }
  return types;
};

const fits = (type: InstanceType, values: Arguments): boolean => {
  const { cpuCoreCount = 0, memorySize = 0, GPUAmount = 0, eniQuantity = 0, instanceTypeFamily = '' } = type;
  const role = textOf(values, 'kubernetes_node_role')?.trim();
  return (
    (numberOf(values, 'cpu_core_count') ?? cpuCoreCount) === cpuCoreCount &&
    (numberOf(values, 'memory_size') ?? memorySize) === memorySize &&
    (numberOf(values, 'gpu_amount') ?? GPUAmount) === GPUAmount &&
    (numberOf(values, 'eni_amount') ?? 0) <= eniQuantity &&
    (role === undefined || fitsNode(role, { cpuCoreCount, memorySize, instanceTypeFamily }))
  );
};

/** A node of Kubernetes is no ecs.t5 and has 2 cores and 4 GiB at least; a master has no GPU either. */
const fitsNode = (
  role: string,
  type: { cpuCoreCount: number; memorySize: number; instanceTypeFamily: string },
): boolean =>
  type.instanceTypeFamily !== 'ecs.t5' &&
  type.cpuCoreCount >= 2 &&
  type.memorySize >= 4 &&
  !(role === 'Master' && type.instanceTypeFamily.startsWith('ecs.gn'));

const sort = (types: InstanceType[], by: string | undefined): void => {
  if (by === 'CPU') types.sort((one, other) => (one.cpuCoreCount ?? 0) - (other.cpuCoreCount ?? 0));
  if (by === 'Memory') types.sort((one, other) => (one.memorySize ?? 0) - (other.memorySize ?? 0));
};

const describe = (type: InstanceType, zones: readonly string[]) => ({
  id: type.instanceTypeId,
  cpu_core_count: type.cpuCoreCount,
  memory_size: type.memorySize,
  family: type.instanceTypeFamily,
  availability_zones: zones,
  eni_amount: type.eniQuantity,
  eni_quantity: type.eniQuantity,
  nvme_support: type.nvmeSupport,
  primary_eni_queue_number: type.primaryEniQueueNumber,
  secondary_eni_queue_number: type.secondaryEniQueueNumber,
  eni_ipv6_address_quantity: type.eniIpv6AddressQuantity,
  maximum_queue_number_per_eni: type.maximumQueueNumberPerEni,
  total_eni_queue_quantity: type.totalEniQueueQuantity,
  eni_private_ip_address_quantity: type.eniPrivateIpAddressQuantity,
  price: '',
  gpu: { amount: String(type.GPUAmount ?? 0), category: type.GPUSpec ?? '' },
  burstable_instance: {
    initial_credit: String(type.initialCredit ?? 0),
    baseline_credit: String(type.baselineCredit ?? 0),
  },
  local_storage: {
    amount: String(type.localStorageAmount ?? 0),
    category: type.localStorageCategory ?? '',
    capacity: String(type.localStorageCapacity ?? 0),
  },
});

const text = { type: 'string' } as const;
const number = { type: 'number' } as const;

export const instanceTypes: DataBinding = {
  type: 'alicloud_instance_types',
  kind: 'data',
  arguments: {
    availability_zone: text,
    cpu_core_count: number,
    eni_amount: number,
    gpu_amount: number,
    gpu_spec: text,
    image_id: text,
    instance_charge_type: { ...text, default: 'PostPaid', allowed: ['PrePaid', 'PostPaid'] },
    instance_type: text,
    instance_type_family: { ...text, pattern: /^ecs\..*/ },
    is_outdated: { type: 'bool' },
    kubernetes_node_role: { ...text, allowed: ['Master', 'Worker'] },
    memory_size: number,
    minimum_eni_ipv6_address_quantity: number,
    minimum_eni_private_ip_address_quantity: number,
    network_type: { ...text, allowed: ['Vpc', 'Classic'] },
    output_file: text,
    sorted_by: { ...text, allowed: ['CPU', 'Memory', 'Price'] },
    spot_strategy: { ...text, default: 'NoSpot', allowed: ['NoSpot', 'SpotAsPriceGo', 'SpotWithPriceLimit'] },
    system_disk_category: {
      ...text,
      allowed: [
        ...['cloud', 'ephemeral_ssd', 'cloud_essd', 'cloud_efficiency', 'cloud_ssd', 'cloud_essd_entry'],
        'cloud_auto',
      ],
    },
  },
  query,
};
