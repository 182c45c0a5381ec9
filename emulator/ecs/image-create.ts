import type { Context, EcsOperation } from '../context.ts';
import type { Image, ImageDiskMapping, ImageSystem } from '../state/rows/image.ts';
import type { Snapshot } from '../state/rows/snapshot.ts';
import { fault } from '../wire/fault.ts';
import { deviceNames, isDataDevice, systemDevice } from './disk-rows.ts';
import { sizeRangeOf } from './disk-categories.ts';
import {
  checkBootMode,
  checkImageNameIsFree,
  checkImageQuota,
  checkImageTexts,
  checkImdsSupport,
} from './image-names.ts';
import { requireNotLocked, requireOwnInstance, requireStatus, restingStatuses } from './instance-lookup.ts';
import { systemOfPlatform } from './image-system.ts';
import { progressInterval } from './image-transitions.ts';
import { requireOwnSnapshot } from './snapshot-lookup.ts';
import { startSnapshot } from './snapshot-rows.ts';
import { readTags } from './tags.ts';

type CreateImageRequest = Parameters<EcsOperation<'CreateImage'>>[0];

/** What an image is made of. */
interface Source {
  readonly system: ImageSystem;
  readonly diskMappings: readonly ImageDiskMapping[];
  readonly sourceInstanceId: string;
  readonly sourceSnapshotId: string;
  readonly sourceImageId: string;
}

/** Makes a custom image of an instance, of snapshots, or of one snapshot of a system disk. */
export const createImage: EcsOperation<'CreateImage'> = (request, context) => {
  checkImageTexts(request);
  checkBootMode(request.bootMode);
  checkImdsSupport(request.features?.imdsSupport);
  const { imageVersion = '', imageName = '' } = request;
  if (imageVersion.length > 40) throw fault('InvalidImageVersion.Malformed', { Version: imageVersion });
  const tags = readTags(request.tag, context);
  const id = context.newId(context.enforces('image.id-form') ? 'm' : 'image');
  const name = imageName === '' ? id : imageName;
  checkImageNameIsFree(context, name);
  checkImageQuota(context);
  const source = sourceOf(request, context);
  const { system, ...made } = source;
  const image: Image = {
    id,
    accountId: context.accountId,
    regionId: context.regionId,
    status: 'Creating',
    progress: 0,
    imageName: name,
    imageFamily: request.imageFamily ?? '',
    imageVersion,
    description: request.description ?? '',
    size: source.diskMappings.find(({ type }) => type === 'system')?.size ?? 0,
    ...system,
    ...made,
    bootMode: request.bootMode ?? system.bootMode,
    isCopied: false,
    shares: [],
    formerShares: [],
    isPublic: false,
    detectionStrategy: request.detectionStrategy ?? '',
    licenseType: 'Auto',
    imdsSupport: request.features?.imdsSupport ?? '',
    resourceGroupId: request.resourceGroupId ?? '',
    tags,
    createdAt: context.now,
  };
  context.tables.images.insert(image);
  context.schedule(progressInterval, 'image.progress', id);
  return { imageId: id };
};

/** InstanceId counts first, then DiskDeviceMapping, then SnapshotId (CreateImage.md). */
const sourceOf = (request: CreateImageRequest, context: Context): Source => {
  const { instanceId = '', snapshotId = '', diskDeviceMapping = [] } = request;
  if (instanceId !== '') return fromInstance(instanceId, context);
  if (diskDeviceMapping.length > 0) return fromMappings(request, context);
  if (snapshotId !== '') return fromSnapshot(snapshotId, context);
  throw fault('MissingParameter', { Parameter: 'InstanceId, SnapshotId or DiskDeviceMapping' });
};

/** A snapshot is made of each disk of the instance; the image consists of these. */
const fromInstance = (instanceId: string, context: Context): Source => {
  const instance = requireOwnInstance(context, instanceId);
  if (instance.regionId !== context.regionId)
    throw fault('InvalidInstanceId.NotFound', { InstanceId: instanceId });
  if (context.enforces('create-image.instance-status')) requireStatus(instance, restingStatuses);
  requireNotLocked(context, instance);
  const disks = [...context.tables.disks.by('instanceId', instanceId)].sort((a, b) =>
    a.device < b.device ? -1 : 1,
  );
  const systemDisk = disks.find(({ type }) => type === 'system');
  if (systemDisk?.system === undefined || systemDisk.system === null) {
    throw fault('IncorrectDiskStatus', { DiskId: 'of the system', Status: 'not attached' });
  }
  return {
    system: systemDisk.system,
    diskMappings: disks.map((disk) =>
      mappingOf(startSnapshot(context, disk), disk.type, disk.device, disk.size),
    ),
    sourceInstanceId: instanceId,
    sourceSnapshotId: '',
    sourceImageId: systemDisk.imageId,
  };
};

const fromSnapshot = (snapshotId: string, context: Context): Source => {
  const snapshot = readySnapshot(snapshotId, context);
  if (context.enforces('create-image.system-snapshot') && snapshot.sourceDiskType !== 'system') {
    throw fault('OperationDenied', { Reason: `the snapshot ${snapshotId} is not one of a system disk` });
  }
  return {
    system: snapshot.system ?? systemOfPlatform('Others Linux', 'x86_64'),
    diskMappings: [mappingOf(snapshot, 'system', systemDevice, snapshot.sourceDiskSize)],
    sourceInstanceId: '',
    sourceSnapshotId: snapshotId,
    sourceImageId: snapshot.sourceImageId,
  };
};

const readySnapshot = (snapshotId: string, context: Context): Snapshot => {
  const snapshot = requireOwnSnapshot(context, snapshotId);
  if (snapshot.status !== 'accomplished')
    throw fault('InvalidSnapshotId.NotReady', { SnapshotId: snapshotId });
  return snapshot;
};

const mappingOf = (
  snapshot: Snapshot | undefined,
  type: 'system' | 'data',
  device: string,
  size: number,
): ImageDiskMapping => ({
  device,
  type,
  size,
  snapshotId: snapshot?.id ?? '',
  encrypted: snapshot?.encrypted ?? false,
  kmsKeyId: snapshot?.kmsKeyId ?? '',
  importOssBucket: '',
  importOssObject: '',
  format: '',
});

type RequestMapping = NonNullable<CreateImageRequest['diskDeviceMapping']>[number];

/** Each entry is a snapshot or an empty data disk; one of them is the system disk. */
const fromMappings = (request: CreateImageRequest, context: Context): Source => {
  const entries = (request.diskDeviceMapping ?? []).map((mapping) => readMapping(mapping, context));
  const systems = entries.filter(({ type }) => type === 'system');
  const [system] = systems;
  if (system === undefined) throw fault('InvalidSystemSnapshot.Missing');
  if (systems.length > 1) {
    throw fault('OperationDenied', { Reason: 'the snapshots of two system disks cannot make one image' });
  }
  const given = entries.map(({ device }) => device).filter((device) => device !== '');
  const twice = given.find((device, at) => given.indexOf(device) !== at);
  if (twice !== undefined) throw fault('InvalidDevice.InUse', { Device: twice });
  const nextDevice = deviceNames(new Set(given));
  const architecture = architectureOf(request.architecture);
  return {
    system: system.snapshot?.system ?? systemOfPlatform(request.platform ?? 'Others Linux', architecture),
    diskMappings: entries.map(({ snapshot, type, device, size }) => {
      const place = type === 'system' ? systemDevice : device === '' ? nextDevice() : device;
      return mappingOf(snapshot, type, place, size);
    }),
    sourceInstanceId: '',
    sourceSnapshotId: system.snapshot?.id ?? '',
    sourceImageId: system.snapshot?.sourceImageId ?? '',
  };
};

const architectureOf = (architecture = 'x86_64'): ImageSystem['architecture'] => {
  if (architecture === 'x86_64' || architecture === 'i386' || architecture === 'arm64') return architecture;
  throw fault('InvalidArchitecture.Malformed', { Architecture: architecture });
};

const readMapping = (
  { snapshotId = '', diskType = '', device = '', size }: RequestMapping,
  context: Context,
) => {
  if (device !== '' && device !== systemDevice && !isDataDevice(device)) {
    throw fault('InvalidDevice.Malformed', { Device: device });
  }
  if (!['', 'system', 'data'].includes(diskType))
    throw fault('InvalidDiskType.ValueNotSupported', { Type: diskType });
  const snapshot = snapshotId === '' ? undefined : readySnapshot(snapshotId, context);
  const type = diskType === 'system' || diskType === 'data' ? diskType : (snapshot?.sourceDiskType ?? 'data');
  return { snapshot, type, device, size: mappingSize(snapshot, size, type) };
};

/** A disk is at least as large as its snapshot (CreateImage.md, DiskDeviceMapping.N.Size). */
const mappingSize = (
  snapshot: Snapshot | undefined,
  asked: number | undefined,
  type: 'system' | 'data',
): number => {
  const range = sizeRangeOf(type, 'cloud_efficiency', '');
  const least = snapshot?.sourceDiskSize ?? 5;
  const size =
    asked === undefined || asked === 0 ? Math.max(least, snapshot === undefined ? range.min : 0) : asked;
  if (size < least || size > range.max) {
    throw fault('InvalidSize.ValueNotSupported', { Size: size, Min: least, Max: range.max });
  }
  return size;
};
