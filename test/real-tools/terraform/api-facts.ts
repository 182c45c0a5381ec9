/** What the API says of a thing, and whether Terraform's state says the same. */
import type { Emulator } from '../../../emulator/index.ts';
import type { StateEntry } from '../../../scenarios/drivers/terraform/state-file.ts';
import type { Value } from '../../../scenarios/scenario.ts';
import { owner } from './project.ts';

type Call = readonly [action: string, parameters: Readonly<Record<string, string>>, version?: string];

const vpcVersion = '2016-04-28';

/** How one asks the API for a resource of a type. Needed only to judge the state, not to run anything. */
const calls: Readonly<Record<string, (id: string) => readonly Call[]>> = {
  alicloud_vpc: (id) => [
    ['DescribeVpcAttribute', { VpcId: id }, vpcVersion],
    ['DescribeRouteTableList', { VpcId: id }, vpcVersion],
  ],
  alicloud_vswitch: (id) => [['DescribeVSwitchAttributes', { VSwitchId: id }, vpcVersion]],
  alicloud_security_group: (id) => [
    ['DescribeSecurityGroupAttribute', { SecurityGroupId: id }],
    ['DescribeSecurityGroups', { SecurityGroupId: id }],
  ],
  alicloud_instance: (id) => [
    [
      'DescribeInstances',
      {
        InstanceIds: `["${id}"]`,
        'AdditionalAttributes.1': 'META_OPTIONS',
        'AdditionalAttributes.2': 'LOGIN_AS_NON_ROOT',
      },
    ],
    ['DescribeDisks', { InstanceId: id }],
    ['DescribeInstanceAttribute', { InstanceId: id }],
    ['DescribeNetworkInterfaces', { InstanceId: id }],
    ['DescribeInstanceMaintenanceAttributes', { 'InstanceId.1': id }],
  ],
  alicloud_image: (id) => [['DescribeImages', { ImageId: id }]],
  alicloud_image_share_permission: (id) => [
    ['DescribeImageSharePermission', { ImageId: id.split(':')[0] ?? '' }],
  ],
  'data.alicloud_images': () => [['DescribeImages', { ImageOwnerAlias: 'system', PageSize: '100' }]],
  'data.alicloud_zones': () => [['DescribeZones', {}]],
  'data.alicloud_instance_types': () => [
    ['DescribeInstanceTypes', { InstanceTypeFamily: 'ecs.sn1ne' }],
    ['DescribeAvailableResource', { DestinationResource: 'InstanceType' }],
  ],
};

/** Attributes that the API has under another name. */
const otherNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '*': { create_time: 'CreationTime', ids: 'id' },
  alicloud_vpc: {
    name: 'VpcName',
    enable_ipv6: 'EnabledIpv6',
    router_id: 'VRouterId',
    router_table_id: 'RouteTableId',
  },
  alicloud_vswitch: { availability_zone: 'ZoneId', name: 'VSwitchName' },
  alicloud_security_group: { name: 'SecurityGroupName' },
  alicloud_image_share_permission: { account_id: 'AliyunId' },
  alicloud_image: { name: 'ImageName' },
  alicloud_instance: {
    availability_zone: 'ZoneId',
    key_name: 'KeyPairName',
    maintenance_action: 'ActionOnMaintenance',
    maintenance_notify: 'NotifyOnMaintenance',
    private_ip: 'PrivateIpAddress',
    public_ip: 'IpAddress',
    security_groups: 'SecurityGroupId',
    subnet_id: 'VSwitchId',
    system_disk_category: 'Category',
    system_disk_encrypted: 'Encrypted',
    system_disk_id: 'DiskId',
    system_disk_size: 'Size',
  },
  'data.alicloud_images': { id: 'ImageId', ids: 'ImageId', name: 'ImageName', state: 'Status' },
  'data.alicloud_zones': { id: 'ZoneId', ids: 'ZoneId' },
  'data.alicloud_instance_types': {
    id: 'InstanceTypeId',
    ids: 'InstanceTypeId',
    family: 'InstanceTypeFamily',
    eni_amount: 'EniQuantity',
    availability_zones: 'ZoneId',
  },
};

/** Attributes that no API gives: they say how to create, delete or ask. */
const ofConfiguration: Readonly<Record<string, readonly string[]>> = {
  // The provider makes inner_access of inner_access_policy.
  alicloud_security_group: ['inner_access'],
  alicloud_image: ['force', 'instance_id'],
  alicloud_instance: ['dry_run', 'internet_max_bandwidth_in', 'ipv6_address_count', 'network_card_index'],
  'data.alicloud_images': ['id', 'most_recent', 'name_regex', 'owners'],
  'data.alicloud_zones': [
    'id',
    'available_resource_creation',
    'enable_details',
    'multi',
    'instance_charge_type',
    'spot_strategy',
  ],
  'data.alicloud_instance_types': ['id', 'instance_charge_type', 'spot_strategy'],
};

const normal = (name: string): string => name.replaceAll('_', '').toLowerCase();

/** Every member of the answers, at whatever depth, by name. */
const gather = (value: unknown, into: Map<string, Set<string>>, name = ''): void => {
  if (Array.isArray(value)) value.forEach((item) => gather(item, into, name));
  else if (typeof value === 'object' && value !== null) {
    // {"ActionOnMaintenance": {"Value": "AutoRecover"}}
    for (const [key, member] of Object.entries(value))
      gather(member, into, key === 'Value' ? name : normal(key));
  } else if (value !== undefined && value !== null) {
    into.set(name, (into.get(name) ?? new Set()).add(JSON.stringify(value).replaceAll('"', '')));
  }
};

const ask = (emulator: Emulator, [action, parameters, version = '2014-05-26']: Call): unknown => {
  const { status, body } = emulator.dispatch({
    version,
    action,
    parameters: new Map(Object.entries({ RegionId: 'cn-hangzhou', ...parameters })),
    accessKeyId: owner,
    securityToken: '',
    format: 'JSON',
    host: '',
  });
  if (status !== 200) throw new Error(`${action} answers ${status}: ${body}`);
  return JSON.parse(body);
};

/**
 * Attributes of a block in Terraform's state that differ from what the API says, as "name: value (API: …)".
 * An attribute that the API does not have counts as different, unless it is listed above or empty.
 */
export const differencesOf = (address: string, entry: StateEntry, emulator: Emulator): string[] => {
  const type = entry.mode === 'data' ? `data.${entry.type}` : entry.type;
  const asked = calls[type];
  if (asked === undefined) throw new Error(`nobody said how to ask the API for ${type}`);
  const attributes = entry.instances[0]?.attributes ?? {};
  const id = typeof attributes['id'] === 'string' ? attributes['id'] : '';
  const facts = new Map<string, Set<string>>();
  for (const call of asked(id)) gather(ask(emulator, call), facts);
  // An id stands in the answers under a name of its own ("VpcId"), and in that of the share as two.
  for (const part of [id, ...id.split(':')]) {
    if ([...facts.values()].some((values) => values.has(part)))
      facts.set('id', (facts.get('id') ?? new Set()).add(id));
  }
  const listed = new Set(ofConfiguration[type]);
  return Object.entries(attributes).flatMap(([name, value]) =>
    listed.has(name) ? [] : differencesIn(`${address}.${name}`, name, value, type, facts),
  );
};

const differencesIn = (
  path: string,
  name: string,
  value: Value,
  type: string,
  facts: ReadonlyMap<string, ReadonlySet<string>>,
): string[] => {
  if (value === null || value === '' || name === 'timeouts') return [];
  if (Array.isArray(value)) {
    return value.flatMap((item, at) => differencesIn(`${path}.${at}`, name, item, type, facts));
  }
  if (typeof value === 'object') {
    return Object.entries(value).flatMap(([key, item]) =>
      differencesIn(`${path}.${key}`, key, item, type, facts),
    );
  }
  const known = [otherNames[type]?.[name], name, otherNames['*']?.[name]].flatMap((one) =>
    one === undefined ? [] : [...(facts.get(normal(one)) ?? [])],
  );
  if (known.includes(String(value))) return [];
  if (known.length === 0 && (value === false || value === 0 || value === '0')) return [];
  return [
    `${path}: ${String(value)} (API: ${known.length === 0 ? 'nothing' : known.slice(0, 3).join(', ')})`,
  ];
};
