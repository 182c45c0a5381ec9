import XMLBuilder from 'fast-xml-builder';
import { ownText } from './own-text.ts';
import type { Field, Shape } from './shape.ts';

type Encoder = (value: unknown) => string | undefined;
type ShapeEncoder = (value: unknown, requestId?: string) => string | undefined;

const encoders = new WeakMap<Shape, ShapeEncoder>();

/**
 * The JSON of a response body: SDK property names become wire names, absent members are left out.
 * An encoder is put together once for each shape, since replies are the hot path.
 * @param requestId stands in the reply in place of the body's own
 */
export const encodeJson = (shape: Shape, body: unknown, requestId?: string): string =>
  encoderOf(shape)(body, requestId) ?? '{}';

// Everything that is not ASCII, and DEL.
const notAscii = /[^ -~]/g;

/**
 * JSON with ASCII only, other characters as `\u4f4d`, which every JSON parser reads. A single "位" would make
 * V8 keep a whole reply with two bytes a character, and such a text takes five times as long to send.
 */
export const toAscii = (json: string): string =>
  // A text that was made out of one with two bytes a character keeps them, unless it is its own.
  ownText(
    json.replace(notAscii, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );

/** Part of a reply whose JSON is made once. */
class EncodedOnce {
  #make: (() => unknown) | null;
  #text = '';

  constructor(make: () => unknown) {
    this.#make = make;
  }

  textBy(encode: Encoder): string {
    if (this.#make !== null) {
      this.#text = flat(encode(this.#make()) ?? 'null');
      this.#make = null;
    }
    return this.#text;
  }
}

/**
 * An item of a list in a reply that stays the same over many replies: its JSON is made for the first of
 * them, and then only the JSON is kept. It can be answered with, and nothing else: it has no members.
 * @param make the item; called once at most
 */
export const encodedOnce = <Item extends object>(make: () => Item): Item =>
  new EncodedOnce(make) as unknown as Item;

/** V8 keeps a text that was put together as a tree of its pieces; looking into it makes it one piece. */
const flat = (text: string): string => {
  text.charCodeAt(0);
  return text;
};

const encoderOf = (shape: Shape): ShapeEncoder => {
  const known = encoders.get(shape);
  if (known !== undefined) return known;
  const members = shape.fields.map((field) => ({
    key: `${JSON.stringify(field.wire)}:`,
    property: field.property,
    encode: valueEncoder(field),
    dotted: field.isDotted ? dottedEncoder(field) : undefined,
  }));
  const encode: ShapeEncoder = (value, requestId) => {
    if (!isRecord(value)) return undefined;
    let text = '';
    for (const { key, property, encode: encodeMember, dotted } of members) {
      const member = requestId !== undefined && property === 'requestId' ? requestId : value[property];
      if (member === undefined || member === null) continue;
      const encoded = encodeMember(member);
      if (encoded !== undefined) text += text === '' ? key + encoded : `,${key}${encoded}`;
      const besides = dotted?.(member);
      if (besides !== undefined && besides !== '') text += `,${besides}`;
    }
    return `{${text}}`;
  };
  encoders.set(shape, encode);
  return encode;
};

const valueEncoder = (field: Field): Encoder => {
  const { members } = field;
  // Resolved late, since a shape may be large and most members of a reply are absent.
  let encodeMembers: ShapeEncoder | undefined;
  const scalar = scalarEncoders[field.scalar] ?? scalarJson;
  const one: Encoder = members === null ? scalar : (value) => (encodeMembers ??= encoderOf(members))(value);
  if (!field.isList) return one;
  const item: Encoder = (value) => (value instanceof EncodedOnce ? value.textBy(one) : one(value));
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    // Put together as a tree of its pieces, which is copied once, when the whole reply is written.
    let text = '';
    for (const entry of value as unknown[]) {
      const encoded = item(entry) ?? 'null';
      text = text === '' ? encoded : `${text},${encoded}`;
    }
    return `[${text}]`;
  };
};

/** The members of an object under the dotted names that ECS writes: `"SystemDisk.Size":40`. */
const dottedEncoder = (field: Field): Encoder => {
  const members = (field.members?.fields ?? []).map((member) => ({
    key: JSON.stringify(`${field.wire}.${member.wire}`),
    property: member.property,
    encode: valueEncoder(member),
  }));
  return (value) =>
    isRecord(value)
      ? members
          .flatMap(({ key, property, encode }) => {
            const member = value[property];
            const encoded = member === undefined || member === null ? undefined : encode(member);
            return encoded === undefined ? [] : [`${key}:${encoded}`];
          })
          .join(',')
      : undefined;
};

/** ECS writes a decimal number with its point, 0.0 too; its Java SDK warns of each that has none. */
const floatJson: Encoder = (value) =>
  Number.isInteger(value) ? `${String(value)}.0` : JSON.stringify(value);

/** Text that JSON writes as it is. */
const plainText = /^[ !#-[\]-~]*$/;

const scalarJson: Encoder = (value) => {
  if (typeof value === 'string' && plainText.test(value)) return `"${value}"`;
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  const json = JSON.stringify(value) as string | undefined;
  return json === undefined ? undefined : toAscii(json);
};

/** The SDK's models call some booleans text ("true"); the wire has booleans. */
const booleanJson: Encoder = (value) => (value === 'true' || value === 'false' ? value : scalarJson(value));

const scalarEncoders: Readonly<Partial<Record<Field['scalar'], Encoder>>> = {
  float: floatJson,
  bool: booleanJson,
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The same body as {@link encodeJson} as an object of wire names, for XML. */
export const toWireObject = (shape: Shape, body: unknown, requestId?: string): Record<string, unknown> => {
  const parsed: unknown = JSON.parse(encodeJson(shape, body, requestId));
  if (!isRecord(parsed)) return {};
  writeFloats(shape, parsed);
  return parsed;
};

/** A number loses its ".0" when it is parsed: decimal numbers become the text that JSON has for them. */
const writeFloats = (shape: Shape, content: Record<string, unknown>): void => {
  for (const { wire, scalar, isList, members } of shape.fields) {
    const value = content[wire];
    if (value === undefined) continue;
    const items: readonly unknown[] = isList && Array.isArray(value) ? value : [value];
    if (members !== null) {
      for (const item of items) if (isRecord(item)) writeFloats(members, item);
    } else if (scalar === 'float') {
      const texts = items.map(floatJson);
      content[wire] = isList ? texts : texts[0];
    }
  }
};

const xml = new XMLBuilder({ suppressEmptyNode: true, suppressBooleanAttributes: false });

// Characters that XML 1.0 cannot carry at all.
// eslint-disable-next-line no-control-regex
const notInXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** An XML document with one root element; lists are repeated elements, as ECS writes them. */
export const encodeXml = (root: string, content: Record<string, unknown>): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${xml.build({ [root]: content }).replace(notInXml, '')}`;
