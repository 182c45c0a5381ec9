import { findInstanceType } from '../catalog/instance-types.ts';
import type { Context, EcsOperation } from '../context.ts';
import type { Instance } from '../state/rows/instance.ts';
import { releaseAddressesOf } from '../vpc/released-addresses.ts';
import { fault } from '../wire/fault.ts';
import { readChoice } from './choices.ts';
import { findOwnInstance, requireStatus, restingStatuses } from './instance-lookup.ts';
import { checkGroups, requireGroups, requireVSwitch } from './instance-placement.ts';
import { readNetworkCardIndex } from './instance-secondary-interfaces.ts';
import { checkDescription, isResourceName } from './names.ts';
import { requireNetworkInterface, requireSecondaryInterface } from './network-interface-lookup.ts';
import { prefixSetsOf } from './network-interface-prefixes.ts';
import { createNetworkInterfaceRow, shownTypeOf } from './network-interface-rows.ts';
import { checkMembership } from './security-group-membership-rows.ts';
import { readTags, toTagList } from './tags.ts';

/** Makes a secondary network interface, which is Available at once. */
export const createNetworkInterface: EcsOperation<'CreateNetworkInterface'> = (request, context) => {
  checkName(request.networkInterfaceName);
  checkDescription(request.description ?? '');
  const vswitch = requireVSwitch(context, request.vSwitchId);
  const groups = requireGroups(context, request);
  checkGroups(context, vswitch, groups);
  const row = createNetworkInterfaceRow(context, {
    type: 'Secondary',
    isTrunk: readChoice('InstanceType', request.instanceType, ['Secondary', 'Trunk']) === 'Trunk',
    instanceId: '',
    vswitch,
    securityGroupIds: groups.map(({ id }) => id),
    privateIpAddress: request.primaryIpAddress,
    secondaryIpAddresses: request.privateIpAddress,
    secondaryIpAddressCount: request.secondaryPrivateIpAddressCount,
    ipv6Addresses: request.ipv6Address,
    ipv6AddressCount: request.ipv6AddressCount,
    ipv4Prefixes: { prefixes: request.ipv4Prefix, count: request.ipv4PrefixCount },
    ipv6Prefixes: { prefixes: request.ipv6Prefix, count: request.ipv6PrefixCount },
    networkInterfaceName: request.networkInterfaceName,
    description: request.description,
    queueNumber: request.queueNumber,
    networkInterfaceTrafficMode: request.networkInterfaceTrafficMode,
    queuePairNumber: request.queuePairNumber,
    deleteOnRelease: request.deleteOnRelease,
    resourceGroupId: request.resourceGroupId,
    tags: readTags(request.tag, context),
  });
  return {
    networkInterfaceId: row.id,
    networkInterfaceName: row.networkInterfaceName,
    description: row.description,
    status: row.status,
    type: shownTypeOf(row),
    vpcId: row.vpcId,
    vSwitchId: row.vswitchId,
    zoneId: row.zoneId,
    macAddress: row.macAddress,
    privateIpAddress: row.privateIpAddress,
    privateIpSets: {
      privateIpSet: row.privateIpAddresses.map((privateIpAddress) => ({
        privateIpAddress,
        primary: privateIpAddress === row.privateIpAddress,
      })),
    },
    ipv6Sets: { ipv6Set: row.ipv6Addresses.map((ipv6Address) => ({ ipv6Address })) },
    ...prefixSetsOf(row),
    securityGroupIds: { securityGroupId: [...row.securityGroupIds] },
    ownerId: row.accountId,
    resourceGroupId: row.resourceGroupId,
    serviceManaged: false,
    sourceDestCheck: false,
    tags: { tag: toTagList(row.tags) },
  };
};

const checkName = (name = ''): void => {
  if (name !== '' && !isResourceName(name)) {
    throw fault('InvalidParameter', {
      Parameter: 'NetworkInterfaceName',
      Reason: 'a name has 2 to 128 characters, a letter first',
    });
  }
};

/** Deletes a secondary network interface that is not attached. */
export const deleteNetworkInterface: EcsOperation<'DeleteNetworkInterface'> = (request, context) => {
  const row = requireSecondaryInterface(context, request.networkInterfaceId);
  if (row.status !== 'Available' && context.enforces('network-interface.delete-detached-only')) {
    throw fault('InvalidOperation.InvalidEniState', { NetworkInterfaceId: row.id, Status: row.status });
  }
  releaseAddressesOf(context, row.id);
  context.tables.networkInterfaces.delete(row.id);
  return {};
};

/** The actions of network interfaces have a code of their own for it. @throws Fault InvalidEcsId.NotFound */
const requireEcs = (context: Context, instanceId: string): Instance => {
  const instance = findOwnInstance(context, instanceId);
  if (instance === undefined) throw fault('InvalidEcsId.NotFound', { InstanceId: instanceId });
  return instance;
};

/** Attaches an Available secondary interface to an instance of its zone and VPC. */
export const attachNetworkInterface: EcsOperation<'AttachNetworkInterface'> = (request, context) => {
  const row = requireSecondaryInterface(context, request.networkInterfaceId);
  const instance = requireEcs(context, request.instanceId);
  if (row.status !== 'Available') {
    throw fault('InvalidOperation.InvalidEniState', { NetworkInterfaceId: row.id, Status: row.status });
  }
  if (!restingStatuses.includes(instance.status)) {
    throw fault('InvalidOperation.InvalidEcsState', { InstanceId: instance.id, Status: instance.status });
  }
  if (row.zoneId !== instance.zoneId) throw fault('InvalidOperation.AvailabilityZoneMismatch');
  if (row.vpcId !== instance.vpcId) throw fault('InvalidOperation.VpcMismatch');
  const type = findInstanceType(instance.instanceType);
  const limit = type?.eniQuantity ?? 1;
  if (instance.networkInterfaceIds.length >= limit && context.enforces('network-interface.limit')) {
    throw fault('EniPerInstanceLimitExceeded', { InstanceId: instance.id, Limit: limit });
  }
  context.tables.networkInterfaces.update(row.id, {
    status: 'InUse',
    instanceId: instance.id,
    networkCardIndex: readNetworkCardIndex(request.networkCardIndex, type),
  });
  context.tables.instances.update(instance.id, {
    networkInterfaceIds: [...instance.networkInterfaceIds, row.id],
  });
  return {};
};

/** Detaches a secondary interface from its instance. */
export const detachNetworkInterface: EcsOperation<'DetachNetworkInterface'> = (request, context) => {
  const row = requireNetworkInterface(context, request.networkInterfaceId);
  if (row.type === 'Primary') throw fault('InvalidOperation.DetachPrimaryEniNotAllowed');
  const instance = requireEcs(context, request.instanceId);
  if (row.instanceId !== instance.id) {
    throw fault('InvalidOperation.InvalidEniState', { NetworkInterfaceId: row.id, Status: row.status });
  }
  requireStatus(instance, restingStatuses);
  context.tables.networkInterfaces.update(row.id, {
    status: 'Available',
    instanceId: '',
    networkCardIndex: 0,
  });
  context.tables.instances.update(instance.id, {
    networkInterfaceIds: instance.networkInterfaceIds.filter((id) => id !== row.id),
  });
  return {};
};

/** Changes name, description, security groups, queues and DeleteOnRelease; what is not given stays. */
export const modifyNetworkInterfaceAttribute: EcsOperation<'ModifyNetworkInterfaceAttribute'> = (
  request,
  context,
) => {
  const row = requireNetworkInterface(context, request.networkInterfaceId);
  const { networkInterfaceName = '', securityGroupId: groupIds = [] } = request;
  checkName(networkInterfaceName);
  checkDescription(request.description ?? '');
  const groups = groupIds.length === 0 ? [] : requireGroups(context, { securityGroupIds: groupIds });
  checkMembership(context, row.vpcId, groups);
  const securityGroupIds = groups.length === 0 ? row.securityGroupIds : groups.map(({ id }) => id);
  context.tables.networkInterfaces.update(row.id, {
    networkInterfaceName: networkInterfaceName === '' ? row.networkInterfaceName : networkInterfaceName,
    description: request.description ?? row.description,
    securityGroupIds,
    queueNumber: request.queueNumber ?? row.queueNumber,
    deleteOnRelease: request.deleteOnRelease ?? row.deleteOnRelease,
  });
  // The groups of an instance are those of its primary interface.
  if (row.type === 'Primary') context.tables.instances.update(row.instanceId, { securityGroupIds });
  return {};
};
