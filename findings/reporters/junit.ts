import XMLBuilder from 'fast-xml-builder';
import type { FindingReport, ReportedFinding } from '../finding.ts';
import { groupBy } from '../group-by.ts';
import { printable, printableLine } from './printable.ts';
import type { Reporter } from './reporter.ts';

const xml = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  format: true,
  suppressEmptyNode: true,
});

/**
 * JUnit's XML: a suite for each page, a failed case for each error and warning, a passed one for each info and for
 * a page without findings.
 */
export const formatJunit: Reporter = ({ tool, pages, findings, summary }) => {
  const byFile = groupBy(findings, ({ place }) => place.file);
  const listed = new Set(pages.map(({ file }) => file));
  const others = [...byFile.keys()].filter((file) => !listed.has(file)).map((file) => ({ file, type: file }));
  const suites = [...pages, ...others].map((page) => suiteOf(page, byFile.get(page.file) ?? []));
  const root = {
    '@name': `alimock ${tool}`,
    '@tests': suites.reduce((sum, suite) => sum + suite['@tests'], 0),
    '@failures': summary.error + summary.warning,
    testsuite: suites,
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml.build({ testsuites: root })}`;
};

const suiteOf = ({ file, type }: FindingReport['pages'][number], findings: readonly ReportedFinding[]) => ({
  '@name': printableLine(type),
  '@file': printableLine(file),
  '@tests': Math.max(1, findings.length),
  '@failures': findings.filter(isFailure).length,
  testcase:
    findings.length === 0
      ? [{ '@name': 'no findings', '@classname': printableLine(type), '@file': printableLine(file) }]
      : findings.map((finding) => caseOf(type, finding)),
});

const isFailure = ({ severity }: ReportedFinding): boolean => severity !== 'info';

const caseOf = (type: string, finding: ReportedFinding): object => {
  const { rule, path, place, message } = finding;
  const where = `${place.file}:${place.position.line}:${place.position.column}`;
  return {
    '@name': printableLine(`${rule} ${path ?? ''} (line ${place.position.line})`),
    '@classname': printableLine(type),
    '@file': printableLine(place.file),
    '@line': place.position.line,
    ...(isFailure(finding)
      ? {
          failure: {
            '@type': rule,
            '@message': printableLine(message),
            '#text': printable(detail(finding, where)),
          },
        }
      : { 'system-out': printable(detail(finding, where)) }),
  };
};

const detail = ({ message, place, other, suggestion, command }: ReportedFinding, where: string): string =>
  [
    `${where} ${message}`,
    ...(place.text === null ? [] : [`page: ${place.text}`]),
    ...(other === null ? [] : [`${other.source}: ${other.text}`]),
    ...(suggestion === null ? [] : [suggestion]),
    ...(command === null ? [] : [`reproduce: ${command}`]),
  ].join('\n');
