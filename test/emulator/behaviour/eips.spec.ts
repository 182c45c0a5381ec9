import { allocateEip, associateEip, describeEip } from './address-steps.ts';
import { expect, test } from './fixtures.ts';
import { makeNetwork, runOne } from './instance-steps.ts';

test('an address is allocated with what is asked for, changed and given back', async ({ owner, other }) => {
  const eip = await allocateEip(owner, {
    Name: 'front',
    Bandwidth: '10',
    InternetChargeType: 'PayByTraffic',
    'Tag.1.Key': 'team',
    'Tag.1.Value': 'web',
  });
  expect(eip.address).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
  expect(await describeEip(owner, eip.id)).toMatchObject({
    IpAddress: eip.address,
    Name: 'front',
    Bandwidth: '10',
    InternetChargeType: 'PayByTraffic',
    ChargeType: 'PostPaid',
    ISP: 'BGP',
    Status: 'Available',
    InstanceId: '',
    Tags: { Tag: [{ Key: 'team', Value: 'web' }] },
  });
  await owner.call(
    'ModifyEipAddressAttribute',
    { AllocationId: eip.id, Name: 'back', Bandwidth: '20' },
    'Vpc',
  );
  expect(await describeEip(owner, eip.id)).toMatchObject({ Name: 'back', Bandwidth: '20' });
  const release = { AllocationId: eip.id };
  await expect(other.call('ReleaseEipAddress', release, 'Vpc')).rejects.toMatchObject({
    code: 'InvalidAllocationId.NotFound',
    status: 404,
  });
  await owner.call('ReleaseEipAddress', release, 'Vpc');
  expect(await describeEip(owner, eip.id)).toBeUndefined();
});

test('region and description stand under the names of older SDKs too, which the provider reads', async ({
  owner,
}) => {
  await allocateEip(owner, { Description: 'front' });
  const answer = await owner.call('DescribeEipAddresses', {}, 'Vpc');
  const [eip] = answer.list('EipAddresses.EipAddress');
  expect(eip?.text('Description')).toBe('front');
  expect(eip?.text('Descritpion')).toBe('front');
  expect(eip?.at('AvailableRegions')).toEqual({ AvailableRegion: ['cn-hangzhou'] });
});

test('addresses are found by what they are', async ({ owner }) => {
  const first = await allocateEip(owner, { Name: 'a', ISP: 'BGP_PRO' });
  const second = await allocateEip(owner, { Name: 'b' });
  const ids = async (parameters: Record<string, string>) => {
    const answer = await owner.call('DescribeEipAddresses', parameters, 'Vpc');
    return answer.list('EipAddresses.EipAddress').map((eip) => eip.text('AllocationId'));
  };
  expect(await ids({})).toEqual([second.id, first.id]);
  expect(await ids({ EipAddress: first.address })).toEqual([first.id]);
  expect(await ids({ AllocationId: `${first.id},${second.id}` })).toHaveLength(2);
  expect(await ids({ EipName: 'b' })).toEqual([second.id]);
  expect(await ids({ ISP: 'BGP_PRO' })).toEqual([first.id]);
  expect(await ids({ Status: 'InUse' })).toEqual([]);
});

test('an instance shows the address that is bound to it, and frees it when it is released', async ({
  owner,
}) => {
  const instanceId = await runOne(owner);
  const eip = await allocateEip(owner, { Bandwidth: '7' });
  await associateEip(owner, eip.id, instanceId);
  expect(await describeEip(owner, eip.id)).toMatchObject({
    Status: 'InUse',
    InstanceId: instanceId,
    InstanceType: 'EcsInstance',
    // The provider's alicloud_eip_association takes what is there for what was asked for.
    PrivateIpAddress: '',
    VpcId: '',
  });
  const instances = await owner.call('DescribeInstances', { EipAddresses: JSON.stringify([eip.address]) });
  expect(instances.at('Instances.Instance.0')).toMatchObject({
    InstanceId: instanceId,
    EipAddress: {
      AllocationId: eip.id,
      IpAddress: eip.address,
      Bandwidth: 7,
      InternetChargeType: 'PayByBandwidth',
    },
  });
  const interfaces = await owner.call('DescribeNetworkInterfaces', { InstanceId: instanceId });
  expect(interfaces.at('NetworkInterfaceSets.NetworkInterfaceSet.0.AssociatedPublicIp')).toMatchObject({
    PublicIpAddress: eip.address,
    AllocationId: eip.id,
  });
  await expect(owner.call('ReleaseEipAddress', { AllocationId: eip.id }, 'Vpc')).rejects.toMatchObject({
    code: 'IncorrectEipStatus',
  });
  await owner.call('DeleteInstance', { InstanceId: instanceId, Force: true });
  expect(await describeEip(owner, eip.id)).toMatchObject({ Status: 'Available', InstanceId: '' });
});

test('an instance has one public address', async ({ owner }) => {
  const instanceId = await runOne(owner);
  const [first, second] = [await allocateEip(owner), await allocateEip(owner)];
  await associateEip(owner, first.id, instanceId);
  await expect(associateEip(owner, second.id, instanceId)).rejects.toMatchObject({
    code: 'InvalidAssociation.Duplicated',
  });
  await owner.call('UnassociateEipAddress', { AllocationId: first.id, InstanceId: instanceId }, 'Vpc');
  await associateEip(owner, second.id, instanceId);
  expect(await describeEip(owner, first.id)).toMatchObject({ Status: 'Available' });
  const instances = await owner.call('DescribeInstances', { InstanceIds: JSON.stringify([instanceId]) });
  expect(instances.at('Instances.Instance.0.EipAddress.IpAddress')).toBe(second.address);
});

test('each private address of a network interface can have an address', async ({ owner }) => {
  const network = await makeNetwork(owner);
  const created = await owner.call('CreateNetworkInterface', {
    VSwitchId: network.vswitchId,
    SecurityGroupId: network.securityGroupId,
    PrimaryIpAddress: '172.16.0.10',
    'PrivateIpAddress.1': '172.16.0.11',
  });
  const id = created.text('NetworkInterfaceId');
  const [first, second] = [await allocateEip(owner), await allocateEip(owner)];
  await associateEip(owner, first.id, id, { InstanceType: 'NetworkInterface' });
  await associateEip(owner, second.id, id, {
    InstanceType: 'NetworkInterface',
    PrivateIpAddress: '172.16.0.11',
  });
  const answer = await owner.call('DescribeNetworkInterfaces', { 'NetworkInterfaceId.1': id });
  expect(answer.at('NetworkInterfaceSets.NetworkInterfaceSet.0.PrivateIpSets.PrivateIpSet')).toMatchObject([
    { PrivateIpAddress: '172.16.0.10', AssociatedPublicIp: { PublicIpAddress: first.address } },
    { PrivateIpAddress: '172.16.0.11', AssociatedPublicIp: { PublicIpAddress: second.address } },
  ]);
  await expect(
    associateEip(owner, (await allocateEip(owner)).id, id, { InstanceType: 'NetworkInterface' }),
  ).rejects.toMatchObject({ code: 'InvalidAssociation.Duplicated' });
  await owner.call('DeleteNetworkInterface', { NetworkInterfaceId: id });
  expect(await describeEip(owner, second.id)).toMatchObject({ Status: 'Available' });
});

test('an address of a VPC is bound as it is', async ({ owner }) => {
  const { vpcId } = await makeNetwork(owner);
  const { id } = await allocateEip(owner);
  const target = { InstanceType: 'IpAddress', VpcId: vpcId };
  await expect(associateEip(owner, id, '10.0.0.1', target)).rejects.toMatchObject({
    code: 'InvalidParameter',
  });
  await expect(associateEip(owner, id, '172.16.0.9', { InstanceType: 'IpAddress' })).rejects.toMatchObject({
    code: 'MissingParameter',
  });
  await associateEip(owner, id, '172.16.0.9', target);
  expect(await describeEip(owner, id)).toMatchObject({
    InstanceId: '172.16.0.9',
    InstanceType: 'IpAddress',
    VpcId: vpcId,
  });
});

test('a protected address cannot be given back', async ({ owner }) => {
  const { id } = await allocateEip(owner);
  const protect = (isOn: boolean) =>
    owner.call('DeletionProtection', { InstanceId: id, Type: 'EIP', ProtectionEnable: isOn }, 'Vpc');
  await protect(true);
  await expect(owner.call('ReleaseEipAddress', { AllocationId: id }, 'Vpc')).rejects.toMatchObject({
    code: 'InvalidOperation.DeletionProtection',
  });
  await protect(false);
  await owner.call('ReleaseEipAddress', { AllocationId: id }, 'Vpc');
});

test('what an address cannot be is refused', async ({ owner, emulator, as }) => {
  for (const parameters of [{ Bandwidth: '0' }, { Bandwidth: '501' }, { ISP: 'X' }, { Netmode: 'x' }]) {
    await expect(allocateEip(owner, parameters)).rejects.toMatchObject({ code: 'InvalidParameter' });
  }
  const { id } = await allocateEip(owner);
  await expect(associateEip(owner, id, 'i-none')).rejects.toMatchObject({
    code: 'InvalidInstanceId.NotFound',
  });
  await expect(associateEip(owner, id, 'lb-1', { InstanceType: 'SlbInstance' })).rejects.toMatchObject({
    code: 'InvalidInstanceId.NotFound',
  });
  await expect(associateEip(owner, id, 'x', { InstanceType: 'Other' })).rejects.toMatchObject({
    code: 'InvalidInstanceType.NotSupport',
  });
  const full = as('full');
  emulator.setQuota(await full.id(), 'eipsPerRegion', 1);
  await allocateEip(full);
  await expect(allocateEip(full)).rejects.toMatchObject({ code: 'QuotaExceeded.Eip' });
});

test('fine-grained monitoring names the store of its log', async ({ owner }) => {
  const { id } = await allocateEip(owner);
  const request = { InstanceId: id, InstanceType: 'EIP', LogProject: 'p', LogStore: 's' };
  await owner.call('SetHighDefinitionMonitorLogStatus', { ...request, Status: 'ON' }, 'Vpc');
  expect(await describeEip(owner, id)).toMatchObject({ HDMonitorStatus: 'ON' });
  const attribute = await owner.call('DescribeHighDefinitionMonitorLogAttribute', { InstanceId: id }, 'Vpc');
  expect(attribute.body).toMatchObject({ LogProject: 'p', LogStore: 's' });
});
