import { defineRules } from './define.ts';

/** Rules of instances, network interfaces and security groups. */
export const instanceRules = defineRules({
  'instance.type-in-zone': [
    'An instance type is created only in the zones that sell it.',
    'API page RunInstances, error InvalidInstanceType.ZoneNotSupported',
  ],
  'instance.same-vpc': [
    'VSwitch and security groups of an instance belong to one VPC.',
    'API page RunInstances, SecurityGroupId and VSwitchId',
  ],
  'instance.zone-of-vswitch': [
    'Where both are given, ZoneId is the zone of the VSwitch.',
    'API page RunInstances, ZoneId',
  ],
  'instance.amount': ['One call makes 1 to 100 instances.', 'API page RunInstances, Amount'],
  'instance.count-limit': ['An account has a limited number of instances.', 'limits page'],
  'instance.start-stopped-only': [
    'Only a Stopped instance is started.',
    'API page StartInstance, error IncorrectInstanceStatus',
  ],
  'instance.stop-running-only': [
    'Only a Running instance is stopped.',
    'API page StopInstance, error IncorrectInstanceStatus',
  ],
  'instance.reboot-running-only': [
    'Only a Running instance is rebooted.',
    'API page RebootInstance, error IncorrectInstanceStatus',
  ],
  'instance.delete-stopped-only': [
    'Without Force, only a Stopped instance is released.',
    'API page DeleteInstance, error IncorrectInstanceStatus',
  ],
  'instance.deletion-protection': [
    'An instance with DeletionProtection is not released.',
    'API page DeleteInstance, error InvalidOperation.DeletionProtection',
  ],
  'instance.subscription-release': [
    'A subscription is not released before its end unless TerminateSubscription is set.',
    'API page DeleteInstance, TerminateSubscription, error ChargeTypeViolation',
  ],
  'instance.type-change-stopped-only': [
    'The type of an instance changes only while it is Stopped.',
    'API page ModifyInstanceSpec, error InvalidInstanceStatus.NotStopped',
  ],
  'instance.vpc-change-stopped-only': [
    'The VSwitch of an instance changes only while it is Stopped.',
    'API page ModifyInstanceVpcAttribute, error IncorrectInstanceStatus',
  ],
  'instance.groups-limit': [
    'An instance is in at most 5 security groups, unless a ticket raised the limit.',
    'limits page; API page JoinSecurityGroup',
  ],
  'instance.locked': [
    'An instance that is locked for security is neither started, stopped, rebooted nor modified.',
    'appendix "API behavior when an instance is locked for security reasons"',
  ],
  'describe-instances.filters': [
    'DescribeInstances answers only what its filters ask for.',
    'API page DescribeInstances',
  ],
  'security-group.last-group': [
    'An instance does not leave its last security group.',
    'API page LeaveSecurityGroup, error InstanceLastSecurityGroup',
  ],
  'security-group.delete-unused-only': [
    'A security group with instances or network interfaces is not deleted.',
    'API page DeleteSecurityGroup, error DependencyViolation',
  ],
  'security-group.delete-unreferenced-only': [
    "A security group that another group's rule names is not deleted.",
    'API page DeleteSecurityGroup, error DependencyViolation',
  ],
  'security-group.rule-limit': [
    'A security group has at most 200 rules, unless a ticket raised the limit.',
    'limits page; API page AuthorizeSecurityGroup, error AuthorizationLimitExceed',
  ],
  'security-group.count-limit': [
    'An account has at most 100 security groups in a region, unless a ticket raised the limit.',
    'limits page; API page CreateSecurityGroup, error QuotaExceed.SecurityGroup',
  ],
  'security-group.filters': [
    'DescribeSecurityGroups answers only what its filters ask for.',
    'API page DescribeSecurityGroups',
  ],
  'network-interface.delete-detached-only': [
    'Only an Available network interface is deleted.',
    'API page DeleteNetworkInterface, error InvalidOperation.InvalidEniState',
  ],
  'network-interface.limit': [
    'An instance type takes a limited number of network interfaces.',
    'API page AttachNetworkInterface, error EniPerInstanceLimitExceeded; instance families page',
  ],
});
