import type { Context, EcsOperation } from '../context.ts';
import type { ImageDiskMapping, ImageSystem } from '../state/rows/image.ts';
import { fault } from '../wire/fault.ts';
import { deviceNames, isDataDevice, systemDevice } from './disk-rows.ts';
import { startTask } from './image-task-runs.ts';
import {
  checkBootMode,
  checkImageNameIsFree,
  checkImageQuota,
  checkImageTexts,
  checkImdsSupport,
} from './image-names.ts';
import { systemOfPlatform } from './image-system.ts';
import { requireObjectHere } from './oss-places.ts';
import { readTags } from './tags.ts';

type ImportRequest = Parameters<EcsOperation<'ImportImage'>>[0];
type RequestMapping = NonNullable<ImportRequest['diskDeviceMapping']>[number];

/** ImportImage metadata, Platform. */
const linuxPlatforms: readonly string[] = [
  ...['Aliyun', 'Anolis', 'CentOS', 'Ubuntu', 'CoreOS', 'SUSE', 'Debian', 'OpenSUSE', 'FreeBSD', 'RedHat'],
  ...['Kylin', 'UOS', 'Fedora', 'Fedora CoreOS', 'CentOS Stream', 'AlmaLinux', 'Rocky Linux', 'Gentoo'],
  ...['Customized Linux', 'Others Linux'],
];

const windowsPlatform = /^(?:Windows Server (?:2003|2008|2012|2016|2019|2022|2025)|Other Windows)$/;

/** Makes a custom image of files in OSS; it is there when its task is finished. */
export const importImage: EcsOperation<'ImportImage'> = (request, context) => {
  const { imageName: asked = '', description = '', licenseType = 'Auto', diskDeviceMapping = [] } = request;
  checkImageTexts({ imageName: asked, description });
  checkBootMode(request.bootMode);
  checkImdsSupport(request.features?.imdsSupport);
  if (!['', 'Auto', 'Aliyun', 'BYOL'].includes(licenseType)) {
    throw fault('InvalidLicenseType.NotSupported', { LicenseType: licenseType });
  }
  const system = readSystem(request);
  const mappings = readMappings(diskDeviceMapping, context);
  const tags = readTags(request.tag, context);
  const imageId = context.newId('m');
  const imageName = asked === '' ? imageId : asked;
  checkImageNameIsFree(context, imageName);
  checkImageQuota(context);
  context.tables.images.insert({
    ...system,
    id: imageId,
    accountId: context.accountId,
    regionId: context.regionId,
    status: 'Waiting',
    progress: 0,
    imageName,
    description,
    imageFamily: '',
    imageVersion: '',
    size: mappings[0]?.size ?? 0,
    sourceInstanceId: '',
    sourceSnapshotId: '',
    sourceImageId: '',
    diskMappings: mappings,
    isCopied: false,
    shares: [],
    formerShares: [],
    isPublic: false,
    detectionStrategy: request.detectionStrategy ?? '',
    licenseType: licenseType === '' ? 'Auto' : licenseType,
    imdsSupport: request.features?.imdsSupport ?? '',
    resourceGroupId: request.resourceGroupId ?? '',
    tags,
    createdAt: context.now,
  });
  const taskId = startTask(
    context,
    'ImportImage',
    imageId,
    mappings.map(({ importOssBucket, importOssObject, format }) => ({
      bucket: importOssBucket,
      object: importOssObject,
      format,
    })),
  );
  return { imageId, taskId, regionId: context.regionId };
};

/** @throws Fault InvalidArchitecture.Malformed, InvalidOSType.Malformed, InvalidPlatform.Malformed */
const readSystem = (request: ImportRequest): ImageSystem => {
  const { architecture: asked = '', OSType = '', bootMode = '' } = request;
  const architecture = asked === '' ? 'x86_64' : asked;
  if (architecture !== 'x86_64' && architecture !== 'i386' && architecture !== 'arm64') {
    throw fault('InvalidArchitecture.Malformed', { Architecture: architecture });
  }
  if (!['', 'linux', 'windows'].includes(OSType)) throw fault('InvalidOSType.Malformed', { OSType });
  const named = request.platform ?? '';
  const platform = named === '' ? (OSType === 'windows' ? 'Other Windows' : 'Others Linux') : named;
  const isWindows = windowsPlatform.test(platform);
  const isKnown = isWindows || linuxPlatforms.includes(platform);
  if (!isKnown || (OSType !== '' && (OSType === 'windows') !== isWindows)) {
    throw fault('InvalidPlatform.Malformed', { Platform: platform });
  }
  const system = systemOfPlatform(platform, architecture);
  const nvmeSupport = request.features?.nvmeSupport === 'supported' ? 'supported' : 'unsupported';
  return { ...system, nvmeSupport, bootMode: bootMode === '' ? system.bootMode : bootMode };
};

/** The system disk comes first. @throws Fault MissingParameter.DiskDeviceMapping and what its members give */
const readMappings = (entries: readonly RequestMapping[], context: Context): ImageDiskMapping[] => {
  if (entries.length === 0) throw fault('MissingParameter.DiskDeviceMapping');
  const given = entries.flatMap(({ device = '' }) => (device === '' ? [] : [device]));
  const nextDevice = deviceNames(new Set(given));
  return entries.map((entry, at) => readMapping(entry, at, nextDevice, context));
};

const readMapping = (
  entry: RequestMapping,
  at: number,
  nextDevice: () => string,
  context: Context,
): ImageDiskMapping => {
  const name = `DiskDeviceMapping.${at + 1}`;
  const { OSSBucket: bucket = '', OSSObject: object = '', device = '' } = entry;
  if (bucket === '') throw fault('MissingParameter', { Parameter: `${name}.OSSBucket` });
  if (object === '') throw fault('MissingParameter', { Parameter: `${name}.OSSObject` });
  requireObjectHere(context, bucket, object);
  const isSystem = at === 0;
  if (device !== '' && (isSystem ? device !== systemDevice : !isDataDevice(device))) {
    throw fault('InvalidParameter.Malformed', { Parameter: `${name}.Device` });
  }
  return {
    device: isSystem ? systemDevice : device === '' ? nextDevice() : device,
    type: isSystem ? 'system' : 'data',
    size: readSize(entry, isSystem),
    snapshotId: '',
    encrypted: false,
    kmsKeyId: '',
    importOssBucket: bucket,
    importOssObject: object,
    format: readFormat(entry.format ?? '', object),
  };
};

/** What a disk takes where no size is given (provider v1.240.0, resource_alicloud_image_import.go: 5). */
const defaultSize = 5;

/** 1 to 2048 GiB. @throws Fault InvalidImageSize, InvalidDataDiskSize */
const readSize = ({ diskImageSize, diskImSize }: RequestMapping, isSystem: boolean): number => {
  const size = diskImageSize ?? diskImSize ?? defaultSize;
  if (size >= 1 && size <= 2048) return size;
  throw fault(isSystem ? 'InvalidImageSize' : 'InvalidDataDiskSize', { Size: size });
};

const formats = ['RAW', 'VHD', 'QCOW2'];

/** As it is given, or else as the file's name says. @throws Fault InvalidImageFormat.Malformed */
const readFormat = (format: string, object: string): string => {
  const asked = format === '' ? (/\.(vhd|qcow2)$/i.exec(object)?.[1] ?? 'RAW') : format;
  if (formats.includes(asked.toUpperCase())) return asked.toUpperCase();
  throw fault('InvalidImageFormat.Malformed', { Format: format });
};
