import pc from 'picocolors';
import type { FindingReport, ReportedFinding } from '../finding.ts';
import { plural } from '../plural.ts';
import type { Severity } from '../rule.ts';
import { printableLine } from './printable.ts';
import type { Reporter } from './reporter.ts';

type Colors = ReturnType<typeof pc.createColors>;

/**
 * For terminals: a line for each finding that editors and CI logs make clickable, `file:line:column severity
 * message rule`, below it the other side and the suggestion, and at the end the sum.
 */
export const formatStylish: Reporter = (report, { hasColors }) => {
  const colors = pc.createColors(hasColors);
  const lines = report.findings.flatMap((finding) => linesOf(finding, colors));
  return `${[...lines, ...(lines.length === 0 ? [] : ['']), sumOf(report, colors)].join('\n')}\n`;
};

const linesOf = (finding: ReportedFinding, colors: Colors): string[] => {
  const { place, severity, message, rule, other, suggestion } = finding;
  const where = printableLine(`${place.file}:${place.position.line}:${place.position.column}`);
  return [
    `${colors.underline(where)} ${marked(severity, colors)} ${printableLine(message)} ${colors.dim(rule)}`,
    ...(other === null
      ? []
      : [
          `    ${colors.dim(printableLine(`${otherPlace(other)}:`))} ${printableLine(firstLine(other.text))}`,
        ]),
    ...(suggestion === null ? [] : [`    ${colors.dim(printableLine(suggestion))}`]),
  ];
};

/** "provider schema schema.json:12" */
const otherPlace = ({ source, file, position }: NonNullable<ReportedFinding['other']>): string =>
  [source, file === null ? null : `${file}${position === null ? '' : `:${position.line}`}`]
    .filter((part) => part !== null)
    .join(' ');

const firstLine = (text: string): string => {
  const [line = '', ...more] = text.trim().split('\n');
  return more.length > 0 || line.length > 160 ? `${line.slice(0, 160)} …` : line;
};

const marked = (severity: Severity, colors: Colors): string => {
  switch (severity) {
    case 'error':
      return colors.red(severity);
    case 'warning':
      return colors.yellow(severity);
    case 'info':
      return colors.blue(severity);
  }
};

/** "3 pages: 1 error, 2 warnings, 0 infos" */
const sumOf = ({ summary }: FindingReport, colors: Colors): string => {
  const { pages, error, warning, info } = summary;
  const sum = `${plural(pages, 'page')}: ${plural(error, 'error')}, ${plural(warning, 'warning')}, ${plural(info, 'info')}`;
  return error > 0 ? colors.red(sum) : warning > 0 ? colors.yellow(sum) : colors.green(sum);
};
