import type { Context, VpcOperation } from '../context.ts';
import { fault } from '../wire/fault.ts';
import { given } from './changes.ts';
import { requireNetworkAcl, requireVSwitch } from './lookup.ts';
import { readEntries } from './network-acl-entries.ts';

/** Lifelike time until a change is in force; milliseconds. */
const changeTime = 2_000;

const changing = (context: Context, id: string): void => {
  context.tables.networkAcls.update(id, { status: 'Modifying' });
  context.schedule(changeTime, 'network-acl.available', id);
};

/** Puts other custom rules in place of those that are there, in the directions that are named. */
export const updateNetworkAclEntries: VpcOperation<'UpdateNetworkAclEntries'> = (request, context) => {
  const acl = requireNetworkAcl(context, request.networkAclId);
  const { ingressAclEntries = [], egressAclEntries = [] } = request;
  const ingress = readEntries(context, ingressAclEntries, ({ sourceCidrIp }) => sourceCidrIp);
  const egress = readEntries(context, egressAclEntries, ({ destinationCidrIp }) => destinationCidrIp);
  context.tables.networkAcls.update(
    acl.id,
    given({
      ingressEntries: request.updateIngressAclEntries === true ? ingress : undefined,
      egressEntries: request.updateEgressAclEntries === true ? egress : undefined,
    }),
  );
  changing(context, acl.id);
  return {};
};

/** Gives a network ACL the rules of another. */
export const copyNetworkAclEntries: VpcOperation<'CopyNetworkAclEntries'> = (request, context) => {
  const acl = requireNetworkAcl(context, request.networkAclId);
  const { ingressEntries, egressEntries } = requireNetworkAcl(context, request.sourceNetworkAclId);
  context.tables.networkAcls.update(acl.id, { ingressEntries, egressEntries });
  changing(context, acl.id);
  return {};
};

interface NamedResource {
  readonly resourceId?: string;
  readonly resourceType?: string;
}

/** Ids of the VSwitches that a request names. @throws Fault InvalidResourceType.NotFound */
const vswitchIdsOf = (resources: readonly NamedResource[]): string[] =>
  resources.map(({ resourceId = '', resourceType = '' }) => {
    if (resourceType !== 'VSwitch')
      throw fault('InvalidResourceType.NotFound', { ResourceType: resourceType });
    return resourceId;
  });

/** Binds a network ACL to VSwitches of its VPC that have none. */
export const associateNetworkAcl: VpcOperation<'AssociateNetworkAcl'> = (request, context) => {
  const acl = requireNetworkAcl(context, request.networkAclId);
  const { vswitches, networkAcls } = context.tables;
  const added = vswitchIdsOf(request.resource ?? []).map((id) => requireVSwitch(context, id));
  for (const { id, vpcId, networkAclId = '' } of added) {
    if (vpcId !== acl.vpcId) throw fault('InvalidVSwitchId.NotFound', { VSwitchId: id });
    if (networkAclId !== '') throw fault('InvalidAssociation.Duplicated', { InstanceId: id });
    vswitches.update(id, { networkAclId: acl.id });
  }
  networkAcls.update(acl.id, { vswitchIds: [...acl.vswitchIds, ...added.map(({ id }) => id)] });
  changing(context, acl.id);
  return {};
};

/** Takes a network ACL from VSwitches. */
export const unassociateNetworkAcl: VpcOperation<'UnassociateNetworkAcl'> = (request, context) => {
  const acl = requireNetworkAcl(context, request.networkAclId);
  const removed = vswitchIdsOf(request.resource ?? []);
  const stranger = removed.find((id) => !acl.vswitchIds.includes(id));
  if (stranger !== undefined) throw fault('InvalidVSwitchId.NotFound', { VSwitchId: stranger });
  const { vswitches, networkAcls } = context.tables;
  for (const id of removed) vswitches.update(id, { networkAclId: '' });
  networkAcls.update(acl.id, { vswitchIds: acl.vswitchIds.filter((id) => !removed.includes(id)) });
  changing(context, acl.id);
  return {};
};
