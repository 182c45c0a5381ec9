/**
 * data alicloud_zones (provider v1.240.0, data_source_alicloud_zones.go).
 */
import { flagOf, textOf } from './argument-values.ts';
import { attributes, idOfIds } from './attributes.ts';
import { availableZones } from './available-resources.ts';
import type { Api, Arguments, Attributes, DataBinding } from './binding.ts';
import { InvalidArgumentsError } from './binding.ts';

/** Kinds of resources whose zones the provider asks another product for, which the sdk driver does not reach. */
const otherProducts = [
  ...['PolarDB', 'KVStore', 'MongoDB', 'HBase', 'ADB', 'Gpdb', 'Elasticsearch', 'FunctionCompute', 'Slb'],
];

const query = async (values: Arguments, api: Api): Promise<Attributes> => {
  const creation = textOf(values, 'available_resource_creation') ?? '';
  if (otherProducts.includes(creation)) {
    throw new InvalidArgumentsError(
      `available_resource_creation ${creation} asks an API that is not emulated`,
    );
  }
  const valid = new Set((await availableZones(values, api, 'Zone')).map(({ zoneId }) => zoneId));
  const answer = await api.ecs('DescribeZones', {
    regionId: api.regionId,
    instanceChargeType: textOf(values, 'instance_charge_type'),
    spotStrategy: textOf(values, 'spot_strategy'),
  });
  const instanceType = textOf(values, 'available_instance_type');
  const diskCategory = textOf(values, 'available_disk_category');
  const zones = (answer.zones?.zone ?? [])
    .filter(({ zoneId }) => valid.has(zoneId))
    .filter((zone) => offers(zone.availableInstanceTypes?.instanceTypes, instanceType))
    .filter((zone) => offers(zone.availableDiskCategories?.diskCategories, diskCategory))
    .sort((one, other) => ((one.zoneId ?? '') < (other.zoneId ?? '') ? -1 : 1));
  const ids = zones.map(({ zoneId }) => zoneId ?? '');
  const details = flagOf(values, 'enable_details') === true;
  return attributes({
    id: idOfIds(ids),
    ids,
    zones: zones.map((zone) => ({
      id: zone.zoneId,
      local_name: details ? zone.localName : '',
      available_instance_types: details ? zone.availableInstanceTypes?.instanceTypes : [],
      available_resource_creation: details ? zone.availableResourceCreation?.resourceTypes : [],
      available_disk_categories: details ? zone.availableDiskCategories?.diskCategories : [],
      multi_zone_ids: [],
      slb_slave_zone_ids: [],
    })),
  });
};

/** A zone that offers none at all is left out, even where none is asked for. */
const offers = (offered: readonly string[] | undefined, wanted: string | undefined): boolean =>
  offered !== undefined && offered.length > 0 && (wanted === undefined || offered.includes(wanted));

export const zones: DataBinding = {
  type: 'alicloud_zones',
  kind: 'data',
  arguments: {
    available_disk_category: {
      type: 'string',
      allowed: [
        ...['all', 'cloud', 'ephemeral_ssd', 'cloud_essd', 'cloud_efficiency', 'cloud_ssd', 'local_disk'],
      ],
    },
    available_instance_type: { type: 'string', pattern: /^ecs\..*/ },
    available_resource_creation: {
      type: 'string',
      allowed: ['Instance', 'Rds', 'VSwitch', 'Disk', 'IoOptimized', ...otherProducts],
    },
    available_slb_address_ip_version: { type: 'string', allowed: ['ipv4', 'ipv6'] },
    available_slb_address_type: {
      type: 'string',
      allowed: ['Vpc', 'classic_intranet', 'classic_internet'],
    },
    enable_details: { type: 'bool', default: false },
    instance_charge_type: { type: 'string', default: 'PostPaid', allowed: ['PrePaid', 'PostPaid'] },
    multi: { type: 'bool', default: false },
    network_type: { type: 'string', allowed: ['Vpc', 'Classic'] },
    output_file: { type: 'string' },
    spot_strategy: {
      type: 'string',
      default: 'NoSpot',
      allowed: ['NoSpot', 'SpotAsPriceGo', 'SpotWithPriceLimit'],
    },
  },
  query,
};
