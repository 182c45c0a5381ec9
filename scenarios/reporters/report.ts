import type { CheckReport, PageResult } from '../result.ts';

/** The whole run as one value, with its summary. */
export const reportOf = (driver: string, pages: readonly PageResult[]): CheckReport => {
  const all = pages.flatMap(({ results }) => results);
  const count = (verdict: string): number => all.filter((result) => result.verdict === verdict).length;
  return {
    schemaVersion: 1,
    driver,
    pages: [...pages],
    summary: {
      passed: count('passed'),
      failed: count('failed'),
      notChecked: count('not-checked'),
      durationMs: all.reduce((sum, { durationMs }) => sum + durationMs, 0),
    },
  };
};
