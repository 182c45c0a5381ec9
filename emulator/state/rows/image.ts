import type { Row } from '../table.ts';

export type ImageStatus =
  'Creating' | 'Waiting' | 'Available' | 'UnAvailable' | 'CreateFailed' | 'Deprecated';

export interface ImageShare {
  readonly accountId: string;
  /** Milliseconds. */
  readonly sharedAt: number;
}

export interface ImageDiskMapping {
  readonly device: string;
  readonly type: 'system' | 'data';
  /** GiB. */
  readonly size: number;
  readonly snapshotId: string;
  readonly encrypted: boolean;
  readonly kmsKeyId: string;
  readonly importOssBucket: string;
  readonly importOssObject: string;
  readonly format: string;
}

/** A custom image. Public images are not rows, they are the catalog's. Names are DescribeImages'. */
export interface Image extends Row {
  readonly status: ImageStatus;
  /** Percent. */
  readonly progress: number;
  readonly imageName: string;
  readonly imageFamily: string;
  readonly imageVersion: string;
  readonly description: string;
  /** GiB; that of the system disk. */
  readonly size: number;
  readonly architecture: 'x86_64' | 'i386' | 'arm64';
  readonly platform: string;
  readonly osName: string;
  readonly osNameEn: string;
  readonly osType: 'linux' | 'windows';
  readonly bootMode: string;
  readonly isSupportCloudinit: boolean;
  readonly isSupportIoOptimized: boolean;
  /** Instance or snapshot that it was made from; empty where there is none. */
  readonly sourceInstanceId: string;
  readonly sourceSnapshotId: string;
  readonly sourceImageId: string;
  readonly diskMappings: readonly ImageDiskMapping[];
  /** Newest last. */
  readonly shares: readonly ImageShare[];
  /** A community image: every account sees it. */
  readonly isPublic: boolean;
  readonly detectionStrategy: string;
  readonly dryRun: boolean;
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}
