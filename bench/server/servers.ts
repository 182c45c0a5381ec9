import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from '../../test/real-tools/cache.ts';
import { alimockForm, form, motoForm, motoHeaders } from './requests.ts';
import { startProcess } from './process.ts';
import type { ServerUnderTest } from './process.ts';

const checkout = path.resolve(import.meta.dirname, '..', '..');
const requirements = path.join(import.meta.dirname, 'moto-requirements.txt');

const portOf = (printed: string): number | undefined => {
  const port = /"port":(\d+)/.exec(printed)?.[1] ?? /^(\d+)\n/m.exec(printed)?.[1];
  return port === undefined ? undefined : Number(port);
};

/** `alimock serve` as users start it, built. */
export const startAlimock = (args: readonly string[] = []): Promise<ServerUnderTest> =>
  startProcess(
    'alimock',
    [process.execPath, path.join(checkout, 'bin', 'alimock.js'), 'serve', '--port', '0', '--json', ...args],
    portOf,
    {
      body: alimockForm('nobody', { Action: 'DescribeInstances' }),
      headers: { 'content-type': form },
    },
  );

export const startBare = (): Promise<ServerUnderTest> =>
  startProcess(
    'bare node:http',
    [process.execPath, '--import', 'tsx', path.join(import.meta.dirname, 'bare-server.ts')],
    portOf,
    { body: 'Action=Any', headers: { 'content-type': form } },
  );

/** moto's server. @returns undefined where installMoto() could not install it */
export const startMoto = (program: string): Promise<ServerUnderTest> =>
  startProcess(
    'moto',
    // It prints the port that it was given: 0 lets the system choose.
    [program, '-H', '127.0.0.1', '-p', '0'],
    (printed) => {
      const port = /Running on http:\/\/127\.0\.0\.1:(\d+)/.exec(printed)?.[1];
      return port === undefined ? undefined : Number(port);
    },
    { body: motoForm({ Action: 'DescribeInstances' }), headers: motoHeaders('eu-west-1') },
  );

/**
 * Installs moto with pip into a cache outside the work tree, once.
 * @returns its program, or the reason why it is not there
 */
export const installMoto = (): { program: string } | { missing: string } => {
  const folder = cacheFolder('moto', [requirements]);
  const done = path.join(folder, 'installed');
  const program = path.join(folder, 'venv', 'bin', 'moto_server');
  if (existsSync(done)) return { program };
  process.stderr.write('installing moto, once …\n');
  const steps: readonly (readonly [string, ...string[]])[] = [
    ['python3', '-m', 'venv', '--clear', path.join(folder, 'venv')],
    [path.join(folder, 'venv', 'bin', 'python'), '-m', 'pip', 'install', '--quiet', '-r', requirements],
  ];
  for (const [command, ...args] of steps) {
    const { status, error, stderr } = spawnSync(command, args, { encoding: 'utf8' });
    if (status !== 0) {
      const reason = error?.message ?? stderr.trim().split('\n').at(-1) ?? '';
      return { missing: `moto cannot be installed (${reason}); it needs Python 3 with venv and pip` };
    }
  }
  writeFileSync(done, readFileSync(requirements));
  return { program };
};
