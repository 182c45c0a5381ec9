import type { Context, Transitions, VpcOperation } from '../context.ts';
import type { Eip } from '../state/rows/eip.ts';
import { fault } from '../wire/fault.ts';
import { readChoice } from '../ecs/choices.ts';
import { given } from './changes.ts';
import { readTarget, requireAssociation, showOnInstance } from './eip-targets.ts';
import { requireEip } from './lookup.ts';

/** Lifelike time until an address is bound or free; milliseconds. */
const associationTime = 3_000;

const associated = 'eip.associated';
const freed = 'eip.freed';

/** Binds an address to an instance, a network interface, a NAT gateway or an HAVIP. */
export const associateEipAddress: VpcOperation<'AssociateEipAddress'> = (request, context) => {
  const eip = requireEip(context, request.allocationId);
  requireEipStatus(eip, 'Available');
  const mode = readChoice('Mode', request.mode ?? eip.mode, ['NAT', 'BINDED', 'MULTI_BINDED']);
  const { instanceId, instanceType, privateIpAddress, vpcId } = request;
  const association = readTarget(
    { instanceId, mode, ...given({ instanceType, privateIpAddress, vpcId }) },
    context,
  );
  const changed = context.tables.eips.update(eip.id, { status: 'Associating', association, mode });
  showOnInstance(context, changed);
  context.schedule(associationTime, associated, eip.id);
  return {};
};

/** @throws Fault IncorrectEipStatus */
const requireEipStatus = ({ id, status }: Eip, wanted: Eip['status']): void => {
  if (status !== wanted) throw fault('IncorrectEipStatus', { AllocationId: id, Status: status });
};

/** Takes an address from what it is bound to. */
export const unassociateEipAddress: VpcOperation<'UnassociateEipAddress'> = (request, context) => {
  const eip = requireEip(context, request.allocationId);
  requireEipStatus(eip, 'InUse');
  const { instanceId } = requireAssociation(eip, request.instanceId);
  if (request.force !== true) checkUnused(context, eip, instanceId);
  const changed = context.tables.eips.update(eip.id, { status: 'Unassociating' });
  showOnInstance(context, changed);
  context.schedule(associationTime, freed, eip.id);
  return {};
};

/** @throws Fault InvalidIpStatus.HasBeenUsedBySnatTable, InvalidIpStatus.HasBeenUsedByForwardEntry */
const checkUnused = ({ tables }: Context, { ipAddress }: Eip, natGatewayId: string): void => {
  const snat = tables.snatEntries.by('natGatewayId', natGatewayId).toArray();
  if (snat.some(({ snatIp }) => snatIp.split(',').includes(ipAddress))) {
    throw fault('InvalidIpStatus.HasBeenUsedBySnatTable', { IpAddress: ipAddress });
  }
  const forward = tables.forwardEntries.by('natGatewayId', natGatewayId).toArray();
  if (forward.some(({ externalIp }) => externalIp === ipAddress)) {
    throw fault('InvalidIpStatus.HasBeenUsedByForwardEntry', { IpAddress: ipAddress });
  }
};

export const eipTransitions: Transitions = {
  [associated]: (id, { tables }) => {
    if (tables.eips.get(id)?.status === 'Associating') tables.eips.update(id, { status: 'InUse' });
  },
  [freed]: (id, { tables }) => {
    if (tables.eips.get(id)?.status === 'Unassociating')
      tables.eips.update(id, { status: 'Available', association: null });
  },
};
