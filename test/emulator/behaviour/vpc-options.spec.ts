import type { Account } from '../api-client.ts';
import { expect, test } from './fixtures.ts';
import { makeNetwork } from './instance-steps.ts';
import { createVpc } from './vpc-steps.ts';

test('VPCs have the options of a DHCP options set', async ({ owner }) => {
  const [first, second] = [await createVpc(owner), await createVpc(owner)];
  const created = await owner.call(
    'CreateDhcpOptionsSet',
    { DomainName: 'example.com', DomainNameServers: '10.0.0.2', DhcpOptionsSetName: 'set' },
    'Vpc',
  );
  const set = { DhcpOptionsSetId: created.text('DhcpOptionsSetId') };
  await owner.call('AttachDhcpOptionsSetToVpc', { ...set, VpcId: first }, 'Vpc');
  await owner.call('ReplaceVpcDhcpOptionsSet', { ...set, VpcId: second }, 'Vpc');
  await owner.call('UpdateDhcpOptionsSetAttribute', { ...set, DomainName: 'example.org' }, 'Vpc');
  const known = await owner.call('GetDhcpOptionsSet', set, 'Vpc');
  expect(known.body).toMatchObject({
    DhcpOptionsSetName: 'set',
    Status: 'InUse',
    DhcpOptions: { DomainName: 'example.org', DomainNameServers: '10.0.0.2' },
  });
  expect(known.list('AssociateVpcs')).toHaveLength(2);
  const vpcs = await owner.call('DescribeVpcs', set, 'Vpc');
  expect(vpcs.list('Vpcs.Vpc').map((vpc) => vpc.text('VpcId'))).toEqual([second, first]);
  await expect(
    owner.call('AttachDhcpOptionsSetToVpc', { ...set, VpcId: first }, 'Vpc'),
  ).rejects.toMatchObject({ code: 'InvalidAssociation.Duplicated' });
  await expect(owner.call('DeleteDhcpOptionsSet', set, 'Vpc')).rejects.toMatchObject({
    code: 'InvalidDhcpOptionsSetId.AttachedVpc',
  });
  for (const vpcId of [first, second]) {
    await owner.call('DetachDhcpOptionsSetFromVpc', { ...set, VpcId: vpcId }, 'Vpc');
  }
  const listed = await owner.call('ListDhcpOptionsSets', { DomainName: 'example.org' }, 'Vpc');
  expect(listed.at('DhcpOptionsSets')).toMatchObject([{ ...set, Status: 'Available', AssociateVpcCount: 0 }]);
  await owner.call('DeleteDhcpOptionsSet', set, 'Vpc');
  await expect(owner.call('GetDhcpOptionsSet', set, 'Vpc')).rejects.toMatchObject({ status: 404 });
});

test('a prefix list of VPC has as many entries as it says', async ({ owner }) => {
  const created = await owner.call(
    'CreateVpcPrefixList',
    { PrefixListName: 'list', MaxEntries: 2, 'PrefixListEntries.1.Cidr': '10.0.0.0/8' },
    'Vpc',
  );
  const list = { PrefixListId: created.text('PrefixListId') };
  const cidrs = async () => {
    const answer = await owner.call('GetVpcPrefixListEntries', list, 'Vpc');
    return answer.list('PrefixListEntry').map((entry) => entry.text('Cidr'));
  };
  await owner.call(
    'ModifyVpcPrefixList',
    {
      ...list,
      'AddPrefixListEntry.1.Cidr': '192.168.0.0/16',
      'AddPrefixListEntry.2.Cidr': '172.16.0.0/12',
      'RemovePrefixListEntry.1.Cidr': '10.0.0.0/8',
    },
    'Vpc',
  );
  expect(await cidrs()).toEqual(['192.168.0.0/16', '172.16.0.0/12']);
  const add = (cidr: string) =>
    owner.call('ModifyVpcPrefixList', { ...list, 'AddPrefixListEntry.1.Cidr': cidr }, 'Vpc');
  await expect(add('10.0.0.0/8')).rejects.toMatchObject({ code: 'QuotaExceeded.PrefixListEntry' });
  await expect(add('x')).rejects.toMatchObject({ code: 'InvalidParameter' });
  const listed = await owner.call('ListPrefixLists', { 'PrefixListIds.1': list.PrefixListId }, 'Vpc');
  expect(listed.at('PrefixLists')).toMatchObject([
    { PrefixListName: 'list', Status: 'Created', IpVersion: 'IPV4', MaxEntries: 2 },
  ]);
  const associations = await owner.call('GetVpcPrefixListAssociations', list, 'Vpc');
  expect(associations.list('PrefixListAssociation')).toHaveLength(0);
  await owner.call('DeleteVpcPrefixList', list, 'Vpc');
  await expect(cidrs()).rejects.toMatchObject({ code: 'ResourceNotFound.PrefixList', status: 404 });
});

test('a flow log records a VPC, a VSwitch or an interface, until it is told not to', async ({ owner }) => {
  const network = await makeNetwork(owner);
  const created = await owner.call('CreateNetworkInterface', {
    VSwitchId: network.vswitchId,
    SecurityGroupId: network.securityGroupId,
  });
  const store = { ProjectName: 'p', LogStoreName: 's', TrafficType: 'All' };
  const record = async (account: Account, resourceType: string, resourceId: string) =>
    (
      await account.call(
        'CreateFlowLog',
        { ...store, ResourceType: resourceType, ResourceId: resourceId },
        'Vpc',
      )
    ).text('FlowLogId');
  const ids = [
    await record(owner, 'VPC', network.vpcId),
    await record(owner, 'VSwitch', network.vswitchId),
    await record(owner, 'NetworkInterface', created.text('NetworkInterfaceId')),
  ];
  await expect(record(owner, 'VPC', 'vpc-none')).rejects.toMatchObject({ code: 'InvalidVpcId.NotFound' });
  await expect(record(owner, 'Disk', 'd-1')).rejects.toMatchObject({ code: 'InvalidParameter' });
  const of = async (parameters: Record<string, string>) => {
    const answer = await owner.call('DescribeFlowLogs', parameters, 'Vpc');
    return answer.list('FlowLogs.FlowLog').map((log) => log.text('FlowLogId'));
  };
  const first = { FlowLogId: ids[0] ?? '' };
  await owner.call('ModifyFlowLogAttribute', { ...first, FlowLogName: 'all', AggregationInterval: 1 }, 'Vpc');
  await owner.call('DeactiveFlowLog', first, 'Vpc');
  expect(await of({ VpcId: network.vpcId })).toEqual([...ids].reverse());
  expect(await of({ ResourceType: 'VSwitch' })).toEqual([ids[1]]);
  expect(await of({ Status: 'Inactive' })).toEqual([ids[0]]);
  expect(await of({ FlowLogName: 'all' })).toEqual([ids[0]]);
  await owner.call('ActiveFlowLog', first, 'Vpc');
  expect(await of({ Status: 'Active' })).toHaveLength(3);
  await owner.call('DeleteFlowLog', first, 'Vpc');
  expect(await of({})).toHaveLength(2);
});

test('a gateway endpoint leads from route tables to a service', async ({ owner }) => {
  const vpc = await owner.call('CreateVpc', {}, 'Vpc');
  const services = await owner.call('ListVpcEndpointServicesByEndUser', {}, 'Vpc');
  const serviceName = services.text('Services.0.ServiceName');
  const request = { VpcId: vpc.text('VpcId'), ServiceName: serviceName, EndpointName: 'oss' };
  const created = await owner.call('CreateVpcGatewayEndpoint', request, 'Vpc');
  const endpoint = { EndpointId: created.text('EndpointId') };
  const tables = { ...endpoint, 'RouteTableIds.1': vpc.text('RouteTableId') };
  await owner.call('AssociateRouteTablesWithVpcGatewayEndpoint', tables, 'Vpc');
  const attribute = await owner.call('GetVpcGatewayEndpointAttribute', endpoint, 'Vpc');
  expect(attribute.body).toMatchObject({
    EndpointName: 'oss',
    EndpointStatus: 'Created',
    RouteTables: [vpc.text('RouteTableId')],
  });
  await expect(owner.call('DeleteVpcGatewayEndpoint', endpoint, 'Vpc')).rejects.toMatchObject({
    code: 'DependencyViolation.RouteTable',
  });
  await owner.call('DissociateRouteTablesFromVpcGatewayEndpoint', tables, 'Vpc');
  await owner.call('UpdateVpcGatewayEndpointAttribute', { ...endpoint, EndpointDescription: 'd' }, 'Vpc');
  const listed = await owner.call('ListVpcGatewayEndpoints', { ServiceName: serviceName }, 'Vpc');
  expect(listed.at('Endpoints')).toMatchObject([{ EndpointDescription: 'd', AssociatedRouteTables: [] }]);
  await owner.call('DeleteVpcGatewayEndpoint', endpoint, 'Vpc');
  await expect(
    owner.call('CreateVpcGatewayEndpoint', { ...request, ServiceName: 'com.example' }, 'Vpc'),
  ).rejects.toMatchObject({ code: 'ResourceNotFound.EndpointService' });
});

test('every resource of VPC is tagged and moved to a resource group', async ({ owner }) => {
  const network = await makeNetwork(owner);
  const named = async (action: string, parameters: Record<string, string>, member: string) =>
    (await owner.call(action, parameters, 'Vpc')).text(member);
  const resources: readonly (readonly [string, string])[] = [
    ['EIP', await named('AllocateEipAddress', {}, 'AllocationId')],
    ['HAVIP', await named('CreateHaVip', { VSwitchId: network.vswitchId }, 'HaVipId')],
    ['ROUTETABLE', await named('CreateRouteTable', { VpcId: network.vpcId }, 'RouteTableId')],
    ['IPV4GATEWAY', await named('CreateIpv4Gateway', { VpcId: network.vpcId }, 'Ipv4GatewayId')],
    ['DhcpOptionsSet', await named('CreateDhcpOptionsSet', {}, 'DhcpOptionsSetId')],
    ['PrefixList', await named('CreateVpcPrefixList', {}, 'PrefixListId')],
  ];
  for (const [type, id] of resources) {
    const resource = { ResourceType: type, 'ResourceId.1': id };
    await owner.call('TagResources', { ...resource, 'Tag.1.Key': 'k', 'Tag.1.Value': type }, 'Vpc');
    const listed = await owner.call('ListTagResources', resource, 'Vpc');
    expect(listed.at('TagResources.TagResource')).toMatchObject([
      { ResourceId: id, TagKey: 'k', TagValue: type },
    ]);
    await owner.call(
      'MoveResourceGroup',
      { ResourceType: type, ResourceId: id, NewResourceGroupId: 'rg-2' },
      'Vpc',
    );
  }
  const moved = await owner.call('DescribeEipAddresses', { ResourceGroupId: 'rg-2' }, 'Vpc');
  expect(moved.list('EipAddresses.EipAddress')).toHaveLength(1);
  await expect(
    owner.call(
      'MoveResourceGroup',
      { ResourceType: 'EIP', ResourceId: 'x', NewResourceGroupId: 'rg-2' },
      'Vpc',
    ),
  ).rejects.toMatchObject({ code: 'InvalidResourceId.NotFound' });
});
