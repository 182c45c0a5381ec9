import type { EcsOperation } from '../context.ts';
import { fault } from '../wire/fault.ts';
import { requireDiskStatus, requireOwnDisk } from './disk-lookup.ts';
import { requireOwnInstance, requireStatus, requireNotLocked } from './instance-lookup.ts';
import { attachableDevice } from './disk-places.ts';

/** Lifelike time that attaching and detaching take, in milliseconds. */
const attachingTime = 3000;

/**
 * Attaches an Available disk to an instance of its zone. A disk for several instances is attached to one only.
 * @throws Fault alimock.NotImplemented for a further instance
 */
export const attachDisk: EcsOperation<'AttachDisk'> = (request, context) => {
  const disk = requireOwnDisk(context, request.diskId);
  const instance = requireOwnInstance(context, request.instanceId);
  requireStatus(instance, ['Running', 'Stopped']);
  requireNotLocked(context, instance);
  if (context.enforces('disk.attach-available-only')) {
    if (disk.status === 'In_use' && disk.multiAttach === true && disk.instanceId !== instance.id) {
      const Action = 'AttachDisk of a MultiAttach disk to a further instance';
      throw fault('alimock.NotImplemented', { Action, Product: 'Ecs', Version: '2014-05-26' });
    }
    if (disk.status === 'In_use') throw fault('InvalidDisk.InUse', { DiskId: disk.id });
    requireDiskStatus(disk, ['Available']);
  }
  if (context.enforces('disk.attach-same-zone') && disk.zoneId !== instance.zoneId) {
    throw fault('ResourcesNotInSameZone', { DiskZone: disk.zoneId, InstanceZone: instance.zoneId });
  }
  const device = attachableDevice(context, instance, request.device);
  context.tables.disks.update(disk.id, {
    status: 'Attaching',
    instanceId: instance.id,
    device,
    deleteWithInstance: request.deleteWithInstance ?? false,
    attachedAt: context.now,
  });
  context.schedule(attachingTime, 'disk.in-use', disk.id);
  return {};
};

/** Detaches a data disk; it becomes Available and no longer goes with an instance. */
export const detachDisk: EcsOperation<'DetachDisk'> = ({ diskId, instanceId }, context) => {
  const disk = requireOwnDisk(context, diskId);
  const instance = requireOwnInstance(context, instanceId);
  if (disk.instanceId === '') throw fault('InvalidDisk.AlreadyDetached', { DiskId: diskId });
  if (disk.instanceId !== instanceId) {
    throw fault('DependencyViolation', { Details: `the disk ${diskId} is attached to another instance` });
  }
  requireDiskStatus(disk, ['In_use']);
  requireStatus(instance, ['Running', 'Stopped']);
  requireNotLocked(context, instance);
  if (disk.type === 'system') throw fault('DiskTypeViolation', { DiskId: diskId });
  if (!disk.portable) throw fault('DiskNotPortable', { DiskId: diskId });
  context.tables.disks.update(diskId, { status: 'Detaching' });
  context.schedule(attachingTime, 'disk.detached', diskId);
  return {};
};
