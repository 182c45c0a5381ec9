import { findRegion } from '../catalog/regions.ts';
import type { Context, EcsOperation } from '../context.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { DeploymentSet } from '../state/rows/deployment.ts';
import { fault } from '../wire/fault.ts';
import { perZone, roomIn } from './deployment-set-lookup.ts';
import { readIds } from './id-lists.ts';
import { checkDescription, isResourceName } from './names.ts';
import { page } from './paging.ts';

const strategies = ['Availability', 'AvailabilityGroup', 'LowLatency'] as const;

/** Makes a set whose instances are spread over hosts. Domain and granularity are what they always are. */
export const createDeploymentSet: EcsOperation<'CreateDeploymentSet'> = (request, context) => {
  const { deploymentSetName = '', description = '', groupCount = 3 } = request;
  checkTexts(deploymentSetName, description);
  const asked = request.strategy === undefined || request.strategy === '' ? 'Availability' : request.strategy;
  const strategy = strategies.find((name) => name.toLowerCase() === asked.toLowerCase());
  if (strategy === undefined) throw fault('InvalidParameter.Strategy', { Value: asked });
  if (!['', 'default'].includes((request.domain ?? '').toLowerCase())) {
    throw fault('InvalidParameter.Domain', { Value: request.domain });
  }
  if (!['', 'host'].includes((request.granularity ?? '').toLowerCase())) {
    throw fault('InvalidParameter.granularity', { Value: request.granularity });
  }
  if (groupCount < 1 || groupCount > 7) {
    throw fault('InvalidParameter', { Parameter: 'GroupCount', Reason: 'it must be from 1 to 7' });
  }
  const set = context.tables.deploymentSets.insert({
    id: context.newId('ds'),
    accountId: context.accountId,
    regionId: context.regionId,
    deploymentSetName,
    description,
    strategy,
    groupCount: strategy === 'AvailabilityGroup' ? groupCount : 0,
    onUnableToRedeployFailedInstance: request.onUnableToRedeployFailedInstance ?? 'CancelMembershipAndStart',
    createdAt: context.now,
  });
  return { deploymentSetId: set.id };
};

const checkTexts = (name: string, description: string): void => {
  if (name !== '' && !isResourceName(name)) throw fault('InvalidDeploymentSetName.Malformed', { Name: name });
  checkDescription(description);
};

export const modifyDeploymentSetAttribute: EcsOperation<'ModifyDeploymentSetAttribute'> = (
  request,
  context,
) => {
  const set = requireSet(context, request.deploymentSetId);
  const { deploymentSetName = '', description = '' } = request;
  checkTexts(deploymentSetName, description);
  context.tables.deploymentSets.update(set.id, {
    deploymentSetName: deploymentSetName || set.deploymentSetName,
    description: request.description ?? set.description,
  });
  return {};
};

/** Deletes a set that has no instances. */
export const deleteDeploymentSet: EcsOperation<'DeleteDeploymentSet'> = (request, context) => {
  const set = requireSet(context, request.deploymentSetId);
  if (context.tables.instances.by('deploymentSetId', set.id).count > 0) {
    throw fault('DependencyViolation.NotEmpty', { Id: set.id });
  }
  context.tables.deploymentSets.delete(set.id);
  return {};
};

/** @throws Fault InvalidDeploymentSetId.NotFound */
const requireSet = (context: Context, id: string): DeploymentSet => {
  const set = context.tables.deploymentSets.getOwn(id, context);
  if (set === undefined) throw fault('InvalidDeploymentSetId.NotFound', { Id: id });
  return set;
};

export const describeDeploymentSets: EcsOperation<'DescribeDeploymentSets'> = (request, context) => {
  const { deploymentSets } = context.tables;
  const { deploymentSetIds = '', deploymentSetName = '', strategy = '' } = request;
  const malformed = (): ReturnType<typeof fault> =>
    fault('InvalidParameter', { Parameter: 'DeploymentSetIds', Reason: 'it must be a JSON list of ids' });
  const ids = deploymentSetIds === '' ? undefined : readIds(deploymentSetIds, malformed);
  if (ids !== undefined && ids.length > 100) throw fault('InvalidDeploymentSetIds.TooManyInput');
  const found = (
    ids?.flatMap((id) => deploymentSets.getOwn(id, context) ?? []) ?? [...deploymentSets.list(context)]
  ).filter(
    (set) =>
      (deploymentSetName === '' || set.deploymentSetName === deploymentSetName) &&
      (strategy === '' || set.strategy === strategy),
  );
  const { items, info } = page(found, request, context, { maxPageSize: 50 });
  return {
    pageNumber: info.pageNumber,
    pageSize: info.pageSize,
    totalCount: info.totalCount,
    regionId: context.regionId,
    deploymentSets: { deploymentSet: items.map((set) => describe(set, context)) },
  };
};

/** The strategy's older name, which DescribeDeploymentSets tells besides. */
const olderNames = {
  Availability: 'StrictDispersion',
  AvailabilityGroup: 'StrictDispersion',
  LowLatency: 'LooseAggregation',
};

const describe = (set: DeploymentSet, context: Context) => {
  const instances = [...context.tables.instances.by('deploymentSetId', set.id)];
  const zones = findRegion(context.regionId)?.zones ?? [];
  return {
    deploymentSetId: set.id,
    deploymentSetName: set.deploymentSetName,
    deploymentSetDescription: set.description,
    deploymentStrategy: set.strategy,
    strategy: olderNames[set.strategy],
    domain: 'default',
    granularity: 'host',
    groupCount: set.groupCount === 0 ? undefined : set.groupCount,
    accountId: Number(set.accountId),
    creationTime: toIsoSeconds(set.createdAt),
    instanceAmount: instances.length,
    instanceIds: { instanceId: instances.map(({ id }) => id) },
    capacities: {
      capacity: zones.map(({ zoneId }) => {
        const room = roomIn(context, set, zoneId);
        return { zoneId, availableAmount: room, usedAmount: perZone(context, set) - room };
      }),
    },
  };
};

/** Families that are spread by deployment sets (limits page, "Deployment set limits"). */
const supportedFamilies =
  'ecs.c6,ecs.g6,ecs.r6,ecs.c5,ecs.g5,ecs.ic5,ecs.r5,ecs.hfc6,ecs.hfg6,ecs.hfr6,ecs.hfc5,ecs.hfg5,' +
  'ecs.d2,ecs.d2s,ecs.d2c,ecs.d1,ecs.d1ne,ecs.i2,ecs.i2g,ecs.i1,ecs.se1ne,ecs.sn1ne,ecs.sn2ne';

export const describeDeploymentSetSupportedInstanceTypeFamily: EcsOperation<
  'DescribeDeploymentSetSupportedInstanceTypeFamily'
> = () => ({ instanceTypeFamilies: supportedFamilies });
