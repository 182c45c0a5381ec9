const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

/**
 * Makes ids and other random values from a seed, so that the same calls give the same ids. The generator
 * is mulberry32; its state is one number, which is part of the emulator's state.
 */
export class Ids {
  seed: number;

  constructor(seed: number) {
    this.seed = seed >>> 0;
  }

  /** A number from 0 (inclusive) to 1 (exclusive). */
  random(): number {
    return this.#next() / 4294967296;
  }

  /** 32 random bits. */
  #next(): number {
    this.seed = (this.seed + 0x6d2b79f5) >>> 0;
    let mixed = this.seed;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }

  /** Random letters and digits. */
  text(length: number): string {
    // Put together from codes, since each letter that is added to a text makes another text.
    const codes: number[] = [];
    for (let at = 0; at < length; at++)
      codes.push(letters.charCodeAt(Math.floor(this.random() * letters.length)));
    return String.fromCharCode(...codes);
  }

  /**
   * An id as ECS makes them: the type's prefix, three characters that stand for the region, the rest.
   * @param prefix e.g. "i", "m", "vpc"
   * @param regionCode e.g. "bp1" for cn-hangzhou
   */
  resource(prefix: string, regionCode: string): string {
    return `${prefix}-${regionCode}${this.text(17)}`;
  }

  /** A UUID in capitals, as RequestId is. */
  uuid(): string {
    const [a, b, c, d] = [this.#next(), this.#next(), this.#next(), this.#next()];
    writeHex(0, a, 32, 8);
    writeHex(9, b, 32, 4);
    // Version 4: its digit stands at the beginning of the third group.
    writeHex(15, b, 12, 3);
    writeHex(19, c, 32, 4);
    writeHex(24, c, 16, 4);
    writeHex(28, d, 32, 8);
    return String.fromCharCode(...uuidCodes);
  }
}

/** The codes of a UUID's characters, of which only the digits are written anew: every reply has one. */
const uuidCodes = Array.from('00000000-0000-4000-0000-000000000000', (character) => character.charCodeAt(0));

const hexDigits = '0123456789ABCDEF';

/** Writes so many hexadecimal digits, from that bit downwards. */
const writeHex = (at: number, bits: number, from: number, digits: number): void => {
  for (let digit = 0; digit < digits; digit++) {
    uuidCodes[at + digit] = hexDigits.charCodeAt((bits >>> (from - 4 - 4 * digit)) & 0xf);
  }
};

const accountIds = new Map<string, string>();
/** Keys whose accounts are kept at hand; there may be any number of them. */
const keptAccountIds = 10_000;

/**
 * The account id that an access key stands for where no accounts are declared: 16 digits, always the same
 * for the same key (FNV-1a over the key).
 */
export const accountIdOfKey = (accessKeyId: string): string => {
  const known = accountIds.get(accessKeyId);
  if (known !== undefined) return known;
  const accountId = computeAccountId(accessKeyId);
  if (accountIds.size >= keptAccountIds) accountIds.clear();
  // Keys are short; what is longer is no key, and not worth keeping.
  if (accessKeyId.length <= 64) accountIds.set(accessKeyId, accountId);
  return accountId;
};

const computeAccountId = (accessKeyId: string): string => {
  let hash = 0xcbf29ce484222325n;
  for (const character of accessKeyId) {
    hash ^= BigInt(character.codePointAt(0) ?? 0);
    hash = BigInt.asUintN(64, hash * 0x100000001b3n);
  }
  return `1${(hash % 10n ** 15n).toString().padStart(15, '0')}`;
};
