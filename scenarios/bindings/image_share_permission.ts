/**
 * alicloud_image_share_permission (provider v1.240.0, resource_alicloud_image_share_permission.go).
 */
import type { Api, Arguments, Attributes, ResourceBinding } from './binding.ts';
import { InvalidIdError } from './binding.ts';
import { textOf } from './argument-values.ts';
import { nullIfNotFound } from './api-error.ts';

const type = 'alicloud_image_share_permission';

/** "<image_id>:<account_id>"; exactly two parts. */
const partsOf = (id: string): { imageId: string; account: string } => {
  const [imageId, account, ...rest] = id.split(':');
  if (imageId === undefined || account === undefined || rest.length > 0) {
    throw new InvalidIdError(type, id, '<image_id>:<account_id>');
  }
  return { imageId, account };
};

const create = async (values: Arguments, api: Api): Promise<string> => {
  const imageId = textOf(values, 'image_id') ?? '';
  const account = textOf(values, 'account_id') ?? '';
  await api.ecs('ModifyImageSharePermission', { regionId: api.regionId, imageId, addAccount: [account] });
  return `${imageId}:${account}`;
};

/**
 * The provider's read asks only whether the image is shared with anybody. A contract check must see whether
 * it is shared with this account, so the binding looks for it on every page of the answer (design.md,
 * section 5: the provider's gap is to be shown by the terraform driver).
 */
const read = async (id: string, api: Api): Promise<Attributes | null> => {
  const { imageId, account } = partsOf(id);
  const pageSize = 100;
  for (let pageNumber = 1; ; pageNumber++) {
    const request = { regionId: api.regionId, imageId, pageNumber, pageSize };
    const answer = await nullIfNotFound(api.ecs('DescribeImageSharePermission', request));
    const accounts = answer?.accounts?.account ?? [];
    if (answer !== null && accounts.some(({ aliyunId }) => aliyunId === account)) {
      return { id, image_id: answer.imageId ?? imageId, account_id: account };
    }
    if (accounts.length === 0 || pageNumber * pageSize >= (answer?.totalCount ?? 0)) return null;
  }
};

/** The provider's delete has no answer to an image that is gone: the error is the user's to see. */
const remove = async (id: string, api: Api): Promise<void> => {
  const { imageId, account } = partsOf(id);
  await api.ecs('ModifyImageSharePermission', { regionId: api.regionId, imageId, removeAccount: [account] });
};

export const imageSharePermission: ResourceBinding = {
  type,
  kind: 'resource',
  arguments: {
    image_id: { type: 'string', required: true, forceNew: true },
    account_id: { type: 'string', required: true, forceNew: true },
  },
  create,
  read,
  update: () => Promise.resolve(),
  delete: remove,
};
