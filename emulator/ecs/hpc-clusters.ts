import type { Context, EcsOperation } from '../context.ts';
import type { HpcCluster } from '../state/rows/deployment.ts';
import { fault } from '../wire/fault.ts';
import { readIds } from './id-lists.ts';
import { isResourceDescription, isResourceName } from './names.ts';
import { page } from './paging.ts';

export const createHpcCluster: EcsOperation<'CreateHpcCluster'> = ({ name, description = '' }, context) => {
  checkTexts(name, description);
  const cluster = context.tables.hpcClusters.insert({
    id: context.newId('hpc'),
    accountId: context.accountId,
    regionId: context.regionId,
    name,
    description,
    createdAt: context.now,
  });
  return { hpcClusterId: cluster.id };
};

/** @throws Fault InvalidHpcClusterName.Malformed, InvalidHpcClusterDescription.Malformed */
const checkTexts = (name: string, description: string): void => {
  if (!isResourceName(name)) throw fault('InvalidHpcClusterName.Malformed', { Name: name });
  if (description !== '' && !isResourceDescription(description)) {
    throw fault('InvalidHpcClusterDescription.Malformed');
  }
};

export const modifyHpcClusterAttribute: EcsOperation<'ModifyHpcClusterAttribute'> = (request, context) => {
  const { name = '', description } = request;
  if (name === '' && description === undefined) throw fault('InvalidModifyInfo');
  const cluster = find(context, request.hpcClusterId);
  if (cluster === undefined) throw fault('HpcClusterNotExists', { Id: request.hpcClusterId });
  checkTexts(name || cluster.name, description ?? '');
  context.tables.hpcClusters.update(cluster.id, {
    name: name || cluster.name,
    description: description ?? cluster.description,
  });
  return {};
};

/** Deletes a cluster that has no instances. */
export const deleteHpcCluster: EcsOperation<'DeleteHpcCluster'> = ({ hpcClusterId }, context) => {
  if (find(context, hpcClusterId) === undefined) throw fault('NotExists.HpcCluster', { Id: hpcClusterId });
  if (context.tables.instances.by('hpcClusterId', hpcClusterId).count > 0) {
    throw fault('NotEmpty.HpcCluster', { Id: hpcClusterId });
  }
  context.tables.hpcClusters.delete(hpcClusterId);
  return {};
};

const find = (context: Context, id: string): HpcCluster | undefined =>
  context.tables.hpcClusters.getOwn(id, context);

/** Lists clusters; ids that are not there are left out. */
export const describeHpcClusters: EcsOperation<'DescribeHpcClusters'> = (request, context) => {
  const { hpcClusterIds = '' } = request;
  const ids =
    hpcClusterIds === '' ? undefined : readIds(hpcClusterIds, () => fault('InvalidHpcClusterIds.Malformed'));
  if (ids !== undefined && ids.length > 100) throw fault('InvalidHpcClusterIds.ExceedLimit');
  const found = ids?.flatMap((id) => find(context, id) ?? []) ?? context.tables.hpcClusters.list(context);
  const { items, info } = page(found, request, context);
  return {
    pageNumber: info.pageNumber,
    pageSize: info.pageSize,
    totalCount: info.totalCount,
    hpcClusters: {
      hpcCluster: items.map(({ id, name, description }) => ({ hpcClusterId: id, name, description })),
    },
  };
};
