import { defineRules } from './define.ts';

/** Rules of key pairs, snapshot policies and groups, commands, activations and image building. */
export const operationsRules = defineRules({
  'key-pair.count-limit': [
    'An account has up to 500 key pairs in a region.',
    'Limits page; API page CreateKeyPair, error QuotaExceed.KeyPair',
  ],
  'key-pair.delete-unattached-only': [
    'A key pair that instances have is not deleted.',
    'provider v1.240.0, resource_alicloud_ecs_key_pair.go:278: tries again on InvalidParameter.KeypairAlreadyAttachedInstance',
  ],
  'instance.key-pair-exists': [
    'An instance is made only with a key pair that is there.',
    'API pages ReplaceSystemDisk and ReInitDisk, error InvalidKeyPairName.NotFound',
  ],
  'snapshot-policy.count-limit': [
    'An account has up to 100 automatic snapshot policies in a region.',
    'Limits page; API page CreateAutoSnapshotPolicy, error AutoSnapshotPolicy.QuotaExceed',
  ],
  'command.count-limit': [
    'An account has a limit of commands in a region.',
    'Limits page; API page CreateCommand, error CmdCount.ExceedQuota',
  ],
});
