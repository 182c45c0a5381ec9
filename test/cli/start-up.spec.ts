import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { checkout } from './alimock.ts';

/** Files of ours that a server loads before it answers. One after the other, 400 took most of the start-up. */
const mostFiles = 60;

interface Coverage {
  readonly result: readonly { readonly url: string }[];
}

test('a server starts out of few files, that of the SDK models not among them', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'alimock-start-'));
  try {
    // Node lists what it loaded in the folder that NODE_V8_COVERAGE names.
    const server = spawn(
      process.execPath,
      [path.join(checkout, 'bin', 'alimock.js'), 'serve', '--port', '0'],
      {
        env: { ...process.env, NODE_V8_COVERAGE: folder },
      },
    );
    await new Promise((resolve) => server.stdout.once('data', resolve));
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
    const loaded = readdirSync(folder).flatMap((file) =>
      (JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Coverage).result.map(({ url }) => url),
    );
    const ours = loaded.filter((url) => url.startsWith(pathToFileURL(path.join(checkout, 'dist')).href));
    expect(ours.length).toBeGreaterThan(0);
    expect(ours.length).toBeLessThanOrEqual(mostFiles);
    expect(loaded.filter((url) => url.includes('/@alicloud/'))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
