import type { Context, Transitions } from '../context.ts';
import { regions } from '../catalog/regions.ts';
import { page } from '../ecs/paging.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { ResourceGroup } from '../state/rows/resource-group.ts';
import { fault } from '../wire/fault.ts';

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
}

/** Id of the group that an account has from the start. */
export const defaultResourceGroupId = (accountId: string): string =>
  `rg-acfm${Number(accountId.slice(1)).toString(36).padStart(11, '0').slice(0, 11)}`;

/** The group that every account has from the start; it cannot be deleted. Its id follows from the account's. */
const defaultGroup = ({ accountId }: Context): ResourceGroup => ({
  id: defaultResourceGroupId(accountId),
  accountId,
  regionId: '',
  name: 'default',
  displayName: 'default resource group',
  status: 'OK',
  createdAt: Date.UTC(2020, 0, 1),
});

const groupsOf = (context: Context): ResourceGroup[] => [
  ...context.tables.resourceGroups.list({ accountId: context.accountId, regionId: '' }).toArray(),
  defaultGroup(context),
];

const requireGroup = (context: Context, id: string): ResourceGroup => {
  const group = groupsOf(context).find((candidate) => candidate.id === id);
  if (group === undefined) throw fault('EntityNotExists.ResourceGroup', { ResourceGroupId: id });
  return group;
};

const toReply = (group: ResourceGroup) => ({
  accountId: group.accountId,
  createDate: toIsoSeconds(group.createdAt),
  displayName: group.displayName,
  id: group.id,
  name: group.name,
  status: group.status,
});

const withRegions = (group: ResourceGroup) => ({
  ...toReply(group),
  regionStatuses: { regionStatus: regions.map(({ regionId }) => ({ regionId, status: group.status })) },
});

/** Groups, newest first, the default one last. */
export const listResourceGroups = (request: ListRequest, context: Context): unknown => {
  const { displayName, name, resourceGroupId, status } = request;
  const wanted = groupsOf(context).filter(
    (group) =>
      (displayName === undefined || group.displayName === displayName) &&
      (name === undefined || group.name === name) &&
      (resourceGroupId === undefined || group.id === resourceGroupId) &&
      (status === undefined || group.status === status),
  );
  const { items, info } = page(wanted, request, context);
  return { resourceGroups: { resourceGroup: items.map(toReply) }, ...info };
};

/** @throws Fault EntityNotExists.ResourceGroup */
export const getResourceGroup = ({ resourceGroupId }: NamedGroup, context: Context): unknown => ({
  resourceGroup: withRegions(requireGroup(context, resourceGroupId)),
});

/** @throws Fault InvalidParameter.Name, EntityAlreadyExists.ResourceGroup */
export const createResourceGroup = (
  { name, displayName }: { readonly name: string; readonly displayName: string },
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
