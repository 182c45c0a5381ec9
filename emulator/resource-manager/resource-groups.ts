import type { Context, Transitions } from '../context.ts';
import { regions } from '../catalog/regions.ts';
import { page } from '../ecs/paging.ts';
import { readTags, tagFilter, toTagList } from '../ecs/tags.ts';
import type { RequestTag } from '../ecs/tags.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { ResourceGroup } from '../state/rows/resource-group.ts';
import { fault } from '../wire/fault.ts';
import { groupsOf, requireGroup } from './group-lookup.ts';

interface NamedGroup {
  readonly resourceGroupId: string;
}

interface ListRequest {
  readonly displayName?: string;
  readonly name?: string;
  readonly pageNumber?: number;
  readonly pageSize?: number;
  readonly resourceGroupId?: string;
  readonly status?: string;
  readonly tag?: readonly RequestTag[];
  readonly includeTags?: boolean;
}

const toReply = (group: ResourceGroup, isWithTags = false) => ({
  accountId: group.accountId,
  createDate: toIsoSeconds(group.createdAt),
  displayName: group.displayName,
  id: group.id,
  name: group.name,
  status: group.status,
  ...(isWithTags ? { tags: { tag: toTagList(group.tags) } } : {}),
});

const withRegions = (group: ResourceGroup) => ({
  ...toReply(group),
  regionStatuses: { regionStatus: regions.map(({ regionId }) => ({ regionId, status: group.status })) },
});

/** Groups, newest first, the default one last. */
export const listResourceGroups = (request: ListRequest, context: Context): unknown => {
  const { displayName, name, resourceGroupId, status, includeTags = false } = request;
  const hasTags = tagFilter(request.tag);
  const wanted = groupsOf(context).filter(
    (group) =>
      (displayName === undefined || group.displayName === displayName) &&
      (name === undefined || group.name === name) &&
      (resourceGroupId === undefined || group.id === resourceGroupId) &&
      (status === undefined || group.status === status) &&
      (hasTags?.(group) ?? true),
  );
  const { items, info } = page(wanted, request, context);
  return { resourceGroups: { resourceGroup: items.map((group) => toReply(group, includeTags)) }, ...info };
};

/** @throws Fault EntityNotExists.ResourceGroup */
export const getResourceGroup = ({ resourceGroupId }: NamedGroup, context: Context): unknown => ({
  resourceGroup: withRegions(requireGroup(context, resourceGroupId)),
});

/** @throws Fault InvalidParameter.Name, EntityAlreadyExists.ResourceGroup */
export const createResourceGroup = (
  {
    name,
    displayName,
    tag,
  }: { readonly name: string; readonly displayName: string; readonly tag?: readonly RequestTag[] },
  context: Context,
): unknown => {
  if (!/^[A-Za-z][A-Za-z0-9-]{1,49}$/.test(name)) throw fault('InvalidParameter.Name', { Name: name });
  if (groupsOf(context).some((group) => group.name === name)) {
    throw fault('EntityAlreadyExists.ResourceGroup', { Name: name });
  }
  const group = context.tables.resourceGroups.insert({
    id: `rg-acfm${context.randomText(11)}`,
    accountId: context.accountId,
    regionId: '',
    name,
    displayName,
    status: 'Creating',
    createdAt: context.now,
    tags: readTags(tag, context),
  });
  context.schedule(10_000, 'resource-group.created', group.id);
  return { resourceGroup: withRegions(group) };
};

/** @throws Fault EntityNotExists.ResourceGroup */
export const updateResourceGroup = (
  { resourceGroupId, newDisplayName }: NamedGroup & { readonly newDisplayName: string },
  context: Context,
): unknown => {
  const group = requireGroup(context, resourceGroupId);
  if (group.name === 'default') throw fault('NoPermission.ResourceGroup.Default');
  return {
    resourceGroup: toReply(context.tables.resourceGroups.update(group.id, { displayName: newDisplayName })),
  };
};

/** What is in the group is not looked at. @throws Fault EntityNotExists.ResourceGroup */
export const deleteResourceGroup = ({ resourceGroupId }: NamedGroup, context: Context): unknown => {
  const group = requireGroup(context, resourceGroupId);
  if (group.name === 'default') throw fault('NoPermission.ResourceGroup.Default');
  context.tables.resourceGroups.delete(group.id);
  return { resourceGroup: withRegions({ ...group, status: 'PendingDelete' }) };
};

export const resourceGroupTransitions: Transitions = {
  'resource-group.created': (id, { tables }) => {
    if (tables.resourceGroups.get(id)?.status === 'Creating')
      tables.resourceGroups.update(id, { status: 'OK' });
  },
};
