import type { DiskRequest } from './disk-rows.ts';
import type { RequestTag } from './tags.ts';

/** What RunInstances and CreateInstance have in common. */
export interface LaunchRequest {
  readonly instanceType?: string;
  readonly imageId?: string;
  readonly imageFamily?: string;
  readonly imageOptions?: { readonly loginAsNonRoot?: boolean };
  readonly zoneId?: string;
  readonly vSwitchId?: string;
  readonly privateIpAddress?: string;
  readonly ipv6Address?: readonly string[];
  readonly ipv6AddressCount?: number;
  readonly securityGroupId?: string;
  readonly securityGroupIds?: readonly string[];
  readonly networkInterface?: readonly LaunchInterface[];
  readonly networkOptions?: { readonly enableJumboFrame?: boolean };
  readonly instanceName?: string;
  readonly description?: string;
  readonly hostName?: string;
  readonly password?: string;
  readonly passwordInherit?: boolean;
  readonly keyPairName?: string;
  readonly ramRoleName?: string;
  readonly userData?: string;
  readonly internetChargeType?: string;
  readonly internetMaxBandwidthIn?: number;
  readonly internetMaxBandwidthOut?: number;
  readonly instanceChargeType?: string;
  readonly period?: number;
  readonly periodUnit?: string;
  readonly autoRenew?: boolean;
  readonly autoRenewPeriod?: number;
  readonly autoReleaseTime?: string;
  readonly spotStrategy?: string;
  readonly spotPriceLimit?: number;
  readonly spotDuration?: number;
  readonly spotInterruptionBehavior?: string;
  readonly creditSpecification?: string;
  readonly deletionProtection?: boolean;
  readonly resourceGroupId?: string;
  readonly httpEndpoint?: string;
  readonly httpTokens?: string;
  readonly httpPutResponseHopLimit?: number;
  readonly ioOptimized?: string;
  readonly dedicatedHostId?: string;
  readonly deploymentSetId?: string;
  readonly hpcClusterId?: string;
  readonly privatePoolOptions?: { readonly id?: string; readonly matchCriteria?: string };
  readonly launchTemplateId?: string;
  readonly launchTemplateName?: string;
  readonly systemDisk?: DiskRequest;
  readonly dataDisk?: readonly DiskRequest[];
  readonly tag?: readonly RequestTag[];
}

/** One of NetworkInterface.N: the primary one, a new secondary one, or one that is there. */
export interface LaunchInterface {
  readonly instanceType?: string;
  readonly networkInterfaceId?: string;
  readonly networkInterfaceName?: string;
  readonly description?: string;
  readonly vSwitchId?: string;
  readonly primaryIpAddress?: string;
  readonly secondaryPrivateIpAddressCount?: number;
  readonly ipv6Address?: readonly string[];
  readonly ipv6AddressCount?: number;
  readonly securityGroupId?: string;
  readonly securityGroupIds?: readonly string[];
  readonly queueNumber?: number;
  readonly networkInterfaceTrafficMode?: string;
  readonly queuePairNumber?: number;
  readonly networkCardIndex?: number;
  readonly deleteOnRelease?: boolean;
}
