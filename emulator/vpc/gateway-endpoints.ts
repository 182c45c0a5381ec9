import type { Context, Transitions, VpcOperation } from '../context.ts';
import { equals, matchesAll } from '../ecs/filters.ts';
import { pageByToken } from '../ecs/paging.ts';
import { readTags, tagFilter } from '../ecs/tags.ts';
import { defaultResourceGroupId } from '../resource-manager/group-lookup.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { GatewayEndpoint } from '../state/rows/vpc-options.ts';
import { becomes } from '../status-change.ts';
import { fault } from '../wire/fault.ts';
import { given } from './changes.ts';
import { found, requireRouteTable, requireVpc } from './lookup.ts';
import { readText } from './names.ts';
import { newRow } from './new-row.ts';
import { toVpcTagList } from './vpc-tags.ts';

/** Lifelike time until a change of an endpoint is done; milliseconds. */
const changeTime = 3_000;

const created = 'gateway-endpoint.created';

/** Lets everybody do everything, as an endpoint does that names no policy. */
const openPolicy = JSON.stringify({
  Version: '1',
  Statement: [{ Effect: 'Allow', Action: ['*'], Resource: ['*'], Principal: ['*'] }],
});

/** Services that have gateway endpoints: OSS (API page ListVpcEndpointServicesByEndUser). */
const servicesOf = ({ regionId }: Context) => [
  {
    serviceName: `com.aliyun.${regionId}.oss`,
    serviceDomain: `oss-${regionId}-internal.aliyuncs.com`,
    serviceId: `epsrv-${regionId}-oss`,
    supportPolicy: true,
    defaultPolicyDocument: openPolicy,
  },
];

export const listVpcEndpointServicesByEndUser: VpcOperation<'ListVpcEndpointServicesByEndUser'> = (
  request,
  context,
) => {
  const matches = matchesAll([
    equals(request.serviceName, ({ serviceName }: { serviceName: string }) => serviceName),
  ]);
  const { items, info } = pageByToken(servicesOf(context).filter(matches), request, context);
  return { ...info, totalCount: String(info.totalCount), services: items };
};

/** Makes an endpoint of a service in a VPC. */
export const createVpcGatewayEndpoint: VpcOperation<'CreateVpcGatewayEndpoint'> = (request, context) => {
  const vpc = requireVpc(context, request.vpcId);
  const { serviceName } = request;
  if (!servicesOf(context).some((service) => service.serviceName === serviceName)) {
    throw fault('ResourceNotFound.EndpointService', { Id: serviceName });
  }
  const endpoint = context.tables.gatewayEndpoints.insert({
    ...newRow(context, 'vpce'),
    status: 'Creating',
    endpointName: readText('EndpointName', request.endpointName) ?? '',
    endpointDescription: readText('EndpointDescription', request.endpointDescription) ?? '',
    serviceName,
    vpcId: vpc.id,
    policyDocument: request.policyDocument ?? openPolicy,
    routeTableIds: [],
    resourceGroupId: request.resourceGroupId ?? defaultResourceGroupId(context.accountId),
    tags: readTags(request.tag, context),
  });
  context.schedule(changeTime, created, endpoint.id);
  return {
    endpointId: endpoint.id,
    endpointName: endpoint.endpointName,
    serviceName,
    creationTime: toIsoSeconds(endpoint.createdAt),
    resourceGroupId: endpoint.resourceGroupId,
  };
};

/** @throws Fault ResourceNotFound.GatewayEndpoint */
const requireEndpoint = (context: Context, id: string): GatewayEndpoint =>
  found(context.tables.gatewayEndpoints.getOwn(id, context), 'ResourceNotFound.GatewayEndpoint', id);

/** @throws Fault IncorrectStatus.GatewayEndpoint while something is happening to it */
const requireResting = (context: Context, endpointId: string): GatewayEndpoint => {
  const endpoint = requireEndpoint(context, endpointId);
  if (endpoint.status !== 'Created') {
    throw fault('IncorrectStatus.GatewayEndpoint', { Id: endpoint.id, Status: endpoint.status });
  }
  return endpoint;
};

/** Changes what is named. */
export const updateVpcGatewayEndpointAttribute: VpcOperation<'UpdateVpcGatewayEndpointAttribute'> = (
  request,
  context,
) => {
  const { id } = requireEndpoint(context, request.endpointId);
  context.tables.gatewayEndpoints.update(
    id,
    given({
      endpointName: readText('EndpointName', request.endpointName),
      endpointDescription: readText('EndpointDescription', request.endpointDescription),
      policyDocument: request.policyDocument,
    }),
  );
  return {};
};

/** Has the route tables lead to the service through the endpoint. */
export const associateRouteTablesWithVpcGatewayEndpoint: VpcOperation<
  'AssociateRouteTablesWithVpcGatewayEndpoint'
> = (request, context) => {
  const endpoint = requireResting(context, request.endpointId);
  for (const id of request.routeTableIds) {
    if (requireRouteTable(context, id).vpcId !== endpoint.vpcId) {
      throw fault('InvalidRouteTableId.NotFound', { RouteTableId: id });
    }
    if (endpoint.routeTableIds.includes(id)) throw fault('InvalidAssociation.Duplicated', { InstanceId: id });
  }
  context.tables.gatewayEndpoints.update(endpoint.id, {
    status: 'Associating',
    routeTableIds: [...endpoint.routeTableIds, ...request.routeTableIds],
  });
  context.schedule(changeTime, created, endpoint.id);
  return {};
};

export const dissociateRouteTablesFromVpcGatewayEndpoint: VpcOperation<
  'DissociateRouteTablesFromVpcGatewayEndpoint'
> = (request, context) => {
  const endpoint = requireResting(context, request.endpointId);
  const { routeTableIds } = request;
  if (!routeTableIds.every((id) => endpoint.routeTableIds.includes(id))) {
    throw fault('InvalidAssociation.NotExists', { Id: endpoint.id });
  }
  context.tables.gatewayEndpoints.update(endpoint.id, {
    status: 'Dissociating',
    routeTableIds: endpoint.routeTableIds.filter((id) => !routeTableIds.includes(id)),
  });
  context.schedule(changeTime, created, endpoint.id);
  return {};
};

/** Deletes an endpoint to which no route table leads. */
export const deleteVpcGatewayEndpoint: VpcOperation<'DeleteVpcGatewayEndpoint'> = (
  { endpointId },
  context,
) => {
  const endpoint = requireEndpoint(context, endpointId);
  if (endpoint.routeTableIds.length > 0) throw fault('DependencyViolation.RouteTable', { Id: endpoint.id });
  context.tables.gatewayEndpoints.delete(endpoint.id);
  return {};
};

/** All that is known of one endpoint. */
export const getVpcGatewayEndpointAttribute: VpcOperation<'GetVpcGatewayEndpointAttribute'> = (
  { endpointId },
  context,
) => {
  const endpoint = requireEndpoint(context, endpointId);
  return { ...describe(endpoint), routeTables: [...endpoint.routeTableIds] };
};

/** Lists the caller's endpoints in the region, newest first. */
export const listVpcGatewayEndpoints: VpcOperation<'ListVpcGatewayEndpoints'> = (request, context) => {
  const matches = matchesAll<GatewayEndpoint>([
    equals(request.endpointId, ({ id }) => id),
    equals(request.endpointName, ({ endpointName }) => endpointName),
    equals(request.serviceName, ({ serviceName }) => serviceName),
    equals(request.vpcId, ({ vpcId }) => vpcId),
    equals(request.resourceGroupId, ({ resourceGroupId }) => resourceGroupId),
    tagFilter(request.tags),
  ]);
  const rows = context.tables.gatewayEndpoints.list(context).toArray().filter(matches);
  const { items, info } = pageByToken(rows, request, context);
  return {
    ...info,
    endpoints: items.map((endpoint) => ({
      ...describe(endpoint),
      associatedRouteTables: [...endpoint.routeTableIds],
    })),
  };
};

const describe = (endpoint: GatewayEndpoint) => ({
  endpointId: endpoint.id,
  endpointName: endpoint.endpointName,
  endpointDescription: endpoint.endpointDescription,
  endpointStatus: endpoint.status,
  serviceName: endpoint.serviceName,
  vpcId: endpoint.vpcId,
  policyDocument: endpoint.policyDocument,
  creationTime: toIsoSeconds(endpoint.createdAt),
  resourceGroupId: endpoint.resourceGroupId,
  tags: toVpcTagList(endpoint.tags),
});

export const gatewayEndpointTransitions: Transitions = {
  [created]: becomes(({ gatewayEndpoints }) => gatewayEndpoints, 'Created'),
};
