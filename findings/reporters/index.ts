import type { FindingReport } from '../finding.ts';
import { formatGithub } from './github.ts';
import { formatHtml } from './html.ts';
import { formatJson } from './json.ts';
import { formatJunit } from './junit.ts';
import { formatMarkdown } from './markdown.ts';
import type { ReportContext, Reporter } from './reporter.ts';
import { formatSarif } from './sarif.ts';
import { formatStylish } from './stylish.ts';

const reporters = {
  stylish: formatStylish,
  json: formatJson,
  sarif: formatSarif,
  github: formatGithub,
  junit: formatJunit,
  markdown: formatMarkdown,
  html: formatHtml,
} as const satisfies Record<string, Reporter>;

/** Name of a reporter, as `--format` takes it. */
export type FindingFormat = keyof typeof reporters;

/** All names, for help texts and choices. */
export const findingFormats = Object.keys(reporters) as readonly FindingFormat[];

/** The report as text in one of the formats. */
export const formatFindings = (
  format: FindingFormat,
  report: FindingReport,
  context: ReportContext,
): string => reporters[format](report, context);
