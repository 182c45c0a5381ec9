import type { Context, VpcOperation } from '../context.ts';
import { page } from '../ecs/paging.ts';
import { checkTagQuota, readTags, tagEntries, tagFilter, withoutTags } from '../ecs/tags.ts';
import { fault } from '../wire/fault.ts';
import { resourceTable } from './resource-types.ts';
import type { VpcResource } from './resource-types.ts';

const maxResourceIds = 50;

/** @throws Fault InvalidParameter, InvalidResourceId.NotFound */
const requireRows = (resourceType: string, ids: readonly string[], context: Context): VpcResource[] => {
  if (ids.length > maxResourceIds) {
    throw fault('InvalidParameter', {
      Parameter: 'ResourceId',
      Reason: `at most ${maxResourceIds} can be given`,
    });
  }
  const table = resourceTable(resourceType, context);
  return [...new Set(ids)].map((id) => {
    const row = table.getOwn(id, context);
    if (row === undefined) throw fault('InvalidResourceId.NotFound', { ResourceId: id });
    return row;
  });
};

/** Adds tags, or changes the values of keys that are there. */
export const tagResources: VpcOperation<'TagResources'> = (request, context) => {
  const table = resourceTable(request.resourceType, context);
  const added = readTags(request.tag, context);
  for (const row of requireRows(request.resourceType, request.resourceId, context)) {
    const tags = { ...row.tags, ...added };
    checkTagQuota(Object.keys(tags).length, context);
    table.update(row.id, { tags });
  }
  return {};
};

/** Takes tags away, by key, or all of them with All=true and no key. */
export const unTagResources: VpcOperation<'UnTagResources'> = (request, context) => {
  const table = resourceTable(request.resourceType, context);
  const { tagKey: keys = [], all } = request;
  for (const row of requireRows(request.resourceType, request.resourceId, context)) {
    table.update(row.id, { tags: withoutTags(row.tags, keys, all === true) });
  }
  return {};
};

/** Lists tags of resources, by their ids or by tags. @throws Fault MissingParameter where neither is given */
export const listTagResources: VpcOperation<'ListTagResources'> = (request, context) => {
  const { resourceId: ids = [], tag, resourceType } = request;
  const table = resourceTable(resourceType, context);
  const filter = tagFilter(tag);
  if (ids.length === 0 && filter === undefined) throw fault('MissingParameter', { Parameter: 'ResourceId' });
  const rows =
    ids.length === 0 ? [...table.list(context)] : ids.flatMap((id) => table.getOwn(id, context) ?? []);
  const listed = tagEntries(
    rows.filter((row) => filter?.(row) ?? true),
    resourceType.toUpperCase(),
  );
  const { items, info } = page(listed, { ...request, maxResults: request.maxResults ?? 50 }, context, {
    maxResults: 50,
  });
  return { nextToken: info.nextToken, tagResources: { tagResource: items } };
};
