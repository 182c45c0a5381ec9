import { expect, test } from './fixtures.ts';
import { runOne } from './instance-steps.ts';
import { createVpc, createVSwitch } from './vpc-steps.ts';

test('a VPC has one IPv4 gateway, which takes its traffic when it is enabled', async ({ owner }) => {
  const created = await owner.call('CreateVpc', {}, 'Vpc');
  const vpcId = created.text('VpcId');
  const gateway = await owner.call('CreateIpv4Gateway', { VpcId: vpcId, Ipv4GatewayName: 'gw' }, 'Vpc');
  const named = { Ipv4GatewayId: gateway.text('Ipv4GatewayId') };
  await expect(owner.call('CreateIpv4Gateway', { VpcId: vpcId }, 'Vpc')).rejects.toMatchObject({
    code: 'ResourceAlreadyExist.Ipv4Gateway',
  });
  const table = created.text('RouteTableId');
  await owner.call('EnableVpcIpv4Gateway', { ...named, 'RouteTableList.1': table }, 'Vpc');
  await owner.call('UpdateIpv4GatewayAttribute', { ...named, Ipv4GatewayDescription: 'd' }, 'Vpc');
  const attribute = await owner.call('GetIpv4GatewayAttribute', named, 'Vpc');
  expect(attribute.body).toMatchObject({
    Ipv4GatewayName: 'gw',
    Ipv4GatewayDescription: 'd',
    Enabled: true,
    Status: 'Created',
    VpcId: vpcId,
  });
  const vpc = await owner.call('DescribeVpcAttribute', { VpcId: vpcId }, 'Vpc');
  expect(vpc.text('Ipv4GatewayId')).toBe(named.Ipv4GatewayId);
  await expect(owner.call('DeleteIpv4Gateway', named, 'Vpc')).rejects.toMatchObject({
    code: 'DependencyViolation.RouteEntry',
  });
  await expect(owner.call('DeleteVpc', { VpcId: vpcId }, 'Vpc')).rejects.toMatchObject({
    code: 'DependencyViolation.Gateway',
  });
  await owner.call('DeleteRouteEntry', { RouteTableId: table, DestinationCidrBlock: '0.0.0.0/0' }, 'Vpc');
  await owner.call('DeleteIpv4Gateway', named, 'Vpc');
  const left = await owner.call('ListIpv4Gateways', { VpcId: vpcId }, 'Vpc');
  expect(left.list('Ipv4GatewayModels')).toHaveLength(0);
});

test('a route table for gateways is bound to the IPv4 gateway', async ({ owner }) => {
  const vpcId = await createVpc(owner);
  const gatewayId = (await owner.call('CreateIpv4Gateway', { VpcId: vpcId }, 'Vpc')).text('Ipv4GatewayId');
  const create = async (type: string) =>
    (await owner.call('CreateRouteTable', { VpcId: vpcId, AssociateType: type }, 'Vpc')).text('RouteTableId');
  const bind = (routeTableId: string) =>
    owner.call('AssociateRouteTableWithGateway', { RouteTableId: routeTableId, GatewayId: gatewayId }, 'Vpc');
  await expect(bind(await create('VSwitch'))).rejects.toMatchObject({ code: 'InvalidParameter' });
  const table = await create('Gateway');
  await bind(table);
  const attribute = await owner.call('GetIpv4GatewayAttribute', { Ipv4GatewayId: gatewayId }, 'Vpc');
  expect(attribute.text('Ipv4GatewayRouteTableId')).toBe(table);
  await expect(owner.call('DeleteIpv4Gateway', { Ipv4GatewayId: gatewayId }, 'Vpc')).rejects.toMatchObject({
    code: 'DependencyViolation.RouteTable',
  });
  const pair = { RouteTableId: table, GatewayId: gatewayId };
  await owner.call('DissociateRouteTableFromGateway', pair, 'Vpc');
  await owner.call('DeleteIpv4Gateway', { Ipv4GatewayId: gatewayId }, 'Vpc');
});

test.describe('IPv6', () => {
  const block = { EnableIpv6: true, Ipv6CidrBlock: '2408:4005:300:100::/56' };

  test('an IPv6 gateway needs an IPv6 block', async ({ owner }) => {
    await expect(
      owner.call('CreateIpv6Gateway', { VpcId: await createVpc(owner) }, 'Vpc'),
    ).rejects.toMatchObject({ code: 'OperationUnsupported.Ipv6Feature' });
    const vpcId = await createVpc(owner, block);
    const id = (await owner.call('CreateIpv6Gateway', { VpcId: vpcId, Name: 'six' }, 'Vpc')).text(
      'Ipv6GatewayId',
    );
    const listed = await owner.call('DescribeIpv6Gateways', { VpcId: vpcId }, 'Vpc');
    expect(listed.at('Ipv6Gateways.Ipv6Gateway')).toMatchObject([
      { Ipv6GatewayId: id, Name: 'six', Status: 'Available' },
    ]);
    await owner.call('ModifyIpv6GatewayAttribute', { Ipv6GatewayId: id, Name: 'seven' }, 'Vpc');
    const attribute = await owner.call('DescribeIpv6GatewayAttribute', { Ipv6GatewayId: id }, 'Vpc');
    expect(attribute.text('Name')).toBe('seven');
    await owner.call('DeleteIpv6Gateway', { Ipv6GatewayId: id }, 'Vpc');
    await expect(
      owner.call('DescribeIpv6GatewayAttribute', { Ipv6GatewayId: id }, 'Vpc'),
    ).rejects.toMatchObject({ code: 'ResourceNotFound.Ipv6Gateway', status: 404 });
  });

  test('the address of an instance gets bandwidth and a rule, through the gateway', async ({ owner }) => {
    const vpcId = await createVpc(owner, block);
    const vswitchId = await createVSwitch(owner, vpcId, '172.16.1.0/24', { Ipv6CidrBlock: 1 });
    const group = await owner.call('CreateSecurityGroup', { VpcId: vpcId });
    const network = { vpcId, vswitchId, securityGroupId: group.text('SecurityGroupId') };
    const instanceId = await runOne(owner, { Ipv6AddressCount: 1, InstanceType: 'ecs.g6.large' }, network);
    const find = async () =>
      (await owner.call('DescribeIpv6Addresses', { AssociatedInstanceId: instanceId }, 'Vpc')).list(
        'Ipv6Addresses.Ipv6Address',
      )[0];
    const id = (await find())?.text('Ipv6AddressId') ?? '';
    expect(id).toMatch(/^ipv6-bp1[a-z0-9]{17}$/);
    expect((await find())?.body).toMatchObject({
      AssociatedInstanceType: 'EcsInstance',
      NetworkType: 'Private',
      VSwitchId: vswitchId,
    });
    const bandwidth = { Ipv6AddressId: id, Bandwidth: 20 };
    await expect(owner.call('AllocateIpv6InternetBandwidth', bandwidth, 'Vpc')).rejects.toMatchObject({
      code: 'ResourceNotFound.Ipv6Gateway',
    });
    const gatewayId = (await owner.call('CreateIpv6Gateway', { VpcId: vpcId }, 'Vpc')).text('Ipv6GatewayId');
    const allocated = await owner.call('AllocateIpv6InternetBandwidth', bandwidth, 'Vpc');
    await owner.call('ModifyIpv6InternetBandwidth', { Ipv6AddressId: id, Bandwidth: 30 }, 'Vpc');
    expect((await find())?.body).toMatchObject({
      NetworkType: 'Public',
      RealBandwidth: 30,
      Ipv6InternetBandwidth: {
        Ipv6InternetBandwidthId: allocated.text('InternetBandwidthId'),
        Bandwidth: 30,
      },
    });
    const gateway = { Ipv6GatewayId: gatewayId };
    await expect(owner.call('DeleteIpv6Gateway', gateway, 'Vpc')).rejects.toMatchObject({
      code: 'DependencyViolation.Ipv6InternetBandwidth',
    });
    await owner.call('DeleteIpv6InternetBandwidth', { Ipv6AddressId: id }, 'Vpc');
    const rule = await owner.call(
      'CreateIpv6EgressOnlyRule',
      { ...gateway, InstanceId: id, InstanceType: 'Ipv6Address', Name: 'out' },
      'Vpc',
    );
    const rules = await owner.call('DescribeIpv6EgressOnlyRules', gateway, 'Vpc');
    expect(rules.at('Ipv6EgressOnlyRules.Ipv6EgressOnlyRule')).toMatchObject([
      { InstanceId: id, Name: 'out', Status: 'Available' },
    ]);
    await expect(owner.call('DeleteIpv6Gateway', gateway, 'Vpc')).rejects.toMatchObject({
      code: 'DependencyViolation.Ipv6EgressOnlyRule',
    });
    const ruleId = rule.text('Ipv6EgressRuleId');
    await owner.call('DeleteIpv6EgressOnlyRule', { Ipv6EgressOnlyRuleId: ruleId }, 'Vpc');
    await owner.call('DeleteIpv6Gateway', gateway, 'Vpc');
  });

  test('an address is allocated before anything has it', async ({ owner, other }) => {
    const vpcId = await createVpc(owner, block);
    const vswitchId = await createVSwitch(owner, vpcId, '172.16.1.0/24', { Ipv6CidrBlock: 1 });
    const allocated = await owner.call(
      'AllocateIpv6Address',
      { VSwitchId: vswitchId, Ipv6AddressName: 'a' },
      'Vpc',
    );
    const named = { Ipv6AddressId: allocated.text('Ipv6AddressId') };
    const address = allocated.text('Ipv6Address');
    expect(address).toMatch(/^2408:4005:300:101:/);
    await owner.call('ModifyIpv6AddressAttribute', { ...named, Description: 'd' }, 'Vpc');
    const listed = await owner.call('DescribeIpv6Addresses', { Ipv6Address: address }, 'Vpc');
    expect(listed.at('Ipv6Addresses.Ipv6Address')).toMatchObject([
      { ...named, Ipv6AddressName: 'a', Ipv6AddressDescription: 'd', AssociatedInstanceId: '' },
    ]);
    await expect(other.call('ReleaseIpv6Address', named, 'Vpc')).rejects.toMatchObject({
      code: 'ResourceNotFound.Ipv6Address',
    });
    await owner.call('ReleaseIpv6Address', named, 'Vpc');
    const left = await owner.call('DescribeIpv6Addresses', named, 'Vpc');
    expect(left.list('Ipv6Addresses.Ipv6Address')).toHaveLength(0);
  });
});
