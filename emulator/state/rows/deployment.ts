import type { Row } from '../table.ts';

/** How instances are kept apart. Names are DescribeDeploymentSets'. */
export interface DeploymentSet extends Row {
  readonly deploymentSetName: string;
  readonly description: string;
  readonly strategy: 'Availability' | 'AvailabilityGroup' | 'LowLatency';
  readonly groupCount: number;
  readonly onUnableToRedeployFailedInstance: string;
  readonly createdAt: number;
}

/** A cluster of instances with RDMA between them. Names are DescribeHpcClusters'. */
export interface HpcCluster extends Row {
  readonly name: string;
  readonly description: string;
  readonly createdAt: number;
}

/** Names are DescribeDedicatedHostClusters'. */
export interface DedicatedHostCluster extends Row {
  readonly dedicatedHostClusterName: string;
  readonly description: string;
  readonly zoneId: string;
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}

/** A physical server for one account. Names are DescribeDedicatedHosts'. */
export interface DedicatedHost extends Row {
  readonly status: 'Creating' | 'Available';
  readonly dedicatedHostName: string;
  readonly description: string;
  readonly dedicatedHostType: string;
  readonly dedicatedHostClusterId: string;
  readonly zoneId: string;
  readonly machineId: string;
  readonly actionOnMaintenance: string;
  readonly autoPlacement: 'on' | 'off';
  readonly autoReleaseTime: string;
  /** 0 where the type does not allow any. */
  readonly cpuOverCommitRatio: number;
  /** Seconds; null where none was given. */
  readonly slbUdpTimeout: number | null;
  readonly udpTimeout: number | null;
  readonly chargeType: 'PostPaid' | 'PrePaid';
  /** "Month", "Year"; empty for what is paid as you go. */
  readonly saleCycle: string;
  readonly expiresAt: number | null;
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}
