// Adds up the steps and Playwright's JSON reports. Prints what failed or was skipped, and as its last line
// "N passed, N failed". A skipped test is a failure here, unless it is a promise that cannot be checked.
import { existsSync, readFileSync } from 'node:fs';

const [stepsFile, ...reportFiles] = process.argv.slice(2);
let passed = 0;
const failures = [];

for (const line of readFileSync(stepsFile, 'utf8').split('\n').filter(Boolean)) {
  const [, verdict, name] = /^(passed|failed) (.*)$/.exec(line) ?? [];
  if (verdict === 'passed') passed += 1;
  else failures.push(`step ${name}`);
}

/** All tests of a suite of Playwright's JSON report, with their titles. */
const testsOf = (suite, titles = []) => [
  ...(suite.specs ?? []).flatMap((spec) =>
    spec.tests.map((test) => ({ ...test, title: [...titles, spec.title].join(' › ') })),
  ),
  ...(suite.suites ?? []).flatMap((inner) => testsOf(inner, [...titles, inner.title])),
];

for (const file of reportFiles) {
  if (!existsSync(file)) continue;
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const tests = report.suites.flatMap((suite) => testsOf(suite, [suite.title]));
  for (const test of tests) {
    const isUncheckablePromise = test.annotations.some(({ type }) => type === 'not checked');
    if (test.status === 'expected' || test.status === 'flaky') passed += 1;
    else if (test.status !== 'skipped') failures.push(`${test.projectName}: ${test.title}`);
    else if (!isUncheckablePromise) failures.push(`skipped, ${test.projectName}: ${test.title}`);
  }
  for (const error of report.errors ?? []) failures.push(error.message);
  if (tests.length === 0) failures.push(`${file} has no tests`);
}
if (reportFiles.every((file) => !existsSync(file))) failures.push('Playwright wrote no report');

for (const failure of failures) console.log(`FAILED ${failure}`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;
