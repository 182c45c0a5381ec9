import type { Context, Transitions, VpcOperation } from '../context.ts';
import { equals, matchesAll } from '../ecs/filters.ts';
import { page } from '../ecs/paging.ts';
import { readTags, tagFilter } from '../ecs/tags.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { NetworkAcl, NetworkAclEntry } from '../state/rows/network-acl.ts';
import { becomes } from '../status-change.ts';
import { fault } from '../wire/fault.ts';
import { given } from './changes.ts';
import { requireNetworkAcl, requireVpc } from './lookup.ts';
import { readText } from './names.ts';
import { firstEntry } from './network-acl-entries.ts';
import { newRow } from './new-row.ts';
import { toVpcTagList } from './vpc-tags.ts';

/** Network ACLs of a VPC (VPC docs, Limits). */
const maxAcls = 20;

/** Makes a network ACL for VSwitches of a VPC; it lets everything through. */
export const createNetworkAcl: VpcOperation<'CreateNetworkAcl'> = (request, context) => {
  const vpc = requireVpc(context, request.vpcId);
  const { networkAcls } = context.tables;
  if (networkAcls.by('vpcId', vpc.id).count >= maxAcls)
    throw fault('QuotaExceeded.NetworkAcl', { Limit: maxAcls });
  const acl = networkAcls.insert({
    ...newRow(context, 'nacl'),
    status: 'Available',
    networkAclName: readText('NetworkAclName', request.networkAclName) ?? '',
    description: readText('Description', request.description) ?? '',
    vpcId: vpc.id,
    ingressEntries: [firstEntry(context)],
    egressEntries: [firstEntry(context)],
    vswitchIds: [],
    tags: readTags(request.tag, context),
  });
  return { networkAclId: acl.id, networkAclAttribute: describe(acl, context) };
};

/** Changes name and description. */
export const modifyNetworkAclAttributes: VpcOperation<'ModifyNetworkAclAttributes'> = (request, context) => {
  const acl = requireNetworkAcl(context, request.networkAclId);
  context.tables.networkAcls.update(
    acl.id,
    given({
      networkAclName: readText('NetworkAclName', request.networkAclName),
      description: readText('Description', request.description),
    }),
  );
  return {};
};

/** Deletes a network ACL that is bound to nothing. */
export const deleteNetworkAcl: VpcOperation<'DeleteNetworkAcl'> = ({ networkAclId }, context) => {
  const acl = requireNetworkAcl(context, networkAclId);
  if (acl.vswitchIds.length > 0) throw fault('NetworkAclExistBinding', { Id: acl.id });
  context.tables.networkAcls.delete(acl.id);
  return {};
};

/**
 * Lists the caller's network ACLs in the region, newest first. ResourceId and ResourceType take effect together only
 * (DescribeNetworkAcls, ResourceType): the provider sends the one without the other.
 */
export const describeNetworkAcls: VpcOperation<'DescribeNetworkAcls'> = (request, context) => {
  const { resourceId = '', resourceType = '' } = request;
  const matches = matchesAll<NetworkAcl>([
    equals(request.networkAclId, ({ id }) => id),
    equals(request.networkAclName, ({ networkAclName }) => networkAclName),
    equals(request.vpcId, ({ vpcId }) => vpcId),
    resourceId === '' || resourceType === ''
      ? undefined
      : ({ vswitchIds }) => vswitchIds.includes(resourceId),
    tagFilter(request.tags),
  ]);
  const rows = context.tables.networkAcls.list(context).toArray().filter(matches);
  const { items, info } = page(rows, request, context, { maxPageSize: 50 });
  return {
    pageNumber: String(info.pageNumber),
    pageSize: String(info.pageSize),
    totalCount: String(info.totalCount),
    networkAcls: { networkAcl: items.map((acl) => describe(acl, context)) },
  };
};

/** All that is known of one network ACL. */
export const describeNetworkAclAttributes: VpcOperation<'DescribeNetworkAclAttributes'> = (
  { networkAclId },
  context,
) => ({ networkAclAttribute: describe(requireNetworkAcl(context, networkAclId), context) });

const describe = (acl: NetworkAcl, { accountId }: Context) => ({
  networkAclId: acl.id,
  networkAclName: acl.networkAclName,
  description: acl.description,
  status: acl.status,
  vpcId: acl.vpcId,
  regionId: acl.regionId,
  ownerId: Number(accountId),
  creationTime: toIsoSeconds(acl.createdAt),
  ingressAclEntries: {
    ingressAclEntry: acl.ingressEntries.map((entry) => ({
      ...describeEntry(entry),
      sourceCidrIp: entry.cidrIp,
    })),
  },
  egressAclEntries: {
    egressAclEntry: acl.egressEntries.map((entry) => ({
      ...describeEntry(entry),
      destinationCidrIp: entry.cidrIp,
    })),
  },
  resources: {
    resource: acl.vswitchIds.map((resourceId) => ({ resourceId, resourceType: 'VSwitch', status: 'BINDED' })),
  },
  tags: { tag: toVpcTagList(acl.tags) },
});

const describeEntry = (entry: NetworkAclEntry) => ({
  networkAclEntryId: entry.id,
  networkAclEntryName: entry.networkAclEntryName,
  description: entry.description,
  policy: entry.policy,
  protocol: entry.protocol,
  port: entry.port,
  ipVersion: entry.ipVersion,
  entryType: entry.entryType,
});

export const networkAclTransitions: Transitions = {
  'network-acl.available': becomes(({ networkAcls }) => networkAcls, 'Available'),
};
