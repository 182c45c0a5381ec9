import type { ReportedFinding } from '../finding.ts';
import type { Severity } from '../rule.ts';
import type { Reporter } from './reporter.ts';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<
  Severity,
  string
>;

/**
 * Workflow commands that GitHub turns into annotations on the lines of a pull request. GitHub shows ten of each
 * kind for a step, so the gravest come first.
 * Source: "Workflow commands for GitHub Actions" in GitHub's documentation.
 */
export const formatGithub: Reporter = ({ findings }) =>
  (['error', 'warning', 'info'] as const)
    .flatMap((severity) => findings.filter((finding) => finding.severity === severity))
    .map((finding) => `${commandOf(finding)}\n`)
    .join('');

const commandOf = ({ severity, place, rule, message, other, suggestion }: ReportedFinding): string => {
  const { line, column, endLine, endColumn } = place.position;
  const properties = {
    file: place.file,
    line,
    endLine,
    // Columns of a range over several lines are refused.
    ...(line === endLine ? { col: column, endColumn } : {}),
    title: rule,
  };
  const text = [message, ...(other === null ? [] : [`${other.source}: ${other.text}`]), suggestion ?? '']
    .filter((part) => part !== '')
    .join('\n');
  const listed = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapeProperty(String(value))}`,
  );
  return `::${commands[severity]} ${listed.join(',')}::${escapeData(text)}`;
};

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
