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

/** The operating system of an image and what it can do; goes with disks and snapshots made from it. */
export interface ImageSystem {
  readonly architecture: 'x86_64' | 'i386' | 'arm64';
  readonly platform: string;
  readonly osName: string;
  readonly osNameEn: string;
  readonly osType: 'linux' | 'windows';
  readonly bootMode: string;
  readonly isSupportCloudinit: boolean;
  readonly isSupportIoOptimized: boolean;
  readonly nvmeSupport: 'supported' | 'unsupported';
}

/** A custom image. Public images are not rows, they are the catalog's. Names are DescribeImages'. */
export interface Image extends Row, ImageSystem {
  readonly status: ImageStatus;
  /** Percent. */
  readonly progress: number;
  readonly imageName: string;
  readonly imageFamily: string;
  readonly imageVersion: string;
  readonly description: string;
  /** GiB; that of the system disk. */
  readonly size: number;
  /** Instance or snapshot that it was made from; empty where there is none. */
  readonly sourceInstanceId: string;
  readonly sourceSnapshotId: string;
  readonly sourceImageId: string;
  readonly diskMappings: readonly ImageDiskMapping[];
  /** Made by CopyImage. */
  readonly isCopied: boolean;
  /** Newest last. */
  readonly shares: readonly ImageShare[];
  /** Accounts whose permission was taken away; what they made of the image lives on. */
  readonly formerShares: readonly string[];
  /** A community image: every account sees it. */
  readonly isPublic: boolean;
  readonly detectionStrategy: string;
  readonly licenseType: string;
  /** "v2": metadata in the hardened mode only; empty: both modes. */
  readonly imdsSupport: string;
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}
