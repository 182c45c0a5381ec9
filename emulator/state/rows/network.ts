import type { Row } from '../table.ts';

/** A VPC. Names are DescribeVpcs'. */
export interface Vpc extends Row {
  readonly status: 'Pending' | 'Available';
  readonly vpcName: string;
  readonly description: string;
  readonly cidrBlock: string;
  readonly secondaryCidrBlocks: readonly string[];
  readonly userCidrs: readonly string[];
  readonly enabledIpv6: boolean;
  readonly ipv6CidrBlock: string;
  readonly isDefault: boolean;
  readonly vrouterId: string;
  /** Id of the system route table. */
  readonly routeTableId: string;
  readonly classicLinkEnabled: boolean;
  readonly dnsHostnameEnabled: boolean;
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}

/** A VSwitch. Names are DescribeVSwitches'. */
export interface VSwitch extends Row {
  readonly status: 'Pending' | 'Available';
  readonly vpcId: string;
  readonly zoneId: string;
  readonly vswitchName: string;
  readonly description: string;
  readonly cidrBlock: string;
  readonly ipv6CidrBlock: string;
  readonly isDefault: boolean;
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}

export interface RouteEntry {
  readonly id: string;
  readonly destinationCidrBlock: string;
  readonly type: 'System' | 'Custom';
  readonly status: 'Pending' | 'Available' | 'Modifying';
  readonly nextHopType: string;
  readonly nextHopId: string;
  readonly name: string;
  readonly description: string;
}

/** A route table of a VPC; each VPC has one of type System. Names are DescribeRouteTableList's. */
export interface RouteTable extends Row {
  readonly vpcId: string;
  readonly vrouterId: string;
  readonly routeTableType: 'System' | 'Custom';
  readonly routeTableName: string;
  readonly description: string;
  readonly status: 'Pending' | 'Available';
  readonly vswitchIds: readonly string[];
  readonly entries: readonly RouteEntry[];
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}
