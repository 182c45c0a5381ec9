import type { StsOperation } from '../context.ts';
import { toIsoSeconds } from '../state/clock.ts';
import { fault } from '../wire/fault.ts';

const roleArn = /^acs:ram::(\d{16}):role\/([A-Za-z0-9._-]{1,64})$/;
const sessionName = /^[A-Za-z0-9.@_-]{2,64}$/;

/** Seconds (AssumeRole: 900 to the role's longest session, which is 43,200 at most; 3,600 by default). */
const durations = { min: 900, max: 43_200, usual: 3600 };

/**
 * Gives temporary keys of a role. Every role of every account exists, and trusts every account: roles and
 * their policies belong to RAM, which is not emulated. The keys act as the role's account.
 */
export const assumeRole: StsOperation<'AssumeRole'> = (request, context) => {
  const [, accountId, roleName] = roleArn.exec(request.roleArn) ?? [];
  if (accountId === undefined || roleName === undefined) {
    throw fault('InvalidParameter.RoleArn', { RoleArn: request.roleArn });
  }
  if (!context.hasAccount(accountId)) throw fault('EntityNotExist.Role', { Role: request.roleArn });
  const { roleSessionName, durationSeconds = durations.usual } = request;
  if (!sessionName.test(roleSessionName)) throw fault('InvalidParameter.RoleSessionName');
  if (durationSeconds < durations.min || durationSeconds > durations.max) {
    throw fault('InvalidParameter.DurationSeconds', { Min: durations.min, Max: durations.max });
  }
  const expiresAt = context.now + durationSeconds * 1000;
  const session = context.tables.roleSessions.insert({
    id: `STS.${context.randomText(25)}`,
    accountId,
    regionId: '',
    accessKeySecret: unguessable(32),
    securityToken: `CAIS${unguessable(192)}`,
    roleName,
    roleSessionName,
    roleId: roleIdOf(accountId, roleName),
    expiresAt,
  });
  // The row outlives the keys, so that who still uses them is told that they have expired.
  context.scheduleAt(expiresAt + dayMilliseconds, 'role-session.forgotten', session.id);
  return {
    assumedRoleUser: {
      arn: `acs:ram::${accountId}:role/${roleName}/${roleSessionName}`,
      assumedRoleId: `${session.roleId}:${roleSessionName}`,
    },
    credentials: {
      accessKeyId: session.id,
      accessKeySecret: session.accessKeySecret,
      securityToken: session.securityToken,
      expiration: toIsoSeconds(expiresAt),
    },
    sourceIdentity: request.sourceIdentity,
  };
};

const dayMilliseconds = 24 * 60 * 60_000;

/** Letters and digits from the platform's secure source: with `--auth strict`, these are real secrets. */
const unguessable = (length: number): string => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  return [...crypto.getRandomValues(new Uint8Array(length))]
    .map((byte) => letters.charAt(byte % letters.length))
    .join('');
};

/** A role's id stays the same: 18 digits that begin with 3. */
const roleIdOf = (accountId: string, roleName: string): string => {
  let number = 0;
  for (const character of `${accountId}/${roleName}`) {
    number = (number * 31 + (character.codePointAt(0) ?? 0)) % 1_000_000_007;
  }
  return `3${String(number).padStart(17, '0')}`;
};
