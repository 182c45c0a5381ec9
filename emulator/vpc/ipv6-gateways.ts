import type { Transitions, VpcOperation } from '../context.ts';
import { equals, matchesAll } from '../ecs/filters.ts';
import { page } from '../ecs/paging.ts';
import { readTags, tagFilter } from '../ecs/tags.ts';
import { defaultResourceGroupId } from '../resource-manager/group-lookup.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { Ipv6Gateway } from '../state/rows/gateways.ts';
import { becomes } from '../status-change.ts';
import { fault } from '../wire/fault.ts';
import { given } from './changes.ts';
import { requireIpv6Gateway, requireVpc } from './lookup.ts';
import { readText } from './names.ts';
import { newRow } from './new-row.ts';
import { toVpcTagList } from './vpc-tags.ts';

/** Lifelike time until a gateway is Available; milliseconds. */
const creationTime = 3_000;

const available = 'ipv6-gateway.available';

/** Makes the IPv6 gateway of a VPC that has an IPv6 block; there is one in a VPC. */
export const createIpv6Gateway: VpcOperation<'CreateIpv6Gateway'> = (request, context) => {
  const vpc = requireVpc(context, request.vpcId);
  const { ipv6Gateways } = context.tables;
  if (!vpc.enabledIpv6) throw fault('OperationUnsupported.Ipv6Feature', { Id: vpc.id });
  if (ipv6Gateways.by('vpcId', vpc.id).count > 0)
    throw fault('ResourceAlreadyExist.Ipv6Gateway', { Id: vpc.id });
  const gateway = ipv6Gateways.insert({
    ...newRow(context, 'ipv6gw'),
    status: 'Pending',
    name: readText('Name', request.name) ?? '',
    description: readText('Description', request.description) ?? '',
    vpcId: vpc.id,
    resourceGroupId: request.resourceGroupId ?? defaultResourceGroupId(context.accountId),
    tags: readTags(request.tag, context),
  });
  context.schedule(creationTime, available, gateway.id);
  return { ipv6GatewayId: gateway.id, resourceGroupId: gateway.resourceGroupId };
};

/** Changes name and description. */
export const modifyIpv6GatewayAttribute: VpcOperation<'ModifyIpv6GatewayAttribute'> = (request, context) => {
  const { id } = requireIpv6Gateway(context, request.ipv6GatewayId);
  context.tables.ipv6Gateways.update(
    id,
    given({
      name: readText('Name', request.name),
      description: readText('Description', request.description),
    }),
  );
  return {};
};

/** Deletes a gateway through which no address reaches the internet. */
export const deleteIpv6Gateway: VpcOperation<'DeleteIpv6Gateway'> = ({ ipv6GatewayId }, context) => {
  const { id } = requireIpv6Gateway(context, ipv6GatewayId);
  const { ipv6Gateways, ipv6EgressOnlyRules, ipv6InternetBandwidths } = context.tables;
  if (ipv6EgressOnlyRules.by('ipv6GatewayId', id).count > 0) {
    throw fault('DependencyViolation.Ipv6EgressOnlyRule', { Id: id });
  }
  if (ipv6InternetBandwidths.by('ipv6GatewayId', id).count > 0) {
    throw fault('DependencyViolation.Ipv6InternetBandwidth', { Id: id });
  }
  ipv6Gateways.delete(id);
  return {};
};

/** All that is known of one gateway. */
export const describeIpv6GatewayAttribute: VpcOperation<'DescribeIpv6GatewayAttribute'> = (
  { ipv6GatewayId },
  context,
) => ({ ...describe(requireIpv6Gateway(context, ipv6GatewayId)), gatewayRouteTableId: '' });

/** Lists the caller's IPv6 gateways in the region, newest first. */
export const describeIpv6Gateways: VpcOperation<'DescribeIpv6Gateways'> = (request, context) => {
  const matches = matchesAll<Ipv6Gateway>([
    equals(request.ipv6GatewayId, ({ id }) => id),
    equals(request.name, ({ name }) => name),
    equals(request.vpcId, ({ vpcId }) => vpcId),
    equals(request.resourceGroupId, ({ resourceGroupId }) => resourceGroupId),
    tagFilter(request.tags),
  ]);
  const rows = context.tables.ipv6Gateways.list(context).toArray().filter(matches);
  const { items, info } = page(rows, request, context, { maxPageSize: 50 });
  return { ...info, ipv6Gateways: { ipv6Gateway: items.map(describe) } };
};

const describe = (gateway: Ipv6Gateway) => ({
  ipv6GatewayId: gateway.id,
  name: gateway.name,
  description: gateway.description,
  status: gateway.status,
  businessStatus: 'Normal',
  instanceChargeType: 'PostPaid',
  expiredTime: '',
  vpcId: gateway.vpcId,
  regionId: gateway.regionId,
  ownerId: Number(gateway.accountId),
  creationTime: toIsoSeconds(gateway.createdAt),
  resourceGroupId: gateway.resourceGroupId,
  tags: { tag: toVpcTagList(gateway.tags) },
});

export const ipv6GatewayTransitions: Transitions = {
  [available]: becomes(({ ipv6Gateways }) => ipv6Gateways, 'Available'),
};
