import { findRegion } from '../catalog/regions.ts';
import type { Context, VpcOperation } from '../context.ts';
import { readTags } from '../ecs/tags.ts';
import type { Vpc, VSwitch } from '../state/rows/network.ts';
import { fault } from '../wire/fault.ts';
import { checkVSwitchBlock } from './blocks.ts';
import { vswitchIpv6Block } from './ipv6.ts';
import { requireVpc, requireVSwitch } from './lookup.ts';
import { checkDescription, checkName } from './names.ts';
import { addToTables, removeFromTables } from './system-routes.ts';

/** Lifelike time until a VSwitch is Available; milliseconds. */
const creationTime = 3_000;

/** Makes a VSwitch in a zone, in a block of its VPC that is still free. */
export const createVSwitch: VpcOperation<'CreateVSwitch'> = (request, context) => {
  const vpc = requireVpc(context, request.vpcId);
  if (context.enforces('vpc.available-only') && vpc.status !== 'Available') {
    throw fault('IncorrectVpcStatus', { VpcId: vpc.id });
  }
  checkZone(context, request.zoneId);
  checkVSwitchBlock(context, vpc, request.cidrBlock);
  checkQuota(context, vpc);
  const { ipv6CidrBlock } = request;
  const vswitch: VSwitch = context.tables.vswitches.insert({
    id: context.newId('vsw'),
    accountId: context.accountId,
    regionId: context.regionId,
    status: 'Pending',
    vpcId: vpc.id,
    zoneId: request.zoneId,
    vswitchName: checkName(request.vSwitchName, 'InvalidVSwitchName.Malformed'),
    description: checkDescription(request.description, 'InvalidVSwitchDiscription.Malformed'),
    cidrBlock: request.cidrBlock,
    ipv6CidrBlock: ipv6CidrBlock === undefined ? '' : vswitchIpv6Block(vpc.ipv6CidrBlock, ipv6CidrBlock),
    isDefault: false,
    resourceGroupId: vpc.resourceGroupId,
    tags: readTags(request.tag, context),
    createdAt: context.now,
  });
  addToTables(context, vpc, vswitch);
  context.schedule(creationTime, 'vswitch.available', vswitch.id);
  return { vSwitchId: vswitch.id };
};

const checkZone = ({ regionId }: Context, zoneId: string): void => {
  const zones = findRegion(regionId)?.zones ?? [];
  if (!zones.some((zone) => zone.zoneId === zoneId))
    throw fault('InvalidZoneId.NotFound', { ZoneId: zoneId });
};

const checkQuota = (context: Context, { id }: Vpc): void => {
  const limit = context.quota('vswitchesPerVpc');
  if (context.enforces('vswitch.quota') && context.tables.vswitches.by('vpcId', id).count >= limit) {
    throw fault('QuotaExceeded.VSwitch', { Limit: limit });
  }
};

/** Changes name, description and IPv6; the IPv4 block stays as it is (API page CreateVSwitch). */
export const modifyVSwitchAttribute: VpcOperation<'ModifyVSwitchAttribute'> = (request, context) => {
  const vswitch = requireVSwitch(context, request.vSwitchId);
  const { vSwitchName, description } = request;
  context.tables.vswitches.update(vswitch.id, {
    ...(vSwitchName === undefined
      ? {}
      : { vswitchName: checkName(vSwitchName, 'InvalidVSwitchName.Malformed') }),
    ...(description === undefined
      ? {}
      : { description: checkDescription(description, 'InvalidVSwitchDiscription.Malformed') }),
    ...ipv6Change(request, vswitch, context),
  });
  return {};
};

/** EnableIPv6=false takes the block away; true, or a part alone, gives one: part 0 unless it is named. */
const ipv6Change = (
  { enableIPv6, ipv6CidrBlock }: { readonly enableIPv6?: boolean; readonly ipv6CidrBlock?: number },
  vswitch: VSwitch,
  { tables }: Context,
): Partial<Pick<VSwitch, 'ipv6CidrBlock'>> => {
  if (enableIPv6 === false) return { ipv6CidrBlock: '' };
  if (enableIPv6 === undefined && ipv6CidrBlock === undefined) return {};
  const vpcBlock = tables.vpcs.get(vswitch.vpcId)?.ipv6CidrBlock ?? '';
  return { ipv6CidrBlock: vswitchIpv6Block(vpcBlock, ipv6CidrBlock ?? 0) };
};

/** Deletes a VSwitch that nothing is in, with the routes to it. */
export const deleteVSwitch: VpcOperation<'DeleteVSwitch'> = ({ vSwitchId }, context) => {
  const vswitch = requireVSwitch(context, vSwitchId);
  const { instances, networkInterfaces, vswitches } = context.tables;
  const instanceCount = instances.by('vswitchId', vswitch.id).count;
  if (context.enforces('vswitch-delete.refused-while-instances') && instanceCount > 0) {
    throw fault('DependencyViolation', { Details: `${vSwitchId} has ${instanceCount} instances` });
  }
  const interfaceCount = networkInterfaces.by('vswitchId', vswitch.id).count;
  if (context.enforces('vswitch-delete.refused-while-interfaces') && interfaceCount > 0) {
    throw fault('DependencyViolation.NetworkInterface', { VSwitchId: vSwitchId });
  }
  checkNoAddressesIn(context, vswitch);
  removeFromTables(context, vswitch);
  removeFromNetworkAcl(context, vswitch);
  vswitches.delete(vswitch.id);
  return {};
};

/** @throws Fault DependencyViolation.NatGateway, DependencyViolation.HaVip */
const checkNoAddressesIn = ({ tables }: Context, { id }: VSwitch): void => {
  if (tables.natGateways.by('vswitchId', id).count > 0)
    throw fault('DependencyViolation.NatGateway', { Id: id });
  if (tables.haVips.by('vswitchId', id).count > 0) throw fault('DependencyViolation.HaVip', { Id: id });
};

const removeFromNetworkAcl = ({ tables }: Context, { id, networkAclId = '' }: VSwitch): void => {
  const acl = tables.networkAcls.get(networkAclId);
  if (acl === undefined) return;
  tables.networkAcls.update(acl.id, { vswitchIds: acl.vswitchIds.filter((other) => other !== id) });
};
