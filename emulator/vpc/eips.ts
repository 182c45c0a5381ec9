import type { Context, VpcOperation } from '../context.ts';
import { newPublicAddress } from '../ecs/instance-public-address.ts';
import { readTags } from '../ecs/tags.ts';
import { defaultResourceGroupId } from '../resource-manager/group-lookup.ts';
import { parseAddress } from './cidr.ts';
import type { Eip } from '../state/rows/eip.ts';
import { fault } from '../wire/fault.ts';
import { given } from './changes.ts';
import { readCharge } from './charges.ts';
import { readChoice } from '../ecs/choices.ts';
import { showOnInstance } from './eip-targets.ts';
import { requireEip } from './lookup.ts';
import { readText } from './names.ts';

/** Lines that addresses are sold on (API page AllocateEipAddress, ISP). */
const lines = [
  'BGP',
  'BGP_PRO',
  'ChinaTelecom',
  'ChinaUnicom',
  'ChinaMobile',
  'ChinaTelecom_L2',
  'ChinaUnicom_L2',
  'ChinaMobile_L2',
  'BGP_FinanceCloud',
  'BGP_International',
] as const;

/** Mbit/s where none is asked for. */
const defaultBandwidth = '5';

/** Gives the account a public address. */
export const allocateEipAddress: VpcOperation<'AllocateEipAddress'> = (request, context) => {
  const eip = allocate(context, request);
  return {
    allocationId: eip.id,
    eipAddress: eip.ipAddress,
    resourceGroupId: eip.resourceGroupId,
    ...(eip.instanceChargeType === 'PrePaid'
      ? { orderId: 2 * 10 ** 14 + context.randomInteger(10 ** 9) }
      : {}),
  };
};

/** As AllocateEipAddress: it also takes an address that the account asks for by name. */
export const allocateEipAddressPro: VpcOperation<'AllocateEipAddressPro'> = (request, context) =>
  allocateEipAddress(request, context);

type AllocateRequest = Parameters<VpcOperation<'AllocateEipAddress'>>[0];

const allocate = (context: Context, request: AllocateRequest): Eip => {
  const limit = context.quota('eipsPerRegion');
  if (context.tables.eips.list(context).count >= limit) throw fault('QuotaExceeded.Eip', { Limit: limit });
  const { instanceChargeType, period: duration, pricingCycle } = request;
  const charge = readCharge(given({ instanceChargeType, duration, pricingCycle }), context);
  const internetChargeType = readChoice('InternetChargeType', request.internetChargeType, [
    'PayByBandwidth',
    'PayByTraffic',
  ]);
  return context.tables.eips.insert({
    id: context.newId('eip'),
    accountId: context.accountId,
    regionId: context.regionId,
    status: 'Available',
    ipAddress: addressFor(context, request.ipAddress),
    name: readText('Name', request.name) ?? '',
    description: readText('Description', request.description) ?? '',
    bandwidth: readBandwidth(
      request.bandwidth ?? defaultBandwidth,
      charge.instanceChargeType,
      internetChargeType,
    ),
    isp: readChoice('ISP', request.ISP, lines),
    internetChargeType,
    ...charge,
    netmode: readChoice('Netmode', request.netmode, ['public']),
    mode: 'NAT',
    zone: request.zone ?? '',
    publicIpAddressPoolId: request.publicIpAddressPoolId ?? '',
    securityProtectionTypes: request.securityProtectionTypes ?? [],
    deletionProtection: false,
    monitorLog: null,
    association: null,
    resourceGroupId: request.resourceGroupId ?? defaultResourceGroupId(context.accountId),
    tags: readTags(request.tag, context),
    createdAt: context.now,
  });
};

/** @throws Fault InvalidParameter, InvalidAddress.AlreadyAllocated */
const addressFor = (context: Context, wanted = ''): string => {
  if (wanted === '') return newPublicAddress(context);
  if (parseAddress(wanted) === undefined) {
    throw fault('InvalidParameter', { Parameter: 'IpAddress', Reason: `${wanted} is no IPv4 address` });
  }
  if (context.tables.eips.by('ipAddress', wanted).count > 0) {
    throw fault('InvalidEipAddress.AlreadyAllocated', { IpAddress: wanted });
  }
  return wanted;
};

/**
 * Mbit/s: up to 200 paid by traffic, up to 500 paid by bandwidth as one goes, up to 1,000 paid before (API page
 * AllocateEipAddress, Bandwidth).
 * @throws Fault InvalidParameter
 */
const readBandwidth = (
  text: string,
  chargeType: Eip['instanceChargeType'],
  internetChargeType: Eip['internetChargeType'],
): number => {
  const most = chargeType === 'PrePaid' ? 1000 : internetChargeType === 'PayByTraffic' ? 200 : 500;
  const bandwidth = Number(text);
  if (Number.isInteger(bandwidth) && bandwidth >= 1 && bandwidth <= most) return bandwidth;
  throw fault('InvalidParameter', {
    Parameter: 'Bandwidth',
    Reason: `it is a whole number from 1 to ${most}`,
  });
};

/** Changes name, description and bandwidth. */
export const modifyEipAddressAttribute: VpcOperation<'ModifyEipAddressAttribute'> = (request, context) => {
  const eip = requireEip(context, request.allocationId);
  const { bandwidth } = request;
  const changed = context.tables.eips.update(
    eip.id,
    given({
      name: readText('Name', request.name),
      description: readText('Description', request.description),
      bandwidth:
        bandwidth === undefined
          ? undefined
          : readBandwidth(bandwidth, eip.instanceChargeType, eip.internetChargeType),
    }),
  );
  showOnInstance(context, changed);
  return {};
};

/** Says how an address is bound to a network interface: translated, or seen there itself. */
export const modifyEipForwardMode: VpcOperation<'ModifyEipForwardMode'> = (request, context) => {
  const eip = requireEip(context, request.instanceId);
  const mode = readChoice('Mode', request.mode, ['NAT', 'BINDED', 'MULTI_BINDED']);
  context.tables.eips.update(eip.id, { mode });
  return {};
};

/** Gives an address back that is bound to nothing. */
export const releaseEipAddress: VpcOperation<'ReleaseEipAddress'> = ({ allocationId }, context) => {
  const eip = requireEip(context, allocationId);
  if (eip.status !== 'Available')
    throw fault('IncorrectEipStatus', { AllocationId: eip.id, Status: eip.status });
  if (eip.deletionProtection) throw fault('InvalidOperation.DeletionProtection', { InstanceId: eip.id });
  context.tables.eips.delete(eip.id);
  return {};
};

/** Switches fine-grained monitoring on or off; its log goes to a store of Log Service. */
export const setHighDefinitionMonitorLogStatus: VpcOperation<'SetHighDefinitionMonitorLogStatus'> = (
  request,
  context,
) => {
  const eip = requireEip(context, request.instanceId);
  const isOn = readChoice('Status', request.status, ['OFF', 'ON']) === 'ON';
  const { logProject, logStore } = request;
  context.tables.eips.update(eip.id, { monitorLog: isOn ? { logProject, logStore } : null });
  return { success: 'true' };
};

/** Where the log of fine-grained monitoring goes. */
export const describeHighDefinitionMonitorLogAttribute: VpcOperation<
  'DescribeHighDefinitionMonitorLogAttribute'
> = ({ instanceId }, context) => {
  const eip = requireEip(context, instanceId);
  return { instanceId: eip.id, instanceType: 'EIP', success: 'true', ...(eip.monitorLog ?? {}) };
};
