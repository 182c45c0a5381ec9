import { fault } from './fault.ts';
import type { Field, Shape } from './shape.ts';

type Decoded = Record<string, unknown>;

/** Most entries of one list in a request; ECS's own limits are all below it. */
const maxListLength = 1000;

/**
 * Turns flat wire parameters into the request that an operation takes: "Tag.1.Key" → tag[0].key, numbers
 * and booleans converted. Parameters that the shape does not have are left out. Lists keep the order of
 * their numbers; gaps close.
 * @throws Fault MissingParameter, InvalidParameter
 */
export const decodeRequest = (shape: Shape, parameters: ReadonlyMap<string, string>): Decoded => {
  const request: Decoded = {};
  let lists: Lists | undefined;
  for (const [name, value] of parameters) {
    const field = shape.byWireName.get(name);
    // Most parameters are plain ones, or the wire's own: no need to take their names apart.
    if (field !== undefined && !field.isList && field.members === null) {
      request[field.property] = scalar(field, name, value);
    } else if (field !== undefined || name.includes('.') || impossible.has(name)) {
      lists ??= noLists();
      place(request, shape, name.split('.'), 0, name, value, lists);
    }
  }
  if (lists !== undefined) closeLists(lists);
  requireFields(request, shape, '');
  return request;
};

type Lists = Map<Decoded, Map<Field, Map<number, unknown>>>;

const noLists = (): Lists => new Map();

/** Puts one value where the segments from `at` on say; unknown names are not an error in ECS. */
const place = (
  target: Decoded,
  shape: Shape,
  segments: readonly string[],
  at: number,
  name: string,
  value: string,
  lists: Lists,
): void => {
  const field = shape.byWireName.get(segments[at] ?? '');
  if (field === undefined) {
    refuseImpossible(segments, name);
    return;
  }
  const next = at + 1;
  if (field.isList) {
    const index = segments[next];
    if (index === undefined || !/^[1-9]\d{0,8}$/.test(index)) return;
    const items = listOf(target, field, lists);
    const position = Number(index);
    if (position > maxListLength) {
      throw fault('InvalidParameter', {
        Parameter: name.slice(0, 100),
        Reason: `a list takes at most ${maxListLength} entries`,
      });
    }
    if (field.members === null) {
      if (segments.length === next + 1) items.set(position, scalar(field, name, value));
      return;
    }
    const known = items.get(position);
    const item: Decoded = isDecoded(known) ? known : {};
    items.set(position, item);
    place(item, field.members, segments, next + 1, name, value, lists);
  } else if (field.members !== null) {
    const known = target[field.property];
    const member: Decoded = isDecoded(known) ? known : {};
    target[field.property] = member;
    if (segments.length > next) {
      place(member, field.members, segments, next, name, value, lists);
    } else {
      for (const [path, text] of readJson(name, value)) {
        place(member, field.members, path, next, name, text, lists);
      }
    }
  } else if (segments.length === next && !isAbsent(field, value)) {
    target[field.property] = scalar(field, name, value);
  }
};

/**
 * Some members come as one text of JSON, which says the same as flat parameters: AccessMode of CreateNatGateway, and
 * what else the SDKs call a "Shrink" request.
 * @returns segments and value of each flat parameter; none for a text that is no object
 * @throws Fault InvalidParameter
 */
const readJson = (name: string, text: string): (readonly [string[], string])[] => {
  if (!text.trimStart().startsWith('{')) return [];
  try {
    return flatten(name.split('.'), JSON.parse(text));
  } catch {
    throw fault('InvalidParameter', { Parameter: name.slice(0, 100), Reason: 'it is no JSON' });
  }
};

const flatten = (path: string[], value: unknown): (readonly [string[], string])[] => {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'number' || typeof value === 'boolean') return [[path, value.toString()]];
  if (typeof value !== 'object' || value === null) return [];
  // Lists count from 1 on the wire.
  return Object.entries(value).flatMap(([key, member]) =>
    flatten([...path, Array.isArray(value) ? String(Number(key) + 1) : key], member),
  );
};

/** Names that no API has and no client means well with; other unknown names are ignored, as ECS does. */
const impossible: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Levels of nesting: no API has more than "LaunchConfiguration.DataDisk.1.Category". */
const maxSegments = 12;

const refuseImpossible = (segments: readonly string[], name: string): void => {
  if (segments.length <= maxSegments && !segments.some((segment) => impossible.has(segment))) return;
  throw fault('InvalidParameter', { Parameter: name.slice(0, 100), Reason: 'there is no such parameter' });
};

/** An empty number is none: the provider sends SystemDisk.Iops="" with every launch template. */
const isAbsent = ({ scalar: type }: Field, value: string): boolean =>
  value === '' && type !== 'string' && type !== 'any';

const isDecoded = (value: unknown): value is Decoded => typeof value === 'object' && value !== null;

const listOf = (target: Decoded, field: Field, lists: Lists): Map<number, unknown> => {
  const ofTarget = lists.get(target) ?? new Map<Field, Map<number, unknown>>();
  lists.set(target, ofTarget);
  const items = ofTarget.get(field) ?? new Map<number, unknown>();
  ofTarget.set(field, items);
  return items;
};

const closeLists = (lists: Lists): void => {
  for (const [target, fields] of lists) {
    for (const [field, items] of fields) {
      target[field.property] = [...items].sort(([a], [b]) => a - b).map(([, item]) => item);
    }
  }
};

const scalar = (field: Field, name: string, value: string): string | number | boolean => {
  switch (field.scalar) {
    case 'bool': {
      const lower = value.toLowerCase();
      if (lower === 'true') return true;
      if (lower === 'false') return false;
      throw fault('InvalidParameter', { Parameter: name, Reason: 'it must be true or false' });
    }
    case 'int':
    case 'long': {
      if (/^[+-]?\d{1,19}$/.test(value)) return Number(value);
      throw fault('InvalidParameter', { Parameter: name, Reason: 'it must be a whole number' });
    }
    case 'float': {
      const number = value.trim() === '' ? Number.NaN : Number(value);
      if (Number.isFinite(number)) return number;
      throw fault('InvalidParameter', { Parameter: name, Reason: 'it must be a number' });
    }
    case 'string':
    case 'any':
      return value;
  }
};

/** ECS treats an empty required string as missing. */
const requireFields = (request: Decoded, shape: Shape, prefix: string): void => {
  for (const field of shape.demanding) {
    const value = request[field.property];
    if (field.isRequired && (value === undefined || value === '')) {
      const suffix = field.isList ? '.1' : '';
      throw fault('MissingParameter', { Parameter: `${prefix}${field.wire}${suffix}` });
    }
    if (field.members === null || value === undefined) continue;
    const items: unknown[] = Array.isArray(value) ? value : [value];
    for (const [index, item] of items.entries()) {
      const path = field.isList ? `${prefix}${field.wire}.${index + 1}.` : `${prefix}${field.wire}.`;
      if (isDecoded(item)) requireFields(item, field.members, path);
    }
  }
};
