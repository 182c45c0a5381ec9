import type { TransitionContext, Transitions } from '../context.ts';
import type { ImagePipelineExecution } from '../state/rows/image-building.ts';

/** Lifelike times of a build's steps, in milliseconds. */
export const preparingTime = 30_000;
const buildingTime = 300_000;

/** Builds: they are prepared, run, and leave an image. */
export const imagePipelineTransitions: Transitions = {
  'image-pipeline.build': (id, context) => {
    if (context.tables.imagePipelineExecutions.get(id)?.status !== 'PREPARING') return;
    context.tables.imagePipelineExecutions.update(id, { status: 'BUILDING', modifiedAt: context.now });
    context.schedule(buildingTime, 'image-pipeline.finish', id);
  },
  'image-pipeline.finish': (id, context) => {
    const execution = context.tables.imagePipelineExecutions.get(id);
    if (execution?.status !== 'BUILDING') return;
    const imageId = makeImage(execution, context);
    context.tables.imagePipelineExecutions.update(id, {
      status: 'SUCCESS',
      imageId,
      modifiedAt: context.now,
    });
  },
};

/** The image of a build, named after the pipeline's ImageName with the time behind it. */
const makeImage = (execution: ImagePipelineExecution, context: TransitionContext): string => {
  const { tables, now } = context;
  const { accountId, regionId, size, system } = execution;
  const snapshotMapping = {
    device: '/dev/xvda',
    type: 'system' as const,
    size,
    snapshotId: '',
    encrypted: false,
  };
  const id = context.newIdIn(regionId, 'm');
  tables.images.insert({
    ...system,
    id,
    accountId,
    regionId,
    status: 'Available',
    progress: 100,
    imageName: `${execution.imageName || execution.imagePipelineId}_${now}`,
    imageFamily: execution.imageFamily,
    imageVersion: '',
    description: '',
    size,
    sourceInstanceId: '',
    sourceSnapshotId: '',
    sourceImageId: execution.baseImageId,
    diskMappings: [
      { ...snapshotMapping, kmsKeyId: '', importOssBucket: '', importOssObject: '', format: '' },
    ],
    isCopied: false,
    shares: execution.shareWith.map((shared) => ({ accountId: shared, sharedAt: now })),
    formerShares: [],
    isPublic: false,
    detectionStrategy: '',
    licenseType: 'Auto',
    imdsSupport: '',
    resourceGroupId: execution.resourceGroupId,
    tags: {},
    createdAt: now,
  });
  return id;
};
