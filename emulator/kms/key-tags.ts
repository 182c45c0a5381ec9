import type { Context } from '../context.ts';
import { checkTagQuota, readTags, tagEntries, withoutTags } from '../ecs/tags.ts';
import type { RequestTag } from '../ecs/tags.ts';
import { fault } from '../wire/fault.ts';
import { requireKey } from './lookup.ts';

interface TaggedKeys {
  readonly resourceType: string;
  readonly resourceId: readonly string[];
}

const checkType = (resourceType: string): void => {
  if (resourceType !== 'key') {
    throw fault('InvalidParameter', { Parameter: 'ResourceType', Reason: 'only "key" is emulated' });
  }
};

/** @throws Fault Forbidden.KeyNotFound */
export const tagResources = (
  request: TaggedKeys & { readonly tag?: readonly RequestTag[] },
  context: Context,
): unknown => {
  checkType(request.resourceType);
  const added = readTags(request.tag, context);
  for (const id of request.resourceId) {
    const key = requireKey(context, id);
    const tags = { ...key.tags, ...added };
    checkTagQuota(Object.keys(tags).length, context);
    context.tables.kmsKeys.update(key.id, { tags });
  }
  return {};
};

/** @throws Fault Forbidden.KeyNotFound */
export const untagResources = (
  request: TaggedKeys & { readonly tagKey?: readonly string[]; readonly all?: boolean },
  context: Context,
): unknown => {
  checkType(request.resourceType);
  const { tagKey: keys = [], all = false } = request;
  for (const id of request.resourceId) {
    const key = requireKey(context, id);
    context.tables.kmsKeys.update(key.id, { tags: withoutTags(key.tags, keys, all) });
  }
  return {};
};

/** Tags of the named keys, or of all. */
export const listTagResources = (
  request: { readonly resourceType: string; readonly resourceId?: readonly string[] },
  context: Context,
): unknown => {
  checkType(request.resourceType);
  const { resourceId: ids = [] } = request;
  const keys =
    ids.length === 0
      ? context.tables.kmsKeys.list(context).toArray()
      : ids.map((id) => requireKey(context, id));
  return { nextToken: '', tagResources: { tagResource: tagEntries(keys, 'key') } };
};
