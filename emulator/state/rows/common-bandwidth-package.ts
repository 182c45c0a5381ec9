import type { Row } from '../table.ts';

/** Bandwidth that several elastic IP addresses share. Names are DescribeCommonBandwidthPackages'. */
export interface CommonBandwidthPackage extends Row {
  readonly status: 'Available' | 'Modifying';
  readonly name: string;
  readonly description: string;
  /** Mbit/s. */
  readonly bandwidth: number;
  readonly internetChargeType: 'PayByBandwidth' | 'PayBy95' | 'PayByDominantTraffic';
  readonly isp: string;
  /** Percent of the bandwidth that is paid for in any case; for PayBy95. */
  readonly ratio: number;
  readonly zone: string;
  readonly securityProtectionTypes: readonly string[];
  readonly deletionProtection: boolean;
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}
