import type { Row } from '../table.ts';

/** A highly available virtual IP address. Names are DescribeHaVips'. */
export interface HaVip extends Row {
  readonly status: 'Creating' | 'Available' | 'Associating' | 'Unassociating' | 'InUse';
  readonly name: string;
  readonly description: string;
  readonly ipAddress: string;
  readonly vpcId: string;
  readonly vswitchId: string;
  readonly associatedInstanceType: '' | 'EcsInstance' | 'NetworkInterface';
  readonly associatedInstanceIds: readonly string[];
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}
