import type { Context, VpcOperation } from '../context.ts';
import { readChoice } from '../ecs/choices.ts';
import { equals, matchesAll } from '../ecs/filters.ts';
import { newIpv6Addresses } from '../ecs/network-interface-rows.ts';
import { page } from '../ecs/paging.ts';
import { readTags, tagFilter } from '../ecs/tags.ts';
import { defaultResourceGroupId } from '../resource-manager/group-lookup.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { Ipv6InternetBandwidth } from '../state/rows/gateways.ts';
import { fault } from '../wire/fault.ts';
import { given } from './changes.ts';
import { ipv6AddressesOf, requireIpv6Address } from './ipv6-address-rows.ts';
import type { KnownIpv6Address } from './ipv6-address-rows.ts';
import { found, requireVSwitch } from './lookup.ts';
import { readText } from './names.ts';
import { newRow } from './new-row.ts';
import { toVpcTagList } from './vpc-tags.ts';

/** Takes an address of a VSwitch's IPv6 block before anything has it. */
export const allocateIpv6Address: VpcOperation<'AllocateIpv6Address'> = (request, context) => {
  const vswitch = requireVSwitch(context, request.vSwitchId);
  const { ipv6Address: wanted = '' } = request;
  const [ipv6Address = ''] = newIpv6Addresses(context, vswitch, wanted === '' ? [] : [wanted], 1);
  if (ipv6AddressesOf(context).some((other) => other.ipv6Address === ipv6Address)) {
    throw fault('InvalidIpv6Address.AlreadyExist', { IpAddress: ipv6Address });
  }
  const row = context.tables.ipv6Addresses.insert({
    ...newRow(context, 'ipv6'),
    ipv6Address,
    ipv6AddressName: readText('Ipv6AddressName', request.ipv6AddressName) ?? '',
    ipv6AddressDescription: readText('Ipv6AddressDescription', request.ipv6AddressDescription) ?? '',
    addressType: readChoice('AddressType', request.addressType, ['IPv6Address', 'IPv6Prefix']),
    vpcId: vswitch.vpcId,
    vswitchId: vswitch.id,
    resourceGroupId: request.resourceGroupId ?? defaultResourceGroupId(context.accountId),
    tags: readTags(request.tag, context),
  });
  return { ipv6AddressId: row.id, ipv6Address, resourceGroupId: row.resourceGroupId };
};

/** Changes name and description of an address that was allocated by itself. */
export const modifyIpv6AddressAttribute: VpcOperation<'ModifyIpv6AddressAttribute'> = (request, context) => {
  const { id } = requireAllocated(context, request.ipv6AddressId);
  context.tables.ipv6Addresses.update(
    id,
    given({
      ipv6AddressName: readText('Name', request.name),
      ipv6AddressDescription: readText('Description', request.description),
    }),
  );
  return {};
};

const requireAllocated = (context: Context, id: string) =>
  found(context.tables.ipv6Addresses.getOwn(id, context), 'ResourceNotFound.Ipv6Address', id);

/** Gives an address back that was allocated by itself. */
export const releaseIpv6Address: VpcOperation<'ReleaseIpv6Address'> = ({ ipv6AddressId }, context) => {
  const { id } = requireAllocated(context, ipv6AddressId);
  if (bandwidthOf(context, id) !== undefined)
    throw fault('DependencyViolation.Ipv6InternetBandwidth', { Id: id });
  context.tables.ipv6Addresses.delete(id);
  return {};
};

/** The bandwidth of an address, if the address still is. */
const bandwidthOf = ({ tables }: Context, addressId: string): Ipv6InternetBandwidth | undefined =>
  tables.ipv6InternetBandwidths.by('ipv6AddressId', addressId).toArray()[0];

/** Lists the caller's IPv6 addresses in the region: those allocated by themselves, and those of interfaces. */
export const describeIpv6Addresses: VpcOperation<'DescribeIpv6Addresses'> = (request, context) => {
  const matches = matchesAll<KnownIpv6Address>([
    equals(request.ipv6AddressId, ({ id }) => id),
    equals(request.ipv6Address, ({ ipv6Address }) => ipv6Address),
    equals(request.name, ({ name }) => name),
    equals(request.vpcId, ({ vpcId }) => vpcId),
    equals(request.vSwitchId, ({ vswitchId }) => vswitchId),
    equals(request.associatedInstanceId, ({ associatedInstanceId }) => associatedInstanceId),
    equals(request.associatedInstanceType, ({ associatedInstanceType }) => associatedInstanceType),
    equals(request.addressType, ({ addressType }) => addressType),
    equals(request.resourceGroupId, ({ resourceGroupId }) => resourceGroupId),
    equals(request.ipv6InternetBandwidthId, ({ id }) => bandwidthOf(context, id)?.id ?? ''),
    equals(request.networkType, ({ id }) => networkTypeOf(bandwidthOf(context, id))),
    request.serviceManaged === true ? () => false : undefined,
    tagFilter(request.tag),
  ]);
  const { items, info } = page(ipv6AddressesOf(context).filter(matches), request, context, {
    maxPageSize: 50,
  });
  return { ...info, ipv6Addresses: { ipv6Address: items.map((address) => describe(address, context)) } };
};

const networkTypeOf = (bandwidth: Ipv6InternetBandwidth | undefined): 'Public' | 'Private' =>
  bandwidth === undefined ? 'Private' : 'Public';

const describe = (address: KnownIpv6Address, context: Context) => {
  const bandwidth = bandwidthOf(context, address.id);
  const [gateway] = context.tables.ipv6Gateways.by('vpcId', address.vpcId).toArray();
  return {
    ipv6AddressId: address.id,
    ipv6Address: address.ipv6Address,
    ipv6AddressName: address.name,
    ipv6AddressDescription: address.description,
    addressType: address.addressType,
    status: 'Available',
    networkType: networkTypeOf(bandwidth),
    vpcId: address.vpcId,
    vSwitchId: address.vswitchId,
    associatedInstanceId: address.associatedInstanceId,
    associatedInstanceType: address.associatedInstanceType,
    ipv6GatewayId: gateway?.id ?? '',
    ipv6InternetBandwidth:
      bandwidth === undefined
        ? {}
        : {
            ipv6InternetBandwidthId: bandwidth.id,
            bandwidth: bandwidth.bandwidth,
            internetChargeType: bandwidth.internetChargeType,
            instanceChargeType: 'PostPaid',
            businessStatus: 'Normal',
          },
    realBandwidth: bandwidth?.bandwidth ?? 0,
    allocationTime: toIsoSeconds(address.createdAt),
    ipv6Isp: 'BGP',
    serviceManaged: 0,
    resourceGroupId: address.resourceGroupId,
    tags: { tag: toVpcTagList(address.tags) },
  };
};

/** Lets an address be reached in the internet, through the gateway of its VPC. */
export const allocateIpv6InternetBandwidth: VpcOperation<'AllocateIpv6InternetBandwidth'> = (
  request,
  context,
) => {
  const address = requireIpv6Address(context, request.ipv6AddressId);
  const [gateway] = context.tables.ipv6Gateways.by('vpcId', address.vpcId).toArray();
  const { id: ipv6GatewayId } = found(
    gateway,
    'ResourceNotFound.Ipv6Gateway',
    request.ipv6GatewayId ?? address.vpcId,
  );
  if (bandwidthOf(context, address.id) !== undefined) {
    throw fault('ResourceAlreadyExist.Ipv6InternetBandwidth', { Id: address.id });
  }
  const row = context.tables.ipv6InternetBandwidths.insert({
    ...newRow(context, 'ipv6bw'),
    ipv6AddressId: address.id,
    ipv6GatewayId,
    bandwidth: readBandwidth(request.bandwidth),
    internetChargeType: readChoice('InternetChargeType', request.internetChargeType, [
      'PayByBandwidth',
      'PayByTraffic',
    ]),
  });
  return { internetBandwidthId: row.id, ipv6AddressId: address.id };
};

/** Mbit/s, up to 5,000 (API page AllocateIpv6InternetBandwidth). @throws Fault InvalidParameter */
const readBandwidth = (bandwidth: number): number => {
  if (Number.isInteger(bandwidth) && bandwidth >= 1 && bandwidth <= 5000) return bandwidth;
  throw fault('InvalidParameter', { Parameter: 'Bandwidth', Reason: 'it is a whole number from 1 to 5000' });
};

interface NamedBandwidth {
  readonly ipv6InternetBandwidthId?: string;
  readonly ipv6AddressId?: string;
}

/** By its own id or by the address's. @throws Fault MissingParameter, ResourceNotFound.Ipv6InternetBandwidth */
const requireBandwidth = (context: Context, named: NamedBandwidth): Ipv6InternetBandwidth => {
  const { ipv6InternetBandwidthId: id = '', ipv6AddressId = '' } = named;
  if (id === '' && ipv6AddressId === '')
    throw fault('MissingParameter', { Parameter: 'Ipv6InternetBandwidthId' });
  const row =
    id === ''
      ? bandwidthOf(context, ipv6AddressId)
      : context.tables.ipv6InternetBandwidths.getOwn(id, context);
  const isOwn = row?.accountId === context.accountId;
  return found(isOwn ? row : undefined, 'ResourceNotFound.Ipv6InternetBandwidth', id || ipv6AddressId);
};

export const modifyIpv6InternetBandwidth: VpcOperation<'ModifyIpv6InternetBandwidth'> = (
  request,
  context,
) => {
  const { id } = requireBandwidth(context, request);
  context.tables.ipv6InternetBandwidths.update(id, { bandwidth: readBandwidth(request.bandwidth) });
  return {};
};

/** An address is reached in its VPC alone again. */
export const deleteIpv6InternetBandwidth: VpcOperation<'DeleteIpv6InternetBandwidth'> = (
  request,
  context,
) => {
  context.tables.ipv6InternetBandwidths.delete(requireBandwidth(context, request).id);
  return {};
};
