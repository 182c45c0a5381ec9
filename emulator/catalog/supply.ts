/**
 * What each zone sells. The real supply changes daily; this is a fixed rule in its manner: common families
 * everywhere, the newest only in the newest zones of a region and in its rebuilt one, special ones only in large regions.
 */
import { findInstanceType, instanceTypes } from './instance-types.ts';
import type { InstanceType } from './instance-types.ts';
import { generationOf, isRetired, isSpecialised } from './instance-families.ts';
import { regionOfZone, regions } from './regions.ts';

/** Regions whose newest zones sell the specialised families too. */
const largeRegions: ReadonlySet<string> = new Set([
  'cn-beijing',
  'cn-hangzhou',
  'cn-shanghai',
  'cn-shenzhen',
  'cn-zhangjiakou',
  'ap-southeast-1',
]);

/** A region's zones get their letters as they open: the last ones are the newest. */
const newestZones: ReadonlySet<string> = new Set(
  regions.flatMap(({ zones }) => zones.slice(-3).map(({ zoneId }) => zoneId)),
);

/**
 * The oldest zone of a region has been rebuilt and sells what the newest ones do: the provider's own tests take the first
 * zone of cn-hangzhou for families of the last generation and for special ones.
 */
const rebuiltZones: ReadonlySet<string> = new Set(
  regions.flatMap(({ zones }) => zones.slice(0, 1).map(({ zoneId }) => zoneId)),
);

const isFamilySoldIn = (family: string, zoneId: string): boolean => {
  const region = regionOfZone(zoneId);
  if (region === undefined || isRetired(family)) return false;
  const isNewest = newestZones.has(zoneId);
  const isUpToDate = isNewest || rebuiltZones.has(zoneId);
  if (isSpecialised(family)) return isUpToDate && largeRegions.has(region.regionId);
  if (generationOf(family) === 'ecs-7') return isUpToDate;
  if (generationOf(family) === 'ecs-2') return !isNewest || region.zones.length <= 3;
  return true;
};

/**
 * Whether a zone sells an instance type.
 * @returns false also where the type or the zone does not exist
 */
export const isSoldIn = (instanceTypeId: string, zoneId: string): boolean => {
  const type = findInstanceType(instanceTypeId);
  return type !== undefined && isFamilySoldIn(type.family, zoneId);
};

const typesByZone = new Map<string, readonly InstanceType[]>();

/** Every instance type that a zone sells; none where there is no such zone. */
export const instanceTypesSoldIn = (zoneId: string): readonly InstanceType[] => {
  const known = typesByZone.get(zoneId);
  if (known !== undefined) return known;
  if (regionOfZone(zoneId) === undefined) return [];
  const sold = instanceTypes().filter(({ family }) => isFamilySoldIn(family, zoneId));
  typesByZone.set(zoneId, sold);
  return sold;
};

/** Disk categories that a zone sells, best known first; none where there is no such zone. */
export const diskCategoriesOf = (zoneId: string): readonly string[] => {
  const region = regionOfZone(zoneId);
  if (region === undefined) return [];
  const everywhere = ['cloud_efficiency', 'cloud_ssd', 'cloud_essd'];
  const basic = region.zones[0]?.zoneId === zoneId ? ['cloud'] : [];
  const isUpToDate = newestZones.has(zoneId) || rebuiltZones.has(zoneId);
  return [...everywhere, ...basic, ...(isUpToDate ? ['cloud_auto', 'cloud_essd_entry'] : [])];
};
