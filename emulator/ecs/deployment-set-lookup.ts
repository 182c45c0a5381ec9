import type { Context } from '../context.ts';
import type { DeploymentSet } from '../state/rows/deployment.ts';
import { fault } from '../wire/fault.ts';

/**
 * Checks that instances can be put into a set: an Availability set has room for 7 in each zone.
 * @throws Fault DeploymentSet.NotFound, QuotaExceed.DeploymentSetInstanceQuotaFull
 */
export const checkDeploymentSet = (context: Context, id: string, zoneId: string, amount: number): void => {
  const set = context.tables.deploymentSets.getOwn(id, context);
  if (set === undefined) throw fault('DeploymentSet.NotFound', { Id: id });
  const room = roomIn(context, set, zoneId);
  if (room < amount && context.enforces('deployment-set.instances-per-zone')) {
    throw fault('QuotaExceed.DeploymentSetInstanceQuotaFull', { Limit: perZone(context, set) });
  }
};

/** Instances of a set that one zone can have; each group of an AvailabilityGroup counts by itself. */
export const perZone = (context: Context, { strategy, groupCount }: DeploymentSet): number => {
  const limit = context.quota('deploymentSetInstancesPerZone');
  return strategy === 'AvailabilityGroup' ? limit * groupCount : limit;
};

export const roomIn = (context: Context, set: DeploymentSet, zoneId: string): number => {
  const used = [...context.tables.instances.by('deploymentSetId', set.id)].filter(
    (instance) => instance.zoneId === zoneId,
  ).length;
  return perZone(context, set) - used;
};
