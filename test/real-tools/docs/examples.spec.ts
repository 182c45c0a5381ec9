/** The examples as a stranger takes them: with the packed package, installed by npm, built by their own Vite. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import * as z from 'zod';
import { checkout } from '../../cli/alimock.ts';
import { runProgram } from '../clients/world.ts';
import { packedArchive } from './packed.ts';

// An installation fetches some hundred packages.
test.setTimeout(600_000);

const examples = path.join(checkout, 'examples');
const projects = readdirSync(examples).filter((name) =>
  existsSync(path.join(examples, name, 'package.json')),
);

const manifestSchema = z.looseObject({ dependencies: z.record(z.string(), z.string()) });

/** Whether npm can fetch packages here. Asked once for each worker. */
const hasRegistry = async (): Promise<boolean> =>
  (await runProgram('npm', ['ping', '--fetch-retries', '0'], { env: {} })).exitCode === 0;

test('there are examples to install', () => {
  expect(projects).toEqual(['browser', 'react']);
});

for (const name of projects) {
  test(`examples/${name} installs with the packed package, and builds`, async () => {
    const inCI = process.env['CI'] !== undefined && process.env['CI'] !== 'false';
    test.skip(!inCI && !(await hasRegistry()), 'npm reaches no registry');
    const folder = mkdtempSync(path.join(tmpdir(), `alimock-example-${name}-`));
    const tracked = await runProgram('git', ['ls-files', '-z', '.'], {
      cwd: path.join(examples, name),
      env: {},
    });
    for (const file of tracked.stdout.split('\0').filter((one) => one !== '')) {
      cpSync(path.join(examples, name, file), path.join(folder, file));
    }
    const manifest = path.join(folder, 'package.json');
    const { dependencies, ...rest } = manifestSchema.parse(JSON.parse(readFileSync(manifest, 'utf8')));
    const packed = { ...dependencies, alimock: `file:${packedArchive()}` };
    writeFileSync(manifest, JSON.stringify({ ...rest, dependencies: packed }));
    const run = async (command: string, ...args: string[]): Promise<void> => {
      const ended = await runProgram(command, args, { cwd: folder, env: {} });
      expect(ended, `${ended.stdout}${ended.stderr}`).toMatchObject({ exitCode: 0 });
    };
    await run('npm', 'install', '--no-audit', '--no-fund', '--prefer-offline');
    await run('npx', '--no-install', 'msw', 'init', 'public', '--no-save');
    await run('npx', '--no-install', 'vite', 'build');
    const built = readdirSync(path.join(folder, 'dist'), { recursive: true }).map(String);
    expect(built).toEqual(expect.arrayContaining(['index.html', 'mockServiceWorker.js']));
    expect(built.some((file) => file.endsWith('.js') && file.startsWith('assets'))).toBe(true);
    rmSync(folder, { recursive: true });
  });
}
