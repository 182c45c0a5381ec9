import type { Reporter } from './reporter.ts';

/** The report itself; its schema is schemas/findings.json. */
export const formatJson: Reporter = (report) => `${JSON.stringify(report, null, 2)}\n`;
