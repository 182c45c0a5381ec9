import type { CheckReport, PageResult } from '../result.ts';

/**
 * The whole run as one value, with its summary.
 * @param durationMs how long it took; default: the sum of its scenarios
 */
export const reportOf = (driver: string, pages: readonly PageResult[], durationMs?: number): CheckReport => {
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
      durationMs: durationMs ?? all.reduce((sum, result) => sum + result.durationMs, 0),
    },
  };
};
