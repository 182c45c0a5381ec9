/** A character takes four bytes at most. */
const widestCharacter = 4;

/**
 * Texts in numbered slots of fixed size, outside the memory that the garbage collector goes over: what is kept for
 * a thousand calls and then dropped would be copied by it twice, and would fill its old generation.
 */
export class TextSlots {
  readonly #bytes: Buffer;
  readonly #slotSize: number;
  /** Bytes that each slot holds. */
  readonly #sizes: Uint32Array;

  /** @param longest bytes of the longest text that is taken */
  constructor(slots: number, longest: number) {
    this.#slotSize = longest + widestCharacter;
    // Pages that nothing was written to take no memory.
    this.#bytes = Buffer.allocUnsafeSlow(slots * this.#slotSize);
    this.#sizes = new Uint32Array(slots);
  }

  /**
   * Puts a text in place of the slot's former one.
   * @returns false where it is too long
   */
  write(slot: number, text: string): boolean {
    const size = this.#bytes.write(text, slot * this.#slotSize, this.#slotSize, 'utf8');
    this.#sizes[slot] = size;
    // What does not fit is cut where a character ends: less than a character's room is left.
    return size <= this.#slotSize - widestCharacter;
  }

  read(slot: number): string {
    const start = slot * this.#slotSize;
    return this.#bytes.toString('utf8', start, start + (this.#sizes[slot] ?? 0));
  }
}
