import { createEmulator } from '../../../emulator/index.ts';
import { Account, sendDirectly } from '../api-client.ts';
import type { Parameters } from '../api-client.ts';
import { expect, test } from './fixtures.ts';
import { launch, ubuntu } from './image-steps.ts';

const refused = (code: string, status: number) => ({ code, status });

const withData = { DataDisk: [{ Size: 50 }, { Size: 60 }] };

const groups = async (account: Account, more: Parameters = {}) =>
  (await account.call('DescribeSnapshotGroups', more)).list('SnapshotGroups.SnapshotGroup');

const diskIdsOf = async (account: Account, instanceId: string): Promise<string[]> =>
  (await account.call('DescribeDisks', { InstanceId: instanceId }))
    .list('Disks.Disk')
    .map((disk) => disk.text('DiskId'));

const create = async (account: Account, more: Parameters): Promise<string> =>
  (await account.call('CreateSnapshotGroup', more)).text('SnapshotGroupId');

test('has a snapshot of each disk of an instance', async ({ owner, other }) => {
  const instanceId = await launch(owner, ubuntu, withData);
  const id = await create(owner, {
    InstanceId: instanceId,
    Name: 'before-update',
    Description: 'by hand',
    ResourceGroupId: 'rg-1',
    Tag: [{ Key: 'a', Value: 'b' }],
  });
  expect(id).toMatch(/^ssg-bp1[a-z0-9]{17}$/);
  const [group] = await groups(owner, { SnapshotGroupId: [id] });
  expect(group?.body).toMatchObject({
    Name: 'before-update',
    Description: 'by hand',
    InstanceId: instanceId,
    Status: 'accomplished',
    ResourceGroupId: 'rg-1',
    Tags: { Tag: [{ Key: 'a', Value: 'b' }] },
  });
  const sources = group?.list('Snapshots.Snapshot').map((snapshot) => snapshot.text('SourceDiskId'));
  expect(sources?.sort()).toEqual((await diskIdsOf(owner, instanceId)).sort());
  expect(await groups(other)).toEqual([]);
});

test('has the disks that are named, or all but those that are excluded', async ({ owner }) => {
  const instanceId = await launch(owner, ubuntu, withData);
  const [first = '', second = '', third = ''] = await diskIdsOf(owner, instanceId);
  const sourcesOf = async (parameters: Parameters): Promise<string[] | undefined> => {
    const [group] = await groups(owner, { SnapshotGroupId: [await create(owner, parameters)] });
    return group
      ?.list('Snapshots.Snapshot')
      .map((snapshot) => snapshot.text('SourceDiskId'))
      .sort();
  };
  expect(await sourcesOf({ InstanceId: instanceId, ExcludeDiskId: [first] })).toEqual([second, third].sort());
  expect(await sourcesOf({ DiskId: [first, third] })).toEqual([first, third].sort());
  await expect(create(owner, {})).rejects.toMatchObject(refused('MissingParameter', 400));
  await expect(create(owner, { InstanceId: 'i-none' })).rejects.toMatchObject(
    refused('InvalidInstanceId.NotFound', 404),
  );
  await expect(create(owner, { DiskId: ['d-none'] })).rejects.toMatchObject(
    refused('InvalidDiskId.NotFound', 404),
  );
  const both = { InstanceId: instanceId, DiskId: [first], ExcludeDiskId: [second] };
  await expect(create(owner, both)).rejects.toMatchObject(refused('InvalidParameter.Conflict', 400));
  await expect(create(owner, { InstanceId: instanceId, Name: '1' })).rejects.toMatchObject(
    refused('InvalidParameter.Name', 400),
  );
});

test('is found, modified and tagged', async ({ owner }) => {
  const instanceId = await launch(owner);
  const first = await create(owner, { InstanceId: instanceId, Name: 'first' });
  await owner.call('ModifySnapshotGroup', {
    SnapshotGroupId: first,
    Name: 'renamed',
    Description: 'changed',
  });
  const second = await create(owner, { InstanceId: await launch(owner), Tag: [{ Key: 'k', Value: 'v' }] });
  const found = async (filter: Parameters): Promise<string[]> =>
    (await groups(owner, filter)).map((group) => group.text('SnapshotGroupId'));
  expect(await found({})).toEqual([second, first]);
  expect(await found({ Name: 'renamed' })).toEqual([first]);
  expect(await found({ InstanceId: instanceId })).toEqual([first]);
  expect(await found({ Tag: [{ Key: 'k', Value: 'v' }] })).toEqual([second]);
  expect(await found({ Status: ['failed'] })).toEqual([]);
  const firstPage = await owner.call('DescribeSnapshotGroups', { MaxResults: 1 });
  expect(await found({ MaxResults: 1, NextToken: firstPage.text('NextToken') })).toEqual([first]);
  await expect(groups(owner, { Status: ['lost'] })).rejects.toMatchObject(
    refused('InvalidStatus.ValueNotSupported', 403),
  );
  await expect(
    owner.call('ModifySnapshotGroup', { SnapshotGroupId: 'ssg-none', Name: 'aa' }),
  ).rejects.toMatchObject(refused('InvalidSnapshotGroupId.NotFound', 404));
});

test('goes with its snapshots, unless an image was made from one', async ({ owner }) => {
  const instanceId = await launch(owner, ubuntu, withData);
  const id = await create(owner, { InstanceId: instanceId });
  const [group] = await groups(owner);
  const system = group
    ?.list('Snapshots.Snapshot')
    .find((snapshot) => snapshot.text('SourceDiskType') === 'system');
  const image = await owner.call('CreateImage', { SnapshotId: system?.text('SnapshotId') ?? '' });
  const deleted = await owner.call('DeleteSnapshotGroup', { SnapshotGroupId: id });
  expect(
    deleted
      .list('OperationProgressSet.OperationProgress')
      .map((progress) => progress.text('OperationStatus'))
      .sort(),
  ).toEqual(['Failed', 'Success', 'Success']);
  expect(await groups(owner)).toHaveLength(1);
  await owner.call('DeleteImage', { ImageId: image.text('ImageId') });
  await owner.call('DeleteSnapshotGroup', { SnapshotGroupId: id });
  expect(await groups(owner)).toEqual([]);
  expect((await owner.call('DescribeSnapshots')).at('TotalCount')).toBe(0);
});

test('is progressing as long as one of its snapshots is', async ({ clock }) => {
  const emulator = createEmulator({ clock, pace: 'real' });
  const owner = new Account(sendDirectly(emulator), 'owner', 'cn-hangzhou');
  const instanceId = await launch(owner, ubuntu, withData, clock);
  await create(owner, { InstanceId: instanceId });
  expect((await groups(owner))[0]?.text('Status')).toBe('progressing');
  clock.advance(60_000);
  expect((await groups(owner))[0]?.text('Status')).toBe('accomplished');
});
