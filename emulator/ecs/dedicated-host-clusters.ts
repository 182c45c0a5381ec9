import { findDedicatedHostType } from '../catalog/dedicated-host-types.ts';
import type { Context, EcsOperation } from '../context.ts';
import type { DedicatedHostCluster } from '../state/rows/deployment.ts';
import { fault } from '../wire/fault.ts';
import { requireHostCluster, usedCapacity } from './dedicated-host-lookup.ts';
import { readIds } from './id-lists.ts';
import { checkDescription, isResourceName } from './names.ts';
import { page } from './paging.ts';
import { readTags, tagFilter, toTagList } from './tags.ts';
import { zoneOf } from './zone-lookup.ts';

/** Makes a cluster in a zone; hosts of that zone can be put in it. */
export const createDedicatedHostCluster: EcsOperation<'CreateDedicatedHostCluster'> = (request, context) => {
  const { dedicatedHostClusterName = '', description = '' } = request;
  checkTexts(dedicatedHostClusterName, description);
  const cluster = context.tables.dedicatedHostClusters.insert({
    id: context.newId('dc'),
    accountId: context.accountId,
    regionId: context.regionId,
    dedicatedHostClusterName,
    description,
    zoneId: zoneOf(context, request.zoneId),
    resourceGroupId: request.resourceGroupId ?? '',
    tags: readTags(request.tag, context),
    createdAt: context.now,
  });
  return { dedicatedHostClusterId: cluster.id };
};

/** @throws Fault InvalidDedicatedHostClusterName.Malformed, InvalidDescription.Malformed */
const checkTexts = (name: string, description: string): void => {
  if (name !== '' && !isResourceName(name)) {
    throw fault('InvalidDedicatedHostClusterName.Malformed', { Name: name });
  }
  checkDescription(description);
};

export const modifyDedicatedHostClusterAttribute: EcsOperation<'ModifyDedicatedHostClusterAttribute'> = (
  request,
  context,
) => {
  const cluster = requireHostCluster(context, request.dedicatedHostClusterId);
  const { dedicatedHostClusterName = '', description = '' } = request;
  checkTexts(dedicatedHostClusterName, description);
  context.tables.dedicatedHostClusters.update(cluster.id, {
    dedicatedHostClusterName: dedicatedHostClusterName || cluster.dedicatedHostClusterName,
    description: request.description ?? cluster.description,
  });
  return {};
};

/** Deletes a cluster that has no hosts. */
export const deleteDedicatedHostCluster: EcsOperation<'DeleteDedicatedHostCluster'> = (request, context) => {
  const cluster = requireHostCluster(context, request.dedicatedHostClusterId);
  if (context.tables.dedicatedHosts.by('clusterId', cluster.id).count > 0) {
    throw fault('DependencyViolation', { Details: `the cluster ${cluster.id} has dedicated hosts` }, 403);
  }
  context.tables.dedicatedHostClusters.delete(cluster.id);
  return {};
};

export const describeDedicatedHostClusters: EcsOperation<'DescribeDedicatedHostClusters'> = (
  request,
  context,
) => {
  const { dedicatedHostClusters } = context.tables;
  const { dedicatedHostClusterIds = '', dedicatedHostClusterName = '', zoneId = '' } = request;
  const { resourceGroupId = '' } = request;
  const hasTags = tagFilter(request.tag);
  const malformed = (): ReturnType<typeof fault> =>
    fault('InvalidParameter', { Parameter: 'DedicatedHostClusterIds', Reason: 'it must be a JSON list' });
  const asked =
    dedicatedHostClusterIds === ''
      ? [...dedicatedHostClusters.list(context)]
      : readIds(dedicatedHostClusterIds, malformed).flatMap(
          (id) => dedicatedHostClusters.getOwn(id, context) ?? [],
        );
  const found = asked.filter(
    (cluster) =>
      (dedicatedHostClusterName === '' || cluster.dedicatedHostClusterName === dedicatedHostClusterName) &&
      (zoneId === '' || cluster.zoneId === zoneId) &&
      (resourceGroupId === '' || cluster.resourceGroupId === resourceGroupId) &&
      (hasTags?.(cluster) ?? true),
  );
  const { items, info } = page(found, request, context);
  return {
    pageNumber: info.pageNumber,
    pageSize: info.pageSize,
    totalCount: info.totalCount,
    dedicatedHostClusters: { dedicatedHostCluster: items.map((cluster) => describe(cluster, context)) },
  };
};

const describe = (cluster: DedicatedHostCluster, context: Context) => {
  const hosts = [...context.tables.dedicatedHosts.by('clusterId', cluster.id)];
  const total = { totalVcpus: 0, totalMemory: 0, availableVcpus: 0, availableMemory: 0 };
  for (const host of hosts) {
    const type = findDedicatedHostType(host.dedicatedHostType);
    const used = usedCapacity(context, host);
    total.totalVcpus += type?.vcpus ?? 0;
    total.totalMemory += type?.memoryGiB ?? 0;
    total.availableVcpus += (type?.vcpus ?? 0) - used.vcpus;
    total.availableMemory += (type?.memoryGiB ?? 0) - used.memoryGiB;
  }
  return {
    dedicatedHostClusterId: cluster.id,
    dedicatedHostClusterName: cluster.dedicatedHostClusterName,
    description: cluster.description,
    regionId: cluster.regionId,
    zoneId: cluster.zoneId,
    resourceGroupId: cluster.resourceGroupId,
    tags: { tag: toTagList(cluster.tags) },
    dedicatedHostIds: { dedicatedHostId: hosts.map(({ id }) => id) },
    dedicatedHostClusterCapacity: {
      ...total,
      availableInstanceTypes: { availableInstanceType: [] },
      localStorageCapacities: { localStorageCapacity: [] },
    },
  };
};
