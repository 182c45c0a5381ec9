import type { Row } from '../table.ts';
import type { LaunchTemplateData } from './launch-template.ts';

/** One of LaunchTemplateConfig.N: instances of this type in this VSwitch count so much. */
export interface ProvisioningPool {
  /** Empty: the template's. */
  readonly instanceType: string;
  readonly vswitchId: string;
  readonly maxPrice: number;
  /** 0 comes first. */
  readonly priority: number;
  readonly weightedCapacity: number;
}

/** LaunchConfiguration, in the words of a launch template. */
export interface ProvisioningConfiguration extends LaunchTemplateData {
  readonly imageFamily?: string;
}

/** An instance of a group. */
export interface ProvisionedInstance {
  readonly instanceId: string;
  readonly capacity: number;
  readonly isSpot: boolean;
}

/** One try to reach the target, as DescribeAutoProvisioningGroupHistory tells it. */
export interface ProvisioningActivity {
  readonly taskId: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly status: 'success' | 'failed';
  readonly createdInstanceIds: readonly string[];
  readonly destroyedInstanceIds: readonly string[];
  readonly errors: readonly { readonly code: string; readonly message: string }[];
}

/** Capacities that a group is to reach; a difference to the total is made up with the default type. */
export interface TargetCapacity {
  readonly total: number;
  readonly payAsYouGo: number;
  readonly spot: number;
  readonly defaultType: 'PayAsYouGo' | 'Spot';
}

/** A group that makes and keeps instances. Names are DescribeAutoProvisioningGroups'. */
export interface AutoProvisioningGroup extends Row {
  readonly name: string;
  readonly description: string;
  readonly groupType: 'request' | 'instant' | 'maintain';
  readonly status: 'submitted' | 'active' | 'modifying' | 'deleted-running';
  readonly state: 'provision-in-progress' | 'fulfilled' | 'partial-fulfilled' | 'under-fulfilled';
  /** Empty where the group has a configuration of its own. */
  readonly launchTemplateId: string;
  readonly launchTemplateVersion: string;
  /** LaunchConfiguration; null where there is a template, which comes first. */
  readonly launchConfiguration: ProvisioningConfiguration | null;
  readonly pools: readonly ProvisioningPool[];
  readonly target: TargetCapacity;
  readonly spotAllocationStrategy: 'lowest-price' | 'diversified' | 'capacity-optimized';
  readonly spotInterruptionBehavior: 'stop' | 'terminate';
  readonly spotPoolsToUse: number;
  readonly payAsYouGoAllocationStrategy: 'lowest-price' | 'prioritized';
  readonly excessCapacityTerminationPolicy: 'no-termination' | 'termination';
  /** 0: none. */
  readonly maxSpotPrice: number;
  readonly terminateInstances: boolean;
  readonly terminateInstancesWithExpiration: boolean;
  readonly validFrom: number;
  readonly validUntil: number;
  /** When it tries again to fill up; null where it need not. */
  readonly retryAt: number | null;
  readonly members: readonly ProvisionedInstance[];
  /** Newest last. */
  readonly activities: readonly ProvisioningActivity[];
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}
