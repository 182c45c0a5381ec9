import type { Position } from '../docs-parser/position.ts';
import type { OtherSide } from '../findings/index.ts';
import type { Rule } from '../findings/index.ts';
import type { Docs } from './docs.ts';
import type { LintedPage } from './linted-page.ts';

/** A mend that is certain: the characters from `start` to `end` (offsets in the page's text) become `text`. */
export interface Fix {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a rule has found; the engine adds rule, severity, page and quote. */
export interface Found {
  readonly position: Position;
  readonly message: string;
  /** The argument or attribute, e.g. "data_disks.size". */
  readonly path?: string;
  /** The line of another page, or of this one, that contradicts it. */
  readonly other?: OtherSide;
  readonly suggestion?: string;
  readonly fix?: Fix;
}

/** A rule that looks at a page as a whole, with the other pages beside it. */
export interface LintRule extends Rule {
  /** Are there findings of it that `--fix` mends? */
  readonly isFixable?: true;
  /**
   * @param page the page that is linted
   * @param docs all pages that were given, this one among them
   */
  readonly check: (page: LintedPage, docs: Docs) => readonly Found[];
}
