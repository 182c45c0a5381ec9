import type { Context, VpcOperation } from '../context.ts';
import { fault } from '../wire/fault.ts';
import { requireVpc, requireVSwitch } from './lookup.ts';
import { resourceTable } from './resource-types.ts';

/** Moves a resource to another resource group; a VPC takes its VSwitches and route tables with it. */
export const moveResourceGroup: VpcOperation<'MoveResourceGroup'> = (request, context) => {
  const { resourceId, resourceType, newResourceGroupId: resourceGroupId } = request;
  requireResource(resourceType, resourceId, context);
  resourceTable(resourceType, context).update(resourceId, { resourceGroupId });
  if (resourceType.toUpperCase() !== 'VPC') return {};
  const { vswitches, routeTables } = context.tables;
  for (const { id } of vswitches.by('vpcId', resourceId)) vswitches.update(id, { resourceGroupId });
  for (const { id } of routeTables.by('vpcId', resourceId)) routeTables.update(id, { resourceGroupId });
  return {};
};

/** @throws Fault InvalidVpcId.NotFound, InvalidVSwitchId.NotFound, InvalidResourceId.NotFound */
const requireResource = (resourceType: string, resourceId: string, context: Context): void => {
  if (resourceType.toUpperCase() === 'VPC') requireVpc(context, resourceId);
  else if (resourceType.toUpperCase() === 'VSWITCH') requireVSwitch(context, resourceId);
  else if (resourceTable(resourceType, context).getOwn(resourceId, context) === undefined) {
    throw fault('InvalidResourceId.NotFound', { ResourceId: resourceId });
  }
};
