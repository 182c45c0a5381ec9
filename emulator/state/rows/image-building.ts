import type { ImageSystem } from './image.ts';
import type { Row } from '../table.ts';

/** Names are DescribeImageComponents'. */
export interface ImageComponent extends Row {
  readonly name: string;
  readonly description: string;
  readonly componentType: 'Build' | 'Test';
  readonly componentVersion: string;
  readonly systemType: 'Linux' | 'Windows';
  readonly content: string;
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}

/** Names are DescribeImagePipelines'. */
export interface ImagePipeline extends Row {
  readonly name: string;
  readonly description: string;
  readonly baseImage: string;
  readonly baseImageType: 'IMAGE' | 'IMAGE_FAMILY';
  readonly buildContent: string;
  readonly testContent: string;
  readonly imageName: string;
  readonly imageFamily: string;
  readonly instanceType: string;
  readonly vswitchId: string;
  /** GiB. */
  readonly systemDiskSize: number;
  readonly internetMaxBandwidthOut: number;
  readonly deleteInstanceOnFailure: boolean;
  readonly addAccounts: readonly string[];
  readonly toRegionIds: readonly string[];
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: number;
}

export type ExecutionStatus = 'PREPARING' | 'BUILDING' | 'SUCCESS' | 'CANCELLED';

/** One run of a pipeline. Names are DescribeImagePipelineExecutions'. */
export interface ImagePipelineExecution extends Row {
  readonly imagePipelineId: string;
  readonly status: ExecutionStatus;
  /** Empty until it succeeded. */
  readonly imageId: string;
  readonly imageName: string;
  readonly imageFamily: string;
  readonly baseImageId: string;
  readonly system: ImageSystem;
  /** GiB. */
  readonly size: number;
  readonly shareWith: readonly string[];
  readonly resourceGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly modifiedAt: number;
  readonly createdAt: number;
}
