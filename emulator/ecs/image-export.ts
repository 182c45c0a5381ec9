import type { Context, EcsOperation } from '../context.ts';
import type { Image } from '../state/rows/image.ts';
import { fault } from '../wire/fault.ts';
import { startTask } from './image-task-runs.ts';
import { requireBucketHere } from './oss-places.ts';
import { requireOwnImage } from './visible-images.ts';

const formats = ['raw', 'vhd', 'qcow2', 'vmdk', 'vdi'];

/** Writes an image of one's own into a bucket, a file for each disk; they are there when the task is finished. */
export const exportImage: EcsOperation<'ExportImage'> = (request, context) => {
  const { imageId, OSSBucket: bucket, OSSPrefix: prefix = '' } = request;
  const format = (request.imageFormat ?? '') === '' ? 'raw' : (request.imageFormat ?? '').toLowerCase();
  if (!formats.includes(format)) {
    throw fault('InvalidImageFormat.Malformed', { Format: request.imageFormat ?? '' });
  }
  // 1 to 30 letters and digits (ExportImage.md, OSSPrefix).
  if (prefix !== '' && !/^[A-Za-z0-9]{1,30}$/.test(prefix)) {
    throw fault('InvalidOSSPrefix.Malformed', { Prefix: prefix });
  }
  const image = requireOwnImage(context, imageId);
  checkExportable(context, image);
  requireBucketHere(context, bucket);
  const parts = image.diskMappings.map(({ type, device }) => ({
    bucket,
    object: objectName(prefix, imageId, type === 'system' ? 'system' : `data_${device.slice(-1)}`, format),
    format,
  }));
  const taskId = startTask(context, 'ExportImage', imageId, parts);
  return { taskId, regionId: context.regionId };
};

/**
 * "PREFIX_m-1_system.raw.tar.gz": what the provider deletes (v1.240.0, resource_alicloud_image_export.go); other
 * formats are not packed.
 */
const objectName = (prefix: string, imageId: string, disk: string, format: string): string =>
  `${prefix === '' ? '' : `${prefix}_`}${imageId}_${disk}.${format}${format === 'raw' ? '.tar.gz' : ''}`;

/** @throws Fault IncorrectImageStatus, ImageNotSupported, ImageIsExporting */
const checkExportable = (context: Context, { id, status, diskMappings }: Image): void => {
  if (status !== 'Available') throw fault('IncorrectImageStatus', { ImageId: id, Status: status });
  if (diskMappings.some(({ encrypted }) => encrypted)) throw fault('ImageNotSupported', { ImageId: id }, 400);
  const isRunning = context.tables.ecsTasks
    .by('imageId', id)
    .toArray()
    .some(({ action, finishedAt }) => action === 'ExportImage' && finishedAt === null);
  if (isRunning) throw fault('ImageIsExporting', { ImageId: id });
};
