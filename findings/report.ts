import type { Finding, FindingReport, ReportedFinding } from './finding.ts';
import { fingerprintsOf } from './fingerprint.ts';
import type { RuleCatalogue } from './rule.ts';

/** What a report is made of. */
export interface ReportParts {
  readonly tool: string;
  readonly pages: FindingReport['pages'];
  /** May hold rules without findings; they are left out of the report. */
  readonly catalogue: RuleCatalogue;
  readonly findings: readonly Finding[];
}

/** A whole run as one value: findings sorted and named, with their rules and a summary. */
export const reportOf = ({ tool, pages, catalogue, findings }: ReportParts): FindingReport => {
  const order = new Map(pages.map(({ file }, at) => [file, at]));
  const orderOf = (file: string): number => order.get(file) ?? pages.length;
  const sorted = findings.toSorted(
    (a, b) =>
      orderOf(a.place.file) - orderOf(b.place.file) ||
      compareText(a.place.file, b.place.file) ||
      a.place.position.line - b.place.position.line ||
      a.place.position.column - b.place.position.column ||
      compareText(a.rule, b.rule),
  );
  const used = new Set(sorted.map(({ rule }) => rule));
  const fingerprints = fingerprintsOf(sorted);
  return {
    schemaVersion: 1,
    tool,
    pages: [...pages],
    rules: catalogue.filter(({ id }) => used.has(id)),
    findings: sorted.map((finding, at) => ({ ...finding, fingerprint: fingerprints[at] ?? '' })),
    summary: { pages: pages.length, ...countsOf(sorted) },
  };
};

/** The report with some of its findings only: rules and summary are theirs. */
export const reportWith = (report: FindingReport, findings: readonly ReportedFinding[]): FindingReport => {
  const used = new Set(findings.map(({ rule }) => rule));
  return {
    ...report,
    rules: report.rules.filter(({ id }) => used.has(id)),
    findings: [...findings],
    summary: { pages: report.pages.length, ...countsOf(findings) },
  };
};

const countsOf = (findings: readonly Finding[]): Record<Finding['severity'], number> => {
  const count = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return { error: count('error'), warning: count('warning'), info: count('info') };
};

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
