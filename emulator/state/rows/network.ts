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
  /** Absent for none. */
  readonly dhcpOptionsSetId?: string;
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
  /** Absent for none. */
  readonly networkAclId?: string;
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}

export interface NextHop {
  readonly nextHopType: string;
  readonly nextHopId: string;
  readonly weight: number;
}

export interface RouteEntry {
  readonly id: string;
  readonly destinationCidrBlock: string;
  readonly type: 'System' | 'Custom';
  readonly status: 'Pending' | 'Available' | 'Modifying';
  readonly nextHopType: string;
  readonly nextHopId: string;
  /** Next hops of an entry that shares its traffic among several; absent for one. */
  readonly nextHops?: readonly NextHop[];
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
  /** What it is bound to; absent for VSwitches. */
  readonly associateType?: 'VSwitch' | 'Gateway';
  readonly vswitchIds: readonly string[];
  /** The gateways that it is bound to; absent for none. */
  readonly gatewayIds?: readonly string[];
  readonly entries: readonly RouteEntry[];
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}
