import { expect, test } from './fixtures.ts';
import type { Account, Parameters } from '../api-client.ts';
import { describe, makeNetwork, run, runOne, zoneId } from './instance-steps.ts';

const refused = (code: string, status: number) => ({ code, status });

const create = async (account: Account, more: Parameters = {}): Promise<string> =>
  (await account.call('CreateDeploymentSet', { DeploymentSetName: 'spread', ...more })).text(
    'DeploymentSetId',
  );

const sets = async (account: Account, more: Parameters = {}) =>
  (await account.call('DescribeDeploymentSets', more)).list('DeploymentSets.DeploymentSet');

test('a deployment set has what was asked for', async ({ owner, other }) => {
  const id = await create(owner, { Description: 'on many hosts', Strategy: 'Availability' });
  expect(id).toMatch(/^ds-bp1[a-z0-9]{17}$/);
  const [set] = await sets(owner, { DeploymentSetIds: JSON.stringify([id]) });
  expect(set?.body).toMatchObject({
    DeploymentSetName: 'spread',
    DeploymentSetDescription: 'on many hosts',
    DeploymentStrategy: 'Availability',
    Domain: 'default',
    Granularity: 'host',
    InstanceAmount: 0,
    CreationTime: '2024-01-01T00:00:00Z',
  });
  const named = { DeploymentSetId: id };
  await owner.call('ModifyDeploymentSetAttribute', { ...named, DeploymentSetName: 'renamed' });
  expect(await sets(owner, { DeploymentSetName: 'renamed', Strategy: 'Availability' })).toHaveLength(1);
  expect(await sets(owner, { Strategy: 'LowLatency' })).toEqual([]);
  expect(await sets(other)).toEqual([]);
  const cases: [Parameters, string, number][] = [
    [{ DeploymentSetName: '1' }, 'InvalidDeploymentSetName.Malformed', 400],
    [{ Strategy: 'Anywhere' }, 'InvalidParameter.Strategy', 400],
    [{ Domain: 'Rack' }, 'InvalidParameter.Domain', 400],
    [{ Granularity: 'Rack' }, 'InvalidParameter.granularity', 400],
    [{ GroupCount: 8 }, 'InvalidParameter', 400],
  ];
  for (const [parameters, code, status] of cases) {
    await expect(create(owner, parameters)).rejects.toMatchObject(refused(code, status));
  }
});

test('has room for seven instances in a zone, and is deleted when it is empty', async ({ owner }) => {
  const network = await makeNetwork(owner);
  const id = await create(owner);
  const inSet = { DeploymentSetId: id };
  const [first = ''] = await run(owner, { ...inSet, Amount: 6 }, network);
  expect((await describe(owner, first)).text('DeploymentSetId')).toBe(id);
  await expect(run(owner, { ...inSet, Amount: 2 }, network)).rejects.toMatchObject(
    refused('QuotaExceed.DeploymentSetInstanceQuotaFull', 403),
  );
  const [set] = await sets(owner);
  const capacity = set?.list('Capacities.Capacity').find((entry) => entry.text('ZoneId') === zoneId);
  expect(capacity?.body).toMatchObject({ AvailableAmount: 1, UsedAmount: 6 });

  const outside = await runOne(owner, {}, network);
  await owner.call('ModifyInstanceDeployment', { InstanceId: outside, ...inSet });
  const late = await runOne(owner, {}, network);
  await expect(owner.call('ModifyInstanceDeployment', { InstanceId: late, ...inSet })).rejects.toMatchObject(
    refused('QuotaExceed.DeploymentSetInstanceQuotaFull', 403),
  );
  await owner.call('ModifyInstanceDeployment', {
    InstanceId: outside,
    ...inSet,
    RemoveFromDeploymentSet: true,
  });
  expect((await describe(owner, outside)).text('DeploymentSetId')).toBe('');

  await expect(owner.call('DeleteDeploymentSet', inSet)).rejects.toMatchObject(
    refused('DependencyViolation.NotEmpty', 403),
  );
  const empty = await create(owner);
  await owner.call('DeleteDeploymentSet', { DeploymentSetId: empty });
  await expect(owner.call('DeleteDeploymentSet', { DeploymentSetId: empty })).rejects.toMatchObject(
    refused('InvalidDeploymentSetId.NotFound', 400),
  );
  await expect(runOne(owner, { DeploymentSetId: empty }, network)).rejects.toMatchObject(
    refused('DeploymentSet.NotFound', 404),
  );
});

test('an HPC cluster takes only types that have RDMA', async ({ owner }) => {
  const cluster = await owner.call('CreateHpcCluster', { Name: 'cluster', Description: 'for sums' });
  const id = cluster.text('HpcClusterId');
  const listed = await owner.call('DescribeHpcClusters', { HpcClusterIds: JSON.stringify([id, 'hpc-none']) });
  expect(listed.at('HpcClusters.HpcCluster')).toEqual([
    { HpcClusterId: id, Name: 'cluster', Description: 'for sums' },
  ]);
  const network = await makeNetwork(owner);
  await expect(runOne(owner, { HpcClusterId: id }, network)).rejects.toMatchObject(
    refused('InvalidHpcClusterId.Unnecessary', 400),
  );
  await expect(runOne(owner, { HpcClusterId: 'hpc-none' }, network)).rejects.toMatchObject(
    refused('InvalidHpcClusterId.NotFound', 400),
  );
  const named = { HpcClusterId: id };
  await owner.call('ModifyHpcClusterAttribute', { ...named, Name: 'renamed' });
  await expect(owner.call('ModifyHpcClusterAttribute', named)).rejects.toMatchObject(
    refused('InvalidModifyInfo', 400),
  );
  await expect(
    owner.call('ModifyHpcClusterAttribute', { HpcClusterId: 'hpc-none', Name: 'renamed' }),
  ).rejects.toMatchObject(refused('HpcClusterNotExists', 400));
  await expect(owner.call('CreateHpcCluster', { Name: '1' })).rejects.toMatchObject(
    refused('InvalidHpcClusterName.Malformed', 400),
  );
  await owner.call('DeleteHpcCluster', named);
  await expect(owner.call('DeleteHpcCluster', named)).rejects.toMatchObject(
    refused('NotExists.HpcCluster', 400),
  );
});
