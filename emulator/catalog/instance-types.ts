import { instanceTypeLines } from './instance-types.generated.ts';
import { newerInstanceTypeLines, typesWithTwoNetworkCards } from './newer-instance-types.ts';
import { categoryOf, generationOf, isBareMetal, isRetired } from './instance-families.ts';

/** An instance type with what DescribeInstanceTypes tells of it. */
export interface InstanceType {
  readonly id: string;
  readonly family: string;
  readonly vcpu: number;
  /** GiB. */
  readonly memoryGiB: number;
  /** Baseline, kbit/s, each way. */
  readonly bandwidthKbps: number;
  /** Packets a second, each way. */
  readonly pps: number;
  readonly nicQueues: number;
  readonly networkCards: number;
  /** Network interfaces, the primary one included. */
  readonly eniQuantity: number;
  readonly privateIpsPerEni: number;
  readonly localDisks: { readonly amount: number; readonly sizeGb: number } | null;
  readonly gpu: { readonly spec: string; readonly amount: number; readonly memoryGb: number } | null;
  /** Only of burstable types. */
  readonly credit: {
    readonly baselinePercent: number;
    readonly perHour: number;
    readonly most: number;
  } | null;
  readonly architecture: 'X86' | 'ARM';
  readonly bareMetal: boolean;
  /** "ecs-1" to "ecs-6", as DescribeInstanceTypeFamilies groups the families. */
  readonly generation: string;
}

/**
 * Where the documentation of a type leaves a figure out (the retired families do), it has what the
 * smallest types have: one queue, one network interface; and the 10 addresses that most types have.
 */
const defaults = { bandwidthGbps: 0.5, pps: 50_000, nicQueues: 1, eniQuantity: 1, privateIpsPerEni: 10 };

const numberOr = (column: string | undefined, otherwise: number): number =>
  column === undefined || column === '' ? otherwise : Number(column);

/** "12 x 5500" → [12, 5500]; the first figure comes last for GPUs: "NVIDIA V100 x 8". */
const localDisksOf = (column = ''): InstanceType['localDisks'] => {
  const [amount, size] = column.split(' x ');
  return size === undefined ? null : { amount: Number(amount), sizeGb: Number(size) };
};

/** A share of a GPU counts as one; the specification then names the share, e.g. "NVIDIA T4*1/4". */
const gpuOf = (column = '', memory = ''): InstanceType['gpu'] => {
  const [spec = '', amount = ''] = column.split(' x ');
  if (spec === '') return null;
  const memoryGb = numberOr(memory, 0);
  if (!amount.includes('/')) return { spec, amount: Number(amount), memoryGb };
  const [part, whole] = amount.split('/').map(Number);
  return { spec: `${spec}*${amount}`, amount: 1, memoryGb: (memoryGb * (part ?? 1)) / (whole ?? 1) };
};

const readLine = (line: string): InstanceType => {
  const [
    id = '',
    family = '',
    vcpu,
    memory,
    bandwidth,
    pps,
    queues,
    eni,
    addresses,
    disks,
    gpu,
    gpuMemory,
    ...credit
  ] = line.split('|');
  const [baseline = '', perHour, most] = credit;
  return {
    id,
    family,
    vcpu: Number(vcpu),
    memoryGiB: Number(memory),
    bandwidthKbps: numberOr(bandwidth, defaults.bandwidthGbps) * 1_024_000,
    pps: numberOr(pps, defaults.pps),
    nicQueues: numberOr(queues, defaults.nicQueues),
    networkCards: typesWithTwoNetworkCards.has(id) ? 2 : 1,
    eniQuantity: numberOr(eni, defaults.eniQuantity),
    privateIpsPerEni: numberOr(addresses, isRetired(family) ? 1 : defaults.privateIpsPerEni),
    localDisks: localDisksOf(disks),
    gpu: gpuOf(gpu, gpuMemory),
    credit:
      baseline === ''
        ? null
        : { baselinePercent: Number(baseline), perHour: numberOr(perHour, 0), most: numberOr(most, 0) },
    architecture: family === 'ecs.g6r' || family === 'ecs.c6r' ? 'ARM' : 'X86',
    bareMetal: isBareMetal(family),
    generation: generationOf(family),
  };
};

let table: ReadonlyMap<string, InstanceType> | undefined;

/** Read when first asked for: most uses of the emulator never look at it. */
const byId = (): ReadonlyMap<string, InstanceType> => {
  table ??= new Map(
    [...instanceTypeLines.trim().split('\n'), ...newerInstanceTypeLines].map((line) => {
      const type = readLine(line);
      return [type.id, type];
    }),
  );
  return table;
};

/** @returns the instance type of this id, e.g. "ecs.sn1ne.large", or undefined */
export const findInstanceType = (id: string): InstanceType | undefined => byId().get(id);

/** Every instance type, in the order of the documentation: by family, then by size. */
export const instanceTypes = (): InstanceType[] => [...byId().values()];

let families: readonly string[] | undefined;

/** Ids of all families, e.g. "ecs.sn1ne". */
export const instanceFamilies = (): readonly string[] => {
  families ??= [...new Set(instanceTypes().map(({ family }) => family))];
  return families;
};

/** LocalStorageCategory: big data families have hard disks, all others SSDs; empty where there are none. */
export const localStorageCategoryOf = ({ family, localDisks }: InstanceType): string => {
  if (localDisks === null) return '';
  return categoryOf(family) === 'Big data' ? 'local_hdd_pro' : 'local_ssd_pro';
};
