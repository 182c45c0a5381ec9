import { expect, test } from './fixtures.ts';
import type { Account, Parameters } from '../api-client.ts';
import { launch, paced, systemDiskOf, ubuntu } from './image-steps.ts';

const refused = (code: string, status: number) => ({ code, status });

const snapshotOf = async (account: Account, diskId: string, more: Parameters = {}): Promise<string> =>
  (await account.call('CreateSnapshot', { DiskId: diskId, ...more })).text('SnapshotId');

const ids = async (account: Account, parameters: Parameters = {}): Promise<string[]> =>
  (await account.call('DescribeSnapshots', parameters))
    .list('Snapshots.Snapshot')
    .map((snapshot) => snapshot.text('SnapshotId'));

/** An instance's system disk and data disk. */
const twoDisks = async (account: Account): Promise<{ system: string; data: string; instanceId: string }> => {
  const instanceId = await launch(account, ubuntu, { DataDisk: [{ Size: 50 }] });
  const disks = await account.call('DescribeDisks', { InstanceId: instanceId, DiskType: 'data' });
  return {
    instanceId,
    system: await systemDiskOf(account, instanceId),
    data: disks.text('Disks.Disk.0.DiskId'),
  };
};

test('a snapshot has what was asked for and what its disk is', async ({ owner }) => {
  const { system } = await twoDisks(owner);
  const snapshotId = await snapshotOf(owner, system, {
    SnapshotName: 'nightly',
    Description: 'by hand',
    RetentionDays: 30,
    ResourceGroupId: 'rg-1',
    Tag: [{ Key: 'a', Value: 'b' }],
  });
  expect(snapshotId).toMatch(/^s-bp1[a-z0-9]{17}$/);
  const answer = await owner.call('DescribeSnapshots', { SnapshotIds: JSON.stringify([snapshotId]) });
  expect(answer.body).toMatchObject({ TotalCount: 1, PageNumber: 1, PageSize: 10 });
  expect(answer.at('Snapshots.Snapshot.0')).toMatchObject({
    SnapshotName: 'nightly',
    Description: 'by hand',
    RetentionDays: 30,
    ResourceGroupId: 'rg-1',
    SnapshotType: 'user',
    Status: 'accomplished',
    Progress: '100%',
    Available: true,
    Usage: 'none',
    Encrypted: false,
    SourceDiskId: system,
    SourceDiskType: 'system',
    SourceDiskSize: '40',
    CreationTime: '2024-01-01T00:00:00Z',
    Tags: { Tag: [{ TagKey: 'a', TagValue: 'b' }] },
  });
});

test('refuses disks that are not there, were never attached, or are not one’s own', async ({
  owner,
  other,
}) => {
  const { system } = await twoDisks(owner);
  await expect(snapshotOf(owner, 'd-none')).rejects.toMatchObject(refused('InvalidDiskId.NotFound', 404));
  await expect(snapshotOf(other, system)).rejects.toMatchObject(refused('InvalidDiskId.NotFound', 404));
  const unused = (await owner.call('CreateDisk', { ZoneId: 'cn-hangzhou-h', Size: 40 })).text('DiskId');
  await expect(snapshotOf(owner, unused)).rejects.toMatchObject(
    refused('IncorrectDiskStatus.NeverAttached', 403),
  );
  const cases = [
    [{ SnapshotName: 'auto-1' }, 'InvalidSnapshotName.Malformed', 400],
    [{ Description: 'http://x' }, 'InvalidDescription.Malformed', 404],
    [{ Category: 'slow' }, 'InvalidSnapshotCategory.Malformed', 403],
    [{ RetentionDays: 0 }, 'InvalidParameter', 400],
  ] as const;
  for (const [parameters, code, status] of cases) {
    await expect(snapshotOf(owner, system, parameters)).rejects.toMatchObject(refused(code, status));
  }
});

test('a disk has a limit of manual snapshots', async ({ owner, emulator }) => {
  emulator.setQuota(await owner.id(), 'snapshotsPerDisk', 1);
  const { system, data } = await twoDisks(owner);
  await snapshotOf(owner, system);
  await expect(snapshotOf(owner, system)).rejects.toMatchObject(refused('QuotaExceed.Snapshot', 403));
  await snapshotOf(owner, data);
});

test('DeleteSnapshot minds images always and disks without Force', async ({ owner, other }) => {
  const { system, data } = await twoDisks(owner);
  const ofSystem = await snapshotOf(owner, system);
  const imageId = (await owner.call('CreateImage', { SnapshotId: ofSystem })).text('ImageId');
  for (const force of [false, true]) {
    await expect(owner.call('DeleteSnapshot', { SnapshotId: ofSystem, Force: force })).rejects.toMatchObject(
      refused('SnapshotCreatedImage', 403),
    );
  }
  await owner.call('DeleteImage', { ImageId: imageId });
  await expect(other.call('DeleteSnapshot', { SnapshotId: ofSystem })).rejects.toMatchObject(
    refused('InvalidSnapshotId.NotFound', 404),
  );
  await owner.call('DeleteSnapshot', { SnapshotId: ofSystem });
  await expect(owner.call('DeleteSnapshot', { SnapshotId: ofSystem })).rejects.toMatchObject(
    refused('InvalidSnapshotId.NotFound', 404),
  );

  const ofData = await snapshotOf(owner, data);
  const made = await owner.call('CreateDisk', { ZoneId: 'cn-hangzhou-h', SnapshotId: ofData });
  expect(await ids(owner, { Usage: 'disk' })).toEqual([ofData]);
  await expect(owner.call('DeleteSnapshot', { SnapshotId: ofData })).rejects.toMatchObject(
    refused('SnapshotCreatedDisk', 403),
  );
  await owner.call('DeleteSnapshot', { SnapshotId: ofData, Force: true });
  const disk = await owner.call('DescribeDisks', { DiskIds: JSON.stringify([made.text('DiskId')]) });
  expect(disk.at('Disks.Disk.0')).toMatchObject({ Size: 50, SourceSnapshotId: ofData, Status: 'Available' });
});

test('a data disk made of a snapshot cannot be initialised without it', async ({ owner }) => {
  const { data } = await twoDisks(owner);
  const snapshotId = await snapshotOf(owner, data);
  const instanceId = await launch(owner, ubuntu, { DataDisk: [{ SnapshotId: snapshotId }] });
  await owner.call('StopInstance', { InstanceId: instanceId });
  const [disk] = (await owner.call('DescribeDisks', { InstanceId: instanceId, DiskType: 'data' })).list(
    'Disks.Disk',
  );
  const reInit = () => owner.call('ReInitDisk', { DiskId: disk?.text('DiskId') ?? '' });
  await reInit();
  await owner.call('DeleteSnapshot', { SnapshotId: snapshotId, Force: true });
  await expect(reInit()).rejects.toMatchObject(refused('InvalidSourceSnapshot', 403));
});

test('a snapshot of a system disk makes no data disk, one of a data disk no image', async ({ owner }) => {
  const { system, data } = await twoDisks(owner);
  const ofSystem = await snapshotOf(owner, system);
  await expect(
    owner.call('CreateDisk', { ZoneId: 'cn-hangzhou-h', SnapshotId: ofSystem }),
  ).rejects.toMatchObject(refused('InvalidSnapshotId.NotDataDiskSnapshot', 403));
  await expect(
    owner.call('CreateImage', { SnapshotId: await snapshotOf(owner, data) }),
  ).rejects.toMatchObject({ code: 'OperationDenied' });
});

test('ModifySnapshotAttribute changes what is named', async ({ owner }) => {
  const { system } = await twoDisks(owner);
  const snapshotId = await snapshotOf(owner, system, { SnapshotName: 'before', InstantAccess: true });
  const modify = (parameters: Parameters) =>
    owner.call('ModifySnapshotAttribute', { SnapshotId: snapshotId, ...parameters });
  await modify({ Description: 'new', RetentionDays: 5, DisableInstantAccess: true });
  await modify({ SnapshotName: 'after' });
  const answer = await owner.call('DescribeSnapshots', { SnapshotName: 'after' });
  expect(answer.at('Snapshots.Snapshot.0')).toMatchObject({
    SnapshotId: snapshotId,
    Description: 'new',
    RetentionDays: 5,
    InstantAccess: false,
  });
  await expect(modify({})).rejects.toMatchObject(refused('NoAttributeToModify', 400));
  await expect(modify({ SnapshotName: '-' })).rejects.toMatchObject(
    refused('InvalidSnapshotName.Malformed', 400),
  );
  await expect(modify({ SnapshotId: 's-none', SnapshotName: 'name' })).rejects.toMatchObject(
    refused('InvalidSnapshotId.NotFound', 404),
  );
});

test('DescribeSnapshots finds by every parameter', async ({ owner, other, clock }) => {
  const { system, data, instanceId } = await twoDisks(owner);
  const first = await snapshotOf(owner, system, { SnapshotName: 'one', ResourceGroupId: 'rg-1' });
  clock.advance(3_600_000);
  const second = await snapshotOf(owner, data, { Category: 'flash', Tag: [{ Key: 'a', Value: 'b' }] });
  const onlyFirst: Parameters[] = [
    { SnapshotIds: JSON.stringify([first, 's-none']) },
    { DiskId: system },
    { SnapshotName: 'one' },
    { ResourceGroupId: 'rg-1' },
    { SourceDiskType: 'System' },
    { Category: 'standard' },
    { SnapshotLinkId: `sl-${system.slice(2)}` },
    { Filter: [{ Key: 'CreationEndTime', Value: '2024-01-01T00:30Z' }] },
  ];
  for (const parameters of onlyFirst) expect(await ids(owner, parameters)).toEqual([first]);
  const onlySecond: Parameters[] = [
    { SourceDiskType: 'data' },
    { Category: 'Flash' },
    { Tag: [{ Key: 'a' }] },
    { Filter: [{ Key: 'CreationStartTime', Value: '2024-01-01T00:30Z' }] },
  ];
  for (const parameters of onlySecond) expect(await ids(owner, parameters)).toEqual([second]);
  const both: Parameters[] = [
    {},
    { Status: 'all' },
    { Status: 'accomplished' },
    { SnapshotType: 'user' },
    { Usage: 'none' },
    { Encrypted: false },
    { InstanceId: instanceId },
  ];
  for (const parameters of both) expect(await ids(owner, parameters)).toEqual([second, first]);
  const none: Parameters[] = [
    { SnapshotType: 'auto' },
    { Status: 'failed' },
    { Usage: 'image' },
    { KMSKeyId: 'key' },
    { InstanceId: 'i-none' },
    { Encrypted: true },
  ];
  for (const parameters of none) expect(await ids(owner, parameters)).toEqual([]);
  expect(await ids(other)).toEqual([]);
  const wrong = [
    [{ Status: 'lost' }, 'InvalidStatus.NotFound', 404],
    [{ SnapshotType: 'odd' }, 'InvalidSnapshotType.NotFound', 404],
    [{ SourceDiskType: 'tape' }, 'InvalidSourceDiskType', 404],
    [{ Category: 'slow' }, 'InvalidSnapshotCategory.Malformed', 403],
    [{ Usage: 'odd' }, 'InvalidUsage', 404],
    [{ SnapshotIds: '[1]' }, 'InvalidSnapshotIds.Malformed', 403],
    [{ Filter: [{ Key: 'Colour' }] }, 'InvalidFilterKey.NotFound', 404],
  ] as const;
  for (const [parameters, code, status] of wrong) {
    await expect(owner.call('DescribeSnapshots', parameters)).rejects.toMatchObject(refused(code, status));
  }
});

test('DescribeSnapshots goes on with a token', async ({ owner }) => {
  const { system } = await twoDisks(owner);
  const made: string[] = [];
  for (let count = 0; count < 3; count++) made.unshift(await snapshotOf(owner, system));
  const first = await owner.call('DescribeSnapshots', { MaxResults: 2 });
  const rest = await ids(owner, { MaxResults: 2, NextToken: first.text('NextToken') });
  expect([
    ...first.list('Snapshots.Snapshot').map((snapshot) => snapshot.text('SnapshotId')),
    ...rest,
  ]).toEqual(made);
});

paced('one snapshot of a disk at a time, and no changes to the disk meanwhile', async ({ owner, clock }) => {
  const instanceId = await launch(owner, ubuntu, {}, clock);
  const diskId = await systemDiskOf(owner, instanceId);
  const snapshotId = await snapshotOf(owner, diskId);
  const [snapshot] = (await owner.call('DescribeSnapshots')).list('Snapshots.Snapshot');
  expect(snapshot?.body).toMatchObject({ Status: 'progressing', Progress: '0%', Available: false });
  await expect(snapshotOf(owner, diskId)).rejects.toMatchObject(
    refused('IncorrectDiskStatus.CreatingSnapshot', 403),
  );
  await expect(owner.call('CreateImage', { SnapshotId: snapshotId })).rejects.toMatchObject(
    refused('InvalidSnapshotId.NotReady', 403),
  );
  await expect(owner.call('ResizeDisk', { DiskId: diskId, NewSize: 60 })).rejects.toMatchObject(
    refused('DiskCreatingSnapshot', 403),
  );
  clock.advance(120_000);
  await owner.call('ResizeDisk', { DiskId: diskId, NewSize: 60 });
  // A snapshot in progress can be given up.
  await owner.call('DeleteSnapshot', { SnapshotId: await snapshotOf(owner, diskId) });
  expect(await ids(owner)).toEqual([snapshotId]);
});
