/** Regions and zones: data (help.aliyun.com, "Regions and zones"; endpoints.json). */
export interface Zone {
  readonly zoneId: string;
  readonly localName: string;
}

export interface Region {
  readonly regionId: string;
  readonly localName: string;
  /** The three characters that ids made in this region carry, e.g. "bp1". */
  readonly idCode: string;
  readonly zones: readonly Zone[];
}

/** Zones are "cn-hangzhou-h", but "ap-southeast-1a" where the region's name ends in a number. */
const region = (regionId: string, localName: string, idCode: string, zoneLetters: string): Region => ({
  regionId,
  localName,
  idCode,
  zones: zoneLetters.split('').map((letter) => ({
    zoneId: /\d$/.test(regionId) ? `${regionId}${letter}` : `${regionId}-${letter}`,
    localName: `${localName} Zone ${letter.toUpperCase()}`,
  })),
});

export const regions: readonly Region[] = [
  region('cn-qingdao', 'China (Qingdao)', 'm5e', 'bc'),
  region('cn-beijing', 'China (Beijing)', '2ze', 'abcdefghijkl'),
  region('cn-zhangjiakou', 'China (Zhangjiakou)', '8vb', 'abc'),
  region('cn-huhehaote', 'China (Hohhot)', 'hp3', 'ab'),
  region('cn-wulanchabu', 'China (Ulanqab)', '0jl', 'abc'),
  region('cn-hangzhou', 'China (Hangzhou)', 'bp1', 'bcdefghijk'),
  region('cn-shanghai', 'China (Shanghai)', 'uf6', 'abcdefgklmn'),
  region('cn-nanjing', 'China (Nanjing - Local Region)', 'gc7', 'a'),
  region('cn-fuzhou', 'China (Fuzhou - Local Region)', 'gw0', 'a'),
  region('cn-wuhan-lr', 'China (Wuhan - Local Region)', 'n4a', 'a'),
  region('cn-shenzhen', 'China (Shenzhen)', 'wz9', 'abcdef'),
  region('cn-heyuan', 'China (Heyuan)', 'f8z', 'ab'),
  region('cn-guangzhou', 'China (Guangzhou)', '7xv', 'ab'),
  region('cn-chengdu', 'China (Chengdu)', '2vc', 'ab'),
  region('cn-hongkong', 'China (Hong Kong)', 'j6c', 'bcd'),
  region('ap-northeast-1', 'Japan (Tokyo)', '6we', 'abc'),
  region('ap-northeast-2', 'South Korea (Seoul)', 'mj7', 'ab'),
  region('ap-southeast-1', 'Singapore', 't4n', 'abc'),
  region('ap-southeast-2', 'Australia (Sydney)', 'p0w', 'ab'),
  region('ap-southeast-3', 'Malaysia (Kuala Lumpur)', '8ps', 'abc'),
  region('ap-southeast-5', 'Indonesia (Jakarta)', 'k1a', 'abc'),
  region('ap-southeast-6', 'Philippines (Manila)', '5ts', 'ab'),
  region('ap-southeast-7', 'Thailand (Bangkok)', '0jo', 'ab'),
  region('ap-south-1', 'India (Mumbai)', 'a2d', 'ab'),
  region('us-east-1', 'US (Virginia)', '0xi', 'ab'),
  region('us-west-1', 'US (Silicon Valley)', 'rj9', 'ab'),
  region('eu-west-1', 'UK (London)', 'd7o', 'ab'),
  region('eu-central-1', 'Germany (Frankfurt)', 'gw8', 'abc'),
  region('me-east-1', 'UAE (Dubai)', 'eb3', 'a'),
  region('me-central-1', 'SAU (Riyadh - Partner Region)', 'l4v', 'ab'),
];

const byId = new Map(regions.map((entry) => [entry.regionId, entry]));

const regionOfZoneId = new Map(regions.flatMap((entry) => entry.zones.map(({ zoneId }) => [zoneId, entry])));

/** @returns the region, or undefined if there is none of that id */
export const findRegion = (regionId: string): Region | undefined => byId.get(regionId);

/** @returns the region that has this zone, or undefined if there is no such zone */
export const regionOfZone = (zoneId: string): Region | undefined => regionOfZoneId.get(zoneId);

export const defaultRegionId = 'cn-hangzhou';
