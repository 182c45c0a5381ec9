import type { VpcOperation } from '../context.ts';
import { equals, isOneOf, matchesAll } from '../ecs/filters.ts';
import { pageByToken } from '../ecs/paging.ts';
import { readTags, tagFilter } from '../ecs/tags.ts';
import { defaultResourceGroupId } from '../resource-manager/group-lookup.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { TrafficMirrorFilter, TrafficMirrorRule } from '../state/rows/traffic-mirror.ts';
import { fault } from '../wire/fault.ts';
import { given } from './changes.ts';
import { found, requireTrafficMirrorFilter } from './lookup.ts';
import { readText } from './names.ts';
import { newRow } from './new-row.ts';
import { changedRule, newRules } from './traffic-mirror-rules.ts';
import { toVpcTagList } from './vpc-tags.ts';

/** Makes a filter, with its first rules. */
export const createTrafficMirrorFilter: VpcOperation<'CreateTrafficMirrorFilter'> = (request, context) => {
  const filter = context.tables.trafficMirrorFilters.insert({
    ...newRow(context, 'tmf'),
    trafficMirrorFilterName: readText('TrafficMirrorFilterName', request.trafficMirrorFilterName) ?? '',
    trafficMirrorFilterDescription:
      readText('TrafficMirrorFilterDescription', request.trafficMirrorFilterDescription) ?? '',
    rules: newRules(context, request, []),
    resourceGroupId: request.resourceGroupId ?? defaultResourceGroupId(context.accountId),
    tags: readTags(request.tag, context),
  });
  return { trafficMirrorFilterId: filter.id, resourceGroupId: filter.resourceGroupId };
};

/** Changes name and description. */
export const updateTrafficMirrorFilterAttribute: VpcOperation<'UpdateTrafficMirrorFilterAttribute'> = (
  request,
  context,
) => {
  const { id } = requireTrafficMirrorFilter(context, request.trafficMirrorFilterId);
  context.tables.trafficMirrorFilters.update(
    id,
    given({
      trafficMirrorFilterName: readText('TrafficMirrorFilterName', request.trafficMirrorFilterName),
      trafficMirrorFilterDescription: readText(
        'TrafficMirrorFilterDescription',
        request.trafficMirrorFilterDescription,
      ),
    }),
  );
  return {};
};

/** Deletes a filter that no session uses. */
export const deleteTrafficMirrorFilter: VpcOperation<'DeleteTrafficMirrorFilter'> = (request, context) => {
  const { id } = requireTrafficMirrorFilter(context, request.trafficMirrorFilterId);
  const { trafficMirrorFilters, trafficMirrorSessions } = context.tables;
  if (trafficMirrorSessions.by('trafficMirrorFilterId', id).count > 0) {
    throw fault('DependencyViolation.TrafficMirrorSession', { Id: id });
  }
  trafficMirrorFilters.delete(id);
  return {};
};

/** Adds rules to a filter. */
export const createTrafficMirrorFilterRules: VpcOperation<'CreateTrafficMirrorFilterRules'> = (
  request,
  context,
) => {
  const filter = requireTrafficMirrorFilter(context, request.trafficMirrorFilterId);
  const added = newRules(context, request, filter.rules);
  context.tables.trafficMirrorFilters.update(filter.id, { rules: [...filter.rules, ...added] });
  const idsOf = (direction: TrafficMirrorRule['direction']) =>
    added.filter((rule) => rule.direction === direction).map(({ id }) => ({ instanceId: id }));
  return { ingressRules: idsOf('ingress'), egressRules: idsOf('egress') };
};

/** Changes a rule, which is known by its own id alone. */
export const updateTrafficMirrorFilterRuleAttribute: VpcOperation<
  'UpdateTrafficMirrorFilterRuleAttribute'
> = (request, context) => {
  const { trafficMirrorFilterRuleId: ruleId } = request;
  const { trafficMirrorFilters } = context.tables;
  const filters = trafficMirrorFilters.list(context).toArray();
  const filter = found(
    filters.find(({ rules }) => rules.some(({ id }) => id === ruleId)),
    'ResourceNotFound.TrafficMirrorFilterRule',
    ruleId,
  );
  trafficMirrorFilters.update(filter.id, {
    rules: filter.rules.map((rule) => (rule.id === ruleId ? changedRule(rule, request, filter.rules) : rule)),
  });
  return {};
};

/** Takes rules from a filter. */
export const deleteTrafficMirrorFilterRules: VpcOperation<'DeleteTrafficMirrorFilterRules'> = (
  request,
  context,
) => {
  const filter = requireTrafficMirrorFilter(context, request.trafficMirrorFilterId);
  const { trafficMirrorFilterRuleIds: ids } = request;
  const stranger = ids.find((id) => !filter.rules.some((rule) => rule.id === id));
  if (stranger !== undefined) throw fault('ResourceNotFound.TrafficMirrorFilterRule', { Id: stranger });
  context.tables.trafficMirrorFilters.update(filter.id, {
    rules: filter.rules.filter(({ id }) => !ids.includes(id)),
  });
  return {};
};

/** Lists the caller's filters in the region, newest first. */
export const listTrafficMirrorFilters: VpcOperation<'ListTrafficMirrorFilters'> = (request, context) => {
  const matches = matchesAll<TrafficMirrorFilter>([
    isOneOf(request.trafficMirrorFilterIds, ({ id }) => id),
    equals(request.trafficMirrorFilterName, ({ trafficMirrorFilterName }) => trafficMirrorFilterName),
    equals(request.resourceGroupId, ({ resourceGroupId }) => resourceGroupId),
    tagFilter(request.tags),
  ]);
  const rows = context.tables.trafficMirrorFilters.list(context).toArray().filter(matches);
  const { items, info } = pageByToken(rows, request, context);
  return {
    ...info,
    count: items.length,
    totalCount: String(info.totalCount),
    trafficMirrorFilters: items.map(describe),
  };
};

const describe = (filter: TrafficMirrorFilter) => ({
  trafficMirrorFilterId: filter.id,
  trafficMirrorFilterName: filter.trafficMirrorFilterName,
  trafficMirrorFilterDescription: filter.trafficMirrorFilterDescription,
  trafficMirrorFilterStatus: 'Created',
  ingressRules: rulesOf(filter, 'ingress'),
  egressRules: rulesOf(filter, 'egress'),
  creationTime: toIsoSeconds(filter.createdAt),
  resourceGroupId: filter.resourceGroupId,
  tags: toVpcTagList(filter.tags),
});

const rulesOf = ({ id: filterId, rules }: TrafficMirrorFilter, wanted: TrafficMirrorRule['direction']) =>
  rules
    .filter(({ direction }) => direction === wanted)
    .sort((a, b) => a.priority - b.priority)
    .map(({ id, direction, ...rule }) => ({
      ...rule,
      trafficMirrorFilterRuleId: id,
      trafficMirrorFilterId: filterId,
      trafficMirrorFilterRuleStatus: 'Created',
      trafficDirection: direction,
    }));

/** Every account of the emulator has the service. */
export const getTrafficMirrorServiceStatus: VpcOperation<'GetTrafficMirrorServiceStatus'> = () => ({
  enabled: true,
});

/** The service is open from the start: opening it again is no error. */
export const openTrafficMirrorService: VpcOperation<'OpenTrafficMirrorService'> = () => ({
  code: '200',
  message: '',
});
