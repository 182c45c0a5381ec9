/** Arguments as parameters of a request, by their names. */
import type { Field, Shape } from '../../../emulator/wire/shape.ts';
import type { Value } from '../../scenario.ts';
import { isObject, plainText } from '../argument-values.ts';
import { findField, looseField } from './names.ts';
import type { FieldPath } from './names.ts';

/** A request by the SDK's property names. */
export type Fields = Record<string, unknown>;

/** Puts a value where a path leads, in the form that the field has; false where the value has no such form. */
export const put = (request: Fields, path: FieldPath, value: Value): boolean => {
  const [field, ...rest] = path;
  if (field === undefined) return false;
  if (rest.length === 0) {
    const converted = asField(field, value);
    if (converted === undefined) return false;
    request[field.property] = converted;
    return true;
  }
  const known = request[field.property];
  const member: Fields = isFields(known) ? known : {};
  if (field.isList) {
    const first: unknown = Array.isArray(known) ? known[0] : undefined;
    const item: Fields = isFields(first) ? first : {};
    if (!put(item, rest, value)) return false;
    request[field.property] = [item];
    return true;
  }
  if (!put(member, rest, value)) return false;
  request[field.property] = member;
  return true;
};

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const asField = (field: Field, value: Value): unknown => {
  if (field.members !== null) return asMembers(field, field.members, value);
  if (field.isMap) return isObject(value) ? value : undefined;
  if (field.isList) {
    const items = Array.isArray(value) ? value : [value];
    return items.every((item) => typeof item !== 'object')
      ? items.map((item) => scalar(field, item))
      : undefined;
  }
  // Several ids in one text are a JSON list.
  return typeof value === 'object' ? JSON.stringify(value) : scalar(field, value);
};

const asMembers = (field: Field, members: Shape, value: Value): unknown => {
  const tagged = isObject(value) && field.isList && isTag(members);
  const items: Value[] = tagged
    ? Object.entries(value).map(([key, text]) => ({ key, value: text }))
    : Array.isArray(value)
      ? value
      : [value];
  const filled = items.flatMap((item) => (isObject(item) ? [fillAll(members, item)] : []));
  if (filled.length !== items.length) return undefined;
  return field.isList ? filled : filled[0];
};

const isTag = ({ byWireName }: Shape): boolean => byWireName.has('Key') && byWireName.has('Value');

const fillAll = (shape: Shape, values: Readonly<Record<string, Value>>): Fields => {
  const request: Fields = {};
  for (const [name, value] of Object.entries(values)) {
    const loose = looseField(shape, name);
    const path = findField(shape, name) ?? (loose && [loose]);
    if (path !== undefined && value !== null && value !== '') put(request, path, value);
  }
  return request;
};

const scalar = (field: Field, value: Value): unknown => {
  if (field.scalar === 'bool') return value === true || value === 'true';
  if (field.scalar === 'string' || field.scalar === 'any') return plainText(value);
  return value === '' ? undefined : Number(value);
};
