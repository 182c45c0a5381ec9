import { imageRules } from '../../../emulator/rules/images.ts';
import type { Account } from '../api-client.ts';
import { expect, test } from './fixtures.ts';
import {
  imageIds,
  launch,
  launchStopped,
  makeImage,
  share,
  sharedWith,
  stop,
  systemDiskOf,
  ubuntu,
  unshare,
  withoutRules,
} from './image-steps.ts';

type ImageRule = keyof typeof imageRules;

interface Cast {
  readonly owner: Account;
  readonly other: Account;
}

const strangers = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => String(2_000_000_000_000_000 + at));

const isRefused = (attempt: Promise<unknown>, code: string): Promise<void> =>
  expect(attempt).rejects.toMatchObject({ code });

/** A stopped instance of the other account, made from a shared image. */
const sharedStory = async ({ owner, other }: Cast) => {
  const imageId = await makeImage(owner);
  await share(owner, imageId, other);
  const instanceId = await launchStopped(other, imageId);
  return { imageId, instanceId, diskId: await systemDiskOf(other, instanceId) };
};

const createDisk = async (account: Account, size = 40, zone = 'h'): Promise<string> =>
  (await account.call('CreateDisk', { ZoneId: `cn-hangzhou-${zone}`, Size: size })).text('DiskId');

const encryptedImage = async (account: Account): Promise<string> => {
  const instanceId = await launch(account, ubuntu, { SystemDisk: { Encrypted: 'true' } });
  return (await account.call('CreateImage', { InstanceId: instanceId })).text('ImageId');
};

/** Seen only while changes take their time: see below. */
type PacedRule = 'create-image.instance-status';

/** What each rule does, in the shortest way to see it. */
const proofs: Readonly<Record<Exclude<ImageRule, PacedRule>, (cast: Cast) => Promise<void>>> = {
  'image-share.own-images-only': async ({ owner, other }) =>
    isRefused(
      owner.call('ModifyImageSharePermission', { ImageId: await makeImage(other), AddAccount: strangers(1) }),
      'InvalidImageId.NotFound',
    ),
  'image-share.ten-per-call': async ({ owner }) => {
    const imageId = await makeImage(owner);
    await owner.call('ModifyImageSharePermission', { ImageId: imageId, AddAccount: strangers(11) });
    expect(await sharedWith(owner, imageId)).toHaveLength(10);
  },
  'image-share.limit': async ({ owner }) => {
    const imageId = await makeImage(owner);
    const accounts = strangers(51);
    for (let at = 0; at < 50; at += 10) {
      await owner.call('ModifyImageSharePermission', {
        ImageId: imageId,
        AddAccount: accounts.slice(at, at + 10),
      });
    }
    await isRefused(
      owner.call('ModifyImageSharePermission', { ImageId: imageId, AddAccount: accounts.slice(50) }),
      'QuotaExceed.ShareImageUser',
    );
  },
  'image-share.own-account': async ({ owner }) =>
    isRefused(share(owner, await makeImage(owner), owner), 'InvalidAccount.Forbbiden'),
  'image-share.encrypted': async ({ owner, other }) =>
    isRefused(share(owner, await encryptedImage(owner), other), 'OperationDeined.EncryptedSnapshot'),
  'image-share.deprecated': async ({ owner, other }) => {
    const imageId = await makeImage(owner);
    await owner.call('ModifyImageAttribute', { ImageId: imageId, Status: 'Deprecated' });
    await isRefused(share(owner, imageId, other), 'OperationDenied.InvalidImageStatus');
  },
  'image-share.visibility': async ({ owner, other }) => {
    const imageId = await makeImage(owner);
    await share(owner, imageId, other);
    expect(await imageIds(other, { ImageOwnerAlias: 'others' })).toEqual([imageId]);
  },
  'image-share.remove': async ({ owner, other }) => {
    const imageId = await makeImage(owner);
    await share(owner, imageId, other);
    await unshare(owner, imageId, other);
    expect(await sharedWith(owner, imageId)).toEqual([]);
  },
  'image-unshare.blocks-reinit': async (cast) => {
    const { imageId, diskId } = await sharedStory(cast);
    await unshare(cast.owner, imageId, cast.other);
    await isRefused(cast.other.call('ReInitDisk', { DiskId: diskId }), 'InvalidImageId.NotFound');
  },
  'image-unshare.blocks-new-instances': async (cast) => {
    const { imageId } = await sharedStory(cast);
    await unshare(cast.owner, imageId, cast.other);
    await isRefused(launch(cast.other, imageId), 'InvalidImageId.NotFound');
  },
  'image-delete.blocks-reinit': async (cast) => {
    const { imageId, diskId } = await sharedStory(cast);
    await cast.owner.call('DeleteImage', { ImageId: imageId, Force: true });
    await isRefused(cast.other.call('ReInitDisk', { DiskId: diskId }), 'InvalidDiskId.OperationNotSupported');
  },
  'image-delete.refused-while-shared': async ({ owner, other }) => {
    const imageId = await makeImage(owner);
    await share(owner, imageId, other);
    await isRefused(owner.call('DeleteImage', { ImageId: imageId }), 'ImageUseShared');
  },
  'image-delete.refused-while-used': async ({ owner }) => {
    const imageId = await makeImage(owner);
    await launch(owner, imageId);
    await isRefused(owner.call('DeleteImage', { ImageId: imageId }), 'ImageUsingByInstance');
  },
  'image-delete.refused-while-public': async ({ owner }) => {
    const imageId = await makeImage(owner);
    await owner.call('ModifyImageSharePermission', { ImageId: imageId, IsPublic: true });
    await isRefused(owner.call('DeleteImage', { ImageId: imageId }), 'ImageIsPublic');
  },
  'image-delete.removes': async ({ owner }) => {
    const imageId = await makeImage(owner);
    await owner.call('DeleteImage', { ImageId: imageId });
    expect(await imageIds(owner, { ImageId: imageId })).toEqual([]);
  },
  'image.name-unique': async ({ owner }) => {
    await makeImage(owner, { ImageName: 'the-name' });
    await isRefused(makeImage(owner, { ImageName: 'the-name' }), 'InvalidImageName.Duplicated');
  },
  'image.quota': async ({ owner }) => {
    const diskId = await systemDiskOf(owner, await launch(owner));
    const snapshotId = (await owner.call('CreateSnapshot', { DiskId: diskId })).text('SnapshotId');
    const create = () => owner.call('CreateImage', { SnapshotId: snapshotId });
    for (let count = 0; count < 100; count++) await create();
    await isRefused(create(), 'QuotaExceed.Image');
  },
  'create-image.system-snapshot': async ({ owner }) => {
    const instanceId = await launch(owner, ubuntu, { DataDisk: [{ Size: 40 }] });
    const disks = await owner.call('DescribeDisks', { InstanceId: instanceId, DiskType: 'data' });
    const snapshot = await owner.call('CreateSnapshot', { DiskId: disks.text('Disks.Disk.0.DiskId') });
    await isRefused(
      owner.call('CreateImage', { SnapshotId: snapshot.text('SnapshotId') }),
      'OperationDenied',
    );
  },
  'copy-image.shared-same-region': async ({ owner, other }) => {
    const imageId = await makeImage(owner);
    await share(owner, imageId, other);
    await isRefused(
      other.call('CopyImage', { ImageId: imageId, DestinationRegionId: 'cn-beijing' }),
      'OperationDenied.SameRegionOnly',
    );
  },
  'describe-images.owner-filter': async ({ owner }) => {
    const imageId = await makeImage(owner);
    expect(await imageIds(owner, { ImageOwnerAlias: 'self' })).toEqual([imageId]);
  },
  'describe-images.name-filter': async ({ owner }) =>
    expect(await imageIds(owner, { ImageName: ubuntu })).toEqual([ubuntu]),
  'describe-images.status-default': async ({ owner }) => {
    const imageId = await makeImage(owner);
    await owner.call('ModifyImageAttribute', { ImageId: imageId, Status: 'Deprecated' });
    expect(await imageIds(owner, { ImageOwnerAlias: 'self' })).toEqual([]);
  },
  'replace-system-disk.image-visible': async ({ owner, other }) => {
    const imageId = await makeImage(owner);
    const instanceId = await launchStopped(other);
    await isRefused(
      other.call('ReplaceSystemDisk', { InstanceId: instanceId, ImageId: imageId }),
      'InvalidImageId.NotFound',
    );
  },
  'replace-system-disk.stopped-only': async ({ owner }) =>
    isRefused(
      owner.call('ReplaceSystemDisk', { InstanceId: await launch(owner), ImageId: ubuntu }),
      'IncorrectInstanceStatus',
    ),
  're-init.stopped-only': async ({ owner }) =>
    isRefused(
      owner.call('ReInitDisk', { DiskId: await systemDiskOf(owner, await launch(owner)) }),
      'IncorrectInstanceStatus',
    ),
  're-init.in-use-only': async ({ owner }) =>
    isRefused(owner.call('ReInitDisk', { DiskId: await createDisk(owner) }), 'IncorrectDiskStatus'),
  'reset-disk.stopped-only': async ({ owner }) => {
    const diskId = await systemDiskOf(owner, await launch(owner));
    const snapshotId = (await owner.call('CreateSnapshot', { DiskId: diskId })).text('SnapshotId');
    await isRefused(
      owner.call('ResetDisk', { DiskId: diskId, SnapshotId: snapshotId }),
      'IncorrectInstanceStatus',
    );
  },
  'snapshot.quota': async ({ owner }) => {
    const diskId = await systemDiskOf(owner, await launch(owner));
    for (let count = 0; count < 256; count++) await owner.call('CreateSnapshot', { DiskId: diskId });
    await isRefused(owner.call('CreateSnapshot', { DiskId: diskId }), 'QuotaExceed.Snapshot');
  },
  'snapshot-delete.refused-while-used': async ({ owner }) => {
    const diskId = await systemDiskOf(owner, await launch(owner));
    const snapshotId = (await owner.call('CreateSnapshot', { DiskId: diskId })).text('SnapshotId');
    await owner.call('CreateImage', { SnapshotId: snapshotId });
    await isRefused(owner.call('DeleteSnapshot', { SnapshotId: snapshotId }), 'SnapshotCreatedImage');
  },
  'disk.size-range': async ({ owner }) => isRefused(createDisk(owner, 2001), 'InvalidSize.ValueNotSupported'),
  'disk.attach-same-zone': async ({ owner }) =>
    isRefused(
      owner.call('AttachDisk', { DiskId: await createDisk(owner, 40, 'i'), InstanceId: await launch(owner) }),
      'ResourcesNotInSameZone',
    ),
  'disk.attach-available-only': async ({ owner }) => {
    const diskId = await createDisk(owner);
    const attach = async () => owner.call('AttachDisk', { DiskId: diskId, InstanceId: await launch(owner) });
    await attach();
    await isRefused(attach(), 'InvalidDisk.InUse');
  },
  'disk.attach-limit': async ({ owner }) => {
    const disks = Array.from({ length: 17 }, () => ({ Size: 20 }));
    await isRefused(launch(owner, ubuntu, { DataDisk: disks }), 'InstanceDiskNumber.LimitExceed');
  },
  'disk.delete-detached-only': async ({ owner }) =>
    isRefused(
      owner.call('DeleteDisk', { DiskId: await systemDiskOf(owner, await launch(owner)) }),
      'DiskStillAttached',
    ),
  'disk.grows-only': async ({ owner }) =>
    isRefused(
      owner.call('ResizeDisk', { DiskId: await createDisk(owner), NewSize: 20 }),
      'InvalidDiskSize.TooSmall',
    ),
  'image.id-form': async ({ owner }) => expect(await makeImage(owner)).toMatch(/^m-[a-z0-9]+$/),
  'run-instances.image-visible': async ({ owner, other }) =>
    isRefused(launch(other, await makeImage(owner)), 'InvalidImageId.NotFound'),
  'tags.per-resource': async ({ owner }) => {
    const [resourceId, tags] = [
      await createDisk(owner),
      Array.from({ length: 20 }, (_, at) => ({ Key: `k${at}` })),
    ];
    const named = { ResourceType: 'disk', ResourceId: [resourceId] };
    await owner.call('TagResources', { ...named, Tag: tags });
    await isRefused(owner.call('TagResources', { ...named, Tag: [{ Key: 'x' }] }), 'QuotaExceed.Tags');
  },
  'tags.own-resources': async ({ owner, other }) =>
    isRefused(
      other.call('TagResources', {
        ResourceType: 'disk',
        ResourceId: [await createDisk(owner)],
        Tag: [{ Key: 'a' }],
      }),
      'InvalidResourceId.NotFound',
    ),
};

const isProven = (id: string): id is keyof typeof proofs => id in proofs;

for (const rule of Object.keys(imageRules).filter(isProven)) {
  test(`${rule} is in force`, async ({ owner, other }) => proofs[rule]({ owner, other }));

  withoutRules(rule)(`${rule} is missed where it is switched off`, async ({ owner, other }) => {
    await expect(proofs[rule]({ owner, other })).rejects.toThrow();
  });
}

for (const off of [false, true]) {
  const slow = test.extend({
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture uses
    settings: async ({}, use) =>
      use({ pace: 'real', withoutRules: off ? ['create-image.instance-status'] : [] }),
  });
  slow(`create-image.instance-status, ${off ? 'switched off' : 'in force'}`, async ({ owner, clock }) => {
    const instanceId = await launch(owner, ubuntu, {}, clock);
    await stop(owner, instanceId);
    const attempt = owner.call('CreateImage', { InstanceId: instanceId });
    if (off) expect((await attempt).text('ImageId')).toMatch(/^m-/);
    else await isRefused(attempt, 'IncorrectInstanceStatus');
  });
}
