import type { Context, EcsOperation } from '../context.ts';
import type { NetworkInterfacePermission } from '../state/rows/network-interface-permission.ts';
import { fault } from '../wire/fault.ts';
import { page } from './paging.ts';

/** Gives another account the right to attach an own network interface; once given, it is there already. */
export const createNetworkInterfacePermission: EcsOperation<'CreateNetworkInterfacePermission'> = (
  request,
  context,
) => {
  const { networkInterfaceId, permission } = request;
  const grantedTo = String(request.accountId);
  if (permission !== 'InstanceAttach') {
    throw fault('InvalidParameter', { Parameter: 'Permission', Reason: 'it must be InstanceAttach' });
  }
  if (context.tables.networkInterfaces.getOwn(networkInterfaceId, context) === undefined) {
    throw fault('InvalidEniId.NotFound', { NetworkInterfaceId: networkInterfaceId });
  }
  const { networkInterfacePermissions } = context.tables;
  const before = [...networkInterfacePermissions.by('networkInterfaceId', networkInterfaceId)].find(
    (row) => row.grantedTo === grantedTo,
  );
  const row =
    before ??
    networkInterfacePermissions.insert({
      id: context.newId('eni-perm'),
      accountId: context.accountId,
      regionId: context.regionId,
      networkInterfaceId,
      grantedTo,
      permission,
    });
  return { networkInterfacePermission: describe(row) };
};

/** Takes the right away. */
export const deleteNetworkInterfacePermission: EcsOperation<'DeleteNetworkInterfacePermission'> = (
  request,
  context,
) => {
  const { networkInterfacePermissionId: id } = request;
  if (context.tables.networkInterfacePermissions.getOwn(id, context) === undefined) {
    throw fault('InvalidEniPermissionId.NotFound', { Id: id });
  }
  context.tables.networkInterfacePermissions.delete(id);
  return {};
};

/** Lists rights by interface or by id; those of interfaces that are gone are gone as well. */
export const describeNetworkInterfacePermissions: EcsOperation<'DescribeNetworkInterfacePermissions'> = (
  request,
  context,
) => {
  const { networkInterfaceId = '', networkInterfacePermissionId: ids = [] } = request;
  const found = [...context.tables.networkInterfacePermissions.list(context)].filter(
    (row) =>
      (networkInterfaceId === '' || row.networkInterfaceId === networkInterfaceId) &&
      (ids.length === 0 || ids.includes(row.id)) &&
      isThere(row, context),
  );
  const { items, info } = page(found, request, context);
  return {
    pageNumber: info.pageNumber,
    pageSize: info.pageSize,
    totalCount: info.totalCount,
    networkInterfacePermissions: { networkInterfacePermission: items.map(describe) },
  };
};

const isThere = ({ networkInterfaceId }: NetworkInterfacePermission, { tables }: Context): boolean =>
  tables.networkInterfaces.get(networkInterfaceId) !== undefined;

const describe = (row: NetworkInterfacePermission) => ({
  networkInterfacePermissionId: row.id,
  networkInterfaceId: row.networkInterfaceId,
  accountId: Number(row.grantedTo),
  permission: row.permission,
  permissionState: 'Granted',
  serviceName: '',
});
