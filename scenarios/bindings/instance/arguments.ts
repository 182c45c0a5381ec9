/** Arguments of alicloud_instance (provider v1.240.0, resource_alicloud_instance.go). */
import type { ArgumentFacts, ArgumentRules } from '../binding.ts';

const categories = [
  ...['all', 'cloud', 'ephemeral_ssd', 'cloud_essd', 'cloud_efficiency', 'cloud_ssd', 'local_disk'],
  ...['cloud_auto', 'cloud_essd_entry'],
];

/** Written once when the instance is made, and a change makes a new one. */
const onlyAtCreation = { type: 'string', forceNew: true, writeOnly: true } as const satisfies ArgumentFacts;
const text = { type: 'string' } as const satisfies ArgumentFacts;
const computedText = { type: 'string', computed: true } as const satisfies ArgumentFacts;
const writtenText = { type: 'string', writeOnly: true } as const satisfies ArgumentFacts;
const writtenFlag = { type: 'bool', writeOnly: true } as const satisfies ArgumentFacts;

const fixedText = { type: 'string', forceNew: true } as const satisfies ArgumentFacts;
const fixedNumber = { type: 'number', forceNew: true } as const satisfies ArgumentFacts;
const fixedFlag = { type: 'bool', forceNew: true } as const satisfies ArgumentFacts;

const performanceLevel: ArgumentFacts = { ...computedText, allowed: ['PL0', 'PL1', 'PL2', 'PL3'] };
const trafficMode: ArgumentFacts = {
  ...computedText,
  forceNew: true,
  allowed: ['Standard', 'HighPerformance'],
};

/** A disk that is made with the instance; of these the provider changes nothing in place. */
const dataDisk: Readonly<Record<string, ArgumentFacts>> = {
  auto_snapshot_policy_id: fixedText,
  category: { ...fixedText, default: 'cloud_efficiency', allowed: categories },
  delete_with_instance: { ...fixedFlag, default: true },
  description: { ...fixedText, range: [2, 256] },
  device: fixedText,
  encrypted: { ...fixedFlag, default: false },
  kms_key_id: text,
  name: { ...fixedText, range: [2, 128] },
  performance_level: performanceLevel,
  size: { ...fixedNumber, required: true },
  snapshot_id: fixedText,
};

const secondaryInterface: Readonly<Record<string, ArgumentFacts>> = {
  network_card_index: { ...fixedNumber, computed: true },
  network_interface_id: { ...fixedText, computed: true },
  network_interface_traffic_mode: trafficMode,
  queue_pair_number: { ...fixedNumber, computed: true },
  security_group_ids: { type: 'list', computed: true, forceNew: true },
  vswitch_id: { ...fixedText, computed: true },
};

export const instanceArguments: Readonly<Record<string, ArgumentFacts>> = {
  allocate_public_ip: { ...writtenFlag, deprecated: true },
  auto_release_time: text,
  auto_renew_period: { type: 'number', default: 1, allowed: [1, 2, 3, 6, 12], writeOnly: true },
  availability_zone: { ...computedText, forceNew: true },
  credit_specification: { ...computedText, allowed: ['Standard', 'Unlimited'] },
  data_disks: { type: 'blocks', writeOnly: true, members: dataDisk },
  dedicated_host_id: { type: 'string', forceNew: true },
  deletion_protection: { type: 'bool', default: false },
  deployment_set_id: text,
  description: { ...computedText, range: [2, 256] },
  dry_run: { ...writtenFlag, default: false },
  enable_jumbo_frame: { type: 'bool', computed: true },
  force_delete: { ...writtenFlag, default: false },
  host_name: computedText,
  hpc_cluster_id: { type: 'string', forceNew: true },
  http_endpoint: { ...computedText, allowed: ['enabled', 'disabled'] },
  http_put_response_hop_limit: { type: 'number', computed: true, forceNew: true, range: [1, 64] },
  http_tokens: { ...computedText, allowed: ['optional', 'required'] },
  image_id: computedText,
  image_options: { type: 'blocks', computed: true, members: { login_as_non_root: fixedFlag } },
  include_data_disks: { ...writtenFlag, default: true },
  instance_charge_type: { ...computedText, allowed: ['PrePaid', 'PostPaid'] },
  instance_name: { ...computedText, range: [2, 128] },
  instance_type: { ...computedText, pattern: /^ecs\..*/ },
  internet_charge_type: { ...computedText, allowed: ['PayByBandwidth', 'PayByTraffic'] },
  internet_max_bandwidth_in: { type: 'number', computed: true, deprecated: true },
  internet_max_bandwidth_out: { type: 'number', computed: true },
  ipv6_address_count: { type: 'number', computed: true, forceNew: true, range: [1, 10] },
  ipv6_addresses: { type: 'list', computed: true, forceNew: true },
  is_outdated: writtenFlag,
  key_name: { ...computedText, forceNew: true },
  kms_encrypted_password: writtenText,
  kms_encryption_context: { type: 'map', writeOnly: true },
  launch_template_id: onlyAtCreation,
  launch_template_name: onlyAtCreation,
  launch_template_version: onlyAtCreation,
  maintenance_action: { ...computedText, allowed: ['Stop', 'AutoRecover', 'AutoRedeploy'] },
  maintenance_notify: { type: 'bool' },
  maintenance_time: { type: 'blocks', members: { start_time: text, end_time: text } },
  network_card_index: { type: 'number', forceNew: true },
  network_interface_traffic_mode: trafficMode,
  network_interfaces: { type: 'blocks', computed: true, members: secondaryInterface },
  operator_type: { ...writtenText, allowed: ['upgrade', 'downgrade'] },
  password: writtenText,
  password_inherit: writtenFlag,
  period: {
    type: 'number',
    computed: true,
    writeOnly: true,
    allowed: [1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 24, 36, 48, 60],
  },
  period_unit: { ...writtenText, default: 'Month', allowed: ['Week', 'Month'] },
  private_ip: computedText,
  queue_pair_number: { type: 'number', forceNew: true },
  renewal_status: { ...writtenText, default: 'Normal', allowed: ['AutoRenewal', 'Normal', 'NotRenewal'] },
  resource_group_id: computedText,
  role_name: { ...computedText, forceNew: true },
  secondary_private_ip_address_count: { type: 'number', computed: true },
  secondary_private_ips: { type: 'list', computed: true },
  security_enhancement_strategy: { ...onlyAtCreation, computed: true, allowed: ['Active', 'Deactive'] },
  security_groups: { type: 'list', computed: true },
  spot_duration: { type: 'number', computed: true, range: [0, 6] },
  spot_price_limit: { type: 'number', computed: true, forceNew: true },
  spot_strategy: {
    ...computedText,
    forceNew: true,
    allowed: ['NoSpot', 'SpotAsPriceGo', 'SpotWithPriceLimit'],
  },
  status: { ...computedText, allowed: ['Running', 'Stopped'] },
  stopped_mode: { ...computedText, allowed: ['StopCharging', 'KeepCharging', 'Not-applicable'] },
  system_disk_auto_snapshot_policy_id: text,
  system_disk_category: { ...computedText, forceNew: true, allowed: categories },
  system_disk_description: { ...computedText, range: [2, 256] },
  system_disk_encrypt_algorithm: onlyAtCreation,
  system_disk_encrypted: { type: 'bool', computed: true, forceNew: true },
  system_disk_kms_key_id: { type: 'string', forceNew: true },
  system_disk_name: { ...computedText, range: [2, 128] },
  system_disk_performance_level: performanceLevel,
  system_disk_size: { type: 'number', computed: true },
  system_disk_storage_cluster_id: { type: 'string', forceNew: true },
  tags: { type: 'map' },
  user_data: text,
  volume_tags: { type: 'map', computed: true },
  vpc_id: computedText,
  vswitch_id: computedText,
};

const fromTemplate = ['launch_template_id', 'launch_template_name'];

export const instanceRules: ArgumentRules = {
  atLeastOneOf: [
    ['image_id', ...fromTemplate],
    ['instance_type', ...fromTemplate],
    ['security_groups', ...fromTemplate],
  ],
  conflicting: [
    ['secondary_private_ips', 'secondary_private_ip_address_count'],
    ['ipv6_addresses', 'ipv6_address_count'],
    ['dedicated_host_id', 'spot_strategy'],
    ['dedicated_host_id', 'spot_price_limit'],
  ],
};
