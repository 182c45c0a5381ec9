import type { EcsOperation } from '../context.ts';
import { fault } from '../wire/fault.ts';
import { groupedRow, taggedTable } from './tagged-rows.ts';

/** Moves a resource to another resource group. Resource groups are not modelled: any id is one. */
export const joinResourceGroup: EcsOperation<'JoinResourceGroup'> = (request, context) => {
  const { resourceType = '', resourceId = '', resourceGroupId = '' } = request;
  for (const [Parameter, value] of Object.entries({ ResourceType: resourceType, ResourceId: resourceId })) {
    if (value === '') throw fault('MissingParameter', { Parameter });
  }
  const row = groupedRow(resourceType, resourceId, context);
  if (row === undefined) throw fault('InvalidResourceId.NotFound', { ResourceId: resourceId });
  taggedTable(resourceType, context)?.update(row.id, { resourceGroupId });
  return {};
};
