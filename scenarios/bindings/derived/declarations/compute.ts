/** Hosts, clusters, sets, reservations, commands and whatever else is bought or run. */
import { textOf } from '../../argument-values.ts';
import type { Api, Arguments } from '../../binding.ts';
import { tagMap } from '../../tags.ts';
import type { Value } from '../../../scenario.ts';
import type { ResourceDeclaration } from '../declaration.ts';

const dedicatedHost: ResourceDeclaration = {
  type: 'alicloud_ecs_dedicated_host',
  id: 'DedicatedHostIdSets.DedicatedHostId.0',
  key: 'DedicatedHostId',
  parameters: {
    payment_type: 'ChargeType',
    expired_time: 'Period',
    sale_cycle: 'PeriodUnit',
    network_attributes: 'NetworkAttributes',
  },
  fields: { payment_type: 'ChargeType', sale_cycle: 'SaleCycle' },
  create: [{ action: 'AllocateDedicatedHosts', set: { Quantity: 1 } }],
  read: { action: 'DescribeDedicatedHosts', by: 'DedicatedHostIds', item: 'DedicatedHosts.DedicatedHost' },
  update: [
    { action: 'ModifyDedicatedHostAutoReleaseTime', for: ['auto_release_time'] },
    {
      action: 'ModifyDedicatedHostsChargeType',
      for: ['payment_type'],
      parameters: { payment_type: 'DedicatedHostChargeType' },
    },
    'ModifyDedicatedHostAttribute',
  ],
  delete: { action: 'ReleaseDedicatedHost', when: (values) => textOf(values, 'payment_type') !== 'PrePaid' },
  tags: 'ddh',
  group: 'ddh',
  ready: { field: 'Status', values: ['Available'] },
};

const dedicatedHostCluster: ResourceDeclaration = {
  type: 'alicloud_ecs_dedicated_host_cluster',
  id: 'DedicatedHostClusterId',
  key: 'DedicatedHostClusterId',
  create: ['CreateDedicatedHostCluster'],
  read: {
    action: 'DescribeDedicatedHostClusters',
    by: 'DedicatedHostClusterIds',
    item: 'DedicatedHostClusters.DedicatedHostCluster',
  },
  update: ['ModifyDedicatedHostClusterAttribute'],
  delete: 'DeleteDedicatedHostCluster',
  tags: 'ddhcluster',
};

/** "default" → "Default" */
const firstLetterLarge = (value: Value | undefined): string => {
  const text = typeof value === 'string' ? value : '';
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** The set's reply has other words for strategy and granularity than its request. */
const deploymentSet: ResourceDeclaration = {
  type: 'alicloud_ecs_deployment_set',
  id: 'DeploymentSetId',
  key: 'DeploymentSetId',
  fields: { strategy: 'DeploymentStrategy', description: 'DeploymentSetDescription' },
  also: (item) => ({
    domain: firstLetterLarge(item['domain']),
    granularity: firstLetterLarge(item['granularity']),
  }),
  create: ['CreateDeploymentSet'],
  read: { action: 'DescribeDeploymentSets', by: 'DeploymentSetIds', item: 'DeploymentSets.DeploymentSet' },
  update: [{ action: 'ModifyDeploymentSetAttribute', for: ['deployment_set_name', 'description'] }],
  delete: 'DeleteDeploymentSet',
};

const hpcCluster: ResourceDeclaration = {
  type: 'alicloud_ecs_hpc_cluster',
  id: 'HpcClusterId',
  key: 'HpcClusterId',
  create: ['CreateHpcCluster'],
  read: { action: 'DescribeHpcClusters', by: 'HpcClusterIds', item: 'HpcClusters.HpcCluster' },
  update: ['ModifyHpcClusterAttribute'],
  delete: 'DeleteHpcCluster',
};

const poolFields = {
  payment_type: 'InstanceChargeType',
  instance_type: 'AllocatedResources.AllocatedResource.InstanceType',
  instance_amount: 'AllocatedResources.AllocatedResource.TotalAmount',
  zone_ids: 'AllocatedResources.AllocatedResource.zoneId',
} as const;

const capacityReservation: ResourceDeclaration = {
  type: 'alicloud_ecs_capacity_reservation',
  id: 'PrivatePoolOptionsId',
  key: 'PrivatePoolOptions.Id',
  parameters: {
    capacity_reservation_name: 'PrivatePoolOptions.Name',
    match_criteria: 'PrivatePoolOptions.MatchCriteria',
    zone_ids: 'ZoneId',
  },
  fields: {
    ...poolFields,
    capacity_reservation_name: 'PrivatePoolOptionsName',
    match_criteria: 'PrivatePoolOptionsMatchCriteria',
  },
  create: ['CreateCapacityReservation'],
  read: {
    action: 'DescribeCapacityReservations',
    by: 'PrivatePoolOptions.Ids',
    item: 'CapacityReservationSet.CapacityReservationItem',
    set: { Status: 'Active' },
  },
  update: ['ModifyCapacityReservation'],
  delete: { action: 'ReleaseCapacityReservation' },
  tags: 'capacityreservation',
  ready: { field: 'Status', values: ['Active'] },
};

/** An assurance cannot be given back: nothing is called to delete it. */
const elasticityAssurance: ResourceDeclaration = {
  type: 'alicloud_ecs_elasticity_assurance',
  id: 'PrivatePoolOptionsId',
  key: 'PrivatePoolOptions.Id',
  parameters: {
    private_pool_options_name: 'PrivatePoolOptions.Name',
    private_pool_options_match_criteria: 'PrivatePoolOptions.MatchCriteria',
    zone_ids: 'ZoneId',
  },
  fields: {
    ...poolFields,
    private_pool_options_name: 'PrivatePoolOptionsName',
    private_pool_options_match_criteria: 'PrivatePoolOptionsMatchCriteria',
    assurance_times: 'TotalAssuranceTimes',
    elasticity_assurance_id: 'PrivatePoolOptionsId',
  },
  create: ['CreateElasticityAssurance'],
  read: {
    action: 'DescribeElasticityAssurances',
    by: 'PrivatePoolOptions.Ids',
    item: 'ElasticityAssuranceSet.ElasticityAssuranceItem',
  },
  update: ['ModifyElasticityAssurance'],
  tags: 'elasticityassurance',
  ready: { field: 'Status', values: ['Active', 'Prepared'] },
};

/** Bought for a time; nothing is called to delete it. */
const storageCapacityUnit: ResourceDeclaration = {
  type: 'alicloud_ecs_storage_capacity_unit',
  id: 'StorageCapacityUnitIds.StorageCapacityUnitId.0',
  key: 'StorageCapacityUnitId',
  parameters: { storage_capacity_unit_name: 'Name' },
  fields: { storage_capacity_unit_name: 'Name' },
  create: ['PurchaseStorageCapacityUnit'],
  read: {
    action: 'DescribeStorageCapacityUnits',
    by: 'StorageCapacityUnitId',
    item: 'StorageCapacityUnits.StorageCapacityUnit',
  },
  update: ['ModifyStorageCapacityUnitAttribute'],
  ready: { field: 'Status', values: ['Active'] },
};

const reservedInstance: ResourceDeclaration = {
  type: 'alicloud_reserved_instance',
  id: 'ReservedInstanceIdSets.ReservedInstanceId.0',
  key: 'ReservedInstanceId',
  parameters: { name: 'ReservedInstanceName' },
  fields: { name: 'ReservedInstanceName', reserved_instance_name: 'ReservedInstanceName' },
  create: ['PurchaseReservedInstancesOffering'],
  read: {
    action: 'DescribeReservedInstances',
    by: 'ReservedInstanceId',
    item: 'ReservedInstances.ReservedInstance',
  },
  update: [
    { action: 'ModifyReservedInstanceAutoRenewAttribute', for: ['renewal_status', 'auto_renew_period'] },
    'ModifyReservedInstanceAttribute',
  ],
  tags: 'reservedinstance',
};

const command: ResourceDeclaration = {
  type: 'alicloud_ecs_command',
  id: 'CommandId',
  key: 'CommandId',
  create: ['CreateCommand'],
  read: { action: 'DescribeCommands', by: 'CommandId', item: 'Commands.Command' },
  delete: 'DeleteCommand',
};

const invocation: ResourceDeclaration = {
  type: 'alicloud_ecs_invocation',
  id: 'InvokeId',
  key: 'InvokeId',
  create: ['InvokeCommand'],
  read: { action: 'DescribeInvocations', by: 'InvokeId', item: 'Invocations.Invocation' },
  delete: { action: 'StopInvocation', set: { InstanceId: ({ instance_id: ids }) => ids } },
  // What ran stays on record.
  waitsForEnd: false,
  fields: { instance_id: 'InvokeInstances.InvokeInstance.InstanceId', status: 'InvocationStatus' },
};

const activation: ResourceDeclaration = {
  type: 'alicloud_ecs_activation',
  id: 'ActivationId',
  key: 'ActivationId',
  create: ['CreateActivation'],
  read: { action: 'DescribeActivations', by: 'ActivationId', item: 'ActivationList' },
  delete: 'DeleteActivation',
};

/** One row an account, which is always there: it is set, and taken to be left as it is. */
const sessionManager: ResourceDeclaration = {
  translated: { status: { Enabled: 'enabled', Disabled: 'disabled' } },
  type: 'alicloud_ecs_session_manager_status',
  id: '<session_manager_status_name>',
  parameters: { session_manager_status_name: 'statusKey', status: 'statusValue' },
  fields: { status: 'StatusValue' },
  create: ['ModifyUserBusinessBehavior'],
  read: { action: 'DescribeUserBusinessBehavior', item: '' },
  update: ['ModifyUserBusinessBehavior'],
};

const autoProvisioningGroup: ResourceDeclaration = {
  type: 'alicloud_auto_provisioning_group',
  id: 'AutoProvisioningGroupId',
  key: 'AutoProvisioningGroupId',
  parameters: {
    spot_instance_pools_to_use_count: 'SpotInstancePoolsToUseCount',
    launch_template_config: 'LaunchTemplateConfig',
  },
  fields: {
    pay_as_you_go_allocation_strategy: 'PayAsYouGoOptions.AllocationStrategy',
    spot_allocation_strategy: 'SpotOptions.AllocationStrategy',
    spot_instance_interruption_behavior: 'SpotOptions.InstanceInterruptionBehavior',
    spot_instance_pools_to_use_count: 'SpotOptions.InstancePoolsToUseCount',
    pay_as_you_go_target_capacity: 'TargetCapacitySpecification.PayAsYouGoTargetCapacity',
    spot_target_capacity: 'TargetCapacitySpecification.SpotTargetCapacity',
    total_target_capacity: 'TargetCapacitySpecification.TotalTargetCapacity',
    default_target_capacity_type: 'TargetCapacitySpecification.DefaultTargetCapacityType',
  },
  create: ['CreateAutoProvisioningGroup'],
  read: {
    action: 'DescribeAutoProvisioningGroups',
    by: 'AutoProvisioningGroupId',
    item: 'AutoProvisioningGroups.AutoProvisioningGroup',
  },
  update: ['ModifyAutoProvisioningGroup'],
  delete: {
    action: 'DeleteAutoProvisioningGroup',
    set: { TerminateInstances: true },
  },
};

/** The template itself has the tags that its versions do not tell. */
const templateTags = async (id: string, api: Api): Promise<Arguments> => {
  const answer = await api.ecs('DescribeLaunchTemplates', {
    regionId: api.regionId,
    launchTemplateId: [id],
  });
  return { template_tags: tagMap(answer.launchTemplateSets?.launchTemplateSet?.[0]?.tags?.tag) };
};

const launchTemplate: ResourceDeclaration = {
  type: 'alicloud_ecs_launch_template',
  aliases: ['alicloud_launch_template'],
  id: 'LaunchTemplateId',
  key: 'LaunchTemplateId',
  parameters: {
    name: 'LaunchTemplateName',
    data_disks: 'DataDisk',
    network_interfaces: 'NetworkInterface',
    template_tags: 'TemplateTag',
    key_pair_name: 'KeyPairName',
    key_name: 'KeyPairName',
    http_endpoint: 'HttpEndpoint',
    system_disk_name: 'SystemDisk.DiskName',
  },
  create: ['CreateLaunchTemplate'],
  read: {
    action: 'DescribeLaunchTemplateVersions',
    by: 'LaunchTemplateId',
    item: 'LaunchTemplateVersionSets.LaunchTemplateVersionSet',
    within: 'LaunchTemplateData',
    newest: 'VersionNumber',
  },
  fields: {
    name: 'LaunchTemplateName',
    security_group_ids: 'SecurityGroupIds',
    system_disk_name: 'SystemDisk.DiskName',
  },
  also: (_, id, api) => templateTags(id, api),
  update: [
    {
      action: 'CreateLaunchTemplateVersion',
      isWhole: true,
      omit: ['launch_template_name', 'name', 'template_tags'],
    },
  ],
  delete: 'DeleteLaunchTemplate',
  tags: 'launchtemplate',
  tagsArgument: 'template_tags',
};

export const compute: readonly ResourceDeclaration[] = [
  dedicatedHost,
  dedicatedHostCluster,
  deploymentSet,
  hpcCluster,
  capacityReservation,
  elasticityAssurance,
  storageCapacityUnit,
  reservedInstance,
  command,
  invocation,
  activation,
  sessionManager,
  autoProvisioningGroup,
  launchTemplate,
];
