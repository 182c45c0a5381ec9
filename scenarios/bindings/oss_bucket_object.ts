/** alicloud_oss_bucket_object (provider v1.240.0, resource_alicloud_oss_bucket_object.go): the id is the key alone. */
import { deleteCall, nullIfNotFound } from './api-error.ts';
import { textOf } from './argument-values.ts';
import { attributes } from './attributes.ts';
import type { Api, Arguments, Attributes, OssCall, ResourceBinding } from './binding.ts';
import { InvalidArgumentsError, InvalidIdError } from './binding.ts';
import { argumentFacts, argumentRules, entriesOf } from './derived/facts.ts';

const type = 'alicloud_oss_bucket_object';

/** Argument or attribute → header, of the request and of the answer. */
const headers: Readonly<Record<string, string>> = {
  cache_control: 'cache-control',
  content_disposition: 'content-disposition',
  content_encoding: 'content-encoding',
  content_md5: 'content-md5',
  content_type: 'content-type',
  expires: 'expires',
};

/** Headers of the request alone. */
const sent: Readonly<Record<string, string>> = {
  ...headers,
  acl: 'x-oss-object-acl',
  kms_key_id: 'x-oss-server-side-encryption-key-id',
  server_side_encryption: 'x-oss-server-side-encryption',
};

const put = async (values: Arguments, api: Api): Promise<string> => {
  const body = textOf(values, 'content');
  if (body === undefined)
    throw new InvalidArgumentsError('the driver sdk takes no source: it reads no files');
  const key = textOf(values, 'key') ?? '';
  const own = Object.entries(sent).flatMap(([name, header]): [string, string][] => {
    const value = textOf(values, name);
    return value === undefined ? [] : [[header, value]];
  });
  const place = { bucket: textOf(values, 'bucket') ?? '', key };
  await api.oss({ method: 'PUT', ...place, headers: Object.fromEntries(own), body });
  return key;
};

const read = async (id: string, api: Api, known: Arguments): Promise<Attributes | null> => {
  const bucket = textOf(known, 'bucket');
  // As with the provider, which cannot import an object either.
  if (bucket === undefined) throw new InvalidIdError(type, id, 'a bucket beside it');
  const call: OssCall = { method: 'HEAD', bucket, key: id };
  const answer = await nullIfNotFound(api.oss(call));
  if (answer === null) return null;
  const found = Object.entries(headers).map(([name, header]): [string, unknown] => [
    name,
    answer.headers[header],
  ]);
  return attributes({
    ...Object.fromEntries(found),
    id,
    bucket,
    key: id,
    content_length: answer.headers['content-length'] ?? '',
    etag: (answer.headers['etag'] ?? '').replaceAll('"', ''),
  });
};

export const ossBucketObject = (): ResourceBinding => {
  const entries = entriesOf('resource', type);
  return {
    type,
    kind: 'resource',
    arguments: argumentFacts(entries, (name) => !(name in headers) && name !== 'bucket' && name !== 'key'),
    rules: argumentRules(entries),
    create: put,
    read,
    update: async (_, __, api, values) => {
      await put(values, api);
    },
    delete: (id, api, values) =>
      deleteCall(api.oss({ method: 'DELETE', bucket: textOf(values, 'bucket') ?? '', key: id })),
  };
};
