/** Key pairs, roles and keys. */
import { textOf } from '../../argument-values.ts';
import { idOfIds } from '../../attributes.ts';
import type { ResourceDeclaration } from '../declaration.ts';

const hasPublicKey = (values: Parameters<typeof textOf>[0]): boolean =>
  textOf(values, 'public_key') !== undefined;

/**
 * The provider makes a name where none is given: from the prefix, or from its own word. Here its end follows from
 * the arguments, so that a second run gives the same.
 */
const keyPairName = (values: Parameters<typeof textOf>[0]): string =>
  textOf(values, 'key_pair_name') ??
  textOf(values, 'key_name') ??
  `${textOf(values, 'key_name_prefix') ?? 'terraform-'}${idOfIds([JSON.stringify(values)])}`;

const keyPair: ResourceDeclaration = {
  type: 'alicloud_ecs_key_pair',
  aliases: ['alicloud_key_pair'],
  id: 'KeyPairName',
  key: 'KeyPairName',
  fields: { key_name: 'KeyPairName', finger_print: 'KeyPairFingerPrint' },
  create: [
    { action: 'CreateKeyPair', when: (values) => !hasPublicKey(values), set: { KeyPairName: keyPairName } },
    {
      action: 'ImportKeyPair',
      when: hasPublicKey,
      set: { KeyPairName: keyPairName },
      parameters: { public_key: 'PublicKeyBody' },
    },
  ],
  read: { action: 'DescribeKeyPairs', by: 'KeyPairName', item: 'KeyPairs.KeyPair' },
  delete: { action: 'DeleteKeyPairs' },
  clientSide: { key_name_prefix: 'begins the name that is made', key_file: 'takes the private key' },
  tags: 'keypair',
  group: 'keypair',
};

const role: ResourceDeclaration = {
  type: 'alicloud_ram_role',
  product: 'Ram',
  id: 'Role.RoleName',
  key: 'RoleName',
  parameters: { name: 'RoleName', document: 'AssumeRolePolicyDocument' },
  fields: { name: 'RoleName', document: 'AssumeRolePolicyDocument' },
  create: ['CreateRole'],
  read: { action: 'GetRole', by: 'RoleName', item: 'Role' },
  delete: 'DeleteRole',
};

/** A key is never gone at once: it is scheduled to be, and counts as gone from then on. */
const key: ResourceDeclaration = {
  type: 'alicloud_kms_key',
  product: 'Kms',
  id: 'KeyMetadata.KeyId',
  key: 'KeyId',
  fields: { status: 'KeyState', key_state: 'KeyState' },
  create: ['CreateKey'],
  read: { action: 'DescribeKey', by: 'KeyId', item: 'KeyMetadata' },
  update: [{ action: 'UpdateKeyDescription', for: ['description'] }],
  delete: {
    action: 'ScheduleKeyDeletion',
    set: {
      PendingWindowInDays: ({ pending_window_in_days: days, deletion_window_in_days: older }) =>
        days ?? older ?? 30,
    },
  },
  goneWhen: { field: 'KeyState', values: ['PendingDeletion'] },
};

const resourceGroup: ResourceDeclaration = {
  type: 'alicloud_resource_manager_resource_group',
  product: 'ResourceManager',
  id: 'ResourceGroup.Id',
  key: 'ResourceGroupId',
  parameters: { resource_group_name: 'Name' },
  fields: { resource_group_name: 'Name', name: 'Name' },
  create: ['CreateResourceGroup'],
  read: { action: 'GetResourceGroup', by: 'ResourceGroupId', item: 'ResourceGroup' },
  update: [
    {
      action: 'UpdateResourceGroup',
      for: ['display_name'],
      set: { NewDisplayName: ({ display_name: name }) => name },
      omit: ['display_name'],
    },
  ],
  delete: 'DeleteResourceGroup',
  ready: { field: 'Status', values: ['OK'] },
  goneWhen: { field: 'Status', values: ['PendingDelete'] },
};

export const access: readonly ResourceDeclaration[] = [keyPair, role, key, resourceGroup];
