import type { FindingReport } from './finding.ts';
import { reportOf } from './report.ts';

/**
 * The reports of several shards as one. A page or a finding that two of them have is there once.
 * @param reports of one command, at least one
 */
export const mergeFindingReports = (reports: readonly FindingReport[]): FindingReport => {
  const rules = new Map(reports.flatMap((report) => report.rules.map((rule) => [rule.id, rule])));
  const pages = new Map(reports.flatMap((report) => report.pages.map((page) => [page.file, page])));
  const findings = new Map(
    reports.flatMap((report) =>
      report.findings.map((finding) => [`${finding.place.file}\u0000${finding.fingerprint}`, finding]),
    ),
  );
  return reportOf({
    tool: reports[0]?.tool ?? '',
    pages: [...pages.values()].sort((a, b) => (a.file < b.file ? -1 : 1)),
    catalogue: [...rules.values()],
    findings: [...findings.values()].map(({ fingerprint: _, ...finding }) => finding),
  });
};
