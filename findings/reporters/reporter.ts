import type { FindingReport } from '../finding.ts';

/** What a reporter may use besides the report. */
export interface ReportContext {
  /** Texts by file: the pages', and those of the other side that can be shown. Only HTML shows them whole. */
  readonly sources: ReadonlyMap<string, string>;
  /** May the text hold terminal colours? */
  readonly hasColors: boolean;
  /** Version of alimock. */
  readonly version: string;
}

/** Turns a report into the text that is printed or written to a file. Ends with a line break. */
export type Reporter = (report: FindingReport, context: ReportContext) => string;
