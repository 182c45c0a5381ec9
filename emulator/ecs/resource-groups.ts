import type { Context, EcsOperation } from '../context.ts';
import { fault } from '../wire/fault.ts';

/** Moves a resource to another resource group. Resource groups are not modelled: any id is one. */
export const joinResourceGroup: EcsOperation<'JoinResourceGroup'> = (request, context) => {
  const { resourceType = '', resourceId = '', resourceGroupId = '' } = request;
  for (const [Parameter, value] of Object.entries({ ResourceType: resourceType, ResourceId: resourceId })) {
    if (value === '') throw fault('MissingParameter', { Parameter });
  }
  const table = tableOf(context, resourceType);
  if (table === undefined) throw fault('InvalidResourceType.NotFound', { ResourceType: resourceType });
  if (table.get(resourceId)?.accountId !== context.accountId) {
    throw fault('InvalidResourceId.NotFound', { ResourceId: resourceId });
  }
  table.update(resourceId, { resourceGroupId });
  return {};
};

/** ResourceType as JoinResourceGroup writes it, in whichever case. */
const tableOf = ({ tables }: Context, resourceType: string) => {
  switch (resourceType.toLowerCase()) {
    case 'instance':
      return tables.instances;
    case 'disk':
      return tables.disks;
    case 'snapshot':
      return tables.snapshots;
    case 'image':
      return tables.images;
    case 'securitygroup':
      return tables.securityGroups;
    case 'eni':
      return tables.networkInterfaces;
    default:
      return undefined;
  }
};
