import type { Arguments } from '../../bindings/binding.ts';
import type { Actor } from '../../scenario.ts';
import type { ResourceState } from '../driver.ts';

/** A block with what Terraform's state would not tell: who made it, and of which configuration. */
export interface Block {
  readonly state: ResourceState;
  /** The configuration, resolved and with defaults. */
  readonly values: Arguments;
  readonly actor: Actor;
  /** Where it is, if that is not the scenario's region. */
  readonly region: string | undefined;
  /** Imported: there is another block that made it. */
  readonly imported: boolean;
}

/** The blocks of a session by address, in the order in which they were made. */
export class Blocks {
  readonly #blocks: Map<string, Block>;
  readonly #previous: Map<string, Block>;
  /** Everything that was ever made, whether it still stands or not. */
  readonly #made: Block[];

  constructor(from?: Blocks) {
    this.#blocks = new Map(from === undefined ? [] : from.#blocks);
    this.#previous = new Map(from === undefined ? [] : from.#previous);
    this.#made = from === undefined ? [] : [...from.#made];
  }

  get(address: string): Block | undefined {
    return this.#blocks.get(address);
  }

  /** The block as it was before it was replaced or deleted. */
  previous(address: string): Block | undefined {
    return this.#previous.get(address);
  }

  /** The newest first: dependents before what they depend on. */
  newestFirst(): [address: string, block: Block][] {
    return [...this.#blocks].reverse();
  }

  made(): readonly Block[] {
    return this.#made;
  }

  add(address: string, block: Block): void {
    this.#blocks.set(address, block);
    if (!block.imported) this.#made.push(block);
  }

  /** Puts what was read anew in place of what was known. */
  refresh(address: string, block: Block): void {
    this.#blocks.set(address, block);
  }

  remove(address: string): void {
    const block = this.#blocks.get(address);
    if (block !== undefined) this.#previous.set(address, block);
    this.#blocks.delete(address);
  }
}
