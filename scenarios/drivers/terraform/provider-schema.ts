/**
 * The provider's answer to GetSchema, cut down to what a configuration uses. The whole one has some 1,500 types; a
 * terraform command asks for it up to four times, and the two spend more on it than on all else together.
 */

/**
 * Fields of GetProviderSchema.Response that are maps by type: resource_schemas and data_source_schemas.
 * Source: Terraform's plugin protocol, tfplugin5.proto.
 */
const mapFields = [2, 3];

/** Protocol Buffers' wire types, as far as the answer has them. */
const lengthDelimited = 2;

interface Field {
  readonly number: number;
  /** With its tag and its length. */
  readonly bytes: Uint8Array;
  /** Without them. */
  readonly content: Uint8Array;
}

export class ProviderSchema {
  /** The provider's own configuration, diagnostics and what else there is. */
  readonly #always: readonly Uint8Array[];
  readonly #types: readonly { readonly name: string; readonly bytes: Uint8Array }[];

  /** @param message GetProviderSchema.Response as it came @throws Error if it is none */
  constructor(message: Uint8Array) {
    const fields = [...fieldsOf(message)];
    this.#always = fields.flatMap(({ number, bytes }) => (mapFields.includes(number) ? [] : [bytes]));
    this.#types = fields.flatMap(({ number, bytes, content }) =>
      mapFields.includes(number) ? [{ name: keyOf(content), bytes }] : [],
    );
  }

  /**
   * The message with the types that a text names; types that nobody provides it passes over, and Terraform refuses
   * them as ever.
   */
  for(text: string): Uint8Array {
    const words = new Set(text.match(/\w+/g));
    const wanted = this.#types.flatMap(({ name, bytes }) => (words.has(name) ? [bytes] : []));
    return Buffer.concat([...this.#always, ...wanted]);
  }
}

/** The fields of a message, in their order. @throws Error if one is of a kind that the answer does not have */
const fieldsOf = function* (message: Uint8Array): Generator<Field> {
  for (let at = 0; at < message.length;) {
    const tag = varintAt(message, at);
    if ((tag.value & 7) !== lengthDelimited) throw new Error('the provider’s schema cannot be read');
    const length = varintAt(message, tag.end);
    const end = length.end + length.value;
    yield {
      number: tag.value >>> 3,
      bytes: message.subarray(at, end),
      content: message.subarray(length.end, end),
    };
    at = end;
  }
};

/** The key of a map's entry: its field 1. */
const keyOf = (entry: Uint8Array): string => {
  for (const { number, content } of fieldsOf(entry)) if (number === 1) return Buffer.from(content).toString();
  return '';
};

/** A number of up to 32 bits, seven bits in each byte. */
const varintAt = (bytes: Uint8Array, start: number): { value: number; end: number } => {
  let value = 0;
  for (let at = start, shift = 0; shift < 32; at++, shift += 7) {
    const byte = bytes[at] ?? 0;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return { value, end: at + 1 };
  }
  throw new Error('the provider’s schema cannot be read');
};
