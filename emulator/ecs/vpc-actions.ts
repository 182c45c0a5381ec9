/**
 * The VPC actions that ECS 2014-05-26 had before VPC became a product of its own. They still answer, and
 * Packer's plugin calls them: each is the VPC product's action, less the members that came later.
 */
import type { EcsOperation } from '../context.ts';
import * as vpc from '../vpc/index.ts';

export const createVpc: EcsOperation<'CreateVpc'> = vpc.createVpc;
export const describeVpcs: EcsOperation<'DescribeVpcs'> = vpc.describeVpcs;
export const modifyVpcAttribute: EcsOperation<'ModifyVpcAttribute'> = vpc.modifyVpcAttribute;
export const deleteVpc: EcsOperation<'DeleteVpc'> = vpc.deleteVpc;

export const createVSwitch: EcsOperation<'CreateVSwitch'> = vpc.createVSwitch;
export const describeVSwitches: EcsOperation<'DescribeVSwitches'> = vpc.describeVSwitches;
export const modifyVSwitchAttribute: EcsOperation<'ModifyVSwitchAttribute'> = vpc.modifyVSwitchAttribute;
export const deleteVSwitch: EcsOperation<'DeleteVSwitch'> = vpc.deleteVSwitch;

export const allocateEipAddress: EcsOperation<'AllocateEipAddress'> = vpc.allocateEipAddress;
export const describeEipAddresses: EcsOperation<'DescribeEipAddresses'> = vpc.describeEipAddresses;
export const associateEipAddress: EcsOperation<'AssociateEipAddress'> = vpc.associateEipAddress;
export const unassociateEipAddress: EcsOperation<'UnassociateEipAddress'> = vpc.unassociateEipAddress;
export const modifyEipAddressAttribute: EcsOperation<'ModifyEipAddressAttribute'> =
  vpc.modifyEipAddressAttribute;
export const releaseEipAddress: EcsOperation<'ReleaseEipAddress'> = vpc.releaseEipAddress;

export const createHaVip: EcsOperation<'CreateHaVip'> = vpc.createHaVip;
export const describeHaVips: EcsOperation<'DescribeHaVips'> = vpc.describeHaVips;
export const associateHaVip: EcsOperation<'AssociateHaVip'> = vpc.associateHaVip;
export const unassociateHaVip: EcsOperation<'UnassociateHaVip'> = vpc.unassociateHaVip;
export const modifyHaVipAttribute: EcsOperation<'ModifyHaVipAttribute'> = vpc.modifyHaVipAttribute;
export const deleteHaVip: EcsOperation<'DeleteHaVip'> = vpc.deleteHaVip;

export const describeRouteTables: EcsOperation<'DescribeRouteTables'> = vpc.describeRouteTables;
export const createRouteEntry: EcsOperation<'CreateRouteEntry'> = vpc.createRouteEntry;
export const deleteRouteEntry: EcsOperation<'DeleteRouteEntry'> = vpc.deleteRouteEntry;
