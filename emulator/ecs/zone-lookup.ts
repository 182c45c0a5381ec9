import { findRegion } from '../catalog/regions.ts';
import type { Context } from '../context.ts';
import { fault } from '../wire/fault.ts';

/**
 * A zone of the region, its first one where none is named.
 * @throws Fault InvalidZoneId.NotFound
 */
export const zoneOf = ({ regionId }: Context, zoneId = ''): string => {
  const zones = findRegion(regionId)?.zones ?? [];
  const found = zoneId === '' ? zones[0] : zones.find((zone) => zone.zoneId === zoneId);
  if (found === undefined) throw fault('InvalidZoneId.NotFound', { ZoneId: zoneId });
  return found.zoneId;
};
