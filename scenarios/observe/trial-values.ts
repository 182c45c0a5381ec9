import type { Constraints } from '../../docs-parser/index.ts';
import type { Value } from '../scenario.ts';

/** One of each type: Terraform refuses those that do not fit, and that takes no time. */
const ofEachType: readonly Value[] = [
  'alimock-trial',
  7,
  true,
  false,
  ['alimock-trial'],
  { alimock: 'trial' },
];

/** The most values that are tried of one member. */
const most = 12;

/**
 * Values to change a member to: those that the page states, its neighbours, and one of each type. The page
 * may be wrong, so what Terraform refuses is simply no trial.
 * @param now what the state has
 * @param constraints what the page says of it; null where it says nothing
 */
export const trialValues = (now: Value, constraints: Constraints | null): Value[] => {
  const stated = constraints?.validValues?.values ?? [];
  const ends = [constraints?.range?.min, constraints?.range?.max].filter((end) => typeof end === 'number');
  const candidates = [...neighbours(now), ...stated, ...ends, ...ofEachType];
  const different = candidates.filter((value) => JSON.stringify(value) !== JSON.stringify(now));
  return [...new Map(different.map((value) => [JSON.stringify(value), value])).values()].slice(0, most);
};

const neighbours = (now: Value): Value[] => {
  if (typeof now === 'number') return [now + 1, now - 1];
  if (typeof now === 'boolean') return [!now];
  if (typeof now !== 'string' || now === '') return [];
  const cidr = /^(\d+\.\d+\.\d+\.\d+)\/(\d+)$/.exec(now);
  return cidr === null ? [`${now}-trial`] : [`${cidr[1] ?? ''}/${Number(cidr[2]) + 1}`];
};
