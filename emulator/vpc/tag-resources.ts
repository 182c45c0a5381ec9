import type { Context, VpcOperation } from '../context.ts';
import { page } from '../ecs/paging.ts';
import { checkTagQuota, readTags, tagFilter } from '../ecs/tags.ts';
import type { Tags } from '../ecs/tags.ts';
import { fault } from '../wire/fault.ts';

interface TaggedRow {
  readonly id: string;
  readonly tags: Tags;
}

/** What tagging needs of a table, whatever its rows are. */
interface TaggedTable {
  readonly find: (id: string) => TaggedRow | undefined;
  readonly list: () => readonly TaggedRow[];
  readonly write: (id: string, tags: Tags) => void;
}

const maxResourceIds = 50;

/** The tables by ResourceType; capitals do not count. @throws Fault InvalidResourceType.NotFound */
const tableOf = (resourceType: string, context: Context): TaggedTable => {
  const { vpcs, vswitches, routeTables } = context.tables;
  switch (resourceType.toUpperCase()) {
    case 'VPC':
      return {
        find: (id) => vpcs.getOwn(id, context),
        list: () => vpcs.list(context).toArray(),
        write: (id, tags) => vpcs.update(id, { tags }),
      };
    case 'VSWITCH':
      return {
        find: (id) => vswitches.getOwn(id, context),
        list: () => vswitches.list(context).toArray(),
        write: (id, tags) => vswitches.update(id, { tags }),
      };
    case 'ROUTETABLE':
      return {
        find: (id) => routeTables.getOwn(id, context),
        list: () => routeTables.list(context).toArray(),
        write: (id, tags) => routeTables.update(id, { tags }),
      };
    default:
      throw fault('InvalidResourceType.NotFound', { ResourceType: resourceType });
  }
};

const requireRows = (table: TaggedTable, ids: readonly string[]): TaggedRow[] => {
  if (ids.length > maxResourceIds) {
    throw fault('InvalidParameter', {
      Parameter: 'ResourceId',
      Reason: `at most ${maxResourceIds} can be given`,
    });
  }
  return [...new Set(ids)].map((id) => {
    const row = table.find(id);
    if (row === undefined) throw fault('InvalidResourceId.NotFound', { ResourceId: id });
    return row;
  });
};

/** Adds tags, or changes the values of keys that are there. */
export const tagResources: VpcOperation<'TagResources'> = (request, context) => {
  const table = tableOf(request.resourceType, context);
  const added = readTags(request.tag, context);
  for (const row of requireRows(table, request.resourceId)) {
    const tags = { ...row.tags, ...added };
    checkTagQuota(Object.keys(tags).length, context);
    table.write(row.id, tags);
  }
  return {};
};

/** Takes tags away, by key, or all of them with All=true and no key. */
export const unTagResources: VpcOperation<'UnTagResources'> = (request, context) => {
  const table = tableOf(request.resourceType, context);
  const { tagKey: keys = [], all } = request;
  for (const row of requireRows(table, request.resourceId)) {
    const isRemoved = (key: string): boolean => (keys.length === 0 ? all === true : keys.includes(key));
    const left = Object.entries(row.tags).filter(([key]) => !isRemoved(key));
    table.write(row.id, Object.fromEntries(left));
  }
  return {};
};

/** Lists tags of resources, by their ids or by tags. @throws Fault MissingParameter where neither is given */
export const listTagResources: VpcOperation<'ListTagResources'> = (request, context) => {
  const { resourceId: ids = [], tag, resourceType } = request;
  const table = tableOf(resourceType, context);
  const filter = tagFilter(tag);
  if (ids.length === 0 && filter === undefined) throw fault('MissingParameter', { Parameter: 'ResourceId' });
  const rows = ids.length === 0 ? table.list() : ids.flatMap((id) => table.find(id) ?? []);
  const listed = rows
    .filter((row) => filter?.(row) ?? true)
    .flatMap(({ id, tags }) =>
      Object.entries(tags).map(([tagKey, tagValue]) => ({
        resourceId: id,
        resourceType: resourceType.toUpperCase(),
        tagKey,
        tagValue,
      })),
    );
  const { items, info } = page(listed, { ...request, maxResults: request.maxResults ?? 50 }, context, {
    maxResults: 50,
  });
  return { nextToken: info.nextToken, tagResources: { tagResource: items } };
};
