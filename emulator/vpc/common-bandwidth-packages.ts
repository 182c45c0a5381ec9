import type { Context, VpcOperation } from '../context.ts';
import { readChoice } from '../ecs/choices.ts';
import { equals, isOneOf, matchesAll } from '../ecs/filters.ts';
import { page } from '../ecs/paging.ts';
import { readTags, tagFilter } from '../ecs/tags.ts';
import { defaultResourceGroupId } from '../resource-manager/group-lookup.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { CommonBandwidthPackage } from '../state/rows/common-bandwidth-package.ts';
import { fault } from '../wire/fault.ts';
import { given } from './changes.ts';
import { requireCommonBandwidthPackage } from './lookup.ts';
import { readText } from './names.ts';
import { newRow } from './new-row.ts';
import { toVpcTagList } from './vpc-tags.ts';

/** Makes bandwidth that addresses can share. */
export const createCommonBandwidthPackage: VpcOperation<'CreateCommonBandwidthPackage'> = (
  request,
  context,
) => {
  const row = context.tables.commonBandwidthPackages.insert({
    ...newRow(context, 'cbwp'),
    status: 'Available',
    name: readText('Name', request.name) ?? '',
    description: readText('Description', request.description) ?? '',
    bandwidth: readBandwidth(request.bandwidth),
    internetChargeType: readChoice('InternetChargeType', request.internetChargeType, [
      'PayByBandwidth',
      'PayBy95',
      'PayByDominantTraffic',
    ]),
    isp: request.ISP ?? 'BGP',
    ratio: request.ratio ?? 100,
    zone: request.zone ?? '',
    securityProtectionTypes: request.securityProtectionTypes ?? [],
    deletionProtection: false,
    resourceGroupId: request.resourceGroupId ?? defaultResourceGroupId(context.accountId),
    tags: readTags(request.tag, context),
  });
  return { bandwidthPackageId: row.id, resourceGroupId: row.resourceGroupId };
};

/** Mbit/s. @throws Fault InvalidParameter */
const readBandwidth = (text: string | number): number => {
  const bandwidth = Number(text);
  if (Number.isInteger(bandwidth) && bandwidth >= 1) return bandwidth;
  throw fault('InvalidParameter', { Parameter: 'Bandwidth', Reason: 'it is a number of Mbit/s' });
};

/** Changes name and description. */
export const modifyCommonBandwidthPackageAttribute: VpcOperation<'ModifyCommonBandwidthPackageAttribute'> = (
  request,
  context,
) => {
  const { id } = requireCommonBandwidthPackage(context, request.bandwidthPackageId);
  context.tables.commonBandwidthPackages.update(
    id,
    given({
      name: readText('Name', request.name),
      description: readText('Description', request.description),
    }),
  );
  return {};
};

/** Changes the bandwidth. */
export const modifyCommonBandwidthPackageSpec: VpcOperation<'ModifyCommonBandwidthPackageSpec'> = (
  request,
  context,
) => {
  const { id } = requireCommonBandwidthPackage(context, request.bandwidthPackageId);
  context.tables.commonBandwidthPackages.update(id, { bandwidth: readBandwidth(request.bandwidth) });
  return {};
};

/** Deletes a package; with Force also one that addresses share, which then have their own bandwidth again. */
export const deleteCommonBandwidthPackage: VpcOperation<'DeleteCommonBandwidthPackage'> = (
  request,
  context,
) => {
  const row = requireCommonBandwidthPackage(context, request.bandwidthPackageId);
  if (row.deletionProtection) throw fault('InvalidOperation.DeletionProtection', { InstanceId: row.id });
  const { eips } = context.tables;
  const sharing = eips.by('bandwidthPackageId', row.id).toArray();
  if (sharing.length > 0 && request.force?.toLowerCase() !== 'true') {
    throw fault('DependencyViolation', { Details: `addresses share ${row.id}` });
  }
  for (const { id } of sharing) eips.update(id, { commonBandwidth: null });
  context.tables.commonBandwidthPackages.delete(row.id);
  return {};
};

/** Lists the caller's packages in the region with the addresses that share them. */
export const describeCommonBandwidthPackages: VpcOperation<'DescribeCommonBandwidthPackages'> = (
  request,
  context,
) => {
  const matches = matchesAll<CommonBandwidthPackage>([
    isOneOf<CommonBandwidthPackage>(
      request.bandwidthPackageId === undefined || request.bandwidthPackageId === ''
        ? undefined
        : request.bandwidthPackageId.split(','),
      ({ id }) => id,
    ),
    equals(request.name, ({ name }) => name),
    equals(request.resourceGroupId, ({ resourceGroupId }) => resourceGroupId),
    request.securityProtectionEnabled === undefined
      ? undefined
      : ({ securityProtectionTypes }) =>
          securityProtectionTypes.length > 0 === request.securityProtectionEnabled,
    tagFilter(request.tag),
  ]);
  const rows = context.tables.commonBandwidthPackages.list(context).toArray().filter(matches);
  const { items, info } = page(rows, request, context, { maxPageSize: 50 });
  return {
    ...info,
    commonBandwidthPackages: { commonBandwidthPackage: items.map((row) => describe(row, context)) },
  };
};

const describe = (row: CommonBandwidthPackage, { tables }: Context) => ({
  bandwidthPackageId: row.id,
  name: row.name,
  description: row.description,
  status: row.status,
  businessStatus: 'Normal',
  bandwidth: String(row.bandwidth),
  internetChargeType: row.internetChargeType,
  instanceChargeType: 'PostPaid',
  ISP: row.isp,
  ratio: row.ratio,
  zone: row.zone,
  regionId: row.regionId,
  creationTime: toIsoSeconds(row.createdAt),
  expiredTime: '',
  deletionProtection: row.deletionProtection,
  hasReservationData: 'false',
  serviceManaged: 0,
  securityProtectionTypes: { securityProtectionType: [...row.securityProtectionTypes] },
  publicIpAddresses: {
    publicIpAddresse: tables.eips
      .by('bandwidthPackageId', row.id)
      .toArray()
      .map(({ id, ipAddress }) => ({
        allocationId: id,
        ipAddress,
        bandwidthPackageIpRelationStatus: 'BINDED',
      })),
  },
  resourceGroupId: row.resourceGroupId,
  tags: { tag: toVpcTagList(row.tags) },
});
