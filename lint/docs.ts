import type { Block } from '../docs-parser/index.ts';
import { DescribedType } from './described-type.ts';
import type { LintedPage } from './linted-page.ts';

/** All pages of a run, so that rules can look at the page of a type that an example uses. */
export class Docs {
  /** True where the pages are all that the provider has: only then a type without a page is a finding. */
  readonly isComplete: boolean;
  readonly #types = new Map<string, DescribedType>();
  readonly #providers = new Set<string>();

  constructor(pages: readonly LintedPage[], { isComplete = false } = {}) {
    this.isComplete = isComplete;
    for (const { spec } of pages) {
      const key = keyOf(spec.name, spec.kind === 'data-source');
      if (!this.#types.has(key)) this.#types.set(key, new DescribedType(spec));
      this.#providers.add(providerOf(spec.name));
    }
  }

  /** What the page of a block's type describes; undefined where no page of it was given. */
  describe({ kind, type }: Pick<Block, 'kind' | 'type'>): DescribedType | undefined {
    return this.#types.get(keyOf(type, kind === 'data'));
  }

  /** Is a type one of the provider that the pages are about? "random_integer" is not one of alicloud's. */
  knowsProviderOf(type: string): boolean {
    return this.#providers.has(providerOf(type));
  }
}

const keyOf = (type: string, isData: boolean): string => `${isData ? 'data.' : ''}${type}`;

const providerOf = (type: string): string => type.split('_')[0] ?? '';
