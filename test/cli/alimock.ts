import { spawn } from 'node:child_process';
import path from 'node:path';

export const checkout = path.resolve(import.meta.dirname, '..', '..');

export const examplePage = 'examples/image_share_permission.python.md';

/** Tests keep no pages in the cache of whoever runs them. */
const cache = path.join(checkout, 'node_modules', '.cache', 'alimock', 'pages');

export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command as a user does, in the checkout's folder or another. */
export const alimock = (
  args: readonly string[],
  environment: Record<string, string> = {},
  folder = checkout,
  timeout = 30_000,
): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(checkout, 'bin', 'alimock.js'), ...args], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: '1', ALIMOCK_CACHE: cache, ...environment },
      timeout,
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
