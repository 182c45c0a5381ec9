import type { Context, VpcOperation } from '../context.ts';
import { equals, isOneOf, matchesAll } from '../ecs/filters.ts';
import { pageByToken } from '../ecs/paging.ts';
import { readTags, tagFilter } from '../ecs/tags.ts';
import { defaultResourceGroupId } from '../resource-manager/group-lookup.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { DhcpOptionsSet } from '../state/rows/vpc-options.ts';
import { fault } from '../wire/fault.ts';
import { given } from './changes.ts';
import { found, requireVpc } from './lookup.ts';
import { readText } from './names.ts';
import { newRow } from './new-row.ts';
import { toVpcTagList } from './vpc-tags.ts';

interface OptionsRequest {
  readonly dhcpOptionsSetName?: string;
  readonly dhcpOptionsSetDescription?: string;
  readonly domainName?: string;
  readonly domainNameServers?: string;
  readonly leaseTime?: string;
  readonly ipv6LeaseTime?: string;
}

/** What a set has where nothing is asked for: leases of ten years, and neither domain nor servers of its own. */
const defaults = { domainName: '', domainNameServers: '', leaseTime: '3650' };

const readOptions = (request: OptionsRequest) =>
  given({
    dhcpOptionsSetName: readText('DhcpOptionsSetName', request.dhcpOptionsSetName),
    dhcpOptionsSetDescription: readText('DhcpOptionsSetDescription', request.dhcpOptionsSetDescription),
    domainName: request.domainName,
    domainNameServers: readServers(request.domainNameServers),
    leaseTime: readLease('LeaseTime', request.leaseTime),
    ipv6LeaseTime: readLease('Ipv6LeaseTime', request.ipv6LeaseTime),
  });

/** Up to four addresses with commas between (API page CreateDhcpOptionsSet). @throws Fault InvalidParameter */
const readServers = (text: string | undefined): string | undefined => {
  if (text !== undefined && text.split(',').length > 4) {
    throw fault('InvalidParameter', {
      Parameter: 'DomainNameServers',
      Reason: 'there can be up to 4 servers',
    });
  }
  return text;
};

/** Hours from 24 to 1,176, or 87,600; or days, "3650d" or "30d". @throws Fault InvalidParameter */
const readLease = (parameter: string, text: string | undefined): string | undefined => {
  if (text === undefined || /^\d+[dh]?$/.test(text)) return text;
  throw fault('InvalidParameter', { Parameter: parameter, Reason: `${text} is no time of hours or days` });
};

/** Makes a set of options that VPCs can tell their instances. */
export const createDhcpOptionsSet: VpcOperation<'CreateDhcpOptionsSet'> = (request, context) => {
  const set = context.tables.dhcpOptionsSets.insert({
    ...newRow(context, 'dopt'),
    dhcpOptionsSetName: '',
    dhcpOptionsSetDescription: '',
    ...defaults,
    ipv6LeaseTime: defaults.leaseTime,
    ...readOptions(request),
    resourceGroupId: request.resourceGroupId ?? defaultResourceGroupId(context.accountId),
    tags: readTags(request.tag, context),
  });
  return { dhcpOptionsSetId: set.id, resourceGroupId: set.resourceGroupId };
};

/** @throws Fault ResourceNotFound.DhcpOptionsSet */
const requireSet = (context: Context, id: string): DhcpOptionsSet =>
  found(context.tables.dhcpOptionsSets.getOwn(id, context), 'ResourceNotFound.DhcpOptionsSet', id);

/** Changes what is named. */
export const updateDhcpOptionsSetAttribute: VpcOperation<'UpdateDhcpOptionsSetAttribute'> = (
  request,
  context,
) => {
  const { id } = requireSet(context, request.dhcpOptionsSetId);
  context.tables.dhcpOptionsSets.update(id, readOptions(request));
  return {};
};

/** Deletes a set that no VPC has. */
export const deleteDhcpOptionsSet: VpcOperation<'DeleteDhcpOptionsSet'> = ({ dhcpOptionsSetId }, context) => {
  const { id } = requireSet(context, dhcpOptionsSetId);
  if (context.tables.vpcs.by('dhcpOptionsSetId', id).count > 0) {
    throw fault('InvalidDhcpOptionsSetId.AttachedVpc', { Id: id });
  }
  context.tables.dhcpOptionsSets.delete(id);
  return {};
};

/** Has a VPC tell its instances the options of a set. */
export const attachDhcpOptionsSetToVpc: VpcOperation<'AttachDhcpOptionsSetToVpc'> = (request, context) => {
  const { id } = requireSet(context, request.dhcpOptionsSetId);
  const vpc = requireVpc(context, request.vpcId);
  if ((vpc.dhcpOptionsSetId ?? '') !== '')
    throw fault('InvalidAssociation.Duplicated', { InstanceId: vpc.id });
  context.tables.vpcs.update(vpc.id, { dhcpOptionsSetId: id });
  return {};
};

/** Puts another set in place of the one that a VPC has. */
export const replaceVpcDhcpOptionsSet: VpcOperation<'ReplaceVpcDhcpOptionsSet'> = (request, context) => {
  const { id } = requireSet(context, request.dhcpOptionsSetId);
  context.tables.vpcs.update(requireVpc(context, request.vpcId).id, { dhcpOptionsSetId: id });
  return {};
};

/** Takes a set from a VPC. */
export const detachDhcpOptionsSetFromVpc: VpcOperation<'DetachDhcpOptionsSetFromVpc'> = (
  request,
  context,
) => {
  const { id } = requireSet(context, request.dhcpOptionsSetId);
  const vpc = requireVpc(context, request.vpcId);
  if (vpc.dhcpOptionsSetId !== id) throw fault('InvalidAssociation.NotExists', { Id: id });
  context.tables.vpcs.update(vpc.id, { dhcpOptionsSetId: '' });
  return {};
};

/** All that is known of one set. */
export const getDhcpOptionsSet: VpcOperation<'GetDhcpOptionsSet'> = ({ dhcpOptionsSetId }, context) => {
  const set = requireSet(context, dhcpOptionsSetId);
  const vpcs = context.tables.vpcs.by('dhcpOptionsSetId', set.id).toArray();
  return {
    ...describe(set, context),
    associateVpcs: vpcs.map(({ id }) => ({ vpcId: id, associateStatus: 'InUse' })),
  };
};

/** Lists the caller's sets in the region, newest first. */
export const listDhcpOptionsSets: VpcOperation<'ListDhcpOptionsSets'> = (request, context) => {
  const matches = matchesAll<DhcpOptionsSet>([
    isOneOf(request.dhcpOptionsSetId, ({ id }) => id),
    equals(request.dhcpOptionsSetName, ({ dhcpOptionsSetName }) => dhcpOptionsSetName),
    equals(request.domainName, ({ domainName }) => domainName),
    equals(request.resourceGroupId, ({ resourceGroupId }) => resourceGroupId),
    tagFilter(request.tags),
  ]);
  const rows = context.tables.dhcpOptionsSets.list(context).toArray().filter(matches);
  const { items, info } = pageByToken(rows, request, context);
  return {
    nextToken: info.nextToken,
    totalCount: String(info.totalCount),
    dhcpOptionsSets: items.map((set) => ({
      ...describe(set, context),
      associateVpcCount: context.tables.vpcs.by('dhcpOptionsSetId', set.id).count,
    })),
  };
};

const describe = (set: DhcpOptionsSet, { tables }: Context) => ({
  dhcpOptionsSetId: set.id,
  dhcpOptionsSetName: set.dhcpOptionsSetName,
  dhcpOptionsSetDescription: set.dhcpOptionsSetDescription,
  status: tables.vpcs.by('dhcpOptionsSetId', set.id).count > 0 ? 'InUse' : 'Available',
  ownerId: Number(set.accountId),
  creationTime: toIsoSeconds(set.createdAt),
  dhcpOptions: {
    domainName: set.domainName,
    domainNameServers: set.domainNameServers,
    leaseTime: set.leaseTime,
    ipv6LeaseTime: set.ipv6LeaseTime,
  },
  resourceGroupId: set.resourceGroupId,
  tags: toVpcTagList(set.tags),
});
