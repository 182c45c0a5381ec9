import { quoted } from './call.ts';
import type { ReplayCall } from './call.ts';

interface Mapping {
  readonly type: string;
  /** Wire name, with numbers as N → argument. */
  readonly arguments: Readonly<Record<string, string>>;
}

const described = { Description: 'description', ResourceGroupId: 'resource_group_id' };

const instance: Mapping = {
  type: 'alicloud_instance',
  arguments: {
    ...described,
    ImageId: 'image_id',
    InstanceType: 'instance_type',
    InstanceName: 'instance_name',
    HostName: 'host_name',
    VSwitchId: 'vswitch_id',
    ZoneId: 'availability_zone',
    SecurityGroupId: 'security_groups[]',
    'SecurityGroupIds.N': 'security_groups[]',
    KeyPairName: 'key_name',
    InternetMaxBandwidthOut: 'internet_max_bandwidth_out',
    InternetChargeType: 'internet_charge_type',
    'SystemDisk.Category': 'system_disk_category',
    'SystemDisk.Size': 'system_disk_size',
  },
};

/** Actions that make what a resource of the provider is. */
const mappings: Readonly<Record<string, Mapping>> = {
  RunInstances: instance,
  CreateInstance: instance,
  CreateVpc: {
    type: 'alicloud_vpc',
    arguments: { ...described, VpcName: 'vpc_name', CidrBlock: 'cidr_block' },
  },
  CreateVSwitch: {
    type: 'alicloud_vswitch',
    arguments: {
      ...described,
      VpcId: 'vpc_id',
      ZoneId: 'zone_id',
      CidrBlock: 'cidr_block',
      VSwitchName: 'vswitch_name',
    },
  },
  CreateSecurityGroup: {
    type: 'alicloud_security_group',
    arguments: { ...described, VpcId: 'vpc_id', SecurityGroupName: 'security_group_name' },
  },
  CreateImage: {
    type: 'alicloud_image',
    arguments: {
      ...described,
      ImageName: 'image_name',
      InstanceId: 'instance_id',
      SnapshotId: 'snapshot_id',
      Platform: 'platform',
      Architecture: 'architecture',
    },
  },
  ModifyImageSharePermission: {
    type: 'alicloud_image_share_permission',
    arguments: { ImageId: 'image_id', 'AddAccount.N': 'account_id' },
  },
  CreateDisk: {
    type: 'alicloud_ecs_disk',
    arguments: {
      ...described,
      ZoneId: 'zone_id',
      DiskName: 'disk_name',
      DiskCategory: 'category',
      Size: 'size',
      SnapshotId: 'snapshot_id',
    },
  },
  CreateSnapshot: {
    type: 'alicloud_ecs_snapshot',
    arguments: { ...described, DiskId: 'disk_id', SnapshotName: 'snapshot_name' },
  },
  CreateKeyPair: { type: 'alicloud_ecs_key_pair', arguments: { KeyPairName: 'key_pair_name' } },
  ImportKeyPair: {
    type: 'alicloud_ecs_key_pair',
    arguments: { KeyPairName: 'key_pair_name', PublicKeyBody: 'public_key' },
  },
};

/** A resource of the provider that the action makes; undefined where there is none. */
export const toHcl = ({ action, parameters }: ReplayCall): string | undefined => {
  const mapping = Object.hasOwn(mappings, action) ? mappings[action] : undefined;
  if (mapping === undefined) return undefined;
  const single = new Map<string, string>();
  const lists = new Map<string, string[]>();
  for (const [name, value] of parameters) {
    const argument = mapping.arguments[name.replace(/\.\d+$/, '.N')];
    if (argument === undefined) continue;
    if (argument.endsWith('[]')) {
      const list = argument.slice(0, -2);
      lists.set(list, [...(lists.get(list) ?? []), value]);
    } else if (!single.has(argument)) {
      single.set(argument, value);
    }
  }
  const lines = [
    ...[...single].map(([name, value]) => [name, literal(value)] as const),
    ...[...lists].map(([name, values]) => [name, `[${values.map(literal).join(', ')}]`] as const),
    ...tagsOf(parameters),
  ];
  const width = Math.max(0, ...lines.map(([name]) => name.length));
  return [
    `resource "${mapping.type}" "default" {`,
    ...lines.map(([name, value]) => `  ${name.padEnd(width)} = ${value}`),
    '}',
    '',
  ].join('\n');
};

/** "${" and "%{" would be read as templates. */
const literal = (text: string): string => quoted(text).replaceAll('${', '$${').replaceAll('%{', '%%{');

const tagsOf = (parameters: ReplayCall['parameters']): (readonly [string, string])[] => {
  const all = new Map(parameters);
  const tags = parameters.flatMap(([name, key]) => {
    const at = /^Tag\.(\d+)\.Key$/.exec(name)?.[1];
    return at === undefined ? [] : [`    ${literal(key)} = ${literal(all.get(`Tag.${at}.Value`) ?? '')}`];
  });
  return tags.length === 0 ? [] : [['tags', `{\n${tags.join('\n')}\n  }`]];
};
