import type { Context, TransitionContext } from '../context.ts';
import type { Disk } from '../state/rows/disk.ts';
import type { Image, ImageDiskMapping, ImageSystem } from '../state/rows/image.ts';
import type { Snapshot } from '../state/rows/snapshot.ts';
import { fault } from '../wire/fault.ts';
import {
  defaultPerformanceLevel,
  isDiskCategory,
  isPerformanceLevel,
  sizeRangeOf,
} from './disk-categories.ts';
import { systemOf } from './image-system.ts';
import { newInstanceDisk } from './instance-disk.ts';

/** A disk as RunInstances and CreateInstance describe it: SystemDisk and DataDisk.N. */
export interface DiskRequest {
  readonly category?: string;
  /** GiB. */
  readonly size?: number | string;
  readonly diskName?: string;
  readonly description?: string;
  readonly performanceLevel?: string;
  readonly autoSnapshotPolicyId?: string;
  readonly burstingEnabled?: boolean;
  readonly provisionedIops?: number;
  readonly encrypted?: boolean | string;
  readonly KMSKeyId?: string;
  readonly snapshotId?: string;
  readonly device?: string;
  readonly deleteWithInstance?: boolean;
}

/** What the disks of a new instance are made of. */
export interface InstanceDisks {
  readonly instanceId: string;
  readonly zoneId: string;
  /** From findVisibleImage(); its data disks are made too. */
  readonly image: Pick<Image, 'id' | 'size' | 'diskMappings' | keyof ImageSystem>;
  readonly systemDisk?: DiskRequest | undefined;
  readonly dataDisks?: readonly DiskRequest[] | undefined;
  readonly chargeType?: 'PostPaid' | 'PrePaid';
  readonly resourceGroupId?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

/** Lifelike time that a disk takes to be there, in milliseconds. */
export const diskCreationTime = 3000;

/**
 * Makes the system disk and the data disks of an instance. The image's data disks come with it; DataDisk.N
 * with the same device takes an image's disk's place.
 * @returns the rows, the system disk first; they are Creating and then In_use
 * @throws Fault for categories, sizes, names, devices and snapshots, as RunInstances documents them
 */
export const createInstanceDisks = (context: Context, request: InstanceDisks): Disk[] => {
  const { image, dataDisks = [] } = request;
  const given = dataDisks.map((disk) => checkedDevice(disk));
  const taken = new Set(given.flatMap(({ device = '' }) => (device === '' ? [] : [device])));
  const fromImage = image.diskMappings.filter(({ type, device }) => type === 'data' && !taken.has(device));
  const count = given.length + fromImage.length;
  if (context.enforces('disk.attach-limit') && count > context.quota('dataDisksPerInstance')) {
    throw fault('InstanceDiskNumber.LimitExceed', { Limit: context.quota('dataDisksPerInstance') });
  }
  const devices = deviceNames(new Set([...taken, ...fromImage.map(({ device }) => device)]));
  const rows = [
    systemDiskRow(context, request),
    ...fromImage.map((mapping) => imageDiskRow(context, request, mapping)),
    ...given.map((disk) => {
      const device = disk.device === undefined || disk.device === '' ? devices() : disk.device;
      return dataDiskRow(context, request, disk, device);
    }),
  ];
  for (const row of rows) {
    context.tables.disks.insert(row);
    context.schedule(diskCreationTime, 'disk.in-use', row.id);
  }
  return rows;
};

/**
 * Takes an instance's disks away when it is released: those with DeleteWithInstance go, with their
 * automatic snapshots if DeleteAutoSnapshot is set, the others are kept as Available disks
 * (DeleteInstance.md).
 */
export const releaseInstanceDisks = (context: TransitionContext, instanceId: string): void => {
  for (const disk of context.tables.disks.by('instanceId', instanceId)) {
    if (disk.deleteWithInstance) removeDisk(context, disk);
    else {
      context.tables.disks.update(disk.id, {
        status: 'Available',
        instanceId: '',
        device: '',
        portable: true,
        detachedAt: context.now,
        diskChargeType: 'PostPaid',
      });
    }
  }
};

/** Deletes a disk, and its automatic snapshots where DeleteAutoSnapshot says so; manual ones stay. */
export const removeDisk = (context: TransitionContext, disk: Disk): void => {
  context.tables.disks.delete(disk.id);
  if (!disk.deleteAutoSnapshot) return;
  for (const snapshot of context.tables.snapshots.by('sourceDiskId', disk.id)) {
    if (snapshot.snapshotType === 'auto') context.tables.snapshots.delete(snapshot.id);
  }
};

const systemDiskRow = (context: Context, request: InstanceDisks): Disk => {
  const { image, systemDisk = {} } = request;
  const category = givenCategory(systemDisk) ?? 'cloud_efficiency';
  if (!isDiskCategory(category)) {
    throw fault('InvalidSystemDiskCategory.ValueNotSupported', { Category: category });
  }
  const performanceLevel = performanceLevelOf(systemDisk, category);
  const size = systemDiskSize(context, systemDisk.size, image.size, category, performanceLevel);
  const mapping = image.diskMappings.find(({ type }) => type === 'system');
  return newInstanceDisk(context, request, systemDisk, {
    type: 'system',
    category,
    performanceLevel,
    size,
    imageId: image.id,
    system: systemOf(image),
    sourceSnapshotId: mapping?.snapshotId ?? '',
    encrypted: String(systemDisk.encrypted ?? mapping?.encrypted ?? false) === 'true',
    kmsKeyId: systemDisk.KMSKeyId ?? mapping?.kmsKeyId ?? '',
    device: systemDevice,
    portable: false,
    deleteWithInstance: true,
  });
};

/**
 * The size of a system disk: at least that of its image and 20 GiB; 40 GiB or the image's size where none
 * is given (RunInstances.md, SystemDisk.Size).
 * @param asked GiB; undefined or empty where the caller gives none
 * @throws Fault InvalidSystemDiskSize.LessThanImageSize, .LessThanMinSize, .ValueNotSupported
 */
export const systemDiskSize = (
  context: Context,
  asked: number | string | undefined,
  imageSize: number,
  category: string,
  performanceLevel: string,
): number => {
  const range = sizeRangeOf('system', category, performanceLevel);
  if (asked === undefined || asked === '') return Math.max(40, imageSize, range.min);
  const size = wholeNumber(asked);
  if (size === undefined)
    throw fault('InvalidSystemDiskSize.ValueNotSupported', { Size: asked, ...limits(range) });
  if (!context.enforces('disk.size-range')) return size;
  if (size < imageSize) {
    throw fault('InvalidSystemDiskSize.LessThanImageSize', { Size: size, ImageSize: imageSize });
  }
  if (size < range.min) throw fault('InvalidSystemDiskSize.LessThanMinSize', { Size: size, Min: range.min });
  if (size > range.max)
    throw fault('InvalidSystemDiskSize.ValueNotSupported', { Size: size, ...limits(range) });
  return size;
};

const imageDiskRow = (context: Context, request: InstanceDisks, mapping: ImageDiskMapping): Disk => {
  const category = givenCategory(request.systemDisk ?? {}) ?? 'cloud_efficiency';
  const performanceLevel = defaultPerformanceLevel(category);
  return newInstanceDisk(
    context,
    request,
    {},
    {
      type: 'data',
      category,
      performanceLevel,
      size: Math.max(mapping.size, sizeRangeOf('data', category, performanceLevel).min),
      imageId: '',
      system: null,
      sourceSnapshotId: mapping.snapshotId,
      encrypted: mapping.encrypted,
      kmsKeyId: mapping.kmsKeyId,
      device: mapping.device,
      portable: true,
      deleteWithInstance: true,
    },
  );
};

const dataDiskRow = (context: Context, request: InstanceDisks, disk: DiskRequest, device: string): Disk => {
  const category = givenCategory(disk) ?? 'cloud_efficiency';
  if (!isDiskCategory(category)) {
    throw fault('InvalidDataDiskCategory.ValueNotSupported', { Category: category });
  }
  const performanceLevel = performanceLevelOf(disk, category);
  const snapshot = sourceSnapshot(context, disk.snapshotId);
  return newInstanceDisk(context, request, disk, {
    type: 'data',
    category,
    performanceLevel,
    size: dataDiskSize(context, disk.size, snapshot, category, performanceLevel),
    imageId: '',
    system: null,
    sourceSnapshotId: snapshot?.id ?? '',
    encrypted: String(disk.encrypted ?? snapshot?.encrypted ?? false) === 'true',
    kmsKeyId: disk.KMSKeyId ?? snapshot?.kmsKeyId ?? '',
    device,
    portable: true,
    deleteWithInstance: disk.deleteWithInstance ?? true,
  });
};

const sourceSnapshot = (context: Context, snapshotId = ''): Snapshot | undefined => {
  if (snapshotId === '') return undefined;
  const snapshot = context.tables.snapshots.getOwn(snapshotId, context);
  if (snapshot === undefined) throw fault('InvalidDataDiskSnapshotId.NotFound', { SnapshotId: snapshotId });
  checkDataSnapshot(snapshot);
  return snapshot;
};

/** @throws Fault InvalidSnapshotId.NotReady, InvalidSnapshotId.NotDataDiskSnapshot */
export const checkDataSnapshot = (snapshot: Snapshot): void => {
  if (snapshot.status !== 'accomplished')
    throw fault('InvalidSnapshotId.NotReady', { SnapshotId: snapshot.id });
  if (snapshot.sourceDiskType !== 'data') {
    throw fault('InvalidSnapshotId.NotDataDiskSnapshot', { SnapshotId: snapshot.id });
  }
};

/** A disk made from a snapshot is at least as large as that. */
const dataDiskSize = (
  context: Context,
  asked: number | string | undefined,
  snapshot: Snapshot | undefined,
  category: string,
  performanceLevel: string,
): number => {
  const range = sizeRangeOf('data', category, performanceLevel);
  const size = asked === undefined || asked === '' ? snapshot?.sourceDiskSize : wholeNumber(asked);
  if (size === undefined)
    throw fault('InvalidDataDiskSize.ValueNotSupported', { Size: asked ?? 'none', ...limits(range) });
  if (!context.enforces('disk.size-range')) return size;
  if (snapshot !== undefined && size < snapshot.sourceDiskSize) {
    throw fault('InvalidDiskSize.TooSmall', { Size: size, Least: snapshot.sourceDiskSize });
  }
  if (size < range.min || size > range.max) {
    throw fault('InvalidDataDiskSize.ValueNotSupported', { Size: size, ...limits(range) });
  }
  return size;
};

const limits = ({ min, max }: { min: number; max: number }) => ({ Min: min, Max: max });

const wholeNumber = (value: number | string): number | undefined => {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 ? number : undefined;
};

const givenCategory = ({ category = '' }: DiskRequest): string | undefined =>
  category === '' ? undefined : category;

const performanceLevelOf = ({ performanceLevel = '' }: DiskRequest, category: string): string => {
  const known = defaultPerformanceLevel(category);
  if (performanceLevel === '' || known === '') return known;
  if (!isPerformanceLevel(performanceLevel)) {
    throw fault('InvalidPerformanceLevel.Malformed', { Level: performanceLevel });
  }
  return performanceLevel;
};

/** Where a system disk is attached, as DescribeDisks writes it. */
export const systemDevice = '/dev/xvda';

const devicePattern = /^\/dev\/x?vd([b-z]|[a-e][a-z])$/;

const checkedDevice = (disk: DiskRequest): DiskRequest => {
  const { device = '' } = disk;
  if (device !== '' && !devicePattern.test(device))
    throw fault('InvalidDataDevice.Malformed', { Device: device });
  return disk;
};

/** Whether a name is one of a data disk's device: /dev/xvdb to /dev/xvdz and on. */
export const isDataDevice = (device: string): boolean => devicePattern.test(device);

/** @returns a function that gives the next free device name at each call, from /dev/xvdb on */
export const deviceNames = (taken: ReadonlySet<string>): (() => string) => {
  const used = new Set(taken);
  return () => {
    for (let at = 1; ; at++) {
      const first = at < 26 ? '' : String.fromCharCode(96 + Math.floor(at / 26));
      const device = `/dev/xvd${first}${String.fromCharCode(97 + (at % 26))}`;
      if (used.has(device)) continue;
      used.add(device);
      return device;
    }
  };
};
