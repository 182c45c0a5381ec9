import type { Context } from '../context.ts';
import { fault } from '../wire/fault.ts';

/** A tag as a request carries it. */
export interface RequestTag {
  readonly key?: string;
  readonly value?: string;
}

/** Tags as rows keep them. */
export type Tags = Readonly<Record<string, string>>;

/** Entries of one request (limits.json, tagsPerResource: Tag.N takes N = 1 to 20 everywhere). */
export const maxTagsPerRequest = 20;

/**
 * Checks the Tag.N of a request that creates something, and makes what a row keeps of them.
 * @param tags the request's tags; none is an empty result
 * @throws Fault InvalidTagCount, InvalidTagKey.Malformed, InvalidTagValue.Malformed, Duplicate.TagKey,
 *   QuotaExceed.Tags (TagResources.md, CreateImage.md, RunInstances.md)
 */
export const readTags = (tags: readonly RequestTag[] | undefined, context: Context): Tags => {
  const entries = tags ?? [];
  if (entries.length > maxTagsPerRequest) throw fault('InvalidTagCount', { Limit: maxTagsPerRequest });
  const read = new Map<string, string>();
  for (const { key = '', value = '' } of entries) {
    checkTagKey(key);
    checkTagValue(value);
    if (read.has(key)) throw fault('Duplicate.TagKey', { Key: key });
    read.set(key, value);
  }
  checkTagQuota(read.size, context);
  return Object.fromEntries(read);
};

/** @throws Fault QuotaExceed.Tags where a resource would have more tags than the account's limit */
export const checkTagQuota = (count: number, context: Context): void => {
  const limit = context.quota('tagsPerResource');
  if (context.enforces('tags.per-resource') && count > limit)
    throw fault('QuotaExceed.Tags', { Limit: limit });
};

/** "acs:" and "aliyun" are the cloud's own; a URL is no tag (TagResources.md). */
const reservedKey = /^(?:acs:|aliyun)|https?:\/\//i;
const reservedValue = /^acs:|https?:\/\//i;

/** @throws Fault InvalidTagKey.Malformed for an empty key, one over 128 characters, or a reserved one */
export const checkTagKey = (key: string): void => {
  if (key === '' || key.length > 128 || reservedKey.test(key))
    throw fault('InvalidTagKey.Malformed', { Key: key });
};

/** A value may be empty. @throws Fault InvalidTagValue.Malformed over 128 characters or reserved */
export const checkTagValue = (value: string): void => {
  if (value.length > 128 || reservedValue.test(value)) {
    throw fault('InvalidTagValue.Malformed', { Value: value });
  }
};

/**
 * What the Tag.N of a Describe request asks for: rows that have all of these tags; a key without a value
 * asks for any value.
 * @returns a test for a row's tags, or undefined where the request names none
 * @throws Fault InvalidTag.Mismatch for a value without a key, InvalidTagCount above 20
 */
export const tagFilter = (
  tags: readonly RequestTag[] | undefined,
): ((row: { readonly tags: Tags }) => boolean) | undefined => {
  if (tags === undefined || tags.length === 0) return undefined;
  if (tags.length > maxTagsPerRequest) throw fault('InvalidTagCount', { Limit: maxTagsPerRequest });
  const wanted = tags.map(({ key = '', value = '' }) => {
    if (key === '') throw fault('InvalidTag.Mismatch');
    return { key, value };
  });
  return (row) =>
    wanted.every(
      ({ key, value }) => Object.hasOwn(row.tags, key) && (value === '' || row.tags[key] === value),
    );
};

/** Tags as ECS's replies list them: `tags: { tag: toTagList(row.tags) }`. */
export const toTagList = (tags: Tags): { tagKey: string; tagValue: string }[] =>
  Object.entries(tags).map(([tagKey, tagValue]) => ({ tagKey, tagValue }));

/** What is left of tags without the named ones; without any, if none is named and all are to go. */
export const withoutTags = (tags: Tags, keys: readonly string[], all: boolean): Tags =>
  Object.fromEntries(
    Object.entries(tags).filter(([key]) => !(all && keys.length === 0) && !keys.includes(key)),
  );

/** Tags as ListTagResources lists them: an entry for each tag of each row. */
export const tagEntries = (
  rows: readonly { readonly id: string; readonly tags: Tags }[],
  resourceType: string,
): { resourceId: string; resourceType: string; tagKey: string; tagValue: string }[] =>
  rows.flatMap(({ id, tags }) =>
    Object.entries(tags).map(([tagKey, tagValue]) => ({ resourceId: id, resourceType, tagKey, tagValue })),
  );
