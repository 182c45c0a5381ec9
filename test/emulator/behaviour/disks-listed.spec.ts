import { expect, test } from './fixtures.ts';
import type { Account, Parameters } from '../api-client.ts';
import { launch, systemDiskOf, ubuntu } from './image-steps.ts';

const refused = (code: string, status: number) => ({ code, status });

const createDisk = async (account: Account, more: Parameters = {}): Promise<string> => {
  const answer = await account.call('CreateDisk', { ZoneId: 'cn-hangzhou-h', Size: 40, ...more });
  return answer.text('DiskId');
};

const diskIds = async (account: Account, parameters: Parameters): Promise<string[]> =>
  (await account.call('DescribeDisks', parameters)).list('Disks.Disk').map((found) => found.text('DiskId'));

test('DescribeDisks finds by every parameter', async ({ owner, other, clock }) => {
  const instanceId = await launch(owner, ubuntu, { ResourceGroupId: 'rg-x' });
  const systemDisk = await systemDiskOf(owner, instanceId);
  clock.advance(3_600_000);
  const data = await createDisk(owner, {
    DiskName: 'data-one',
    DiskCategory: 'cloud_ssd',
    Encrypted: true,
    KMSKeyId: 'key',
    ResourceGroupId: 'rg-1',
    Tag: [{ Key: 'a', Value: 'b' }],
  });
  const onlyData: Parameters[] = [
    { DiskIds: JSON.stringify([data, 'd-none']) },
    { DiskIds: data },
    { DiskType: 'data' },
    { Category: 'cloud_ssd' },
    { Status: 'Available' },
    { DiskName: 'data-one' },
    { DiskName: 'data*' },
    { Portable: true },
    { DeleteWithInstance: false },
    { DeleteAutoSnapshot: false },
    { Encrypted: true },
    { KMSKeyId: 'key' },
    { ResourceGroupId: 'rg-1' },
    { Tag: [{ Key: 'a', Value: 'b' }] },
    { Filter: [{ Key: 'CreationStartTime', Value: '2024-01-01T00:30Z' }] },
  ];
  for (const parameters of onlyData) expect(await diskIds(owner, parameters)).toEqual([data]);
  const onlySystem: Parameters[] = [
    { InstanceId: instanceId },
    { DiskType: 'system' },
    { Status: 'In_use' },
    { Filter: [{ Key: 'CreationEndTime', Value: '2024-01-01T00:30Z' }] },
  ];
  for (const parameters of onlySystem) expect(await diskIds(owner, parameters)).toEqual([systemDisk]);
  const both: Parameters[] = [
    {},
    { Status: 'All', DiskType: 'all', Category: 'all' },
    { DiskChargeType: 'PostPaid' },
  ];
  for (const parameters of both) expect(await diskIds(owner, parameters)).toEqual([data, systemDisk]);
  const none: Parameters[] = [
    { EnableShared: true },
    { MultiAttach: 'Enabled' },
    { LockReason: 'security' },
    { AutoSnapshotPolicyId: 'sp-1' },
    { EnableAutomatedSnapshotPolicy: true },
    { EnableAutoSnapshot: false },
    { SnapshotId: 's-1' },
    { ZoneId: 'cn-hangzhou-b' },
  ];
  for (const parameters of none) expect(await diskIds(owner, parameters)).toEqual([]);
  expect(await diskIds(other, { DiskIds: JSON.stringify([data]) })).toEqual([]);
  const wrong = [
    [{ Status: 'Lost' }, 'InvalidStatus.ValueNotSupported', 400],
    [{ DiskType: 'tape' }, 'InvalidDiskType.ValueNotSupported', 400],
    [{ Category: 'tape' }, 'InvalidCategory.ValueNotSupported', 400],
    [{ DiskChargeType: 'Free' }, 'InvalidDiskChargeType.NotFound', 404],
    [{ LockReason: 'lost' }, 'InvalidLockReason.NotFound', 404],
    [{ DiskIds: '["d-1"' }, 'InvalidParameter.DiskIds', 400],
    [
      { DiskIds: JSON.stringify(Array.from({ length: 101 }, (_, at) => `d-${at}`)) },
      'InvalidDiskIds.Malformed',
      403,
    ],
  ] as const;
  for (const [parameters, code, status] of wrong) {
    await expect(owner.call('DescribeDisks', parameters)).rejects.toMatchObject(refused(code, status));
  }
});

test('DescribeDisks goes on with a token that no other list takes', async ({ owner, other }) => {
  const made: string[] = [];
  for (let count = 0; count < 25; count++) made.unshift(await createDisk(owner));
  const first = await owner.call('DescribeDisks', { MaxResults: 1 });
  expect(first.list('Disks.Disk')).toHaveLength(10);
  expect(first.at('TotalCount')).toBe(25);
  const nextToken = first.text('NextToken');
  // What is made in the meantime does not shift the rest.
  await createDisk(owner);
  const rest = await owner.call('DescribeDisks', { MaxResults: 100, NextToken: nextToken });
  expect(rest.list('Disks.Disk').map((found) => found.text('DiskId'))).toEqual(made.slice(10));
  expect(rest.at('NextToken')).toBe('');
  for (const attempt of [
    owner.call('DescribeDisks', { NextToken: 'made-up' }),
    other.call('DescribeDisks', { NextToken: nextToken }),
    owner.call('DescribeSnapshots', { NextToken: nextToken }),
  ]) {
    await expect(attempt).rejects.toMatchObject(refused('InvalidNextToken', 400));
  }
});
