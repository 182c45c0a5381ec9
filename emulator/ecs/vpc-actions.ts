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
