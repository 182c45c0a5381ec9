import type { Row } from '../table.ts';

/** What an elastic IP address is bound to. */
export interface EipAssociation {
  readonly instanceId: string;
  readonly instanceType: 'EcsInstance' | 'NetworkInterface' | 'Nat' | 'HaVip' | 'IpAddress';
  /** The one that was asked for; empty stands for the instance's primary one. */
  readonly privateIpAddress: string;
  /** For an address of a VPC only; what else it is bound to tells its own. */
  readonly vpcId: string;
}

/** An elastic IP address. Names are DescribeEipAddresses'. */
export interface Eip extends Row {
  readonly status: 'Associating' | 'Unassociating' | 'InUse' | 'Available';
  readonly ipAddress: string;
  readonly name: string;
  readonly description: string;
  /** Mbit/s. */
  readonly bandwidth: number;
  readonly isp: string;
  readonly internetChargeType: 'PayByBandwidth' | 'PayByTraffic';
  readonly instanceChargeType: 'PostPaid' | 'PrePaid';
  /** End of the paid time; null for PostPaid. */
  readonly expiresAt: number | null;
  readonly netmode: string;
  readonly mode: 'NAT' | 'BINDED' | 'MULTI_BINDED';
  readonly zone: string;
  readonly publicIpAddressPoolId: string;
  readonly securityProtectionTypes: readonly string[];
  readonly deletionProtection: boolean;
  /** Fine-grained monitoring, whose log goes to a store of Log Service; null while it is off. */
  readonly monitorLog: { readonly logProject: string; readonly logStore: string } | null;
  readonly association: EipAssociation | null;
  /**
   * The package whose bandwidth it shares, and the Mbit/s that it takes of it at most; absent in states that were
   * saved before there were any.
   */
  readonly commonBandwidth?: { readonly packageId: string; readonly limit: number | null } | null;
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}
