import type { Context, Transitions } from '../context.ts';
import { fault } from '../wire/fault.ts';
import { requireKey, requireLivingKey } from './lookup.ts';
import type { NamedKey } from './lookup.ts';
import { checkRotation } from './rotation.ts';

const day = 86_400_000;

/** @throws Fault Forbidden.KeyNotFound, Rejected.PendingDeletion */
export const enableKey = ({ keyId }: NamedKey, context: Context): unknown => {
  context.tables.kmsKeys.update(requireLivingKey(context, keyId).id, { state: 'Enabled' });
  return {};
};

/** @throws Fault Forbidden.KeyNotFound, Rejected.PendingDeletion */
export const disableKey = ({ keyId }: NamedKey, context: Context): unknown => {
  context.tables.kmsKeys.update(requireLivingKey(context, keyId).id, { state: 'Disabled' });
  return {};
};

/** @throws Fault Forbidden.KeyNotFound, Rejected.PendingDeletion */
export const updateKeyDescription = (
  { keyId, description = '' }: NamedKey & { readonly description?: string },
  context: Context,
): unknown => {
  context.tables.kmsKeys.update(requireLivingKey(context, keyId).id, { description });
  return {};
};

/** @throws Fault Forbidden.KeyNotFound, Rejected.PendingDeletion, MissingParameter, InvalidParameter */
export const updateRotationPolicy = (
  request: NamedKey & { readonly enableAutomaticRotation: boolean; readonly rotationInterval?: string },
  context: Context,
): unknown => {
  const { id } = requireLivingKey(context, request.keyId);
  const isRotated = request.enableAutomaticRotation;
  if (isRotated) checkRotation(request.rotationInterval);
  const rotationInterval = isRotated ? (request.rotationInterval ?? '') : '';
  context.tables.kmsKeys.update(id, { isRotated, rotationInterval });
  return {};
};

/** The key by its id, or by its ARN in ProtectedResourceArn. @throws Fault Forbidden.KeyNotFound */
export const setDeletionProtection = (
  request: {
    readonly keyId?: string;
    readonly protectedResourceArn?: string;
    readonly enableDeletionProtection: boolean;
    readonly deletionProtectionDescription?: string;
  },
  context: Context,
): unknown => {
  const named = request.keyId ?? request.protectedResourceArn;
  if (named === undefined) throw fault('MissingParameter', { Parameter: 'ProtectedResourceArn' });
  const { id } = requireLivingKey(context, named);
  context.tables.kmsKeys.update(id, {
    isProtected: request.enableDeletionProtection,
    protectionDescription: request.deletionProtectionDescription ?? '',
  });
  return {};
};

/** @throws Fault Forbidden.KeyNotFound */
export const getKeyPolicy = ({ keyId }: NamedKey, context: Context): unknown => ({
  policy: requireKey(context, keyId).policy,
});

/** @throws Fault Forbidden.KeyNotFound, Rejected.PendingDeletion */
export const setKeyPolicy = (
  { keyId, policy }: NamedKey & { readonly policy: string },
  context: Context,
): unknown => {
  context.tables.kmsKeys.update(requireLivingKey(context, keyId).id, { policy });
  return {};
};

/**
 * Has the key deleted in 7 to 366 days; until then it cannot be used, and the deletion can be called off
 * (KMS, ScheduleKeyDeletion). @throws Fault Rejected.DeletionProtection, Rejected.PendingDeletion
 */
export const scheduleKeyDeletion = (
  { keyId, pendingWindowInDays }: NamedKey & { readonly pendingWindowInDays: number },
  context: Context,
): unknown => {
  const { id, isProtected } = requireLivingKey(context, keyId);
  if (isProtected) throw fault('Rejected.DeletionProtection', { KeyId: id });
  if (pendingWindowInDays < 7 || pendingWindowInDays > 366) {
    throw fault('InvalidParameter', {
      Parameter: 'PendingWindowInDays',
      Reason: 'it must be from 7 to 366',
    });
  }
  const deletedAt = context.now + pendingWindowInDays * day;
  context.tables.kmsKeys.update(id, { state: 'PendingDeletion', deletedAt });
  context.scheduleAt(deletedAt, 'kms-key.deleted', id);
  return {};
};

/** The key is disabled afterwards. @throws Fault Forbidden.KeyNotFound, Rejected.NotPendingDeletion */
export const cancelKeyDeletion = ({ keyId }: NamedKey, context: Context): unknown => {
  const { id, state } = requireKey(context, keyId);
  if (state !== 'PendingDeletion') throw fault('Rejected.NotPendingDeletion', { KeyId: id });
  context.tables.kmsKeys.update(id, { state: 'Disabled', deletedAt: null });
  return {};
};

export const kmsTransitions: Transitions = {
  /** Unless the deletion was called off, or begun anew, since. */
  'kms-key.deleted': (id, { tables, now }) => {
    const key = tables.kmsKeys.get(id);
    if (key?.state === 'PendingDeletion' && key.deletedAt !== null && key.deletedAt <= now) {
      tables.kmsKeys.delete(id);
    }
  },
};
