import type { Value } from '../scenario.ts';

/**
 * Whether two values are the same to Terraform, which converts between texts, numbers and truth values; and
 * to whose providers nothing at all is as good as "", 0, false, an empty list or an empty map.
 */
export const valuesEqual = (one: Value | undefined, other: Value | undefined): boolean => {
  if (one === undefined || one === null) return isZero(other);
  if (other === undefined || other === null) return isZero(one);
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, at) => valuesEqual(item, other[at]));
  }
  if (isMap(one) && isMap(other)) {
    const names = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...names].every((name) => valuesEqual(one[name], other[name]));
  }
  if (typeof one === 'object' || typeof other === 'object') return false;
  return String(one) === String(other);
};

/** A block whose members are all nothing is nothing: an import writes `timeouts` so. */
const isZero = (value: Value | undefined): boolean =>
  value === 0 || value === false || isEmpty(value) || (isMap(value) && Object.values(value).every(isEmpty));

/** Nothing that a reader would call a value; 0 and false are values. */
export const isEmpty = (value: Value | undefined): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);

const isMap = (value: Value | undefined): value is Record<string, Value> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
