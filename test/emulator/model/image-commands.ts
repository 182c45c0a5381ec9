import { pick } from './command.ts';
import { notOwn, withInstance } from './choice.ts';
import type { Act } from './choice.ts';

/** CreateImage.md: from an own instance with all its disks, up to the account's limit of images. */
export const createImage = withInstance((instance, { actor }, model, world) => {
  const isFull = model.imagesOf(actor).length >= model.limits.images;
  // Which of two reasons is named first, no page says.
  if (isFull && notOwn(instance, actor)) return undefined;
  return {
    actor,
    action: 'CreateImage',
    parameters: { InstanceId: instance.id },
    expected: notOwn(instance, actor) ? 'InvalidInstanceId.NotFound' : isFull ? 'QuotaExceed.Image' : 'ok',
    apply: ({ answer }) => {
      const id = answer.text('ImageId');
      const [made] = world.list(actor, 'DescribeImages', { ImageId: id }, 'Images.Image');
      const mappings = made?.list('DiskDeviceMappings.DiskDeviceMapping') ?? [];
      const snapshotIds = mappings.map((mapping) => mapping.text('SnapshotId'));
      model.images.set(id, { id, owner: actor, snapshotIds, shares: new Set() });
      for (const snapshotId of snapshotIds) model.snapshots.set(snapshotId, { id: snapshotId, owner: actor });
    },
  };
});

/** ModifyImageSharePermission.md: own images, other accounts, up to the limit. */
export const share: Act = ({ actor, target, first }, model, world) => {
  const image = pick(model.images.values(), first);
  if (image === undefined) return undefined;
  const isFull = !image.shares.has(target) && image.shares.size >= model.limits.shares;
  return {
    actor,
    action: 'ModifyImageSharePermission',
    parameters: { ImageId: image.id, 'AddAccount.1': world.accountIds[target] },
    expected: notOwn(image, actor)
      ? 'InvalidImageId.NotFound'
      : target === actor
        ? 'InvalidAccount.Forbbiden'
        : isFull
          ? 'QuotaExceed.ShareImageUser'
          : 'ok',
    apply: () => image.shares.add(target),
  };
};

export const unshare: Act = ({ actor, target, first }, model, world) => {
  const image = pick(model.images.values(), first);
  if (image === undefined || target === actor) return undefined;
  return {
    actor,
    action: 'ModifyImageSharePermission',
    parameters: { ImageId: image.id, 'RemoveAccount.1': world.accountIds[target] },
    expected: notOwn(image, actor) ? 'InvalidImageId.NotFound' : 'ok',
    apply: () => image.shares.delete(target),
  };
};

/** DeleteImage.md: not while it is shared or an instance was made from it, unless Force says so. */
export const deleteImage: Act = ({ actor, first, force }, model) => {
  const image = pick(model.images.values(), first);
  if (image === undefined) return undefined;
  const isUsed = model.instancesOf(image.id).length > 0;
  const refusal = image.shares.size > 0 ? 'ImageUseShared' : isUsed ? 'ImageUsingByInstance' : 'ok';
  return {
    actor,
    action: 'DeleteImage',
    parameters: { ImageId: image.id, Force: String(force) },
    expected: notOwn(image, actor) ? 'InvalidImageId.NotFound' : force ? 'ok' : refusal,
    apply: () => model.forget(model.images, image.id),
  };
};
