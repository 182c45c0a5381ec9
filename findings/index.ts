/** Findings of lint and drift, and the reporters that both share. */
export type { Finding, FindingReport, OtherSide, Place, ReportedFinding } from './finding.ts';
export type { Rule, RuleCatalogue, Severity } from './rule.ts';
export type { FindingFormat } from './reporters/index.ts';
export type { ReportContext } from './reporters/reporter.ts';
export { severities } from './rule.ts';
export { fingerprintsOf } from './fingerprint.ts';
export { reportOf } from './report.ts';
export { findingFormats, formatFindings } from './reporters/index.ts';
