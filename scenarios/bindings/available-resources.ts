/** Zones that have something to offer, as the provider asks for them (EcsService.DescribeAvailableResources). */
import { flagOf, numberOf, textOf } from './argument-values.ts';
import { InvalidArgumentsError } from './binding.ts';
import type { Api, Arguments } from './binding.ts';

/** The zones that are not sold out; only the zone asked for, if one is. */
export const availableZones = async (
  values: Arguments,
  api: Api,
  destinationResource: 'Zone' | 'InstanceType',
) => {
  const ofTypes = destinationResource === 'InstanceType';
  const answer = await api.ecs('DescribeAvailableResource', {
    regionId: api.regionId,
    destinationResource,
    cores: ofTypes ? numberOf(values, 'cpu_core_count') : undefined,
    memory: ofTypes ? numberOf(values, 'memory_size') : undefined,
    ioOptimized: flagOf(values, 'is_outdated') === true ? 'none' : 'optimized',
    instanceChargeType: textOf(values, 'instance_charge_type'),
    spotStrategy: textOf(values, 'spot_strategy'),
    networkCategory: textOf(values, 'network_type'),
    systemDiskCategory: textOf(values, 'system_disk_category'),
  });
  const zones = (answer.availableZones?.availableZone ?? []).filter(({ status }) => status !== 'SoldOut');
  const wanted = textOf(values, 'availability_zone')?.trim();
  const found = wanted === undefined ? zones : zones.filter(({ zoneId }) => zoneId === wanted);
  if (found.length > 0) return found;
  const known = zones.map(({ zoneId }) => zoneId).join(', ');
  throw new InvalidArgumentsError(
    wanted === undefined
      ? `there are no available zones in ${api.regionId} for what was asked`
      : `the zone ${wanted} is not available in ${api.regionId}; available are ${known}`,
  );
};
