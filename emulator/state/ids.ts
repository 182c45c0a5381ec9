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
    this.seed = (this.seed + 0x6d2b79f5) >>> 0;
    let mixed = this.seed;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
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
    const hex = (length: number): string => {
      let text = '';
      for (let at = 0; at < length; at++) text += Math.floor(this.random() * 16).toString(16);
      return text.toUpperCase();
    };
    return `${hex(8)}-${hex(4)}-4${hex(3)}-${hex(4)}-${hex(12)}`;
  }
}

/**
 * The account id that an access key stands for where no accounts are declared: 16 digits, always the same
 * for the same key (FNV-1a over the key).
 */
export const accountIdOfKey = (accessKeyId: string): string => {
  let hash = 0xcbf29ce484222325n;
  for (const character of accessKeyId) {
    hash ^= BigInt(character.codePointAt(0) ?? 0);
    hash = BigInt.asUintN(64, hash * 0x100000001b3n);
  }
  return `1${(hash % 10n ** 15n).toString().padStart(15, '0')}`;
};
