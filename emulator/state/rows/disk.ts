import type { ImageSystem } from './image.ts';
import type { Row } from '../table.ts';

export type DiskStatus = 'Creating' | 'Available' | 'Attaching' | 'In_use' | 'Detaching' | 'ReIniting';

/** A cloud disk. Names are DescribeDisks'. */
export interface Disk extends Row {
  readonly status: DiskStatus;
  readonly zoneId: string;
  readonly diskName: string;
  readonly description: string;
  readonly type: 'system' | 'data';
  readonly category: string;
  readonly performanceLevel: string;
  /** GiB. */
  readonly size: number;
  /** Image that a system disk was made from; stays when the image goes. */
  readonly imageId: string;
  /** Of a system disk, from its image; null for a data disk. */
  readonly system: ImageSystem | null;
  readonly sourceSnapshotId: string;
  readonly encrypted: boolean;
  readonly kmsKeyId: string;
  readonly instanceId: string;
  readonly device: string;
  readonly portable: boolean;
  readonly deleteWithInstance: boolean;
  readonly deleteAutoSnapshot: boolean;
  readonly enableAutoSnapshot: boolean;
  readonly autoSnapshotPolicyId: string;
  readonly diskChargeType: 'PostPaid' | 'PrePaid';
  /** For several instances at a time; absent in states that were saved before there were any. */
  readonly multiAttach?: boolean;
  readonly burstingEnabled: boolean;
  readonly provisionedIops: number;
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
  readonly attachedAt: number | null;
  readonly detachedAt: number | null;
  /** How often the disk was initialised again; tells a test that ReInitDisk did something. */
  readonly generation: number;
}
