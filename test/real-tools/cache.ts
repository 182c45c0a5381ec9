import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/**
 * A folder outside the work tree for what takes long to build, so that a second run is quick. Its name
 * changes with the content of the given files.
 * @param name what is kept there, e.g. "terraform-provider"
 * @param inputs files that decide what is built
 */
export const cacheFolder = (name: string, inputs: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const file of inputs) hash.update(readFileSync(file));
  const base =
    process.env['ALIMOCK_CACHE'] ??
    path.join(process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache'), 'alimock');
  const folder = path.join(base, `${name}-${hash.digest('hex').slice(0, 12)}`);
  mkdirSync(folder, { recursive: true });
  return folder;
};
