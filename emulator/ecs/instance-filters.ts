import { findInstanceType } from '../catalog/instance-types.ts';
import type { Context, EcsOperation } from '../context.ts';
import type { Instance } from '../state/rows/instance.ts';
import { fault } from '../wire/fault.ts';
import type { ErrorCode } from '../wire/fault.ts';
import { equals } from './filters.ts';
import { readIds } from './id-lists.ts';
import { wildcard } from './image-filters.ts';
import { tagFilter } from './tags.ts';

export type DescribeInstancesRequest = Parameters<EcsOperation<'DescribeInstances'>>[0];

type Filter = (instance: Instance) => boolean;

/**
 * What a DescribeInstances request asks for: one test for each parameter that is given.
 * @throws Fault for values that the parameters do not have
 */
export const instanceFilters = (request: DescribeInstancesRequest, context: Context): Filter[] => {
  if (!context.enforces('describe-instances.filters') || !asksForMore(request)) return [];
  const filters: (Filter | undefined)[] = [
    ...textFilters(request),
    ...choiceFilters(request),
    ...addressFilters(request, context),
    ...hostFilters(request),
    tagFilter(request.tag),
    ...(request.filter ?? []).map(({ key = '', value = '' }) => timeFilter(key, value)),
  ];
  return filters.filter((filter) => filter !== undefined);
};

/** What is no filter: most calls ask by id, or for a page of all. */
const unfiltered: ReadonlySet<string> = new Set([
  'regionId',
  'instanceIds',
  'pageNumber',
  'pageSize',
  'nextToken',
  'maxResults',
  'additionalAttributes',
  'needSaleCycle',
  'dryRun',
]);

const asksForMore = (request: DescribeInstancesRequest): boolean => {
  for (const name in request) if (!unfiltered.has(name)) return true;
  return false;
};

const given = (value: string | undefined): value is string => value !== undefined && value !== '';

const textFilters = (request: DescribeInstancesRequest): (Filter | undefined)[] => [
  equals(request.vpcId, ({ vpcId }) => vpcId),
  equals(request.vSwitchId, ({ vswitchId }) => vswitchId),
  equals(request.zoneId, ({ zoneId }) => zoneId),
  equals(request.imageId, ({ imageId }) => imageId),
  equals(request.instanceType, ({ instanceType }) => instanceType),
  equals(request.instanceTypeFamily, ({ instanceType }) => findInstanceType(instanceType)?.family ?? ''),
  equals(request.keyPairName, ({ keyPairName }) => keyPairName),
  equals(request.resourceGroupId, ({ resourceGroupId }) => resourceGroupId),
  nameFilter(request.instanceName),
  groupFilter(request.securityGroupId),
];

/** "*" stands for any text; without it the name is to be the same (DescribeInstances.md, InstanceName). */
const nameFilter = (pattern: string | undefined): Filter | undefined => {
  if (!given(pattern)) return undefined;
  const expression = wildcard(pattern);
  return ({ instanceName }) => expression.test(instanceName);
};

const groupFilter = (groupId: string | undefined): Filter | undefined =>
  given(groupId) ? ({ securityGroupIds }) => securityGroupIds.includes(groupId) : undefined;

const oneOf = (
  wanted: string | undefined,
  known: readonly string[],
  code: ErrorCode,
  read: (instance: Instance) => string | readonly string[],
): Filter | undefined => {
  if (!given(wanted)) return undefined;
  if (!known.includes(wanted)) throw fault(code, { Value: wanted, Status: wanted, Reason: wanted });
  return (instance) => [read(instance)].flat().includes(wanted);
};

const lockReasons = ['financial', 'security', 'Recycling', 'recycling', 'dedicatedhostfinancial', 'refunded'];

const choiceFilters = (request: DescribeInstancesRequest): (Filter | undefined)[] => [
  oneOf(
    request.status,
    ['Pending', 'Starting', 'Running', 'Stopping', 'Stopped'],
    'InvalidStatus.NotFound',
    ({ status }) => status,
  ),
  oneOf(
    request.instanceChargeType,
    ['PostPaid', 'PrePaid'],
    'InvalidInstanceChargeType.NotFound',
    ({ instanceChargeType }) => instanceChargeType,
  ),
  oneOf(
    request.internetChargeType,
    ['PayByBandwidth', 'PayByTraffic'],
    'InvalidInternetChargeType.ValueNotSupported',
    ({ internetChargeType }) => internetChargeType,
  ),
  oneOf(request.instanceNetworkType, ['vpc', 'classic'], 'InvalidNetworkType.NotFound', () => 'vpc'),
  oneOf(request.lockReason, lockReasons, 'InvalidLockReason.NotFound', ({ operationLocks }) =>
    operationLocks.map(({ lockReason }) => lockReason),
  ),
];

/** Each takes a JSON list of up to 100 addresses; an instance needs one of them. */
const addressFilters = (request: DescribeInstancesRequest, { tables }: Context): (Filter | undefined)[] => [
  anyOf('PrivateIpAddresses', request.privateIpAddresses, (instance) => [instance.privateIpAddress]),
  anyOf('PublicIpAddresses', request.publicIpAddresses, (instance) => [instance.publicIpAddress ?? '']),
  anyOf('EipAddresses', request.eipAddresses, (instance) => [instance.eipAddress?.ipAddress ?? '']),
  // Only the classic network and RDMA have these.
  anyOf('InnerIpAddresses', request.innerIpAddresses, () => []),
  anyOf('RdmaIpAddresses', request.rdmaIpAddresses, () => []),
  request.ipv6Address === undefined || request.ipv6Address.length === 0
    ? undefined
    : (instance) =>
        instance.networkInterfaceIds.some((id) =>
          tables.networkInterfaces
            .get(id)
            ?.ipv6Addresses.some((address) => request.ipv6Address?.includes(address)),
        ),
];

const anyOf = (
  parameter: string,
  list: string | undefined,
  read: (instance: Instance) => readonly string[],
): Filter | undefined => {
  if (!given(list)) return undefined;
  const refusal = (): ReturnType<typeof fault> =>
    fault('InvalidParameter', {
      Parameter: parameter,
      Reason: 'it must be a JSON list of up to 100 addresses',
    });
  const wanted = new Set(readIds(list, refusal));
  if (wanted.size > 100) throw refusal();
  return (instance) => read(instance).some((address) => wanted.has(address));
};

/** Every instance is I/O optimised and has its device available. */
const hostFilters = (request: DescribeInstancesRequest): (Filter | undefined)[] => {
  const { httpPutResponseHopLimit: hops } = request;
  return [
    request.ioOptimized === false || request.deviceAvailable === false ? () => false : undefined,
    equals(request.hpcClusterId, ({ hpcClusterId }) => hpcClusterId ?? ''),
    equals(request.httpEndpoint, ({ metadataOptions }) => metadataOptions.httpEndpoint),
    equals(request.httpTokens, ({ metadataOptions }) => metadataOptions.httpTokens),
    hops === undefined
      ? undefined
      : ({ metadataOptions }) => metadataOptions.httpPutResponseHopLimit === hops,
  ];
};

const timeFilter = (key: string, value: string): Filter | undefined => {
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z$/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) throw fault('InvalidFilterValue', { Key: key, Value: value });
  switch (key) {
    case 'CreationStartTime':
      return ({ createdAt }) => createdAt >= time;
    case 'CreationEndTime':
      return ({ createdAt }) => createdAt <= time;
    case 'ExpiredStartTime':
      return ({ expiresAt }) => expiresAt !== null && expiresAt >= time;
    case 'ExpiredEndTime':
      return ({ expiresAt }) => expiresAt !== null && expiresAt <= time;
    default:
      throw fault('InvalidFilterKey.NotFound', { Key: key });
  }
};
