import type { Context } from '../context.ts';
import { fault } from '../wire/fault.ts';

/** What a next hop must be: the caller's, in the VPC of the route table. */
type Finder = (id: string, context: Context) => { readonly vpcId: string } | undefined;

/** Types of next hops that there are here (API page CreateRouteEntry, NextHopType). */
const finders: Readonly<Record<string, Finder>> = {
  Instance: (id, context) => context.tables.instances.getOwn(id, context),
  NetworkInterface: (id, context) => context.tables.networkInterfaces.getOwn(id, context),
  HaVip: (id, context) => context.tables.haVips.getOwn(id, context),
  NatGateway: (id, context) => context.tables.natGateways.getOwn(id, context),
  Ipv4Gateway: (id, context) => context.tables.ipv4Gateways.getOwn(id, context),
  IPv6Gateway: (id, context) => context.tables.ipv6Gateways.getOwn(id, context),
};

/** Types of which there is nothing here, so that no id is one. */
const withoutRows: ReadonlySet<string> = new Set([
  'Tunnel',
  'RouterInterface',
  'VpnGateway',
  'Attachment',
  'VpcPeer',
  'Ecr',
  'GatewayEndpoint',
  'GatewayLoadBalancerEndpoint',
]);

/** @throws Fault InvalidNextHopType, InvalidNextHop.NotFound */
export const checkNextHop = (context: Context, vpcId: string, type: string, id: string): void => {
  const finder = finders[type];
  if (finder === undefined && !withoutRows.has(type)) throw fault('InvalidNextHopType', { Type: type });
  if (finder?.(id, context)?.vpcId !== vpcId) throw fault('InvalidNextHop.NotFound', { Id: id });
};
