import type { Context, EcsOperation } from '../context.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { SecurityGroup, SecurityGroupRule } from '../state/rows/security-group.ts';
import { fault } from '../wire/fault.ts';
import { page } from './paging.ts';
import { requireSecurityGroup } from './security-group-lookup.ts';

const maxRulesPerPage = 1000;

/** A security group with its rules, all of them or those of one direction. */
export const describeSecurityGroupAttribute: EcsOperation<'DescribeSecurityGroupAttribute'> = (
  request,
  context,
) => {
  const group = requireSecurityGroup(context, request.securityGroupId);
  const isAsked = ruleTest(group, request.direction, request.nicType);
  const rules = group.rules.filter(isAsked).reverse();
  const isPaged = request.maxResults !== undefined || (request.nextToken ?? '') !== '';
  const shown = isPaged
    ? page(rules, request, context, { defaultSize: 500, maxResults: maxRulesPerPage })
    : { items: rules, info: { nextToken: '' } };
  return {
    regionId: group.regionId,
    securityGroupId: group.id,
    securityGroupName: group.securityGroupName,
    description: group.description,
    vpcId: group.vpcId,
    innerAccessPolicy: group.innerAccessPolicy,
    nextToken: shown.info.nextToken,
    permissions: { permission: shown.items.map((rule) => describeRule(rule, context)) },
    snapshotPolicyIds: { snapshotPolicyId: [] },
  };
};

/**
 * All rules of a VPC's group are intranet ones, so NicType only tells apart those of the classic network.
 * The Terraform provider sends "<nil>" where its nic_type is not set.
 * @throws Fault InvalidNicType.ValueNotSupported, InvalidParameter
 */
const ruleTest = (
  { vpcId }: SecurityGroup,
  direction = '',
  nicType = '',
): ((rule: SecurityGroupRule) => boolean) => {
  if (!['', 'all', 'ingress', 'egress'].includes(direction)) {
    throw fault('InvalidParameter', { Parameter: 'Direction', Reason: 'it must be ingress, egress or all' });
  }
  if (vpcId === '' && !['', 'internet', 'intranet'].includes(nicType)) {
    throw fault('InvalidNicType.ValueNotSupported', { Value: nicType });
  }
  return (rule) =>
    (direction === '' || direction === 'all' || rule.direction === direction) &&
    (vpcId !== '' || nicType === '' || rule.nicType === nicType);
};

const describeRule = (rule: SecurityGroupRule, { tables }: Context) => ({
  securityGroupRuleId: rule.ruleId,
  direction: rule.direction,
  ipProtocol: rule.ipProtocol,
  portRange: rule.portRange,
  sourcePortRange: rule.sourcePortRange,
  policy: rule.policy,
  priority: String(rule.priority),
  nicType: rule.nicType,
  sourceCidrIp: rule.sourceCidrIp,
  destCidrIp: rule.destCidrIp,
  ipv6SourceCidrIp: rule.ipv6SourceCidrIp,
  ipv6DestCidrIp: rule.ipv6DestCidrIp,
  sourceGroupId: rule.sourceGroupId,
  sourceGroupName: tables.securityGroups.get(rule.sourceGroupId)?.securityGroupName ?? '',
  sourceGroupOwnerAccount: rule.sourceGroupOwnerAccount,
  destGroupId: rule.destGroupId,
  destGroupName: tables.securityGroups.get(rule.destGroupId)?.securityGroupName ?? '',
  destGroupOwnerAccount: rule.destGroupOwnerAccount,
  sourcePrefixListId: rule.sourcePrefixListId,
  sourcePrefixListName: '',
  destPrefixListId: rule.destPrefixListId,
  destPrefixListName: '',
  description: rule.description,
  createTime: toIsoSeconds(rule.createdAt),
});

const maxGroupsPerCall = 10;

/** Which security groups name these in their rules; groups that nobody names are left out. */
export const describeSecurityGroupReferences: EcsOperation<'DescribeSecurityGroupReferences'> = (
  { securityGroupId: ids },
  context,
) => {
  if (ids.length > maxGroupsPerCall) {
    throw fault('InvalidParameter', {
      Parameter: 'SecurityGroupId',
      Reason: `at most ${maxGroupsPerCall} ids can be given`,
    });
  }
  const references = ids.map((id) => {
    const { id: securityGroupId } = requireSecurityGroup(context, id);
    const naming = [...context.tables.securityGroups.by('referencedGroupId', id)];
    return {
      securityGroupId,
      referencingSecurityGroups: {
        referencingSecurityGroup: naming.map((group) => ({
          aliUid: group.accountId,
          securityGroupId: group.id,
        })),
      },
    };
  });
  return {
    securityGroupReferences: {
      securityGroupReference: references.filter(
        ({ referencingSecurityGroups }) => referencingSecurityGroups.referencingSecurityGroup.length > 0,
      ),
    },
  };
};
