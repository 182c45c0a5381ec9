import { findRegion } from '../catalog/regions.ts';
import type { Context, VpcOperation } from '../context.ts';
import { equals, matchesAll } from '../ecs/filters.ts';
import { page } from '../ecs/paging.ts';
import { tagFilter, toTagList } from '../ecs/tags.ts';
import { toIsoSeconds } from '../state/clock.ts';
import type { Eip } from '../state/rows/eip.ts';
import type { NatGateway } from '../state/rows/nat-gateway.ts';
import { expiredTime } from './charges.ts';
import { requireNatGateway } from './lookup.ts';

/** Lists the caller's NAT gateways in the region, newest first. */
export const describeNatGateways: VpcOperation<'DescribeNatGateways'> = (request, context) => {
  const matches = matchesAll<NatGateway>([
    equals(request.natGatewayId, ({ id }) => id),
    equals(request.vpcId, ({ vpcId }) => vpcId),
    equals(request.name, ({ name }) => name),
    equals(request.natType, ({ natType }) => natType),
    equals(request.networkType, ({ networkType }) => networkType),
    equals(request.spec, ({ spec }) => spec),
    equals(request.status, ({ status }) => status),
    equals(request.zoneId, ({ zoneId }) => zoneId),
    equals(request.instanceChargeType, ({ instanceChargeType }) => instanceChargeType),
    equals(request.resourceGroupId, ({ resourceGroupId }) => resourceGroupId),
    tagFilter(request.tag),
  ]);
  const rows = context.tables.natGateways.list(context).toArray().filter(matches);
  const { items, info } = page(rows, request, context, { maxPageSize: 50 });
  return { ...info, natGateways: { natGateway: items.map((row) => describe(row, context)) } };
};

/** What both Describe actions tell. */
const identityOf = (gateway: NatGateway) => ({
  natGatewayId: gateway.id,
  name: gateway.name,
  description: gateway.description,
  status: gateway.status,
  businessStatus: 'Normal',
  natType: gateway.natType,
  networkType: gateway.networkType,
  vpcId: gateway.vpcId,
  regionId: gateway.regionId,
  creationTime: toIsoSeconds(gateway.createdAt),
  expiredTime: expiredTime(gateway),
  ecsMetricEnabled: false,
  privateLinkEnabled: gateway.privateLinkEnabled,
  resourceGroupId: gateway.resourceGroupId,
  ...(gateway.accessMode === null ? {} : { accessMode: gateway.accessMode }),
});

const describe = (gateway: NatGateway, { tables }: Context) => ({
  ...identityOf(gateway),
  instanceChargeType: gateway.instanceChargeType,
  internetChargeType: gateway.internetChargeType,
  spec: gateway.spec,
  autoPay: gateway.instanceChargeType === 'PrePaid',
  eipBindMode: gateway.eipBindMode,
  icmpReplyEnabled: gateway.icmpReplyEnabled,
  deletionProtection: gateway.deletionProtection,
  enableSessionLog: 'false',
  securityProtectionEnabled: false,
  snatTableIds: { snatTableId: [gateway.snatTableId] },
  forwardTableIds: { forwardTableId: [gateway.forwardTableId] },
  fullNatTableIds: { fullNatTableId: [] },
  ipLists: {
    ipList: tables.eips
      .by('instanceId', gateway.id)
      .toArray()
      .map((eip) => ({
        ...usageOf(eip, gateway, tables),
        privateIpAddress: eip.association?.privateIpAddress ?? '',
      })),
  },
  natGatewayPrivateInfo: {
    vswitchId: gateway.vswitchId,
    izNo: gateway.zoneId,
    privateIpAddress: gateway.privateIpAddress,
    eniInstanceId: gateway.networkInterfaceId,
    eniType: gateway.natType === 'Enhanced' ? 'indep' : '',
    maxBandwidth: 5120,
    maxSessionEstablishRate: 1000,
    maxSessionQuota: 10000,
  },
  tags: { tag: toTagList(gateway.tags) },
});

/** An address of a gateway, and what uses it. */
const usageOf = (eip: Eip, { id }: NatGateway, tables: Context['tables']) => {
  const isForwarded = tables.forwardEntries
    .by('natGatewayId', id)
    .toArray()
    .some(({ externalIp }) => externalIp === eip.ipAddress);
  const isTranslated = tables.snatEntries
    .by('natGatewayId', id)
    .toArray()
    .some(({ snatIp }) => snatIp.split(',').includes(eip.ipAddress));
  const usingStatus = isForwarded ? 'UsedByForwardTable' : isTranslated ? 'UsedBySnatTable' : 'Idle';
  return { allocationId: eip.id, ipAddress: eip.ipAddress, usingStatus, snatEntryEnabled: isTranslated };
};

/** All that is known of one gateway. */
export const getNatGatewayAttribute: VpcOperation<'GetNatGatewayAttribute'> = ({ natGatewayId }, context) => {
  const gateway = requireNatGateway(context, natGatewayId);
  const { snatEntries, forwardEntries, eips } = context.tables;
  const { id, snatTableId, forwardTableId } = gateway;
  return {
    ...identityOf(gateway),
    billingConfig: {
      autoPay: String(gateway.instanceChargeType === 'PrePaid'),
      instanceChargeType: gateway.instanceChargeType,
      internetChargeType: gateway.internetChargeType,
      spec: gateway.spec,
    },
    deletionProtectionInfo: { enabled: gateway.deletionProtection },
    enableSessionLog: false,
    snatTable: { snatTableId, snatEntryCount: snatEntries.by('natGatewayId', id).count },
    forwardTable: { forwardTableId, forwardEntryCount: forwardEntries.by('natGatewayId', id).count },
    ipList: eips
      .by('instanceId', id)
      .toArray()
      .map((eip) => usageOf(eip, gateway, context.tables)),
    privateInfo: {
      vswitchId: gateway.vswitchId,
      izNo: gateway.zoneId,
      privateIpAddress: gateway.privateIpAddress,
      eniInstanceId: gateway.networkInterfaceId,
      maxBandwidth: 5120,
    },
  };
};

/** Zones that have gateways of type Enhanced: all of a region. */
export const listEnhanhcedNatGatewayAvailableZones: VpcOperation<'ListEnhanhcedNatGatewayAvailableZones'> = (
  _request,
  { regionId },
) => ({ zones: (findRegion(regionId)?.zones ?? []).map(({ zoneId, localName }) => ({ zoneId, localName })) });
