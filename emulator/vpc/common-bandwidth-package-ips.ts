import type { Context, VpcOperation } from '../context.ts';
import type { Eip } from '../state/rows/eip.ts';
import { fault } from '../wire/fault.ts';
import { requireCommonBandwidthPackage, requireEip } from './lookup.ts';

/** Lets an elastic IP address share a package's bandwidth. */
export const addCommonBandwidthPackageIp: VpcOperation<'AddCommonBandwidthPackageIp'> = (
  request,
  context,
) => {
  const { id } = requireCommonBandwidthPackage(context, request.bandwidthPackageId);
  share(context, id, [requireEip(context, request.ipInstanceId)]);
  return {};
};

/** Lets several addresses share it, or none of them. */
export const addCommonBandwidthPackageIps: VpcOperation<'AddCommonBandwidthPackageIps'> = (
  request,
  context,
) => {
  const { id } = requireCommonBandwidthPackage(context, request.bandwidthPackageId);
  share(
    context,
    id,
    request.ipInstanceIds.map((eipId) => requireEip(context, eipId)),
  );
  return {};
};

/** @throws Fault IpInstanceId.AlreadyInBandwidthPackage */
const share = ({ tables }: Context, packageId: string, eips: readonly Eip[]): void => {
  for (const { id, commonBandwidth = null } of eips) {
    if (commonBandwidth !== null) throw fault('IpInstanceId.AlreadyInBandwidthPackage', { Id: id });
    tables.eips.update(id, { commonBandwidth: { packageId, limit: null } });
  }
};

/** @throws Fault OperationUnsupported.IpNotInCbwp */
const requireSharing = (context: Context, packageId: string, eipId: string): Eip => {
  requireCommonBandwidthPackage(context, packageId);
  const eip = requireEip(context, eipId);
  if (eip.commonBandwidth?.packageId === packageId) return eip;
  throw fault('OperationUnsupported.IpNotInCbwp', { Id: eipId, BandwidthPackageId: packageId });
};

/** Gives an address its own bandwidth again. */
export const removeCommonBandwidthPackageIp: VpcOperation<'RemoveCommonBandwidthPackageIp'> = (
  request,
  context,
) => {
  const { id } = requireSharing(context, request.bandwidthPackageId, request.ipInstanceId);
  context.tables.eips.update(id, { commonBandwidth: null });
  return {};
};

/** Limits what one address takes of the package's bandwidth. */
export const modifyCommonBandwidthPackageIpBandwidth: VpcOperation<
  'ModifyCommonBandwidthPackageIpBandwidth'
> = (request, context) => {
  const { bandwidthPackageId: packageId, eipId } = request;
  const limit = Number(request.bandwidth);
  const { id } = requireSharing(context, packageId, eipId);
  const { bandwidth: most } = requireCommonBandwidthPackage(context, packageId);
  if (!Number.isInteger(limit) || limit < 1 || limit > most) {
    throw fault('InvalidParameter', { Parameter: 'Bandwidth', Reason: `it is from 1 to ${most} Mbit/s` });
  }
  context.tables.eips.update(id, { commonBandwidth: { packageId, limit } });
  return {};
};

/** Lets an address take all of the package's bandwidth again. */
export const cancelCommonBandwidthPackageIpBandwidth: VpcOperation<
  'CancelCommonBandwidthPackageIpBandwidth'
> = (request, context) => {
  const { bandwidthPackageId: packageId, eipId } = request;
  const { id } = requireSharing(context, packageId, eipId);
  context.tables.eips.update(id, { commonBandwidth: { packageId, limit: null } });
  return {};
};
