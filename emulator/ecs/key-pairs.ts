import type { Context, EcsOperation } from '../context.ts';
import { toIsoMinutes } from '../state/clock.ts';
import type { KeyPair } from '../state/rows/key-pair.ts';
import { fault } from '../wire/fault.ts';
import { readIds } from './id-lists.ts';
import { wildcard } from './image-filters.ts';
import { keyPairRowId } from './key-pair-lookup.ts';
import { fingerprintOf, generateRsaKey, privateKeyPem, publicKeyText } from './key-pair-rsa.ts';
import { isResourceName } from './names.ts';
import { page } from './paging.ts';
import { readTags, tagFilter, toTagList } from './tags.ts';

/** Makes an RSA key of 2,048 bits and answers its private half, this once. */
export const createKeyPair: EcsOperation<'CreateKeyPair'> = (request, context) => {
  checkNew(context, request.keyPairName);
  const key = generateRsaKey((limit) => context.randomInteger(limit));
  const row = insert(context, request, publicKeyText(key));
  return { ...identityOf(row), keyPairId: row.keyPairId, privateKeyBody: privateKeyPem(key) };
};

/** Takes the public half of a key that was made elsewhere. */
export const importKeyPair: EcsOperation<'ImportKeyPair'> = (request, context) => {
  checkNew(context, request.keyPairName);
  return identityOf(insert(context, request, request.publicKeyBody.trim()));
};

const identityOf = (row: KeyPair) => ({
  keyPairName: row.keyPairName,
  keyPairFingerPrint: row.fingerprint,
});

type NewKeyPair = Pick<
  Parameters<EcsOperation<'CreateKeyPair'>>[0],
  'keyPairName' | 'resourceGroupId' | 'tag'
>;

/** @throws Fault InvalidKeyPairName.Malformed, KeyPair.AlreadyExist, QuotaExceed.KeyPair */
const checkNew = (context: Context, keyPairName: string): void => {
  if (!isResourceName(keyPairName)) throw fault('InvalidKeyPairName.Malformed', { Name: keyPairName });
  const { keyPairs } = context.tables;
  if (keyPairs.get(keyPairRowId(context, keyPairName)) !== undefined) {
    throw fault('KeyPair.AlreadyExist', { Name: keyPairName });
  }
  const limit = context.quota('keyPairsPerRegion');
  if (keyPairs.list(context).count >= limit && context.enforces('key-pair.count-limit')) {
    throw fault('QuotaExceed.KeyPair', { Limit: limit });
  }
};

const insert = (context: Context, request: NewKeyPair, publicKey: string): KeyPair => {
  const fingerprint = fingerprintOf(publicKey);
  if (fingerprint === undefined) throw fault('InvalidPublicKeyBody.Malformed');
  return context.tables.keyPairs.insert({
    id: keyPairRowId(context, request.keyPairName),
    accountId: context.accountId,
    regionId: context.regionId,
    keyPairName: request.keyPairName,
    keyPairId: context.newId('ssh'),
    fingerprint,
    publicKey,
    resourceGroupId: request.resourceGroupId ?? '',
    tags: readTags(request.tag, context),
    createdAt: context.now,
  });
};

/** Lists key pairs; KeyPairName takes * for any text. */
export const describeKeyPairs: EcsOperation<'DescribeKeyPairs'> = (request, context) => {
  const { keyPairName = '', keyPairFingerPrint = '', resourceGroupId = '', includePublicKey } = request;
  const nameMatches = keyPairName === '' ? undefined : wildcard(keyPairName);
  const hasTags = tagFilter(request.tag);
  const found = [...context.tables.keyPairs.list(context)].filter(
    (row) =>
      (nameMatches?.test(row.keyPairName) ?? true) &&
      (keyPairFingerPrint === '' || row.fingerprint === keyPairFingerPrint) &&
      (resourceGroupId === '' || row.resourceGroupId === resourceGroupId) &&
      (hasTags?.(row) ?? true),
  );
  const { items, info } = page(found, request, context, { maxPageSize: 50 });
  return {
    pageNumber: info.pageNumber,
    pageSize: info.pageSize,
    totalCount: info.totalCount,
    keyPairs: {
      keyPair: items.map((row) => ({
        ...identityOf(row),
        creationTime: toIsoMinutes(row.createdAt),
        publicKey: includePublicKey === true ? row.publicKey : undefined,
        resourceGroupId: row.resourceGroupId,
        tags: { tag: toTagList(row.tags) },
      })),
    },
  };
};

/** Most key pairs that one call deletes (limits.json, DeleteKeyPairs). */
const maxDeleted = 100;

/**
 * Deletes key pairs; names that are not there are no error. One that instances have stays: the provider
 * tries again until it is detached.
 */
export const deleteKeyPairs: EcsOperation<'DeleteKeyPairs'> = (request, context) => {
  const names = readIds(request.keyPairNames, () => fault('InvalidKeyPairNames.ValueNotSupported'));
  if (names.length > maxDeleted) throw fault('InstanceKeyPairLimitExceeded', { Limit: maxDeleted });
  for (const name of names) {
    const id = keyPairRowId(context, name);
    const isAttached = context.tables.instances.by('keyPair', id).count > 0;
    if (isAttached && context.enforces('key-pair.delete-unattached-only')) {
      throw fault('InvalidParameter.KeypairAlreadyAttachedInstance', { Name: name });
    }
    context.tables.keyPairs.delete(id);
  }
  return {};
};
