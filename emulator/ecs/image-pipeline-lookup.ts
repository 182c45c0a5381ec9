import type { Context } from '../context.ts';
import type { ImagePipeline } from '../state/rows/image-building.ts';
import { fault } from '../wire/fault.ts';

/** @throws Fault InvalidImagePipelineId.NotFound */
export const requirePipeline = (context: Context, id: string): ImagePipeline => {
  const pipeline = context.tables.imagePipelines.getOwn(id, context);
  if (pipeline === undefined) throw fault('InvalidImagePipelineId.NotFound', { Id: id });
  return pipeline;
};
