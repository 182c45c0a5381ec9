import type { Context } from '../context.ts';
import { page } from '../ecs/paging.ts';
import { readTags } from '../ecs/tags.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { KmsKey } from '../state/rows/kms-key.ts';
import { fault } from '../wire/fault.ts';
import { arnOf, requireKey } from './lookup.ts';
import type { NamedKey } from './lookup.ts';
import { checkRotation, rotationMilliseconds } from './rotation.ts';

interface CreateKeyRequest {
  readonly description?: string;
  readonly dkmsInstanceId?: string;
  readonly enableAutomaticRotation?: boolean;
  readonly keySpec?: string;
  readonly keyUsage?: string;
  readonly origin?: string;
  readonly policy?: string;
  readonly protectionLevel?: string;
  readonly rotationInterval?: string;
  /** JSON: [{"TagKey":"a","TagValue":"b"}] */
  readonly tags?: string;
}

/** What a key of each kind can do (KMS, CreateKey: KeySpec and KeyUsage). */
const usages: ReadonlyMap<string, readonly string[]> = new Map([
  ['Aliyun_AES_256', ['ENCRYPT/DECRYPT']],
  ['Aliyun_AES_128', ['ENCRYPT/DECRYPT']],
  ['Aliyun_AES_192', ['ENCRYPT/DECRYPT']],
  ['Aliyun_SM4', ['ENCRYPT/DECRYPT']],
  ['RSA_2048', ['ENCRYPT/DECRYPT', 'SIGN/VERIFY']],
  ['RSA_3072', ['ENCRYPT/DECRYPT', 'SIGN/VERIFY']],
  ['EC_P256', ['SIGN/VERIFY']],
  ['EC_P256K', ['SIGN/VERIFY']],
  ['EC_SM2', ['ENCRYPT/DECRYPT', 'SIGN/VERIFY']],
]);

const chosen = (parameter: string, value: string, known: readonly string[]): string => {
  if (!known.includes(value)) {
    throw fault('InvalidParameter', {
      Parameter: parameter,
      Reason: `it must be one of ${known.join(', ')}`,
    });
  }
  return value;
};

/** The policy of a key that names none: the account may do everything. */
const defaultPolicy = (accountId: string): string =>
  JSON.stringify({
    Statement: [
      {
        Action: ['kms:*'],
        Effect: 'Allow',
        Principal: { RAM: [`acs:ram::${accountId}:*`] },
        Resource: ['*'],
      },
    ],
    Version: '1',
  });

const readTagList = (tags: string | undefined, context: Context): KmsKey['tags'] => {
  if (tags === undefined || tags === '') return {};
  let list: unknown;
  try {
    list = JSON.parse(tags);
  } catch {
    list = undefined;
  }
  if (!Array.isArray(list))
    throw fault('InvalidParameter', { Parameter: 'Tags', Reason: 'it must be a JSON list' });
  const read = list.map((tag: unknown) => {
    const member = (name: string): string => {
      const value: unknown = typeof tag === 'object' && tag !== null ? Reflect.get(tag, name) : undefined;
      return typeof value === 'string' ? value : '';
    };
    return { key: member('TagKey'), value: member('TagValue') };
  });
  return readTags(read, context);
};

/** What a reply says of a key. */
const toMetadata = (key: KmsKey) => ({
  arn: arnOf(key),
  automaticRotation: key.isRotated ? 'Enabled' : 'Disabled',
  creationDate: toIsoSeconds(key.createdAt),
  creator: key.accountId,
  deleteDate: key.deletedAt === null ? '' : toIsoSeconds(key.deletedAt),
  deletionProtection: key.isProtected ? 'Enabled' : 'Disabled',
  deletionProtectionDescription: key.protectionDescription,
  description: key.description,
  keyId: key.id,
  keySpec: key.keySpec,
  keyState: key.state,
  keyUsage: key.keyUsage,
  lastRotationDate: toIsoSeconds(key.createdAt),
  materialExpireTime: '',
  ...(key.isRotated
    ? {
        nextRotationDate: toIsoSeconds(key.createdAt + rotationMilliseconds(key.rotationInterval)),
        rotationInterval: key.rotationInterval,
      }
    : {}),
  origin: key.origin,
  primaryKeyVersion: key.primaryKeyVersion,
  protectionLevel: key.protectionLevel,
});

/** Makes a key; one whose material is imported waits for it. Dedicated KMS instances are not modelled. */
export const createKey = (request: CreateKeyRequest, context: Context): unknown => {
  const keySpec = chosen('KeySpec', request.keySpec ?? 'Aliyun_AES_256', [...usages.keys()]);
  const possible = usages.get(keySpec) ?? [];
  const keyUsage = chosen('KeyUsage', request.keyUsage ?? possible[0] ?? '', possible);
  const origin = chosen('Origin', request.origin ?? 'Aliyun_KMS', ['Aliyun_KMS', 'EXTERNAL']);
  const protectionLevel = chosen('ProtectionLevel', request.protectionLevel ?? 'SOFTWARE', [
    'SOFTWARE',
    'HSM',
  ]);
  if (request.dkmsInstanceId !== undefined && request.dkmsInstanceId !== '') {
    throw fault('Forbidden.DKMSInstanceNotFound', { Instance: request.dkmsInstanceId });
  }
  const isRotated = request.enableAutomaticRotation === true;
  if (isRotated) checkRotation(request.rotationInterval);
  const uuid = (): string => [8, 4, 4, 4, 12].map((length) => context.randomText(length)).join('-');
  const key = context.tables.kmsKeys.insert({
    id: uuid(),
    accountId: context.accountId,
    regionId: context.regionId,
    description: request.description ?? '',
    state: origin === 'EXTERNAL' ? 'PendingImport' : 'Enabled',
    keySpec,
    keyUsage,
    origin,
    protectionLevel,
    isRotated,
    rotationInterval: isRotated ? (request.rotationInterval ?? '') : '',
    isProtected: false,
    protectionDescription: '',
    policy: request.policy ?? defaultPolicy(context.accountId),
    primaryKeyVersion: uuid(),
    createdAt: context.now,
    deletedAt: null,
    tags: readTagList(request.tags, context),
  });
  return { keyMetadata: toMetadata(key) };
};

/** @throws Fault Forbidden.KeyNotFound */
export const describeKey = ({ keyId }: NamedKey, context: Context): unknown => ({
  keyMetadata: toMetadata(requireKey(context, keyId)),
});

export const listKeys = (
  request: { readonly pageNumber?: number; readonly pageSize?: number },
  context: Context,
): unknown => {
  const { items, info } = page(context.tables.kmsKeys.list(context), request, context);
  return { keys: { key: items.map((key) => ({ keyArn: arnOf(key), keyId: key.id })) }, ...info };
};
