/** What the provider reads of an instance (resourceAliCloudInstanceRead): eight calls in all. */
import { nullIfNotFound } from '../api-error.ts';
import { attributes } from '../attributes.ts';
import type { Api, Attributes } from '../binding.ts';
import { tagMap } from '../tags.ts';
import { describeInstance, describeSystemDisk } from './describe.ts';

type Instance = NonNullable<Awaited<ReturnType<typeof describeInstance>>>;

export const readInstance = async (id: string, api: Api): Promise<Attributes | null> => {
  const instance = await describeInstance(id, api);
  if (instance === null) return null;
  return {
    ...ofInstance(id, instance),
    ...(await ofSystemDisk(id, api)),
    ...(await ofUserData(id, api)),
    ...(await ofRole(id, instance, api)),
    ...(await ofNetworkInterfaces(instance, api)),
    ...(await ofMaintenance(id, api)),
    ...(await ofDetail(id, api)),
  };
};

const ofInstance = (id: string, instance: Instance): Attributes =>
  attributes({
    id,
    instance_name: instance.instanceName,
    resource_group_id: instance.resourceGroupId,
    description: instance.description,
    status: instance.status,
    availability_zone: instance.zoneId,
    host_name: instance.hostName,
    image_id: instance.imageId,
    instance_type: instance.instanceType,
    internet_max_bandwidth_out: instance.internetMaxBandwidthOut,
    internet_max_bandwidth_in: instance.internetMaxBandwidthIn,
    instance_charge_type: instance.instanceChargeType,
    key_name: instance.keyPairName,
    spot_strategy: instance.spotStrategy,
    spot_price_limit: instance.spotPriceLimit,
    spot_duration: instance.spotDuration,
    internet_charge_type: instance.internetChargeType,
    deletion_protection: instance.deletionProtection,
    credit_specification: instance.creditSpecification,
    auto_release_time: withSeconds(instance.autoReleaseTime),
    tags: tagMap(instance.tags?.tag),
    hpc_cluster_id: instance.hpcClusterId,
    deployment_set_id: instance.deploymentSetId,
    deployment_set_group_no: instance.deploymentSetGroupNo,
    stopped_mode: instance.stoppedMode,
    public_ip: instance.publicIpAddress?.ipAddress?.[0] ?? '',
    vpc_id: instance.vpcAttributes?.vpcId,
    subnet_id: instance.vpcAttributes?.vSwitchId,
    vswitch_id: instance.vpcAttributes?.vSwitchId,
    private_ip:
      instance.vpcAttributes?.privateIpAddress?.ipAddress?.[0] ??
      instance.innerIpAddress?.ipAddress?.join(','),
    http_tokens: instance.metadataOptions?.httpTokens,
    http_endpoint: instance.metadataOptions?.httpEndpoint,
    http_put_response_hop_limit: instance.metadataOptions?.httpPutResponseHopLimit,
    cpu: instance.cpu,
    memory: instance.memory,
    os_name: instance.OSName,
    os_type: instance.OSType,
    dedicated_host_id: instance.dedicatedHostAttribute?.dedicatedHostId,
    create_time: instance.creationTime,
    start_time: instance.startTime,
    expired_time: instance.expiredTime,
    image_options: [{ login_as_non_root: instance.imageOptions?.loginAsNonRoot ?? false }],
    security_groups: instance.securityGroupIds?.securityGroupId ?? [],
  });

/** The API gives "2023-07-26T23:50Z", which the provider completes. */
const withSeconds = (time: string | undefined): string | undefined =>
  time?.replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d)Z$/, '$1:00Z');

const ofSystemDisk = async (id: string, api: Api): Promise<Attributes> => {
  const disk = await describeSystemDisk(id, api);
  if (disk === null) return {};
  return attributes({
    system_disk_category: disk.category,
    system_disk_name: disk.diskName,
    system_disk_description: disk.description,
    system_disk_size: disk.size,
    system_disk_auto_snapshot_policy_id: disk.autoSnapshotPolicyId,
    system_disk_storage_cluster_id: disk.storageClusterId,
    system_disk_encrypted: disk.encrypted,
    system_disk_kms_key_id: disk.KMSKeyId,
    system_disk_id: disk.diskId,
    system_disk_performance_level: disk.performanceLevel,
    volume_tags: tagMap(disk.tags?.tag),
  });
};

const ofUserData = async (id: string, api: Api): Promise<Attributes> => {
  const { userData = '' } = await api.ecs('DescribeUserData', { regionId: api.regionId, instanceId: id });
  return { user_data: userData };
};

/** Asked only of instances in a VPC, as others can have no role. */
const ofRole = async (id: string, instance: Instance, api: Api): Promise<Attributes> => {
  if ((instance.vpcAttributes?.vSwitchId ?? '') === '') return {};
  const answer = await api.ecs('DescribeInstanceRamRole', {
    regionId: api.regionId,
    instanceIds: JSON.stringify([id]),
  });
  const role = answer.instanceRamRoleSets?.instanceRamRoleSet?.[0]?.ramRoleName;
  return attributes({ role_name: role });
};

const describeInterface = async (id: string, api: Api) => {
  const answer = await nullIfNotFound(
    api.ecs('DescribeNetworkInterfaces', { regionId: api.regionId, networkInterfaceId: [id] }),
  );
  return answer?.networkInterfaceSets?.networkInterfaceSet?.[0] ?? null;
};

const ofNetworkInterfaces = async (instance: Instance, api: Api): Promise<Attributes> => {
  const found: Attributes = {};
  const secondary: Attributes[] = [];
  for (const { networkInterfaceId = '', type, primaryIpAddress } of instance.networkInterfaces
    ?.networkInterface ?? []) {
    const detail = await describeInterface(networkInterfaceId, api);
    const common = attributes({
      network_interface_id: networkInterfaceId,
      network_interface_traffic_mode: detail?.networkInterfaceTrafficMode,
      queue_pair_number: detail?.queuePairNumber,
      network_card_index: detail?.attachment?.networkCardIndex,
    });
    if (type !== 'Primary') {
      const groups = detail?.securityGroupIds?.securityGroupId;
      secondary.push({
        ...common,
        ...attributes({ vswitch_id: detail?.vSwitchId, security_group_ids: groups }),
      });
      continue;
    }
    const ips = (detail?.privateIpSets?.privateIpSet ?? []).flatMap((ip) =>
      ip.primary === true ? [] : [ip.privateIpAddress],
    );
    const ipv6 = (detail?.ipv6Sets?.ipv6Set ?? []).map(({ ipv6Address }) => ipv6Address);
    const addresses = {
      primary_ip_address: primaryIpAddress,
      secondary_private_ips: ips,
      secondary_private_ip_address_count: ips.length,
      ipv6_addresses: ipv6,
      ipv6_address_count: ipv6.length,
    };
    Object.assign(found, common, attributes(addresses));
  }
  return { ...found, network_interfaces: secondary };
};

const ofMaintenance = async (id: string, api: Api): Promise<Attributes> => {
  const answer = await api.ecs('DescribeInstanceMaintenanceAttributes', {
    regionId: api.regionId,
    instanceId: [id],
  });
  const attribute = answer.maintenanceAttributes?.maintenanceAttribute?.[0];
  return attributes({
    maintenance_time: (attribute?.maintenanceWindows?.maintenanceWindow ?? []).map((window) => ({
      start_time: window.startTime,
      end_time: window.endTime,
    })),
    maintenance_action: attribute?.actionOnMaintenance?.value,
    maintenance_notify: attribute?.notifyOnMaintenance,
  });
};

const ofDetail = async (id: string, api: Api): Promise<Attributes> => {
  const answer = await api.ecs('DescribeInstanceAttribute', { instanceId: id });
  return attributes({ enable_jumbo_frame: answer.enableJumboFrame });
};
