import type { Context, EcsOperation } from '../context.ts';
import { fault } from '../wire/fault.ts';
import { page } from './paging.ts';
import {
  ownTaggedRow,
  ownTaggedRows,
  requireTaggedRows,
  resourceIdOf,
  setTags,
  taggedTypes,
} from './tagged-rows.ts';
import type { TaggedRow } from './tagged-rows.ts';
import { checkTagKey, checkTagQuota, checkTagValue, maxTagsPerRequest, tagFilter } from './tags.ts';

/** DescribeTags and DescribeResourceByTags page by 50. */
const limits = { defaultSize: 50 };

/** Lists the tags in use, each pair of key and value once, with the number of resources by type. */
export const describeTags: EcsOperation<'DescribeTags'> = (request, context) => {
  const { resourceId = '', tag } = request;
  const isWanted = pairTest(tag);
  const pairs = new Map<string, { tagKey: string; tagValue: string; counts: Map<string, number> }>();
  for (const type of typesOf(request.resourceType)) {
    for (const { tags } of rowsOf(type, resourceId, context)) {
      for (const [tagKey, tagValue] of Object.entries(tags)) {
        if (!isWanted(tagKey, tagValue)) continue;
        const name = JSON.stringify([tagKey, tagValue]);
        const pair = pairs.get(name) ?? { tagKey, tagValue, counts: new Map<string, number>() };
        pairs.set(name, pair);
        pair.counts.set(type, (pair.counts.get(type) ?? 0) + 1);
      }
    }
  }
  const { items, info } = page([...pairs.values()], request, context, limits);
  return {
    ...info,
    tags: {
      tag: items.map(({ tagKey, tagValue, counts }) => ({
        tagKey,
        tagValue,
        resourceTypeCount: {
          instance: counts.get('instance') ?? 0,
          disk: counts.get('disk') ?? 0,
          snapshot: counts.get('snapshot') ?? 0,
          image: counts.get('image') ?? 0,
          securitygroup: counts.get('securitygroup') ?? 0,
          eni: counts.get('eni') ?? 0,
          ddh: counts.get('ddh') ?? 0,
          keyPair: counts.get('keypair') ?? 0,
          launchTemplate: counts.get('launchtemplate') ?? 0,
          reservedInstance: counts.get('reservedinstance') ?? 0,
          snapshotPolicy: counts.get('snapshotpolicy') ?? 0,
        },
      })),
    },
  };
};

/** Lists the resources that have all of the named tags. */
export const describeResourceByTags: EcsOperation<'DescribeResourceByTags'> = (request, context) => {
  const hasTags = tagFilter(request.tag) ?? (({ tags }: TaggedRow) => Object.keys(tags).length > 0);
  const resources = typesOf(request.resourceType).flatMap((resourceType) =>
    ownTaggedRows(resourceType, context)
      .filter(hasTags)
      .map((row) => ({ resourceId: resourceIdOf(resourceType, row), resourceType, regionId: row.regionId })),
  );
  const { items, info } = page(resources, request, context, limits);
  return { ...info, resources: { resource: items } };
};

/** The older TagResources, for one resource. Keys have up to 64 characters here. */
export const addTags: EcsOperation<'AddTags'> = ({ resourceType, resourceId, tag }, context) => {
  checkCount(tag);
  const added = new Map<string, string>();
  for (const { key = '', value = '' } of tag) {
    if (key === '') throw fault('InvalidTag.Mismatch');
    if (key.length > 64) throw fault('InvalidTagKey.Malformed', { Key: key });
    checkTagKey(key);
    checkTagValue(value);
    added.set(key, value);
  }
  for (const row of requireTaggedRows(resourceType, [resourceId], context)) {
    const tags = { ...row.tags, ...Object.fromEntries(added) };
    checkTagQuota(Object.keys(tags).length, context);
    setTags(resourceType, row, tags, context);
  }
  return {};
};

/** The older UntagResources: takes off tags by key, or by key and value where a value is given. */
export const removeTags: EcsOperation<'RemoveTags'> = ({ resourceType, resourceId, tag = [] }, context) => {
  checkCount(tag);
  const goes = (key: string, value: string): boolean =>
    tag.some((wanted) => wanted.key === key && ((wanted.value ?? '') === '' || wanted.value === value));
  for (const row of requireTaggedRows(resourceType, [resourceId], context)) {
    const kept = Object.entries(row.tags).filter(([key, value]) => !goes(key, value));
    setTags(resourceType, row, Object.fromEntries(kept), context);
  }
  return {};
};

const checkCount = (tags: readonly unknown[]): void => {
  if (tags.length > maxTagsPerRequest) throw fault('InvalidTagCount', { Limit: maxTagsPerRequest });
};

const typesOf = (resourceType = ''): readonly string[] =>
  resourceType === '' ? taggedTypes : [resourceType.toLowerCase()];

const rowsOf = (resourceType: string, resourceId: string, context: Context): TaggedRow[] => {
  if (resourceId === '') return ownTaggedRows(resourceType, context);
  const row = ownTaggedRow(resourceType, resourceId, context);
  return row === undefined ? [] : [row];
};

/** A pair is wanted if one of the named tags is it: its key, and its value where one is named. */
const pairTest = (
  tags: readonly { readonly key?: string; readonly value?: string }[] | undefined,
): ((key: string, value: string) => boolean) => {
  if (tags === undefined || tags.length === 0) return () => true;
  checkCount(tags);
  return (key, value) =>
    tags.some((wanted) => wanted.key === key && ((wanted.value ?? '') === '' || wanted.value === value));
};
