/** The actions of RAM. An exported function named as an action is that action. */
export { attachPolicyToRole, detachPolicyFromRole, listPoliciesForRole } from './role-policies.ts';
export { createRole, deleteRole, getRole, listRoles, updateRole } from './roles.ts';
