/** A character takes four bytes at most. */
const widestCharacter = 4;

// Not Buffer: the log stands in pages too.
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Texts in numbered slots of fixed size, outside the memory that the garbage collector goes over: what is kept for
 * a thousand calls and then dropped would be copied by it twice, and would fill its old generation.
 */
export class TextSlots {
  readonly #bytes: Uint8Array;
  readonly #slotSize: number;
  /** Bytes that each slot holds. */
  readonly #sizes: Uint32Array;

  /** @param longest bytes of the longest text that is taken */
  constructor(slots: number, longest: number) {
    this.#slotSize = longest + widestCharacter;
    // Pages that nothing was written to take no memory.
    this.#bytes = new Uint8Array(slots * this.#slotSize);
    this.#sizes = new Uint32Array(slots);
  }

  /**
   * Puts two texts, one after the other, in place of what the slot held. Put together by the caller, they would be
   * copied once more.
   * @returns false where they are too long
   */
  write(slot: number, first: string, second: string): boolean {
    const room = this.#slot(slot, this.#slotSize);
    const { written: sizeOfFirst } = encoder.encodeInto(first, room);
    const size = sizeOfFirst + encoder.encodeInto(second, room.subarray(sizeOfFirst)).written;
    this.#sizes[slot] = size;
    // What does not fit is cut where a character ends: less than a character's room is left.
    return size <= this.#slotSize - widestCharacter;
  }

  read(slot: number): string {
    return decoder.decode(this.#slot(slot, this.#sizes[slot] ?? 0));
  }

  #slot(slot: number, size: number): Uint8Array {
    const start = slot * this.#slotSize;
    return this.#bytes.subarray(start, start + size);
  }
}
