/**
 * Baseline: findings that are known and do not fail a run. It names them by fingerprint, which does not change
 * when lines move, and says in words what each is, so that a review of the file can be read.
 */
import * as z from 'zod';
import type { FindingReport, ReportedFinding } from './finding.ts';

export const baselineSchema = z.object({
  schemaVersion: z.literal(1),
  /** The command that made it: "lint", "drift". */
  tool: z.string(),
  findings: z.array(
    z.object({
      fingerprint: z.string(),
      rule: z.string(),
      file: z.string(),
      message: z.string(),
    }),
  ),
});

export type Baseline = z.infer<typeof baselineSchema>;

/** What is new beside a baseline, and what of it is gone. */
export interface BaselineResult {
  readonly fresh: readonly ReportedFinding[];
  readonly known: number;
  /** Entries that no finding has any more. */
  readonly gone: Baseline['findings'];
}

/** All findings of a report as a baseline, sorted so that a change shows as few lines. */
export const baselineOf = ({ tool, findings }: FindingReport): Baseline => ({
  schemaVersion: 1,
  tool,
  findings: findings
    .map(({ fingerprint, rule, place, message }) => ({ fingerprint, rule, file: place.file, message }))
    .sort(
      (a, b) =>
        compareText(a.file, b.file) ||
        compareText(a.rule, b.rule) ||
        compareText(a.fingerprint, b.fingerprint),
    ),
});

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const compareWithBaseline = ({ findings }: FindingReport, baseline: Baseline): BaselineResult => {
  const known = new Set(baseline.findings.map(({ fingerprint }) => fingerprint));
  const present = new Set(findings.map(({ fingerprint }) => fingerprint));
  const fresh = findings.filter(({ fingerprint }) => !known.has(fingerprint));
  return {
    fresh,
    known: findings.length - fresh.length,
    gone: baseline.findings.filter(({ fingerprint }) => !present.has(fingerprint)),
  };
};
