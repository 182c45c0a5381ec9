import type { Context, TransitionContext } from '../context.ts';
import type { Eip, EipAssociation } from '../state/rows/eip.ts';
import { fault } from '../wire/fault.ts';
import { blocksOf } from './blocks.ts';
import { containsAddress, parseAddress } from './cidr.ts';
import { found, requireHaVip, requireNatGateway, requireVpc } from './lookup.ts';

interface AssociateRequest {
  readonly instanceId: string;
  readonly instanceType?: string;
  readonly privateIpAddress?: string;
  readonly mode?: string;
  readonly vpcId?: string;
}

/**
 * What an address is to be bound to (API page AssociateEipAddress, InstanceType).
 * @throws Fault InvalidInstanceType.NotSupport, the fault of the instance's own type where there is none or its
 *   status forbids it, InvalidAssociation.Duplicated where it has an address
 */
export const readTarget = (request: AssociateRequest, context: Context): EipAssociation => {
  switch (request.instanceType ?? 'EcsInstance') {
    case 'EcsInstance':
      return instanceTarget(request, context);
    case 'NetworkInterface':
      return interfaceTarget(request, context);
    case 'Nat':
      return natGatewayTarget(request, context);
    case 'HaVip':
      return haVipTarget(request, context);
    case 'IpAddress':
      return addressTarget(request, context);
    case 'SlbInstance':
      // There are no load balancers here, so there is none with this id.
      throw fault('InvalidInstanceId.NotFound', { InstanceId: request.instanceId });
    default:
      throw fault('InvalidInstanceType.NotSupport', { InstanceType: request.instanceType });
  }
};

const checkFree = (instanceId: string, { tables }: Context): void => {
  if (tables.eips.by('instanceId', instanceId).count > 0)
    throw fault('InvalidAssociation.Duplicated', { InstanceId: instanceId });
};

const instanceTarget = ({ instanceId }: AssociateRequest, context: Context): EipAssociation => {
  const instance = context.tables.instances.getOwn(instanceId, context);
  if (instance === undefined) throw fault('InvalidInstanceId.NotFound', { InstanceId: instanceId });
  if (instance.status !== 'Running' && instance.status !== 'Stopped') {
    throw fault('IncorrectInstanceStatus', { InstanceId: instanceId, Status: instance.status });
  }
  if (instance.publicIpAddress !== null) {
    throw fault('InvalidStatus.InstanceHasBandWidth', { InstanceId: instanceId });
  }
  checkFree(instanceId, context);
  return { instanceId, instanceType: 'EcsInstance', vpcId: '', privateIpAddress: '' };
};

/** A secondary interface has an address for each of its private ones, unless the address is seen there itself. */
const interfaceTarget = (request: AssociateRequest, context: Context): EipAssociation => {
  const { instanceId, mode = 'NAT' } = request;
  const row = context.tables.networkInterfaces.getOwn(instanceId, context);
  if (row === undefined) throw fault('InvalidInstanceId.NotFound', { InstanceId: instanceId });
  if (row.status !== 'Available' && row.status !== 'InUse') {
    throw fault('InvalidStatus.EniStatusNotSupport', { InstanceId: instanceId, Status: row.status });
  }
  const { privateIpAddress = '' } = request;
  const wanted = privateIpAddress || row.privateIpAddress;
  if (!row.privateIpAddresses.includes(wanted)) {
    throw fault('InvalidParameter', {
      Parameter: 'PrivateIpAddress',
      Reason: `${wanted} is not one of the interface's`,
    });
  }
  if (mode !== 'NAT') checkFree(instanceId, context);
  const bound = context.tables.eips.by('instanceId', instanceId).toArray();
  if (bound.some(({ association }) => (association?.privateIpAddress || row.privateIpAddress) === wanted)) {
    throw fault('InvalidAssociation.Duplicated', { InstanceId: instanceId });
  }
  return { instanceId, instanceType: 'NetworkInterface', vpcId: '', privateIpAddress };
};

/** A gateway has any number of addresses. */
const natGatewayTarget = ({ instanceId }: AssociateRequest, context: Context): EipAssociation => {
  const gateway = requireNatGateway(context, instanceId);
  if (gateway.status !== 'Available') {
    throw fault('IncorrectStatus.NatGateway', { Id: gateway.id, Status: gateway.status });
  }
  return { instanceId: gateway.id, instanceType: 'Nat', vpcId: '', privateIpAddress: '' };
};

const haVipTarget = ({ instanceId }: AssociateRequest, context: Context): EipAssociation => {
  const { id, status } = requireHaVip(context, instanceId);
  if (status !== 'Available' && status !== 'InUse') {
    throw fault('IncorrectHaVipStatus', { Id: id, Status: status });
  }
  checkFree(id, context);
  return { instanceId: id, instanceType: 'HaVip', vpcId: '', privateIpAddress: '' };
};

/** An address of a VPC, whoever has it there; it is its own id. */
const addressTarget = ({ instanceId, vpcId = '' }: AssociateRequest, context: Context): EipAssociation => {
  if (vpcId === '') throw fault('MissingParameter', { Parameter: 'VpcId' });
  const vpc = requireVpc(context, vpcId);
  const address = parseAddress(instanceId);
  if (address === undefined || !blocksOf(vpc).some((block) => containsAddress(block, address))) {
    throw fault('InvalidParameter', {
      Parameter: 'InstanceId',
      Reason: `${instanceId} is no address of the VPC`,
    });
  }
  const bound = context.tables.eips.by('instanceId', instanceId).toArray();
  if (bound.some(({ association }) => association?.vpcId === vpc.id)) {
    throw fault('InvalidAssociation.Duplicated', { InstanceId: instanceId });
  }
  return { instanceId, instanceType: 'IpAddress', vpcId: vpc.id, privateIpAddress: '' };
};

/** Writes what an instance tells of the address that is bound to it: the address, its bandwidth, or none. */
export const showOnInstance = ({ tables }: TransitionContext, eip: Eip): void => {
  const { association } = eip;
  if (association?.instanceType !== 'EcsInstance') return;
  const { instances } = tables;
  if (instances.get(association.instanceId) === undefined) return;
  const { id: allocationId, ipAddress, bandwidth, internetChargeType } = eip;
  const isShown = eip.status !== 'Unassociating';
  instances.update(association.instanceId, {
    eipAddress: isShown ? { allocationId, ipAddress, bandwidth, internetChargeType } : null,
  });
};

/** The address that is bound, to be taken away. @throws Fault InvalidAssociation.NotExists */
export const requireAssociation = (eip: Eip, instanceId: string | undefined): EipAssociation => {
  const { association } = eip;
  const isOther = instanceId !== undefined && instanceId !== '' && association?.instanceId !== instanceId;
  return found(isOther ? undefined : (association ?? undefined), 'InvalidAssociation.NotExists', eip.id);
};
