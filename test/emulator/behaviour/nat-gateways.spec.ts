import {
  allocateEip,
  associateEip,
  createGateway,
  createPublicGateway,
  describeEip,
} from './address-steps.ts';
import { expect, test } from './fixtures.ts';
import { listIds } from './vpc-steps.ts';

test('a NAT gateway lies in a VSwitch, which stays as long as it does', async ({ owner }) => {
  const gateway = await createGateway(owner, { Name: 'out', EipBindMode: 'NAT' });
  const listed = await owner.call('DescribeNatGateways', { NatGatewayId: gateway.id }, 'Vpc');
  expect(listed.at('NatGateways.NatGateway.0')).toMatchObject({
    Name: 'out',
    Status: 'Available',
    NatType: 'Enhanced',
    NetworkType: 'internet',
    EipBindMode: 'NAT',
    VpcId: gateway.vpcId,
    NatGatewayPrivateInfo: { VswitchId: gateway.vswitchId },
    SnatTableIds: { SnatTableId: [gateway.snatTableId] },
    ForwardTableIds: { ForwardTableId: [gateway.forwardTableId] },
  });
  const deletion = owner.call('DeleteVSwitch', { VSwitchId: gateway.vswitchId }, 'Vpc');
  await expect(deletion).rejects.toMatchObject({ code: 'DependencyViolation.NatGateway' });
  await owner.call('DeleteNatGateway', { NatGatewayId: gateway.id }, 'Vpc');
  await owner.call('DeleteVSwitch', { VSwitchId: gateway.vswitchId }, 'Vpc');
  expect(await listIds(owner, 'DescribeVSwitches', { VpcId: gateway.vpcId })).toEqual([]);
});

test('a gateway takes an address of its VSwitch', async ({ owner }) => {
  const { id, vswitchId } = await createGateway(owner);
  const attribute = await owner.call('GetNatGatewayAttribute', { NatGatewayId: id }, 'Vpc');
  const address = attribute.text('PrivateInfo.PrivateIpAddress');
  await expect(
    owner.call('CreateHaVip', { VSwitchId: vswitchId, IpAddress: address }, 'Vpc'),
  ).rejects.toMatchObject({ code: 'InvalidPrivateIpAddress.Duplicated' });
  const vswitch = await owner.call('DescribeVSwitchAttributes', { VSwitchId: vswitchId }, 'Vpc');
  expect(vswitch.at('AvailableIpAddressCount')).toBe(251);
});

test('a gateway that is paid by use has no size', async ({ owner }) => {
  const { id } = await createGateway(owner, { Spec: 'Large' });
  const listed = await owner.call('DescribeNatGateways', { NatGatewayId: id }, 'Vpc');
  expect(listed.at('NatGateways.NatGateway.0')).toMatchObject({ InternetChargeType: 'PayByLcu', Spec: '' });
  const change = owner.call('ModifyNatGatewaySpec', { NatGatewayId: id, Spec: 'Large' }, 'Vpc');
  await expect(change).rejects.toMatchObject({ code: 'InvalidParameter' });
});

test('members that come as one text of JSON are read as if they were flat', async ({ owner }) => {
  const mode = { ModeValue: 'tunnel', TunnelType: 'geneve' };
  const read = async (parameters: Record<string, string>) => {
    const { id } = await createGateway(owner, parameters);
    const listed = await owner.call('DescribeNatGateways', { NatGatewayId: id }, 'Vpc');
    return listed.at('NatGateways.NatGateway.0.AccessMode');
  };
  expect(await read({ AccessMode: JSON.stringify(mode) })).toEqual(mode);
  expect(await read({ 'AccessMode.ModeValue': 'tunnel', 'AccessMode.TunnelType': 'geneve' })).toEqual(mode);
  await expect(createGateway(owner, { AccessMode: '{"ModeValue":' })).rejects.toMatchObject({
    code: 'InvalidParameter',
  });
});

test('what is named of a gateway changes', async ({ owner }) => {
  const { id } = await createGateway(owner, { InternetChargeType: 'PayBySpec' });
  await owner.call(
    'ModifyNatGatewayAttribute',
    { NatGatewayId: id, Name: 'n', IcmpReplyEnabled: false },
    'Vpc',
  );
  await owner.call('ModifyNatGatewaySpec', { NatGatewayId: id, Spec: 'Large' }, 'Vpc');
  const listed = await owner.call('DescribeNatGateways', { Name: 'n', Spec: 'Large' }, 'Vpc');
  expect(listed.at('NatGateways.NatGateway.0')).toMatchObject({ NatGatewayId: id, IcmpReplyEnabled: false });
});

test('a gateway of type Normal becomes one of type Enhanced', async ({ owner }) => {
  const { id, vswitchId } = await createGateway(owner, { NatType: 'Normal' });
  await owner.call(
    'UpdateNatGatewayNatType',
    { NatGatewayId: id, NatType: 'Enhanced', VSwitchId: vswitchId },
    'Vpc',
  );
  const listed = await owner.call('DescribeNatGateways', { VpcId: '', NatType: 'Enhanced' }, 'Vpc');
  expect(listed.at('NatGateways.NatGateway.0')).toMatchObject({
    NatGatewayId: id,
    Status: 'Available',
    NatGatewayPrivateInfo: { VswitchId: vswitchId },
  });
});

test('an SNAT entry translates a VSwitch to addresses of the gateway', async ({ owner }) => {
  const gateway = await createPublicGateway(owner);
  const table = { SnatTableId: gateway.snatTableId };
  const created = await owner.call(
    'CreateSnatEntry',
    { ...table, SourceVSwitchId: gateway.vswitchId, SnatIp: gateway.address },
    'Vpc',
  );
  const named = { ...table, SnatEntryId: created.text('SnatEntryId') };
  await owner.call('ModifySnatEntry', { ...named, SnatEntryName: 'all' }, 'Vpc');
  const listed = await owner.call('DescribeSnatTableEntries', table, 'Vpc');
  expect(listed.at('SnatTableEntries.SnatTableEntry')).toMatchObject([
    { SnatIp: gateway.address, SourceCIDR: '172.16.0.0/24', SnatEntryName: 'all', Status: 'Available' },
  ]);
  const gateways = await owner.call('DescribeNatGateways', { NatGatewayId: gateway.id }, 'Vpc');
  expect(gateways.at('NatGateways.NatGateway.0.IpLists.IpList.0')).toMatchObject({
    IpAddress: gateway.address,
    UsingStatus: 'UsedBySnatTable',
  });
  const taken = { AllocationId: gateway.eipId, InstanceId: gateway.id, InstanceType: 'Nat' };
  await expect(owner.call('UnassociateEipAddress', taken, 'Vpc')).rejects.toMatchObject({
    code: 'InvalidIpStatus.HasBeenUsedBySnatTable',
  });
  await owner.call('DeleteSnatEntry', named, 'Vpc');
  await owner.call('UnassociateEipAddress', taken, 'Vpc');
  await expect(owner.call('DeleteSnatEntry', named, 'Vpc')).rejects.toMatchObject({
    code: 'InvalidSnatEntryId.NotFound',
  });
});

test('an SNAT entry needs a source of its own and an address of the gateway', async ({ owner, other }) => {
  const gateway = await createPublicGateway(owner);
  const request = { SnatTableId: gateway.snatTableId, SourceCIDR: '172.16.9.0/24', SnatIp: gateway.address };
  const foreign = await allocateEip(owner);
  for (const [change, code] of [
    [{ SnatIp: foreign.address }, 'EIP_NOT_IN_GATEWAY'],
    [{ SourceCIDR: '' }, 'MissingParameter'],
    [{ SourceCIDR: 'x' }, 'InvalidParameter'],
    [{ SnatTableId: 'stb-none' }, 'InvalidSnatTableId.NotFound'],
  ] as const) {
    await expect(owner.call('CreateSnatEntry', { ...request, ...change }, 'Vpc')).rejects.toMatchObject({
      code,
    });
  }
  await owner.call('CreateSnatEntry', request, 'Vpc');
  await expect(owner.call('CreateSnatEntry', request, 'Vpc')).rejects.toMatchObject({
    code: 'InvalidParameter',
  });
  await expect(other.call('CreateSnatEntry', request, 'Vpc')).rejects.toMatchObject({
    code: 'InvalidSnatTableId.NotFound',
  });
});

test('a DNAT entry forwards a port, once for each', async ({ owner }) => {
  const gateway = await createPublicGateway(owner);
  const table = { ForwardTableId: gateway.forwardTableId };
  const request = {
    ...table,
    ExternalIp: gateway.address,
    ExternalPort: '80',
    IpProtocol: 'tcp',
    InternalIp: '172.16.0.5',
    InternalPort: '8080',
  };
  const created = await owner.call('CreateForwardEntry', request, 'Vpc');
  const named = { ...table, ForwardEntryId: created.text('ForwardEntryId') };
  await expect(owner.call('CreateForwardEntry', request, 'Vpc')).rejects.toMatchObject({
    code: 'InvalidParameter',
  });
  await expect(
    owner.call('CreateForwardEntry', { ...request, ExternalIp: '1.2.3.4' }, 'Vpc'),
  ).rejects.toMatchObject({ code: 'InvalidIp.NotInNatgw' });
  await owner.call('ModifyForwardEntry', { ...named, ExternalPort: '443', ForwardEntryName: 'web' }, 'Vpc');
  const listed = await owner.call('DescribeForwardTableEntries', { ...table, ExternalPort: '443' }, 'Vpc');
  expect(listed.at('ForwardTableEntries.ForwardTableEntry')).toMatchObject([
    { ForwardEntryName: 'web', InternalIp: '172.16.0.5', InternalPort: '8080', Status: 'Available' },
  ]);
  await owner.call('DeleteForwardEntry', named, 'Vpc');
  const left = await owner.call('DescribeForwardTableEntries', table, 'Vpc');
  expect(left.list('ForwardTableEntries.ForwardTableEntry')).toHaveLength(0);
});

test('a gateway in use is deleted by force only, and its addresses are free then', async ({ owner }) => {
  const gateway = await createPublicGateway(owner);
  const named = { NatGatewayId: gateway.id };
  await expect(owner.call('DeleteNatGateway', named, 'Vpc')).rejects.toMatchObject({
    code: 'DependencyViolation.EIPS',
  });
  const protect = { InstanceId: gateway.id, Type: 'NATGW' };
  await owner.call('DeletionProtection', { ...protect, ProtectionEnable: true }, 'Vpc');
  await expect(owner.call('DeleteNatGateway', { ...named, Force: true }, 'Vpc')).rejects.toMatchObject({
    code: 'InvalidOperation.DeletionProtection',
  });
  await owner.call('DeletionProtection', { ...protect, ProtectionEnable: false }, 'Vpc');
  await owner.call('DeleteNatGateway', { ...named, Force: true }, 'Vpc');
  expect(await describeEip(owner, gateway.eipId)).toMatchObject({ Status: 'Available', InstanceId: '' });
});

test.describe('at a lifelike pace', () => {
  test.use({ settings: { withoutRules: [], pace: 'real' } });

  test('a gateway has no address before it is Available', async ({ owner, clock }) => {
    const created = await owner.call('CreateVpc', {}, 'Vpc');
    clock.advance(5_000);
    const gateway = await owner.call(
      'CreateNatGateway',
      { VpcId: created.text('VpcId'), NatType: 'Normal' },
      'Vpc',
    );
    const eip = await allocateEip(owner);
    const bind = () => associateEip(owner, eip.id, gateway.text('NatGatewayId'), { InstanceType: 'Nat' });
    await expect(bind()).rejects.toMatchObject({ code: 'IncorrectStatus.NatGateway' });
    clock.advance(60_000);
    await bind();
    expect(await describeEip(owner, eip.id)).toMatchObject({ Status: 'Associating' });
    clock.advance(10_000);
    expect(await describeEip(owner, eip.id)).toMatchObject({ Status: 'InUse' });
  });
});
