/**
 * alicloud_security_group (provider v1.240.0, resource_alicloud_security_group.go).
 */
import { deleteCall, nullIfNotFound } from './api-error.ts';
import { flagOf, textOf } from './argument-values.ts';
import { attributes } from './attributes.ts';
import type { Api, Arguments, Attributes, ResourceBinding } from './binding.ts';
import { setEcsTags, tagMap, tagsOf } from './tags.ts';

const create = async (values: Arguments, api: Api): Promise<string> => {
  const { securityGroupId = '' } = await api.ecs('CreateSecurityGroup', {
    regionId: api.regionId,
    securityGroupName: textOf(values, 'security_group_name') ?? textOf(values, 'name'),
    securityGroupType: textOf(values, 'security_group_type'),
    description: textOf(values, 'description'),
    vpcId: textOf(values, 'vpc_id'),
    resourceGroupId: textOf(values, 'resource_group_id'),
    tag: tagsOf(values),
  });
  await setPolicy(securityGroupId, values, api);
  return securityGroupId;
};

/** InnerAccessPolicy is no parameter of the creation; `inner_access` is its older name. */
const setPolicy = async (id: string, values: Arguments, api: Api): Promise<void> => {
  const access = flagOf(values, 'inner_access');
  const wanted =
    textOf(values, 'inner_access_policy') ?? (access === undefined ? undefined : access ? 'Accept' : 'Drop');
  // The policy of an enterprise group cannot be changed; the provider leaves such a difference alone.
  if (wanted === undefined || textOf(values, 'security_group_type') === 'enterprise') return;
  await api.ecs('ModifySecurityGroupPolicy', {
    regionId: api.regionId,
    securityGroupId: id,
    innerAccessPolicy: wanted,
  });
};

const describe = async (id: string, api: Api) => {
  const request = { regionId: api.regionId, securityGroupId: id };
  const answer = await nullIfNotFound(api.ecs('DescribeSecurityGroups', request));
  return answer?.securityGroups?.securityGroup?.[0] ?? null;
};

const read = async (id: string, api: Api): Promise<Attributes | null> => {
  const group = await describe(id, api);
  if (group === null) return null;
  const request = { regionId: api.regionId, securityGroupId: id };
  const detail = await nullIfNotFound(api.ecs('DescribeSecurityGroupAttribute', request));
  const policy = detail?.innerAccessPolicy;
  return attributes({
    id,
    create_time: group.creationTime,
    description: group.description,
    resource_group_id: group.resourceGroupId,
    security_group_name: group.securityGroupName,
    name: group.securityGroupName,
    security_group_type: group.securityGroupType,
    vpc_id: group.vpcId,
    tags: tagMap(group.tags?.tag),
    inner_access_policy: policy,
    inner_access: policy === undefined ? undefined : policy === 'Accept',
  });
};

const update = async (id: string, changes: Arguments, api: Api, values: Arguments): Promise<void> => {
  if (['security_group_name', 'name', 'description'].some((name) => name in changes)) {
    await api.ecs('ModifySecurityGroupAttribute', {
      regionId: api.regionId,
      securityGroupId: id,
      securityGroupName: textOf(changes, 'name') ?? textOf(changes, 'security_group_name'),
      description: 'description' in changes ? (textOf(changes, 'description') ?? '') : undefined,
    });
  }
  await setPolicy(id, { ...changes, security_group_type: values['security_group_type'] ?? null }, api);
  if (textOf(changes, 'resource_group_id') !== undefined) {
    await api.ecs('JoinResourceGroup', {
      regionId: api.regionId,
      resourceId: id,
      resourceType: 'securitygroup',
      resourceGroupId: textOf(changes, 'resource_group_id'),
    });
  }
  if (changes['tags'] !== undefined) {
    const before = tagMap((await describe(id, api))?.tags?.tag);
    await setEcsTags(api, 'securitygroup', id, before, changes['tags']);
  }
};

const remove = (id: string, api: Api): Promise<void> =>
  deleteCall(api.ecs('DeleteSecurityGroup', { regionId: api.regionId, securityGroupId: id }));

export const securityGroup: ResourceBinding = {
  type: 'alicloud_security_group',
  kind: 'resource',
  arguments: {
    description: { type: 'string' },
    inner_access: { type: 'bool', computed: true, deprecated: true },
    inner_access_policy: { type: 'string', computed: true, allowed: ['Accept', 'Drop'] },
    name: { type: 'string', computed: true, deprecated: true },
    resource_group_id: { type: 'string' },
    security_group_name: { type: 'string', computed: true },
    security_group_type: {
      type: 'string',
      computed: true,
      forceNew: true,
      allowed: ['normal', 'enterprise'],
    },
    tags: { type: 'map' },
    vpc_id: { type: 'string', computed: true, forceNew: true },
  },
  rules: { conflicting: [['inner_access_policy', 'inner_access']] },
  create,
  read,
  update,
  delete: remove,
};
