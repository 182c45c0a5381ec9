import { expect, test } from './fixtures.ts';
import type { Account, Parameters } from '../api-client.ts';
import { launch, systemDiskOf } from './image-steps.ts';

const refused = (code: string, status: number) => ({ code, status });

/** These actions write their old parameters with a small first letter. */
const create = async (account: Account, more: Parameters = {}): Promise<string> =>
  (
    await account.call('CreateAutoSnapshotPolicy', {
      regionId: account.regionId,
      autoSnapshotPolicyName: 'nightly',
      timePoints: '["22","1"]',
      repeatWeekdays: '["1","7"]',
      retentionDays: 1,
      ...more,
    })
  ).text('AutoSnapshotPolicyId');

const list = async (account: Account, more: Parameters = {}) =>
  (await account.call('DescribeAutoSnapshotPolicyEx', more)).list('AutoSnapshotPolicies.AutoSnapshotPolicy');

const apply = (account: Account, policyId: string, diskIds: readonly string[]) =>
  account.call('ApplyAutoSnapshotPolicy', {
    regionId: account.regionId,
    autoSnapshotPolicyId: policyId,
    diskIds: JSON.stringify(diskIds),
  });

test('a policy has what was asked for', async ({ owner, other }) => {
  const id = await create(owner, {
    ResourceGroupId: 'rg-1',
    Tag: [{ Key: 'a', Value: 'b' }],
    EnableCrossRegionCopy: true,
    TargetCopyRegions: '["cn-beijing","cn-hangzhou"]',
    CopiedSnapshotsRetentionDays: 30,
  });
  expect(id).toMatch(/^sp-bp1[a-z0-9]{17}$/);
  const [policy] = await list(owner, { AutoSnapshotPolicyId: id });
  expect(policy?.body).toMatchObject({
    AutoSnapshotPolicyId: id,
    AutoSnapshotPolicyName: 'nightly',
    Status: 'Normal',
    TimePoints: '["22","1"]',
    RepeatWeekdays: '["1","7"]',
    RetentionDays: 1,
    DiskNums: 0,
    EnableCrossRegionCopy: true,
    TargetCopyRegions: '["cn-beijing","cn-hangzhou"]',
    CopiedSnapshotsRetentionDays: 30,
    ResourceGroupId: 'rg-1',
    CreationTime: '2024-01-01T00:00:00Z',
    Tags: { Tag: [{ TagKey: 'a', TagValue: 'b' }] },
  });
  expect(await list(other)).toEqual([]);
  expect(await list(owner.in('cn-beijing'))).toEqual([]);
});

test('refuses hours, weekdays, days and names that there are not', async ({ owner, emulator }) => {
  const cases: Parameters[] = [
    { timePoints: '["24"]' },
    { timePoints: '[]' },
    { timePoints: 'never' },
    { repeatWeekdays: '["0"]' },
    { repeatWeekdays: '["8"]' },
    { retentionDays: 0 },
    { retentionDays: 70000 },
    { autoSnapshotPolicyName: 'http://x' },
    { EnableCrossRegionCopy: true },
    { EnableCrossRegionCopy: true, TargetCopyRegions: '["cn-nowhere"]' },
  ];
  for (const parameters of cases) {
    await expect(create(owner, parameters)).rejects.toMatchObject(refused('ParameterInvalid', 403));
  }
  await expect(create(owner, { timePoints: '' })).rejects.toMatchObject(refused('MissingParameter', 400));
  emulator.setQuota(await owner.id(), 'snapshotPoliciesPerRegion', 1);
  await create(owner);
  await expect(create(owner)).rejects.toMatchObject(refused('AutoSnapshotPolicy.QuotaExceed', 403));
});

test('is modified, found, tagged and moved', async ({ owner }) => {
  const id = await create(owner);
  await create(owner, { autoSnapshotPolicyName: 'weekly', Tag: [{ Key: 'use', Value: 'db' }] });
  const change = { regionId: 'cn-hangzhou', autoSnapshotPolicyId: id };
  await owner.call('ModifyAutoSnapshotPolicyEx', {
    ...change,
    autoSnapshotPolicyName: 'hourly',
    timePoints: '["0","1","2"]',
    retentionDays: -1,
  });
  const [policy] = await list(owner, { AutoSnapshotPolicyName: 'hourly' });
  expect(policy?.body).toMatchObject({
    AutoSnapshotPolicyId: id,
    TimePoints: '["0","1","2"]',
    RepeatWeekdays: '["1","7"]',
    RetentionDays: -1,
  });
  await expect(
    owner.call('ModifyAutoSnapshotPolicyEx', { ...change, repeatWeekdays: '["9"]' }),
  ).rejects.toMatchObject(refused('ParameterInvalid', 403));
  await expect(
    owner.call('ModifyAutoSnapshotPolicyEx', { ...change, autoSnapshotPolicyId: 'sp-none' }),
  ).rejects.toMatchObject(refused('ParameterInvalid', 404));
  const named = async (filter: Parameters): Promise<string[]> =>
    (await list(owner, filter)).map((found) => found.text('AutoSnapshotPolicyName'));
  expect(await named({ Tag: [{ Key: 'use', Value: 'db' }] })).toEqual(['weekly']);
  const resource = { ResourceType: 'snapshotpolicy', ResourceId: id };
  await owner.call('JoinResourceGroup', { ...resource, ResourceGroupId: 'rg-2' });
  expect(await named({ ResourceGroupId: 'rg-2' })).toEqual(['hourly']);
  await owner.call('UntagResources', { ...resource, ResourceId: [id], All: true });
});

test('is applied to disks, and taken from them', async ({ owner, other }) => {
  const id = await create(owner);
  const diskId = await systemDiskOf(owner, await launch(owner));
  await apply(owner, id, [diskId]);
  const ofDisk = await owner.call('DescribeDisks', { AutoSnapshotPolicyId: id });
  expect(ofDisk.text('Disks.Disk.0.DiskId')).toBe(diskId);
  expect((await list(owner))[0]?.at('DiskNums')).toBe(1);

  await expect(apply(owner, 'sp-none', [diskId])).rejects.toMatchObject(refused('ParameterInvalid', 404));
  await expect(apply(owner, id, ['d-none'])).rejects.toMatchObject(refused('InvalidDiskId.NotFound', 404));
  await expect(apply(other, await create(other), [diskId])).rejects.toMatchObject(
    refused('InvalidDiskId.NotFound', 404),
  );

  await owner.call('CancelAutoSnapshotPolicy', { regionId: 'cn-hangzhou', diskIds: `["${diskId}"]` });
  expect((await list(owner))[0]?.at('DiskNums')).toBe(0);
  await apply(owner, id, [diskId]);
  await owner.call('DeleteAutoSnapshotPolicy', { regionId: 'cn-hangzhou', autoSnapshotPolicyId: id });
  expect(await list(owner)).toEqual([]);
  const disk = await owner.call('DescribeDisks', { DiskIds: JSON.stringify([diskId]) });
  expect(disk.at('Disks.Disk.0')).toMatchObject({
    AutoSnapshotPolicyId: '',
    EnableAutomatedSnapshotPolicy: false,
  });
});

test('takes snapshots at its hours of UTC+8 and deletes them when their days are over', async ({
  owner,
  clock,
}) => {
  // The clock stands at Monday 2024-01-01, 08:00 of UTC+8.
  const diskId = await systemDiskOf(owner, await launch(owner));
  await apply(owner, await create(owner), [diskId]);
  const snapshots = async (): Promise<string[]> =>
    (await owner.call('DescribeSnapshots', { DiskId: diskId, SnapshotType: 'auto' }))
      .list('Snapshots.Snapshot')
      .map((snapshot) => snapshot.text('CreationTime'));
  const hour = 60 * 60_000;
  clock.advance(13 * hour);
  expect(await snapshots()).toEqual([]);
  clock.advance(hour);
  expect(await snapshots()).toEqual(['2024-01-01T14:00:00Z']);
  clock.advance(23 * hour);
  expect(await snapshots()).toEqual(['2024-01-01T14:00:00Z']);
  clock.advance(hour);
  expect(await snapshots()).toEqual([]);
  clock.advance(4 * 24 * hour + 3 * hour);
  expect(await snapshots()).toEqual(['2024-01-06T17:00:00Z']);
});
