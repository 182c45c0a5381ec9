import type { Context } from '../context.ts';
import type { SecurityGroup } from '../state/rows/security-group.ts';
import { fault } from '../wire/fault.ts';

/** An own security group of the region. @throws Fault InvalidSecurityGroupId.NotFound */
export const requireSecurityGroup = (context: Context, securityGroupId: string): SecurityGroup => {
  const group = context.tables.securityGroups.getOwn(securityGroupId, context);
  if (group === undefined) {
    throw fault('InvalidSecurityGroupId.NotFound', { SecurityGroupId: securityGroupId });
  }
  return group;
};
