import type { FindingReport, ReportedFinding } from '../../finding.ts';

/** What the page of the HTML report is given. Texts only: the page puts them in as text, never as HTML. */
export interface ReportPayload {
  readonly tool: string;
  readonly rules: readonly { readonly id: string; readonly what: string; readonly why: string }[];
  readonly findings: readonly ReportedFinding[];
  /** Texts of pages and of the other side, by file. */
  readonly sources: Readonly<Record<string, string>>;
}

/** @param sources all texts; those that no finding stands in are left out */
export const payloadOf = (report: FindingReport, sources: ReadonlyMap<string, string>): ReportPayload => {
  const files = new Set(
    report.findings.flatMap(({ place, other }) =>
      typeof other?.file === 'string' ? [place.file, other.file] : [place.file],
    ),
  );
  return {
    tool: report.tool,
    rules: report.rules.map(({ id, what, why }) => ({ id, what, why })),
    findings: report.findings,
    sources: Object.fromEntries([...sources].filter(([file]) => files.has(file))),
  };
};
