import type { Context } from '../context.ts';
import type { KmsKey } from '../state/rows/kms-key.ts';
import { fault } from '../wire/fault.ts';

export interface NamedKey {
  readonly keyId: string;
}

export const arnOf = ({ id, accountId, regionId }: KmsKey): string =>
  `acs:kms:${regionId}:${accountId}:key/${id}`;

/** The account's key in the region, by its id or ARN. @throws Fault Forbidden.KeyNotFound */
export const requireKey = (context: Context, keyId: string): KmsKey => {
  const key = context.tables.kmsKeys.getOwn(keyId.replace(/^acs:kms:.*:key\//, ''), context);
  if (key === undefined) throw fault('Forbidden.KeyNotFound', { KeyId: keyId });
  return key;
};

/** A key that may still be changed. @throws Fault Forbidden.KeyNotFound, Rejected.PendingDeletion */
export const requireLivingKey = (context: Context, keyId: string): KmsKey => {
  const key = requireKey(context, keyId);
  if (key.state === 'PendingDeletion') throw fault('Rejected.PendingDeletion', { KeyId: key.id });
  return key;
};
