import type { Row } from '../table.ts';

/** Something that takes a while, and that can be asked for. Names are DescribeTaskAttribute's. */
export interface EcsTask extends Row {
  readonly action: 'ImportImage' | 'ExportImage';
  readonly status: 'Waiting' | 'Processing' | 'Finished' | 'Failed' | 'Deleted';
  /** Percent. */
  readonly progress: number;
  readonly imageId: string;
  readonly parts: readonly EcsTaskPart[];
  readonly createdAt: number;
  /** null: not yet. */
  readonly finishedAt: number | null;
}

/** A disk of the image that is imported or exported. */
export interface EcsTaskPart {
  readonly bucket: string;
  readonly object: string;
  readonly format: string;
  /** Empty where nothing stands in the way. */
  readonly errorCode: string;
}
