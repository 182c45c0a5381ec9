/** Public images: data. Members are named as those of a custom image's row (state/rows/image.ts). */
export interface PublicImage {
  /** The image's name is its id: "ubuntu_22_04_x64_20G_alibase_20241016.vhd". The same in every region. */
  readonly id: string;
  readonly imageName: string;
  readonly imageFamily: string;
  readonly imageVersion: string;
  readonly description: string;
  readonly status: 'Available';
  /** Percent. */
  readonly progress: 100;
  /** GiB of the system disk. */
  readonly size: number;
  readonly architecture: 'x86_64' | 'arm64';
  readonly platform: string;
  /** In Chinese, as ECS answers whatever the caller's language is: "Ubuntu  22.04 64位". */
  readonly osName: string;
  readonly osNameEn: string;
  readonly osType: 'linux' | 'windows';
  readonly bootMode: 'BIOS' | 'UEFI' | 'UEFI-Preferred';
  readonly isSupportCloudinit: boolean;
  readonly isSupportIoOptimized: true;
  readonly nvmeSupport: 'supported' | 'unsupported';
  /** Public images name no disks: their one disk has the image's size. */
  readonly diskMappings: readonly [];
  /** "v2" where only the hardened metadata mode is served; empty: both modes. */
  readonly imdsSupport: '' | 'v2';
  readonly tags: Readonly<Record<string, string>>;
  /** Milliseconds; a time of the date in the name. No two images have the same: clients sort by it. */
  readonly createdAt: number;
}

/** One release: its names in id, family and operating system, and the dates of its images. */
interface Release {
  /** What the ids begin with. */
  readonly prefix: string;
  readonly platform: string;
  /** Operating system without its width; "Ubuntu  22.04" has two blanks in ECS as well. */
  readonly os: string;
  /** The same in Chinese, where that differs. */
  readonly localOs?: string;
  /** Dates of its images, YYYYMMDD. */
  readonly dates: readonly string[];
  readonly arch?: 'arm64';
  /** Ids of older images say "64" where newer ones say "x64". */
  readonly width?: '64';
  /** Family without "acs:"; the id's own start unless given. */
  readonly family?: string;
  readonly nvme?: false;
  /** GiB of the system disk; 20, and 40 for Windows, unless given. */
  readonly size?: number;
  /** Between architecture and size, or between size and "alibase". */
  readonly edition?: string;
  readonly suffix?: string;
}

const linux = (
  prefix: string,
  platform: string,
  os: string,
  dates: string,
  more: Partial<Release> = {},
): Release => ({ prefix, platform, os, dates: dates.split(' '), ...more });

const arm64 = (release: Release, dates: string): Release => ({
  ...release,
  arch: 'arm64',
  dates: dates.split(' '),
});

const ubuntu2404 = linux('ubuntu_24_04', 'Ubuntu', 'Ubuntu  24.04', '20241016 20240812');
const ubuntu2204 = linux('ubuntu_22_04', 'Ubuntu', 'Ubuntu  22.04', '20241016 20240710');
const ubuntu2004 = linux('ubuntu_20_04', 'Ubuntu', 'Ubuntu  20.04', '20240925 20230815');
const ubuntu1804 = linux('ubuntu_18_04', 'Ubuntu', 'Ubuntu  18.04', '20240223 20230208', { nvme: false });
const alinux3 = linux('aliyun_3', 'Aliyun', 'Alibaba Cloud Linux  3.2104 LTS', '20241103 20240819', {
  family: 'alibaba_cloud_linux_3_2104_lts',
});
const centos79 = linux('centos_7_9', 'CentOS', 'CentOS  7.9', '20240628 20230718');
const anolis89 = linux('anolisos_8_9', 'Anolis', 'Anolis OS  8.9 ANCK', '20240724', { suffix: 'anck_' });
const rocky9 = linux('rockylinux_9_4', 'Rocky Linux', 'Rocky Linux  9.4', '20240725');
const alma9 = linux('almalinux_9_4', 'AlmaLinux', 'AlmaLinux  9.4', '20240725');
const debian12 = linux('debian_12_6', 'Debian', 'Debian  12.6', '20240819 20240711');

const windows = (prefix: string, year: string, dates: string, language: 'en-us' | 'zh-cn'): Release => ({
  prefix,
  platform: `Windows Server ${year}`,
  os: `Windows Server  ${year} Datacenter Edition`,
  localOs: `Windows Server  ${year} 数据中心版`,
  dates: dates.split(' '),
  family: `windows_server_${year.toLowerCase().replaceAll(' ', '_')}_dtc_${language.replace('-', '_')}`,
  edition: `dtc_${language}`,
  nvme: false,
});

const releases: readonly Release[] = [
  ubuntu2404,
  arm64(ubuntu2404, '20241016'),
  ubuntu2204,
  arm64(ubuntu2204, '20241016'),
  ubuntu2004,
  arm64(ubuntu2004, '20240925'),
  ubuntu1804,
  arm64(ubuntu1804, '20230208'),
  // The examples of alicloud_instance and alicloud_disk_attachment name it.
  linux('ubuntu_18_04', 'Ubuntu', 'Ubuntu  18.04', '20190624', { nvme: false, width: '64' }),
  linux('ubuntu_16_04', 'Ubuntu', 'Ubuntu  16.04', '20211028', { nvme: false }),
  alinux3,
  arm64(alinux3, '20241103'),
  // The edition hardened for classified protection (dengbao), which the example of
  // alicloud_ecs_image_pipeline_execution names.
  linux('aliyun_3', 'Aliyun', 'Alibaba Cloud Linux  3.2104 LTS', '20240819', {
    family: 'alibaba_cloud_linux_3_2104_lts_dengbao',
    suffix: 'dengbao_',
  }),
  // The edition for super computing clusters, with the drivers of their RDMA network.
  linux('aliyun_3', 'Aliyun', 'Alibaba Cloud Linux  3.2104 LTS', '20240819', {
    family: 'alibaba_cloud_linux_3_2104_lts_scc',
    suffix: 'scc_',
  }),
  linux('aliyun_2_1903', 'Aliyun', 'Alibaba Cloud Linux  2.1903 LTS', '20240628 20230704', {
    family: 'alibaba_cloud_linux_2_1903_lts',
  }),
  centos79,
  arm64(centos79, '20240628'),
  linux('centos_7_6', 'CentOS', 'CentOS  7.6', '20211030', { nvme: false }),
  linux('centos_6_10', 'CentOS', 'CentOS  6.10', '20201120', { nvme: false }),
  linux('centos_8_5', 'CentOS', 'CentOS  8.5', '20220428'),
  linux('centos_stream_9', 'CentOS Stream', 'CentOS  Stream 9', '20241105'),
  debian12,
  arm64(debian12, '20240819'),
  linux('debian_11_9', 'Debian', 'Debian  11.9', '20240401'),
  linux('debian_10_13', 'Debian', 'Debian  10.13', '20240402'),
  anolis89,
  arm64(anolis89, '20240724'),
  linux('anolisos_7_9', 'Anolis', 'Anolis OS  7.9 ANCK', '20240626', { suffix: 'anck_' }),
  rocky9,
  arm64(rocky9, '20240725'),
  linux('rockylinux_8_10', 'Rocky Linux', 'Rocky Linux  8.10', '20240726'),
  alma9,
  arm64(alma9, '20240725'),
  linux('almalinux_8_10', 'AlmaLinux', 'AlmaLinux  8.10', '20240726'),
  linux('fedora_40_1', 'Fedora', 'Fedora  40', '20240807'),
  linux('opensuse_15_6', 'OpenSUSE', 'openSUSE  15.6', '20240808'),
  // Counted among the Linux images by ECS.
  linux('freebsd_14_1', 'Freebsd', 'FreeBSD  14.1', '20240806', { size: 30 }),
  windows('win2022_21H2', '2022', '20241111 20240910', 'en-us'),
  windows('win2022_21H2', '2022', '20241111', 'zh-cn'),
  windows('win2019_1809', '2019', '20241111', 'en-us'),
  windows('win2019_1809', '2019', '20241111', 'zh-cn'),
  windows('win2016_1607', '2016', '20241111', 'en-us'),
  windows('win2012r2_9600', '2012 R2', '20231016', 'en-us'),
];

const isWindows = ({ platform }: Release): boolean => platform.startsWith('Windows');

/** "Ubuntu  22.04 64 bit for ARM", "Windows Server  2022 Datacenter Edition 64bit English Edition". */
const nameOf = (release: Release): string => {
  if (isWindows(release)) return `${release.os} 64bit ${isChinese(release) ? 'Chinese' : 'English'} Edition`;
  return `${release.os} 64 bit${release.arch === undefined ? '' : ' for ARM'}`;
};

/** "Ubuntu  22.04 64位 ARM版", "Windows Server  2022 数据中心版 64位英文版". */
const localNameOf = (release: Release): string => {
  const name = `${release.localOs ?? release.os} 64位`;
  if (isWindows(release)) return `${name}${isChinese(release) ? '中文版' : '英文版'}`;
  return release.arch === undefined ? name : `${name} ARM版`;
};

const isChinese = ({ edition }: Release): boolean => edition?.endsWith('zh-cn') === true;

const toImage = (release: Release, date: string, order: number): PublicImage => {
  const osType = isWindows(release) ? 'windows' : 'linux';
  const size = release.size ?? (osType === 'windows' ? 40 : 20);
  const width = release.width ?? release.arch ?? 'x64';
  const edition = release.edition === undefined ? '' : `${release.edition}_`;
  const id = `${release.prefix}_${width}_${edition}${size}G_${release.suffix ?? ''}alibase_${date}.vhd`;
  return {
    id,
    imageName: id,
    imageFamily: `acs:${release.family ?? release.prefix}_${release.arch ?? 'x64'}`,
    imageVersion: `v${date.slice(0, 4)}.${Number(date.slice(4, 6))}.${Number(date.slice(6))}`,
    description: 'Kernel and packages as of the date in the name.',
    status: 'Available',
    progress: 100,
    size,
    architecture: release.arch ?? 'x86_64',
    platform: release.platform,
    osName: localNameOf(release),
    osNameEn: nameOf(release),
    osType,
    bootMode: bootModeOf(release),
    isSupportCloudinit: true,
    isSupportIoOptimized: true,
    nvmeSupport: release.nvme === false ? 'unsupported' : 'supported',
    diskMappings: [],
    imdsSupport: '',
    tags: {},
    // Of one day's images the first in the list is the newest.
    createdAt:
      Date.UTC(Number(date.slice(0, 4)), Number(date.slice(4, 6)) - 1, Number(date.slice(6)), 12) -
      order * 60_000,
  };
};

/** ARM starts by UEFI only; the newest x86 releases by either. */
const bootModeOf = (release: Release): PublicImage['bootMode'] => {
  if (release.arch === 'arm64') return 'UEFI';
  return isWindows(release) || release.nvme === false ? 'BIOS' : 'UEFI-Preferred';
};

/** Every public image, newest first, as DescribeImages lists them. */
export const publicImages: readonly PublicImage[] = releases
  .flatMap((release, order) => release.dates.map((date) => toImage(release, date, order)))
  .sort((a, b) => b.createdAt - a.createdAt);
