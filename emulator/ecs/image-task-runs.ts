import type { Context, TransitionContext, Transitions } from '../context.ts';
import { objectId } from '../oss/access.ts';
import { bytesOf } from '../oss/documents.ts';
import { storeObject } from '../oss/objects.ts';
import type { EcsTask, EcsTaskPart } from '../state/rows/ecs-task.ts';
import { progressInterval } from './image-transitions.ts';

const running = 'ecs-task.progress';

const step = 25;

/** Begins a task. @returns its id */
export const startTask = (
  context: Context,
  action: EcsTask['action'],
  imageId: string,
  parts: readonly Omit<EcsTaskPart, 'errorCode'>[],
): string => {
  const { id } = context.tables.ecsTasks.insert({
    id: context.newId('t'),
    accountId: context.accountId,
    regionId: context.regionId,
    action,
    status: 'Waiting',
    progress: 0,
    imageId,
    parts: parts.map((part) => ({ ...part, errorCode: '' })),
    createdAt: context.now,
    finishedAt: null,
  });
  context.schedule(progressInterval, running, id);
  return id;
};

/** Imports and exports: they go on step by step, and end. */
export const imageTaskTransitions: Transitions = {
  [running]: (id, context) => {
    const task = context.tables.ecsTasks.get(id);
    if (task === undefined || task.finishedAt !== null) return;
    const progress = Math.min(100, task.progress + step);
    const parts = task.parts.map((part) => ({ ...part, errorCode: obstacleTo(task, part, context) }));
    if (parts.some(({ errorCode }) => errorCode !== '')) {
      fail(task, parts, context);
      return;
    }
    context.tables.ecsTasks.update(id, {
      progress,
      status: progress === 100 ? 'Finished' : 'Processing',
      finishedAt: progress === 100 ? context.now : null,
    });
    if (task.action === 'ImportImage') showProgress(task.imageId, progress, context);
    else if (progress === 100) for (const part of parts) writeObject(task, part, context);
    if (progress < 100) context.schedule(progressInterval, running, id);
  },
};

/** What is gone that was there when the task began; empty for nothing. */
const obstacleTo = (
  { action, imageId }: EcsTask,
  part: EcsTaskPart,
  { tables }: TransitionContext,
): string => {
  if (tables.ossBuckets.get(part.bucket) === undefined) return 'InvalidOSSBucket.NotFound';
  if (action === 'ExportImage')
    return tables.images.get(imageId) === undefined ? 'InvalidImageId.NotFound' : '';
  return tables.ossObjects.get(objectId(part.bucket, part.object)) === undefined
    ? 'InvalidOSSObject.NotFound'
    : '';
};

const fail = (
  { id, action, imageId }: EcsTask,
  parts: readonly EcsTaskPart[],
  context: TransitionContext,
): void => {
  const { ecsTasks, images } = context.tables;
  ecsTasks.update(id, { parts, status: 'Failed', finishedAt: context.now });
  if (action === 'ImportImage' && images.get(imageId) !== undefined) {
    images.update(imageId, { status: 'CreateFailed' });
  }
};

const showProgress = (imageId: string, progress: number, { tables }: TransitionContext): void => {
  if (tables.images.get(imageId) === undefined) return;
  tables.images.update(imageId, { progress, status: progress === 100 ? 'Available' : 'Creating' });
};

/** Disks have no contents here, so that a text stands for the file. */
const writeObject = ({ imageId }: EcsTask, part: EcsTaskPart, context: TransitionContext): void => {
  storeObject(context, {
    bucket: part.bucket,
    key: part.object,
    content: bytesOf(
      `alimock keeps no contents of disks. Here would be the image ${imageId}, in ${part.format}.\n`,
    ),
  });
};
