import type { Row } from '../table.ts';

/** An automatic snapshot policy. Names are DescribeAutoSnapshotPolicyEx's. */
export interface AutoSnapshotPolicy extends Row {
  readonly autoSnapshotPolicyName: string;
  /** Full hours of the day in the region's time, 0 to 23. */
  readonly timePoints: readonly number[];
  /** 1 is Monday, 7 Sunday. */
  readonly repeatWeekdays: readonly number[];
  /** -1: kept for ever. */
  readonly retentionDays: number;
  readonly enableCrossRegionCopy: boolean;
  readonly targetCopyRegions: readonly string[];
  readonly copiedSnapshotsRetentionDays: number;
  readonly copyEncrypted: boolean;
  readonly copyKmsKeyId: string;
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}
