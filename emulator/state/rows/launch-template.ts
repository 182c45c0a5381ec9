import type { Row } from '../table.ts';

export interface LaunchTemplateDisk {
  readonly autoSnapshotPolicyId?: string;
  readonly burstingEnabled?: boolean;
  readonly category?: string;
  readonly deleteWithInstance?: boolean;
  readonly description?: string;
  readonly device?: string;
  readonly diskName?: string;
  readonly encrypted?: string;
  readonly iops?: number;
  readonly KMSKeyId?: string;
  readonly performanceLevel?: string;
  readonly provisionedIops?: number;
  /** GiB. */
  readonly size?: number;
  readonly snapshotId?: string;
}

export interface LaunchTemplateInterface {
  readonly deleteOnRelease?: boolean;
  readonly description?: string;
  readonly instanceType?: string;
  readonly networkInterfaceName?: string;
  readonly networkInterfaceTrafficMode?: string;
  readonly primaryIpAddress?: string;
  readonly securityGroupId?: string;
  readonly securityGroupIds?: readonly string[];
  readonly vSwitchId?: string;
}

/** What an instance is made of; members that were not given are absent. Names are CreateLaunchTemplate's. */
export interface LaunchTemplateData {
  readonly autoReleaseTime?: string;
  readonly autoRenew?: boolean;
  readonly autoRenewPeriod?: number;
  readonly creditSpecification?: string;
  readonly dataDisk?: readonly LaunchTemplateDisk[];
  readonly deletionProtection?: boolean;
  readonly deploymentSetId?: string;
  readonly description?: string;
  readonly enableVmOsConfig?: boolean;
  readonly hostName?: string;
  readonly httpEndpoint?: string;
  readonly httpPutResponseHopLimit?: number;
  readonly httpTokens?: string;
  readonly imageId?: string;
  readonly imageOptions?: { readonly loginAsNonRoot?: boolean };
  readonly imageOwnerAlias?: string;
  readonly instanceChargeType?: string;
  readonly instanceName?: string;
  readonly instanceType?: string;
  readonly internetChargeType?: string;
  readonly internetMaxBandwidthIn?: number;
  readonly internetMaxBandwidthOut?: number;
  readonly ioOptimized?: string;
  readonly ipv6AddressCount?: number;
  readonly keyPairName?: string;
  readonly networkInterface?: readonly LaunchTemplateInterface[];
  readonly networkType?: string;
  readonly passwordInherit?: boolean;
  readonly period?: number;
  readonly periodUnit?: string;
  readonly privateIpAddress?: string;
  readonly ramRoleName?: string;
  readonly resourceGroupId?: string;
  readonly securityEnhancementStrategy?: string;
  readonly securityGroupId?: string;
  readonly securityGroupIds?: readonly string[];
  readonly securityOptions?: { readonly trustedSystemMode?: string };
  readonly spotDuration?: number;
  readonly spotPriceLimit?: number;
  readonly spotStrategy?: string;
  readonly systemDisk?: LaunchTemplateDisk;
  readonly tag?: readonly { readonly key?: string; readonly value?: string }[];
  readonly userData?: string;
  readonly vSwitchId?: string;
  readonly vpcId?: string;
  readonly zoneId?: string;
}

export interface LaunchTemplateVersion {
  /** From 1 on; numbers of deleted versions do not come back. */
  readonly versionNumber: number;
  readonly versionDescription: string;
  readonly createdAt: number;
  readonly data: LaunchTemplateData;
}

/** A launch template with its versions, oldest first. Names are DescribeLaunchTemplates'. */
export interface LaunchTemplate extends Row {
  readonly launchTemplateName: string;
  readonly defaultVersionNumber: number;
  /** Highest number that was ever given. */
  readonly latestVersionNumber: number;
  readonly versions: readonly LaunchTemplateVersion[];
  readonly modifiedAt: number;
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}
