/** alicloud_image_export (provider v1.240.0, resource_alicloud_image_export.go): an image's files in a bucket. */
import { deleteCall, nullIfNotFound } from './api-error.ts';
import { textOf } from './argument-values.ts';
import type { Api, Arguments, Attributes, ResourceBinding } from './binding.ts';
import { argumentFacts, argumentRules, entriesOf } from './derived/facts.ts';
import { waitFor } from './wait.ts';

const type = 'alicloud_image_export';

const create = async (values: Arguments, api: Api): Promise<string> => {
  const imageId = textOf(values, 'image_id') ?? '';
  const { regionId } = api;
  const OSSPrefix = textOf(values, 'oss_prefix');
  const { taskId = '' } = await api.ecs('ExportImage', {
    regionId,
    imageId,
    OSSBucket: textOf(values, 'oss_bucket'),
    OSSPrefix,
  });
  const status = async (): Promise<string | null> =>
    (await api.ecs('DescribeTaskAttribute', { regionId, taskId })).taskStatus ?? null;
  await waitFor(api, `the export of ${imageId}`, status, 'Finished', ['Failed']);
  return imageId;
};

/** It looks at the image alone, wherever its files are. */
const read = async (id: string, api: Api): Promise<Attributes | null> => {
  const request = { regionId: api.regionId, imageId: id };
  const answer = await nullIfNotFound(api.ecs('DescribeImages', request));
  return answer?.images?.image?.[0] === undefined ? null : { id, image_id: id };
};

/** It deletes the object that the system disk would have been exported to. */
const remove = async (id: string, api: Api, values: Arguments): Promise<void> => {
  const key = `${textOf(values, 'oss_prefix') ?? ''}_${id}_system.raw.tar.gz`;
  await deleteCall(api.oss({ method: 'DELETE', bucket: textOf(values, 'oss_bucket') ?? '', key }));
};

export const imageExport = (): ResourceBinding => {
  const entries = entriesOf('resource', type);
  return {
    type,
    kind: 'resource',
    arguments: argumentFacts(entries, (name) => name !== 'image_id'),
    rules: argumentRules(entries),
    create,
    read,
    update: () => Promise.resolve(),
    delete: remove,
  };
};
