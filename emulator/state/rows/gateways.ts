import type { Row } from '../table.ts';

/** The gateway through which a VPC reaches the internet by IPv4. Names are ListIpv4Gateways'. */
export interface Ipv4Gateway extends Row {
  readonly status: 'Creating' | 'Created' | 'Activating';
  readonly ipv4GatewayName: string;
  readonly ipv4GatewayDescription: string;
  readonly vpcId: string;
  readonly enabled: boolean;
  /** The gateway route table that is bound to it; empty for none. */
  readonly routeTableId: string;
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}

/** The gateway through which a VPC reaches the internet by IPv6. Names are DescribeIpv6Gateways'. */
export interface Ipv6Gateway extends Row {
  readonly status: 'Pending' | 'Available';
  readonly name: string;
  readonly description: string;
  readonly vpcId: string;
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}

/** Lets an IPv6 address reach the internet but not be reached. Names are DescribeIpv6EgressOnlyRules'. */
export interface Ipv6EgressOnlyRule extends Row {
  readonly status: 'Pending' | 'Available';
  readonly ipv6GatewayId: string;
  readonly name: string;
  readonly description: string;
  /** Id of the IPv6 address. */
  readonly instanceId: string;
  readonly createdAt: number;
}

/** Bandwidth in the internet of an IPv6 address. Names are DescribeIpv6Addresses'. */
export interface Ipv6InternetBandwidth extends Row {
  readonly ipv6AddressId: string;
  readonly ipv6GatewayId: string;
  /** Mbit/s. */
  readonly bandwidth: number;
  readonly internetChargeType: 'PayByBandwidth' | 'PayByTraffic';
  readonly createdAt: number;
}

/** An IPv6 address that was allocated before anything has it. Names are DescribeIpv6Addresses'. */
export interface Ipv6Address extends Row {
  readonly ipv6Address: string;
  readonly ipv6AddressName: string;
  readonly ipv6AddressDescription: string;
  readonly addressType: 'IPv6Address' | 'IPv6Prefix';
  readonly vpcId: string;
  readonly vswitchId: string;
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}
