import { pick } from './command.ts';
import { anyImage, notOwn, withInstance } from './choice.ts';
import type { Act } from './choice.ts';

/**
 * ReInitDisk.md: the disk's instance Stopped. With its image deleted the disk cannot be initialised; with the
 * image no longer visible to the account it is not found.
 */
export const reInitDisk = withInstance((instance, { actor }, model) => {
  const isGone = model.deleted.has(instance.imageId);
  return {
    actor,
    action: 'ReInitDisk',
    parameters: { DiskId: instance.systemDiskId },
    expected: notOwn(instance, actor)
      ? 'InvalidDiskId.NotFound'
      : instance.status !== 'Stopped'
        ? 'IncorrectInstanceStatus'
        : isGone
          ? 'InvalidDiskId.OperationNotSupported'
          : model.sees(actor, instance.imageId)
            ? 'ok'
            : 'InvalidImageId.NotFound',
  };
});

/** ReplaceSystemDisk.md: a Stopped instance, and an image that the account sees. The disk is a new one. */
export const replaceSystemDisk = withInstance((instance, { actor, second }, model) => {
  const imageId = anyImage(model, second);
  if (instance.status !== 'Stopped' || notOwn(instance, actor)) return undefined;
  return {
    actor,
    action: 'ReplaceSystemDisk',
    parameters: { InstanceId: instance.id, ImageId: imageId },
    expected: model.sees(actor, imageId) ? 'ok' : 'InvalidImageId.NotFound',
    apply: ({ answer }) => {
      model.forget(model.disks, instance.systemDiskId);
      const id = answer.text('DiskId');
      instance.systemDiskId = id;
      instance.imageId = imageId;
      model.disks.set(id, {
        id,
        owner: actor,
        type: 'system',
        instanceId: instance.id,
        goesWithInstance: true,
        used: true,
      });
    },
  };
});

export const createSnapshot: Act = ({ actor, first }, model) => {
  const disk = pick(model.disks.values(), first);
  if (disk === undefined) return undefined;
  return {
    actor,
    action: 'CreateSnapshot',
    parameters: { DiskId: disk.id },
    expected: notOwn(disk, actor)
      ? 'InvalidDiskId.NotFound'
      : disk.used
        ? 'ok'
        : 'IncorrectDiskStatus.NeverAttached',
    apply: ({ answer }) => {
      const id = answer.text('SnapshotId');
      model.snapshots.set(id, { id, owner: actor });
    },
  };
};

/** DeleteSnapshot.md: one that an image was made of stays while the image is there. */
export const deleteSnapshot: Act = ({ actor, first }, model) => {
  const snapshot = pick(model.snapshots.values(), first);
  if (snapshot === undefined) return undefined;
  return {
    actor,
    action: 'DeleteSnapshot',
    parameters: { SnapshotId: snapshot.id },
    expected: notOwn(snapshot, actor)
      ? 'InvalidSnapshotId.NotFound'
      : model.imageOfSnapshot(snapshot.id) !== undefined
        ? 'SnapshotCreatedImage'
        : 'ok',
    apply: () => model.forget(model.snapshots, snapshot.id),
  };
};

export const createDisk: Act = ({ actor }, model) => ({
  actor,
  action: 'CreateDisk',
  parameters: { ZoneId: 'cn-hangzhou-h', Size: '20', DiskCategory: 'cloud_essd' },
  expected: 'ok',
  apply: ({ answer }) => {
    const id = answer.text('DiskId');
    model.disks.set(id, {
      id,
      owner: actor,
      type: 'data',
      instanceId: null,
      goesWithInstance: false,
      used: false,
    });
  },
});

export const attachDisk: Act = ({ actor, first, second }, model) => {
  const disk = pick(
    [...model.disks.values()].filter(({ type }) => type === 'data'),
    second,
  );
  const instance = pick(model.instances.values(), first);
  if (disk === undefined || instance === undefined || notOwn(instance, actor)) return undefined;
  return {
    actor,
    action: 'AttachDisk',
    parameters: { DiskId: disk.id, InstanceId: instance.id },
    expected: notOwn(disk, actor)
      ? 'InvalidDiskId.NotFound'
      : disk.instanceId === null
        ? 'ok'
        : 'InvalidDisk.InUse',
    apply: () => {
      disk.instanceId = instance.id;
      disk.used = true;
    },
  };
};

export const detachDisk: Act = ({ actor, second }, model) => {
  const attached = [...model.disks.values()].filter(
    ({ type, instanceId }) => type === 'data' && instanceId !== null,
  );
  const disk = pick(attached, second);
  if (disk === undefined || disk.instanceId === null) return undefined;
  return {
    actor,
    action: 'DetachDisk',
    parameters: { DiskId: disk.id, InstanceId: disk.instanceId },
    expected: notOwn(disk, actor) ? 'InvalidDiskId.NotFound' : 'ok',
    apply: () => {
      disk.instanceId = null;
    },
  };
};

/** Deleting an unknown disk succeeds (design.md), another account's too: it is unknown to the caller. */
export const deleteDisk: Act = ({ actor, second }, model) => {
  const disk = pick(
    [...model.disks.values()].filter(({ type }) => type === 'data'),
    second,
  );
  if (disk === undefined) return undefined;
  return {
    actor,
    action: 'DeleteDisk',
    parameters: { DiskId: disk.id },
    expected: notOwn(disk, actor) || disk.instanceId === null ? 'ok' : 'DiskStillAttached',
    apply: () => {
      if (!notOwn(disk, actor)) model.forget(model.disks, disk.id);
    },
  };
};
