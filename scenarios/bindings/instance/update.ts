/** Changes of an instance in place, in the provider's order (resourceAliCloudInstanceUpdate). */
import { apiErrorOf } from '../api-error.ts';
import { blocksOf, flagOf, numberOf, textOf, textsOf } from '../argument-values.ts';
import { InvalidArgumentsError } from '../binding.ts';
import type { Api, Arguments } from '../binding.ts';
import { setEcsTags, tagMap } from '../tags.ts';
import { base64 } from './create.ts';
import { describeInstance, describeSystemDisk, startInstance, stopInstance } from './describe.ts';

export const updateInstance = async (
  id: string,
  changes: Arguments,
  api: Api,
  values: Arguments,
): Promise<void> => {
  const change: Change = { id, changes, api, values };
  if (changes['tags'] !== undefined) await updateTags(change);
  if (textOf(changes, 'resource_group_id') !== undefined) await joinResourceGroup(change);
  if (changes['volume_tags'] !== undefined) await updateVolumeTags(change);
  if (changes['security_groups'] !== undefined && !('vpc_id' in changes)) await updateSecurityGroups(change);
  await updateSystemDisk(change);
  await updateAttributes(change);
  if ('auto_release_time' in changes) {
    await api.ecs('ModifyInstanceAutoReleaseTime', {
      regionId: api.regionId,
      instanceId: id,
      autoReleaseTime: textOf(changes, 'auto_release_time') ?? '',
    });
  }
  await updateStopped(change);
  await updateNetworkSpec(change);
  await updateChargeType(change);
  await updateSecondaryIps(change);
  if ('deployment_set_id' in changes) await updateDeploymentSet(change);
  await updateMaintenance(change);
  await updateMetadataOptions(change);
};

interface Change {
  readonly id: string;
  readonly changes: Arguments;
  readonly api: Api;
  /** The whole configuration after the change, with what the API filled in. */
  readonly values: Arguments;
}

const updateTags = async ({ id, changes, api }: Change): Promise<void> => {
  const before = tagMap((await describeInstance(id, api))?.tags?.tag);
  await setEcsTags(api, 'instance', id, before, changes['tags'] ?? null);
};

const joinResourceGroup = async ({ id, changes, api }: Change): Promise<void> => {
  await api.ecs('JoinResourceGroup', {
    regionId: api.regionId,
    resourceType: 'instance',
    resourceId: id,
    resourceGroupId: textOf(changes, 'resource_group_id'),
  });
};

/** Tags of every disk of the instance. */
const updateVolumeTags = async ({ id, changes, api }: Change): Promise<void> => {
  const answer = await api.ecs('DescribeDisks', { regionId: api.regionId, instanceId: id });
  for (const { diskId = '', tags } of answer.disks?.disk ?? []) {
    await setEcsTags(api, 'disk', diskId, tagMap(tags?.tag), changes['volume_tags'] ?? null);
  }
};

const updateSecurityGroups = async ({ id, changes, api }: Change): Promise<void> => {
  const before = (await describeInstance(id, api))?.securityGroupIds?.securityGroupId ?? [];
  const after = textsOf(changes, 'security_groups') ?? [];
  const leave = before.filter((group) => !after.includes(group));
  const join = after.filter((group) => !before.includes(group));
  const target = { regionId: api.regionId, instanceId: id };
  // Of the refusals the provider reports one each (LeaveSecurityGroups, JoinSecurityGroups): where all groups are to
  // be left, the last one stays.
  for (const securityGroupId of leave) {
    const left = api.ecs('LeaveSecurityGroup', { ...target, securityGroupId });
    await reportingOnly('InvalidSecurityGroupId.NotFound', left);
  }
  for (const securityGroupId of join) {
    const joined = api.ecs('JoinSecurityGroup', { ...target, securityGroupId });
    await reportingOnly('InvalidInstanceId.AlreadyExists', joined);
  }
};

/** A call of which no refusal counts but the one with the code. */
const reportingOnly = async (code: string, call: Promise<unknown>): Promise<void> => {
  try {
    await call;
  } catch (error) {
    const refusal = apiErrorOf(error);
    if (refusal === undefined || refusal.code === code) throw error;
  }
};

const updateSystemDisk = async ({ id, changes, api, values }: Change): Promise<void> => {
  const names = ['system_disk_size', 'system_disk_name', 'system_disk_description'];
  const policy = 'system_disk_auto_snapshot_policy_id';
  if (![...names, policy].some((name) => name in changes)) return;
  const diskId = (await describeSystemDisk(id, api))?.diskId ?? '';
  if ('system_disk_size' in changes) {
    const stopped = (await describeInstance(id, api))?.status === 'Stopped';
    const newSize = numberOf(changes, 'system_disk_size');
    await api.ecs('ResizeDisk', { diskId, newSize, type: stopped ? 'offline' : 'online' });
  }
  if (policy in changes) {
    await api.ecs('ApplyAutoSnapshotPolicy', {
      regionId: api.regionId,
      autoSnapshotPolicyId: textOf(changes, policy),
      diskIds: JSON.stringify([diskId]),
    });
  }
  if ('system_disk_name' in changes || 'system_disk_description' in changes) {
    await api.ecs('ModifyDiskAttribute', {
      diskId,
      diskName: textOf(values, 'system_disk_name'),
      description: textOf(values, 'system_disk_description'),
    });
  }
};

const attributeNames = [
  ...['instance_name', 'description', 'user_data', 'host_name', 'password', 'deletion_protection'],
  ...['credit_specification', 'enable_jumbo_frame'],
];

const updateAttributes = async ({ id, changes, api }: Change): Promise<void> => {
  if (!attributeNames.some((name) => name in changes)) return;
  await api.ecs('ModifyInstanceAttribute', {
    instanceId: id,
    instanceName: textOf(changes, 'instance_name'),
    description: textOf(changes, 'description'),
    userData: base64(textOf(changes, 'user_data')),
    hostName: textOf(changes, 'host_name'),
    password: textOf(changes, 'password'),
    deletionProtection: flagOf(changes, 'deletion_protection'),
    creditSpecification: textOf(changes, 'credit_specification'),
    enableJumboFrame: flagOf(changes, 'enable_jumbo_frame'),
  });
};

/** What asks for a stopped instance; it is started again if its configuration says Running. */
const updateStopped = async (change: Change): Promise<void> => {
  const { id, changes, api, values } = change;
  const needsStop = ['image_id', 'vswitch_id', 'private_ip', 'vpc_id', 'instance_type', 'status'];
  const needsReboot = ['user_data', 'host_name', 'password'];
  if (![...needsStop, ...needsReboot].some((name) => name in changes)) return;
  await stopInstance(id, api, textOf(values, 'stopped_mode'));
  if ('image_id' in changes) await replaceImage(change);
  if (['vswitch_id', 'private_ip', 'vpc_id'].some((name) => name in changes)) await moveToVSwitch(change);
  if ('instance_type' in changes) await changeType(change);
  if (textOf(values, 'status') === 'Running') await startInstance(id, api);
};

const replaceImage = async ({ id, changes, api, values }: Change): Promise<void> => {
  await api.ecs('ReplaceSystemDisk', {
    instanceId: id,
    imageId: textOf(changes, 'image_id'),
    systemDisk: { size: numberOf(values, 'system_disk_size') },
    encrypted: flagOf(values, 'system_disk_encrypted') === true ? true : undefined,
    password: textOf(values, 'password'),
    passwordInherit: flagOf(values, 'password_inherit'),
    securityEnhancementStrategy: textOf(values, 'security_enhancement_strategy'),
  });
};

const moveToVSwitch = async ({ id, changes, api, values }: Change): Promise<void> => {
  const vSwitchId = textOf(values, 'vswitch_id');
  if (vSwitchId === undefined) {
    throw new InvalidArgumentsError('vswitch_id is required when the VPC attribute of an instance changes');
  }
  await api.ecs('ModifyInstanceVpcAttribute', {
    instanceId: id,
    vSwitchId,
    privateIpAddress: textOf(changes, 'private_ip'),
    vpcId: textOf(changes, 'vpc_id'),
    securityGroupId: 'vpc_id' in changes ? textsOf(values, 'security_groups') : undefined,
  });
};

const changeType = async ({ id, changes, api, values }: Change): Promise<void> => {
  const instanceType = textOf(changes, 'instance_type');
  if (textOf(values, 'instance_charge_type') !== 'PrePaid') {
    await api.ecs('ModifyInstanceSpec', { instanceId: id, instanceType });
    return;
  }
  const operatorType = textOf(values, 'operator_type');
  await api.ecs('ModifyPrepayInstanceSpec', {
    regionId: api.regionId,
    instanceId: id,
    instanceType,
    operatorType,
  });
};

const updateNetworkSpec = async ({ id, changes, api }: Change): Promise<void> => {
  const names = ['internet_charge_type', 'internet_max_bandwidth_out', 'internet_max_bandwidth_in'];
  if (!names.some((name) => name in changes)) return;
  const before = (await describeInstance(id, api))?.internetMaxBandwidthOut ?? 0;
  const after = changes['internet_max_bandwidth_out'];
  await api.ecs('ModifyInstanceNetworkSpec', {
    instanceId: id,
    networkChargeType: textOf(changes, 'internet_charge_type'),
    internetMaxBandwidthOut: typeof after === 'number' ? after : undefined,
    internetMaxBandwidthIn: numberOf(changes, 'internet_max_bandwidth_in'),
  });
  // An instance that had no bandwidth has no public address yet.
  if (before <= 0 && typeof after === 'number' && after > 0) {
    await api.ecs('AllocatePublicIpAddress', { instanceId: id });
  }
};

const updateChargeType = async ({ id, changes, api, values }: Change): Promise<void> => {
  const instanceChargeType = textOf(changes, 'instance_charge_type');
  if (instanceChargeType === undefined) return;
  const isPrePaid = instanceChargeType === 'PrePaid';
  await api.ecs('ModifyInstanceChargeType', {
    regionId: api.regionId,
    instanceIds: JSON.stringify([id]),
    instanceChargeType,
    includeDataDisks: flagOf(values, 'include_data_disks') ?? true,
    autoPay: true,
    dryRun: flagOf(values, 'dry_run'),
    period: isPrePaid ? numberOf(values, 'period') : undefined,
    periodUnit: isPrePaid ? textOf(values, 'period_unit') : undefined,
  });
};

const updateSecondaryIps = async ({ id, changes, api }: Change): Promise<void> => {
  const wanted = textsOf(changes, 'secondary_private_ips');
  const count = numberOf(changes, 'secondary_private_ip_address_count');
  if (wanted === undefined && count === undefined) return;
  const interfaces = (await describeInstance(id, api))?.networkInterfaces?.networkInterface ?? [];
  const primary = interfaces.find(({ type }) => type === 'Primary');
  const before = (primary?.privateIpSets?.privateIpSet ?? []).flatMap((ip) =>
    ip.primary === true || ip.privateIpAddress === undefined ? [] : [ip.privateIpAddress],
  );
  const target = { regionId: api.regionId, networkInterfaceId: primary?.networkInterfaceId };
  const removed = wanted === undefined ? before.slice(count) : before.filter((ip) => !wanted.includes(ip));
  const added = (wanted ?? []).filter((ip) => !before.includes(ip));
  const more = wanted === undefined ? Math.max(0, (count ?? 0) - before.length) : 0;
  if (removed.length > 0)
    await api.ecs('UnassignPrivateIpAddresses', { ...target, privateIpAddress: removed });
  if (added.length > 0) await api.ecs('AssignPrivateIpAddresses', { ...target, privateIpAddress: added });
  if (more > 0)
    await api.ecs('AssignPrivateIpAddresses', { ...target, secondaryPrivateIpAddressCount: more });
};

/** Out of the set where the configuration has an empty id; the provider then names the former set. */
const updateDeploymentSet = async ({ id, changes, api }: Change): Promise<void> => {
  const wanted = textOf(changes, 'deployment_set_id');
  const deploymentSetId = wanted ?? (await describeInstance(id, api))?.deploymentSetId;
  const removeFromDeploymentSet = wanted === undefined ? true : undefined;
  await api.ecs('ModifyInstanceDeployment', {
    regionId: api.regionId,
    instanceId: id,
    deploymentSetId,
    removeFromDeploymentSet,
  });
};

const updateMaintenance = async ({ id, changes, api, values }: Change): Promise<void> => {
  if (!['maintenance_time', 'maintenance_action', 'maintenance_notify'].some((name) => name in changes))
    return;
  await api.ecs('ModifyInstanceMaintenanceAttributes', {
    regionId: api.regionId,
    instanceId: [id],
    maintenanceWindow: blocksOf(values, 'maintenance_time').map((block) => ({
      startTime: textOf(block, 'start_time'),
      endTime: textOf(block, 'end_time'),
    })),
    actionOnMaintenance: textOf(values, 'maintenance_action'),
    notifyOnMaintenance: flagOf(values, 'maintenance_notify'),
  });
};

const updateMetadataOptions = async ({ id, changes, api, values }: Change): Promise<void> => {
  if (!('http_endpoint' in changes) && !('http_tokens' in changes)) return;
  await api.ecs('ModifyInstanceMetadataOptions', {
    regionId: api.regionId,
    instanceId: id,
    httpEndpoint: textOf(values, 'http_endpoint') ?? 'enabled',
    httpTokens: textOf(values, 'http_tokens'),
  });
};
