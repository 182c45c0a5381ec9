import type { Context, EcsOperation } from '../context.ts';
import { toIsoMinutes } from '../state/clock.ts';
import type { EcsTask, EcsTaskPart } from '../state/rows/ecs-task.ts';
import { errorMessages } from '../wire/errors/index.ts';
import type { ErrorCode } from '../wire/fault.ts';
import { fault } from '../wire/fault.ts';
import { page } from './paging.ts';
import { readTime } from './reservation-request.ts';

const is = (wanted: string | undefined, value: string): boolean =>
  wanted === undefined || wanted === '' || wanted === value;

/** Ids with commas between. */
const among = (wanted: string | undefined, value: string): boolean =>
  wanted === undefined || wanted === '' || wanted.split(',').some((id) => id.trim() === value);

/** Lists tasks, newest first. */
export const describeTasks: EcsOperation<'DescribeTasks'> = (request, context) => {
  const { resourceIds = [], startTime = '', endTime = '' } = request;
  const from = startTime === '' ? -Infinity : (readTime(startTime) ?? -Infinity);
  const until = endTime === '' ? Infinity : (readTime(endTime) ?? Infinity);
  const found = [...context.tables.ecsTasks.list(context)].filter(
    (task) =>
      among(request.taskIds, task.id) &&
      is(request.taskAction, task.action) &&
      is(request.taskStatus, task.status) &&
      (resourceIds.length === 0 || resourceIds.includes(task.imageId)) &&
      task.createdAt >= from &&
      task.createdAt <= until,
  );
  const { items, info } = page(found, request, context);
  return {
    ...info,
    regionId: context.regionId,
    taskSet: { task: items.map((task) => ({ ...describe(task), resourceId: task.imageId })) },
  };
};

const describe = (task: EcsTask) => ({
  taskId: task.id,
  taskAction: task.action,
  taskStatus: task.status,
  supportCancel: 'true',
  creationTime: toIsoMinutes(task.createdAt),
  finishedTime: task.finishedAt === null ? '' : toIsoMinutes(task.finishedAt),
});

/** @throws Fault InvalidTaskId.NotFound */
const requireTask = (context: Context, taskId: string): EcsTask => {
  const task = context.tables.ecsTasks.getOwn(taskId, context);
  if (task === undefined) throw fault('InvalidTaskId.NotFound', { TaskId: taskId });
  return task;
};

/** A task with what became of each disk. */
export const describeTaskAttribute: EcsOperation<'DescribeTaskAttribute'> = ({ taskId }, context) => {
  const task = requireTask(context, taskId);
  const { parts, status, progress } = task;
  const failed = parts.filter(({ errorCode }) => errorCode !== '').length;
  return {
    ...describe(task),
    regionId: task.regionId,
    taskProcess: `${progress}%`,
    totalCount: parts.length,
    successCount: status === 'Finished' ? parts.length : 0,
    failedCount: failed,
    operationProgressSet: { operationProgress: parts.map((part) => describePart(part, task)) },
  };
};

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorMessages, code);

const describePart = ({ bucket, object, format, errorCode }: EcsTaskPart, { status }: EcsTask) => ({
  operationStatus: errorCode !== '' ? 'Failed' : status === 'Finished' ? 'Success' : 'Processing',
  errorCode,
  errorMsg: isErrorCode(errorCode) ? fault(errorCode, { Bucket: bucket, Object: object }).message : '',
  relatedItemSet: {
    relatedItem: [
      { name: 'OSSBucket', value: bucket },
      { name: 'OSSObject', value: object },
      { name: 'ImageFormat', value: format },
    ],
  },
});

/** Ends a task that is under way; an image that was being imported is gone. */
export const cancelTask: EcsOperation<'CancelTask'> = ({ taskId }, context) => {
  const { id, action, imageId, status, finishedAt } = requireTask(context, taskId);
  if (finishedAt !== null) throw fault('InvalidTaskId.IncorrectTaskStatus', { TaskId: id, Status: status });
  context.tables.ecsTasks.update(id, { status: 'Deleted', finishedAt: context.now });
  if (action === 'ImportImage') context.tables.images.delete(imageId);
  return {};
};
