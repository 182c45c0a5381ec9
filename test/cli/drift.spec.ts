import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { findingReportSchema } from '../../findings/finding.ts';
import { baselineSchema } from '../../findings/baseline.ts';
import { findingFormats } from '../../findings/index.ts';
import { findingFormatNames } from '../../cli/finding-formats.ts';
import { driftHistorySchema } from '../../drift/history/history.ts';
import { schemaWith, tankBlock } from '../drift/fixtures/tank-schema.ts';
import { edited, tankPage } from '../drift/planted.ts';
import { alimock } from './alimock.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'alimock-drift-'));

const write = (name: string, text: string): string => {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
};

const block = tankBlock();
const schema = write('schema.json', JSON.stringify(schemaWith(block)));
const page = write('docs/r/tank.html.markdown', tankPage);
const noCategory = write(
  'schema-2.json',
  JSON.stringify(
    schemaWith({
      ...block,
      attributes: Object.fromEntries(
        Object.entries(block.attributes).filter(([name]) => name !== 'category'),
      ),
    }),
  ),
);
const category =
  '* `category` - (Optional) The category. Default value: `basic`. Valid values: `basic`, `fast`.';

test('a page that agrees with its schema ends with 0 and says what was not looked at', async () => {
  const { exitCode, stdout, stderr } = await alimock(['drift', page, '--against', `schema:${schema}`]);
  expect(stdout).toBe('1 page: 0 errors, 0 warnings, 0 infos\n');
  expect(stderr).toContain('cannot show: force-new, default, valid-values, id-format, import');
  expect(exitCode).toBe(0);
});

test('drift ends with 1; the report quotes both sides, and its command shows the finding again', async () => {
  const { exitCode, stdout } = await alimock([
    'drift',
    page,
    '--against',
    `schema:${noCategory}`,
    '--format',
    'json',
  ]);
  expect(exitCode).toBe(1);
  const { findings } = findingReportSchema.parse(JSON.parse(stdout));
  expect(findings).toMatchObject([
    {
      rule: 'drift-documented-only',
      severity: 'error',
      path: 'category',
      place: { file: page, text: category },
    },
  ]);
  const [program, ...command] = (findings[0]?.command ?? '').split(' ');
  expect(program).toBe('alimock');
  const again = await alimock([...command, '--format', 'json']);
  expect(findingReportSchema.parse(JSON.parse(again.stdout)).findings).toEqual(findings);
});

test('two schemas are compared with --from', async () => {
  const { exitCode, stdout } = await alimock([
    ...['drift', '--from', `schema:${schema}`, '--against', `schema:${noCategory}`, '--format', 'json'],
  ]);
  expect(exitCode).toBe(1);
  const { findings } = findingReportSchema.parse(JSON.parse(stdout));
  expect(findings).toMatchObject([
    { rule: 'drift-documented-only', type: 'alicloud_tank', path: 'category' },
  ]);
  expect(findings[0]?.command).toContain('--type alicloud_tank');
});

test('a baseline keeps known drift quiet, also when lines move, and new drift fails', async () => {
  const baseline = path.join(folder, 'baseline.json');
  const drift = (file: string, ...more: string[]) =>
    alimock(['drift', file, '--against', `schema:${noCategory}`, '--baseline', baseline, ...more]);
  expect((await drift(page, '--update-baseline')).exitCode).toBe(0);
  expect(baselineSchema.parse(JSON.parse(readFileSync(baseline, 'utf8'))).findings).toHaveLength(1);

  const quiet = await drift(page, '--fail-on', 'new');
  expect(quiet.stdout).toBe('1 page: 0 errors, 0 warnings, 0 infos\n');
  expect(quiet.exitCode).toBe(0);

  const moved = write(
    'moved/docs/r/tank.html.markdown',
    edited(tankPage, '## Argument Reference', 'More words.\n\nAnd more.\n\n## Argument Reference'),
  );
  expect((await drift(moved, '--fail-on', 'new')).exitCode).toBe(0);

  const worse = write(
    'worse/docs/r/tank.html.markdown',
    edited(tankPage, '* `labels`', '* `colour` - (Optional) None.\n* `labels`'),
  );
  const failed = await drift(worse, '--fail-on', 'new');
  expect(failed.exitCode).toBe(1);
  expect(failed.stdout).toContain('colour');
  expect(failed.stdout).not.toContain('category');

  const mended = write('mended/docs/r/tank.html.markdown', edited(tankPage, `${category}\n`, ''));
  expect((await drift(mended)).stderr).toContain('1 of it are gone');
});

test('--fail-on: warnings pass unless they are asked for', async () => {
  const warned = write(
    'warned/r/tank.html.markdown',
    edited(tankPage, '* `create_time` - The time when it was made.\n', ''),
  );
  const drift = (...more: string[]) => alimock(['drift', warned, '--against', `schema:${schema}`, ...more]);
  expect((await drift()).exitCode).toBe(0);
  expect((await drift('--fail-on', 'warning')).exitCode).toBe(1);
  expect((await drift('--fail-on', 'never')).exitCode).toBe(0);
});

test('--complete tells of types that have no page; --kind, --path and --type leave the rest out', async () => {
  const other = write('other/r/vpc.html.markdown', readFileSync(page, 'utf8').replaceAll('tank', 'boat'));
  const complete = await alimock([
    'drift',
    other,
    '--against',
    `schema:${schema}`,
    '--complete',
    '--kind',
    'subject',
  ]);
  expect(complete.stdout).toContain('The provider schema has no resource alicloud_boat.');
  expect(complete.stdout).toContain('alicloud_tank has no page.');
  const filtered = await alimock(['drift', page, '--against', `schema:${noCategory}`, '--path', 'size']);
  expect(filtered.exitCode).toBe(0);
  const unknown = await alimock(['drift', page, '--against', `schema:${schema}`, '--type', 'alicloud_none']);
  expect(unknown.exitCode).toBe(2);
  expect(unknown.stderr).toContain('Nothing here is about alicloud_none');
});

test('every format can be asked for, and a report goes to a file', async () => {
  expect([...findingFormatNames]).toEqual([...findingFormats]);
  for (const format of findingFormats) {
    const output = path.join(folder, `report.${format}`);
    const { exitCode, stdout } = await alimock([
      'drift',
      page,
      '--against',
      `schema:${noCategory}`,
      '--format',
      format,
      '--output',
      output,
    ]);
    expect(exitCode, format).toBe(1);
    expect(stdout).toBe('');
    expect(readFileSync(output, 'utf8')).toContain('category');
  }
});

test('shards are parts of the pages, and together all of them', async () => {
  const files = ['a', 'b', 'c', 'd'].map((name) => write(`shards/r/${name}.html.markdown`, tankPage));
  const shard = async (part: string) => {
    const { stdout } = await alimock([
      'drift',
      ...files,
      '--against',
      `schema:${schema}`,
      '--format',
      'json',
      '--shard',
      part,
    ]);
    return findingReportSchema.parse(JSON.parse(stdout)).pages.map(({ file }) => file);
  };
  const parts = [await shard('1/3'), await shard('2/3'), await shard('3/3')];
  expect(parts.map((part) => part.length)).toEqual([2, 1, 1]);
  expect(parts.flat().sort()).toEqual([...files].sort());
});

test('history: when each drift came and went, as table, JSON, SVG and HTML', async () => {
  const one = write(
    'v/1.0/r/tank.html.markdown',
    edited(tankPage, '* `labels`', '* `colour` - (Optional) None.\n* `labels`'),
  );
  write('v/2.0/r/tank.html.markdown', tankPage);
  write(
    'v/3.0/r/tank.html.markdown',
    edited(tankPage, '`size` - (Required, Int)', '`size` - (Optional, Int)'),
  );
  const folders = ['1.0', '2.0', '3.0'].map((name) => path.join(folder, 'v', name));
  const history = (...more: string[]) =>
    alimock(['drift', 'history', ...folders, '--against', `schema:${schema}`, ...more]);
  const table = await history();
  expect(table.stdout).toContain('●··  documented-only');
  expect(table.stdout).toContain('since 1.0, gone in 2.0');
  expect(table.stdout).toContain('··●  required-optional');
  expect(table.stdout).toContain('2 drifts over 3 versions: 1 still there, 1 gone');
  const { versions, drifts } = driftHistorySchema.parse(
    JSON.parse((await history('--format', 'json')).stdout),
  );
  expect(versions.map(({ name, total }) => [name, total])).toEqual([
    ['1.0', 1],
    ['2.0', 0],
    ['3.0', 1],
  ]);
  expect(drifts.map(({ path: at, came, went }) => [at, came, went])).toEqual([
    ['colour', '1.0', '2.0'],
    ['size', '3.0', null],
  ]);
  expect((await history('--format', 'svg')).stdout).toMatch(
    /^<svg [\s\S]*1\.0: 1 documented-only[\s\S]*<\/svg>\n$/,
  );
  const html = (await history('--format', 'html')).stdout;
  expect(html).toContain('<td class="there">yes</td><td class="absent">no</td>');
  expect(html).not.toMatch(/(?:src|href)=["']?https?:/);
  expect(one).toContain('1.0');
});

test.describe('bad input: a clear message and exit code 2', () => {
  const cases: readonly [name: string, args: readonly string[], message: string | RegExp][] = [
    ['no page', ['--against', `schema:${schema}`], 'Name at least one page'],
    ['no source', [page], 'Name at least one source with --against'],
    ['no such source', [page, '--against', 'moon'], 'There is no source moon. Sources are: schema:FILE'],
    [
      'no such schema',
      [page, '--against', 'schema:none.json'],
      'Cannot read the schema none.json: there is no such file',
    ],
    [
      'a schema that is none',
      [page, '--against', `schema:${write('x.json', '{"format_version":"1.0"}')}`],
      /is not what `terraform providers schema -json` prints[\s\S]*provider_schemas/,
    ],
    ['a schema that is no JSON', [page, '--against', `schema:${page}`], 'is no JSON'],
    ['no such folder', [page, '--against', 'docs:none'], 'There is no folder none'],
    [
      'a report that is none',
      [page, '--against', `emulator:${schema}`],
      'is not what `alimock check --reporter json` prints',
    ],
    ['no such kind', [page, '--against', `schema:${schema}`, '--kind', 'colour'], 'There is no kind colour'],
    [
      'new beside nothing',
      [page, '--against', `schema:${schema}`, '--fail-on', 'new'],
      '--fail-on new needs --baseline',
    ],
    [
      'no such baseline',
      [page, '--against', `schema:${schema}`, '--baseline', 'none.json'],
      'Write it with --baseline none.json --update-baseline',
    ],
    [
      'a baseline that is none',
      [page, '--against', `schema:${schema}`, '--baseline', schema],
      'is no baseline',
    ],
    ['a shard that is none', [page, '--against', `schema:${schema}`, '--shard', '4/3'], 'It is INDEX/TOTAL'],
    ['pages and --from', [page, '--from', 'sdk', '--against', `schema:${schema}`], 'not both'],
    [
      'a schema beside the emulator',
      ['--from', `schema:${schema}`, '--against', 'emulator'],
      'Only pages make promises',
    ],
    ['nothing to compare', ['--from', 'sdk', '--against', 'sdk'], 'there is nothing to compare'],
    [
      'a page that promises nothing',
      [write('empty.md', 'Words.\n'), '--against', `schema:${schema}`],
      'promises nothing',
    ],
  ];
  for (const [name, args, message] of cases) {
    test(name, async () => {
      const { exitCode, stdout, stderr } = await alimock(['drift', ...args]);
      expect(stderr).toMatch(message);
      expect(stderr).not.toMatch(/^ {4}at /m);
      expect(stdout).toBe('');
      expect(exitCode).toBe(2);
    });
  }
});
