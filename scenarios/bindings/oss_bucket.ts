/** alicloud_oss_bucket (provider v1.240.0, resource_alicloud_oss_bucket.go), as far as examples of ECS use it. */
import { valuesOf } from '../../emulator/oss/documents.ts';
import { deleteCall, nullIfNotFound } from './api-error.ts';
import { textOf } from './argument-values.ts';
import { attributes } from './attributes.ts';
import type { Api, Arguments, Attributes, ResourceBinding } from './binding.ts';
import { InvalidArgumentsError } from './binding.ts';
import { argumentFacts, argumentRules, entriesOf } from './derived/facts.ts';

const type = 'alicloud_oss_bucket';

/** Attribute → element of GetBucketInfo's answer. */
const elements: Readonly<Record<string, string>> = {
  acl: 'Grant',
  creation_date: 'CreationDate',
  extranet_endpoint: 'ExtranetEndpoint',
  intranet_endpoint: 'IntranetEndpoint',
  location: 'Location',
  owner: 'ID',
  redundancy_type: 'DataRedundancyType',
  resource_group_id: 'ResourceGroupId',
  storage_class: 'StorageClass',
};

/** What a bucket is made with. Its other settings are calls of their own, which nothing here makes. */
const carriedOut = ['bucket', 'acl', 'storage_class', 'redundancy_type', 'resource_group_id'];

const create = async (values: Arguments, api: Api): Promise<string> => {
  const entries = entriesOf('resource', type);
  const other = Object.keys(values).find(
    (name) => !carriedOut.includes(name) && (values[name] ?? null) !== (entries[name]?.default ?? null),
  );
  if (other !== undefined)
    throw new InvalidArgumentsError(`the driver sdk does not set ${other} of a bucket`);
  const bucket = textOf(values, 'bucket') ?? '';
  const acl = textOf(values, 'acl');
  const group = textOf(values, 'resource_group_id');
  await api.oss({
    method: 'PUT',
    bucket,
    headers: {
      ...(acl !== undefined && { 'x-oss-acl': acl }),
      ...(group !== undefined && { 'x-oss-resource-group-id': group }),
    },
    body: [
      '<CreateBucketConfiguration>',
      `<StorageClass>${textOf(values, 'storage_class') ?? 'Standard'}</StorageClass>`,
      `<DataRedundancyType>${textOf(values, 'redundancy_type') ?? 'LRS'}</DataRedundancyType>`,
      '</CreateBucketConfiguration>',
    ].join(''),
  });
  return bucket;
};

const read = async (id: string, api: Api): Promise<Attributes | null> => {
  const answer = await nullIfNotFound(api.oss({ method: 'GET', bucket: id, subResource: 'bucketInfo' }));
  if (answer === null) return null;
  const found = Object.entries(elements).map(([name, element]): [string, unknown] => [
    name,
    valuesOf(answer.body, element)[0],
  ]);
  return attributes({ ...Object.fromEntries(found), id, bucket: id });
};

export const ossBucket = (): ResourceBinding => {
  const entries = entriesOf('resource', type);
  return {
    type,
    kind: 'resource',
    arguments: argumentFacts(entries, (name) => name !== 'bucket' && !(name in elements)),
    rules: argumentRules(entries),
    create,
    read,
    update: (_, changes) =>
      Promise.reject(
        new InvalidArgumentsError(
          `the driver sdk does not change a bucket: ${Object.keys(changes).join(', ')}`,
        ),
      ),
    delete: (id, api) => deleteCall(api.oss({ method: 'DELETE', bucket: id })),
  };
};
