import type { Row } from '../table.ts';

/** Snapshots of an instance's disks, made at one moment. Names are DescribeSnapshotGroups'. */
export interface SnapshotGroup extends Row {
  readonly name: string;
  readonly description: string;
  /** Empty where the disks were named one by one. */
  readonly instanceId: string;
  readonly snapshotIds: readonly string[];
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}
