/** RunInstances as the provider calls it (resourceAliCloudInstanceCreate). */
import { blocksOf, flagOf, numberOf, textOf, textsOf } from '../argument-values.ts';
import { InvalidArgumentsError } from '../binding.ts';
import type { Api, Arguments } from '../binding.ts';
import { tagsOf } from '../tags.ts';
import { waitForStatus } from './describe.ts';

/** Runs one instance and waits until it is Running. @returns its id */
export const runInstance = async (values: Arguments, api: Api): Promise<string> => {
  if (textOf(values, 'kms_encrypted_password') !== undefined) {
    throw new InvalidArgumentsError('kms_encrypted_password needs KMS, which the driver sdk does not reach');
  }
  const answer = await api.ecs('RunInstances', {
    regionId: api.regionId,
    ...identity(values),
    ...network(values),
    ...charges(values),
    systemDisk: systemDisk(values),
    dataDisk: dataDisks(values),
    tag: tagsOf(values),
  });
  const id = answer.instanceIdSets?.instanceIdSet?.[0];
  if (id === undefined) throw new Error('RunInstances answered without an instance id');
  await waitForStatus(id, api, 'Running', ['Stopping']);
  return id;
};

const identity = (values: Arguments) => {
  const loginAsNonRoot = flagOf(blocksOf(values, 'image_options')[0] ?? {}, 'login_as_non_root');
  const enableJumboFrame = flagOf(values, 'enable_jumbo_frame');
  return {
    instanceType: textOf(values, 'instance_type'),
    imageId: textOf(values, 'image_id'),
    zoneId: textOf(values, 'availability_zone'),
    instanceName: textOf(values, 'instance_name') ?? 'ECS-Instance',
    description: textOf(values, 'description'),
    hostName: textOf(values, 'host_name'),
    password: textOf(values, 'password'),
    passwordInherit: flagOf(values, 'password_inherit'),
    keyPairName: textOf(values, 'key_name'),
    ramRoleName: textOf(values, 'role_name'),
    userData: base64(textOf(values, 'user_data')),
    resourceGroupId: textOf(values, 'resource_group_id'),
    launchTemplateId: textOf(values, 'launch_template_id'),
    launchTemplateName: textOf(values, 'launch_template_name'),
    launchTemplateVersion: numberText(values, 'launch_template_version'),
    creditSpecification: textOf(values, 'credit_specification'),
    securityEnhancementStrategy: textOf(values, 'security_enhancement_strategy'),
    autoReleaseTime: textOf(values, 'auto_release_time'),
    dryRun: flagOf(values, 'dry_run'),
    deletionProtection: flagOf(values, 'deletion_protection'),
    hpcClusterId: textOf(values, 'hpc_cluster_id'),
    deploymentSetId: textOf(values, 'deployment_set_id'),
    dedicatedHostId: textOf(values, 'dedicated_host_id'),
    httpTokens: textOf(values, 'http_tokens'),
    httpEndpoint: textOf(values, 'http_endpoint'),
    httpPutResponseHopLimit: numberOf(values, 'http_put_response_hop_limit'),
    ioOptimized: flagOf(values, 'is_outdated') === true ? 'none' : 'optimized',
    imageOptions: loginAsNonRoot === undefined ? undefined : { loginAsNonRoot },
    networkOptions: enableJumboFrame === undefined ? undefined : { enableJumboFrame },
  };
};

const numberText = (values: Arguments, name: string): number | undefined => {
  const value = Number(textOf(values, name));
  return Number.isNaN(value) ? undefined : value;
};

/** User data as it is sent: encoded, unless it is so already. */
export const base64 = (text: string | undefined): string | undefined => {
  if (text === undefined) return undefined;
  const isEncoded = text.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(text);
  return isEncoded ? text : Buffer.from(text).toString('base64');
};

const network = (values: Arguments) => {
  const vSwitchId = textOf(values, 'vswitch_id');
  const groups = textsOf(values, 'security_groups') ?? [];
  // Without a VSwitch it is an instance of the classic network, which takes one group only.
  const membership = vSwitchId === undefined ? { securityGroupId: groups[0] } : { securityGroupIds: groups };
  const addresses = {
    ipv6Address: textsOf(values, 'ipv6_addresses'),
    ipv6AddressCount: numberOf(values, 'ipv6_address_count'),
  };
  const secondary = blocksOf(values, 'network_interfaces').map(secondaryInterface);
  const traffic = {
    internetChargeType: textOf(values, 'internet_charge_type') ?? 'PayByTraffic',
    internetMaxBandwidthOut: numberOf(values, 'internet_max_bandwidth_out') ?? 0,
    internetMaxBandwidthIn: numberOf(values, 'internet_max_bandwidth_in'),
  };
  const mode = {
    networkInterfaceTrafficMode: textOf(values, 'network_interface_traffic_mode'),
    networkCardIndex: numberOf(values, 'network_card_index'),
    queuePairNumber: numberOf(values, 'queue_pair_number'),
  };
  const privateIp = textOf(values, 'private_ip');
  // Only with one of these does the provider describe the primary interface itself.
  if (Object.values(mode).some((value) => value !== undefined)) {
    const primary = {
      instanceType: 'Primary',
      vSwitchId,
      primaryIpAddress: privateIp,
      ...membership,
      ...addresses,
      ...mode,
    };
    return { ...traffic, networkInterface: [primary, ...secondary] };
  }
  return {
    ...traffic,
    ...membership,
    ...addresses,
    vSwitchId,
    privateIpAddress: vSwitchId === undefined ? undefined : privateIp,
    networkInterface: secondary.length === 0 ? undefined : secondary,
  };
};

const secondaryInterface = (block: Arguments) => {
  const networkInterfaceId = textOf(block, 'network_interface_id');
  if (networkInterfaceId !== undefined) return { networkInterfaceId };
  return {
    instanceType: 'Secondary',
    vSwitchId: textOf(block, 'vswitch_id'),
    networkInterfaceTrafficMode: textOf(block, 'network_interface_traffic_mode'),
    networkCardIndex: numberOf(block, 'network_card_index'),
    queuePairNumber: numberOf(block, 'queue_pair_number'),
    securityGroupIds: textsOf(block, 'security_group_ids'),
  };
};

const charges = (values: Arguments) => {
  const instanceChargeType = textOf(values, 'instance_charge_type') ?? 'PostPaid';
  const spotDuration = values['spot_duration'];
  const common = {
    instanceChargeType,
    spotDuration: typeof spotDuration === 'number' ? spotDuration : undefined,
  };
  if (instanceChargeType === 'PrePaid') {
    return {
      ...common,
      period: numberOf(values, 'period'),
      periodUnit: textOf(values, 'period_unit'),
      autoRenew: textOf(values, 'renewal_status') === 'AutoRenewal' ? true : undefined,
      autoRenewPeriod: numberOf(values, 'auto_renew_period'),
    };
  }
  return {
    ...common,
    spotStrategy: textOf(values, 'spot_strategy'),
    spotPriceLimit: numberOf(values, 'spot_price_limit'),
  };
};

const systemDisk = (values: Arguments) => ({
  size: String(numberOf(values, 'system_disk_size') ?? 40),
  category: textOf(values, 'system_disk_category'),
  diskName: textOf(values, 'system_disk_name'),
  description: textOf(values, 'system_disk_description'),
  performanceLevel: textOf(values, 'system_disk_performance_level'),
  autoSnapshotPolicyId: textOf(values, 'system_disk_auto_snapshot_policy_id'),
  storageClusterId: textOf(values, 'system_disk_storage_cluster_id'),
  encrypted: textFlag(values, 'system_disk_encrypted'),
  KMSKeyId: textOf(values, 'system_disk_kms_key_id'),
  encryptAlgorithm: textOf(values, 'system_disk_encrypt_algorithm'),
});

const textFlag = (values: Arguments, name: string): string | undefined => flagOf(values, name)?.toString();

const dataDisks = (values: Arguments) => {
  const disks = blocksOf(values, 'data_disks').map((block) => {
    const category = textOf(block, 'category') ?? 'cloud_efficiency';
    return {
      category,
      size: numberOf(block, 'size'),
      encrypted: String(flagOf(block, 'encrypted') ?? false),
      deleteWithInstance: flagOf(block, 'delete_with_instance') ?? true,
      diskName: textOf(block, 'name'),
      description: textOf(block, 'description'),
      snapshotId: textOf(block, 'snapshot_id'),
      autoSnapshotPolicyId: textOf(block, 'auto_snapshot_policy_id'),
      device: textOf(block, 'device'),
      KMSKeyId: textOf(block, 'kms_key_id'),
      performanceLevel: category === 'cloud_essd' ? textOf(block, 'performance_level') : undefined,
    };
  });
  return disks.length === 0 ? undefined : disks;
};
