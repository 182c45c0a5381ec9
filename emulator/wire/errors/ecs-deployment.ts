import { defineErrors } from './define.ts';

/** Errors of launch templates, deployment sets, hosts, clusters, reservations and groups of instances. */
export const ecsDeploymentErrors = defineErrors({
  // Launch templates
  'InvalidLaunchTemplateName.Malformed': [400, 'The launch template name {Name} is not valid.'],
  'LaunchTemplateName.Duplicated': [403, 'There is a launch template {Name} in this region already.'],
  LaunchTemplateLimitExceed: [403, 'The account can have at most {Limit} launch templates in this region.'],
  LaunchTemplateVersionLimitExceed: [403, 'A launch template can have at most {Limit} versions.'],
  'InvalidLaunchTemplateVersion.NotFound': [
    404,
    'The launch template {LaunchTemplate} has no version {Version}.',
  ],
  // Auto provisioning groups
  'InvalidAutoProvisioningGroupId.NotFound': [404, 'The auto provisioning group {Id} does not exist.'],
  'InvalidFleetExcessCapacityTerminationPolicy.ValueNotSupported': [
    400,
    'ExcessCapacityTerminationPolicy is no-termination or termination, not {Value}.',
  ],
  // Dedicated hosts and their clusters
  'InvalidDedicatedHostType.ValueNotSupported': [403, 'The dedicated host type {Type} is not known.'],
  'InvalidDedicatedHostName.Malformed': [400, 'The dedicated host name {Name} is not valid.'],
  'InvalidDedicatedHostIds.Malformed': [403, 'DedicatedHostIds must be a JSON list of up to 100 ids.'],
  'InvalidParameter.DedicatedHostIds': [400, 'DedicatedHostIds must be a JSON list of up to 100 ids.'],
  'InvalidParameter.SlbUdpTimeout': [400, 'SlbUdpTimeout is 15 to 310 seconds, not {Value}.'],
  'InvalidParameter.UdpTimeout': [400, 'UdpTimeout is 15 to 310 seconds, not {Value}.'],
  IncorrectDedicatedHostStatus: [400, 'The dedicated host {Id} is not Available.'],
  'IncorrectHostStatus.Initializing': [400, 'The dedicated host {Id} is still being created.'],
  InstanceExist: [403, 'There are instances on the dedicated host {Id}.'],
  ReleaseTimeHaveBeenSet: [400, 'The dedicated host {Id} has a time of release.'],
  'DedicatedHostType.Unmatched': [
    400,
    'A host of type {Type} does not take the instance type {InstanceType}.',
  ],
  'OperationDenied.NoStock': [403, 'There is no room for it.'],
  'InvalidDedicatedHostClusterId.NotFound': [404, 'The dedicated host cluster {Id} does not exist.'],
  'InvalidDedicatedHostClusterName.Malformed': [400, 'The dedicated host cluster name {Name} is not valid.'],
  'OperationDenied.UnstoppedInstance': [
    400,
    'The instance {InstanceId} must be Stopped, or moved with Force.',
  ],
  // Deployment sets
  'InvalidDeploymentSetName.Malformed': [400, 'The deployment set name {Name} is not valid.'],
  'InvalidDeploymentSetId.NotFound': [400, 'The deployment set {Id} does not exist.'],
  'InvalidDeploymentSetIds.TooManyInput': [403, 'DeploymentSetIds takes at most 100 ids.'],
  'InvalidParameter.Strategy': [
    400,
    'Strategy is Availability, AvailabilityGroup or LowLatency, not {Value}.',
  ],
  'InvalidParameter.Domain': [400, 'Domain is Default, not {Value}.'],
  'InvalidParameter.granularity': [400, 'Granularity is Host, not {Value}.'],
  'DependencyViolation.NotEmpty': [403, 'There are instances in the deployment set {Id}.'],
  'QuotaExceed.DeploymentSetInstanceQuotaFull': [
    403,
    'The deployment set takes at most {Limit} instances in a zone.',
  ],
  // HPC clusters
  'InvalidHpcClusterName.Malformed': [400, 'The HPC cluster name {Name} is not valid.'],
  'InvalidHpcClusterDescription.Malformed': [400, 'The description of the HPC cluster is not valid.'],
  'InvalidHpcClusterIds.Malformed': [400, 'HpcClusterIds must be a JSON list of ids.'],
  'InvalidHpcClusterIds.ExceedLimit': [400, 'HpcClusterIds takes at most 100 ids.'],
  'InvalidHpcClusterId.Unnecessary': [400, 'The instance type {InstanceType} is not for HPC clusters.'],
  InvalidModifyInfo: [400, 'Name or Description must be given.'],
  HpcClusterNotExists: [400, 'The HPC cluster {Id} does not exist.'],
  'NotExists.HpcCluster': [400, 'The HPC cluster {Id} does not exist.'],
  'NotEmpty.HpcCluster': [400, 'There are instances in the HPC cluster {Id}.'],
  // Prefix lists
  'InvalidParameter.AddressFamily': [400, 'AddressFamily is IPv4 or IPv6, not {Value}.'],
  'InvalidParameter.PrefixListName': [400, 'The prefix list name {Name} is not valid.'],
  'InvalidParameter.CidrMalformed': [400, 'The entry {Value} is no block of the list’s address family.'],
  'InvalidParameter.CidrDuplicated': [400, 'The entry {Value} is there more than once.'],
  'LimitExceed.Entry': [400, 'A call adds and takes away at most {Limit} entries.'],
  'LimitExceed.MaxEntries': [400, 'The prefix list takes at most {Limit} entries.'],
  'LimitExceed.PrefixListPerRegion': [
    404,
    'The account can have at most {Limit} prefix lists in this region.',
  ],
  // Reservations and what is paid for in advance
  'Invalid.PrivatePoolOptions.Ids': [404, 'The capacity reservation {Id} does not exist.'],
  'Invalid.PrivatePoolOptions.Id': [404, 'The elasticity assurance {Id} does not exist.'],
  'Invalid.PrivatePoolOptionsId': [400, 'There is no private pool {Id} for this instance type in this zone.'],
  'MissingParameter.PrivatePoolOptionsId': [
    400,
    'With MatchCriteria=Target, PrivatePoolOptions.Id is needed.',
  ],
  'InvalidStartTime.MalFormed': [400, 'The start time {Value} is no UTC time such as 2030-01-01T00:00Z.'],
  'InvalidStartTime.NotSupported': [400, 'The start time {Value} is more than 180 days away.'],
  'InvalidInstanceType.NotSupported': [403, 'The instance type {InstanceType} is not known.'],
  'InvalidParameter.Capacity': [400, 'Storage capacity units of {Capacity} GiB are not sold.'],
  'InvalidParameter.CapacityExceed': [400, 'The account can have at most {Limit} storage capacity units.'],
  'InvalidParameter.Period': [400, 'The period {Period} is not offered.'],
  'InvalidParameter.PeriodUnit': [400, 'PeriodUnit is Month or Year, not {PeriodUnit}.'],
  'InvalidPeriodUnit.ValueNotSupported': [400, 'PeriodUnit is Month or Year, not {PeriodUnit}.'],
  'InvalidAllocationType.ValueNotSupported': [400, 'AllocationType is Normal or Shared, not {Value}.'],
  'InvalidStorageCapacityUnitId.NotFound': [404, 'The storage capacity unit {Id} does not exist.'],
  'InvalidReservedInstanceId.NotFound': [404, 'The reserved instance {Id} does not exist.'],
});
