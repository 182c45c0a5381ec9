import type { Context, VpcOperation } from '../context.ts';
import { equals, isOneOf, matchesAll } from '../ecs/filters.ts';
import { expiredTime } from './charges.ts';
import { page } from '../ecs/paging.ts';
import { tagFilter } from '../ecs/tags.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { Eip } from '../state/rows/eip.ts';
import { toVpcTagList } from './vpc-tags.ts';

type DescribeRequest = Parameters<VpcOperation<'DescribeEipAddresses'>>[0];

/** Lists the caller's addresses in the region, newest first. Ids and addresses have commas between. */
export const describeEipAddresses: VpcOperation<'DescribeEipAddresses'> = (request, context) => {
  const rows = context.tables.eips
    .list(context)
    .toArray()
    .filter(matchesAll(filtersOf(request)));
  const { items, info } = page(rows, request, context);
  return { ...info, eipAddresses: { eipAddress: items.map((eip) => describe(eip, context)) } };
};

const filtersOf = (request: DescribeRequest) => [
  isOneOf<Eip>(request.allocationId?.split(','), ({ id }) => id),
  isOneOf<Eip>(request.eipAddress?.split(','), ({ ipAddress }) => ipAddress),
  equals<Eip>(request.status, ({ status }) => status),
  equals<Eip>(request.eipName, ({ name }) => name),
  equals<Eip>(request.ISP, ({ isp }) => isp),
  equals<Eip>(request.chargeType, ({ instanceChargeType }) => instanceChargeType),
  equals<Eip>(request.resourceGroupId, ({ resourceGroupId }) => resourceGroupId),
  equals<Eip>(request.publicIpAddressPoolId, ({ publicIpAddressPoolId }) => publicIpAddressPoolId),
  equals<Eip>(request.associatedInstanceId, ({ association }) => association?.instanceId ?? ''),
  equals<Eip>(request.associatedInstanceType, ({ association }) => association?.instanceType ?? ''),
  request.securityProtectionEnabled === undefined
    ? undefined
    : ({ securityProtectionTypes }: Eip) =>
        securityProtectionTypes.length > 0 === request.securityProtectionEnabled,
  // None is part of a segment, managed by another service, or locked.
  equals<Eip>(request.segmentInstanceId, () => ''),
  equals<Eip>(request.lockReason, () => ''),
  request.serviceManaged === true ? () => false : undefined,
  tagFilter(request.tag),
];

/** Its own bandwidth, or what it has of the package that it shares. */
const bandwidthOf = ({ bandwidth, commonBandwidth = null }: Eip, { tables }: Context) => {
  const shared = tables.commonBandwidthPackages.get(commonBandwidth?.packageId ?? '');
  return shared === undefined
    ? {
        bandwidth: String(bandwidth),
        bandwidthPackageId: '',
        bandwidthPackageType: '',
        bandwidthPackageBandwidth: '',
      }
    : {
        bandwidth: String(commonBandwidth?.limit ?? shared.bandwidth),
        bandwidthPackageId: shared.id,
        bandwidthPackageType: 'CommonBandwidthPackage',
        bandwidthPackageBandwidth: String(shared.bandwidth),
      };
};

/** Members under names that only older SDKs have; the provider reads them still. */
const underOlderNames = ({ regionId, description }: Eip) => ({
  availableRegions: { availableRegion: [regionId] },
  descritpion: description,
});

const describe = (eip: Eip, context: Context) => ({
  ...underOlderNames(eip),
  allocationId: eip.id,
  allocationTime: toIsoSeconds(eip.createdAt),
  ipAddress: eip.ipAddress,
  name: eip.name,
  description: eip.description,
  status: eip.status,
  ...bandwidthOf(eip, context),
  eipBandwidth: String(eip.bandwidth),
  internetChargeType: eip.internetChargeType,
  chargeType: eip.instanceChargeType,
  expiredTime: expiredTime(eip),
  businessStatus: 'Normal',
  ISP: eip.isp,
  netmode: eip.netmode,
  mode: eip.mode,
  zone: eip.zone,
  regionId: eip.regionId,
  publicIpAddressPoolId: eip.publicIpAddressPoolId,
  securityProtectionTypes: { securityProtectionType: [...eip.securityProtectionTypes] },
  deletionProtection: eip.deletionProtection,
  HDMonitorStatus: eip.monitorLog === null ? 'OFF' : 'ON',
  instanceId: eip.association?.instanceId ?? '',
  instanceType: eip.association?.instanceType ?? '',
  instanceRegionId: eip.association === null ? '' : eip.regionId,
  privateIpAddress: eip.association?.privateIpAddress ?? '',
  vpcId: eip.association?.vpcId ?? '',
  segmentInstanceId: '',
  hasReservationData: 'false',
  secondLimited: false,
  serviceManaged: 0,
  operationLocks: { lockReason: [] },
  resourceGroupId: eip.resourceGroupId,
  tags: { tag: toVpcTagList(eip.tags) },
});
