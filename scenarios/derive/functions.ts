/**
 * Terraform's functions, as far as examples call them on values that are known before anything is made. A `${…}` in
 * a text is kept as it is; a function that has to look into one cannot be evaluated.
 */
import { addressCount, formatAddress } from '../../emulator/vpc/cidr.ts';
import type { Value } from '../scenario.ts';
import { blockIn } from './addresses.ts';

type Call = (...values: readonly Value[]) => Value | undefined;

const text = (value: Value | undefined): string =>
  value === undefined || value === null
    ? ''
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);

const isUnknown = (value: Value | undefined): boolean => JSON.stringify(value ?? null).includes('${');

/** The function on values that are known; undefined where one is not. */
const ofKnown =
  (call: Call): Call =>
  (...values) =>
    values.some(isUnknown) ? undefined : call(...values);

const listOf = (value: Value | undefined): readonly Value[] | undefined =>
  Array.isArray(value) ? value : undefined;

/** "%s-%d" with the values in order; %03d pads. */
const format: Call = (pattern, ...values) => {
  let at = 0;
  return text(pattern).replace(/%(%|0?(\d*)[sdvq])/g, (_, verb: string, width: string) => {
    if (verb === '%') return '%';
    const value = text(values[at++]);
    if (verb.endsWith('q')) return JSON.stringify(value);
    return verb.startsWith('0') ? value.padStart(Number(width), '0') : value.padStart(Number(width));
  });
};

/** The so-manieth address of a block; a negative number counts from its end. */
const cidrhost: Call = (prefix, number) => {
  const block = blockIn(text(prefix));
  if (block === undefined) return undefined;
  const at = Number(number);
  return formatAddress(block.first + (at < 0 ? addressCount(block) + at : at));
};

const cidrsubnet: Call = (prefix, newBits, number) => {
  const block = blockIn(text(prefix));
  if (block === undefined) return undefined;
  const mask = block.mask + Number(newBits);
  const size = addressCount({ ...block, mask });
  return `${formatAddress(block.first + Number(number) * size)}/${mask}`;
};

const element: Call = (list, index) => {
  const items = listOf(list);
  return items === undefined || items.length === 0 ? undefined : items[Number(index) % items.length];
};

const functions: Readonly<Record<string, Call>> = {
  format,
  cidrhost: ofKnown(cidrhost),
  cidrsubnet: ofKnown(cidrsubnet),
  element,
  join: (separator, list) => listOf(list)?.map(text).join(text(separator)),
  concat: (...lists) => lists.flatMap((list) => listOf(list) ?? []),
  length: ofKnown((value) =>
    typeof value === 'object' ? Object.keys(value ?? {}).length : text(value).length,
  ),
  lower: ofKnown((value) => text(value).toLowerCase()),
  upper: ofKnown((value) => text(value).toUpperCase()),
  tostring: text,
  tonumber: ofKnown(Number),
  tolist: (list) => list,
  toset: (list) => list,
  base64encode: ofKnown((value) => Buffer.from(text(value)).toString('base64')),
  jsonencode: (value) => JSON.stringify(value),
  min: ofKnown((...values) => Math.min(...values.map(Number))),
  max: ofKnown((...values) => Math.max(...values.map(Number))),
  coalesce: (...values) => values.find((value) => value !== null && value !== ''),
};

/** What a call gives; undefined where the function is not known, or looks into something that is not there yet. */
export const valueOfCall = (name: string, values: readonly Value[]): Value | undefined =>
  functions[name]?.(...values);

/** A sum, difference, product or quotient of two known numbers. */
export const valueOfOperation = (operator: string, operands: readonly Value[]): Value | undefined => {
  const [one, other] = operands;
  if (typeof one !== 'number' || typeof other !== 'number') return undefined;
  switch (operator) {
    case '+':
      return one + other;
    case '-':
      return one - other;
    case '*':
      return one * other;
    case '/':
      return one / other;
    case '%':
      return one % other;
    default:
      return undefined;
  }
};
