// First, since it holds for the schemas that are made after it.
import './without-eval.ts';
import { findingReportSchema } from '../../../findings/finding.ts';
import type { FindingReport, ReportedFinding } from '../../../findings/finding.ts';
import { plural } from '../../../findings/plural.ts';
import { checkReportSchema } from '../../../scenarios/result.ts';
import type { CheckReport, Result } from '../../../scenarios/result.ts';

/** One line of a report, whichever it is. */
export interface ReportLine {
  readonly key: string;
  /** "passed", "failed", "not-checked"; "error", "warning", "info". */
  readonly verdict: string;
  readonly kind: string;
  readonly file: string;
  /** 0 where it has no place on the page. */
  readonly line: number;
  readonly title: string;
  /** Headings with texts. */
  readonly details: readonly (readonly [string, string])[];
}

export interface ReadReport {
  readonly title: string;
  readonly lines: readonly ReportLine[];
}

/**
 * Reads what `alimock check --reporter json`, `alimock lint` and `alimock drift --format json` write.
 * @throws Error that says what is wrong with the text
 */
export const readReport = (text: string): ReadReport => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error('This file is no JSON.');
  }
  const check = checkReportSchema.safeParse(value);
  if (check.success) return ofCheck(check.data);
  const findings = findingReportSchema.safeParse(value);
  if (findings.success) return ofFindings(findings.data);
  const isFindings = typeof value === 'object' && value !== null && 'findings' in value;
  const [issue] = (isFindings ? findings : check).error.issues;
  throw new Error(
    `This is no report of check, lint or drift: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}.`,
  );
};

const ofCheck = ({ driver, pages, summary }: CheckReport): ReadReport => ({
  title: `Contract check with ${driver}: ${summary.passed} passed, ${summary.failed} failed, ${summary.notChecked} not checked`,
  lines: pages.flatMap((page, at) =>
    page.results.map((result, number): ReportLine => ({
      key: `${at}-${number}`,
      verdict: result.verdict,
      kind: result.kind,
      file: result.page?.file ?? page.file,
      line: result.page?.position.line ?? 0,
      title: result.title,
      details: detailsOfResult(result),
    })),
  ),
});

const detailsOfResult = ({ scenario, reason, failure, trust }: Result): (readonly [string, string])[] => [
  ['Scenario', scenario],
  ['Trust', trust],
  ...(reason === null ? [] : [['Why it was not checked', reason] as const]),
  ...(failure === null
    ? []
    : [
        ['While', failure.doing] as const,
        ['Expected', failure.expected] as const,
        ['Observed', failure.observed] as const,
        ...(failure.blame === null
          ? []
          : [['To blame', `${failure.blame.on}: ${failure.blame.because}`] as const]),
        [
          'Calls',
          failure.calls.map(({ action, status, code }) => `${action} → ${status} ${code ?? ''}`).join('\n'),
        ] as const,
      ]),
];

const countsOf = ({ error, warning, info }: FindingReport['summary']): string =>
  [plural(error, 'error'), plural(warning, 'warning'), plural(info, 'note')].join(', ');

const ofFindings = ({ tool, findings, summary, rules }: FindingReport): ReadReport => ({
  title: `alimock ${tool}: ${countsOf(summary)} on ${plural(summary.pages, 'page')}`,
  lines: findings.map((finding, at): ReportLine => ({
    key: String(at),
    verdict: finding.severity,
    kind: finding.rule,
    file: finding.place.file,
    line: finding.place.position.line,
    title: finding.message,
    details: detailsOfFinding(finding, rules.find(({ id }) => id === finding.rule)?.why),
  })),
});

const detailsOfFinding = (
  { type, path, place, other, suggestion, command, breaking }: ReportedFinding,
  why: string | undefined,
): (readonly [string, string])[] =>
  (
    [
      ['Type', path === null ? type : `${type}, ${path}`],
      ['The page says', place.text],
      [other === null ? '' : `${other.source} ${other.file ?? ''}`, other?.text ?? null],
      ['What to do', suggestion],
      ['See it again', command],
      ['Breaking', breaking === undefined ? null : breaking ? 'yes' : 'no'],
      ['Why it matters', why ?? null],
    ] as const
  ).flatMap(([heading, text]) => (text === null || text === '' ? [] : [[heading, text] as const]));
