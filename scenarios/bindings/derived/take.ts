/** What the API answered, as attributes by their names. */
import type { Field, Shape } from '../../../emulator/wire/shape.ts';
import type { Value } from '../../scenario.ts';
import { isObject } from '../argument-values.ts';
import type { Arguments, Attributes } from '../binding.ts';
import { tagMap } from '../tags.ts';
import type { Entries, Entry } from './facts.ts';
import { newerName } from './facts.ts';
import { findField, heldList, looseField } from './names.ts';
import type { FieldPath } from './names.ts';

/** An item of an answer, by the SDK's property names. */
export type Item = Readonly<Record<string, Value>>;

/** The items of a list that an object is only there to hold. */
export const heldItems = (item: Item, holder: string, list: string): Item[] => {
  const held = item[holder];
  const found = isObject(held) ? held[list] : undefined;
  return Array.isArray(found) ? found.filter(isObject) : [];
};

/** Attribute → field; null: none, although a field has its name. */
type Fields = Readonly<Record<string, string | null>>;

/** The field that an attribute is read from; undefined if there is none. */
export const fieldOf = (
  name: string,
  entries: Entries,
  shape: Shape,
  renamed: Fields = {},
  within?: string,
): FieldPath | undefined => {
  if (renamed[name] === null) return undefined;
  const inner = within === undefined ? undefined : shape.byWireName.get(within);
  const newer = newerName(name, entries);
  for (const candidate of [
    renamed[name],
    name,
    ...(newer ? [renamed[newer], newer] : []),
    ...(usual[name] ?? []),
  ]) {
    if (candidate === undefined || candidate === null) continue;
    const member = inner?.members ? findField(inner.members, candidate) : undefined;
    const path =
      inner !== undefined && member !== undefined ? [inner, ...member] : findField(shape, candidate);
    if (path !== undefined) return path;
  }
  return undefined;
};

/** What the provider calls differently on all its pages. */
const usual: Readonly<Record<string, readonly string[]>> = {
  create_time: ['CreationTime', 'CreatedTime'],
  creation_time: ['CreationTime', 'CreateTime'],
  availability_zone: ['ZoneId'],
  payment_type: ['ChargeType'],
  state: ['Status'],
};

/** The attributes of the given schema that an item has. */
export const takeAll = (
  item: Item,
  entries: Entries,
  shape: Shape,
  renamed: Fields = {},
  within?: string,
): Attributes => {
  const taken: Attributes = {};
  for (const [name, entry] of Object.entries(entries)) {
    const path = fieldOf(name, entries, shape, renamed, within);
    const value = path === undefined ? undefined : take(item, path, entry);
    if (value !== undefined) taken[name] = value;
  }
  return taken;
};

/** Values that the provider calls otherwise than the API. */
export const inProviderWords = (
  attributes: Arguments,
  translated: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Attributes =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => {
      const words = Object.entries(translated[name] ?? {});
      return [name, words.find(([, word]) => word === value)?.[0] ?? value];
    }),
  );

const take = (item: Item, [field, ...rest]: FieldPath, entry: Entry): Value | undefined => {
  if (field === undefined) return undefined;
  const value = item[field.property];
  if (value === undefined || value === null) return undefined;
  if (rest.length === 0) return asEntry(value, field, entry);
  const [first] = Array.isArray(value) ? value : [value];
  return isObject(first) ? take(first, rest, entry) : undefined;
};

const asEntry = (value: Value, field: Field, entry: Entry): Value | undefined => {
  const list = heldList(field);
  if (list !== undefined && isObject(value)) {
    const held = value[list.property];
    return held === undefined || held === null ? undefined : asEntry(held, list, entry);
  }
  switch (entry.type) {
    case 'string':
      return typeof value === 'object' ? undefined : String(value);
    case 'number':
      return typeof value === 'object' || value === '' ? undefined : Number(value);
    case 'bool':
      return typeof value === 'object' ? undefined : value === true || value === 'true';
    case 'map':
      return Array.isArray(value) ? tagMap(value.filter(isObject)) : isObject(value) ? value : undefined;
    case 'list':
      return Array.isArray(value)
        ? value.map((one) => (typeof one === 'number' && entry.items === undefined ? String(one) : one))
        : typeof value === 'object'
          ? undefined
          : [value];
    case 'blocks': {
      const { members: shape } = field;
      if (shape === null) return undefined;
      const items = Array.isArray(value) ? value : [value];
      return items.flatMap((one) => (isObject(one) ? [takeMembers(one, entry.members ?? {}, shape)] : []));
    }
  }
};

/** Members of a block: a short name may be a part of the field's ("name" of a disk is DiskName). */
const takeMembers = (item: Item, entries: Entries, shape: Shape): Attributes => {
  const loose = Object.keys(entries).flatMap((name): [string, string][] => {
    const field = findField(shape, name) === undefined ? looseField(shape, name) : undefined;
    return field === undefined ? [] : [[name, field.wire]];
  });
  return takeAll(item, entries, shape, Object.fromEntries(loose));
};
