import type { Row } from '../table.ts';

/** What a VPC tells its instances by DHCP. Names are ListDhcpOptionsSets'. */
export interface DhcpOptionsSet extends Row {
  readonly dhcpOptionsSetName: string;
  readonly dhcpOptionsSetDescription: string;
  readonly domainName: string;
  /** Addresses, with commas between. */
  readonly domainNameServers: string;
  readonly leaseTime: string;
  readonly ipv6LeaseTime: string;
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}

/** A list of CIDR blocks that routes name. Names are ListPrefixLists'; ECS has prefix lists of its own. */
export interface VpcPrefixList extends Row {
  readonly status: 'Created' | 'Modifying';
  readonly prefixListName: string;
  readonly prefixListDescription: string;
  readonly ipVersion: 'IPV4' | 'IPV6';
  readonly maxEntries: number;
  readonly entries: readonly { readonly cidr: string; readonly description: string }[];
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}

/** What records the traffic of a VPC, a VSwitch or a network interface. Names are DescribeFlowLogs'. */
export interface FlowLog extends Row {
  readonly status: 'Activating' | 'Active' | 'Inactive';
  readonly flowLogName: string;
  readonly description: string;
  readonly resourceType: 'VPC' | 'VSwitch' | 'NetworkInterface';
  readonly resourceId: string;
  readonly vpcId: string;
  readonly trafficType: 'All' | 'Allow' | 'Drop';
  readonly trafficPath: readonly string[];
  readonly projectName: string;
  readonly logStoreName: string;
  /** Minutes. */
  readonly aggregationInterval: number;
  readonly ipVersion: string;
  readonly logFormat: string;
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}

/** Through which a VPC reaches a service of the cloud without the internet. Names are ListVpcGatewayEndpoints'. */
export interface GatewayEndpoint extends Row {
  readonly status: 'Creating' | 'Created' | 'Associating' | 'Dissociating';
  readonly endpointName: string;
  readonly endpointDescription: string;
  readonly serviceName: string;
  readonly vpcId: string;
  readonly policyDocument: string;
  readonly routeTableIds: readonly string[];
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}

/** A part of a VSwitch's block that network interfaces take by prefixes. Names are ListVSwitchCidrReservations'. */
export interface VSwitchCidrReservation extends Row {
  readonly status: 'Assigning' | 'Assigned';
  readonly vSwitchCidrReservationName: string;
  readonly vSwitchCidrReservationDescription: string;
  readonly vSwitchCidrReservationCidr: string;
  readonly ipVersion: 'IPv4' | 'IPv6';
  readonly type: 'Prefix' | 'Explicit';
  readonly vpcId: string;
  readonly vswitchId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}

/** A pool that public addresses are allocated from. Names are ListPublicIpAddressPools'. */
export interface PublicIpAddressPool extends Row {
  readonly name: string;
  readonly description: string;
  readonly isp: string;
  readonly bizType: string;
  readonly securityProtectionTypes: readonly string[];
  readonly zones: readonly string[];
  readonly cidrBlocks: readonly { readonly cidrBlock: string; readonly createdAt: number }[];
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}
