/** What an owner does with an image, and what another account sees of it. */
import { flagOf } from '../bindings/argument-values.ts';
import { nullIfNotFound } from '../bindings/api-error.ts';
import type { Act } from './act.ts';
import { parameter } from './parameter.ts';

/** AddAccount, as the owner. */
export const shareTheImage: Act = {
  name: 'share the image',
  parameters: ['image', 'account'],
  perform: async ({ api, with: given }) => {
    await api.ecs('ModifyImageSharePermission', {
      regionId: api.regionId,
      imageId: parameter(given, 'image'),
      addAccount: [parameter(given, 'account')],
    });
    return null;
  },
};

/** RemoveAccount, as the owner. */
export const releaseTheShare: Act = {
  name: 'release the share',
  parameters: ['image', 'account'],
  perform: async ({ api, with: given }) => {
    await api.ecs('ModifyImageSharePermission', {
      regionId: api.regionId,
      imageId: parameter(given, 'image'),
      removeAccount: [parameter(given, 'account')],
    });
    return null;
  },
};

/** DeleteImage. With `force` (the default) even while it is shared or used. */
export const deleteTheImage: Act = {
  name: 'delete the image',
  parameters: ['image'],
  optional: ['force'],
  perform: async ({ api, with: given }) => {
    const imageId = parameter(given, 'image');
    await api.ecs('DeleteImage', { regionId: api.regionId, imageId, force: flagOf(given, 'force') ?? true });
    return null;
  },
};

/** DescribeImages by id, in whatever status. @returns whether the acting account sees the image */
export const findTheImage: Act = {
  name: 'find the image',
  parameters: ['image'],
  perform: async ({ api, with: given }) => {
    const answer = await nullIfNotFound(
      api.ecs('DescribeImages', {
        regionId: api.regionId,
        imageId: parameter(given, 'image'),
        status: 'Creating,Waiting,Available,UnAvailable,CreateFailed,Deprecated',
      }),
    );
    return (answer?.images?.image ?? []).length > 0;
  },
};
