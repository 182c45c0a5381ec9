import type { Context } from '../context.ts';
import { pageByToken } from '../ecs/paging.ts';
import { checkTagQuota, readTags, tagEntries, tagFilter, withoutTags } from '../ecs/tags.ts';
import type { RequestTag } from '../ecs/tags.ts';
import { fault } from '../wire/fault.ts';
import { groupsOf, requireGroup } from './group-lookup.ts';

interface TaggedGroups {
  readonly resourceType: string;
  readonly resourceId: readonly string[];
}

/** Resource Manager tags folders and accounts too, which are not emulated. The older provider writes the type in small letters. */
const checkType = (resourceType: string): void => {
  if (resourceType.toLowerCase() !== 'resourcegroup') {
    throw fault('InvalidParameter', {
      Parameter: 'ResourceType',
      Reason: 'only "ResourceGroup" is emulated',
    });
  }
};

const changeable = (id: string, context: Context) => {
  const group = requireGroup(context, id);
  if (group.name === 'default') throw fault('NoPermission.ResourceGroup.Default');
  return group;
};

/** @throws Fault EntityNotExists.ResourceGroup, and those of tags */
export const tagResources = (
  request: TaggedGroups & { readonly tag: readonly RequestTag[] },
  context: Context,
): unknown => {
  checkType(request.resourceType);
  const added = readTags(request.tag, context);
  for (const id of request.resourceId) {
    const group = changeable(id, context);
    const tags = { ...group.tags, ...added };
    checkTagQuota(Object.keys(tags).length, context);
    context.tables.resourceGroups.update(group.id, { tags });
  }
  return {};
};

/** A tag that is not there is no error. @throws Fault EntityNotExists.ResourceGroup */
export const untagResources = (
  request: TaggedGroups & { readonly tagKey?: readonly string[]; readonly all?: boolean },
  context: Context,
): unknown => {
  checkType(request.resourceType);
  const { tagKey: keys = [], all = false } = request;
  for (const id of request.resourceId) {
    const group = changeable(id, context);
    context.tables.resourceGroups.update(group.id, { tags: withoutTags(group.tags, keys, all) });
  }
  return {};
};

/** The provider spells it so (service_alicloud_resourcemanager.go, SetResourceTags), and is understood. */
export const unTagResources = untagResources;

/** Tags of the named groups, or of all that have the tags asked for; no NextToken behind the last page. */
export const listTagResources = (
  request: Partial<TaggedGroups> & {
    readonly resourceType: string;
    readonly tag?: readonly RequestTag[];
    readonly maxResults?: number;
    readonly nextToken?: string;
  },
  context: Context,
): unknown => {
  checkType(request.resourceType);
  const hasTags = tagFilter(request.tag);
  const { resourceId: ids = [] } = request;
  const groups = groupsOf(context).filter(
    (group) => (ids.length === 0 || ids.includes(group.id)) && (hasTags?.(group) ?? true),
  );
  const { items, info } = pageByToken(tagEntries(groups, 'ResourceGroup'), request, context, {
    defaultSize: 50,
  });
  return { tagResources: items, ...(info.nextToken === '' ? {} : { nextToken: info.nextToken }) };
};
