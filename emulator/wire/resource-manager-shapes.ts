/**
 * Resource Manager, as far as the examples of ECS pages call it: resource groups and their tags. The shapes are written by
 * hand from what clients read (@alicloud/resourcemanager20200331).
 */
export const resourceManagerVersion = '2020-03-31';

const group = 'AccountId CreateDate DisplayName Id Name Status';
const statuses = 'RegionStatuses{RegionStatus[]{RegionId Status}}';

const untag = ['All:bool ResourceId![] ResourceType! TagKey[]', 'RequestId'] as const;

/** Action → [request shape, response shape], in the notation of shape.ts. */
export const resourceManagerShapes: Readonly<Record<string, readonly [string, string]>> = {
  CreateResourceGroup: [
    'DisplayName! Name! Tag[]{Key Value}',
    `RequestId ResourceGroup{${group} ${statuses}}`,
  ],
  DeleteResourceGroup: ['ResourceGroupId!', `RequestId ResourceGroup{${group} ${statuses}}`],
  GetResourceGroup: ['ResourceGroupId!', `RequestId ResourceGroup{${group} ${statuses}}`],
  ListResourceGroups: [
    'DisplayName IncludeTags:bool Name PageNumber:int PageSize:int ResourceGroupId Status Tag[]{Key Value}',
    `PageNumber:int PageSize:int RequestId ResourceGroups{ResourceGroup[]{${group} Tags{Tag[]{TagKey TagValue}}}} TotalCount:int`,
  ],
  ListTagResources: [
    'MaxResults:int NextToken ResourceId[] ResourceType! Tag[]{Key Value}',
    'NextToken RequestId TagResources[]{ResourceId ResourceType TagKey TagValue}',
  ],
  TagResources: ['ResourceId![] ResourceType! Tag![]{Key Value}', 'RequestId'],
  UnTagResources: untag,
  UntagResources: untag,
  UpdateResourceGroup: ['NewDisplayName! ResourceGroupId!', `RequestId ResourceGroup{${group}}`],
};
