import type { Finding } from '../page-spec.ts';

/** One entry of the catalogue; docs/rules.md is made of them. */
export interface ParserRule {
  readonly severity: Finding['severity'];
  /** Group of rules that belong together. */
  readonly kind:
    'page' | 'headings' | 'arguments' | 'attributes' | 'import' | 'timeouts' | 'examples' | 'rendering';
  /** What it finds. */
  readonly what: string;
  /** Why it matters. */
  readonly why: string;
  /** A piece of a page that has the finding. */
  readonly example: string;
  /** How that piece ought to read. */
  readonly form: string;
}
