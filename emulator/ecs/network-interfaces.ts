import type { Context, EcsOperation } from '../context.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { NetworkInterface } from '../state/rows/network-interface.ts';
import { fault } from '../wire/fault.ts';
import { equals } from './filters.ts';
import { wildcard } from './image-filters.ts';
import { prefixSetsOf } from './network-interface-prefixes.ts';
import { shownTypeOf } from './network-interface-rows.ts';
import { page } from './paging.ts';
import { tagFilter, toTagList } from './tags.ts';

type DescribeRequest = Parameters<EcsOperation<'DescribeNetworkInterfaces'>>[0];
type Filter = (row: NetworkInterface) => boolean;

/** Lists the region's network interfaces, newest first. */
export const describeNetworkInterfaces: EcsOperation<'DescribeNetworkInterfaces'> = (request, context) => {
  const filters = filtersOf(request);
  const asked = interfacesAskedFor(request, context);
  const found =
    filters.length === 0 ? asked : [...asked].filter((row) => filters.every((filter) => filter(row)));
  const { items, info } = page(found, request, context, { minResults: 10, maxResults: 500 });
  return {
    ...info,
    networkInterfaceSets: { networkInterfaceSet: items.map((row) => describeInterface(row, context)) },
  };
};

const interfacesAskedFor = (request: DescribeRequest, context: Context) => {
  const { networkInterfaces } = context.tables;
  const { networkInterfaceId: ids = [], instanceId = '', vSwitchId = '', securityGroupId = '' } = request;
  const isOwn = (row: NetworkInterface): boolean =>
    row.accountId === context.accountId && row.regionId === context.regionId;
  if (ids.length > 0) return [...new Set(ids)].flatMap((id) => networkInterfaces.getOwn(id, context) ?? []);
  if (instanceId !== '') return [...networkInterfaces.by('instanceId', instanceId)].filter(isOwn);
  if (vSwitchId !== '') return [...networkInterfaces.by('vswitchId', vSwitchId)].filter(isOwn);
  if (securityGroupId !== '')
    return [...networkInterfaces.by('securityGroupId', securityGroupId)].filter(isOwn);
  return networkInterfaces.list(context);
};

const given = (value: string | undefined): value is string => value !== undefined && value !== '';

const hasAny = (
  wanted: readonly string[] | undefined,
  read: (row: NetworkInterface) => readonly string[],
): Filter | undefined =>
  wanted === undefined || wanted.length === 0
    ? undefined
    : (row) => read(row).some((item) => wanted.includes(item));

const filtersOf = (request: DescribeRequest): Filter[] => {
  const { networkInterfaceName: name, type = '' } = request;
  if (!['', 'Primary', 'Secondary', 'Trunk'].includes(type)) {
    throw fault('InvalidParameter', { Parameter: 'Type', Reason: 'it must be Primary, Secondary or Trunk' });
  }
  const named = given(name) ? wildcard(name) : undefined;
  const filters: (Filter | undefined)[] = [
    equals(request.instanceId, ({ instanceId }) => instanceId),
    equals(request.vSwitchId, ({ vswitchId }) => vswitchId),
    equals(request.vpcId, ({ vpcId }) => vpcId),
    equals(type, shownTypeOf),
    equals(request.status, ({ status }) => status),
    equals(request.resourceGroupId, ({ resourceGroupId }) => resourceGroupId),
    equals(request.primaryIpAddress, ({ privateIpAddress }) => privateIpAddress),
    named === undefined ? undefined : (row) => named.test(row.networkInterfaceName),
    hasAny(given(request.securityGroupId) ? [request.securityGroupId] : [], (row) => row.securityGroupIds),
    hasAny(request.privateIpAddress, ({ privateIpAddresses }) => privateIpAddresses),
    hasAny(request.ipv6Address, ({ ipv6Addresses }) => ipv6Addresses),
    // None is managed by another service.
    request.serviceManaged === true ? () => false : undefined,
    tagFilter(request.tag),
  ];
  return filters.filter((filter) => filter !== undefined);
};

/** The public address that leads to a private one: the instance's own, or an elastic one with its id. */
const publicAddressOf = (row: NetworkInterface, privateIpAddress: string, { tables }: Context) => {
  const ofInterface = tables.eips
    .by('instanceId', row.id)
    .toArray()
    .find(({ association }) => (association?.privateIpAddress || row.privateIpAddress) === privateIpAddress);
  if (ofInterface !== undefined) {
    return { publicIpAddress: ofInterface.ipAddress, allocationId: ofInterface.id };
  }
  const instance = tables.instances.get(row.instanceId);
  if (row.type !== 'Primary' || privateIpAddress !== row.privateIpAddress || instance === undefined)
    return {};
  const { eipAddress, publicIpAddress } = instance;
  if (eipAddress !== null) {
    return { publicIpAddress: eipAddress.ipAddress, allocationId: eipAddress.allocationId };
  }
  return publicIpAddress === null ? {} : { publicIpAddress };
};

const describeInterface = (row: NetworkInterface, context: Context) => {
  return {
    networkInterfaceId: row.id,
    networkInterfaceName: row.networkInterfaceName,
    description: row.description,
    type: shownTypeOf(row),
    status: row.status,
    instanceId: row.instanceId,
    vpcId: row.vpcId,
    vSwitchId: row.vswitchId,
    zoneId: row.zoneId,
    macAddress: row.macAddress,
    privateIpAddress: row.privateIpAddress,
    privateIpSets: {
      privateIpSet: row.privateIpAddresses.map((privateIpAddress) => ({
        privateIpAddress,
        primary: privateIpAddress === row.privateIpAddress,
        associatedPublicIp: publicAddressOf(row, privateIpAddress, context),
      })),
    },
    ipv6Sets: { ipv6Set: row.ipv6Addresses.map((ipv6Address) => ({ ipv6Address })) },
    ...prefixSetsOf(row),
    associatedPublicIp: publicAddressOf(row, row.privateIpAddress, context),
    attachment: {
      instanceId: row.instanceId,
      deviceIndex: row.type === 'Primary' ? 0 : 1,
      networkCardIndex: row.networkCardIndex,
    },
    securityGroupIds: { securityGroupId: [...row.securityGroupIds] },
    ownerId: row.accountId,
    resourceGroupId: row.resourceGroupId,
    creationTime: toIsoSeconds(row.createdAt),
    queueNumber: row.queueNumber,
    queuePairNumber: row.queuePairNumber,
    networkInterfaceTrafficMode: row.trafficMode,
    deleteOnRelease: row.deleteOnRelease,
    sourceDestCheck: false,
    serviceManaged: false,
    tags: { tag: toTagList(row.tags) },
  };
};
