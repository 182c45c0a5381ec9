import { quoted } from './call.ts';
import type { ReplayCall } from './call.ts';

interface Mapping {
  readonly type: string;
  /** Wire name, with numbers as N → argument; with [] a list of the values, with * a resource for each. */
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
    arguments: { ImageId: 'image_id', 'AddAccount.N': 'account_id*' },
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

/** Parameters that the provider sends by itself, or that its own block says. */
const ofTheProvider = new Set(['RegionId', 'ClientToken', 'DryRun']);

interface Arguments {
  /** Argument → expression. */
  readonly lines: readonly (readonly [string, string])[];
  /** One resource for each of these; none for a single resource without. */
  readonly repeated: { readonly name: string; readonly values: readonly string[] } | undefined;
  /** Names of parameters that no argument stands for. */
  readonly leftOut: readonly string[];
}

const argumentsOf = (mapping: Mapping, parameters: ReplayCall['parameters']): Arguments => {
  const single = new Map<string, string>();
  const lists = new Map<string, string[]>();
  const each = new Map<string, string[]>();
  const leftOut: string[] = [];
  for (const [name, value] of parameters) {
    const argument = mapping.arguments[name.replace(/\.\d+$/, '.N')];
    const [, plain = '', kind = ''] = /^(.*?)(\[\]|\*)?$/.exec(argument ?? '') ?? [];
    if (argument === undefined) {
      if (!ofTheProvider.has(name) && !tagParameter.test(name)) leftOut.push(name);
    } else if (kind !== '') {
      const many = kind === '*' ? each : lists;
      many.set(plain, [...(many.get(plain) ?? []), value]);
    } else if (!single.has(argument)) {
      single.set(argument, value);
    }
  }
  const [repeated] = [...each].map(([name, values]) => ({ name, values }));
  return {
    lines: [
      ...[...single].map(([name, value]) => [name, literal(value)] as const),
      ...[...lists].map(([name, values]) => [name, `[${values.map(literal).join(', ')}]`] as const),
      ...tagsOf(parameters),
    ],
    repeated,
    leftOut,
  };
};

const block = (type: string, name: string, lines: Arguments['lines']): string => {
  const width = Math.max(0, ...lines.map(([argument]) => argument.length));
  const body = lines.map(([argument, value]) => `  ${argument.padEnd(width)} = ${value}\n`).join('');
  return `resource "${type}" "${name}" {\n${body}}\n`;
};

/**
 * The resources of the provider that the action makes; undefined where there are none. What they cannot say stands above
 * them as a comment.
 */
export const toHcl = ({ action, parameters }: ReplayCall): string | undefined => {
  const mapping = Object.hasOwn(mappings, action) ? mappings[action] : undefined;
  if (mapping === undefined) return undefined;
  const { lines, repeated, leftOut } = argumentsOf(mapping, parameters);
  const blocks = repeated?.values.map((value, at) =>
    block(mapping.type, at === 0 ? 'default' : `default_${at + 1}`, [
      ...lines,
      [repeated.name, literal(value)],
    ]),
  ) ?? [block(mapping.type, 'default', lines)];
  const note = leftOut.length === 0 ? '' : `# Not said here: ${leftOut.map(oneLine).join(', ')}\n`;
  return note + blocks.join('\n');
};

/** Names of parameters come from a client too: none may end the comment. */
const oneLine = (name: string): string => name.replaceAll(/[^ -~]/g, '?');

/** "${" and "%{" would be read as templates, and HCL knows fewer escapes than JSON. */
const literal = (text: string): string =>
  quoted(text)
    // By functions: in a replacement "$$" stands for one "$".
    .replaceAll('${', () => '$${')
    .replaceAll('%{', () => '%%{')
    .replaceAll(/\\(.)/g, (escape, character: string) => shortEscapes[character] ?? escape);

const shortEscapes: Readonly<Record<string, string>> = {
  b: String.raw`\u0008`,
  f: String.raw`\u000c`,
};

const tagParameter = /^Tag\.\d+\.(?:Key|Value)$/;

const tagsOf = (parameters: ReplayCall['parameters']): (readonly [string, string])[] => {
  const all = new Map(parameters);
  const tags = parameters.flatMap(([name, key]) => {
    const at = /^Tag\.(\d+)\.Key$/.exec(name)?.[1];
    return at === undefined ? [] : [`    ${literal(key)} = ${literal(all.get(`Tag.${at}.Value`) ?? '')}`];
  });
  return tags.length === 0 ? [] : [['tags', `{\n${tags.join('\n')}\n  }`]];
};
