import type { Context } from '../context.ts';
import type { RouteTable, Vpc, VSwitch } from '../state/rows/network.ts';
import { fault } from '../wire/fault.ts';

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
