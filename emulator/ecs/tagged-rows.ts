import type { Context, Scope } from '../context.ts';
import type { Tables } from '../state/tables.ts';
import { fault } from '../wire/fault.ts';
import { keyPairRowId } from './key-pair-lookup.ts';
import type { Tags } from './tags.ts';

/** A row of any type that can be tagged. */
export interface TaggedRow extends Scope {
  readonly id: string;
  readonly tags: Tags;
}

/** What the tag actions need of a table. */
interface TaggedTable {
  get(id: string): TaggedRow | undefined;
  list(scope: Scope): Iterable<TaggedRow>;
  update(id: string, patch: { tags?: Tags; resourceGroupId?: string }): unknown;
}

/** Resource types as the tag actions name them (TagResources metadata, ResourceType). */
const tables: Readonly<Record<string, (tables: Tables) => TaggedTable>> = {
  instance: ({ instances }) => instances,
  disk: ({ disks }) => disks,
  snapshot: ({ snapshots }) => snapshots,
  image: ({ images }) => images,
  securitygroup: ({ securityGroups }) => securityGroups,
  eni: ({ networkInterfaces }) => networkInterfaces,
  keypair: ({ keyPairs }) => keyPairs,
  ddh: ({ dedicatedHosts }) => dedicatedHosts,
  ddhcluster: ({ dedicatedHostClusters }) => dedicatedHostClusters,
  prefixlist: ({ prefixLists }) => prefixLists,
  command: ({ commands }) => commands,
  invocation: ({ invocations }) => invocations,
  activation: ({ activations }) => activations,
  capacityreservation: ({ capacityReservations }) => capacityReservations,
  elasticityassurance: ({ elasticityAssurances }) => elasticityAssurances,
  reservedinstance: ({ reservedInstances }) => reservedInstances,
  storagecapacityunit: ({ storageCapacityUnits }) => storageCapacityUnits,
  imagecomponent: ({ imageComponents }) => imageComponents,
  imagepipeline: ({ imagePipelines }) => imagePipelines,
  imagepipelineexecution: ({ imagePipelineExecutions }) => imagePipelineExecutions,
  launchtemplate: ({ launchTemplates }) => launchTemplates,
  snapshotpolicy: ({ snapshotPolicies }) => snapshotPolicies,
  snapshotgroup: ({ snapshotGroups }) => snapshotGroups,
};

/** Types that ECS knows and that have no rows here. */
const withoutRows: ReadonlySet<string> = new Set(['volume', 'managedinstance']);

/** Resource types that have rows. */
export const taggedTypes: readonly string[] = Object.keys(tables);

/**
 * The table of a resource type, in any spelling of capitals.
 * @returns undefined for a type of which there are no rows
 * @throws Fault InvalidResourceType.NotFound
 */
export const taggedTable = (resourceType: string, context: Context): TaggedTable | undefined => {
  const name = resourceType.toLowerCase();
  const table = tables[name];
  if (table !== undefined) return table(context.tables);
  if (withoutRows.has(name)) return undefined;
  throw fault('InvalidResourceType.NotFound', { ResourceType: resourceType });
};

/** The caller's own rows of a type in the region. */
export const ownTaggedRows = (resourceType: string, context: Context): TaggedRow[] => [
  ...(taggedTable(resourceType, context)?.list(context) ?? []),
];

/** A key pair is known by its name, which is unique in account and region only; all others by their id. */
const rowIdOf = (resourceType: string, resourceId: string, context: Context): string =>
  resourceType.toLowerCase() === 'keypair' ? keyPairRowId(context, resourceId) : resourceId;

/** The id by which the API knows a row: a key pair's name, else its id. */
export const resourceIdOf = (resourceType: string, row: TaggedRow): string =>
  resourceType.toLowerCase() === 'keypair' ? row.id.slice(row.id.lastIndexOf('/') + 1) : row.id;

/** The row of this id if it is the caller's, in the region. */
export const ownTaggedRow = (
  resourceType: string,
  resourceId: string,
  context: Context,
): TaggedRow | undefined => {
  const row = taggedTable(resourceType, context)?.get(rowIdOf(resourceType, resourceId, context));
  if (row === undefined || !context.enforces('tags.own-resources')) return row;
  return row.accountId === context.accountId && row.regionId === context.regionId ? row : undefined;
};

/** Rows that are to be tagged. @throws Fault InvalidResourceId.NotFound if one of them is not the caller's */
export const requireTaggedRows = (
  resourceType: string,
  resourceIds: readonly string[],
  context: Context,
): TaggedRow[] =>
  resourceIds.map((resourceId) => {
    const row = ownTaggedRow(resourceType, resourceId, context);
    if (row === undefined) throw fault('InvalidResourceId.NotFound', { ResourceId: resourceId });
    return row;
  });

/** The caller's row, in whichever region: JoinResourceGroup is asked in the row's or in none. */
export const groupedRow = (
  resourceType: string,
  resourceId: string,
  context: Context,
): TaggedRow | undefined => {
  const row = taggedTable(resourceType, context)?.get(rowIdOf(resourceType, resourceId, context));
  return row?.accountId === context.accountId ? row : undefined;
};

/** Puts other tags on a row. */
export const setTags = (resourceType: string, row: TaggedRow, tags: Tags, context: Context): void => {
  taggedTable(resourceType, context)?.update(row.id, { tags });
};
