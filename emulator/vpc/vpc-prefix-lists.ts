import type { Context, VpcOperation } from '../context.ts';
import { readChoice } from '../ecs/choices.ts';
import { equals, isOneOf, matchesAll } from '../ecs/filters.ts';
import { pageByToken } from '../ecs/paging.ts';
import { readTags, tagFilter } from '../ecs/tags.ts';
import { defaultResourceGroupId } from '../resource-manager/group-lookup.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { VpcPrefixList } from '../state/rows/vpc-options.ts';
import { fault } from '../wire/fault.ts';
import { given } from './changes.ts';
import { parseCidr } from './cidr.ts';
import { found } from './lookup.ts';
import { readText } from './names.ts';
import { newRow } from './new-row.ts';
import { toVpcTagList } from './vpc-tags.ts';

/** Entries that a list can have where nothing is asked for (API page CreateVpcPrefixList, MaxEntries). */
const defaultMaxEntries = 50;

interface EntryRequest {
  readonly cidr?: string;
  readonly description?: string;
}

type Entry = VpcPrefixList['entries'][number];

/** Makes a list of CIDR blocks. */
export const createVpcPrefixList: VpcOperation<'CreateVpcPrefixList'> = (request, context) => {
  const ipVersion = readChoice('IpVersion', request.ipVersion?.toUpperCase(), ['IPV4', 'IPV6']);
  const maxEntries = request.maxEntries ?? defaultMaxEntries;
  const list = context.tables.vpcPrefixLists.insert({
    ...newRow(context, 'pl'),
    status: 'Created',
    prefixListName: readText('PrefixListName', request.prefixListName) ?? '',
    prefixListDescription: readText('PrefixListDescription', request.prefixListDescription) ?? '',
    ipVersion,
    maxEntries,
    entries: withEntries([], request.prefixListEntries ?? [], ipVersion, maxEntries),
    resourceGroupId: request.resourceGroupId ?? defaultResourceGroupId(context.accountId),
    tags: readTags(request.tag, context),
  });
  return { prefixListId: list.id, resourceGroupId: list.resourceGroupId };
};

/** @throws Fault InvalidParameter, QuotaExceeded.PrefixListEntry */
const withEntries = (
  before: readonly Entry[],
  added: readonly EntryRequest[],
  ipVersion: VpcPrefixList['ipVersion'],
  most: number,
): Entry[] => {
  const entries = new Map(before.map((entry) => [entry.cidr, entry]));
  for (const { cidr = '', description = '' } of added) {
    const isBlock =
      ipVersion === 'IPV4' ? parseCidr(cidr) !== undefined : /^[0-9a-f:]+\/\d{1,3}$/i.test(cidr);
    if (!isBlock || entries.has(cidr)) {
      throw fault('InvalidParameter', {
        Parameter: 'Cidr',
        Reason: isBlock ? `${cidr} is in the list already` : `${cidr} is no block of ${ipVersion}`,
      });
    }
    entries.set(cidr, { cidr, description });
  }
  if (entries.size > most) throw fault('QuotaExceeded.PrefixListEntry', { Limit: most });
  return [...entries.values()];
};

/** @throws Fault ResourceNotFound.PrefixList */
const requireList = (context: Context, id: string): VpcPrefixList =>
  found(context.tables.vpcPrefixLists.getOwn(id, context), 'ResourceNotFound.PrefixList', id);

/** Takes entries away, adds others, and renames. */
export const modifyVpcPrefixList: VpcOperation<'ModifyVpcPrefixList'> = (request, context) => {
  const list = requireList(context, request.prefixListId);
  const { addPrefixListEntry = [], removePrefixListEntry = [], maxEntries = list.maxEntries } = request;
  const removed = new Set(removePrefixListEntry.map(({ cidr }) => cidr));
  const kept = list.entries.filter(({ cidr }) => !removed.has(cidr));
  context.tables.vpcPrefixLists.update(list.id, {
    maxEntries,
    entries: withEntries(kept, addPrefixListEntry, list.ipVersion, maxEntries),
    ...given({
      prefixListName: readText('PrefixListName', request.prefixListName),
      prefixListDescription: readText('PrefixListDescription', request.prefixListDescription),
    }),
  });
  return { prefixListId: list.id };
};

export const deleteVpcPrefixList: VpcOperation<'DeleteVpcPrefixList'> = ({ prefixListId }, context) => {
  context.tables.vpcPrefixLists.delete(requireList(context, prefixListId).id);
  return {};
};

/** Lists the caller's lists in the region, newest first. */
export const listPrefixLists: VpcOperation<'ListPrefixLists'> = (request, context) => {
  const matches = matchesAll<VpcPrefixList>([
    isOneOf(request.prefixListIds, ({ id }) => id),
    equals(request.prefixListName, ({ prefixListName }) => prefixListName),
    equals(request.resourceGroupId, ({ resourceGroupId }) => resourceGroupId),
    tagFilter(request.tags),
  ]);
  const rows = context.tables.vpcPrefixLists.list(context).toArray().filter(matches);
  const { items, info } = pageByToken(rows, request, context);
  return { ...info, prefixLists: items.map(describe) };
};

const describe = (list: VpcPrefixList) => ({
  prefixListId: list.id,
  prefixListName: list.prefixListName,
  prefixListDescription: list.prefixListDescription,
  prefixListStatus: list.status,
  status: list.status,
  prefixListType: 'Custom',
  shareType: '',
  ipVersion: list.ipVersion,
  maxEntries: list.maxEntries,
  cidrBlocks: list.entries.map(({ cidr }) => cidr),
  regionId: list.regionId,
  ownerId: list.accountId,
  creationTime: toIsoSeconds(list.createdAt),
  resourceGroupId: list.resourceGroupId,
  tags: toVpcTagList(list.tags),
});

/** The entries of a list. */
export const getVpcPrefixListEntries: VpcOperation<'GetVpcPrefixListEntries'> = (request, context) => {
  const list = requireList(context, request.prefixListId);
  const { items, info } = pageByToken(list.entries, request, context);
  const { nextToken, totalCount } = info;
  const place = { prefixListId: list.id, regionId: list.regionId };
  return {
    count: items.length,
    nextToken,
    totalCount,
    prefixListEntry: items.map((entry) => ({ ...entry, ...place })),
  };
};

/** What names a list: nothing here, since no route of this emulator goes to one. */
export const getVpcPrefixListAssociations: VpcOperation<'GetVpcPrefixListAssociations'> = (
  request,
  context,
) => {
  requireList(context, request.prefixListId);
  return { count: 0, totalCount: 0, nextToken: '', prefixListAssociation: [] };
};
