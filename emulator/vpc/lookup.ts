import type { Context } from '../context.ts';
import type { CommonBandwidthPackage } from '../state/rows/common-bandwidth-package.ts';
import type { Eip } from '../state/rows/eip.ts';
import type { Ipv4Gateway, Ipv6Gateway } from '../state/rows/gateways.ts';
import type { HaVip } from '../state/rows/ha-vip.ts';
import type { NetworkAcl } from '../state/rows/network-acl.ts';
import type { NetworkInterface } from '../state/rows/network-interface.ts';
import type { NatGateway } from '../state/rows/nat-gateway.ts';
import type { RouteTable, Vpc, VSwitch } from '../state/rows/network.ts';
import type { TrafficMirrorFilter } from '../state/rows/traffic-mirror.ts';
import { fault } from '../wire/fault.ts';
import type { ErrorCode } from '../wire/fault.ts';

/** The caller's VPC in this region. @throws Fault InvalidVpcId.NotFound */
export const requireVpc = (context: Context, vpcId: string): Vpc => {
  const vpc = context.tables.vpcs.getOwn(vpcId, context);
  if (vpc === undefined) throw fault('InvalidVpcId.NotFound', { VpcId: vpcId });
  return vpc;
};

/** The caller's VSwitch in this region. @throws Fault InvalidVSwitchId.NotFound */
export const requireVSwitch = (context: Context, vswitchId: string): VSwitch => {
  const vswitch = context.tables.vswitches.getOwn(vswitchId, context);
  if (vswitch === undefined) throw fault('InvalidVSwitchId.NotFound', { VSwitchId: vswitchId });
  return vswitch;
};

/** The caller's route table in this region. @throws Fault InvalidRouteTableId.NotFound */
export const requireRouteTable = (context: Context, routeTableId: string): RouteTable => {
  const table = context.tables.routeTables.getOwn(routeTableId, context);
  if (table === undefined) throw fault('InvalidRouteTableId.NotFound', { RouteTableId: routeTableId });
  return table;
};

/**
 * A row that a request names.
 * @param code its message has the placeholder {Id}
 */
export const found = <T>(row: T | undefined, code: ErrorCode, id: string): T => {
  if (row === undefined) throw fault(code, { Id: id });
  return row;
};

/** The caller's elastic IP address. @throws Fault InvalidAllocationId.NotFound */
export const requireEip = (context: Context, id: string): Eip =>
  found(context.tables.eips.getOwn(id, context), 'InvalidAllocationId.NotFound', id);

/** The caller's package of bandwidth. @throws Fault InvalidBandwidthPackageId.NotFound */
export const requireCommonBandwidthPackage = (context: Context, id: string): CommonBandwidthPackage =>
  found(context.tables.commonBandwidthPackages.getOwn(id, context), 'InvalidBandwidthPackageId.NotFound', id);

/** The caller's NAT gateway. @throws Fault InvalidNatGatewayId.NotFound */
export const requireNatGateway = (context: Context, id: string): NatGateway =>
  found(context.tables.natGateways.getOwn(id, context), 'InvalidNatGatewayId.NotFound', id);

/** The caller's HAVIP. @throws Fault InvalidHaVipId.NotFound */
export const requireHaVip = (context: Context, id: string): HaVip =>
  found(context.tables.haVips.getOwn(id, context), 'InvalidHaVipId.NotFound', id);

/** The caller's network ACL. @throws Fault InvalidNetworkAcl.NotFound */
export const requireNetworkAcl = (context: Context, id: string): NetworkAcl =>
  found(context.tables.networkAcls.getOwn(id, context), 'InvalidNetworkAcl.NotFound', id);

/** The caller's IPv4 gateway. @throws Fault ResourceNotFound.Ipv4Gateway */
export const requireIpv4Gateway = (context: Context, id: string): Ipv4Gateway =>
  found(context.tables.ipv4Gateways.getOwn(id, context), 'ResourceNotFound.Ipv4Gateway', id);

/** The caller's IPv6 gateway. @throws Fault ResourceNotFound.Ipv6Gateway */
export const requireIpv6Gateway = (context: Context, id: string): Ipv6Gateway =>
  found(context.tables.ipv6Gateways.getOwn(id, context), 'ResourceNotFound.Ipv6Gateway', id);

/** The caller's filter of mirrored traffic. @throws Fault ResourceNotFound.TrafficMirrorFilter */
export const requireTrafficMirrorFilter = (context: Context, id: string): TrafficMirrorFilter =>
  found(context.tables.trafficMirrorFilters.getOwn(id, context), 'ResourceNotFound.TrafficMirrorFilter', id);

/** The caller's network interface, named as one of several sorts of resource. @throws Fault InvalidResourceId.NotFound */
export const requireInterface = (context: Context, id: string): NetworkInterface => {
  const row = context.tables.networkInterfaces.getOwn(id, context);
  if (row === undefined) throw fault('InvalidResourceId.NotFound', { ResourceId: id });
  return row;
};
