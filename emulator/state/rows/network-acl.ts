import type { Row } from '../table.ts';

/** One rule of a network ACL; the first that fits decides. */
export interface NetworkAclEntry {
  readonly id: string;
  readonly networkAclEntryName: string;
  readonly description: string;
  readonly policy: 'accept' | 'drop';
  readonly protocol: string;
  /** "80/80"; "-1/-1" for all. */
  readonly port: string;
  /** Where the traffic comes from, or goes to. */
  readonly cidrIp: string;
  readonly ipVersion: 'IPV4' | 'IPV6';
  readonly entryType: 'custom' | 'system' | 'service';
}

/** A network ACL, which filters what goes into VSwitches and out of them. Names are DescribeNetworkAcls'. */
export interface NetworkAcl extends Row {
  readonly status: 'Modifying' | 'Available';
  readonly networkAclName: string;
  readonly description: string;
  readonly vpcId: string;
  readonly ingressEntries: readonly NetworkAclEntry[];
  readonly egressEntries: readonly NetworkAclEntry[];
  /** VSwitches that it is bound to. */
  readonly vswitchIds: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}
