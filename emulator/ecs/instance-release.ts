import type { TransitionContext } from '../context.ts';
import { releaseAddressesOf } from '../vpc/released-addresses.ts';
import { leaveAutoProvisioningGroup } from './auto-provisioning-group-members.ts';
import { releaseInstanceDisks } from './disk-rows.ts';
import { releaseNetworkInterfaces } from './network-interface-rows.ts';

/** Releases an instance whatever its status: what belongs to it goes with it. */
export const releaseInstance = (context: TransitionContext, instanceId: string): void => {
  releaseInstanceDisks(context, instanceId);
  releaseNetworkInterfaces(context, instanceId);
  releaseAddressesOf(context, instanceId);
  context.tables.instances.delete(instanceId);
  leaveAutoProvisioningGroup(context, instanceId);
};
