import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { request } from 'node:http';
import path from 'node:path';
import { checkout } from './alimock.ts';

export interface ServerProcess {
  readonly child: ChildProcess;
  readonly url: string;
  readonly port: number;
  readonly adminToken: string | undefined;
  /** Sends a signal. @returns exit code and signal that it ended with */
  stop(signal: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

const builtProgram = path.join(checkout, 'bin', 'alimock.js');

/**
 * Starts `alimock serve --port 0 --json` and waits for its address.
 * @param program the one that was built here, unless another is named
 */
export const serve = (args: readonly string[] = [], program = builtProgram): Promise<ServerProcess> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, 'serve', '--port', '0', '--json', ...args], {
      cwd: checkout,
    });
    const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((done) => {
      child.on('exit', (code, signal) => done({ code, signal }));
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      if (!stdout.includes('\n')) return;
      const { url, port, adminToken } = JSON.parse(stdout) as {
        url: string;
        port: number;
        adminToken?: string;
      };
      const stop: ServerProcess['stop'] = (signal) => {
        child.kill(signal);
        return ended;
      };
      resolve({ child, url, port, adminToken, stop });
    });
    void ended.then(({ code }) => reject(new Error(`alimock serve ended with ${String(code)}: ${stderr}`)));
  });

/** One GET. @returns its status and body; rejects when the connection breaks */
export const get = (port: number, target: string): Promise<{ status: number; body: string }> =>
  new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: target }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
      response.on('error', reject);
    })
      .on('error', reject)
      .end();
  });
