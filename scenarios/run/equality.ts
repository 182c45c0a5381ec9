import type { Value } from '../scenario.ts';

/**
 * Whether two values are the same to Terraform, which converts between texts, numbers and truth values; and
 * to which an empty text, list or map is as good as none.
 */
export const valuesEqual = (one: Value | undefined, other: Value | undefined): boolean => {
  if (isEmpty(one) || isEmpty(other)) return isEmpty(one) && isEmpty(other);
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

/** Nothing at all, or what Terraform takes for nothing. */
export const isEmpty = (value: Value | undefined): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);

const isMap = (value: Value | undefined): value is Record<string, Value> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
