import { lintPages } from './lint-pages.ts';
import type { LintFinding, LintOptions } from './lint-pages.ts';
import { readLintedPage } from './linted-page.ts';
import type { LintedPage } from './linted-page.ts';
import type { Fix } from './rule.ts';

/** A mend may make room for another; real pages need two rounds. */
const mostRounds = 10;

/** A page's text after all certain mends. */
export interface FixedPage {
  readonly page: LintedPage;
  readonly text: string;
  /** How many mends were made. */
  readonly count: number;
}

/**
 * Makes every mend that is certain, and again on the result until there is none left.
 * @param source the page's text as it is in the file
 * @throws UnreadablePageError if the text is no text, or far larger than any page
 */
export const fixPage = async (source: string, file: string, options: LintOptions): Promise<FixedPage> => {
  const mark = source.startsWith('\uFEFF') ? '\uFEFF' : '';
  let text = source.slice(mark.length);
  let count = 0;
  let page = await readLintedPage(text, file);
  for (let round = 0; round < mostRounds; round++) {
    const fixes = fixesOf(lintPages([page], options));
    if (fixes.length === 0) break;
    text = applied(text, fixes);
    count += fixes.length;
    page = await readLintedPage(text, file);
  }
  return { page, text: `${mark}${text}`, count };
};

/** The mends of findings in the order of the text; of two that touch the same characters, the first. */
const fixesOf = (findings: readonly LintFinding[]): Fix[] => {
  const sorted = findings
    .flatMap(({ fix }) => (fix === null ? [] : [fix]))
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
  let behind = -1;
  return sorted.filter(({ start, end }) => {
    if (start < behind || (start === behind && start === end)) return false;
    behind = Math.max(end, start);
    return true;
  });
};

const applied = (text: string, fixes: readonly Fix[]): string => {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text: replacement } of fixes) {
    parts.push(text.slice(at, start), replacement);
    at = end;
  }
  return [...parts, text.slice(at)].join('');
};
