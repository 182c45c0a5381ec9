import type { Row } from '../table.ts';

/** One rule. Names are DescribeSecurityGroupAttribute's; empty strings where nothing was given. */
export interface SecurityGroupRule {
  readonly ruleId: string;
  readonly direction: 'ingress' | 'egress';
  readonly ipProtocol: string;
  readonly portRange: string;
  readonly sourcePortRange: string;
  readonly policy: 'Accept' | 'Drop';
  readonly priority: number;
  readonly nicType: 'internet' | 'intranet';
  readonly sourceCidrIp: string;
  readonly destCidrIp: string;
  readonly ipv6SourceCidrIp: string;
  readonly ipv6DestCidrIp: string;
  readonly sourceGroupId: string;
  readonly sourceGroupOwnerAccount: string;
  readonly destGroupId: string;
  readonly destGroupOwnerAccount: string;
  readonly sourcePrefixListId: string;
  readonly destPrefixListId: string;
  readonly description: string;
  readonly createdAt: number;
}

export interface SecurityGroup extends Row {
  readonly securityGroupName: string;
  readonly description: string;
  readonly vpcId: string;
  readonly securityGroupType: 'normal' | 'enterprise';
  readonly innerAccessPolicy: 'Accept' | 'Drop';
  readonly serviceManaged: boolean;
  readonly resourceGroupId: string;
  readonly rules: readonly SecurityGroupRule[];
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}
