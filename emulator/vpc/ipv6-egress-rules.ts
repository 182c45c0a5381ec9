import type { Transitions, VpcOperation } from '../context.ts';
import { readChoice } from '../ecs/choices.ts';
import { equals, matchesAll } from '../ecs/filters.ts';
import { page } from '../ecs/paging.ts';
import type { Ipv6EgressOnlyRule } from '../state/rows/gateways.ts';
import { becomes } from '../status-change.ts';
import { fault } from '../wire/fault.ts';
import { requireIpv6Address } from './ipv6-address-rows.ts';
import { found, requireIpv6Gateway } from './lookup.ts';
import { readText } from './names.ts';
import { newRow } from './new-row.ts';

/** Lifelike time until a rule is Available; milliseconds. */
const creationTime = 2_000;

const available = 'ipv6-egress-only-rule.available';

/** Lets an address reach the internet without being reached from there. */
export const createIpv6EgressOnlyRule: VpcOperation<'CreateIpv6EgressOnlyRule'> = (request, context) => {
  const gateway = requireIpv6Gateway(context, request.ipv6GatewayId);
  readChoice('InstanceType', request.instanceType, ['Ipv6Address']);
  const address = requireIpv6Address(context, request.instanceId);
  if (address.vpcId !== gateway.vpcId) throw fault('ResourceNotFound.Ipv6Address', { Id: address.id });
  const { ipv6EgressOnlyRules } = context.tables;
  const rules = ipv6EgressOnlyRules.by('ipv6GatewayId', gateway.id).toArray();
  if (rules.some(({ instanceId }) => instanceId === address.id)) {
    throw fault('ResourceAlreadyExist.Ipv6EgressOnlyRule', { Id: address.id });
  }
  const rule = ipv6EgressOnlyRules.insert({
    ...newRow(context, 'ipv6py'),
    status: 'Pending',
    ipv6GatewayId: gateway.id,
    name: readText('Name', request.name) ?? '',
    description: readText('Description', request.description) ?? '',
    instanceId: address.id,
  });
  context.schedule(creationTime, available, rule.id);
  return { ipv6EgressRuleId: rule.id };
};

export const deleteIpv6EgressOnlyRule: VpcOperation<'DeleteIpv6EgressOnlyRule'> = (request, context) => {
  const { ipv6EgressOnlyRuleId: id } = request;
  const { ipv6EgressOnlyRules } = context.tables;
  found(ipv6EgressOnlyRules.getOwn(id, context), 'ResourceNotFound.Ipv6EgressOnlyRule', id);
  ipv6EgressOnlyRules.delete(id);
  return {};
};

/** Lists the rules of a gateway, newest first. */
export const describeIpv6EgressOnlyRules: VpcOperation<'DescribeIpv6EgressOnlyRules'> = (
  request,
  context,
) => {
  const gateway = requireIpv6Gateway(context, request.ipv6GatewayId);
  const matches = matchesAll<Ipv6EgressOnlyRule>([
    equals(request.ipv6EgressOnlyRuleId, ({ id }) => id),
    equals(request.name, ({ name }) => name),
    equals(request.instanceId, ({ instanceId }) => instanceId),
    equals(request.instanceType, () => 'Ipv6Address'),
  ]);
  const rows = context.tables.ipv6EgressOnlyRules.by('ipv6GatewayId', gateway.id).toArray().filter(matches);
  const { items, info } = page(rows, request, context, { maxPageSize: 50 });
  const ipv6EgressOnlyRule = items.map((rule) => ({
    ipv6EgressOnlyRuleId: rule.id,
    name: rule.name,
    description: rule.description,
    status: rule.status,
    instanceId: rule.instanceId,
    instanceType: 'Ipv6Address',
  }));
  return { ...info, ipv6EgressOnlyRules: { ipv6EgressOnlyRule } };
};

export const ipv6EgressRuleTransitions: Transitions = {
  [available]: becomes(({ ipv6EgressOnlyRules }) => ipv6EgressOnlyRules, 'Available'),
};
