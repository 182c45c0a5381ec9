import type { Context, VpcOperation } from '../context.ts';
import { readChoice } from '../ecs/choices.ts';
import { equals, isOneOf, matchesAll } from '../ecs/filters.ts';
import { pageByToken } from '../ecs/paging.ts';
import { readTags, tagFilter } from '../ecs/tags.ts';
import { defaultResourceGroupId } from '../resource-manager/group-lookup.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { TrafficMirrorSession } from '../state/rows/traffic-mirror.ts';
import { fault } from '../wire/fault.ts';
import { given } from './changes.ts';
import { found, requireInterface, requireTrafficMirrorFilter } from './lookup.ts';
import { readText } from './names.ts';
import { newRow } from './new-row.ts';
import { toVpcTagList } from './vpc-tags.ts';

/** Bytes of a packet that are copied where nothing is asked for. */
const defaultPacketLength = 1500;

/** Identifiers of a virtual network have 24 bits. */
const maxVirtualNetworkId = 16_777_215;

/** Interfaces whose traffic one session copies. */
const maxSources = 10;

/** Copies what passes the filter from network interfaces to another one. */
export const createTrafficMirrorSession: VpcOperation<'CreateTrafficMirrorSession'> = (request, context) => {
  const filter = requireTrafficMirrorFilter(context, request.trafficMirrorFilterId);
  const trafficMirrorTargetType = readTargetType(request.trafficMirrorTargetType);
  checkTarget(context, trafficMirrorTargetType, request.trafficMirrorTargetId);
  checkSources(context, request.trafficMirrorSourceIds);
  const session = context.tables.trafficMirrorSessions.insert({
    ...newRow(context, 'tms'),
    trafficMirrorSessionName: readText('TrafficMirrorSessionName', request.trafficMirrorSessionName) ?? '',
    trafficMirrorSessionDescription:
      readText('TrafficMirrorSessionDescription', request.trafficMirrorSessionDescription) ?? '',
    trafficMirrorFilterId: filter.id,
    trafficMirrorSourceIds: request.trafficMirrorSourceIds,
    trafficMirrorTargetId: request.trafficMirrorTargetId,
    trafficMirrorTargetType,
    priority: readPriority(request.priority),
    virtualNetworkId: readNetworkId(request.virtualNetworkId) ?? context.randomInteger(maxVirtualNetworkId),
    packetLength: request.packetLength ?? defaultPacketLength,
    enabled: request.enabled ?? false,
    resourceGroupId: request.resourceGroupId ?? defaultResourceGroupId(context.accountId),
    tags: readTags(request.tag, context),
  });
  return { trafficMirrorSessionId: session.id, resourceGroupId: session.resourceGroupId };
};

const readTargetType = (type: string | undefined) =>
  readChoice('TrafficMirrorTargetType', type, ['NetworkInterface', 'SLB']);

/** There are no load balancers here. @throws Fault InvalidResourceId.NotFound */
const checkTarget = (
  context: Context,
  type: TrafficMirrorSession['trafficMirrorTargetType'],
  id: string,
): void => {
  if (type === 'SLB') throw fault('InvalidResourceId.NotFound', { ResourceId: id });
  requireInterface(context, id);
};

/** @throws Fault InvalidResourceId.NotFound, QuotaExceeded.TrafficMirrorSource */
const checkSources = (context: Context, ids: readonly string[]): void => {
  if (ids.length > maxSources) throw fault('QuotaExceeded.TrafficMirrorSource', { Limit: maxSources });
  for (const id of ids) requireInterface(context, id);
};

/** From 1 to 32,766 (API page CreateTrafficMirrorSession). @throws Fault InvalidParameter */
const readPriority = (priority: number): number => {
  if (Number.isInteger(priority) && priority >= 1 && priority <= 32_766) return priority;
  throw fault('InvalidParameter', { Parameter: 'Priority', Reason: 'it is from 1 to 32766' });
};

const readNetworkId = (id: number | undefined): number | undefined => {
  if (id === undefined || (Number.isInteger(id) && id >= 0 && id <= maxVirtualNetworkId)) return id;
  throw fault('InvalidParameter', {
    Parameter: 'VirtualNetworkId',
    Reason: `it is from 0 to ${maxVirtualNetworkId}`,
  });
};

/** @throws Fault ResourceNotFound.TrafficMirrorSession */
const requireSession = (context: Context, id: string): TrafficMirrorSession =>
  found(
    context.tables.trafficMirrorSessions.getOwn(id, context),
    'ResourceNotFound.TrafficMirrorSession',
    id,
  );

/** Changes what is named. */
export const updateTrafficMirrorSessionAttribute: VpcOperation<'UpdateTrafficMirrorSessionAttribute'> = (
  request,
  context,
) => {
  const session = requireSession(context, request.trafficMirrorSessionId);
  const { trafficMirrorFilterId, trafficMirrorTargetId, priority } = request;
  if (trafficMirrorFilterId !== undefined) requireTrafficMirrorFilter(context, trafficMirrorFilterId);
  const trafficMirrorTargetType = readTargetType(
    request.trafficMirrorTargetType ?? session.trafficMirrorTargetType,
  );
  if (trafficMirrorTargetId !== undefined)
    checkTarget(context, trafficMirrorTargetType, trafficMirrorTargetId);
  context.tables.trafficMirrorSessions.update(session.id, {
    trafficMirrorTargetType,
    ...given({
      trafficMirrorFilterId,
      trafficMirrorTargetId,
      trafficMirrorSessionName: readText('TrafficMirrorSessionName', request.trafficMirrorSessionName),
      trafficMirrorSessionDescription: readText(
        'TrafficMirrorSessionDescription',
        request.trafficMirrorSessionDescription,
      ),
      priority: priority === undefined ? undefined : readPriority(priority),
      virtualNetworkId: readNetworkId(request.virtualNetworkId),
      packetLength: request.packetLength,
      enabled: request.enabled,
    }),
  });
  return {};
};

/** Copies the traffic of further interfaces. */
export const addSourcesToTrafficMirrorSession: VpcOperation<'AddSourcesToTrafficMirrorSession'> = (
  request,
  context,
) => {
  const session = requireSession(context, request.trafficMirrorSessionId);
  const ids = [...new Set([...session.trafficMirrorSourceIds, ...request.trafficMirrorSourceIds])];
  checkSources(context, ids);
  context.tables.trafficMirrorSessions.update(session.id, { trafficMirrorSourceIds: ids });
  return {};
};

/** Copies the traffic of these interfaces no longer. */
export const removeSourcesFromTrafficMirrorSession: VpcOperation<'RemoveSourcesFromTrafficMirrorSession'> = (
  request,
  context,
) => {
  const session = requireSession(context, request.trafficMirrorSessionId);
  const { trafficMirrorSourceIds: removed } = request;
  context.tables.trafficMirrorSessions.update(session.id, {
    trafficMirrorSourceIds: session.trafficMirrorSourceIds.filter((id) => !removed.includes(id)),
  });
  return {};
};

export const deleteTrafficMirrorSession: VpcOperation<'DeleteTrafficMirrorSession'> = (request, context) => {
  context.tables.trafficMirrorSessions.delete(requireSession(context, request.trafficMirrorSessionId).id);
  return {};
};

/** Lists the caller's sessions in the region, newest first. */
export const listTrafficMirrorSessions: VpcOperation<'ListTrafficMirrorSessions'> = (request, context) => {
  const { enabled, priority, virtualNetworkId, trafficMirrorSourceId = '' } = request;
  const matches = matchesAll<TrafficMirrorSession>([
    isOneOf(request.trafficMirrorSessionIds, ({ id }) => id),
    equals(request.trafficMirrorSessionName, ({ trafficMirrorSessionName }) => trafficMirrorSessionName),
    equals(request.trafficMirrorFilterId, ({ trafficMirrorFilterId }) => trafficMirrorFilterId),
    equals(request.trafficMirrorTargetId, ({ trafficMirrorTargetId }) => trafficMirrorTargetId),
    equals(request.resourceGroupId, ({ resourceGroupId }) => resourceGroupId),
    trafficMirrorSourceId === ''
      ? undefined
      : ({ trafficMirrorSourceIds }) => trafficMirrorSourceIds.includes(trafficMirrorSourceId),
    enabled === undefined ? undefined : (session) => session.enabled === enabled,
    priority === undefined ? undefined : (session) => session.priority === priority,
    virtualNetworkId === undefined ? undefined : (session) => session.virtualNetworkId === virtualNetworkId,
    tagFilter(request.tags),
  ]);
  const rows = context.tables.trafficMirrorSessions.list(context).toArray().filter(matches);
  const { items, info } = pageByToken(rows, request, context);
  return {
    nextToken: info.nextToken,
    totalCount: String(info.totalCount),
    trafficMirrorSessions: items.map(describe),
  };
};

const describe = (session: TrafficMirrorSession) => ({
  trafficMirrorSessionId: session.id,
  trafficMirrorSessionName: session.trafficMirrorSessionName,
  trafficMirrorSessionDescription: session.trafficMirrorSessionDescription,
  trafficMirrorSessionStatus: 'Created',
  trafficMirrorSessionBusinessStatus: 'Normal',
  trafficMirrorFilterId: session.trafficMirrorFilterId,
  trafficMirrorSourceIds: [...session.trafficMirrorSourceIds],
  trafficMirrorTargetId: session.trafficMirrorTargetId,
  trafficMirrorTargetType: session.trafficMirrorTargetType,
  priority: session.priority,
  virtualNetworkId: session.virtualNetworkId,
  packetLength: session.packetLength,
  enabled: session.enabled,
  creationTime: toIsoSeconds(session.createdAt),
  resourceGroupId: session.resourceGroupId,
  tags: toVpcTagList(session.tags),
});
