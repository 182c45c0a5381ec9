import type { EcsOperation } from '../context.ts';
import { fault } from '../wire/fault.ts';
import { requireTaggedRows, taggedTable } from './tagged-rows.ts';

/** Moves a resource into a resource group. */
export const joinResourceGroup: EcsOperation<'JoinResourceGroup'> = (request, context) => {
  const { resourceType = '', resourceId = '', resourceGroupId = '' } = request;
  for (const [parameter, value] of Object.entries({ resourceType, resourceId, resourceGroupId })) {
    if (value !== '') continue;
    throw fault('MissingParameter', { Parameter: parameter.charAt(0).toUpperCase() + parameter.slice(1) });
  }
  for (const { id } of requireTaggedRows(resourceType, [resourceId], context)) {
    taggedTable(resourceType, context)?.update(id, { resourceGroupId });
  }
  return {};
};
