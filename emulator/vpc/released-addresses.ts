import type { TransitionContext } from '../context.ts';
import { removeInstance, settleHaVip } from './ha-vip-instances.ts';

/** Frees the EIPs of an instance, an interface or a gateway that is released, and takes it from its HAVIPs. */
export const releaseAddressesOf = (context: TransitionContext, instanceId: string): void => {
  const { eips, haVips } = context.tables;
  for (const { id } of eips.by('instanceId', instanceId)) {
    eips.update(id, { status: 'Available', association: null });
  }
  for (const haVip of haVips.by('instanceId', instanceId)) {
    removeInstance(context, haVip, instanceId);
    settleHaVip(context, haVip.id);
  }
};
