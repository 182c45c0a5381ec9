/** What follows from an instance type's family. Families are written with their prefix: "ecs.sn1ne". */

const list = (names: string): ReadonlySet<string> => new Set(names.split(' ').map((name) => `ecs.${name}`));

/** No longer sold to new customers (API docs, "Retired instance types": generations I). */
const retired = list('t1 s1 s2 s3 c1 c2 m1 m2');

/** Generation II and the others before the numbered families. */
const secondGeneration = list('n1 n2 e3 c4 ce4 cm4 ebmc4 i1 ga1 gn4');
const thirdGeneration = list(
  'sn1 sn2 se1 sn1ne sn2ne se1ne n4 mn4 xn4 e4 d1 d1ne gn5 gn5i f1 f2 re4 re4e i2 i2g t5',
);

/** "ecs.g7ne" → 7, "ecs.ebmgn6v" → 6, "ecs.sccg5" → 5. */
const numberIn = (family: string): number => Number(/\d+/.exec(family.slice('ecs.'.length))?.[0] ?? 5);

/**
 * Generation as DescribeInstanceTypeFamilies names it. The first generations are listed; from the fifth
 * on the family's own number is its generation.
 */
export const generationOf = (family: string): string => {
  if (retired.has(family)) return 'ecs-1';
  if (secondGeneration.has(family)) return 'ecs-2';
  if (thirdGeneration.has(family)) return 'ecs-3';
  return `ecs-${Math.min(Math.max(numberIn(family), 4), 7)}`;
};

export const isRetired = (family: string): boolean => retired.has(family);

/** Whole machines: elastic bare metal and the super computing clusters. */
export const isBareMetal = (family: string): boolean => /^ecs\.(?:ebm|scc)/.test(family);

/** Families that are made for one purpose: GPU, FPGA, local disks, bare metal, encrypted computing. */
const specialised = /^ecs\.(?:ebm|scc|gn|vgn|ga|f\d|d\d|i\d|video|v5|re)|(?:t|p|se|ne)$/;

/** Enhanced compute families end in "ne" without being special. */
const enhanced = list('sn1ne sn2ne se1ne');

export const isSpecialised = (family: string): boolean => !enhanced.has(family) && specialised.test(family);

/** InstanceCategory of DescribeInstanceTypes. */
export const categoryOf = (family: string): string => {
  const name = family.slice('ecs.'.length);
  const found = categories.find(([pattern]) => pattern.test(name));
  return found?.[1] ?? 'General-purpose';
};

const categories: readonly (readonly [RegExp, string])[] = [
  [/^scc/, 'High Performance Compute'],
  [/^ebm(?:gn|an)|^gn|^ga|^vgn/, 'GPU-accelerated'],
  [/^f\d/, 'FPGA-accelerated'],
  [/^d\d/, 'Big data'],
  [/^(?:ebm)?i\d/, 'Local SSDs'],
  [/^(?:ebm)?hf/, 'High Clock Speed'],
  [/^t\d|^s6|^v5/, 'Shared'],
  [/^(?:ebm)?c\d|^sn1|^ic5|^n\d|^xn4|^video|^cm4/, 'Compute-optimized'],
  [/^(?:ebm)?r(?:e)?\d|^se1|^e\d|^ce4|^re/, 'Memory-optimized'],
];

/** InstanceFamilyLevel of DescribeInstanceTypes. */
export const levelOf = (family: string): 'EntryLevel' | 'EnterpriseLevel' | 'CreditEntryLevel' => {
  if (/^ecs\.t[56]$/.test(family)) return 'CreditEntryLevel';
  return entryLevel.has(family) || retired.has(family) ? 'EntryLevel' : 'EnterpriseLevel';
};

const entryLevel = list('n1 n2 e3 n4 mn4 xn4 e4 s6 v5');

/** System and data disks that a family's types take (API docs, "Instance families", storage). */
export const diskCategoriesOfFamily = (family: string): readonly string[] => {
  const generation = generationOf(family);
  if (generation === 'ecs-1' || generation === 'ecs-2') return ['cloud', 'cloud_efficiency', 'cloud_ssd'];
  if (generation === 'ecs-7') return ['cloud_essd', 'cloud_auto'];
  return ['cloud_efficiency', 'cloud_ssd', 'cloud_essd'];
};
