import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { XMLParser } from 'fast-xml-parser';
import { checkReportSchema } from '../../scenarios/result.ts';
import type { CheckReport } from '../../scenarios/result.ts';
import { alimock, checkout, examplePage } from './alimock.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'alimock-check-'));

const read = (file: string): string => readFileSync(path.join(checkout, file), 'utf8');

/** The example page with one text replaced. */
const editedPage = (name: string, from: string, to: string): string => {
  const source = read(examplePage);
  if (!source.includes(from)) throw new Error(`the example page does not have: ${from}`);
  const file = path.join(folder, name);
  writeFileSync(file, source.replace(from, to));
  return file;
};

const report = (text: string): CheckReport => checkReportSchema.parse(JSON.parse(text));

test('the example page keeps at least 20 promises, each with a line of the page', async () => {
  const { exitCode, stdout } = await alimock(['check', examplePage, '--reporter', 'json']);
  expect(exitCode).toBe(0);
  const validate = new Ajv2020({ strict: false }).compile(
    JSON.parse(read('schemas/check-report.json')) as object,
  );
  expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors)).toBe(true);
  const { summary, pages } = report(stdout);
  expect(summary.passed).toBeGreaterThanOrEqual(20);
  expect(summary.failed).toBe(0);
  for (const result of pages.flatMap(({ results }) => results)) {
    expect(result.page?.position.line, result.title).toBeGreaterThan(0);
    if (result.verdict === 'not-checked') expect(result.reason).not.toBe(null);
  }
});

test('a promise that is not kept: line, expected, observed, API calls, exit code 1', async () => {
  const file = editedPage('limit.md', 'up to 50 Alibaba', 'up to 60 Alibaba');
  const { exitCode, stdout } = await alimock(['check', file]);
  expect(exitCode).toBe(1);
  const line =
    read(examplePage)
      .split('\n')
      .findIndex((text) => text.includes('up to 50 Alibaba')) + 1;
  expect(stdout).toMatch(new RegExp(`✗ .*${line}:\\d+`));
  expect(stdout).toMatch(/expected .*\n.*observed /);
  expect(stdout).toMatch(/403 ModifyImageSharePermission QuotaExceed\.ShareImageUser/);
  expect(stdout).toMatch(/1 failed/);
});

test('JUnit: one suite a page, one case a promise, failures with their text', async () => {
  const file = editedPage('limit-junit.md', 'up to 50 Alibaba', 'up to 60 Alibaba');
  const output = path.join(folder, 'report.xml');
  const { exitCode, stdout } = await alimock(['check', file, '--reporter', 'junit', '--output', output]);
  expect(exitCode).toBe(1);
  expect(stdout).toBe('');
  const xml: unknown = new XMLParser({ ignoreAttributes: false }).parse(readFileSync(output, 'utf8'));
  expect(xml).toMatchObject({
    testsuites: { '@_failures': '1', testsuite: { '@_name': 'alicloud_image_share_permission' } },
  });
  expect(readFileSync(output, 'utf8')).toContain('QuotaExceed.ShareImageUser');
});

test('--filter takes a text or an expression, and says so when nothing matches', async () => {
  const byText = await alimock(['check', examplePage, '--filter', 'import', '--reporter', 'json']);
  const results = report(byText.stdout).pages.flatMap((page) => page.results);
  expect(results.length).toBeGreaterThan(0);
  for (const { scenario, title } of results) expect(`${scenario} ${title}`.toLowerCase()).toContain('import');
  const byExpression = await alimock([
    'check',
    examplePage,
    '--filter',
    '/force-new$/',
    '--reporter',
    'json',
  ]);
  expect(report(byExpression.stdout).summary.passed).toBe(2);
  const none = await alimock(['check', examplePage, '--filter', 'no such promise']);
  expect(none.exitCode).toBe(2);
  expect(none.stderr).toContain('No scenario matches');
});

test('--bail stops at the first promise that is not kept', async () => {
  const file = editedPage('bail.md', '`<image_id>:<account_id>`', '`<account_id>:<image_id>`');
  const all = report((await alimock(['check', file, '--reporter', 'json'])).stdout).pages[0]?.results ?? [];
  const bailed =
    report((await alimock(['check', file, '--reporter', 'json', '--bail'])).stdout).pages[0]?.results ?? [];
  expect(bailed.length).toBeLessThan(all.length);
  expect(bailed.at(-1)?.verdict).toBe('failed');
});

test('scenarios can be printed, edited and run beside the derived ones', async () => {
  const printed = await alimock(['scenarios', examplePage]);
  expect(printed.exitCode).toBe(0);
  const file = path.join(folder, 'scenarios.yaml');
  writeFileSync(file, printed.stdout);
  const again = await alimock(['check', '--scenarios', file, '--reporter', 'json']);
  const derived = await alimock(['check', examplePage, '--reporter', 'json']);
  expect(report(again.stdout).summary.passed).toBe(report(derived.stdout).summary.passed);
  const both = await alimock(['check', examplePage, '--scenarios', file, '--reporter', 'json']);
  expect(report(both.stdout).pages).toHaveLength(2);
});

test('a file of scenarios with a mistake: file, line, what was expected', async () => {
  const file = path.join(folder, 'mistake.yaml');
  writeFileSync(
    file,
    [
      'schemaVersion: 1',
      'scenarios:',
      '  - id: mine',
      '    kind: hand-written',
      '    title: Mine',
      '    trust: certain',
      '    page: null',
      '',
    ].join('\n'),
  );
  const { exitCode, stderr } = await alimock(['check', '--scenarios', file]);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/mistake\.yaml:6:\d+/);
  expect(stderr).toContain('documented');
});

test('the driver terraform without Terraform says what to install, and checks nothing', async () => {
  const { stdout, stderr, exitCode } = await alimock(['check', examplePage, '--driver', 'terraform'], {
    PATH: '',
  });
  expect(exitCode).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain('Install Terraform 1.5 or newer and have it on the PATH.');
  expect(stderr).not.toContain('    at ');
});
