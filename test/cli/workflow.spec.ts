/** Issue 6: the workflow example, its very steps, with three shards and merged reports. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { XMLParser } from 'fast-xml-parser';
import { schemaWith, tankBlock } from '../drift/fixtures/tank-schema.ts';
import { edited, tankPage } from '../drift/planted.ts';
import { alimock, checkout, examplePage } from './alimock.ts';
import { runGitlab } from './gitlab-run.ts';
import { runWorkflow } from './workflow-run.ts';

const repository = mkdtempSync(path.join(tmpdir(), 'alimock-repository-'));
const pages = path.join(repository, 'docs', 'r');
const schemaFile = path.join(repository, 'provider-schema.json');

test.beforeAll(() => {
  mkdirSync(pages, { recursive: true });
  mkdirSync(path.join(repository, 'docs', 'd'), { recursive: true });
  cpSync(path.join(checkout, examplePage), path.join(pages, 'image_share_permission.html.markdown'));
  writeFileSync(
    path.join(pages, 'tank.html.markdown'),
    edited(tankPage, '`size` - (Required, Int)', '`size` - (Optional, Int)'),
  );
  writeFileSync(
    path.join(pages, 'tank_lid.html.markdown'),
    tankPage.replaceAll('alicloud_tank', 'alicloud_tank_lid'),
  );
  writeFileSync(
    path.join(repository, 'docs', 'd', 'tanks.html.markdown'),
    tankPage.replaceAll('alicloud_tank', 'alicloud_tanks'),
  );
  const share = {
    image_id: { type: 'string', required: true },
    account_id: { type: 'string', required: true },
    id: { type: 'string', computed: true, optional: true },
  };
  const schema = schemaWith(tankBlock()) as {
    provider_schemas: Record<string, { resource_schemas: object; data_source_schemas: object }>;
  };
  const [provider] = Object.values(schema.provider_schemas);
  Object.assign(provider?.resource_schemas ?? {}, {
    alicloud_image_share_permission: { block: { attributes: share } },
    alicloud_tank_lid: { block: tankBlock() },
  });
  Object.assign(provider?.data_source_schemas ?? {}, { alicloud_tanks: { block: tankBlock() } });
  writeFileSync(schemaFile, JSON.stringify(schema));
});

test('check, lint and drift over three shards each; the merged report is that of one run', async () => {
  // Twelve jobs, one after the other.
  test.setTimeout(420_000);
  const runs = runWorkflow(path.join(checkout, 'examples', 'ci', 'github-workflow.yml'), repository);
  expect(runs.map(({ name }) => name)).toEqual([
    ...['check', 'lint', 'drift'].flatMap((command) =>
      [1, 2, 3].map(
        (shard) =>
          `shard ${command} ${shard}${command === 'drift' ? ' --against schema:provider-schema.json' : ''}`,
      ),
    ),
    'report check junit check.xml',
    'report lint sarif lint.sarif',
    'report drift sarif drift.sarif',
  ]);
  const [check, lint, drift] = runs.slice(-3);

  const junit: unknown = new XMLParser({ ignoreAttributes: false }).parse(
    readFileSync(path.join(check?.folder ?? '', 'check.xml'), 'utf8'),
  );
  expect(junit).toMatchObject({ testsuites: { '@_name': 'alimock check' } });
  expect(
    JSON.stringify(junit).match(/image_share_permission|tank_lid|tanks?\.html/g)?.length,
  ).toBeGreaterThan(3);

  // The one drift that is there fails the report of drift, as it fails a run without shards.
  expect(drift?.exitCode, drift?.output).toBe(1);
  const whole = await alimock([
    ...['drift', path.join(pages, '*.markdown'), path.join(repository, 'docs', 'd', '*.markdown')],
    ...['--against', `schema:${schemaFile}`, '--format', 'sarif'],
  ]);
  const found = (sarif: string): unknown =>
    (
      JSON.parse(sarif) as { runs: { results: { ruleId: string; partialFingerprints: object }[] }[] }
    ).runs[0]?.results.map(({ ruleId, partialFingerprints }) => [ruleId, partialFingerprints]);
  const merged = readFileSync(path.join(drift?.folder ?? '', 'drift.sarif'), 'utf8');
  expect(found(merged)).toEqual(found(whole.stdout));
  expect(JSON.stringify(found(merged))).toContain('drift-required-optional');
  expect(readFileSync(path.join(lint?.folder ?? '', 'lint.sarif'), 'utf8')).toContain('"2.1.0"');
});

test('the GitLab file: its script lines over three shards each, and a JUnit report of each command', async () => {
  // Twelve jobs, one after the other.
  test.setTimeout(420_000);
  const runs = runGitlab(path.join(checkout, 'examples', 'ci', 'gitlab-ci.yml'), repository);
  expect(runs.map(({ name }) => name)).toEqual([
    ...['check', 'lint', 'drift'].flatMap((command) =>
      [1, 2, 3].map((shard) => `docs: [${command}, ${shard}]`),
    ),
    ...['check', 'lint', 'drift'].map((command) => `docs-report: [${command}]`),
  ]);
  // Findings do not fail a shard, so that the report has them all.
  const shards = runs.slice(0, 9);
  expect(shards.filter(({ exitCode }) => exitCode !== 0).map(({ output }) => output)).toEqual([]);
  const [, , drift] = runs.slice(9);
  expect(drift?.exitCode, drift?.output).toBe(1);

  const reports = runs.slice(9).map(({ junit }) => junit);
  expect(reports.map((files) => files.map((file) => path.basename(file)))).toEqual([
    ['check.xml'],
    ['lint.xml'],
    ['drift.xml'],
  ]);
  const parser = new XMLParser({ ignoreAttributes: false });
  const [check, , merged] = reports.flat().map((file): unknown => parser.parse(readFileSync(file, 'utf8')));
  expect(check).toMatchObject({ testsuites: { '@_name': 'alimock check' } });
  // The one drift that is there is in the merged report, as in that of one run without shards.
  const whole = await alimock([
    ...['drift', path.join(pages, '*.markdown'), path.join(repository, 'docs', 'd', '*.markdown')],
    ...['--against', `schema:${schemaFile}`, '--format', 'junit'],
  ]);
  const failures = (junit: unknown): unknown =>
    (junit as { testsuites: { '@_failures': string } }).testsuites['@_failures'];
  expect(Number(failures(merged))).toBeGreaterThan(0);
  expect(failures(merged)).toBe(failures(parser.parse(whole.stdout)));
  expect(JSON.stringify(merged)).toContain('drift-required-optional');
});

test.describe('merge-reports: a clear message and exit code 2', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'alimock-merge-'));
  const report = async (name: string, args: readonly string[]): Promise<string> => {
    const file = path.join(folder, name);
    await alimock([...args, '--output', file]);
    return file;
  };

  test('reports of two commands, no report, no such format', async () => {
    const drift = await report('drift.json', ['drift', examplePage, '--against', 'sdk', '--format', 'json']);
    const lint = await report('lint.json', ['lint', examplePage, '--format', 'json']);
    const both = await alimock(['merge-reports', drift, lint]);
    expect(both.stderr).toContain('merge those of one command');
    expect(both.exitCode).toBe(2);
    const none = await alimock(['merge-reports', 'package.json']);
    expect(none.stderr).toContain('package.json is no JSON report of alimock check, lint or drift');
    expect(none.exitCode).toBe(2);
    const format = await alimock(['merge-reports', drift, '--format', 'list']);
    expect(format.stderr).toContain('Findings have no format list');
    expect(format.exitCode).toBe(2);
    const one = await alimock(['merge-reports', drift, drift]);
    expect(one.stdout).toBe((await alimock(['merge-reports', drift])).stdout);
  });
});
