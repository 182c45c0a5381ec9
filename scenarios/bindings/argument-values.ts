/**
 * Arguments as their types, read as the provider reads them: d.GetOk, for which "", 0, false and an empty
 * list are as good as nothing. The driver has checked and converted the types before (argument-check.ts).
 */
import type { Value } from '../scenario.ts';
import type { Arguments } from './binding.ts';

/** A text that is not empty. */
export const textOf = (values: Arguments, name: string): string | undefined => {
  const value = values[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** A plain value as text; nothing, a list and an object have none. */
export const plainText = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';

/** A number that is not 0. */
export const numberOf = (values: Arguments, name: string): number | undefined => {
  const value = values[name];
  return typeof value === 'number' && value !== 0 ? value : undefined;
};

/** True or false if the configuration says so (d.GetOkExists). */
export const flagOf = (values: Arguments, name: string): boolean | undefined => {
  const value = values[name];
  return typeof value === 'boolean' ? value : undefined;
};

/** The texts of a list that is not empty. */
export const textsOf = (values: Arguments, name: string): string[] | undefined => {
  const value = values[name];
  if (!Array.isArray(value) || value.length === 0) return undefined;
  return value.filter((item) => typeof item === 'string');
};

/** The blocks of one name, e.g. each `data_disks { … }`. */
export const blocksOf = (values: Arguments, name: string): Arguments[] => {
  const value = values[name];
  return Array.isArray(value) ? value.filter(isObject) : [];
};

/** The texts of a map, e.g. `tags`. */
export const textMapOf = (value: Value | undefined): Record<string, string> =>
  isObject(value)
    ? Object.fromEntries(
        Object.entries(value).flatMap(([key, item]) =>
          item === null || typeof item === 'object' ? [] : [[key, String(item)]],
        ),
      )
    : {};

export const isObject = (value: Value | undefined): value is Record<string, Value> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
