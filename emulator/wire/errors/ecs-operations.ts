import { defineErrors } from './define.ts';

/** Errors of key pairs, snapshot policies and groups, commands, activations and image building. */
export const ecsOperationsErrors = defineErrors({
  // Key pairs
  'InvalidKeyPairName.Malformed': [
    400,
    'The key pair name {Name} is not valid: 2 to 128 letters, digits, ".", ":", "_" or "-", a letter first, and no URL.',
  ],
  'InvalidKeyPairName.NotFound': [400, 'The key pair {Name} does not exist in this region.'],
  'InvalidKeyPairNames.ValueNotSupported': [400, 'KeyPairNames must be a JSON list of names.'],
  'InvalidParameter.KeypairAlreadyAttachedInstance': [
    400,
    'Instances have the key pair {Name}. Detach it from them first.',
  ],
  'InvalidPublicKeyBody.Malformed': [400, 'PublicKeyBody is no public key in the form "ssh-rsa AAAA…".'],
  'KeyPair.AlreadyExist': [400, 'There is a key pair {Name} in this region already.'],
  'QuotaExceed.KeyPair': [403, 'The account can have at most {Limit} key pairs in this region.'],
  InstanceKeyPairLimitExceeded: [403, 'A call deletes at most {Limit} key pairs.'],
  'InvalidInstanceIds.ValueNotSupported': [400, 'InstanceIds must be a JSON list of up to 50 instance ids.'],
  'DependencyViolation.WindowsInstance': [
    403,
    'The instance {InstanceId} runs Windows and takes no key pair.',
  ],
  // Snapshot policies and groups
  ParameterInvalid: [403, 'The parameter {Parameter} is not valid: {Reason}.'],
  'AutoSnapshotPolicy.QuotaExceed': [
    403,
    'The account can have at most {Limit} automatic snapshot policies in this region.',
  ],
  'InvalidParameter.Name': [400, 'The name {Name} is not valid.'],
  'InvalidSnapshotGroupId.NotFound': [404, 'The snapshot group {SnapshotGroupId} does not exist.'],
});
