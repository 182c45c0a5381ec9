/**
 * Resource Manager, as far as the examples of ECS pages call it: resource groups. The shapes are written by
 * hand from what clients read (@alicloud/resourcemanager20200331).
 */
export const resourceManagerVersion = '2020-03-31';

const group = 'AccountId CreateDate DisplayName Id Name Status';
const statuses = 'RegionStatuses{RegionStatus[]{RegionId Status}}';

/** Action → [request shape, response shape], in the notation of shape.ts. */
export const resourceManagerShapes: Readonly<Record<string, readonly [string, string]>> = {
  CreateResourceGroup: ['DisplayName! Name!', `RequestId ResourceGroup{${group} ${statuses}}`],
  DeleteResourceGroup: ['ResourceGroupId!', `RequestId ResourceGroup{${group} ${statuses}}`],
  GetResourceGroup: ['ResourceGroupId!', `RequestId ResourceGroup{${group} ${statuses}}`],
  ListResourceGroups: [
    'DisplayName Name PageNumber:int PageSize:int ResourceGroupId Status',
    `PageNumber:int PageSize:int RequestId ResourceGroups{ResourceGroup[]{${group}}} TotalCount:int`,
  ],
  UpdateResourceGroup: ['NewDisplayName! ResourceGroupId!', `RequestId ResourceGroup{${group}}`],
};
