import type { Row } from '../table.ts';

export type InstanceStatus = 'Pending' | 'Starting' | 'Running' | 'Stopping' | 'Stopped';

export interface OperationLock {
  /** "financial", "security", "Recycling", "dedicatedhostfinancial", "refunded". */
  readonly lockReason: string;
}

/** An ECS instance. Names are DescribeInstances'. */
export interface Instance extends Row {
  readonly status: InstanceStatus;
  readonly zoneId: string;
  readonly instanceName: string;
  readonly description: string;
  readonly hostName: string;
  readonly instanceType: string;
  readonly imageId: string;
  readonly osName: string;
  readonly osNameEn: string;
  readonly osType: 'linux' | 'windows';
  readonly keyPairName: string;
  readonly ramRoleName: string;
  readonly userData: string;
  readonly passwordSet: boolean;
  readonly vpcId: string;
  readonly vswitchId: string;
  readonly securityGroupIds: readonly string[];
  /** The primary network interface comes first. */
  readonly networkInterfaceIds: readonly string[];
  readonly privateIpAddress: string;
  readonly publicIpAddress: string | null;
  readonly eipAddress: {
    readonly allocationId: string;
    readonly ipAddress: string;
    readonly bandwidth: number;
    /** Absent in states that were saved before there were any. */
    readonly internetChargeType?: 'PayByBandwidth' | 'PayByTraffic';
  } | null;
  readonly internetChargeType: 'PayByBandwidth' | 'PayByTraffic';
  readonly internetMaxBandwidthIn: number;
  readonly internetMaxBandwidthOut: number;
  readonly instanceChargeType: 'PostPaid' | 'PrePaid';
  readonly period: { readonly amount: number; readonly unit: 'Week' | 'Month' | 'Year' } | null;
  readonly autoRenew: { readonly enabled: boolean; readonly duration: number } | null;
  /** End of the paid time of a PrePaid instance; milliseconds. */
  readonly expiresAt: number | null;
  readonly autoReleaseTime: string;
  readonly spotStrategy: 'NoSpot' | 'SpotWithPriceLimit' | 'SpotAsPriceGo';
  readonly spotPriceLimit: number;
  readonly spotDuration: number;
  readonly spotInterruptionBehavior: 'Terminate' | 'Stop';
  readonly creditSpecification: string;
  readonly deletionProtection: boolean;
  readonly stoppedMode: 'KeepCharging' | 'StopCharging' | 'Not-applicable';
  readonly resourceGroupId: string;
  /** Absent in states that were saved before there were any; empty for none. */
  readonly dedicatedHostId?: string;
  readonly deploymentSetId?: string;
  readonly hpcClusterId?: string;
  /** Capacity reservation or elasticity assurance that it takes from. */
  readonly privatePoolId?: string;
  readonly metadataOptions: {
    readonly httpEndpoint: string;
    readonly httpTokens: string;
    readonly httpPutResponseHopLimit: number;
  };
  readonly loginAsNonRoot: boolean;
  readonly enableJumboFrame: boolean;
  readonly maintenance: {
    readonly action: string;
    readonly notify: boolean;
    /** "02:00:00"; on the hour. */
    readonly windows: readonly { readonly startTime: string; readonly endTime: string }[];
  };
  readonly serialNumber: string;
  readonly operationLocks: readonly OperationLock[];
  readonly tags: Readonly<Record<string, string>>;
  /** Milliseconds. */
  readonly createdAt: number;
  readonly startedAt: number | null;
}
