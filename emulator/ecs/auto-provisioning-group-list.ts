import { findInstanceType } from '../catalog/instance-types.ts';
import type { EcsOperation } from '../context.ts';
import { toIsoMinutes, toIsoSeconds } from '../state/clock.ts';
import type { AutoProvisioningGroup, ProvisioningActivity } from '../state/rows/auto-provisioning-group.ts';
import { fault } from '../wire/fault.ts';
import { capacityOf, requireGroup } from './auto-provisioning-group-members.ts';
import { page } from './paging.ts';
import { readTime } from './reservation-request.ts';
import { tagFilter, toTagList } from './tags.ts';

const among = (wanted: readonly string[] | undefined, value: string): boolean =>
  wanted === undefined || wanted.length === 0 || wanted.includes(value);

const is = (wanted: string | undefined, value: string): boolean =>
  wanted === undefined || wanted === '' || wanted === value;

/** Lists groups, newest first. One that was deleted or is over is gone. */
export const describeAutoProvisioningGroups: EcsOperation<'DescribeAutoProvisioningGroups'> = (
  request,
  context,
) => {
  const hasTags = tagFilter(request.tag);
  const found = [...context.tables.autoProvisioningGroups.list(context)].filter(
    (row) =>
      among(request.autoProvisioningGroupId, row.id) &&
      among(request.autoProvisioningGroupStatus, row.status) &&
      among(request.autoProvisioningGroupTypes, row.groupType) &&
      is(request.autoProvisioningGroupName, row.name) &&
      is(request.resourceGroupId, row.resourceGroupId) &&
      (hasTags?.(row) ?? true),
  );
  const { items, info } = page(found, request, context);
  return { ...info, autoProvisioningGroups: { autoProvisioningGroup: items.map(describe) } };
};

const describe = (row: AutoProvisioningGroup) => ({
  autoProvisioningGroupId: row.id,
  autoProvisioningGroupName: row.name,
  autoProvisioningGroupType: row.groupType,
  regionId: row.regionId,
  status: row.status,
  state: row.state,
  creationTime: toIsoSeconds(row.createdAt),
  validFrom: toIsoSeconds(row.validFrom),
  validUntil: toIsoSeconds(row.validUntil),
  launchTemplateId: row.launchTemplateId,
  launchTemplateVersion: row.launchTemplateVersion,
  launchTemplateConfigs: {
    launchTemplateConfig: row.pools.map(({ vswitchId, ...pool }) => ({ ...pool, vSwitchId: vswitchId })),
  },
  maxSpotPrice: row.maxSpotPrice,
  excessCapacityTerminationPolicy: row.excessCapacityTerminationPolicy,
  terminateInstances: row.terminateInstances,
  terminateInstancesWithExpiration: row.terminateInstancesWithExpiration,
  targetCapacitySpecification: {
    totalTargetCapacity: row.target.total,
    payAsYouGoTargetCapacity: row.target.payAsYouGo,
    spotTargetCapacity: row.target.spot,
    defaultTargetCapacityType: row.target.defaultType,
  },
  capacitySpecification: {
    totalCapacity: capacityOf(row),
    payAsYouGoCapacity: capacityOf(row, false),
    spotCapacity: capacityOf(row, true),
    prePaidCapacity: 0,
  },
  spotOptions: {
    allocationStrategy: row.spotAllocationStrategy,
    instanceInterruptionBehavior: row.spotInterruptionBehavior,
    instancePoolsToUseCount: row.spotPoolsToUse,
  },
  payAsYouGoOptions: { allocationStrategy: row.payAsYouGoAllocationStrategy },
  resourceGroupId: row.resourceGroupId,
  tags: { tag: toTagList(row.tags) },
});

/** Instances of a group, newest first. */
export const describeAutoProvisioningGroupInstances: EcsOperation<
  'DescribeAutoProvisioningGroupInstances'
> = (request, context) => {
  const { members } = requireGroup(context, request.autoProvisioningGroupId);
  const { items, info } = page([...members].reverse(), request, context);
  const instances = items.flatMap(({ instanceId, isSpot }) => {
    const instance = context.tables.instances.get(instanceId);
    if (instance === undefined) return [];
    const type = findInstanceType(instance.instanceType);
    return [
      {
        instanceId,
        isSpot,
        instanceType: instance.instanceType,
        status: instance.status,
        regionId: instance.regionId,
        zoneId: instance.zoneId,
        osType: instance.osType,
        CPU: type?.vcpu ?? 0,
        memory: (type?.memoryGiB ?? 0) * 1024,
        ioOptimized: true,
        networkType: 'vpc',
        creationTime: toIsoMinutes(instance.createdAt),
      },
    ];
  });
  return { ...info, instances: { instance: instances } };
};

/** What a group did, newest first; StartTime and EndTime bound when it began. */
export const describeAutoProvisioningGroupHistory: EcsOperation<'DescribeAutoProvisioningGroupHistory'> = (
  request,
  context,
) => {
  const { activities } = requireGroup(context, request.autoProvisioningGroupId);
  const from = readBound('StartTime', request.startTime) ?? -Infinity;
  const until = readBound('EndTime', request.endTime) ?? Infinity;
  const found = activities.filter(({ startedAt }) => startedAt >= from && startedAt <= until).reverse();
  const { items, info } = page(found, request, context);
  return {
    ...info,
    autoProvisioningGroupHistories: { autoProvisioningGroupHistory: items.map(describeActivity) },
  };
};

/** @throws Fault InvalidParameter */
const readBound = (parameter: string, text = ''): number | undefined => {
  if (text === '') return undefined;
  const time = readTime(text);
  if (time === undefined) {
    throw fault('InvalidParameter', { Parameter: parameter, Reason: 'it must be a UTC time' });
  }
  return time;
};

const describeActivity = (activity: ProvisioningActivity) => {
  const { createdInstanceIds, destroyedInstanceIds, errors } = activity;
  const details = [
    ...(createdInstanceIds.length > 0
      ? [
          {
            detail: `Made the instances ${createdInstanceIds.join(', ')}.`,
            status: 'Successful',
            createdInstanceIds: { createdInstanceId: [...createdInstanceIds] },
          },
        ]
      : []),
    ...(destroyedInstanceIds.length > 0
      ? [
          {
            detail: `Released the instances ${destroyedInstanceIds.join(', ')}.`,
            status: 'Successful',
            destroyedInstanceIds: { destroyedInstanceId: [...destroyedInstanceIds] },
          },
        ]
      : []),
    ...errors.map((error) => ({
      detail: error.message,
      status: 'Failed',
      errorMessages: { errorMessage: [{ ...error }] },
    })),
  ];
  return {
    taskId: activity.taskId,
    status: activity.status,
    startTime: toIsoSeconds(activity.startedAt),
    lastEventTime: toIsoSeconds(activity.endedAt),
    activityDetails: { activityDetail: details },
  };
};
