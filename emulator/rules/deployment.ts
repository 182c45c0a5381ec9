import { defineRules } from './define.ts';

/** Rules of launch templates, deployment sets, hosts, clusters, reservations and groups of instances. */
export const deploymentRules = defineRules({
  'launch-template.count-limit': [
    'An account has up to 30 launch templates in a region.',
    'Limits page; API page CreateLaunchTemplate, error LaunchTemplateLimitExceed',
  ],
  'launch-template.version-limit': [
    'A launch template has up to 30 versions.',
    'Limits page; API page CreateLaunchTemplateVersion, error LaunchTemplateVersionLimitExceed',
  ],
  'dedicated-host.capacity': [
    'The instances of a dedicated host fit its vCPUs and memory.',
    'API page DescribeDedicatedHosts, Capacity; RunInstances, error OperationDenied.NoStock',
  ],
  'dedicated-host.release-empty-only': [
    'A dedicated host with instances is not released.',
    'API page ReleaseDedicatedHost, error InstanceExist',
  ],
  'deployment-set.instances-per-zone': [
    'A deployment set takes up to 7 instances in each zone.',
    'Limits page; API page RunInstances, error QuotaExceed.DeploymentSetInstanceQuotaFull',
  ],
  'prefix-list.count-limit': [
    'An account has up to 100 prefix lists in a region.',
    'Limits page; API page CreatePrefixList, error LimitExceed.PrefixListPerRegion',
  ],
  'prefix-list.delete-unused-only': [
    'A prefix list that security group rules name is not deleted.',
    'API metadata DeletePrefixList',
  ],
  'storage-capacity-unit.count-limit': [
    'An account has up to 100 storage capacity units in a region.',
    'Limits page; API page PurchaseStorageCapacityUnit, error InvalidParameter.CapacityExceed',
  ],
});
