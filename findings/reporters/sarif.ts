import { pathToFileURL } from 'node:url';
import path from 'node:path';
import type { Location, Log, ReportingDescriptor, Result, Region } from 'sarif';
import type { Position } from '../../docs-parser/position.ts';
import type { FindingReport, ReportedFinding } from '../finding.ts';
import type { Rule, Severity } from '../rule.ts';
import type { Reporter } from './reporter.ts';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  Severity,
  Result['level']
>;

/**
 * SARIF 2.1.0, as GitHub's code scanning takes it. The fingerprints do not depend on line numbers, so that a
 * finding that is known stays known when lines move.
 * Source: OASIS SARIF 2.1.0, and "SARIF support for code scanning" in GitHub's documentation.
 */
export const formatSarif: Reporter = (report, { version }) => {
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: `alimock ${report.tool}`,
            semanticVersion: version,
            rules: report.rules.map(ruleOf),
          },
        },
        columnKind: 'utf16CodeUnits',
        automationDetails: { id: `alimock/${report.tool}/` },
        artifacts: report.pages.map(({ file }) => ({ location: artifactOf(file) })),
        results: resultsOf(report),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

const ruleOf = ({ id, severity, kind, what, why, example, form }: Rule): ReportingDescriptor => ({
  id,
  name: id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(''),
  shortDescription: { text: what },
  fullDescription: { text: why },
  help: { text: `${what} ${why}\n\nWrong:\n${example}\n\nRight:\n${form}` },
  defaultConfiguration: { level: levels[severity] },
  properties: { tags: [kind] },
});

const resultsOf = ({ rules, findings }: FindingReport): Result[] => {
  const ruleIndex = new Map(rules.map(({ id }, at) => [id, at]));
  return findings.map((finding) => ({
    ruleId: finding.rule,
    ruleIndex: ruleIndex.get(finding.rule) ?? -1,
    level: levels[finding.severity],
    message: { text: messageOf(finding) },
    locations: [locationOf(finding.place.file, finding.place.position, finding.place.text)],
    ...relatedOf(finding),
    // GitHub knows a result again by the first of the two; the second is ours by name and version.
    partialFingerprints: {
      primaryLocationLineHash: `${finding.fingerprint}:1`,
      'alimockFinding/v1': finding.fingerprint,
    },
    properties: { kind: finding.kind, type: finding.type, path: finding.path, command: finding.command },
  }));
};

const messageOf = ({ message, other, suggestion, command }: ReportedFinding): string =>
  [
    message,
    ...(other === null ? [] : [`${other.source}: ${other.text}`]),
    ...(suggestion === null ? [] : [suggestion]),
    ...(command === null ? [] : [`Reproduce: ${command}`]),
  ].join('\n');

const relatedOf = ({ other }: ReportedFinding): Pick<Result, 'relatedLocations'> => {
  if (other === null || other.file === null || other.position === null) return {};
  return {
    relatedLocations: [
      { ...locationOf(other.file, other.position, other.text), id: 0, message: { text: other.source } },
    ],
  };
};

const locationOf = (file: string, position: Position, text: string | null): Location => ({
  physicalLocation: {
    artifactLocation: artifactOf(file),
    region: { ...regionOf(position), ...(text === null ? {} : { snippet: { text } }) },
  },
});

/** Ours and SARIF's count alike: lines and columns from 1, the end exclusive. */
const regionOf = ({ line, column, endLine, endColumn }: Position): Region => ({
  startLine: line,
  startColumn: column,
  endLine,
  endColumn,
});

/** Relative paths are relative to the checkout's root, wherever the reader has it. */
const artifactOf = (file: string): { uri: string; uriBaseId?: string } =>
  path.isAbsolute(file)
    ? { uri: pathToFileURL(file).href }
    : { uri: file.split(/[\\/]/).map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
