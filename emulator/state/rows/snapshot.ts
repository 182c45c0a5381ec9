import type { ImageSystem } from './image.ts';
import type { Row } from '../table.ts';

/** A snapshot of a disk. Names are DescribeSnapshots'. */
export interface Snapshot extends Row {
  readonly status: 'progressing' | 'accomplished' | 'failed';
  /** Percent. */
  readonly progress: number;
  readonly snapshotName: string;
  readonly description: string;
  readonly sourceDiskId: string;
  /** GiB. */
  readonly sourceDiskSize: number;
  readonly sourceDiskType: 'system' | 'data';
  /** Image that the disk was made from; empty for a data disk. */
  readonly sourceImageId: string;
  /** Of a system disk, from its image; null for a data disk. */
  readonly system: ImageSystem | null;
  readonly snapshotType: 'user' | 'auto';
  readonly category: string;
  readonly encrypted: boolean;
  readonly kmsKeyId: string;
  readonly instantAccess: boolean;
  readonly instantAccessRetentionDays: number;
  /** 0: kept until it is deleted. */
  readonly retentionDays: number;
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}
