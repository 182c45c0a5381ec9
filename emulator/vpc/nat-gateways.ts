import type { Context, Transitions, VpcOperation } from '../context.ts';
import { readChoice } from '../ecs/choices.ts';
import { readTags } from '../ecs/tags.ts';
import { defaultResourceGroupId } from '../resource-manager/group-lookup.ts';
import type { NatGateway } from '../state/rows/nat-gateway.ts';
import type { VSwitch } from '../state/rows/network.ts';
import { becomes } from '../status-change.ts';
import { fault } from '../wire/fault.ts';
import { allocateAddress } from './addresses.ts';
import { given } from './changes.ts';
import { readCharge } from './charges.ts';
import { requireNatGateway, requireVpc, requireVSwitch } from './lookup.ts';
import { readText } from './names.ts';
import { releaseAddressesOf } from './released-addresses.ts';

/** Lifelike time until a gateway is Available; milliseconds. */
const creationTime = 30_000;
const changeTime = 5_000;

const available = 'nat-gateway.available';

const bindModes = ['MULTI_BINDED', 'NAT'] as const;

type CreateRequest = Parameters<VpcOperation<'CreateNatGateway'>>[0];

/** Makes a NAT gateway with its SNAT table and its DNAT table; one of type Enhanced lies in a VSwitch. */
export const createNatGateway: VpcOperation<'CreateNatGateway'> = (request, context) => {
  const gateway = newGateway(context, request);
  context.schedule(creationTime, available, gateway.id);
  return {
    natGatewayId: gateway.id,
    snatTableIds: { snatTableId: [gateway.snatTableId] },
    forwardTableIds: { forwardTableId: [gateway.forwardTableId] },
    fullNatTableIds: { fullNatTableId: [] },
  };
};

const newGateway = (context: Context, request: CreateRequest): NatGateway => {
  const vpc = requireVpc(context, request.vpcId);
  const natType = readChoice('NatType', request.natType, ['Enhanced', 'Normal']);
  const vswitch = natType === 'Enhanced' ? vswitchFor(context, vpc.id, request.vSwitchId) : undefined;
  const { instanceChargeType, pricingCycle } = request;
  const duration = Number(request.duration ?? 1);
  const internetChargeType = readChoice('InternetChargeType', request.internetChargeType, [
    'PayByLcu',
    'PayBySpec',
  ]);
  return context.tables.natGateways.insert({
    id: context.newId('ngw'),
    accountId: context.accountId,
    regionId: context.regionId,
    status: 'Creating',
    name: readText('Name', request.name) ?? '',
    description: readText('Description', request.description) ?? '',
    natType,
    networkType: readChoice('NetworkType', request.networkType, ['internet', 'intranet']),
    vpcId: vpc.id,
    ...placeIn(context, vswitch, request.natIp),
    ...readCharge({ duration, ...given({ instanceChargeType, pricingCycle }) }, context),
    internetChargeType,
    spec: specOf(request.spec, internetChargeType),
    eipBindMode: readChoice('EipBindMode', request.eipBindMode, bindModes),
    icmpReplyEnabled: request.icmpReplyEnabled ?? true,
    privateLinkEnabled: request.privateLinkEnabled ?? false,
    accessMode: accessModeOf(request),
    deletionProtection: false,
    snatTableId: context.newId('stb'),
    forwardTableId: context.newId('ftb'),
    resourceGroupId: defaultResourceGroupId(context.accountId),
    tags: readTags(request.tag, context),
    createdAt: context.now,
  });
};

const specs = ['Small', 'Middle', 'Large', 'XLarge.1'] as const;

/** A gateway that is paid by use has no size (the provider's tests of it find an empty one). */
const specOf = (spec: string | undefined, internetChargeType: string): string =>
  internetChargeType === 'PayByLcu' ? '' : readChoice('Spec', spec, specs);

/** @throws Fault MissingParameter, InvalidVSwitchId.NotFound (also for one of another VPC) */
const vswitchFor = (context: Context, vpcId: string, vswitchId = ''): VSwitch => {
  if (vswitchId === '') throw fault('MissingParameter', { Parameter: 'VSwitchId' });
  const vswitch = requireVSwitch(context, vswitchId);
  if (vswitch.vpcId !== vpcId) throw fault('InvalidVSwitchId.NotFound', { VSwitchId: vswitchId });
  return vswitch;
};

const placeIn = (context: Context, vswitch: VSwitch | undefined, wanted: string | undefined) =>
  vswitch === undefined
    ? { vswitchId: '', zoneId: '', privateIpAddress: '', networkInterfaceId: '' }
    : {
        vswitchId: vswitch.id,
        zoneId: vswitch.zoneId,
        privateIpAddress: allocateAddress(context, vswitch, wanted),
        networkInterfaceId: context.newId('eni'),
      };

const accessModeOf = ({ accessMode }: CreateRequest): NatGateway['accessMode'] =>
  accessMode === undefined
    ? null
    : { modeValue: accessMode.modeValue ?? '', tunnelType: accessMode.tunnelType ?? '' };

/** A gateway that nothing is happening to. @throws Fault IncorrectStatus.NatGateway */
const requireAvailable = (context: Context, id: string): NatGateway => {
  const gateway = requireNatGateway(context, id);
  if (gateway.status !== 'Available') {
    throw fault('IncorrectStatus.NatGateway', { Id: id, Status: gateway.status });
  }
  return gateway;
};

/** Changes what is named. */
export const modifyNatGatewayAttribute: VpcOperation<'ModifyNatGatewayAttribute'> = (request, context) => {
  const gateway = requireNatGateway(context, request.natGatewayId);
  const { eipBindMode } = request;
  context.tables.natGateways.update(
    gateway.id,
    given({
      name: readText('Name', request.name),
      description: readText('Description', request.description),
      eipBindMode: eipBindMode === undefined ? undefined : readChoice('EipBindMode', eipBindMode, bindModes),
      icmpReplyEnabled: request.icmpReplyEnabled,
    }),
  );
  return {};
};

/** Changes the size of a gateway that is paid by it. */
export const modifyNatGatewaySpec: VpcOperation<'ModifyNatGatewaySpec'> = (request, context) => {
  const { id, internetChargeType } = requireAvailable(context, request.natGatewayId);
  if (internetChargeType === 'PayByLcu') {
    throw fault('InvalidParameter', { Parameter: 'Spec', Reason: 'the gateway is paid by use' });
  }
  context.tables.natGateways.update(id, { spec: readChoice('Spec', request.spec, specs) });
  return {};
};

/** Makes a gateway of type Normal one of type Enhanced, in a VSwitch of its VPC. */
export const updateNatGatewayNatType: VpcOperation<'UpdateNatGatewayNatType'> = (request, context) => {
  const gateway = requireAvailable(context, request.natGatewayId);
  if (request.natType !== 'Enhanced') {
    throw fault('InvalidParameter', { Parameter: 'NatType', Reason: 'a gateway can become Enhanced only' });
  }
  const vswitch = vswitchFor(context, gateway.vpcId, request.vSwitchId);
  context.tables.natGateways.update(gateway.id, {
    natType: 'Enhanced',
    status: 'Modifying',
    ...placeIn(context, vswitch, undefined),
  });
  context.schedule(changeTime, available, gateway.id);
  return {};
};

/** Deletes a gateway; with Force its entries go too, and its addresses are freed. */
export const deleteNatGateway: VpcOperation<'DeleteNatGateway'> = (request, context) => {
  const gateway = requireNatGateway(context, request.natGatewayId);
  if (gateway.deletionProtection) {
    throw fault('InvalidOperation.DeletionProtection', { InstanceId: gateway.id });
  }
  if (request.force !== true) checkNothingDepends(context, gateway);
  const { snatEntries, forwardEntries, natGateways } = context.tables;
  releaseAddressesOf(context, gateway.id);
  for (const { id } of snatEntries.by('natGatewayId', gateway.id)) snatEntries.delete(id);
  for (const { id } of forwardEntries.by('natGatewayId', gateway.id)) forwardEntries.delete(id);
  natGateways.delete(gateway.id);
  return {};
};

/** @throws Fault DependencyViolation.EIPS, DependencyViolation.SnatTable, DependencyViolation.ForwardTable */
const checkNothingDepends = ({ tables }: Context, { id }: NatGateway): void => {
  if (tables.eips.by('instanceId', id).count > 0) throw fault('DependencyViolation.EIPS', { Id: id });
  if (tables.snatEntries.by('natGatewayId', id).count > 0)
    throw fault('DependencyViolation.SnatTable', { Id: id });
  if (tables.forwardEntries.by('natGatewayId', id).count > 0)
    throw fault('DependencyViolation.ForwardTable', { Id: id });
};

export const natGatewayTransitions: Transitions = {
  [available]: becomes(({ natGateways }) => natGateways, 'Available'),
};
