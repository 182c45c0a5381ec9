import type { LintOptions } from '../../../lint/lint-pages.ts';

/** A page that has a rule's finding, and one that is like it and does not. */
export interface RuleCase {
  /** One page, or several by file name; the first is the one that has it. */
  readonly has: string | Readonly<Record<string, string>>;
  readonly hasNot: string | Readonly<Record<string, string>>;
  /** What the line holds that the finding stands at. */
  readonly line?: string;
  readonly options?: LintOptions;
}
