/** Regions and zones: data. */
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

const region = (regionId: string, localName: string, idCode: string, zoneLetters: string): Region => ({
  regionId,
  localName,
  idCode,
  zones: zoneLetters.split('').map((letter) => ({
    zoneId: /\d$/.test(regionId) ? `${regionId}${letter}` : `${regionId}-${letter}`,
    localName: `${localName} Zone ${letter.toUpperCase()}`,
  })),
});

export const regions: readonly Region[] = [region('cn-hangzhou', 'China (Hangzhou)', 'bp1', 'bghijk')];

const byId = new Map(regions.map((entry) => [entry.regionId, entry]));

/** @returns the region, or undefined if there is none of that id */
export const findRegion = (regionId: string): Region | undefined => byId.get(regionId);

export const defaultRegionId = 'cn-hangzhou';
