import type { VpcOperation } from '../context.ts';
import { fault } from '../wire/fault.ts';
import { requireVpc, requireVSwitch } from './lookup.ts';

/** Moves a VPC with its VSwitches, or a VSwitch, to another resource group. */
export const moveResourceGroup: VpcOperation<'MoveResourceGroup'> = (request, context) => {
  const { resourceId, resourceType, newResourceGroupId: resourceGroupId } = request;
  const { vpcs, vswitches, routeTables } = context.tables;
  switch (resourceType.toUpperCase()) {
    case 'VPC': {
      const vpc = requireVpc(context, resourceId);
      vpcs.update(vpc.id, { resourceGroupId });
      for (const { id } of vswitches.by('vpcId', vpc.id)) vswitches.update(id, { resourceGroupId });
      for (const { id } of routeTables.by('vpcId', vpc.id)) routeTables.update(id, { resourceGroupId });
      return {};
    }
    case 'VSWITCH':
      vswitches.update(requireVSwitch(context, resourceId).id, { resourceGroupId });
      return {};
    default:
      throw fault('InvalidResourceType.NotFound', { ResourceType: resourceType });
  }
};
