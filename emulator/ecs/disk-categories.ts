/** Sizes of cloud disks by category and performance level, in GiB. */
export interface SizeRange {
  readonly min: number;
  readonly max: number;
}

export type PerformanceLevel = 'PL0' | 'PL1' | 'PL2' | 'PL3';

const performanceLevels: readonly string[] = ['PL0', 'PL1', 'PL2', 'PL3'] satisfies PerformanceLevel[];

export const isPerformanceLevel = (level: string): level is PerformanceLevel =>
  performanceLevels.includes(level);

interface Category {
  readonly system: SizeRange;
  readonly data: SizeRange;
  /** Ranges that depend on the performance level; a category that has them has levels. */
  readonly levels?: Readonly<Record<PerformanceLevel, { system: SizeRange; data: SizeRange }>>;
}

const range = (min: number, max: number): SizeRange => ({ min, max });

/** CreateDisk.Size and RunInstances.SystemDisk.Size in limits.json (diskSizeGiB, diskSizeGiB.2026). */
const categories: ReadonlyMap<string, Category> = new Map<string, Category>([
  ['cloud', { system: range(20, 500), data: range(5, 2000) }],
  ['cloud_efficiency', { system: range(20, 2048), data: range(20, 32768) }],
  ['cloud_ssd', { system: range(20, 2048), data: range(20, 32768) }],
  [
    'cloud_essd',
    {
      system: range(20, 2048),
      data: range(20, 65536),
      levels: {
        PL0: { system: range(1, 2048), data: range(1, 65536) },
        PL1: { system: range(20, 2048), data: range(20, 65536) },
        PL2: { system: range(461, 2048), data: range(461, 65536) },
        PL3: { system: range(1261, 2048), data: range(1261, 65536) },
      },
    },
  ],
  ['cloud_auto', { system: range(1, 2048), data: range(1, 65536) }],
  ['cloud_essd_entry', { system: range(20, 2048), data: range(10, 32768) }],
]);

export const isDiskCategory = (category: string): boolean => categories.has(category);

/** The level that a disk has where none is given: PL1 for ESSDs, none for the others. */
export const defaultPerformanceLevel = (category: string): string =>
  categories.get(category)?.levels === undefined ? '' : 'PL1';

/** @returns the range of sizes; that of cloud_efficiency for a category that is not known */
export const sizeRangeOf = (
  type: 'system' | 'data',
  category: string,
  performanceLevel: string,
): SizeRange => {
  const known = categories.get(category);
  if (known === undefined) return type === 'system' ? range(20, 2048) : range(20, 32768);
  const level = isPerformanceLevel(performanceLevel) ? known.levels?.[performanceLevel] : undefined;
  return (level ?? known)[type];
};
