/** However the pages are spread over machines, the verdicts are the same, and so is a second run. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { checkReportSchema } from '../../scenarios/result.ts';
import { needsSharedData, shared } from '../shared-data.ts';
import { alimock } from './alimock.ts';

needsSharedData();

const pages = [
  'r/ecs_hpc_cluster',
  'r/ecs_prefix_list',
  'r/ecs_auto_snapshot_policy',
  'd/ecs_disks',
  'd/regions',
].map((page) => shared('docs', `${page}.html.markdown`));

let folder: string;
test.beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'alimock-shards-'));
});
test.afterAll(() => rmSync(folder, { recursive: true }));

/** What was seen, ids and calls included, without how long it took. */
const seenIn = (file: string): unknown => {
  const report = checkReportSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return report.pages
    .map(({ file: page, results }) => ({ page, results: results.map(({ durationMs, ...result }) => result) }))
    .sort((one, other) => (one.page < other.page ? -1 : 1));
};

const check = async (name: string, ...options: string[]): Promise<string> => {
  const output = path.join(folder, name);
  const run = await alimock(
    ['check', ...pages, '--reporter', 'json', '--output', output, ...options],
    {},
    undefined,
    50_000,
  );
  expect(run.exitCode, run.stderr).not.toBe(2);
  return output;
};

test('one run, another run, and three shards merged see the same', async () => {
  test.setTimeout(180_000);
  const whole = seenIn(await check('whole.json'));
  expect(seenIn(await check('again.json'))).toEqual(whole);
  const shards = [];
  for (const shard of ['1/3', '2/3', '3/3']) {
    shards.push(await check(`shard-${shard.charAt(0)}.json`, '--shard', shard));
  }
  const merged = path.join(folder, 'merged.json');
  await alimock(['merge-reports', ...shards, '--format', 'json', '--output', merged]);
  expect(seenIn(merged)).toEqual(whole);
});
