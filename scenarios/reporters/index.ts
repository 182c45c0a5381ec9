import type { PageResult } from '../result.ts';
import { reportOf } from './report.ts';
import { formatJunit } from './junit.ts';
import { formatList } from './list.ts';

export type ReporterName = 'list' | 'json' | 'junit';

/**
 * The report of a run as text.
 * @param driver name of the driver that carried the scenarios out
 */
export const formatReport = (
  reporter: ReporterName,
  driver: string,
  pages: readonly PageResult[],
): string => {
  const report = reportOf(driver, pages);
  switch (reporter) {
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`;
    case 'junit':
      return formatJunit(report);
    case 'list':
      return formatList(report);
  }
};
