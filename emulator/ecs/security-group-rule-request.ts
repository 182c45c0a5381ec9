import type { Context } from '../context.ts';
import type { SecurityGroup, SecurityGroupRule } from '../state/rows/security-group.ts';
import { fault } from '../wire/fault.ts';
import {
  checkAddressFamily,
  checkPortRange,
  checkSourcePortRange,
  readIpv4,
  readIpv6,
  readPolicy,
  readPriority,
  readProtocol,
} from './security-group-rule-format.ts';

export type Direction = SecurityGroupRule['direction'];

/** A rule as requests describe it, flat or as one of Permissions.N; the other direction's members are absent. */
export interface RuleRequest {
  readonly ipProtocol?: string;
  readonly portRange?: string;
  readonly portRangeListId?: string;
  readonly sourcePortRange?: string;
  readonly policy?: string;
  readonly priority?: string;
  readonly nicType?: string;
  readonly sourceCidrIp?: string;
  readonly destCidrIp?: string;
  readonly ipv6SourceCidrIp?: string;
  readonly ipv6DestCidrIp?: string;
  readonly sourceGroupId?: string;
  readonly sourceGroupOwnerAccount?: string;
  readonly sourceGroupOwnerId?: number;
  readonly sourcePrefixListId?: string;
  readonly destGroupId?: string;
  readonly destGroupOwnerAccount?: string;
  /** A number, or a text in the Permissions of RevokeSecurityGroupEgress. */
  readonly destGroupOwnerId?: number | string;
  readonly destPrefixListId?: string;
  readonly description?: string;
}

/** What a rule says; its id and its time aside. */
export type RuleContent = Omit<SecurityGroupRule, 'ruleId' | 'createdAt'>;

/** An ingress rule needs a source, an egress rule a destination. */
const peerParameters = {
  ingress: 'SourceCidrIp, Ipv6SourceCidrIp, SourceGroupId or SourcePrefixListId',
  egress: 'DestCidrIp, Ipv6DestCidrIp, DestGroupId or DestPrefixListId',
} as const;

/**
 * Checks a rule of a request and fills in what is not given: Policy accept, Priority 1, and intranet as
 * the NIC type of a VPC's group (AuthorizeSecurityGroup.md).
 * @throws Fault for values out of format, a missing source or destination, and groups that do not fit
 */
export const readRule = (
  context: Context,
  group: SecurityGroup,
  direction: Direction,
  request: RuleRequest,
): RuleContent => {
  const ipProtocol = readProtocol(request.ipProtocol);
  if ((request.portRangeListId ?? '') !== '') {
    throw fault('InvalidPortRangeListId.NotFound', { Id: request.portRangeListId });
  }
  const content: RuleContent = {
    direction,
    ipProtocol,
    portRange: checkPortRange(request.portRange ?? '', ipProtocol),
    sourcePortRange: checkSourcePortRange(request.sourcePortRange ?? '', ipProtocol),
    policy: readPolicy(request.policy),
    priority: readPriority(request.priority),
    nicType: readNicType(group, request.nicType),
    sourceCidrIp: readIpv4(request.sourceCidrIp, 'InvalidParam.SourceIp'),
    destCidrIp: readIpv4(request.destCidrIp, 'InvalidParam.DestIp'),
    ipv6SourceCidrIp: readIpv6(request.ipv6SourceCidrIp, 'InvalidParam.Ipv6SourceCidrIp'),
    ipv6DestCidrIp: readIpv6(request.ipv6DestCidrIp, 'InvalidParam.Ipv6DestCidrIp'),
    sourceGroupId: request.sourceGroupId ?? '',
    sourceGroupOwnerAccount: request.sourceGroupOwnerAccount ?? '',
    destGroupId: request.destGroupId ?? '',
    destGroupOwnerAccount: request.destGroupOwnerAccount ?? '',
    sourcePrefixListId: request.sourcePrefixListId ?? '',
    destPrefixListId: request.destPrefixListId ?? '',
    description: readDescription(request.description),
    ...noPeerOfOtherDirection(direction),
  };
  checkAddressFamily(content);
  checkPeer(context, group, content, request.sourceGroupOwnerId ?? request.destGroupOwnerId);
  return content;
};

/** An ingress rule names no destination group, an egress rule no source group. */
const noPeerOfOtherDirection = (direction: Direction) =>
  direction === 'ingress'
    ? { destGroupId: '', destGroupOwnerAccount: '', destPrefixListId: '' }
    : { sourceGroupId: '', sourceGroupOwnerAccount: '', sourcePrefixListId: '' };

/** The interfaces of a VPC are intranet ones, whatever a client that knows the classic network says. */
const readNicType = ({ vpcId }: SecurityGroup, nicType = ''): 'internet' | 'intranet' => {
  if (vpcId !== '') return 'intranet';
  if (nicType === '') return 'internet';
  if (nicType !== 'internet' && nicType !== 'intranet') {
    throw fault('InvalidNicType.ValueNotSupported', { Value: nicType });
  }
  return nicType;
};

const readDescription = (description = ''): string => {
  if (description.length > 512) throw fault('InvalidSecurityGroupDiscription.Malformed');
  return description;
};

const checkPeer = (
  context: Context,
  group: SecurityGroup,
  rule: RuleContent,
  peerOwnerId: number | string | undefined,
): void => {
  const isIngress = rule.direction === 'ingress';
  const groupId = isIngress ? rule.sourceGroupId : rule.destGroupId;
  const prefixListId = isIngress ? rule.sourcePrefixListId : rule.destPrefixListId;
  const address = isIngress
    ? rule.sourceCidrIp + rule.ipv6SourceCidrIp
    : rule.destCidrIp + rule.ipv6DestCidrIp;
  if (prefixListId !== '') {
    if (context.tables.prefixLists.getOwn(prefixListId, context) !== undefined) return;
    throw fault('InvalidPrefixListId.NotFound', { Id: prefixListId });
  }
  if (groupId === '') {
    if (address !== '') return;
    throw fault(isIngress ? 'MissingParameter.Source' : 'MissingParameter.Dest', {
      Parameters: peerParameters[rule.direction],
    });
  }
  if (group.securityGroupType === 'enterprise') throw fault('InvalidOperation.SecurityGroupNotSupported');
  if (groupId === group.id) {
    throw fault(isIngress ? 'InvalidParamter.Conflict' : 'InvalidSecurityGroup.IsSame');
  }
  const owner = peerOwnerId === undefined ? '' : String(peerOwnerId);
  const peer = findPeerGroup(context, groupId, [
    owner,
    rule.sourceGroupOwnerAccount,
    rule.destGroupOwnerAccount,
  ]);
  if (peer === undefined) {
    throw fault(isIngress ? 'InvalidSourceGroupId.NotFound' : 'InvalidDestGroupId.NotFound', {
      SecurityGroupId: groupId,
    });
  }
  // Groups of two VPCs know each other only across accounts, where the VPCs may be connected.
  if (peer.accountId === group.accountId && peer.vpcId !== group.vpcId) {
    throw fault(isIngress ? 'InvalidSourceGroupId.Mismatch' : 'InvalidDestGroupId.Mismatch');
  }
  if (group.vpcId === '' && rule.nicType !== 'intranet') {
    throw fault(isIngress ? 'InvalidSourceGroupId.Mismatch' : 'InvalidDestGroupId.Mismatch');
  }
};

/** Another account's group counts where the request names that account. */
const findPeerGroup = (
  { tables, accountId, regionId }: Context,
  groupId: string,
  owners: readonly string[],
): SecurityGroup | undefined => {
  const peer = tables.securityGroups.get(groupId);
  if (peer?.regionId !== regionId) return undefined;
  return peer.accountId === accountId || owners.includes(peer.accountId) ? peer : undefined;
};

/** What makes two rules the same rule; the description does not. */
export const ruleKey = (rule: RuleContent): string =>
  [
    rule.direction,
    rule.ipProtocol,
    rule.portRange,
    rule.sourcePortRange,
    rule.policy,
    rule.priority,
    rule.nicType,
    rule.sourceCidrIp,
    rule.destCidrIp,
    rule.ipv6SourceCidrIp,
    rule.ipv6DestCidrIp,
    rule.sourceGroupId,
    rule.destGroupId,
    rule.sourcePrefixListId,
    rule.destPrefixListId,
  ].join('|');
