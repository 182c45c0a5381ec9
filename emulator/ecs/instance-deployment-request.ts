import type { InstanceType } from '../catalog/instance-types.ts';
import type { Context } from '../context.ts';
import { fault } from '../wire/fault.ts';
import { checkHost } from './dedicated-host-lookup.ts';
import { checkDeploymentSet } from './deployment-set-lookup.ts';

/** What of a launch request says where, beside zone and network. */
export interface DeploymentRequest {
  readonly dedicatedHostId?: string;
  readonly deploymentSetId?: string;
  readonly hpcClusterId?: string;
}

/**
 * Checks dedicated host, deployment set and HPC cluster of new instances.
 * @throws Fault as checkHost and checkDeploymentSet do; InvalidHpcClusterId.NotFound, .Unnecessary
 */
export const readDeployment = (
  context: Context,
  request: DeploymentRequest,
  type: InstanceType,
  zoneId: string,
  amount: number,
): Required<DeploymentRequest> => {
  const { dedicatedHostId = '', deploymentSetId = '', hpcClusterId = '' } = request;
  if (dedicatedHostId !== '') checkHost(context, dedicatedHostId, type, zoneId, amount);
  if (deploymentSetId !== '') checkDeploymentSet(context, deploymentSetId, zoneId, amount);
  if (hpcClusterId !== '') {
    if (context.tables.hpcClusters.getOwn(hpcClusterId, context) === undefined) {
      throw fault('InvalidHpcClusterId.NotFound', { Id: hpcClusterId });
    }
    if (!isForHpc(type)) throw fault('InvalidHpcClusterId.Unnecessary', { InstanceType: type.id });
  }
  return { dedicatedHostId, deploymentSetId, hpcClusterId };
};

/** Only super computing clusters and their kin have RDMA. */
const isForHpc = ({ family }: InstanceType): boolean => /^ecs\.(?:scc|ebmhpc|hpc|ebmgn)/.test(family);
