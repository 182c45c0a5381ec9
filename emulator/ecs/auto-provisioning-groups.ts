import type { Context, EcsOperation } from '../context.ts';
import type { AutoProvisioningGroup } from '../state/rows/auto-provisioning-group.ts';
import { fault } from '../wire/fault.ts';
import { readChoice } from './choices.ts';
import type { LaunchFailure } from './auto-provisioning-group-launch.ts';
import { provisioning, provisioningDelay, requireGroup } from './auto-provisioning-group-members.ts';
import {
  readConfiguration,
  readGroupName,
  readPools,
  readSpotPoolsToUse,
  readTarget,
  readTerminationPolicy,
  readValidity,
} from './auto-provisioning-group-request.ts';
import { provision } from './auto-provisioning-group-transitions.ts';
import { requireTemplate, requireVersion } from './launch-template-lookup.ts';
import { readTags } from './tags.ts';

type CreateRequest = Parameters<EcsOperation<'CreateAutoProvisioningGroup'>>[0];

/** Makes a group, which makes instances at ValidFrom: of the type instant within the call, of the others later. */
export const createAutoProvisioningGroup: EcsOperation<'CreateAutoProvisioningGroup'> = (
  request,
  context,
) => {
  const pools = readPools(request.launchTemplateConfig);
  const validity = readValidity(request, context.now);
  const group = context.tables.autoProvisioningGroups.insert({
    ...readStrategies(request, pools.length),
    ...readSource(request, context),
    ...validity,
    id: context.newId('apg'),
    accountId: context.accountId,
    regionId: context.regionId,
    name: readGroupName(request.autoProvisioningGroupName ?? ''),
    description: request.description ?? '',
    groupType: readChoice('AutoProvisioningGroupType', request.autoProvisioningGroupType, [
      'maintain',
      'request',
      'instant',
    ]),
    status: 'submitted',
    state: 'provision-in-progress',
    pools,
    target: readTarget(request),
    excessCapacityTerminationPolicy: readTerminationPolicy(request.excessCapacityTerminationPolicy),
    maxSpotPrice: request.maxSpotPrice ?? 0,
    terminateInstances: request.terminateInstances ?? false,
    terminateInstancesWithExpiration: request.terminateInstancesWithExpiration ?? false,
    retryAt: null,
    members: [],
    activities: [],
    resourceGroupId: request.resourceGroupId ?? '',
    tags: readTags(request.tag, context),
    createdAt: context.now,
  });
  context.scheduleAt(validity.validUntil, 'auto-provisioning-group.expired', group.id);
  if (group.groupType === 'instant') {
    return {
      autoProvisioningGroupId: group.id,
      launchResults: { launchResult: launchResults(context, group, provision(context, group)) },
    };
  }
  if (validity.validFrom > context.now) context.scheduleAt(validity.validFrom, provisioning, group.id);
  else context.schedule(provisioningDelay, provisioning, group.id);
  return { autoProvisioningGroupId: group.id };
};

const readStrategies = (request: CreateRequest, pools: number) => ({
  spotAllocationStrategy: readChoice('SpotAllocationStrategy', request.spotAllocationStrategy, [
    'lowest-price',
    'diversified',
    'capacity-optimized',
  ]),
  spotInterruptionBehavior: readChoice(
    'SpotInstanceInterruptionBehavior',
    request.spotInstanceInterruptionBehavior,
    ['terminate', 'stop'],
  ),
  spotPoolsToUse: readSpotPoolsToUse(request.spotInstancePoolsToUseCount, pools),
  payAsYouGoAllocationStrategy: readChoice(
    'PayAsYouGoAllocationStrategy',
    request.payAsYouGoAllocationStrategy,
    ['lowest-price', 'prioritized'],
  ),
});

/** The template comes before LaunchConfiguration (CreateAutoProvisioningGroup metadata). @throws Fault MissingParameter */
const readSource = (request: CreateRequest, context: Context) => {
  const { launchTemplateId = '', launchTemplateVersion = '', launchConfiguration } = request;
  if (launchTemplateId === '' && launchConfiguration !== undefined) {
    return {
      launchTemplateId: '',
      launchTemplateVersion: '',
      launchConfiguration: readConfiguration(launchConfiguration),
    };
  }
  const template = requireTemplate(context, { launchTemplateId });
  const version = requireVersion(
    template,
    launchTemplateVersion === '' ? undefined : Number(launchTemplateVersion),
  );
  return {
    launchTemplateId,
    launchTemplateVersion: String(version.versionNumber),
    launchConfiguration: null,
  };
};

/** What became of each sort of instance that the call was to make. */
const launchResults = (
  context: Context,
  { id }: AutoProvisioningGroup,
  failures: readonly LaunchFailure[],
) => {
  const { instances, autoProvisioningGroups, vswitches } = context.tables;
  const results = new Map<
    string,
    { instanceType: string; zoneId: string; spotStrategy: string; ids: string[] }
  >();
  for (const { instanceId } of autoProvisioningGroups.get(id)?.members ?? []) {
    const instance = instances.get(instanceId);
    if (instance === undefined) continue;
    const { instanceType, zoneId, spotStrategy } = instance;
    const key = `${instanceType}/${zoneId}/${spotStrategy}`;
    const known = results.get(key) ?? { instanceType, zoneId, spotStrategy, ids: [] };
    known.ids.push(instanceId);
    results.set(key, known);
  }
  return [
    ...[...results.values()].map(({ ids, ...made }) => ({
      ...made,
      amount: ids.length,
      instanceIds: { instanceId: ids },
    })),
    ...failures.map(({ pool, isSpot, code, message }) => ({
      instanceType: pool.instanceType,
      zoneId: vswitches.get(pool.vswitchId)?.zoneId ?? '',
      spotStrategy: isSpot ? 'SpotAsPriceGo' : 'NoSpot',
      amount: 0,
      errorCode: code,
      errorMsg: message,
    })),
  ];
};

/** Changes what the request names. Other capacities or pools make the group look what it has to do. */
export const modifyAutoProvisioningGroup: EcsOperation<'ModifyAutoProvisioningGroup'> = (
  request,
  context,
) => {
  const before = requireGroup(context, request.autoProvisioningGroupId ?? '');
  if (before.status === 'deleted-running') {
    throw fault('OperationDenied', { Reason: `the auto provisioning group ${before.id} is being deleted` });
  }
  const name = readGroupName(request.autoProvisioningGroupName ?? '');
  const target = readTarget(request, before.target);
  const { launchTemplateConfig = [], maxSpotPrice, terminateInstancesWithExpiration } = request;
  const policy = request.excessCapacityTerminationPolicy ?? '';
  const isRescaled =
    launchTemplateConfig.length > 0 || JSON.stringify(target) !== JSON.stringify(before.target);
  const isStarted = before.status !== 'submitted';
  context.tables.autoProvisioningGroups.update(before.id, {
    target,
    name: name === '' ? before.name : name,
    pools: launchTemplateConfig.length === 0 ? before.pools : readPools(launchTemplateConfig),
    maxSpotPrice: maxSpotPrice ?? before.maxSpotPrice,
    excessCapacityTerminationPolicy:
      policy === '' ? before.excessCapacityTerminationPolicy : readTerminationPolicy(policy),
    terminateInstancesWithExpiration:
      terminateInstancesWithExpiration ?? before.terminateInstancesWithExpiration,
    ...(isRescaled && isStarted && { status: 'modifying' as const, state: 'provision-in-progress' as const }),
  });
  if (isRescaled && isStarted) context.schedule(provisioningDelay, provisioning, before.id);
  return {};
};

/** Deletes a group; its instances are released where TerminateInstances says so here or said so when it was made. */
export const deleteAutoProvisioningGroup: EcsOperation<'DeleteAutoProvisioningGroup'> = (
  request,
  context,
) => {
  const group = requireGroup(context, request.autoProvisioningGroupId);
  context.tables.autoProvisioningGroups.update(group.id, {
    status: 'deleted-running',
    terminateInstances: request.terminateInstances ?? group.terminateInstances,
  });
  context.schedule(provisioningDelay, 'auto-provisioning-group.deleted', group.id);
  return {};
};
