import type { Context, EcsOperation } from '../context.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { Image, ImageShare } from '../state/rows/image.ts';
import { fault } from '../wire/fault.ts';
import { page } from './paging.ts';
import { publicImage } from './public-image-rows.ts';

/** Entries of AddAccount and of RemoveAccount that a call takes; those behind are ignored. */
const accountsPerCall = 10;

/** Shares an own image with other accounts, takes the permission away, or (un)publishes the image. */
export const modifyImageSharePermission: EcsOperation<'ModifyImageSharePermission'> = (request, context) => {
  const added = accountsOf(request.addAccount, context);
  const removed = accountsOf(request.removeAccount, context);
  const namesAccounts = added.length + removed.length > 0;
  checkLaunchPermission(request.launchPermission, namesAccounts);
  const image = imageToShare(context, request.imageId);
  if (image === undefined) return {};
  if (request.isPublic === true && namesAccounts) throw fault('InvalidParameter.IsPublic');
  if (request.isPublic !== undefined && !namesAccounts) {
    publish(image, request.isPublic, context);
    return {};
  }
  checkAccounts(added, removed, context);
  if (added.length > 0) checkShareable(image, context);
  changeShares(image, added, removed, context);
  return {};
};

/** The accounts that an own image is shared with, in the order of sharing. */
export const describeImageSharePermission: EcsOperation<'DescribeImageSharePermission'> = (
  request,
  context,
) => {
  const image = context.tables.images.getOwn(request.imageId, context);
  if (image === undefined) throw fault('InvalidImageId.NotFound', { ImageId: request.imageId });
  const { items, info } = page(image.shares, request, context);
  return {
    ...info,
    imageId: image.id,
    regionId: context.regionId,
    accounts: {
      account: items.map(({ accountId, sharedAt }) => ({
        aliyunId: accountId,
        sharedTime: toIsoSeconds(sharedAt),
      })),
    },
    shareGroups: { shareGroup: image.isPublic ? [{ group: 'all' }] : [] },
  };
};

/** The first ten of a list, each account once. */
const accountsOf = (accounts: readonly string[] | undefined, context: Context): string[] => {
  const named = (accounts ?? []).filter((account) => account !== '');
  return [...new Set(context.enforces('image-share.ten-per-call') ? named.slice(0, accountsPerCall) : named)];
};

const checkLaunchPermission = (launchPermission = '', namesAccounts: boolean): void => {
  if (launchPermission === '') return;
  if (namesAccounts) throw fault('UnnecessaryParameter.LaunchPermission');
  if (launchPermission !== 'hide')
    throw fault('InvalidParameter.LaunchPermission', { Value: launchPermission });
};

/**
 * The caller's own image. With the rule of ownership off, any image that there is will do.
 * @returns undefined for a public image while the rule is off: there is nothing to keep the shares in
 * @throws Fault InvalidImageId.NotFound
 */
const imageToShare = (context: Context, imageId: string): Image | undefined => {
  const { images } = context.tables;
  const own = images.getOwn(imageId, context);
  if (own !== undefined) return own;
  if (!context.enforces('image-share.own-images-only')) {
    const foreign = images.get(imageId);
    if (foreign !== undefined || publicImage(context.regionId, imageId) !== undefined) return foreign;
  }
  throw fault('InvalidImageId.NotFound', { ImageId: imageId });
};

/** Account ids are digits; how many depends on the account's age (16 today). */
const accountPattern = /^\d{5,19}$/;

const checkAccounts = (added: readonly string[], removed: readonly string[], context: Context): void => {
  for (const accountId of [...added, ...removed]) {
    if (!accountPattern.test(accountId)) throw fault('InvalidAccount.NotFound', { AccountId: accountId });
  }
  if (context.enforces('image-share.own-account') && added.includes(context.accountId)) {
    throw fault('InvalidAccount.Forbbiden', { AccountId: context.accountId });
  }
};

const checkShareable = (image: Image, context: Context): void => {
  if (image.isPublic) throw fault('Image.Public', { ImageId: image.id });
  if (context.enforces('image-share.deprecated') && image.status === 'Deprecated') {
    throw fault('OperationDenied.InvalidImageStatus', { ImageId: image.id });
  }
  checkNotEncrypted(image, context);
};

const checkNotEncrypted = (image: Image, context: Context): void => {
  if (context.enforces('image-share.encrypted') && image.diskMappings.some(({ encrypted }) => encrypted)) {
    throw fault('OperationDeined.EncryptedSnapshot', { ImageId: image.id });
  }
};

/**
 * Removes first, so that one call can put an account in another one's place. An account that has the
 * permission keeps it from when it got it; one that has none loses nothing.
 * @throws Fault QuotaExceed.ShareImageUser; nothing is shared then
 */
const changeShares = (
  image: Image,
  added: readonly string[],
  removed: readonly string[],
  context: Context,
): void => {
  const goes = new Set(context.enforces('image-share.remove') ? removed : []);
  const kept = image.shares.filter(({ accountId }) => !goes.has(accountId));
  const known = new Set(kept.map(({ accountId }) => accountId));
  const joined: ImageShare[] = added
    .filter((accountId) => !known.has(accountId))
    .map((accountId) => ({ accountId, sharedAt: context.now }));
  const limit = context.quotaOf(image.accountId, 'imageShareAccounts');
  if (context.enforces('image-share.limit') && joined.length > 0 && kept.length + joined.length > limit) {
    throw fault('QuotaExceed.ShareImageUser', { Limit: limit });
  }
  const shares = [...kept, ...joined];
  context.tables.images.update(image.id, { shares, formerShares: formerSharesOf(image, shares) });
};

/** How many are remembered; the oldest are forgotten first. */
const maxFormerShares = 1000;

/** Everyone who once had the permission and has it no longer. */
const formerSharesOf = (image: Image, shares: readonly ImageShare[]): string[] => {
  const now = new Set(shares.map(({ accountId }) => accountId));
  const once = [...image.formerShares, ...image.shares.map(({ accountId }) => accountId)];
  return [...new Set(once)].filter((accountId) => !now.has(accountId)).slice(-maxFormerShares);
};

/**
 * Community images are published whole, and never encrypted; accounts that the image is shared with keep
 * it when it is unpublished.
 */
const publish = (image: Image, isPublic: boolean, context: Context): void => {
  if (isPublic === image.isPublic) {
    throw fault(isPublic ? 'Image.Public' : 'Image.NotPublic', { ImageId: image.id });
  }
  if (isPublic) checkNotEncrypted(image, context);
  context.tables.images.update(image.id, { isPublic });
};
