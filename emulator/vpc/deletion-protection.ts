import type { VpcOperation } from '../context.ts';
import { readChoice } from '../ecs/choices.ts';
import { requireEip, requireNatGateway } from './lookup.ts';

/** Protects an address or a NAT gateway from being deleted, or does so no longer. */
export const deletionProtection: VpcOperation<'DeletionProtection'> = (request, context) => {
  const { instanceId, protectionEnable } = request;
  const { eips, natGateways } = context.tables;
  const change = { deletionProtection: protectionEnable };
  if (readChoice('Type', request.type, ['EIP', 'NATGW']) === 'EIP') {
    eips.update(requireEip(context, instanceId).id, change);
  } else {
    natGateways.update(requireNatGateway(context, instanceId).id, change);
  }
  return {};
};
