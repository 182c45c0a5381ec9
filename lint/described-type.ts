import type { Argument, Attribute, PageSpec } from '../docs-parser/index.ts';

/** What a page says of a type, made ready for questions that many examples ask. */
export class DescribedType {
  readonly page: PageSpec;
  readonly #arguments = new Map<string, Argument>();
  readonly #names = new Set<string>();
  readonly #attributes = new Map<string, Attribute>();
  readonly #parents = new Set<string>();
  readonly #required = new Map<string, Argument[]>();

  constructor(page: PageSpec) {
    this.page = page;
    for (const argument of page.arguments) {
      const path = argument.path.join('.');
      // A page may describe an argument twice; its first description counts.
      if (!this.#arguments.has(path)) this.#arguments.set(path, argument);
      this.#add(argument.path);
      const { required, optional } = argument.flags;
      if (required && !optional) {
        const parent = argument.path.slice(0, -1).join('.');
        this.#required.set(parent, [...(this.#required.get(parent) ?? []), argument]);
      }
    }
    for (const attribute of page.attributes) {
      const path = attribute.path.join('.');
      if (!this.#attributes.has(path)) this.#attributes.set(path, attribute);
      this.#add(attribute.path);
    }
  }

  #add(path: readonly string[]): void {
    for (const name of path) this.#names.add(name);
    for (let depth = 1; depth < path.length; depth++) this.#parents.add(path.slice(0, depth).join('.'));
  }

  get describesArguments(): boolean {
    return this.#arguments.size > 0;
  }

  argument(path: readonly string[]): Argument | undefined {
    return this.#arguments.get(path.join('.'));
  }

  attribute(path: readonly string[]): Attribute | undefined {
    return this.#attributes.get(path.join('.'));
  }

  /** Does the page use the name for any argument or attribute, at any depth? */
  names(name: string): boolean {
    return this.#names.has(name);
  }

  /** Does the page describe members of this argument or attribute? */
  hasMembers(path: readonly string[]): boolean {
    return this.#parents.has(path.join('.'));
  }

  /** Required arguments of a block; the empty path is the resource itself. */
  requiredIn(path: readonly string[]): readonly Argument[] {
    return this.#required.get(path.join('.')) ?? [];
  }
}
