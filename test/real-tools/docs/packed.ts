/** The package as a stranger gets it: packed by npm, and unpacked into a folder's node_modules. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkout } from '../../cli/alimock.ts';

let archive: string | undefined;

const run = (command: string, args: readonly string[]): string => {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: checkout, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${stderr}`);
  return stdout.trim();
};

/** The archive that `npm pack` makes; once for each worker. */
export const packedArchive = (): string => {
  if (archive === undefined) {
    const folder = mkdtempSync(path.join(tmpdir(), 'alimock-pack-'));
    archive = path.join(folder, run('npm', ['pack', '--silent', '--pack-destination', folder]));
  }
  return archive;
};

/**
 * Unpacks the package into a folder's node_modules. Its dependencies are this checkout's, so that no registry is asked.
 * @returns the program
 */
export const unpackInto = (folder: string): string => {
  const target = path.join(folder, 'node_modules', 'alimock');
  mkdirSync(target, { recursive: true });
  run('tar', ['-xzf', packedArchive(), '-C', target, '--strip-components', '1']);
  symlinkSync(path.join(checkout, 'node_modules'), path.join(target, 'node_modules'));
  const program = path.join(target, 'bin', 'alimock.js');
  chmodSync(program, 0o755);
  return program;
};

/** Links a package of this checkout and its commands into a folder's node_modules, as npm would install them. */
export const linkPackage = (
  folder: string,
  name: string,
  commands: Readonly<Record<string, string>>,
): void => {
  const modules = path.join(folder, 'node_modules');
  const link = path.join(modules, name);
  if (name !== 'alimock') {
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(path.join(checkout, 'node_modules', name), link);
  }
  mkdirSync(path.join(modules, '.bin'), { recursive: true });
  for (const [command, file] of Object.entries(commands)) {
    symlinkSync(path.join(link, file), path.join(modules, '.bin', command));
  }
};
