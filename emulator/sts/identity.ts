import type { StsOperation } from '../context.ts';

/** The account itself, or the role that it was assumed as. Access keys of RAM users are not modelled. */
export const getCallerIdentity: StsOperation<'GetCallerIdentity'> = (
  _request,
  { accountId, accessKeyId, tables },
) => {
  const session = tables.roleSessions.get(accessKeyId);
  if (session === undefined) {
    return {
      accountId,
      arn: `acs:ram::${accountId}:root`,
      identityType: 'Account',
      principalId: accountId,
      userId: accountId,
    };
  }
  const { roleName, roleSessionName, roleId } = session;
  return {
    accountId,
    arn: `acs:ram::${accountId}:assumed-role/${roleName}/${roleSessionName}`,
    identityType: 'AssumedRoleUser',
    principalId: `${roleId}:${roleSessionName}`,
    roleId,
  };
};
