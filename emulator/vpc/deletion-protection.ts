import type { VpcOperation } from '../context.ts';
import { readChoice } from '../ecs/choices.ts';
import { requireCommonBandwidthPackage, requireEip, requireNatGateway } from './lookup.ts';

/** Protects an address, a NAT gateway or a package of bandwidth from being deleted, or does so no longer. */
export const deletionProtection: VpcOperation<'DeletionProtection'> = (request, context) => {
  const { instanceId, protectionEnable } = request;
  const { commonBandwidthPackages, eips, natGateways } = context.tables;
  const change = { deletionProtection: protectionEnable };
  const type = readChoice('Type', request.type, ['EIP', 'NATGW', 'CBWP']);
  if (type === 'EIP') {
    eips.update(requireEip(context, instanceId).id, change);
  } else if (type === 'CBWP') {
    commonBandwidthPackages.update(requireCommonBandwidthPackage(context, instanceId).id, change);
  } else {
    natGateways.update(requireNatGateway(context, instanceId).id, change);
  }
  return {};
};
