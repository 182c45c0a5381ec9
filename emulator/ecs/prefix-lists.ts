import type { Context, EcsOperation } from '../context.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { PrefixList } from '../state/rows/prefix-list.ts';
import { fault } from '../wire/fault.ts';
import { checkDescription, isResourceName } from './names.ts';
import { pageByToken } from './paging.ts';
import { readIpv4, readIpv6 } from './security-group-rule-format.ts';
import { readTags, tagFilter, toTagList } from './tags.ts';

type Entry = PrefixList['entries'][number];

/** Most entries that one call adds or takes away, and that a list can have (limits page). */
const maxEntries = 200;

export const createPrefixList: EcsOperation<'CreatePrefixList'> = (request, context) => {
  const { prefixListName, description = '', maxEntries: most } = request;
  checkTexts(prefixListName, description);
  const family = request.addressFamily;
  if (family !== 'IPv4' && family !== 'IPv6')
    throw fault('InvalidParameter.AddressFamily', { Value: family });
  if (most < 1 || most > maxEntries) {
    throw fault('InvalidParameter', {
      Parameter: 'MaxEntries',
      Reason: `it must be from 1 to ${maxEntries}`,
    });
  }
  const { prefixLists } = context.tables;
  const limit = context.quota('prefixListsPerRegion');
  if (prefixLists.list(context).count >= limit && context.enforces('prefix-list.count-limit')) {
    throw fault('LimitExceed.PrefixListPerRegion', { Limit: limit });
  }
  const list = prefixLists.insert({
    id: context.newId('pl'),
    accountId: context.accountId,
    regionId: context.regionId,
    prefixListName,
    description,
    addressFamily: family,
    maxEntries: most,
    entries: withEntries([], request.entry ?? [], family, most),
    resourceGroupId: request.resourceGroupId ?? '',
    tags: readTags(request.tag, context),
    createdAt: context.now,
  });
  return { prefixListId: list.id };
};

/** @throws Fault InvalidParameter.PrefixListName, InvalidDescription.Malformed */
const checkTexts = (name: string, description: string): void => {
  if (!isResourceName(name) || /^aliyun/i.test(name)) {
    throw fault('InvalidParameter.PrefixListName', { Name: name });
  }
  checkDescription(description);
};

/** @throws Fault InvalidParameter.CidrMalformed, .CidrDuplicated, LimitExceed.Entry, LimitExceed.MaxEntries */
const withEntries = (
  before: readonly Entry[],
  added: readonly { readonly cidr?: string; readonly description?: string }[],
  family: PrefixList['addressFamily'],
  most: number,
): Entry[] => {
  if (added.length > maxEntries) throw fault('LimitExceed.Entry', { Limit: maxEntries });
  const entries = new Map(before.map((entry) => [entry.cidr, entry]));
  for (const { cidr: text = '', description = '' } of added) {
    const read = family === 'IPv4' ? readIpv4 : readIpv6;
    const cidr = read(text, 'InvalidParameter.CidrMalformed');
    if (entries.has(cidr)) throw fault('InvalidParameter.CidrDuplicated', { Value: cidr });
    checkDescription(description);
    entries.set(cidr, { cidr, description });
  }
  if (entries.size > most) throw fault('LimitExceed.MaxEntries', { Limit: most });
  return [...entries.values()];
};

/** Takes entries away, adds others, and renames. A description changes by both in one call. */
export const modifyPrefixList: EcsOperation<'ModifyPrefixList'> = (request, context) => {
  const list = requirePrefixList(context, request.prefixListId);
  const { prefixListName = '', description, addEntry = [], removeEntry = [] } = request;
  checkTexts(prefixListName || list.prefixListName, description ?? '');
  if (removeEntry.length > maxEntries) throw fault('LimitExceed.Entry', { Limit: maxEntries });
  const goes = new Set(removeEntry.map(({ cidr }) => cidr));
  const kept = list.entries.filter(({ cidr }) => !goes.has(cidr));
  context.tables.prefixLists.update(list.id, {
    prefixListName: prefixListName || list.prefixListName,
    description: description ?? list.description,
    entries: withEntries(kept, addEntry, list.addressFamily, list.maxEntries),
  });
  return {};
};

/**
 * Deletes a list that no rule names. The API's page has no error for one in use; DependencyViolation is
 * what ECS answers elsewhere.
 */
export const deletePrefixList: EcsOperation<'DeletePrefixList'> = (request, context) => {
  const list = requirePrefixList(context, request.prefixListId);
  const users = context.tables.securityGroups.by('prefixListId', list.id).count;
  if (users > 0 && context.enforces('prefix-list.delete-unused-only')) {
    throw fault(
      'DependencyViolation',
      { Details: `security group rules name the prefix list ${list.id}` },
      403,
    );
  }
  context.tables.prefixLists.delete(list.id);
  return {};
};

/** @throws Fault InvalidPrefixListId.NotFound */
const requirePrefixList = (context: Context, id: string): PrefixList => {
  const list = context.tables.prefixLists.getOwn(id, context);
  if (list === undefined) throw fault('InvalidPrefixListId.NotFound', { Id: id });
  return list;
};

const identityOf = (list: PrefixList) => ({
  prefixListId: list.id,
  prefixListName: list.prefixListName,
  description: list.description,
  addressFamily: list.addressFamily,
  maxEntries: list.maxEntries,
  creationTime: toIsoSeconds(list.createdAt),
});

export const describePrefixListAttributes: EcsOperation<'DescribePrefixListAttributes'> = (
  request,
  context,
) => {
  const list = requirePrefixList(context, request.prefixListId);
  return { ...identityOf(list), entries: { entry: list.entries.map((entry) => ({ ...entry })) } };
};

export const describePrefixLists: EcsOperation<'DescribePrefixLists'> = (request, context) => {
  const { prefixListId: ids = [], prefixListName = '', addressFamily = '', resourceGroupId = '' } = request;
  const { securityGroups, prefixLists } = context.tables;
  const hasTags = tagFilter(request.tag);
  const found = [...prefixLists.list(context)].filter(
    (list) =>
      (ids.length === 0 || ids.includes(list.id)) &&
      (prefixListName === '' || list.prefixListName === prefixListName) &&
      (addressFamily === '' || list.addressFamily === addressFamily) &&
      (resourceGroupId === '' || list.resourceGroupId === resourceGroupId) &&
      (hasTags?.(list) ?? true),
  );
  const { items, info } = pageByToken(found, request, context);
  return {
    nextToken: info.nextToken,
    prefixLists: {
      prefixList: items.map((list) => ({
        ...identityOf(list),
        associationCount: securityGroups.by('prefixListId', list.id).count,
        resourceGroupId: list.resourceGroupId,
        tags: { tag: toTagList(list.tags) },
      })),
    },
  };
};

/** Security groups whose rules name a list. */
export const describePrefixListAssociations: EcsOperation<'DescribePrefixListAssociations'> = (
  request,
  context,
) => {
  const list = requirePrefixList(context, request.prefixListId);
  const groups = [...context.tables.securityGroups.by('prefixListId', list.id)];
  const { items, info } = pageByToken(groups, request, context);
  return {
    nextToken: info.nextToken,
    prefixListAssociations: {
      prefixListAssociation: items.map(({ id }) => ({ resourceId: id, resourceType: 'securitygroup' })),
    },
  };
};
