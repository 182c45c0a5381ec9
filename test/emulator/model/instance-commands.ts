import { pick } from './command.ts';
import { anyImage, notOwn, withInstance } from './choice.ts';
import type { Act } from './choice.ts';
import type { ModelInstance } from './reference.ts';

/** RunInstances.md: an image that the account does not see is InvalidImageId.NotFound. */
export const runInstance: Act = ({ actor, first, second }, model, world) => {
  const imageId = anyImage(model, first);
  const group = pick(
    [...model.groups.values()].filter(({ owner }) => owner === actor),
    second,
  );
  if (group === undefined) return undefined;
  return {
    actor,
    action: 'RunInstances',
    parameters: {
      ImageId: imageId,
      InstanceType: 'ecs.g6.large',
      VSwitchId: world.vswitchOf(actor),
      SecurityGroupId: group.id,
    },
    expected: model.sees(actor, imageId) ? 'ok' : 'InvalidImageId.NotFound',
    apply: ({ answer }) => {
      const [id] = answer.list('InstanceIdSets.InstanceIdSet').map(({ body }) => String(body));
      if (id === undefined) throw new Error('no instance was made');
      // A system disk, and a data disk for each further one of the image.
      const disks = world.list(actor, 'DescribeDisks', { InstanceId: id }, 'Disks.Disk');
      for (const disk of disks) {
        const type = disk.text('Type') === 'system' ? 'system' : 'data';
        const diskId = disk.text('DiskId');
        model.disks.set(diskId, {
          id: diskId,
          owner: actor,
          type,
          instanceId: id,
          goesWithInstance: true,
          used: true,
        });
      }
      const systemDiskId = model.disksOf(id).find(({ type }) => type === 'system')?.id;
      if (systemDiskId === undefined) throw new Error('the instance has no system disk');
      const groups = new Set([group.id]);
      model.instances.set(id, { id, owner: actor, status: 'Running', imageId, systemDiskId, groups });
    },
  };
};

/** Start from Stopped and stop from Running alone; another's instance is not found. */
export const power = (action: 'StartInstance' | 'StopInstance', from: ModelInstance['status']): Act =>
  withInstance((instance, { actor }) => ({
    actor,
    action,
    parameters: { InstanceId: instance.id },
    expected: notOwn(instance, actor)
      ? 'InvalidInstanceId.NotFound'
      : instance.status === from
        ? 'ok'
        : 'IncorrectInstanceStatus',
    apply: () => {
      instance.status = from === 'Running' ? 'Stopped' : 'Running';
    },
  }));

/** DeleteInstance.md: a running instance needs Force. Disks that were made with it go with it. */
export const deleteInstance = withInstance((instance, { actor, force }, model) => ({
  actor,
  action: 'DeleteInstance',
  parameters: { InstanceId: instance.id, Force: String(force) },
  expected: notOwn(instance, actor)
    ? 'InvalidInstanceId.NotFound'
    : instance.status === 'Running' && !force
      ? 'IncorrectInstanceStatus'
      : 'ok',
  apply: () => {
    for (const disk of model.disksOf(instance.id)) {
      if (disk.goesWithInstance) model.forget(model.disks, disk.id);
      else disk.instanceId = null;
    }
    model.forget(model.instances, instance.id);
  },
}));

export const createGroup: Act = ({ actor }, model, world) => ({
  actor,
  action: 'CreateSecurityGroup',
  parameters: { VpcId: world.vpcOf(actor) },
  expected: 'ok',
  apply: ({ answer }) => {
    const id = answer.text('SecurityGroupId');
    model.groups.set(id, { id, owner: actor });
  },
});

/** DeleteSecurityGroup.md: not while an instance is in it. */
export const deleteGroup: Act = ({ actor, first }, model) => {
  const group = pick(model.groups.values(), first);
  if (group === undefined) return undefined;
  const isUsed = [...model.instances.values()].some(({ groups }) => groups.has(group.id));
  return {
    actor,
    action: 'DeleteSecurityGroup',
    parameters: { SecurityGroupId: group.id },
    expected: notOwn(group, actor)
      ? 'InvalidSecurityGroupId.NotFound'
      : isUsed
        ? 'DependencyViolation'
        : 'ok',
    apply: () => model.forget(model.groups, group.id),
  };
};
