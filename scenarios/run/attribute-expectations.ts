/** Expectations of a block's attributes and of its id. */
import { memberAt } from '../drivers/references.ts';
import type { Value } from '../scenario.ts';
import { isEmpty, valuesEqual } from './equality.ts';
import type { Having, Seen, Unmet } from './expectation.ts';
import { inWords } from './words.ts';

type AttributeExpectation = Having<'attribute'>;

const attributeOf = (path: string, address: string, seen: Seen): Value | undefined => {
  const state = seen.lastKnown(address);
  return state && memberAt({ ...state.attributes, id: state.id }, path.split('.'));
};

/** The attribute equals, matches, or is there. */
export const checkAttribute = (expected: AttributeExpectation, seen: Seen): Unmet | null => {
  const { attribute: path, of: address } = expected;
  const name = `${address}.${path}`;
  if (seen.lastKnown(address) === undefined) {
    return { expected: `${name} has a value`, observed: `there is no ${address}` };
  }
  const value = attributeOf(path, address, seen);
  const observed = `${name} is ${inWords(value)}`;
  if ('equals' in expected) {
    const wanted = seen.session.resolve(expected.equals);
    return valuesEqual(asFarAsSet(value, wanted), wanted)
      ? null
      : { expected: `${name} is ${inWords(wanted)}`, observed };
  }
  if ('matches' in expected) {
    const matches = typeof value !== 'object' && new RegExp(expected.matches, 'u').test(String(value));
    return matches ? null : { expected: `${name} matches ${expected.matches}`, observed };
  }
  return isEmpty(value) ? unseenOr({ expected: `${name} has a value`, observed }, path, address, seen) : null;
};

/** Blocks as far as they were set: what the API fills in besides is no matter of the argument. */
const asFarAsSet = (value: Value | undefined, wanted: Value): Value | undefined => {
  if (!Array.isArray(value) || !Array.isArray(wanted)) return value;
  return value.map((item, at) => {
    const block = wanted[at];
    if (!isBlock(item) || !isBlock(block)) return item;
    return Object.fromEntries(
      Object.keys(block).map((name) => [name, asFarAsSet(item[name], block[name] ?? null) ?? null]),
    );
  });
};

const isBlock = (value: Value | undefined): value is Record<string, Value> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * An attribute that is there and empty, or that would be in the first entry of a list that is there and empty, cannot
 * be seen: that nothing is in it may well be so. One that is not there at all is missing, and so is every list of a
 * data source that finds nothing.
 */
const unseenOr = (unmet: Unmet, path: string, address: string, seen: Seen): Unmet => {
  const names = path.split('.');
  const isText = typeof attributeOf(names[0] ?? '', address, seen) === 'string';
  const least = address.startsWith('data.') && !isText ? 1 : 0;
  for (let length = names.length; length > least; length--) {
    const above = attributeOf(names.slice(0, length).join('.'), address, seen);
    if (above === undefined || above === null) continue;
    const isNothing = length === names.length ? isEmpty(above) : Array.isArray(above) && isEmpty(above);
    return isNothing ? { ...unmet, isUnseen: true } : unmet;
  }
  return unmet;
};

/** The id is the template with each `<part>` replaced by the argument or attribute of that name. */
export const checkIdFormat = ({ idOf: address, hasFormat }: Having<'idOf'>, seen: Seen): Unmet | null => {
  const state = seen.lastKnown(address);
  if (state === undefined) return { expected: `${address} has an id`, observed: `there is no ${address}` };
  const unknown: string[] = [];
  const wanted = hasFormat.replace(/<([^<>]+)>/g, (part, name: string) => {
    const value = partOf(name, state.attributes);
    if (value === undefined) unknown.push(part);
    return value ?? part;
  });
  const observed = `its id is "${state.id}"`;
  if (unknown.length > 0) {
    return {
      expected: `an id of the format ${hasFormat}`,
      observed: `${observed}, and ${address} has no argument or attribute ${unknown.join(', ')}`,
    };
  }
  return wanted === state.id
    ? null
    : { expected: `an id of the format ${hasFormat}, here "${wanted}"`, observed };
};

/** Pages write a part as "image_id", "Image ID" or "image-id". */
const partOf = (name: string, attributes: Readonly<Record<string, Value>>): string | undefined => {
  const value =
    attributes[name] ??
    attributes[
      name
        .trim()
        .toLowerCase()
        .replaceAll(/[\s-]+/g, '_')
    ];
  // The provider writes a list within an id as JSON: "key:[\"i-1\",\"i-2\"]".
  if (Array.isArray(value)) return JSON.stringify(value);
  return value === undefined || value === null || typeof value === 'object' ? undefined : String(value);
};
