import type { Context } from '../context.ts';
import { toIsoSeconds } from '../state/clock.ts';
import { fault } from '../wire/fault.ts';
import { requireRole } from './roles.ts';

interface PolicyOfRole {
  readonly policyName: string;
  readonly policyType: string;
  readonly roleName: string;
}

const samePolicy =
  ({ policyName, policyType }: Pick<PolicyOfRole, 'policyName' | 'policyType'>) =>
  (other: Pick<PolicyOfRole, 'policyName' | 'policyType'>): boolean =>
    other.policyName === policyName && other.policyType === policyType;

/**
 * Attaches one of the system's policies; what is in them is not modelled, so any name is one. Custom policies
 * are not modelled at all. @throws Fault EntityNotExist.Policy, EntityAlreadyExists.Role.Policy
 */
export const attachPolicyToRole = (request: PolicyOfRole, context: Context): unknown => {
  const role = requireRole(context, request.roleName);
  const { policyName, policyType } = request;
  if (policyType !== 'System') throw fault('EntityNotExist.Policy', { Policy: policyName });
  if (role.policies.some(samePolicy(request))) {
    throw fault('EntityAlreadyExists.Role.Policy', { Policy: policyName, Role: role.roleName });
  }
  context.tables.ramRoles.update(role.id, {
    policies: [...role.policies, { policyName, policyType, attachedAt: context.now }],
  });
  return {};
};

/** @throws Fault EntityNotExist.Role, EntityNotExist.Role.Policy */
export const detachPolicyFromRole = (request: PolicyOfRole, context: Context): unknown => {
  const role = requireRole(context, request.roleName);
  if (!role.policies.some(samePolicy(request))) {
    throw fault('EntityNotExist.Role.Policy', { Policy: request.policyName, Role: role.roleName });
  }
  const isOther = (policy: (typeof role.policies)[number]): boolean => !samePolicy(request)(policy);
  context.tables.ramRoles.update(role.id, { policies: role.policies.filter(isOther) });
  return {};
};

/** @throws Fault EntityNotExist.Role */
export const listPoliciesForRole = (
  { roleName }: Pick<PolicyOfRole, 'roleName'>,
  context: Context,
): unknown => ({
  policies: {
    policy: requireRole(context, roleName).policies.map(({ policyName, policyType, attachedAt }) => ({
      policyName,
      policyType,
      attachDate: toIsoSeconds(attachedAt),
      defaultVersion: 'v1',
      description: '',
    })),
  },
});
