import { findDedicatedHostType } from '../catalog/dedicated-host-types.ts';
import { findInstanceType } from '../catalog/instance-types.ts';
import type { InstanceType } from '../catalog/instance-types.ts';
import type { Context } from '../context.ts';
import type { DedicatedHost, DedicatedHostCluster } from '../state/rows/deployment.ts';
import { fault } from '../wire/fault.ts';

/** @throws Fault InvalidDedicatedHostId.NotFound */
export const requireHost = (context: Context, id: string): DedicatedHost => {
  const host = context.tables.dedicatedHosts.getOwn(id, context);
  if (host === undefined) throw fault('InvalidDedicatedHostId.NotFound', { Id: id });
  return host;
};

/** @throws Fault InvalidDedicatedHostClusterId.NotFound */
export const requireHostCluster = (context: Context, id: string): DedicatedHostCluster => {
  const cluster = context.tables.dedicatedHostClusters.getOwn(id, context);
  if (cluster === undefined) throw fault('InvalidDedicatedHostClusterId.NotFound', { Id: id });
  return cluster;
};

/** What of a host the instances on it take. */
export const usedCapacity = (context: Context, host: DedicatedHost): { vcpus: number; memoryGiB: number } => {
  let vcpus = 0;
  let memoryGiB = 0;
  for (const { instanceType } of context.tables.instances.by('dedicatedHostId', host.id)) {
    const type = findInstanceType(instanceType);
    vcpus += type?.vcpu ?? 0;
    memoryGiB += type?.memoryGiB ?? 0;
  }
  return { vcpus, memoryGiB };
};

/**
 * Checks that instances of a type can be put on a host.
 * @throws Fault InvalidDedicatedHostId.NotFound, IncorrectDedicatedHostStatus, DedicatedHostType.Unmatched,
 *   InvalidParameter.Mismatch for another zone, OperationDenied.NoStock where the host is full (RunInstances.md)
 */
export const checkHost = (
  context: Context,
  hostId: string,
  type: InstanceType,
  zoneId: string,
  amount: number,
): void => {
  const host = requireHost(context, hostId);
  if (host.status !== 'Available') throw fault('IncorrectDedicatedHostStatus', { Id: hostId });
  const hostType = findDedicatedHostType(host.dedicatedHostType);
  if (hostType === undefined || !hostType.families.includes(type.family)) {
    throw fault('DedicatedHostType.Unmatched', { Type: host.dedicatedHostType, InstanceType: type.id });
  }
  if (host.zoneId !== zoneId) {
    throw fault('InvalidParameter.Mismatch', { Reason: `the dedicated host is in the zone ${host.zoneId}` });
  }
  const used = usedCapacity(context, host);
  const isFull =
    used.vcpus + amount * type.vcpu > hostType.vcpus ||
    used.memoryGiB + amount * type.memoryGiB > hostType.memoryGiB;
  if (isFull && context.enforces('dedicated-host.capacity')) throw fault('OperationDenied.NoStock');
};
