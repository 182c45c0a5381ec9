/**
 * RAM, as far as the examples of ECS pages call it: roles and their policies. The shapes are written by hand
 * from what clients read (alibaba-cloud-sdk-go, services/ram); the whole SDK would weigh more than it gives.
 */
export const ramVersion = '2015-05-01';

const role =
  'Arn AssumeRolePolicyDocument CreateDate Description MaxSessionDuration:long RoleId RoleName UpdateDate';
const policy = 'AttachDate DefaultVersion Description PolicyName PolicyType';

/** Action → [request shape, response shape], in the notation of shape.ts. */
export const ramShapes: Readonly<Record<string, readonly [string, string]>> = {
  AttachPolicyToRole: ['PolicyName! PolicyType! RoleName!', 'RequestId'],
  CreateRole: [
    'AssumeRolePolicyDocument! Description MaxSessionDuration:long RoleName!',
    `RequestId Role{${role}}`,
  ],
  DeleteRole: ['RoleName!', 'RequestId'],
  DetachPolicyFromRole: ['PolicyName! PolicyType! RoleName!', 'RequestId'],
  GetRole: ['RoleName!', `RequestId Role{${role}}`],
  ListPoliciesForRole: ['RoleName!', `Policies{Policy[]{${policy}}} RequestId`],
  ListRoles: ['Marker MaxItems:int', `IsTruncated:bool Marker RequestId Roles{Role[]{${role}}}`],
  UpdateRole: [
    'NewAssumeRolePolicyDocument NewDescription NewMaxSessionDuration:long RoleName!',
    `RequestId Role{${role}}`,
  ],
};
