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
    let text = '';
    for (let at = 0; at < length; at++) text += letters.charAt(Math.floor(this.random() * letters.length));
    return text;
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
    // Version 4: its digit stands at the beginning of the third group.
    return `${hex4(a >>> 16)}${hex4(a)}-${hex4(b >>> 16)}-4${hex4(b).slice(1)}-${hex4(c >>> 16)}-${hex4(c)}${hex4(d >>> 16)}${hex4(d)}`;
  }
}

const hexBytes = Array.from({ length: 256 }, (_, byte) => byte.toString(16).toUpperCase().padStart(2, '0'));

/** The lower 16 bits as 4 digits. Every reply has a UUID: toString(16) would take ten times as long. */
const hex4 = (bits: number): string => `${hexBytes[(bits >>> 8) & 0xff] ?? ''}${hexBytes[bits & 0xff] ?? ''}`;

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
