import type { EcsOperation } from '../context.ts';
import { fault } from '../wire/fault.ts';
import { page } from './paging.ts';
import { ownTaggedRow, ownTaggedRows, requireTaggedRows, resourceIdOf, setTags } from './tagged-rows.ts';
import type { TaggedRow } from './tagged-rows.ts';
import {
  checkTagKey,
  checkTagQuota,
  checkTagValue,
  maxTagsPerRequest,
  tagEntries,
  tagFilter,
  withoutTags,
} from './tags.ts';

const maxResourceIds = 50;

/** Adds tags to up to 50 resources of one type; a key that is there gets the new value. */
export const tagResources: EcsOperation<'TagResources'> = ({ resourceType, resourceId, tag }, context) => {
  const ids = checkedIds(resourceId);
  if (tag.length > maxTagsPerRequest) throw fault('NumberExceed.Tags', { Limit: maxTagsPerRequest });
  const added = new Map<string, string>();
  for (const { key, value = '' } of tag) {
    checkTagKey(key ?? '');
    checkTagValue(value);
    if (added.has(key ?? '')) throw fault('Duplicate.TagKey', { Key: key });
    added.set(key ?? '', value);
  }
  for (const row of requireTaggedRows(resourceType, ids, context)) {
    const tags = { ...row.tags, ...Object.fromEntries(added) };
    checkTagQuota(Object.keys(tags).length, context);
    setTags(resourceType, row, tags, context);
  }
  return {};
};

/** Takes the named tags off resources, or all of them with All; a tag that is not there is no error. */
export const untagResources: EcsOperation<'UntagResources'> = (request, context) => {
  const { resourceType, resourceId, tagKey = [], all } = request;
  const ids = checkedIds(resourceId);
  if (tagKey.length > maxTagsPerRequest) throw fault('NumberExceed.Tags', { Limit: maxTagsPerRequest });
  if (tagKey.length === 0 && all !== true) throw fault('MissingParameter.Tags');
  for (const row of requireTaggedRows(resourceType, ids, context)) {
    setTags(resourceType, row, withoutTags(row.tags, tagKey, true), context);
  }
  return {};
};

/** Tags of a page of the listing; the API gives the caller no say in it. */
const tagsPerPage = 50;

/** Lists tags with their resources: of the named resources, or of those that have the named tags. */
export const listTagResources: EcsOperation<'ListTagResources'> = (request, context) => {
  const { resourceType, resourceId = [], tag, tagFilter: fuzzy = [] } = request;
  const ids = checkedIds(resourceId);
  const hasTags = tagFilter(tag);
  const rows =
    ids.length === 0
      ? ownTaggedRows(resourceType, context)
      : ids.flatMap((id) => ownTaggedRow(resourceType, id, context) ?? []);
  const found = rows.filter(
    (row) => (hasTags?.(row) ?? true) && fuzzy.every((wanted) => matchesFuzzily(row, wanted)),
  );
  const entries = tagEntries(
    found.map((row) => ({ id: resourceIdOf(resourceType, row), tags: row.tags })),
    resourceType,
  );
  const { nextToken = '' } = request;
  const { items, info } = page(entries, { nextToken, maxResults: tagsPerPage }, context);
  return { tagResources: { tagResource: items }, nextToken: info.nextToken };
};

const checkedIds = (resourceIds: readonly string[]): string[] => {
  if (resourceIds.length > maxResourceIds) throw fault('NumberExceed.ResourceIds', { Limit: maxResourceIds });
  return [...new Set(resourceIds)];
};

/** Texts that occur in a key and, if any are named, in its value (ListTagResources.md, TagFilter.N). */
const matchesFuzzily = (
  { tags }: TaggedRow,
  { tagKey = '', tagValues = [] }: { readonly tagKey?: string; readonly tagValues?: readonly string[] },
): boolean =>
  Object.entries(tags).some(
    ([key, value]) =>
      key.includes(tagKey) && (tagValues.length === 0 || tagValues.some((text) => value.includes(text))),
  );
