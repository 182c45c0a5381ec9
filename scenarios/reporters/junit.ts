import XMLBuilder from 'fast-xml-builder';
import type { CheckReport, PageResult, Result } from '../result.ts';

const xml = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  format: true,
  suppressEmptyNode: true,
});

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(3);

/** JUnit's XML: a suite for each page, a case for each promise, with the page's file and line. */
export const formatJunit = ({ pages, summary }: CheckReport): string => {
  const suites = {
    '@name': 'alimock check',
    '@tests': summary.passed + summary.failed + summary.notChecked,
    '@failures': summary.failed,
    '@skipped': summary.notChecked,
    '@time': seconds(summary.durationMs),
    testsuite: pages.map(suiteOf),
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml.build({ testsuites: suites })}`;
};

const suiteOf = ({ file, name, results }: PageResult): Record<string, unknown> => {
  const count = (verdict: Result['verdict']): number =>
    results.filter((result) => result.verdict === verdict).length;
  return {
    '@name': name,
    '@file': file,
    '@tests': results.length,
    '@failures': count('failed'),
    '@skipped': count('not-checked'),
    '@time': seconds(results.reduce((sum, { durationMs }) => sum + durationMs, 0)),
    testcase: results.map((result) => caseOf(name, file, result)),
  };
};

const caseOf = (name: string, file: string, result: Result): Record<string, unknown> => ({
  '@name': result.title,
  '@classname': name,
  '@file': result.page?.file ?? file,
  ...(result.page === null ? {} : { '@line': result.page.position.line }),
  '@time': seconds(result.durationMs),
  properties: { property: [{ '@name': 'scenario', '@value': result.scenario }] },
  ...(result.verdict === 'not-checked' ? { skipped: { '@message': result.reason ?? '' } } : {}),
  ...(result.failure === null ? {} : { failure: failureOf(result.failure) }),
});

const failureOf = ({
  step,
  doing,
  expected,
  observed,
  calls,
  blame,
}: NonNullable<Result['failure']>): object => ({
  '@type': 'promise not kept',
  '@message': `expected ${expected}; observed ${observed}`,
  '#text': [
    `step ${step}: ${doing}`,
    `expected: ${expected}`,
    `observed: ${observed}`,
    ...(blame === null ? [] : [`blame: the ${blame.on}, since ${blame.because}`]),
    ...calls.map(({ status, action, code, account }) => `${status} ${action} ${code ?? ''} as ${account}`),
  ].join('\n'),
});
