/** The region in which a scenario plays. */
import type { Value } from '../scenario.ts';

export const defaultRegionId = 'cn-hangzhou';

/**
 * The region that literal zones mean: an example that names the zone cn-beijing-b is one for cn-beijing.
 * @param values arguments of the scenario's blocks
 */
export const regionOf = (values: Value): string => zoneIn(values)?.replace(/-[a-z]$/, '') ?? defaultRegionId;

const zoneIn = (value: Value): string | undefined => {
  if (typeof value === 'string') return /^[a-z]{2}-[a-z]+(?:-\d)?-[a-z]$/.test(value) ? value : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const member of Object.values(value)) {
    const zone = zoneIn(member);
    if (zone !== undefined) return zone;
  }
  return undefined;
};
