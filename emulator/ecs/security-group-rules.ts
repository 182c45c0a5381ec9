import type { Context, EcsOperation } from '../context.ts';
import type { SecurityGroup, SecurityGroupRule } from '../state/rows/security-group.ts';
import { fault } from '../wire/fault.ts';
import { requireSecurityGroup } from './security-group-lookup.ts';
import { readRule, ruleKey } from './security-group-rule-request.ts';
import type { Direction, RuleContent, RuleRequest } from './security-group-rule-request.ts';

/** Adds ingress rules; a rule that is there already is left as it is. */
export const authorizeSecurityGroup: EcsOperation<'AuthorizeSecurityGroup'> = (request, context) => {
  authorize(request.securityGroupId, 'ingress', rulesOf(request), context);
  return {};
};

/** Adds egress rules; a rule that is there already is left as it is. */
export const authorizeSecurityGroupEgress: EcsOperation<'AuthorizeSecurityGroupEgress'> = (
  request,
  context,
) => {
  authorize(request.securityGroupId, 'egress', rulesOf(request), context);
  return {};
};

/** Takes ingress rules away, by their ids or by what they say; a rule that is not there is no error. */
export const revokeSecurityGroup: EcsOperation<'RevokeSecurityGroup'> = (request, context) => {
  const { securityGroupId, securityGroupRuleId } = request;
  revoke(securityGroupId, 'ingress', securityGroupRuleId, rulesOf(request), context);
  return {};
};

/** Takes egress rules away, by their ids or by what they say; a rule that is not there is no error. */
export const revokeSecurityGroupEgress: EcsOperation<'RevokeSecurityGroupEgress'> = (request, context) => {
  const { securityGroupId, securityGroupRuleId } = request;
  revoke(securityGroupId, 'egress', securityGroupRuleId, rulesOf(request), context);
  return {};
};

/** Changes an ingress rule: any of its members by its id, or the description by what it says. */
export const modifySecurityGroupRule: EcsOperation<'ModifySecurityGroupRule'> = (request, context) => {
  modify(request.securityGroupId, 'ingress', request.securityGroupRuleId, request, context);
  return {};
};

/** Changes an egress rule: any of its members by its id, or the description by what it says. */
export const modifySecurityGroupEgressRule: EcsOperation<'ModifySecurityGroupEgressRule'> = (
  request,
  context,
) => {
  modify(request.securityGroupId, 'egress', request.securityGroupRuleId, request, context);
  return {};
};

/** Permissions.N, or else the one rule of the flat parameters. */
const rulesOf = (
  request: RuleRequest & { readonly permissions?: readonly RuleRequest[] },
): readonly RuleRequest[] => {
  const { permissions = [] } = request;
  return permissions.length > 0 ? permissions : [request];
};

const authorize = (
  securityGroupId: string,
  direction: Direction,
  requests: readonly RuleRequest[],
  context: Context,
): void => {
  const group = requireSecurityGroup(context, securityGroupId);
  const known = new Set(group.rules.map(ruleKey));
  const added: SecurityGroupRule[] = [];
  for (const request of requests) {
    const content = readRule(context, group, direction, request);
    const key = ruleKey(content);
    if (known.has(key)) continue;
    known.add(key);
    added.push({ ...content, ruleId: context.newId('sgr'), createdAt: context.now });
  }
  const rules = [...group.rules, ...added];
  const limit = context.quota('rulesPerSecurityGroup');
  if (added.length > 0 && rules.length > limit && context.enforces('security-group.rule-limit')) {
    throw fault('AuthorizationLimitExceed', { Limit: limit });
  }
  context.tables.securityGroups.update(group.id, { rules });
};

const revoke = (
  securityGroupId: string,
  direction: Direction,
  ruleIds: readonly string[] = [],
  requests: readonly RuleRequest[],
  context: Context,
): void => {
  const group = requireSecurityGroup(context, securityGroupId);
  const isRevoked =
    ruleIds.length > 0
      ? ruleIdTest(group, direction, ruleIds)
      : contentTest(requests.map((request) => readRule(context, group, direction, request)));
  context.tables.securityGroups.update(group.id, { rules: group.rules.filter((rule) => !isRevoked(rule)) });
};

type RuleTest = (rule: SecurityGroupRule) => boolean;

const ruleIdTest = (group: SecurityGroup, direction: Direction, ruleIds: readonly string[]): RuleTest => {
  for (const ruleId of ruleIds) requireRule(group, direction, ruleId);
  return (rule) => ruleIds.includes(rule.ruleId);
};

const contentTest = (contents: readonly RuleContent[]): RuleTest => {
  const keys = new Set(contents.map(ruleKey));
  return (rule) => keys.has(ruleKey(rule));
};

const requireRule = (group: SecurityGroup, direction: Direction, ruleId: string): SecurityGroupRule => {
  const rule = group.rules.find((candidate) => candidate.ruleId === ruleId);
  if (rule?.direction !== direction) throw fault('InvalidSecurityGroupRuleId.NotFound', { RuleId: ruleId });
  return rule;
};

const modify = (
  securityGroupId: string,
  direction: Direction,
  ruleId: string | undefined,
  request: RuleRequest,
  context: Context,
): void => {
  const group = requireSecurityGroup(context, securityGroupId);
  const changed =
    ruleId === undefined || ruleId === ''
      ? withDescription(group, readRule(context, group, direction, request), request.description ?? '')
      : withContent(context, group, requireRule(group, direction, ruleId), request);
  const rules = group.rules.map((rule) => (rule.ruleId === changed.ruleId ? changed : rule));
  if (rules.some((rule) => rule.ruleId !== changed.ruleId && ruleKey(rule) === ruleKey(changed))) {
    throw fault('NotSupport.ModifySecurityGroupRule');
  }
  context.tables.securityGroups.update(group.id, { rules });
};

/** Without a rule id, the other parameters say which rule is meant (ModifySecurityGroupRule.md). */
const withDescription = (
  group: SecurityGroup,
  content: RuleContent,
  description: string,
): SecurityGroupRule => {
  const key = ruleKey(content);
  const rule = group.rules.find((candidate) => ruleKey(candidate) === key);
  if (rule === undefined) throw fault('SecurityGroupRule.NotFound');
  return { ...rule, description };
};

/** What the request leaves out stays; a new source or destination takes the old one's place. */
const withContent = (
  context: Context,
  group: SecurityGroup,
  rule: SecurityGroupRule,
  request: RuleRequest,
): SecurityGroupRule => {
  const content = readRule(context, group, rule.direction, {
    ...(namesPeer(rule.direction, request)
      ? withoutPeer(rule)
      : { ...rule, priority: String(rule.priority) }),
    ...given(request),
  });
  return { ...content, ruleId: rule.ruleId, createdAt: rule.createdAt };
};

const given = (request: RuleRequest): RuleRequest =>
  Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined && value !== ''));

const namesPeer = (direction: Direction, request: RuleRequest): boolean => {
  const peers =
    direction === 'ingress'
      ? [request.sourceCidrIp, request.ipv6SourceCidrIp, request.sourceGroupId, request.sourcePrefixListId]
      : [request.destCidrIp, request.ipv6DestCidrIp, request.destGroupId, request.destPrefixListId];
  return peers.some((peer) => peer !== undefined && peer !== '');
};

const withoutPeer = (rule: SecurityGroupRule): RuleRequest => ({
  ...rule,
  priority: String(rule.priority),
  ...(rule.direction === 'ingress'
    ? { sourceCidrIp: '', ipv6SourceCidrIp: '', sourceGroupId: '', sourcePrefixListId: '' }
    : { destCidrIp: '', ipv6DestCidrIp: '', destGroupId: '', destPrefixListId: '' }),
});
