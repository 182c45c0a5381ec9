import type { ImageSystem } from '../state/rows/image.ts';

/** The part of an image that its disks and snapshots take with them. */
export const systemOf = (image: ImageSystem): ImageSystem => ({
  architecture: image.architecture,
  platform: image.platform,
  osName: image.osName,
  osNameEn: image.osNameEn,
  osType: image.osType,
  bootMode: image.bootMode,
  isSupportCloudinit: image.isSupportCloudinit,
  isSupportIoOptimized: image.isSupportIoOptimized,
  nvmeSupport: image.nvmeSupport,
});

/**
 * The system of an image that was made of a data disk or of one whose origin is not known
 * (CreateImage.md: Platform is Others Linux, Architecture x86_64 where none is given).
 */
export const systemOfPlatform = (
  platform: string,
  architecture: ImageSystem['architecture'],
): ImageSystem => {
  const osType = /windows/i.test(platform) ? 'windows' : 'linux';
  const bits = architecture === 'i386' ? '32' : '64';
  return {
    architecture,
    platform,
    osName: `${platform} ${bits}位`,
    osNameEn: `${platform} ${bits} bit`,
    osType,
    bootMode: architecture === 'arm64' ? 'UEFI' : 'BIOS',
    isSupportCloudinit: osType === 'linux',
    isSupportIoOptimized: true,
    nvmeSupport: 'unsupported',
  };
};
