import { findInstanceType } from '../catalog/instance-types.ts';
import type { InstanceType } from '../catalog/instance-types.ts';
import type { EcsOperation } from '../context.ts';
import { fault } from '../wire/fault.ts';
import { checkHost } from './dedicated-host-lookup.ts';
import { checkDeploymentSet } from './deployment-set-lookup.ts';
import { inRegionOf, requireOwnInstance } from './instance-lookup.ts';

/**
 * Puts a stopped instance on another dedicated host, or an instance into a deployment set or out of it.
 * With Force a running instance moves too.
 */
export const modifyInstanceDeployment: EcsOperation<'ModifyInstanceDeployment'> = (request, context) => {
  const { deploymentSetId = '', dedicatedHostId = '', removeFromDeploymentSet, force } = request;
  const instance = requireOwnInstance(context, request.instanceId);
  const there = inRegionOf(context, instance);
  const type = typeFor(request.instanceType || instance.instanceType);
  if (removeFromDeploymentSet === true) {
    if (deploymentSetId !== '' && instance.deploymentSetId !== deploymentSetId) {
      throw fault('DeploymentSet.NotFound', { Id: deploymentSetId });
    }
    context.tables.instances.update(instance.id, { deploymentSetId: '' });
    return {};
  }
  const moves = dedicatedHostId !== '' && dedicatedHostId !== instance.dedicatedHostId;
  const needsStop = (moves && request.migrationType !== 'live') || type.id !== instance.instanceType;
  if (needsStop && instance.status !== 'Stopped' && force !== true) {
    throw fault('OperationDenied.UnstoppedInstance', { InstanceId: instance.id });
  }
  if (moves) checkHost(there, dedicatedHostId, type, instance.zoneId, 1);
  if (deploymentSetId !== '' && deploymentSetId !== instance.deploymentSetId) {
    checkDeploymentSet(there, deploymentSetId, instance.zoneId, 1);
  }
  context.tables.instances.update(instance.id, {
    instanceType: type.id,
    dedicatedHostId: dedicatedHostId || (instance.dedicatedHostId ?? ''),
    deploymentSetId: deploymentSetId || (instance.deploymentSetId ?? ''),
  });
  return {};
};

const typeFor = (id: string): InstanceType => {
  const type = findInstanceType(id);
  if (type === undefined) throw fault('InvalidInstanceType.ValueNotSupported', { InstanceType: id });
  return type;
};
