import type { TransitionContext, Transitions } from '../context.ts';
import type { DiskStatus } from '../state/rows/disk.ts';

/** Time between two steps of an image's or a snapshot's progress, in milliseconds. */
export const progressInterval = 5000;

const progressStep = 25;

/** Images, snapshots and disks: what happens when a scheduled change of status falls due. */
export const imageTransitions: Transitions = {
  'disk.in-use': (diskId, context) =>
    changeDisk(diskId, context, ['Creating', 'Attaching', 'ReIniting'], 'In_use'),
  'disk.available': (diskId, context) => changeDisk(diskId, context, ['Creating'], 'Available'),
  'disk.detached': (diskId, context) => {
    const disk = context.tables.disks.get(diskId);
    if (disk?.status !== 'Detaching') return;
    context.tables.disks.update(diskId, {
      status: 'Available',
      instanceId: '',
      device: '',
      deleteWithInstance: false,
      detachedAt: context.now,
    });
  },
  'snapshot.progress': (snapshotId, context) => {
    const snapshot = context.tables.snapshots.get(snapshotId);
    if (snapshot?.status !== 'progressing') return;
    const progress = Math.min(100, snapshot.progress + progressStep);
    context.tables.snapshots.update(snapshotId, {
      progress,
      status: progress === 100 ? 'accomplished' : 'progressing',
    });
    if (progress < 100) context.schedule(progressInterval, 'snapshot.progress', snapshotId);
  },
  'image.progress': (imageId, context) => {
    const image = context.tables.images.get(imageId);
    if (image?.status !== 'Creating' && image?.status !== 'Waiting') return;
    const progress = Math.min(100, image.progress + progressStep);
    context.tables.images.update(imageId, {
      progress,
      status: progress === 100 ? 'Available' : 'Creating',
    });
    if (progress < 100) context.schedule(progressInterval, 'image.progress', imageId);
  },
};

/** A disk that was released or changed otherwise in the meantime stays as it is. */
const changeDisk = (
  diskId: string,
  { tables }: TransitionContext,
  from: readonly DiskStatus[],
  status: DiskStatus,
): void => {
  const disk = tables.disks.get(diskId);
  if (disk !== undefined && from.includes(disk.status)) tables.disks.update(diskId, { status });
};
