import type { Context, Transitions, VpcOperation } from '../context.ts';
import { readChoice } from '../ecs/choices.ts';
import { equals, matchesAll } from '../ecs/filters.ts';
import { page } from '../ecs/paging.ts';
import { readTags, tagFilter } from '../ecs/tags.ts';
import { defaultResourceGroupId } from '../resource-manager/group-lookup.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { FlowLog } from '../state/rows/vpc-options.ts';
import { fault } from '../wire/fault.ts';
import { given } from './changes.ts';
import { found, requireInterface, requireVpc, requireVSwitch } from './lookup.ts';
import { readText } from './names.ts';
import { newRow } from './new-row.ts';
import { toVpcTagList } from './vpc-tags.ts';

/** Lifelike time until a flow log records; milliseconds. */
const activationTime = 5_000;

const active = 'flow-log.active';

type CreateRequest = Parameters<VpcOperation<'CreateFlowLog'>>[0];

/** Records the traffic of a VPC, a VSwitch or a network interface in a store of Log Service. */
export const createFlowLog: VpcOperation<'CreateFlowLog'> = (request, context) => {
  for (const [Parameter, value = ''] of [
    ['ProjectName', request.projectName],
    ['LogStoreName', request.logStoreName],
  ] as const) {
    if (value === '') throw fault('MissingParameter', { Parameter });
  }
  const log = context.tables.flowLogs.insert({
    ...newRow(context, 'fl'),
    status: 'Activating',
    flowLogName: readText('FlowLogName', request.flowLogName) ?? '',
    description: readText('Description', request.description) ?? '',
    ...readResource(request, context),
    trafficType: readChoice('TrafficType', request.trafficType, ['All', 'Allow', 'Drop']),
    trafficPath: request.trafficPath ?? ['all'],
    projectName: request.projectName ?? '',
    logStoreName: request.logStoreName ?? '',
    aggregationInterval: readInterval(request.aggregationInterval ?? 10),
    ipVersion: request.ipVersion ?? 'IPv4',
    logFormat: request.logFormat ?? '',
    resourceGroupId: request.resourceGroupId ?? defaultResourceGroupId(context.accountId),
    tags: readTags(request.tag, context),
  });
  context.schedule(activationTime, active, log.id);
  return { flowLogId: log.id, resourceGroupId: log.resourceGroupId, success: 'true' };
};

/** @throws Fault InvalidParameter, InvalidVpcId.NotFound, InvalidVSwitchId.NotFound, InvalidResourceId.NotFound */
const readResource = (
  { resourceId, resourceType: type }: CreateRequest,
  context: Context,
): Pick<FlowLog, 'resourceId' | 'resourceType' | 'vpcId'> => {
  const resourceType = readChoice('ResourceType', type, ['VPC', 'VSwitch', 'NetworkInterface']);
  switch (resourceType) {
    case 'VPC':
      return { resourceType, resourceId, vpcId: requireVpc(context, resourceId).id };
    case 'VSwitch':
      return { resourceType, resourceId, vpcId: requireVSwitch(context, resourceId).vpcId };
    case 'NetworkInterface':
      return { resourceType, resourceId, vpcId: requireInterface(context, resourceId).vpcId };
  }
};

/** Minutes over which traffic is summed up (API page CreateFlowLog). @throws Fault InvalidParameter */
const readInterval = (minutes: number): number => {
  if (minutes === 1 || minutes === 5 || minutes === 10) return minutes;
  throw fault('InvalidParameter', { Parameter: 'AggregationInterval', Reason: 'it is 1, 5 or 10' });
};

/** @throws Fault ResourceNotFound.FlowLog */
const requireLog = (context: Context, id: string): FlowLog =>
  found(context.tables.flowLogs.getOwn(id, context), 'ResourceNotFound.FlowLog', id);

/** Changes what is named. */
export const modifyFlowLogAttribute: VpcOperation<'ModifyFlowLogAttribute'> = (request, context) => {
  const { id } = requireLog(context, request.flowLogId);
  const { aggregationInterval } = request;
  context.tables.flowLogs.update(
    id,
    given({
      flowLogName: readText('FlowLogName', request.flowLogName),
      description: readText('Description', request.description),
      aggregationInterval: aggregationInterval === undefined ? undefined : readInterval(aggregationInterval),
      ipVersion: request.ipVersion,
      logFormat: request.logFormat,
    }),
  );
  return { success: 'true' };
};

/** Records again. */
export const activeFlowLog: VpcOperation<'ActiveFlowLog'> = ({ flowLogId }, context) => {
  const { id } = requireLog(context, flowLogId);
  context.tables.flowLogs.update(id, { status: 'Activating' });
  context.schedule(activationTime, active, id);
  return { success: 'true' };
};

/** Records no longer. */
export const deactiveFlowLog: VpcOperation<'DeactiveFlowLog'> = ({ flowLogId }, context) => {
  context.tables.flowLogs.update(requireLog(context, flowLogId).id, { status: 'Inactive' });
  return { success: 'true' };
};

export const deleteFlowLog: VpcOperation<'DeleteFlowLog'> = ({ flowLogId }, context) => {
  context.tables.flowLogs.delete(requireLog(context, flowLogId).id);
  return { success: 'true' };
};

/** Lists the caller's flow logs in the region, newest first. */
export const describeFlowLogs: VpcOperation<'DescribeFlowLogs'> = (request, context) => {
  const matches = matchesAll<FlowLog>([
    equals(request.flowLogId, ({ id }) => id),
    equals(request.flowLogName, ({ flowLogName }) => flowLogName),
    equals(request.description, ({ description }) => description),
    equals(request.projectName, ({ projectName }) => projectName),
    equals(request.logStoreName, ({ logStoreName }) => logStoreName),
    equals(request.resourceType, ({ resourceType }) => resourceType),
    equals(request.resourceId, ({ resourceId }) => resourceId),
    equals(request.vpcId, ({ vpcId }) => vpcId),
    equals(request.trafficType, ({ trafficType }) => trafficType),
    equals(request.status, ({ status }) => status),
    equals(request.resourceGroupId, ({ resourceGroupId }) => resourceGroupId),
    tagFilter(request.tags),
  ]);
  const rows = context.tables.flowLogs.list(context).toArray().filter(matches);
  const { items, info } = page(rows, request, context, { maxPageSize: 50 });
  return {
    pageNumber: String(info.pageNumber),
    pageSize: String(info.pageSize),
    totalCount: String(info.totalCount),
    success: 'true',
    flowLogs: { flowLog: items.map(describe) },
  };
};

const describe = (log: FlowLog) => ({
  flowLogId: log.id,
  flowLogName: log.flowLogName,
  description: log.description,
  status: log.status,
  businessStatus: 'Normal',
  resourceType: log.resourceType,
  resourceId: log.resourceId,
  trafficType: log.trafficType,
  trafficPath: { trafficPathList: [...log.trafficPath] },
  projectName: log.projectName,
  logStoreName: log.logStoreName,
  aggregationInterval: log.aggregationInterval,
  ipVersion: log.ipVersion,
  logFormat: log.logFormat,
  flowLogDeliverStatus: log.status === 'Active' ? 'SUCCESS' : '',
  flowLogDeliverErrorMessage: '',
  serviceType: '',
  regionId: log.regionId,
  creationTime: toIsoSeconds(log.createdAt),
  resourceGroupId: log.resourceGroupId,
  tags: { tag: toVpcTagList(log.tags) },
});

/** Every account of the emulator has the service. */
export const getFlowLogServiceStatus: VpcOperation<'GetFlowLogServiceStatus'> = () => ({ enabled: true });

/** The service is open from the start: opening it again is no error. */
export const openFlowLogService: VpcOperation<'OpenFlowLogService'> = () => ({ code: '200', message: '' });

export const flowLogTransitions: Transitions = {
  [active]: (id, { tables }) => {
    if (tables.flowLogs.get(id)?.status === 'Activating') tables.flowLogs.update(id, { status: 'Active' });
  },
};
