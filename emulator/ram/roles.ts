import type { Context } from '../context.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { RamRole } from '../state/rows/ram-role.ts';
import { fault } from '../wire/fault.ts';

interface NamedRole {
  readonly roleName: string;
}

interface CreateRoleRequest extends NamedRole {
  readonly assumeRolePolicyDocument: string;
  readonly description?: string;
  readonly maxSessionDuration?: number;
}

interface UpdateRoleRequest extends NamedRole {
  readonly newAssumeRolePolicyDocument?: string;
  readonly newDescription?: string;
  readonly newMaxSessionDuration?: number;
}

/** Seconds that a session of a role may last: 3,600 to 43,200 (RAM, CreateRole). */
const sessionDurations = { min: 3600, max: 43_200 };

const rowId = ({ accountId }: Context, roleName: string): string => `${accountId}/${roleName}`;

/** @throws Fault EntityNotExist.Role */
export const requireRole = (context: Context, roleName: string): RamRole => {
  const role = context.tables.ramRoles.get(rowId(context, roleName));
  if (role === undefined) throw fault('EntityNotExist.Role', { Role: roleName });
  return role;
};

const checkDocument = (document: string): void => {
  let content: unknown;
  try {
    content = JSON.parse(document);
  } catch {
    throw fault('MalformedPolicyDocument', { Reason: 'it is no JSON' });
  }
  const hasStatements =
    typeof content === 'object' &&
    content !== null &&
    'Statement' in content &&
    Array.isArray(content.Statement);
  if (!hasStatements) {
    throw fault('MalformedPolicyDocument', { Reason: 'it has no list Statement' });
  }
};

const checkDuration = (seconds: number): void => {
  if (seconds < sessionDurations.min || seconds > sessionDurations.max) {
    throw fault('InvalidParameter.MaxSessionDuration', {
      Min: sessionDurations.min,
      Max: sessionDurations.max,
    });
  }
};

const toReply = (role: RamRole) => ({
  arn: `acs:ram::${role.accountId}:role/${role.roleName.toLowerCase()}`,
  assumeRolePolicyDocument: role.assumeRolePolicyDocument,
  createDate: toIsoSeconds(role.createdAt),
  description: role.description,
  maxSessionDuration: role.maxSessionDuration,
  roleId: role.roleId,
  roleName: role.roleName,
  updateDate: toIsoSeconds(role.updatedAt),
});

/** @throws Fault InvalidParameter.RoleName.InvalidChars, EntityAlreadyExists.Role, MalformedPolicyDocument */
export const createRole = (request: CreateRoleRequest, context: Context): unknown => {
  const { roleName, assumeRolePolicyDocument, description = '', maxSessionDuration = 3600 } = request;
  if (!/^[A-Za-z0-9.-]{1,64}$/.test(roleName)) throw fault('InvalidParameter.RoleName.InvalidChars');
  checkDocument(assumeRolePolicyDocument);
  checkDuration(maxSessionDuration);
  if (context.tables.ramRoles.get(rowId(context, roleName)) !== undefined) {
    throw fault('EntityAlreadyExists.Role', { Role: roleName });
  }
  const role = context.tables.ramRoles.insert({
    id: rowId(context, roleName),
    accountId: context.accountId,
    regionId: '',
    roleName,
    roleId: `3${String(context.randomInteger(10 ** 9)).padStart(17, '0')}`,
    description,
    assumeRolePolicyDocument,
    maxSessionDuration,
    policies: [],
    createdAt: context.now,
    updatedAt: context.now,
  });
  return { role: toReply(role) };
};

/** @throws Fault EntityNotExist.Role */
export const getRole = ({ roleName }: NamedRole, context: Context): unknown => ({
  role: toReply(requireRole(context, roleName)),
});

/** @throws Fault EntityNotExist.Role, MalformedPolicyDocument */
export const updateRole = (request: UpdateRoleRequest, context: Context): unknown => {
  const role = requireRole(context, request.roleName);
  const {
    newAssumeRolePolicyDocument: assumeRolePolicyDocument = role.assumeRolePolicyDocument,
    newDescription: description = role.description,
    newMaxSessionDuration: maxSessionDuration = role.maxSessionDuration,
  } = request;
  checkDocument(assumeRolePolicyDocument);
  checkDuration(maxSessionDuration);
  const changed = context.tables.ramRoles.update(role.id, {
    assumeRolePolicyDocument,
    description,
    maxSessionDuration,
    updatedAt: context.now,
  });
  return { role: toReply(changed) };
};

/** A role with policies stays. @throws Fault EntityNotExist.Role, DeleteConflict.Role.Policy */
export const deleteRole = ({ roleName }: NamedRole, context: Context): unknown => {
  const role = requireRole(context, roleName);
  if (role.policies.length > 0) throw fault('DeleteConflict.Role.Policy', { Role: roleName });
  context.tables.ramRoles.delete(role.id);
  return {};
};

/** Roles in the order of their creation, `MaxItems` (100 by default) after the marker, which is a name. */
export const listRoles = (
  { marker = '', maxItems = 100 }: { readonly marker?: string; readonly maxItems?: number },
  { tables, accountId }: Context,
): unknown => {
  const roles = tables.ramRoles.list({ accountId, regionId: '' }).toArray().reverse();
  const start = marker === '' ? 0 : roles.findIndex(({ roleName }) => roleName === marker);
  if (start === -1) throw fault('InvalidParameter', { Parameter: 'Marker', Reason: 'no list gave it' });
  const listed = roles.slice(start, start + maxItems);
  const next = roles[start + maxItems];
  return {
    roles: { role: listed.map(toReply) },
    isTruncated: next !== undefined,
    ...(next === undefined ? {} : { marker: next.roleName }),
  };
};
