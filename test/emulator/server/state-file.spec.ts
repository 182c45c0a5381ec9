import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { createEmulator } from '../../../emulator/index.ts';
import type { Emulator } from '../../../emulator/index.ts';
import { loadState, saveState, StateSaver } from '../../../emulator/server/state-file.ts';
import { Account, sendDirectly } from '../api-client.ts';

let folder: string;
let file: string;

test.beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'alimock-state-'));
  file = path.join(folder, 'state.json');
});

test.afterEach(() => rmSync(folder, { recursive: true }));

const vpcNames = async (emulator: Emulator): Promise<unknown[]> => {
  const account = new Account(sendDirectly(emulator), 'a', 'cn-hangzhou');
  const answer = await account.call('DescribeVpcs', { PageSize: 50 }, 'Vpc');
  return answer.list('Vpcs.Vpc').map((vpc) => vpc.at('VpcName'));
};

const create = (emulator: Emulator, VpcName: string): Promise<unknown> =>
  new Account(sendDirectly(emulator), 'a', 'cn-hangzhou').call('CreateVpc', { VpcName }, 'Vpc');

const fail = (error: unknown): void => {
  throw error;
};

test('what was saved is loaded, tasks to come and quotas included', async () => {
  const emulator = createEmulator({ pace: 'real' });
  await create(emulator, 'one');
  emulator.setQuota('1000000000000001', 'vpcsPerRegion', 7);
  await saveState(file, emulator.view());
  const loaded = await loadState(file);
  expect(loaded).toEqual(emulator.snapshot());
  expect(readdirSync(folder)).toEqual(['state.json']);
});

test('no file is no state', async () => {
  expect(await loadState(file)).toBeUndefined();
});

test('a file that is no state is refused with the reason', async () => {
  for (const [text, reason] of [
    ['', /no JSON/],
    ['{"schemaVersion":1', /no JSON/],
    ['[]', /no JSON object/],
    ['{"schemaVersion":9}', /schemaVersion is 9/],
    ['{"schemaVersion":1,"seed":1,"tables":{},"tasks":[]}', /"quotas" is missing/],
  ] as const) {
    writeFileSync(file, text);
    await expect(loadState(file)).rejects.toThrow(reason);
  }
});

test('a change is saved within a second, and nothing is written without one', async () => {
  const emulator = createEmulator();
  const saver = new StateSaver(file, emulator, fail);
  await create(emulator, 'one');
  await expect
    .poll(() => loadState(file).then((state) => state?.tables.vpcs.length), { timeout: 1000 })
    .toBe(1);
  // Looking lets the VPC become Available, which is a change too; after that there is none.
  await vpcNames(emulator);
  await new Promise((resolve) => setTimeout(resolve, 700));
  writeFileSync(file, 'untouched');
  await vpcNames(emulator);
  await new Promise((resolve) => setTimeout(resolve, 700));
  await saver.stop();
  expect(readFileSync(file, 'utf8')).toBe('untouched');
});

test('what is not saved yet is saved on stop', async () => {
  const emulator = createEmulator();
  const saver = new StateSaver(file, emulator, fail);
  await create(emulator, 'last');
  await saver.stop();
  const restored = createEmulator();
  const state = await loadState(file);
  if (state !== undefined) restored.restore(state);
  expect(await vpcNames(restored)).toEqual(['last']);
});

test('a state that is replaced or reset is saved as well', async () => {
  const emulator = createEmulator();
  await create(emulator, 'one');
  const saver = new StateSaver(file, emulator, fail);
  await new Promise((resolve) => setTimeout(resolve, 400));
  emulator.reset();
  await saver.stop();
  expect((await loadState(file))?.tables.vpcs).toEqual([]);
});

test('a file that cannot be written is reported, and tried again', async () => {
  const emulator = createEmulator();
  const errors: unknown[] = [];
  const saver = new StateSaver(path.join(folder, 'none', 'state.json'), emulator, (error) =>
    errors.push(error),
  );
  await create(emulator, 'one');
  await saver.stop();
  expect(errors).toMatchObject([{ code: 'ENOENT' }]);
});
