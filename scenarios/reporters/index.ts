import type { PageResult } from '../result.ts';
import { reportOf } from './report.ts';
import { formatJunit } from './junit.ts';
import { formatList } from './list.ts';

export type ReporterName = 'list' | 'json' | 'junit';

/**
 * The report of a run as text.
 * @param driver name of the driver that carried the scenarios out
 * @param durationMs how long the run took; scenarios of a driver that does several at a time overlap
 */
export const formatReport = (
  reporter: ReporterName,
  driver: string,
  pages: readonly PageResult[],
  durationMs?: number,
): string => {
  const report = reportOf(driver, pages, durationMs);
  switch (reporter) {
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`;
    case 'junit':
      return formatJunit(report);
    case 'list':
      return formatList(report);
  }
};
