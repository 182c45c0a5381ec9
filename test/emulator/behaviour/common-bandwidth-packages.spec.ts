import type { Account, Parameters } from '../api-client.ts';
import { expect, test } from './fixtures.ts';

const vpc = (account: Account, action: string, parameters: Parameters = {}) =>
  account.call(action, parameters, 'Vpc');

const makePackage = async (account: Account, more: Parameters = {}): Promise<string> =>
  (await vpc(account, 'CreateCommonBandwidthPackage', { Bandwidth: 10, ...more })).text('BandwidthPackageId');

const makeEip = async (account: Account): Promise<string> =>
  (await vpc(account, 'AllocateEipAddress', { Bandwidth: 5 })).text('AllocationId');

const describePackage = async (account: Account, BandwidthPackageId: string): Promise<unknown> =>
  (await vpc(account, 'DescribeCommonBandwidthPackages', { BandwidthPackageId })).at(
    'CommonBandwidthPackages.CommonBandwidthPackage.0',
  );

const describeEip = async (account: Account, AllocationId: string): Promise<unknown> =>
  (await vpc(account, 'DescribeEipAddresses', { AllocationId })).at('EipAddresses.EipAddress.0');

test('a package of bandwidth is made, listed, changed and deleted', async ({ owner, other }) => {
  const id = await makePackage(owner, { Name: 'shared', InternetChargeType: 'PayBy95', Ratio: 20 });
  expect(await describePackage(owner, id)).toMatchObject({
    Name: 'shared',
    Bandwidth: '10',
    InternetChargeType: 'PayBy95',
    InstanceChargeType: 'PostPaid',
    ISP: 'BGP',
    Ratio: 20,
    Status: 'Available',
    PublicIpAddresses: { PublicIpAddresse: [] },
  });
  const named = { BandwidthPackageId: id };
  await vpc(owner, 'ModifyCommonBandwidthPackageAttribute', { ...named, Name: 'again', Description: 'd' });
  await vpc(owner, 'ModifyCommonBandwidthPackageSpec', { ...named, Bandwidth: 20 });
  await vpc(owner, 'MoveResourceGroup', {
    ResourceId: id,
    ResourceType: 'bandwidthpackage',
    NewResourceGroupId: 'rg-2',
  });
  await vpc(owner, 'TagResources', {
    ResourceType: 'COMMONBANDWIDTHPACKAGE',
    ResourceId: [id],
    Tag: [{ Key: 'a', Value: 'b' }],
  });
  expect(await describePackage(owner, id)).toMatchObject({
    Name: 'again',
    Description: 'd',
    Bandwidth: '20',
    ResourceGroupId: 'rg-2',
    Tags: { Tag: [{ Key: 'a', Value: 'b' }] },
  });
  for (const [filter, count] of [
    [{ Name: 'again' }, 1],
    [{ Name: 'shared' }, 0],
    [{ ResourceGroupId: 'rg-2' }, 1],
    [{ SecurityProtectionEnabled: true }, 0],
  ] as const) {
    const listed = await vpc(owner, 'DescribeCommonBandwidthPackages', filter);
    expect(listed.at('TotalCount')).toBe(count);
  }
  const unknown = { code: 'InvalidBandwidthPackageId.NotFound', status: 404 };
  await expect(vpc(other, 'DeleteCommonBandwidthPackage', named)).rejects.toMatchObject(unknown);
  const protect = (ProtectionEnable: boolean) =>
    vpc(owner, 'DeletionProtection', { InstanceId: id, Type: 'CBWP', ProtectionEnable });
  await protect(true);
  await expect(vpc(owner, 'DeleteCommonBandwidthPackage', named)).rejects.toMatchObject({
    code: 'InvalidOperation.DeletionProtection',
  });
  await protect(false);
  await vpc(owner, 'DeleteCommonBandwidthPackage', named);
  await expect(vpc(owner, 'DeleteCommonBandwidthPackage', named)).rejects.toMatchObject(unknown);
});

test('addresses share a package, each up to a limit of its own', async ({ owner }) => {
  const id = await makePackage(owner);
  const [first, second] = [await makeEip(owner), await makeEip(owner)];
  const named = { BandwidthPackageId: id };
  await vpc(owner, 'AddCommonBandwidthPackageIp', { ...named, IpInstanceId: first });
  await vpc(owner, 'AddCommonBandwidthPackageIps', { ...named, IpInstanceIds: [second] });
  expect(await describePackage(owner, id)).toMatchObject({
    PublicIpAddresses: { PublicIpAddresse: [{ AllocationId: second }, { AllocationId: first }] },
  });
  expect(await describeEip(owner, first)).toMatchObject({
    Bandwidth: '10',
    EipBandwidth: '5',
    BandwidthPackageId: id,
    BandwidthPackageType: 'CommonBandwidthPackage',
    BandwidthPackageBandwidth: '10',
  });
  await expect(
    vpc(owner, 'AddCommonBandwidthPackageIp', { ...named, IpInstanceId: first }),
  ).rejects.toMatchObject({ code: 'IpInstanceId.AlreadyInBandwidthPackage' });

  const limit = (Bandwidth: number) =>
    vpc(owner, 'ModifyCommonBandwidthPackageIpBandwidth', { ...named, EipId: first, Bandwidth });
  await limit(2);
  expect(await describeEip(owner, first)).toMatchObject({ Bandwidth: '2' });
  await expect(limit(11)).rejects.toMatchObject({ code: 'InvalidParameter' });
  await vpc(owner, 'CancelCommonBandwidthPackageIpBandwidth', { ...named, EipId: first });
  expect(await describeEip(owner, first)).toMatchObject({ Bandwidth: '10' });

  const remove = () => vpc(owner, 'RemoveCommonBandwidthPackageIp', { ...named, IpInstanceId: first });
  await remove();
  expect(await describeEip(owner, first)).toMatchObject({ Bandwidth: '5', BandwidthPackageId: '' });
  await expect(remove()).rejects.toMatchObject({ code: 'OperationUnsupported.IpNotInCbwp' });

  await expect(vpc(owner, 'DeleteCommonBandwidthPackage', named)).rejects.toMatchObject({
    code: 'DependencyViolation',
  });
  await vpc(owner, 'DeleteCommonBandwidthPackage', { ...named, Force: 'True' });
  expect(await describeEip(owner, second)).toMatchObject({ Bandwidth: '5', BandwidthPackageId: '' });
});
