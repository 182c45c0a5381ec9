import { dedicatedHostTypes, findDedicatedHostType } from '../catalog/dedicated-host-types.ts';
import type { DedicatedHostType } from '../catalog/dedicated-host-types.ts';
import { instanceTypes } from '../catalog/instance-types.ts';
import type { Context, EcsOperation } from '../context.ts';
import { toIsoMinutes } from '../state/clock.ts';
import type { DedicatedHost } from '../state/rows/deployment.ts';
import { fault } from '../wire/fault.ts';
import { usedCapacity } from './dedicated-host-lookup.ts';
import { readIds } from './id-lists.ts';
import { page } from './paging.ts';
import { tagFilter, toTagList } from './tags.ts';

const statuses = [
  '',
  'Creating',
  'Available',
  'UnderAssessment',
  'PermanentFailure',
  'TempUnavailable',
  'Redeploying',
];

/** What has no end is told to end here (sample of DescribeDedicatedHosts). */
const neverExpires = '2999-09-08T16:00Z';

/** Lists the region's hosts, newest first. */
export const describeDedicatedHosts: EcsOperation<'DescribeDedicatedHosts'> = (request, context) => {
  const { dedicatedHosts } = context.tables;
  const { status = '', dedicatedHostIds = '', lockReason = '' } = request;
  if (!statuses.includes(status)) throw fault('InvalidStatus.ValueNotSupported', { Status: status });
  if (!['', 'financial', 'security'].includes(lockReason)) {
    throw fault('InvalidLockReason.NotFound', { Reason: lockReason });
  }
  const ids =
    dedicatedHostIds === ''
      ? undefined
      : readIds(dedicatedHostIds, () => fault('InvalidParameter.DedicatedHostIds'));
  if (ids !== undefined && ids.length > 100) throw fault('InvalidDedicatedHostIds.Malformed');
  const hasTags = tagFilter(request.tag);
  const is = (wanted: string | undefined, value: string): boolean =>
    wanted === undefined || wanted === '' || wanted === value;
  const found = (
    ids?.flatMap((id) => dedicatedHosts.getOwn(id, context) ?? []) ?? [...dedicatedHosts.list(context)]
  ).filter(
    (host) =>
      is(status, host.status) &&
      is(request.dedicatedHostName, host.dedicatedHostName) &&
      is(request.dedicatedHostType, host.dedicatedHostType) &&
      is(request.dedicatedHostClusterId, host.dedicatedHostClusterId) &&
      is(request.zoneId, host.zoneId) &&
      is(request.resourceGroupId, host.resourceGroupId) &&
      lockReason === '' &&
      (hasTags?.(host) ?? true),
  );
  const { items, info } = page(found, request, context);
  return { ...info, dedicatedHosts: { dedicatedHost: items.map((host) => describe(host, context)) } };
};

const describe = (host: DedicatedHost, context: Context) => {
  const type = findDedicatedHostType(host.dedicatedHostType);
  return {
    dedicatedHostId: host.id,
    dedicatedHostName: host.dedicatedHostName,
    dedicatedHostOwnerId: Number(host.accountId),
    dedicatedHostType: host.dedicatedHostType,
    dedicatedHostClusterId: host.dedicatedHostClusterId,
    description: host.description,
    status: host.status,
    regionId: host.regionId,
    zoneId: host.zoneId,
    machineId: host.machineId,
    actionOnMaintenance: host.actionOnMaintenance,
    autoPlacement: host.autoPlacement,
    autoReleaseTime: host.autoReleaseTime,
    cpuOverCommitRatio: host.cpuOverCommitRatio === 0 ? undefined : host.cpuOverCommitRatio,
    networkAttributes: {
      slbUdpTimeout: host.slbUdpTimeout ?? undefined,
      udpTimeout: host.udpTimeout ?? undefined,
    },
    chargeType: host.chargeType,
    saleCycle: host.saleCycle,
    creationTime: toIsoMinutes(host.createdAt),
    expiredTime: host.expiresAt === null ? neverExpires : toIsoMinutes(host.expiresAt),
    resourceGroupId: host.resourceGroupId,
    tags: { tag: toTagList(host.tags) },
    operationLocks: { operationLock: [] },
    instances: {
      instance: [...context.tables.instances.by('dedicatedHostId', host.id)].map((instance) => ({
        instanceId: instance.id,
        instanceType: instance.instanceType,
        instanceOwnerId: Number(instance.accountId),
      })),
    },
    ...capacityOf(host, type, context),
    ...(type && typeFacts(type)),
  };
};

const capacityOf = (host: DedicatedHost, type: DedicatedHostType | undefined, context: Context) => {
  const used = usedCapacity(context, host);
  const [totalVcpus, totalMemory] = [type?.vcpus ?? 0, type?.memoryGiB ?? 0];
  return {
    capacity: {
      totalVcpus,
      availableVcpus: totalVcpus - used.vcpus,
      totalMemory,
      availableMemory: totalMemory - used.memoryGiB,
      totalVgpus: 0,
      availableVgpus: 0,
      totalLocalStorage: 0,
      availableLocalStorage: 0,
      localStorageCategory: '',
    },
  };
};

const typeFacts = (type: DedicatedHostType) => ({
  cores: type.cores,
  sockets: type.sockets,
  physicalGpus: 0,
  GPUSpec: '',
  supportedInstanceTypeFamilies: {
    supportedInstanceTypeFamily: type.canOverCommit ? [] : [...type.families],
  },
  supportedCustomInstanceTypeFamilies: {
    supportedCustomInstanceTypeFamily: type.canOverCommit ? [...type.families] : [],
  },
  supportedInstanceTypesList: {
    supportedInstanceTypesList: instanceTypes()
      .filter(({ family }) => type.families.includes(family))
      .map(({ id }) => id),
  },
});

/** Lists the types of hosts, all or those that take a family's instances. */
export const describeDedicatedHostTypes: EcsOperation<'DescribeDedicatedHostTypes'> = (request) => {
  const { dedicatedHostType = '', supportedInstanceTypeFamily: family = '' } = request;
  const found = dedicatedHostTypes.filter(
    (type) =>
      (dedicatedHostType === '' || type.id === dedicatedHostType) &&
      (family === '' || type.families.includes(family)),
  );
  return {
    dedicatedHostTypes: {
      dedicatedHostType: found.map((type) => {
        return {
          ...typeFacts(type),
          dedicatedHostType: type.id,
          memorySize: type.memoryGiB,
          totalVcpus: type.vcpus,
          totalVgpus: 0,
          localStorageAmount: 0,
          localStorageCapacity: 0,
          localStorageCategory: '',
          supportCpuOverCommitRatio: type.canOverCommit,
          cpuOverCommitRatioRange: type.canOverCommit ? '1-5' : '',
          supportedInstanceTypeFamilies: { supportedInstanceTypeFamily: [...type.families] },
        };
      }),
    },
  };
};
