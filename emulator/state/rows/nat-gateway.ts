import type { Row } from '../table.ts';

/** A NAT gateway. Names are DescribeNatGateways'. */
export interface NatGateway extends Row {
  readonly status: 'Creating' | 'Available' | 'Modifying';
  readonly name: string;
  readonly description: string;
  readonly natType: 'Enhanced' | 'Normal';
  readonly networkType: 'internet' | 'intranet';
  readonly vpcId: string;
  /** Empty for the type Normal, which lies in no VSwitch. */
  readonly vswitchId: string;
  readonly zoneId: string;
  /** Its address in the VSwitch; empty for the type Normal. */
  readonly privateIpAddress: string;
  readonly networkInterfaceId: string;
  readonly spec: string;
  readonly instanceChargeType: 'PostPaid' | 'PrePaid';
  readonly internetChargeType: string;
  readonly expiresAt: number | null;
  readonly eipBindMode: 'MULTI_BINDED' | 'NAT';
  readonly icmpReplyEnabled: boolean;
  readonly privateLinkEnabled: boolean;
  readonly accessMode: { readonly modeValue: string; readonly tunnelType: string } | null;
  readonly deletionProtection: boolean;
  readonly snatTableId: string;
  readonly forwardTableId: string;
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}

/** What translates the source of a VSwitch's or a CIDR block's traffic. Names are DescribeSnatTableEntries'. */
export interface SnatEntry extends Row {
  readonly status: 'Pending' | 'Available' | 'Modifying';
  readonly natGatewayId: string;
  readonly snatTableId: string;
  readonly snatEntryName: string;
  /** Public addresses, with commas between. */
  readonly snatIp: string;
  readonly sourceCidr: string;
  readonly sourceVSwitchId: string;
  readonly eipAffinity: number;
}

/** What forwards a port of a public address to a private one. Names are DescribeForwardTableEntries'. */
export interface ForwardEntry extends Row {
  readonly status: 'Pending' | 'Available' | 'Modifying';
  readonly natGatewayId: string;
  readonly forwardTableId: string;
  readonly forwardEntryName: string;
  readonly externalIp: string;
  readonly externalPort: string;
  readonly internalIp: string;
  readonly internalPort: string;
  readonly ipProtocol: string;
}
