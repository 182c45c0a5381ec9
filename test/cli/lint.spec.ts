import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { findingReportSchema } from '../../findings/finding.ts';
import { pageOf, withArguments } from '../lint/pages.ts';
import { alimock } from './alimock.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'alimock-lint-'));

const write = (name: string, text: string): string => {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
};

const clean = write(
  'r/clean.html.markdown',
  pageOf({ type: 'alicloud_clean' }).replaceAll('alicloud_disk', 'alicloud_clean'),
);
const warned = write('r/disk.html.markdown', withArguments('* `size` - The size.'));
const broken = write('r/empty.html.markdown', '');

test('file:line:column severity message rule; warnings alone do not fail', async () => {
  const { exitCode, stdout } = await alimock(['lint', warned, '--no-config']);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(
    /^.*disk\.html\.markdown:\d+:1 warning size is neither Required nor Optional\. flags-missing$/m,
  );
  expect(stdout).toMatch(/^1 page: 0 errors, 1 warning, 0 infos$/m);
});

test('exit code 1 for an error, or for more warnings than allowed', async () => {
  expect((await alimock(['lint', clean])).exitCode).toBe(0);
  expect((await alimock(['lint', broken])).exitCode).toBe(1);
  expect((await alimock(['lint', warned, '--max-warnings', '1'])).exitCode).toBe(0);
  const over = await alimock(['lint', warned, '--max-warnings', '0']);
  expect(over.exitCode).toBe(1);
  expect(over.stderr).toContain('1 warnings; --max-warnings allows 0');
});

test('--quiet reports errors only, and --max-warnings still counts', async () => {
  const { exitCode, stdout } = await alimock(['lint', warned, broken, '--quiet', '--max-warnings', '0']);
  expect(exitCode).toBe(1);
  expect(stdout).toContain('page-empty');
  expect(stdout).not.toContain('flags-missing');
});

test('--rule looks for some rules only, and knows a misspelt one', async () => {
  const { stdout } = await alimock(['lint', warned, broken, '--rule', 'page-empty', '--format', 'json']);
  const { findings, rules } = findingReportSchema.parse(JSON.parse(stdout));
  expect(findings.map(({ rule }) => rule)).toEqual(['page-empty']);
  expect(rules.map(({ id }) => id)).toEqual(['page-empty']);
  const wrong = await alimock(['lint', warned, '--rule', 'page-emtpy']);
  expect(wrong.exitCode).toBe(2);
  expect(wrong.stderr).toContain('There is no rule page-emtpy. Is page-empty meant?');
});

test('--output writes the report, for every format', async () => {
  for (const [format, says] of [
    ['stylish', /flags-missing/],
    ['json', /"rule": "flags-missing"/],
    ['sarif', /"ruleId": "flags-missing"/],
    ['junit', /<failure type="flags-missing"/],
    ['github', /^::warning file=/],
    ['markdown', /^### alimock lint: 1 finding on 1 page/],
    ['html', /<title>alimock lint: 1 finding on 1 page<\/title>/],
  ] as const) {
    const output = path.join(folder, `report.${format}`);
    const { exitCode, stdout } = await alimock(['lint', warned, '--format', format, '--output', output]);
    expect([exitCode, stdout]).toEqual([0, '']);
    expect(readFileSync(output, 'utf8')).toMatch(says);
  }
  const { exitCode, stderr } = await alimock(['lint', warned, '--output', path.join(folder, 'no', 'x.txt')]);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/Cannot write .*x\.txt/);
});

test('the configuration is found upward, can be named, and can be left out', async () => {
  const page = write('with-config/docs/disk.html.markdown', withArguments('* `size` - The size.'));
  const config = write('with-config/alimock.config.yaml', 'lint:\n  rules:\n    flags-missing: error\n');
  expect((await alimock(['lint', page, '--config', config])).exitCode).toBe(1);
  const from = path.dirname(page);
  expect((await alimock(['lint', 'disk.html.markdown'], {}, from)).exitCode).toBe(1);
  expect((await alimock(['lint', 'disk.html.markdown', '--no-config'], {}, from)).exitCode).toBe(0);
  const wrong = write('wrong.yaml', 'lint:\n  rules:\n    flag-missing: off\n');
  const { exitCode, stderr } = await alimock(['lint', page, '--config', wrong]);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/^alimock: .*wrong\.yaml:3:\d+ lint\.rules: there is no rule flag-missing/);
});

test('--fix mends the page, reports what is left, and leaves a page without slips alone', async () => {
  const page = write(
    'fix/disk.html.markdown',
    withArguments('* `size`- The size.').replace('# alicloud_disk', '# alicloud\\_disk'),
  );
  const before = await alimock(['lint', page]);
  expect(before.stderr).toContain('1 of the findings can be mended with --fix.');
  const { exitCode, stdout } = await alimock(['lint', page, '--fix']);
  expect(exitCode).toBe(0);
  expect(stdout).not.toContain('escaped-underscore');
  expect(stdout).toContain('flags-missing');
  expect(readFileSync(page, 'utf8')).toContain('\n# alicloud_disk\n');
});

test('pages see each other: an example that uses a deprecated argument of another page', async () => {
  const vpc = write(
    'two/vpc.html.markdown',
    pageOf({
      type: 'alicloud_vpc',
      sections: { 'Argument Reference': '* `name` - (Deprecated) Use `vpc_name` instead.' },
    }),
  );
  const using = pageOf().replace(
    '```terraform',
    '```terraform\nresource "alicloud_vpc" "default" {\n  name = "a"\n}',
  );
  const disk = write('two/disk.html.markdown', using);
  const args = ['--rule', 'foreign-deprecated-argument', '--format', 'json'];
  const both = findingReportSchema.parse(JSON.parse((await alimock(['lint', disk, vpc, ...args])).stdout));
  expect(both.findings.map(({ other }) => other?.file)).toEqual([vpc]);
  const alone = findingReportSchema.parse(JSON.parse((await alimock(['lint', disk, ...args])).stdout));
  expect(alone.findings).toEqual([]);
});

test('--list-rules lists the catalogue', async () => {
  const { exitCode, stdout } = await alimock(['lint', '--list-rules']);
  expect(exitCode).toBe(0);
  expect(stdout.trim().split('\n').length).toBeGreaterThanOrEqual(60);
  expect(stdout).toMatch(/^import-arity +warning +import /m);
});

test('bad usage: no page, a wrong number, an unknown format', async () => {
  for (const [args, says] of [
    [['lint'], /Name at least one page/],
    [['lint', warned, '--max-warnings', 'few'], /Give a number of warnings/],
    [['lint', warned, '--format', 'pdf'], /argument 'pdf' is invalid/],
    [['lint', path.join(folder, 'none.md')], /there is no such file/],
  ] as const) {
    const { exitCode, stderr } = await alimock(args);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/^\s+at /m);
  }
});
