import type { StsOperation } from '../context.ts';

/** The caller is always the account itself: access keys of RAM users are not modelled. */
export const getCallerIdentity: StsOperation<'GetCallerIdentity'> = (_request, { accountId }) => ({
  accountId,
  arn: `acs:ram::${accountId}:root`,
  identityType: 'Account',
  principalId: accountId,
  userId: accountId,
});
