import type { EcsOperation } from '../context.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { ImagePipelineExecution } from '../state/rows/image-building.ts';
import { fault } from '../wire/fault.ts';
import { requireBaseImage } from './image-pipeline-base.ts';
import { requirePipeline } from './image-pipeline-lookup.ts';
import { preparingTime } from './image-pipeline-runs.ts';
import { systemOf } from './image-system.ts';
import { pageByToken } from './paging.ts';
import { readTags, tagFilter, toTagList } from './tags.ts';

/** Builds an image by a pipeline's recipe. The commands of the recipe are not run. */
export const startImagePipelineExecution: EcsOperation<'StartImagePipelineExecution'> = (
  request,
  context,
) => {
  const pipeline = requirePipeline(context, request.imagePipelineId);
  const base = requireBaseImage(context, pipeline.baseImage, pipeline.baseImageType);
  const execution = context.tables.imagePipelineExecutions.insert({
    id: context.newId('exec'),
    accountId: context.accountId,
    regionId: context.regionId,
    imagePipelineId: pipeline.id,
    status: 'PREPARING',
    imageId: '',
    imageName: pipeline.imageName,
    imageFamily: pipeline.imageFamily,
    baseImageId: base.id,
    system: systemOf(base),
    size: Math.max(base.size, pipeline.systemDiskSize),
    shareWith: pipeline.addAccounts.filter((accountId) => accountId !== context.accountId),
    resourceGroupId: pipeline.resourceGroupId,
    tags: readTags(request.tag, context),
    modifiedAt: context.now,
    createdAt: context.now,
  });
  context.schedule(preparingTime, 'image-pipeline.build', execution.id);
  return { executionId: execution.id };
};

/** Ends a build that goes on. */
export const cancelImagePipelineExecution: EcsOperation<'CancelImagePipelineExecution'> = (
  { executionId },
  context,
) => {
  const execution = context.tables.imagePipelineExecutions.getOwn(executionId, context);
  if (execution === undefined) throw fault('InvalidExecutionId.NotFound', { Id: executionId });
  if (execution.status !== 'PREPARING' && execution.status !== 'BUILDING') {
    throw fault('OperationDenied', { Reason: `the execution is ${execution.status}` });
  }
  context.tables.imagePipelineExecutions.update(executionId, {
    status: 'CANCELLED',
    modifiedAt: context.now,
  });
  return {};
};

const limits = { defaultSize: 50, maxResults: 500 } as const;

export const describeImagePipelineExecutions: EcsOperation<'DescribeImagePipelineExecutions'> = (
  request,
  context,
) => {
  const { executionId = '', imagePipelineId = '', status = '' } = request;
  const hasTags = tagFilter(request.tag);
  const found = [...context.tables.imagePipelineExecutions.list(context)].filter(
    (row) =>
      (executionId === '' || row.id === executionId) &&
      (imagePipelineId === '' || row.imagePipelineId === imagePipelineId) &&
      (status === '' || row.status === status) &&
      (hasTags?.(row) ?? true),
  );
  const { items, info } = pageByToken(found, request, context, limits);
  return {
    ...info,
    imagePipelineExecution: { imagePipelineExecutionSet: items.map(describe) },
  };
};

const describe = (row: ImagePipelineExecution) => ({
  executionId: row.id,
  imagePipelineId: row.imagePipelineId,
  imageId: row.imageId,
  status: row.status,
  message: '',
  creationTime: toIsoSeconds(row.createdAt),
  modifiedTime: toIsoSeconds(row.modifiedAt),
  resourceGroupId: row.resourceGroupId,
  tags: { tag: toTagList(row.tags) },
});
