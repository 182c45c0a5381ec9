import type { Row } from '../table.ts';

/** An elastic network interface. Names are DescribeNetworkInterfaces'; its status is "InUse", not "In_use". */
export interface NetworkInterface extends Row {
  readonly status: 'Available' | 'Attaching' | 'InUse' | 'Detaching' | 'Deleting';
  readonly type: 'Primary' | 'Secondary';
  /** A secondary one that carries others; absent in states that were saved before there were any. */
  readonly isTrunk?: boolean;
  readonly networkInterfaceName: string;
  readonly description: string;
  readonly vpcId: string;
  readonly vswitchId: string;
  readonly zoneId: string;
  readonly macAddress: string;
  readonly privateIpAddress: string;
  /** The primary one first. */
  readonly privateIpAddresses: readonly string[];
  readonly ipv6Addresses: readonly string[];
  /** Blocks of 16 addresses, "172.16.10.16/28"; absent in states that were saved before there were any. */
  readonly ipv4Prefixes?: readonly string[];
  /** Blocks of a VSwitch's IPv6 block, with a mask of 80 bits; likewise absent. */
  readonly ipv6Prefixes?: readonly string[];
  readonly securityGroupIds: readonly string[];
  readonly instanceId: string;
  readonly queueNumber: number;
  /** "HighPerformance" is an interface that works by RDMA as well; its queue pairs are for that. */
  readonly trafficMode: 'Standard' | 'HighPerformance';
  readonly queuePairNumber: number;
  /** Which of the instance's network cards it is on; 0 while it is not attached. */
  readonly networkCardIndex: number;
  readonly deleteOnRelease: boolean;
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}
