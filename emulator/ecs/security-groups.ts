import type { Context, EcsOperation } from '../context.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { SecurityGroup } from '../state/rows/security-group.ts';
import { fault } from '../wire/fault.ts';
import { readIds } from './id-lists.ts';
import { isResourceDescription, isResourceName } from './names.ts';
import { page } from './paging.ts';
import { requireSecurityGroup } from './security-group-lookup.ts';
import { readTags, tagFilter, toTagList } from './tags.ts';

/** Makes a security group, in a VPC or in the classic network. */
export const createSecurityGroup: EcsOperation<'CreateSecurityGroup'> = (request, context) => {
  const { securityGroupName = '', description = '', vpcId = '', securityGroupType = '' } = request;
  checkTexts(securityGroupName, description);
  if (!['', 'normal', 'enterprise'].includes(securityGroupType)) {
    throw fault('InvalidSecurityGroupType.ValueNotSupported', { Value: securityGroupType });
  }
  const isEnterprise = securityGroupType === 'enterprise';
  if (vpcId !== '') checkVpc(context, vpcId);
  else if (isEnterprise) throw fault('MissingParameter', { Parameter: 'VpcId' });
  const { securityGroups } = context.tables;
  const limit = context.quota('securityGroupsPerRegion');
  if (context.enforces('security-group.count-limit') && securityGroups.list(context).count >= limit) {
    throw fault('QuotaExceed.SecurityGroup', { Limit: limit });
  }
  const { id } = securityGroups.insert({
    id: context.newId('sg'),
    accountId: context.accountId,
    regionId: context.regionId,
    securityGroupName,
    description,
    vpcId,
    securityGroupType: isEnterprise ? 'enterprise' : 'normal',
    // The members of an enterprise group are kept apart (CreateSecurityGroup.md, SecurityGroupType).
    innerAccessPolicy: isEnterprise ? 'Drop' : 'Accept',
    serviceManaged: false,
    resourceGroupId: request.resourceGroupId ?? '',
    rules: [],
    tags: readTags(request.tag, context),
    createdAt: context.now,
  });
  return { securityGroupId: id };
};

const checkTexts = (name: string, description: string): void => {
  if (name !== '' && !isResourceName(name)) throw fault('InvalidSecurityGroupName.Malformed', { Name: name });
  if (description !== '' && !isResourceDescription(description)) {
    throw fault('InvalidSecurityGroupDiscription.Malformed');
  }
};

const checkVpc = (context: Context, vpcId: string): void => {
  const vpc = context.tables.vpcs.getOwn(vpcId, context);
  if (vpc === undefined) throw fault('InvalidVpcId.NotFound', { VpcId: vpcId });
  if (vpc.status !== 'Available') throw fault('IncorrectVpcStatus', { VpcId: vpcId });
};

type DescribeRequest = Parameters<EcsOperation<'DescribeSecurityGroups'>>[0];
type Filter = (group: SecurityGroup) => boolean;

/** Lists the region's security groups, newest first. */
export const describeSecurityGroups: EcsOperation<'DescribeSecurityGroups'> = (request, context) => {
  const filters = context.enforces('security-group.filters') ? filtersOf(request) : [];
  const asked = groupsAskedFor(request, context);
  const found =
    filters.length === 0 ? asked : [...asked].filter((group) => filters.every((filter) => filter(group)));
  const { items, info } = page(found, request, context);
  return {
    ...info,
    regionId: context.regionId,
    securityGroups: {
      securityGroup: items.map((group) => describeGroup(group, context, request.isQueryEcsCount === true)),
    },
  };
};

const maxIds = 100;

/** By id where ids are given, else by VPC, else all. */
const groupsAskedFor = (request: DescribeRequest, context: Context) => {
  const { securityGroupId = '', securityGroupIds = '', vpcId = '' } = request;
  const { securityGroups } = context.tables;
  const isOwn = (group: SecurityGroup): boolean => securityGroups.getOwn(group.id, context) !== undefined;
  if (securityGroupId !== '' || securityGroupIds !== '') {
    const ids = readIds(securityGroupIds === '' ? securityGroupId : securityGroupIds, () =>
      fault('InvalidSecurityGroupIds.Malformed'),
    );
    if (ids.length > maxIds) throw fault('InvalidSecurityGroupIds.Malformed');
    const wanted = securityGroupId === '' ? ids : ids.filter((id) => id === securityGroupId);
    return wanted.flatMap((id) => securityGroups.getOwn(id, context) ?? []);
  }
  return vpcId === '' ? securityGroups.list(context) : [...securityGroups.by('vpcId', vpcId)].filter(isOwn);
};

const filtersOf = (request: DescribeRequest): Filter[] => {
  const { vpcId = '', securityGroupName: name = '', securityGroupType: type = '' } = request;
  const { networkType = '', resourceGroupId = '', serviceManaged } = request;
  const filters: (Filter | undefined)[] = [
    vpcId === '' ? undefined : (group) => group.vpcId === vpcId,
    name === '' ? undefined : nameFilter(name, request.fuzzyQuery === true),
    type === '' ? undefined : (group) => group.securityGroupType === type,
    networkType === '' ? undefined : (group) => (group.vpcId === '' ? 'classic' : 'vpc') === networkType,
    resourceGroupId === '' ? undefined : (group) => group.resourceGroupId === resourceGroupId,
    serviceManaged === undefined ? undefined : (group) => group.serviceManaged === serviceManaged,
    tagFilter(request.tag),
  ];
  return filters.filter((filter) => filter !== undefined);
};

/** FuzzyQuery takes any group whose name has the text in it, "*" around it or not. */
const nameFilter = (name: string, isFuzzy: boolean): Filter => {
  if (!isFuzzy) return (group) => group.securityGroupName === name;
  const part = name.replace(/^\*|\*$/g, '');
  return (group) => group.securityGroupName.includes(part);
};

/** Instances that a basic group takes, and an enterprise group (limits page). */
const capacityOf = ({ securityGroupType }: SecurityGroup): number =>
  securityGroupType === 'enterprise' ? 65_536 : 2000;

const describeGroup = (group: SecurityGroup, { tables }: Context, withCount: boolean) => {
  const instanceCount = tables.instances.by('securityGroupId', group.id).count;
  return {
    securityGroupId: group.id,
    securityGroupName: group.securityGroupName,
    description: group.description,
    vpcId: group.vpcId,
    securityGroupType: group.securityGroupType,
    resourceGroupId: group.resourceGroupId,
    serviceManaged: group.serviceManaged,
    creationTime: toIsoSeconds(group.createdAt),
    tags: { tag: toTagList(group.tags) },
    ecsCount: withCount ? instanceCount : undefined,
    availableInstanceAmount: withCount ? Math.max(0, capacityOf(group) - instanceCount) : undefined,
    ruleCount: group.rules.length,
    groupToGroupRuleCount: group.rules.filter((rule) => rule.sourceGroupId + rule.destGroupId !== '').length,
  };
};

/** Changes name and description. */
export const modifySecurityGroupAttribute: EcsOperation<'ModifySecurityGroupAttribute'> = (
  { securityGroupId, securityGroupName, description },
  context,
) => {
  const group = requireSecurityGroup(context, securityGroupId);
  checkTexts(securityGroupName ?? '', description ?? '');
  context.tables.securityGroups.update(group.id, {
    securityGroupName:
      securityGroupName === undefined || securityGroupName === ''
        ? group.securityGroupName
        : securityGroupName,
    description: description ?? group.description,
  });
  return {};
};

/** Whether the members of a basic group reach each other. */
export const modifySecurityGroupPolicy: EcsOperation<'ModifySecurityGroupPolicy'> = (
  { securityGroupId, innerAccessPolicy },
  context,
) => {
  const policy = innerAccessPolicy.toLowerCase();
  if (policy !== 'accept' && policy !== 'drop') {
    throw fault('InvalidPolicy.Malformed', { Value: innerAccessPolicy });
  }
  const group = requireSecurityGroup(context, securityGroupId);
  if (group.securityGroupType === 'enterprise' && policy === 'accept') {
    throw fault('InvalidOperation.SecurityGroupNotSupported');
  }
  context.tables.securityGroups.update(group.id, {
    innerAccessPolicy: policy === 'accept' ? 'Accept' : 'Drop',
  });
  return {};
};

/** Deletes a group that nothing is in and no other group's rule names. */
export const deleteSecurityGroup: EcsOperation<'DeleteSecurityGroup'> = ({ securityGroupId }, context) => {
  const { id } = requireSecurityGroup(context, securityGroupId);
  const { securityGroups, instances, networkInterfaces } = context.tables;
  const members =
    instances.by('securityGroupId', id).count + networkInterfaces.by('securityGroupId', id).count;
  if (members > 0 && context.enforces('security-group.delete-unused-only')) {
    throw fault('DependencyViolation', { Details: `instances or network interfaces are in ${id}` });
  }
  const isNamed = [...securityGroups.by('referencedGroupId', id)].some((group) => group.id !== id);
  if (isNamed && context.enforces('security-group.delete-unreferenced-only')) {
    throw fault('DependencyViolation', { Details: `a rule of another security group names ${id}` });
  }
  securityGroups.delete(id);
  return {};
};
